"""What was said and who said it in → a sentence that stands alone, without the "X said", out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.pipeline.extraction.actors import Actor
from factcheck.pipeline.extraction.content import Content, Form
from factcheck.pipeline.extraction.cues import CueKind
from factcheck.pipeline.extraction.events import sentence_about_event, sentence_about_speaker
from factcheck.pipeline.extraction.first_person import turn_to_third
from factcheck.pipeline.extraction.names import is_name
from factcheck.pipeline.extraction.negation import negate
from factcheck.pipeline.extraction.references import Meant, own_inside_marks, spell_out
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.syntax import (
    RELATIVE,
    SUBJECTS,
    antecedent,
    auxiliaries,
    child,
    is_plural,
    is_verb,
)
from factcheck.pipeline.extraction.verb_forms import past, present
from factcheck.pipeline.extraction.wording import Wording

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOT_TRUE = "it is not true that"
_NOMINATIVE = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we"}


@dataclass(frozen=True)
class Said:
    """One reported content with what is known about its saying.

    `source` is the word that names the speaker; `accused` is whom "they" means after "blamed Y …,
    saying they". `place` is the article offset.
    """

    content: Content
    cue: Token
    kind: CueKind
    speaker: Actor | None
    source: Token | None
    accused: Actor | None
    place: int


def phrase_of(said: Said, speakers: Speakers) -> str:
    """The content as a clause without capital and full stop; "" when no safe sentence can be made."""
    makers = {
        Form.CLAUSE: _clause,
        Form.INFINITIVE: _infinitive,
        Form.GERUND: _gerund,
        Form.EVENT: _event,
        Form.BLAME: _blame,
        Form.DESCRIPTION: _description,
        Form.FIGURE: _figure,
    }
    return makers[said.content.form](said, speakers) if said.content.form in makers else ""


def speech_phrase(words: Wording, speaker: Actor | None, speakers: Speakers, place: int) -> str:
    """Direct speech with "I" or "we" turned into the speaker's name where that is safe."""
    if speaker is not None:
        turn_to_third(words, speaker)
    spell_out(words, None, speakers, place)
    return words.phrase().strip(". ") if words.phrase().startswith("..") else words.phrase()


def _clause(said: Said, speakers: Speakers) -> str:
    content = said.content
    words = Wording(content.tokens())
    _relative_subject(words, content.head)
    spell_out(words, _meant(said), speakers, said.place)
    own_inside_marks(words, said.speaker)
    if said.kind is CueKind.DENY and not negate(words, content.head):
        words.drop_marks()
        return f"{NOT_TRUE} {words.phrase()}"
    words.drop_marks()
    subject = _subject(said, speakers)[0] if content.subject is not None else ""
    return f"{subject} {words.phrase()}".strip()


def _meant(said: Said) -> Meant | None:
    if said.accused is not None:
        return Meant(said.accused, surely=True)
    return Meant(said.speaker, said.source) if said.speaker is not None else None


def _relative_subject(words: Wording, verb: Token) -> None:
    """ "a port which they said was Berdiansk": the port takes the place of "which"."""
    subject = child(verb, *SUBJECTS)
    above = verb.head if verb.dep_ == "ccomp" else verb
    noun = antecedent(above)
    if noun is None:
        return
    phrase = f"the {noun.text}" if noun.pos_ == "NOUN" else noun.text
    if subject is not None and subject.lower_ in RELATIVE and subject in words:
        words.put(subject, phrase)
    elif subject is not None and subject.lower_ in RELATIVE:
        first = words.tokens[0]
        words.put(first, f"{phrase} {first.text}")


def _infinitive(said: Said, speakers: Speakers) -> str:
    verb = said.content.head
    subject, plural = _subject(said, speakers)
    if not subject:
        return ""
    words = Wording(said.content.tokens())
    if said.kind is CueKind.PROMISE:
        words.put(_to(verb), "will")
    else:
        _make_finite(words, verb, plural=plural, in_past=_in_past(said.cue))
    spell_out(words, None, speakers, said.place)
    if said.kind is CueKind.DENY:
        return f"{NOT_TRUE} {subject} {words.phrase()}"
    words.drop_marks()
    return f"{subject} {words.phrase()}"


def _to(verb: Token) -> Token:
    return next((kid for kid in verb.children if kid.tag_ == "TO"), verb)


def _make_finite(words: Wording, verb: Token, *, plural: bool, in_past: bool) -> None:
    """ "to have sunk" → "sank", "to have been sunk" → "was sunk", "to be lost" → "is lost"."""
    to, helpers = _to(verb), [token for token in auxiliaries(verb) if token.tag_ != "TO"]
    have = next((token for token in helpers if token.lemma_ == "have"), None)
    be = next((token for token in helpers if token.lemma_ == "be"), None)
    words.put(to, "")
    if have is not None:
        words.put(have, "")
    negation = next((kid for kid in verb.children if kid.dep_ == "neg"), None)
    in_past = in_past or have is not None
    carrier = be if be is not None else verb
    finite = past(carrier.lemma_, plural=plural) if in_past else present(carrier.lemma_, plural=plural)
    if negation is not None:
        words.put(negation, "")
        support = "did" if in_past else present("do", plural=plural)
        finite = f"{finite} not" if carrier.lemma_ == "be" else f"{support} not {carrier.lemma_}"
    words.put(carrier, finite)


def _in_past(cue: Token) -> bool:
    helpers = auxiliaries(cue)
    if helpers:
        return helpers[0].tag_ == "VBD"
    return cue.tag_ in ("VBD", "VBN", "VBG", "NN", "NNS")


def _gerund(said: Said, speakers: Speakers) -> str:
    subject, plural = _subject(said, speakers)
    if not subject:
        return ""
    words = Wording(said.content.tokens())
    denied = said.kind is CueKind.DENY
    if any(kid.tag_ not in ("VBG", "VBN") for kid in said.content.head.conjuncts):
        return _as_told(said)
    verbs = [said.content.head, *(kid for kid in said.content.head.conjuncts if kid.tag_ in ("VBG", "VBN"))]
    for number, verb in enumerate(verbs):
        _past_of_gerund(words, verb, plural=plural, denied=denied, first=number == 0)
    if denied:
        for token in said.content.head.children:
            if token.lower_ == "and" and token.dep_ == "cc":
                words.put(token, "or")
    spell_out(words, None, speakers, said.place)
    words.drop_marks()
    return f"{subject} {words.phrase()}"


def _past_of_gerund(words: Wording, verb: Token, *, plural: bool, denied: bool, first: bool) -> None:
    helpers = [token for token in auxiliaries(verb) if token.lower_ in ("having", "being", "been")]
    be = next((token for token in helpers if token.lower_ != "having"), None)
    for token in helpers:
        words.put(token, "")
    carrier = be if be is not None else verb
    negation = next((kid for kid in verb.children if kid.dep_ == "neg"), None)
    if negation is not None:
        words.put(negation, "")
    negative = denied != (negation is not None)
    if not negative:
        words.put(carrier, past("be" if carrier is be else carrier.lemma_.lower(), plural=plural))
    elif carrier is be or carrier.lemma_ == "be":
        words.put(carrier, f"{past('be', plural=plural)} not")
    else:
        words.put(carrier, f"did not {carrier.lemma_.lower()}" if first else carrier.lemma_.lower())


def _event(said: Said, speakers: Speakers) -> str:
    thing, denied = said.content.head, said.kind is CueKind.DENY
    if said.speaker is not None and said.speaker.name:
        speaker = said.speaker
        own = sentence_about_speaker(thing, speaker.phrase, plural=speaker.plural, denied=denied)
        if own:
            return own
    return sentence_about_event(thing, said.content.tokens(), denied=denied, past=_in_past(said.cue)) or _as_told(said)


def _as_told(said: Said) -> str:
    """The last resort, true and grammatical though it names the telling: "the board confirmed the closure"."""
    if said.speaker is None or not said.speaker.name or auxiliaries(said.cue):
        return ""
    words = Wording(said.content.tokens())
    words.drop_marks()
    return f"{said.speaker.phrase} {said.cue.text} {words.phrase()}"


def _blame(said: Said, speakers: Speakers) -> str:
    if is_verb(said.content.head):
        return _gerund(said, speakers)
    subject, plural = _subject(said, speakers)
    thing = Wording(said.content.tokens())
    spell_out(thing, None, speakers, said.place)
    thing.drop_marks()
    return f"{subject} {past('be', plural=plural)} responsible for {thing.phrase()}" if subject else ""


def _description(said: Said, speakers: Speakers) -> str:
    subject, plural = _subject(said, speakers)
    quality = Wording(said.content.tokens())
    spell_out(quality, None, speakers, said.place)
    quality.drop_marks()
    link = "guilty of " if said.kind is CueKind.ACCUSE else ""
    verb = past("be", plural=plural) if _in_past(said.cue) else present("be", plural=plural)
    return f"{subject} {verb} {link}{quality.phrase()}" if subject else ""


def _figure(said: Said, speakers: Speakers) -> str:
    subject, plural = _subject(said, speakers)
    number = Wording(said.content.tokens()).phrase()
    return f"{subject} {past('be', plural=plural)} {number}" if subject else ""


def _subject(said: Said, speakers: Speakers) -> tuple[str, bool]:
    """The phrase that becomes the subject and whether it is plural; ("", False) when nobody is named."""
    token = said.content.subject
    if token is None:
        speaker = said.speaker
        return (speaker.phrase, speaker.plural) if speaker is not None and speaker.name else ("", False)
    if token.pos_ == "PRON":
        # "She called her a liar": nobody is both the subject and the object.
        other = said.speaker if token.dep_ == "dobj" else None
        actor = speakers.behind_pronoun(token.lower_, said.place, but=other)
        if actor is not None:
            return actor.phrase, actor.plural
        return _NOMINATIVE.get(token.lower_, token.lower_), token.lower_ in ("they", "them", "we", "us")
    named = is_name(token) or any(kid.dep_ == "appos" and is_name(kid) for kid in token.children)
    actor = speakers.identify(token, said.place) if named else None
    if actor is not None and child(token, "conj") is None:
        return actor.phrase, actor.plural
    words = Wording(_without_deed(token, said.content))
    spell_out(words, None, speakers, said.place)
    words.drop_marks()
    return words.phrase(), is_plural(token)


def _without_deed(token: Token, content: Content) -> list[Token]:
    """The phrase of `token` without a content that the parser hung below it."""
    start = content.start - 1 if content.head in token.subtree else token.right_edge.i + 1
    return [part for part in token.subtree if part.i < start or content.head not in token.subtree]


def holds_verb(doc: Doc) -> bool:
    """Whether there is a verb in `doc`, so that it can say something."""
    return any(token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBG", "VBN") for token in doc)
