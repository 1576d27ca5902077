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
    "station network edition newswire press podcast newsletter paper"
)
_PAPERS = lexicon(
    "times post herald tribune gazette journal chronicle news mail express press courier ledger echo record star "
    "standard globe observer bulletin"
)
_AGENCIES = lexicon("news state press wire")
_REPORTS = lexicon("report article story interview account")
_NOTOUTLETS = lexicon("conference briefing release officer secretary office")
_LINKS = lexicon("to with by on in for via")
_CARRIES = ("prep", "dobj", "pobj", "dative", "agent", "advcl", "acl", "npadvmod", "oprd")


def is_outlet(head: Token) -> bool:
    """Whether the phrase around `head` names a news outlet."""
    words = {token.lower_ for token in head.subtree if token.i <= head.i}
    own = any(token.tag_ == "PRP$" for token in head.children)
    if head.lemma_.lower() in _NOTOUTLETS or "this" in words or own:
        # "On her channel" is where she speaks, and nobody else's.
        return False
    named = {token.lower_ for token in head.subtree if token.i <= head.i and token.pos_ == "PROPN"}
    if words & OUTLETS or named & _KINDS or head.lemma_.lower() in _KINDS:
        return True
    lowered = head.lower_
    if ("news" in words and lowered in ("agency", "site", "service")) or _is_agency(words):
        return True
    return head.pos_ == "PROPN" and ((lowered in _PAPERS and len(words) > 1) or bool(words & _KINDS))


def _is_agency(words: set[str]) -> bool:
    """ "The state agency Karin"."""
    return "agency" in words and bool(words & _AGENCIES)


def outlet_name(head: Token) -> str:
    """ "Tass" of "the Tass state news agency"; without a proper name, the phrase itself."""
    apposed = next((kid for kid in head.children if kid.dep_ == "appos" and kid.pos_ == "PROPN"), None)
    if apposed is not None and head.pos_ != "PROPN":
        return outlet_name(apposed)
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


def printed_in(report: Token) -> Token | None:
    """The outlet of "a report in the Times", "an interview by the Post"."""
    if report.lemma_.lower() not in _REPORTS:
        return None
    links = [kid for kid in report.children if kid.dep_ == "prep" and kid.lower_ in ("in", "by", "from", "on")]
    named = [noun for link in links if (noun := child(link, "pobj")) is not None]
    return next((noun for noun in named if is_outlet(noun)), None)


def cited_by(cue: Token, source: Token) -> Token | None:
    """Whom an outlet leans on: the ministry of "Reuters reported, citing the ministry"."""
    around = [*cue.children, *(cue.head.children if cue.head != cue else []), *source.subtree]
    citing = next((kid for kid in around if kid.lower_ in ("citing", "quoting")), None)
    return child(citing, "dobj", "pobj") if citing is not None else None
