"""Article text and its attributed claims in → what the outlet states in its own voice, out.

Kept apart from attributed claims: nobody is quoted, so whoever published the text answers for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.model import AttributedClaim, Span
from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.dates import published_on
from factcheck.pipeline.extraction.interviews import Role, find_turns
from factcheck.pipeline.extraction.lexicon import lexicon
from factcheck.pipeline.extraction.modality import says_unverified
from factcheck.pipeline.extraction.paragraphs import split_paragraphs
from factcheck.pipeline.extraction.parser import Parser, load_parser
from factcheck.pipeline.extraction.reading_order import Parsed, article_span, parse_article
from factcheck.pipeline.extraction.references import replace_pronoun, spell_out
from factcheck.pipeline.extraction.speakers import Speakers
from factcheck.pipeline.extraction.speech import stand_in_tokens
from factcheck.pipeline.extraction.syntax import is_statement, is_verb, subject_of
from factcheck.pipeline.extraction.wording import Wording, sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_FEWEST_WORDS = 6
_READERS = lexicon("i we you me us")
_MOST_COVERED = 0.2
"""Of a sentence: when claims hold more of it, what is left only introduces them."""


def own_statements(
    text: str, published: str, claims: Sequence[AttributedClaim], *, parser: Parser | None = None
) -> list[AttributedClaim]:
    """Sentences of `text`, in English, that state something and belong to none of `claims`; sorted by start.

    `text[start:end] == quote` for each. They have no claimant and no cue, and the date of publication. Questions,
    what is addressed to the reader, and sentences that only tell of speaking are left out. Raises ModelUnavailable
    when no `parser` is given and the pinned one cannot be loaded.
    """
    parsed = parse_article(text, parser if parser is not None else load_parser())
    speakers = Speakers([(part.doc, part.passage) for part in parsed])
    date, precision = published_on(published)
    turns = find_turns(text, split_paragraphs(text))
    taken = [(claim.start, claim.end) for claim in claims]
    taken += [turn.span for turn in turns if turn.role is not Role.NEITHER]
    found = []
    for part in parsed:
        for sent in part.doc.sents:
            span = article_span(part.passage, sent.start_char, sent.end_char, text)
            if _covered(span, taken) or not _states(sent, part):
                continue
            claim_text = sentence(_alone(sent, speakers, span[0]))
            if any(map(str.isalpha, claim_text)):
                quote = text[slice(*span)]
                found.append(AttributedClaim(claim_text, quote, *span, claim_date=date, claim_date_precision=precision))
    return found


def _alone(sent: Tokens, speakers: Speakers, place: int) -> str:
    """The sentence with the name of whom its subject stands for, where that is known."""
    words = Wording(sent)
    subject = subject_of(sent.root)
    actor = speakers.behind_pronoun(subject.lower_, place) if subject is not None and subject.pos_ == "PRON" else None
    if subject is not None and actor is not None and actor.name:
        replace_pronoun(words, subject, actor)
    spell_out(words, None, speakers, place)
    return words.phrase()


def _states(sent: Tokens, part: Parsed) -> bool:
    root = sent.root
    if not (is_verb(root) or root.pos_ == "AUX") or not is_statement(root) or sent.text.rstrip()[-1:] not in ".!":
        return False
    if sum(token.is_alpha for token in sent) < _FEWEST_WORDS or says_unverified(sent.text):
        return False
    if stand_in_tokens(part.doc, part.passage) & set(range(sent.start, sent.end)):
        return False
    subject = subject_of(root)
    if subject is not None and subject.lower_ in _READERS:
        return False
    return root.lemma_.lower() not in cues.VERBS and root.lemma_.lower() not in cues.SPEAKS_IF_QUOTED


def _covered(span: Span, taken: Sequence[Span]) -> bool:
    shared = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in taken)
    return shared > _MOST_COVERED * (span[1] - span[0])
