"""A sentence or a claim in → whether the outlet vouches for it, out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.model import Modality
from factcheck.pipeline.extraction import cues
from factcheck.pipeline.extraction.cues import CueKind

_CHECKED = r"(?:verif|confirm|corroborat|authenticat|substantiat)\w*"
_CANNOT = (
    r"(?:could\s+not|couldn[’']t|cannot|can\s+not|(?:un|not\s+)able\s+to|no\s+way\s+to|(?:im|not\s+)possible\s+to"
    r"|ha(?:s|ve)\s+not|not)"
)
_TOLD = r"(?:claims?|reports?|accounts?|allegations?|figures?|footage|assertions?|statements?)"
_UNVERIFIABLE = re.compile(
    rf"\b(?:{_CANNOT}\b[^.;]{{0,40}}\bindependent(?:ly)?\b[^.;]{{0,40}}{_CHECKED}"
    rf"|{_CANNOT}\b[^.;]{{0,20}}{_CHECKED}\s+independently"
    rf"|(?:could\s+not|couldn[’']t|cannot)\s+(?:\w+\s+)?be\s+(?:\w+\s+)?{_CHECKED}"
    rf"|ha(?:s|ve)\s+not\s+(?:\w+\s+)?been\s+(?:\w+\s+)?(?:verified|corroborated|authenticated|substantiated)"
    rf"|neither\b[^.;]{{0,80}}\b(?:could|can|has|have)\b[^.;]{{0,30}}{_CHECKED}"
    rf"|no\s+independent\s+(?:confirmation|verification)"
    rf"|{_CANNOT}\b[^.;]{{0,20}}{_CHECKED}\s+(?:the|these|those|any|either|both|his|her|its|their)\s+{_TOLD}"
    rf"|{_CANNOT}\b[^.;]{{0,20}}(?:verify|corroborate|authenticate)\s+(?:it|them|this|that|either)\b)",
    re.IGNORECASE,
)


def says_unverified(sentence: str) -> bool:
    """Whether a sentence says that something told before it could not be checked."""
    return _UNVERIFIABLE.search(sentence) is not None


def modality_of(kind: CueKind, words: Iterable[str]) -> Modality:
    """The modality that the cue gives, unless the claim's own words ("allegedly") weaken it."""
    modality = kind.modality
    if modality is Modality.ASSERTED and any(word in cues.HEARSAY_ADVERBS for word in words):
        return Modality.ALLEGED
    return modality


def modality_of_speech(kind: CueKind | None) -> Modality:
    """Direct speech speaks for itself: only confirming and alleging carry over from its cue."""
    return kind.modality if kind in (CueKind.CONFIRM, CueKind.ALLEGE) else Modality.ASSERTED


def unverified(modality: Modality) -> Modality:
    """What a claim becomes when the outlet could not check it: a denial stays one."""
    return modality if modality is Modality.DENIED else Modality.UNVERIFIED
