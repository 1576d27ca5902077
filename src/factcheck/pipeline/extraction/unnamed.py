"""A noun phrase without a name ("two officials in the port") in → an actor described by its words, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import ClaimantType
from factcheck.pipeline.extraction.actors import Actor, possessive
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.names import gender_of
from factcheck.pipeline.extraction.roles import BODIES, ROLES
from factcheck.pipeline.extraction.syntax import child, is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

BODY_NOUNS = BODIES | lexicon("group organisation organization company firm body agency force movement charity outlet")
_COLLECTIVES = lexicon("opposition public crew family couple population community majority crowd")
_SOME = lexicon("some many others several most both few those all")
_PAPERS = lexicon("record document figure datum statistic result image report study survey poll estimate")
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_KEPT_LINKS = frozenset({"of", "for", "to", "in", "from", "at", "with"})
_LONGEST_NAME = 12


def describe(head: Token, owner: Actor | None) -> Actor | None:
    """The actor that the words around `head` describe; `owner` is whom its "his", "its" or "their" means."""
    name = "".join(_words(head, owner)).strip(" ,’'")
    if not name:
        return None
    lemma = head.lemma_.lower()
    lemmas = frozenset(token.lemma_.lower() for token in head.subtree if token.i <= head.i)
    return Actor(
        name=name[:1].upper() + name[1:],
        type=_type_of(head, lemma),
        plural=is_plural(head) or head.lower_ in _SOME,
        article=_article(head),
        proper=_starts_proper(head),
        named=False,
        gender=gender_of(frozenset({lemma}), ""),
        roles=[(lemma, lemmas)] if lemma in ROLES or lemma.endswith(("man", "woman")) else [],
        words=frozenset(word for lemma in lemmas for word in lemma.split("-")),
    )


def _words(head: Token, owner: Actor | None) -> list[str]:
    """The words of a noun phrase, without its article, clauses and asides."""
    words = []
    for token in _core(head)[:_LONGEST_NAME]:
        if token.tag_ == "PRP$":
            words.append(f"{possessive(owner.name)} " if owner is not None else "")
        else:
            words.append(str(token.text_with_ws))
    return words


def _core(head: Token) -> list[Token]:
    doc, start = head.doc, head.left_edge.i
    while start < head.i and (doc[start].lower_ in _ARTICLES or doc[start].is_punct):
        start += 1
    end = head.i + 1
    while end <= head.right_edge.i and not _ends_core(doc[end], head):
        end += 1
    if end - start > _LONGEST_NAME:
        end = _second_link(head, end)
    return [doc[at] for at in range(start, end)]


def _second_link(head: Token, end: int) -> int:
    """Where "heads of state and government of the union and its neighbours" may end: "heads of state"."""
    links = [at for at in range(head.i + 1, end) if head.doc[at].pos_ in ("ADP", "CCONJ")]
    return links[1] if len(links) > 1 else end


def _ends_core(token: Token, head: Token) -> bool:
    if (token.is_punct and token.text != "-") or (token.dep_ == "case" and token.head == head):
        return True
    if token.head == head and token.dep_ in ("relcl", "acl", "appos"):
        return True
    if token.head == head and token.dep_ == "prep":
        return token.lower_ not in _KEPT_LINKS or child(token, "pcomp") is not None
    return token.dep_ in ("relcl", "acl", "nsubj", "mark") or token.tag_ in ("WDT", "WP")


def _article(head: Token) -> str:
    """The article that opens the phrase of `head`; "this" and "those" become "the" outside their place."""
    first = head.doc[head.left_edge.i].lower_
    if first in ("a", "an"):
        return str(first)
    return "the" if first in _ARTICLES else ""


def _type_of(head: Token, lemma: str) -> ClaimantType:
    if lemma in _PAPERS:
        return ClaimantType.UNKNOWN
    if lemma in _COLLECTIVES or head.lower_ in _SOME or (is_plural(head) and lemma != "police"):
        return ClaimantType.GROUP
    if lemma in ROLES or lemma.endswith(("man", "woman", "person")):
        return ClaimantType.PERSON
    return ClaimantType.ORGANISATION if lemma in BODY_NOUNS else ClaimantType.UNKNOWN


def _starts_proper(head: Token) -> bool:
    first = _core(head)[0]
    return first.tag_ in ("NNP", "NNPS") or first.ent_type_ in ("NORP", "GPE", "ORG", "PERSON", "LOC", "FAC")
