"""A verb of naming in → what somebody is called and by whom, out: "called him a liar", "was branded a bully by"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.content import Content, Form, content_of, marked
from factcheck.pipeline.extraction.syntax import agent_of, child, is_noun, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token


def description(cue: Token) -> list[Content]:
    """ "called him a liar", "described it as a threat", "has been branded a bully": `subject` is who is called so."""
    passive, by = is_passive(cue), describer(cue)
    thing = child(cue, "nsubjpass") if passive else child(cue, "dobj")
    if thing is None or not (is_noun(thing) or _is_somebody(thing)) or (passive and by is None):
        return []
    places = [cue, thing]
    like = next((kid for at in places for kid in at.children if kid.dep_ == "prep" and kid.lower_ == "as"), None)
    named = ("oprd", "attr", "dobj") if passive else ("oprd", "attr")
    quality = child(like, "pobj", "amod", "acomp") if like is not None else child(cue, *named)
    if quality is None or quality.pos_ not in ("NOUN", "ADJ") or quality.i < cue.i:
        return []
    content = content_of(Form.DESCRIPTION, quality, thing)
    if passive and by is not None and content.start < by.left_edge.i:
        # Everything up to the "by", whatever the parser hangs "with a trowel" on.
        content = marked(Form.DESCRIPTION, quality, content.start, by.head.i)
        content = replace(content, subject=thing)
    return [content]


def describer(cue: Token) -> Token | None:
    """Who calls somebody so in the passive: the parser may hang the "by" on what they are called."""
    behind = [token for token in cue.subtree if token.lower_ == "by" and token.i > cue.i]
    return agent_of(cue) or (child(behind[0], "pobj") if behind and is_passive(cue) else None)


def _is_somebody(thing: Token) -> bool:
    """ "Him", "her", "them": "it" may be anything ("called it a day")."""
    return thing.lower_ in ("him", "her", "them", "he", "she", "they")
