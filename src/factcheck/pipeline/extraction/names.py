"""Parsed passages in → the names in them: their full form and whether a person or a body bears them, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import ClaimantType
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.roles import BODIES, FEMALE, MALE, OUTLETS, ROLES, SPEAKING_PLACES, TITLES
from factcheck.pipeline.extraction.syntax import child, is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONNECTORS = lexicon("of and for the de in on ’s 's - ’ ' & al von van bin la")
_PERSON_CONNECTORS = lexicon("de van von bin al - der la el ben")


_SLAVIC_ENDINGS = ("ov", "ova", "ev", "eva", "sky", "skyi", "skiy", "skaya", "enko", "chuk", "vych", "vich")
"""Surnames that the parser, trained on American news, takes for companies."""


def is_name(token: Token) -> bool:
    """Whether `token` heads a name: a capitalised proper noun that is no part of a longer one."""
    if not is_capital(token) or token.pos_ != "PROPN":
        return False
    inner = token.dep_ in ("compound", "nmod", "amod") and token.head.pos_ == "PROPN" and token.i < token.head.i
    return not inner and not _is_date(token) and not _is_capital_role(token)


def _is_capital_role(token: Token) -> bool:
    """ "The Prime Minister": a role, however it is spelled; "Stephen King" is a name."""
    if token.lower_ not in ROLES:
        return False
    before = [kid for kid in token.children if kid.dep_ in ("compound", "nmod", "amod") and is_capital(kid)]
    return all(kid.lower_ in TITLES | BODIES or kid.ent_type_ == "NORP" or kid.tag_ == "JJ" for kid in before)


def is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _is_date(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME", "ORDINAL", "CARDINAL", "MONEY", "PERCENT")


def name_span(head: Token) -> tuple[int, int]:
    """Token range [start, end) of the name that `head` ends (a person) or carries (a body)."""
    body = head.lower_ in BODIES or child(head, "det") is not None
    connectors = _CONNECTORS if body else _PERSON_CONNECTORS
    start = _extend_left(head, connectors)
    end = _extend_right(head) if head.lower_ in BODIES else head.i + 1
    doc = head.doc
    if not body:
        start = max(start, _entity_start(head))
        titles = [at for at in range(start, head.i) if doc[at].lower_.strip(".") in TITLES | ROLES]
        start = max([start, *(at + 1 for at in titles)])
    while start < head.i and not is_capital(doc[start]):
        start += 1
    return start, end


def _entity_start(head: Token) -> int:
    """Where the parser's entity begins, if it is a person's name of several words that ends with `head`."""
    at = head.i
    while head.ent_type_ == "PERSON" and at > 0 and head.doc[at].ent_iob_ == "I":
        at -= 1
    ends_here = head.i + 1 == len(head.doc) or head.doc[head.i + 1].ent_iob_ != "I"
    return at if ends_here and at < head.i else 0


def _extend_left(head: Token, connectors: frozenset[str]) -> int:
    doc, start = head.doc, head.i
    limit = max(head.left_edge.i, head.sent.start)
    at = head.i - 1
    while at >= limit:
        token = doc[at]
        if is_capital(token) and token.tag_ not in ("DT", "IN", "PRP", "PRP$", "WRB", "CC", "RB"):
            start = at
        elif token.lower_ not in connectors:
            break
        at -= 1
    return start


def _extend_right(head: Token) -> int:
    doc, end = head.doc, head.i + 1
    at = end
    while at <= head.right_edge.i:
        token = doc[at]
        if is_capital(token) and token.pos_ != "DET":
            end = at + 1
        elif token.lower_ not in ("of", "for", "and", "the", "in", "-") or (token.dep_ == "cc" and token.head == head):
            break
        at += 1
    return end


def name_text(head: Token) -> str:
    start, end = name_span(head)
    return str(head.doc[start:end].text)


def title_words(head: Token) -> frozenset[str]:
    """The words before a person's name that say what the person is: "prime", "minister", "mr"."""
    start, _ = name_span(head)
    before = []
    for at in range(start - 1, max(head.left_edge.i, head.sent.start) - 1, -1):
        token = head.doc[at]
        if token.is_punct or token.dep_ in ("det", "case"):
            break
        before.append(token.lower_.strip("."))
    return frozenset(before)


def apposed_roles(head: Token) -> list[Token]:
    """Nouns that say what the bearer of a name is: "the governor, X", "X, a defector", "X is the mayor"."""
    nouns = [kid for kid in head.children if kid.dep_ == "appos" and is_noun(kid) and not is_name(kid)]
    if head.dep_ == "appos" and is_noun(head.head) and not is_name(head.head):
        nouns.append(described(head))
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        nouns += [kid for kid in head.head.children if kid.dep_ == "attr" and is_noun(kid)]
    return nouns


def type_of_name(head: Token) -> ClaimantType:
    """Person or organisation, by the words around the name, then by the parser's entity label."""
    words = name_text(head).split()
    last = words[-1].lower() if words else ""
    if last in BODIES or any(word.lower() in BODIES for word in words) or _is_acronym(words):
        return ClaimantType.ORGANISATION
    if last in SPEAKING_PLACES | OUTLETS or is_employer(head) or head.tag_ == "NNPS":
        return ClaimantType.ORGANISATION
    if title_words(head) & (TITLES | ROLES) or _is_somebody(head):
        return ClaimantType.PERSON
    if 1 < len(words) < 4 and last.endswith(_SLAVIC_ENDINGS) and _bare(head):
        return ClaimantType.PERSON
    if head.ent_type_ == "PERSON" or (len(words) in (2, 3) and not head.ent_type_ and _bare(head)):
        return ClaimantType.PERSON
    return ClaimantType.ORGANISATION if head.ent_type_ else ClaimantType.UNKNOWN


def described(name: Token) -> Token:
    """The noun that an apposed name belongs to: the spokeswoman of "a spokeswoman for the governor, X, said"."""
    noun = name.head
    link = noun.head
    hangs = noun.dep_ == "pobj" and link.lower_ in ("for", "of", "to", "at", "with")
    return link.head if hangs and link.head.lemma_.lower() in ROLES else noun


def is_employer(head: Token) -> bool:
    """Whether somebody speaks or works for the bearer of the name: "a spokeswoman for X", "workers at X"."""
    link = head.head
    return head.dep_ == "pobj" and link.lower_ in ("for", "at") and link.head.lemma_.lower() in ROLES


def _is_somebody(head: Token) -> bool:
    if any(noun.lemma_.lower() in ROLES for noun in apposed_roles(head)):
        return True
    clause = child(head, "relcl")
    return clause is not None and any(kid.lower_ == "who" for kid in clause.children)


def _bare(head: Token) -> bool:
    return child(head, "det") is None and head.tag_ == "NNP"


def _is_acronym(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) > 1 and words[0].isupper()


def gender_of(words: frozenset[str], name: str) -> str:
    """ "m", "f" or "" by titles and roles, then by the ending of a Slavic surname."""
    if words & FEMALE:
        return "f"
    if words & MALE or any(word.endswith("man") and word not in FEMALE for word in words):
        return "m"
    last = name.rsplit(" ", 1)[-1].lower()
    if last.endswith(("ova", "eva", "skaya")):
        return "f"
    return "m" if last.endswith(("ov", "ev", "sky", "skiy", "skyi")) else ""
