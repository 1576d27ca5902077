"""A word of speaking in → the outlets that handed its claim on, from the publication inwards, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.roles import OUTLETS
from factcheck.pipeline.extraction.syntax import child, is_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = lexicon(
    "newspaper channel radio television tv magazine broadcaster outlet portal tabloid weekly daily "
    "station network edition newswire press"
)
_PAPERS = lexicon("times post herald tribune gazette journal chronicle news mail express press")
_NOTOUTLETS = lexicon("conference briefing release officer secretary office")
_LINKS = lexicon("to with by on in for via")
_CARRIES = ("prep", "dobj", "pobj", "dative", "agent", "advcl", "acl", "npadvmod", "oprd")


def is_outlet(head: Token) -> bool:
    """Whether the phrase around `head` names a news outlet."""
    words = {token.lower_ for token in head.subtree if token.i <= head.i}
    if head.lemma_.lower() in _NOTOUTLETS or words & {"this", "our"}:
        return False
    named = {token.lower_ for token in head.subtree if token.i <= head.i and token.pos_ == "PROPN"}
    if words & OUTLETS or named & _KINDS or head.lemma_.lower() in _KINDS:
        return True
    lowered = head.lower_
    return ("news" in words and lowered in ("agency", "site", "service")) or (
        head.pos_ == "PROPN" and lowered in _PAPERS
    )


def outlet_name(head: Token) -> str:
    """ "Tass" of "the Tass state news agency"; without a proper name, the phrase itself."""
    tokens = [token for token in head.doc[head.left_edge.i : head.i + 1] if token.dep_ not in ("det", "poss", "case")]
    proper = [token for token in tokens if token.pos_ == "PROPN" or token.lower_ in OUTLETS]
    chosen = proper or tokens
    first, last = chosen[0].i, chosen[-1].i
    while first >= 2 and head.doc[first - 1].text == "-" and not head.doc[first - 1].whitespace_:
        first -= 2
    return str(head.doc[first : last + 1].text)


def outlets_around(cue: Token, content: range) -> list[Token]:
    """Outlets named in the clause of `cue`, outside what is said and who says it: "told Tass", "quoted by"."""
    found = []
    stack = [kid for kid in cue.children if kid.dep_ in _CARRIES]
    while stack:
        token = stack.pop(0)
        if token.i in content:
            continue
        if is_noun(token) and token.dep_ in ("dobj", "pobj", "dative") and is_outlet(token):
            found.append(token)
        else:
            stack.extend(kid for kid in token.children if kid.dep_ in _CARRIES or kid.lower_ in _LINKS)
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as":
        found += _quoting(cue.head.head)
    if cue.lemma_ in ("quote", "cite"):
        found += _quoting(cue)
    return found


def _quoting(quote: Token) -> list[Token]:
    """Who quotes in "was quoted by Interfax as saying" and "Interfax quoted X as saying"."""
    by = child(quote, "agent")
    named = child(by, "pobj") if by is not None else None
    if named is None and child(quote, "auxpass") is None:
        named = child(quote, "nsubj")
    return [named] if named is not None else []


def cited_by(cue: Token) -> Token | None:
    """Whom an outlet leans on: the ministry of "Reuters reported, citing the ministry"."""
    around = [*cue.children, *(cue.head.children if cue.head != cue else [])]
    citing = next((kid for kid in around if kid.lower_ in ("citing", "quoting")), None)
    return child(citing, "dobj", "pobj") if citing is not None else None
