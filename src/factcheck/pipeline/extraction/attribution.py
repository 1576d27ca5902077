"""A parsed passage in → who speaks, by which word, saying what, out (reported speech).

This is the part a trained tagger would replace: everything after it works on `Attribution` alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.closing_tags import closing_tag
from factcheck.pipeline.extraction.complements import clause_of_noun, content_around, contents_of
from factcheck.pipeline.extraction.content import Content, Form, cut_before, without_opening
from factcheck.pipeline.extraction.cues import CueKind
from factcheck.pipeline.extraction.descriptions import describer
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.lists import parts_of
from factcheck.pipeline.extraction.roles import ROLES, can_speak
from factcheck.pipeline.extraction.saying_time import without_leading_day
from factcheck.pipeline.extraction.syntax import (
    SUBJECTS,
    agent_of,
    child,
    is_document,
    is_negated,
    is_noun,
    is_passive,
    is_verb,
    issuer,
    owner_of_record,
    subject_of,
    understood_subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Attribution:
    """One act of saying. `source` is the head of the phrase that names the speaker, None when unnamed."""

    cue: Token
    kind: CueKind
    source: Token | None
    content: Content
    cue_text: str = ""
    via: tuple[Token, ...] = ()

    @property
    def wording(self) -> str:
        """The cue as it stands in the article, in small letters."""
        return self.cue_text or self.cue.lower_


def find_attributions(doc: Doc) -> list[Attribution]:
    """Reported speech in `doc`, in the order of the text; direct speech is found by `speech`."""
    found: list[Attribution] = []
    for token in doc:
        found.extend(_from_token(token))
    found = [_cut_at_others(attribution, found) for attribution in found]
    found = [replace(each, content=part) for each in _unnest(found) for part in parts_of(each.content)]
    return sorted(found, key=lambda attribution: (attribution.content.start, attribution.cue.i))


def _from_token(token: Token) -> Iterator[Attribution]:
    if token.lower_ in cues.HEARSAY_ADVERBS:
        yield from _hearsay(token)
    elif token.lower_ == "according":
        yield from _according_to(token)
    elif is_verb(token) and (kind := verb_kind(token)) is not None and not is_unsaid(token):
        source, contents = source_of(token), contents_of(token, kind)
        if source is not None and source.lower_ in _OWN_VOICE:
            return
        if source is None and (tag := closing_tag(token)) is not None:
            source, contents = tag.source, tag.cut(contents, token)
        shown = _shown_speaker(token)
        via = (source,) if shown is not None and source is not None else ()
        source = shown or source
        for content in contents:
            content = without_leading_day(content, token)
            hearsay = source is None and kind is CueKind.SAY
            yield Attribution(token, CueKind.ALLEGE if hearsay else kind, source, content, via=via)
    elif is_noun(token) and token.lemma_.lower() in cues.NOUNS:
        yield from _from_noun(token)


_OWN_VOICE = lexicon("i we me us you one let")
"""Outside quotation marks these are the outlet itself and its readers."""


def verb_kind(verb: Token) -> CueKind | None:
    """The kind of a verb that reports speech here; None when it does something else."""
    kind = cues.VERBS.get(verb.lemma_.lower())
    particle = cues.NEEDS_PARTICLE.get(verb.lemma_)
    if particle is not None and not any(kid.lower_ == particle for kid in verb.children):
        return None
    if verb.lemma_ in cues.NEEDS_FINDER:
        finder = subject_of(verb)
        return kind if finder is not None and finder.lemma_.lower() in cues.FINDERS else None
    return kind


def is_unsaid(cue: Token) -> bool:
    """Whether the cue is negated, hypothetical, asked for or only planned: silence is no claim."""
    if is_negated(cue) or any(kid.lower_ in cues.HYPOTHETICAL for kid in cue.children if kid.dep_ == "aux"):
        return True
    subject = subject_of(cue)
    if subject is not None and _is_nobody(subject):
        return True
    if cue.tag_ == "VB" and any(kid.tag_ == "TO" for kid in cue.children):
        return cue.dep_ not in ("xcomp", "advcl") or cue.head.lemma_ not in cues.OPENS_SPEECH
    if cue.dep_ == "pcomp" and cue.head.lower_ in ("without", "despite", "before", "of", "from"):
        return True
    return any(kid.dep_ == "mark" and kid.lower_ in ("if", "unless", "whether") for kid in cue.children)


def _is_nobody(subject: Token) -> bool:
    if subject.lower_ in ("nobody", "none", "neither"):
        return True
    return any(kid.dep_ == "det" and kid.lower_ in ("no", "neither") for kid in subject.children)


def source_of(cue: Token) -> Token | None:
    """The head of the phrase that names who speaks through the verb `cue`."""
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.head.lemma_ in ("quote", "cite"):
        return _quoted_person(cue.head.head)
    if is_passive(cue):
        return describer(cue) if cues.VERBS.get(cue.lemma_) is CueKind.DESCRIBE else agent_of(cue)
    subject = understood_subject(cue)
    if subject is None or (subject.lower_ in ("it", "there") and subject.dep_ == "expl"):
        return None
    if is_document(subject):
        return issuer(subject) or subject
    if subject_of(cue) is None and not can_speak(subject):
        # "The move came after Oslo sent boats, claiming …": the nearest that can speak.
        return _speaking_subject_before(cue)
    return subject


def _speaking_subject_before(cue: Token) -> Token | None:
    before = cue.doc[cue.sent.start : cue.i]
    subjects = [token for token in before if token.dep_ in SUBJECTS and can_speak(token)]
    return subjects[-1] if subjects else None


def _shown_speaker(cue: Token) -> Token | None:
    """The fighters of "the corps put out a video showing two fighters saying …": no comma parts them from the cue."""
    if cue.tag_ != "VBG" or cue.dep_ not in ("advcl", "acl") or cue.i == cue.sent.start or cue.nbor(-1).is_punct:
        return None
    path = [token for token in (cue.nbor(-1), *cue.nbor(-1).ancestors) if token.i > cue.head.i or is_noun(token)]
    people = [child(token, "dobj") if is_verb(token) else token for token in path]
    shown = next((one for one in people if one is not None and one.lemma_.lower() in ROLES), None)
    return shown if any(is_document(token) for token in path) else None


def _quoted_person(quote: Token) -> Token | None:
    return child(quote, "nsubjpass") if is_passive(quote) else child(quote, "dobj")


def _according_to(token: Token) -> Iterator[Attribution]:
    to = next((kid for kid in token.children if kid.lower_ == "to"), None)
    named = child(to, "pobj") if to is not None else child(token, "pobj")
    content = content_around(token, token)
    if named is None or content is None or (is_verb(token.head) and verb_kind(token.head) is not None):
        return
    source = (issuer(named) or named) if is_document(named) else owner_of_record(named) or named
    yield Attribution(token, CueKind.SAY, source, content, "according to")


def _hearsay(adverb: Token) -> Iterator[Attribution]:
    if not any(token.dep_ in ("ccomp", "xcomp", "acl") for token in (adverb.head, *adverb.head.ancestors)):
        content = content_around(adverb, adverb)
        if content is not None:
            yield Attribution(adverb, CueKind.ALLEGE, None, without_opening(content))


_SAID_BY_NOBODY = lexicon("claim report allegation accusation rumour rumor suggestion")


def _from_noun(noun: Token) -> Iterator[Attribution]:
    """ "Moscow’s claims to have …", "the statement by the mayor that …", "reports that …"."""
    content = clause_of_noun(noun)
    if content is None or any(kid.dep_ == "det" and kid.lower_ in ("no", "any") for kid in noun.children):
        return
    kind = cues.NOUNS[noun.lemma_.lower()]
    owner = child(noun, "poss") or _author(noun)
    above = next((verb for verb in noun.ancestors if is_verb(verb)), None)
    role = cues.VERBS.get(above.lemma_) if above is not None else None
    if owner is not None:
        yield Attribution(noun, kind, owner, content)
    elif above is not None and role is CueKind.DENY:
        if noun.dep_ == "pobj":
            # "dismissed as false reports that …": the parser takes the reports for the company of "as".
            yield Attribution(above, role, source_of(above), content)
    elif above is not None and (role is CueKind.SAY or above.lemma_ in cues.UTTERING) and not is_unsaid(above):
        yield Attribution(above if role is CueKind.SAY else noun, kind, source_of(above), content)
    elif content.form is Form.CLAUSE and noun.lemma_ in _SAID_BY_NOBODY:
        yield Attribution(noun, CueKind.ALLEGE, None, content)


def _author(noun: Token) -> Token | None:
    by = next((kid for kid in noun.children if kid.lower_ in ("by", "from") and kid.dep_ == "prep"), None)
    return child(by, "pobj") if by is not None else None


def _cut_at_others(attribution: Attribution, others: list[Attribution]) -> Attribution:
    """Leave to other speakers what is theirs: "…, despite Moscow’s claims", "…, but the mayor said"."""
    content = attribution.content
    for other in others:
        if not content.head.i < other.cue.i < content.end:
            continue
        limb = _limb(content.head, other.cue)
        if limb is None or limb.dep_ in ("ccomp", "xcomp", "nsubj", "nsubjpass", "dobj", "attr"):
            continue
        edge = limb.left_edge
        before = edge.doc[edge.i - 1] if edge.i else edge
        parted = before.text in (",", ";", "-", "–", "—") or before.dep_ == "cc" or limb.dep_ == "prep"
        if parted and edge.i > content.head.i and other.cue != attribution.cue:
            content = cut_before(content, edge)
    return replace(attribution, content=content)


def _limb(head: Token, inner: Token) -> Token | None:
    """The child of `head` that `inner` hangs on; None when it does not."""
    current = inner
    for above in inner.ancestors:
        if above == head:
            return current
        current = above
    return None


def _unnest(found: list[Attribution]) -> list[Attribution]:
    """An attribution whose whole content is another's ("X said that Y said") becomes its intermediary."""
    by_cue = {attribution.cue.i: attribution for attribution in found}
    wrapped: set[int] = set()
    result = []
    for attribution in found:
        inner = by_cue.get(attribution.content.head.i)
        if inner is not None and inner is not attribution:
            wrapped.add(attribution.cue.i)
    for attribution in found:
        if attribution.cue.i in wrapped and attribution.content.head.i in by_cue:
            continue
        outer = [other for other in found if other.content.head == attribution.cue and other.source is not None]
        via = tuple(other.source for other in outer if other.source is not None)
        result.append(replace(attribution, via=(*via, *attribution.via)))
    return result
