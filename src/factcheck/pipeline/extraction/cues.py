"""A word in → what kind of attribution it can carry out: the lexicon of verbs and nouns of speaking."""

from __future__ import annotations

from enum import StrEnum

from factcheck.model import Modality
from factcheck.pipeline.extraction.lexicon import lexicon


class CueKind(StrEnum):
    """What a cue does with its content."""

    SAY = "say"
    CONFIRM = "confirm"
    DENY = "deny"
    ALLEGE = "allege"
    PROMISE = "promise"
    ACCUSE = "accuse"
    BLAME = "blame"
    DESCRIBE = "describe"
    FIGURE = "figure"

    @property
    def modality(self) -> Modality:
        return _MODALITY.get(self, Modality.ASSERTED)


_MODALITY = {
    CueKind.CONFIRM: Modality.CONFIRMED,
    CueKind.DENY: Modality.DENIED,
    CueKind.ALLEGE: Modality.ALLEGED,
    CueKind.ACCUSE: Modality.ALLEGED,
    CueKind.BLAME: Modality.ALLEGED,
}


def _by_kind(lists: dict[CueKind, str]) -> dict[str, CueKind]:
    return {word: kind for kind, listed in lists.items() for word in lexicon(listed)}


VERBS = _by_kind(
    {
        CueKind.SAY: "say tell add state claim declare announce report explain insist argue maintain assert contend "
        "estimate warn note stress emphasise emphasize reiterate repeat write post tweet reply respond answer "
        "comment remark observe reveal disclose recall predict forecast suggest believe think complain boast "
        "hint indicate testify conclude find caution assure inform notify reckon suspect fear speculate "
        "proclaim profess affirm attest counter point recount retort swear calculate",
        CueKind.CONFIRM: "confirm verify corroborate acknowledge admit concede",
        CueKind.DENY: "deny refute rebut reject dismiss",
        CueKind.ALLEGE: "allege purport charge",
        CueKind.PROMISE: "promise vow pledge threaten",
        CueKind.ACCUSE: "accuse",
        CueKind.BLAME: "blame",
        CueKind.DESCRIBE: "call describe brand label denounce condemn characterise characterize",
        CueKind.FIGURE: "put",
    }
)
"""Lemma of a verb → its kind."""

NOUNS = _by_kind(
    {
        CueKind.SAY: "claim statement assertion report warning announcement insistence estimate suggestion "
        "contention prediction argument belief testimony assessment rumour rumor",
        CueKind.CONFIRM: "confirmation admission acknowledgement",
        CueKind.DENY: "denial",
        CueKind.ALLEGE: "allegation accusation charge complaint",
        CueKind.PROMISE: "promise pledge vow",
    }
)
"""Lemma of a noun that takes "that …" or "to have …" → its kind."""

HEARSAY_ADVERBS = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
"""Adverbs by which an outlet hands on what it does not vouch for."""

RAISING = lexicon("say allege report believe think claim understand estimate rumour rumor purport suspect fear presume")
"""Verbs of "is said to be", "was alleged to have"."""

UTTERING = lexicon("make issue release publish voice offer give spread put present")
"""Verbs that utter a claim, a statement, a warning."""

ACTS_OF_SPEECH = lexicon("call urge demand appeal ask warn promise pledge vow accuse blame order thank add praise")
"""Verbs that go with "said" and not with what was said: "said it was ready and called on"."""

NEEDS_PARTICLE = {"point": "out"}
"""Verbs of speaking only with this particle."""

CLAIMS_REFERRED_TO = lexicon(
    "allegation accusation claim charge report assertion statement suggestion rumour rumor that this it"
)
"""What "denied the allegation" points back to."""

TAKES_EVENT = lexicon("report confirm acknowledge admit verify deny")
"""Verbs whose object can be the event itself: "reported fighting"."""

NO_EVENT = lexicon(
    "claim report allegation accusation charge news information detail figure number story account "
    "receipt statement it this that them what case"
)
"""Objects that only point at something said elsewhere."""

FINDERS = lexicon(
    "report study survey poll inquiry enquiry investigation review audit analysis court judge jury "
    "commission committee panel inspector investigator researcher scientist auditor regulator tribunal "
    "body document figure datum data statistics results paper team agency council prosecutor"
)
"""Subjects whose "found", "indicated" or "read" is a statement and not a discovery of a lost key."""

NEEDS_FINDER = frozenset({"find", "indicate"})

DOCUMENTS = lexicon(
    "statement message post letter communique communiqué tweet note memo email release bulletin broadcast "
    "address appeal declaration interview speech video footage clip recording transcript remark comment "
    "word testimony article"
)
"""Things that speak for somebody else."""

RECORDS = lexicon(
    "guidance guideline figure datum data statistic record estimate calculation rule plan website count tally "
    "projection forecast timetable account"
)
"""Things that somebody keeps or publishes, and who answers for what they say."""

REPORTS = lexicon("report study survey analysis review research")
"""Works that speak for themselves unless they are somebody’s own."""

SPEAKS_IF_QUOTED = lexicon(
    "read ask continue quip joke shout cry exclaim laugh sigh whisper plead urge go conclude begin start "
    "quote describe call exhort appeal vow tell accuse react thunder fume muse interject protest"
)
"""Verbs that carry direct speech, but no reported clause."""

OPENS_SPEECH = frozenset({"go", "continue", "proceed", "keep", "use"})
"""Verbs after which "to say" is still said: "went on to say", "used to say"."""

HYPOTHETICAL = lexicon("would could should may might must can")
"""Auxiliaries under which nothing was said yet."""
