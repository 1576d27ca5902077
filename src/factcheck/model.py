"""The words of the workbench as frozen values: what every layer hands to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, total) during long work."""

Span = tuple[int, int]
"""Half-open character range [start, end)."""


def silent(stage: str, done: int, total: int) -> None:
    """A `Progress` that says nothing."""


class ClaimantType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNKNOWN = ""


class DatePrecision(StrEnum):
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    ALLEGED = "alleged"
    UNVERIFIED = "not independently verified"


class ConflictKind(StrEnum):
    """The first three are conflicts; the last two are shown, but are none."""

    CONTRADICTION = "contradiction"
    NUMBER = "number"
    RESPONSIBILITY = "responsibility"
    SUPERSEDED = "superseded"
    AGREEMENT = "agreement"

    @property
    def is_conflict(self) -> bool:
        return self not in (ConflictKind.SUPERSEDED, ConflictKind.AGREEMENT)


class ConflictState(StrEnum):
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class PairChoice(StrEnum):
    """What a reviewer can say of a suggested conflict."""

    CONFIRM = "confirm"
    NOT_A_CONFLICT = "not a conflict"
    SUPERSEDED = "superseded"
    DIFFERENT_SCOPE = "different scope"

    @property
    def state(self) -> ConflictState:
        if self in (PairChoice.CONFIRM, PairChoice.SUPERSEDED):
            return ConflictState.CONFIRMED
        return ConflictState.DISMISSED


class Confidence(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class VerdictFlag(StrEnum):
    """Said beside the rating, never instead of it."""

    OUTDATED = "outdated_when_read"
    MISSING_CONTEXT = "missing_context"
    UNVERIFIED_AS_FACT = "unverified_as_fact"
    SATIRE = "satire"
    TRANSLATED = "translated"


class ReviewStatus(StrEnum):
    OPEN = "open"
    IN_REVIEW = "in_review"
    NEEDS_SECOND = "needs_second"
    DISPUTED = "disputed"
    FINAL = "final"
    CORRECTED = "corrected"


@dataclass(frozen=True)
class Rating:
    """One step of the rating scale; off-scale ratings have no value."""

    label: str
    value: int | None
    colour: str
    definition: str


SCALE: tuple[Rating, ...] = (
    Rating("True", 5, "#1a7f37", "Accurate, and nothing significant is missing."),
    Rating("Mostly true", 4, "#4c9a2a", "Accurate, but needs clarification or more information."),
    Rating("Mixed", 3, "#9a6700", "Accurate and inaccurate parts carry similar weight."),
    Rating("Mostly false", 2, "#bc4c00", "Has a grain of truth, but the point it makes is wrong."),
    Rating("False", 1, "#b3261e", "Not accurate."),
    Rating("Misleading / missing context", None, "#7a4fb5", "The words hold; what they suggest does not."),
    Rating("Unverifiable", None, "#57606a", "Could not be settled with the evidence at hand."),
    Rating("Not a factual claim", None, "#57606a", "Opinion, question or forecast; nothing to check."),
)
"""The default rating scale, best first."""


@dataclass(frozen=True)
class Article:
    """One published text. `published` is ISO 8601 at any precision, "" when unknown."""

    text: str
    title: str = ""
    author: str = ""
    source_name: str = ""
    source_url: str = ""
    published: str = ""
    language: str = ""
    archive_url: str = ""
    id: int = 0

    @property
    def name(self) -> str:
        return self.title or self.source_url or self.text[:60]


@dataclass(frozen=True)
class AttributedClaim:
    """Who said what in one text: `text[start:end] == quote`, always.

    `attribution_chain` runs from the publication inwards, e.g. ("TASS", "the ministry"). `check_worthiness`
    is in 0..1, None where nothing says how much it is worth checking (another language, or typed by a person).
    """

    claim_text: str
    quote: str
    start: int
    end: int
    claim_author_name: str = ""
    claim_author_type: ClaimantType = ClaimantType.UNKNOWN
    cue: str = ""
    attribution_chain: tuple[str, ...] = ()
    claim_date: str = ""
    claim_date_precision: DatePrecision = DatePrecision.UNKNOWN
    modality: Modality = Modality.ASSERTED
    check_worthiness: float | None = None


@dataclass(frozen=True)
class TaggedAttribution:
    """The words of one attribution, each part in as many pieces as the text has: (start, end) characters of it.

    `source` and `cue` are () where nobody is named and no word says that something was said; `content` never is.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class PastRuling:
    """A verdict given elsewhere and imported with the claim, kept as it was written."""

    textual_rating: str
    reviewer: str = ""
    rating_explanation: str = ""


@dataclass(frozen=True)
class Claim:
    """One checkable statement. `id` is 0 until it is stored; dates are ISO 8601, "" when unknown.

    `start`/`end` locate `quote` in the article's text when `article_id` is set. `claim_author_name` and
    `claim_author_type` stay as printed or imported; `joined` and `settled_type` are what people said of that
    name since, filled in when a claim is read. `check_worthiness` is in 0..1, None where nothing says how much the
    claim is worth checking (another language, or not analysed yet).
    """

    claim_text: str
    quote: str = ""
    start: int | None = None
    end: int | None = None
    claim_author_name: str = ""
    claim_author_type: ClaimantType = ClaimantType.UNKNOWN
    cue: str = ""
    modality: Modality = Modality.ASSERTED
    attribution_chain: tuple[str, ...] = ()
    claim_date: str = ""
    claim_date_precision: DatePrecision = DatePrecision.UNKNOWN
    claim_location: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    source_name: str = ""
    source_url: str = ""
    source_published: str = ""
    source_archive_url: str = ""
    article_title: str = ""
    external_id: str = ""
    past_ruling: PastRuling | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    id: int = 0
    article_id: int | None = None
    batch_id: int = 0
    check_worthiness: float | None = field(default=None, compare=False)
    joined: str = field(default="", compare=False)
    settled_type: ClaimantType = field(default=ClaimantType.UNKNOWN, compare=False)

    @property
    def claimant(self) -> str:
        """Who said it: the claimant that people joined the printed name to, else the printed name."""
        return self.joined or self.claim_author_name

    @property
    def claimant_type(self) -> ClaimantType:
        return self.settled_type or self.claim_author_type


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims to list; empty fields do not narrow. `topic_id` "" means ungrouped, None any.

    `claimant` is any name of a claimant and finds the claims under all its names.
    """

    search: str = ""
    claimant: str = ""
    source: str = ""
    topic_id: str | None = None
    ids: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Draft:
    """An article with the claims found in it, before a person has saved them.

    `accepted` names the claims a reviewer has looked at and found right; `typed` holds forms that are filled
    in halfway: form → field → what stands in it. Both are names that the pages give.
    """

    id: int
    article: Article
    claims: tuple[AttributedClaim, ...]
    version: int
    created_by: str
    created_at: datetime
    accepted: tuple[str, ...] = ()
    typed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class EntryState(StrEnum):
    """Where an entry of the reading queue stands; the last four are over."""

    WAITING = "waiting"
    READING = "reading"
    DRAFT = "draft"
    OPEN = "open"
    STORED = "stored"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        return self not in (EntryState.WAITING, EntryState.READING)


@dataclass(frozen=True)
class Brought:
    """What became of an article that was brought in: a new draft, a draft that waited already (open), or stored."""

    state: EntryState
    number: int
    title: str


@dataclass(frozen=True)
class QueueEntry:
    """A file or address that waits to be read, or was.

    `number` is the draft (or, when stored, the article) it became; `message` its title or why it failed.
    """

    id: int
    name: str
    state: EntryState
    number: int = 0
    message: str = ""
    created_by: str = ""


@dataclass(frozen=True)
class RowError:
    """Why one row of a claim file was rejected; `row` counts data rows from 1."""

    row: int
    column: str
    value: str
    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class ImportCounts:
    """Every row accounted for: read == added + updated + duplicate + rejected."""

    read: int = 0
    added: int = 0
    updated: int = 0
    duplicate: int = 0
    rejected: int = 0


@dataclass(frozen=True)
class Batch:
    """One import, undoable as a whole."""

    id: int
    name: str
    sha256: str
    counts: ImportCounts
    created_by: str
    created_at: datetime
    undone_at: datetime | None = None


@dataclass(frozen=True)
class Topic:
    """Claims about the same event or question."""

    id: str
    label: str
    keywords: tuple[str, ...]
    claim_ids: tuple[int, ...]


@dataclass(frozen=True)
class TopicHint:
    """A claim without a topic lies nearest, by mean cosine `likeness`, to the topic of another claim."""

    claim_id: int
    like_claim_id: int
    likeness: float


@dataclass(frozen=True)
class Origin:
    """Where one claim stands among the others.

    `same_id` ("s3") names the claims that say the same in nearly the same words, whoever says it: judged once.
    `origin_id` ("o3") names those that go back to one statement or dispatch, however many outlets carry it;
    `reason` says what shows that, "" for an origin of its own.
    """

    claim_id: int
    same_id: str
    origin_id: str
    reason: str = ""


CONTRADICTION, ENTAILMENT, NEUTRAL, SUPERSEDED = range(4)
"""The columns of the scores (n, 4) of pairs of statements, wherever they are made or read."""


@dataclass(frozen=True)
class PairContext:
    """What is known of two claims besides their texts."""

    days: int | None = None
    """How many days after the first the second was said; None: unknown."""
    same_speaker: bool = False

    def turned(self) -> PairContext:
        """The same, seen from the second claim."""
        return PairContext(None if self.days is None else -self.days, self.same_speaker)


@dataclass(frozen=True)
class Conflict:
    """Two claims lined up: what clashes, how sure the machine is, and why it says so.

    `score` is in 0..1. `claim_a_id` is the earlier claim where dates are known. `clash_a` and
    `clash_b` are spans in the two claim texts. `dispute_id` is "" for kinds that are no conflict. `parts` are the
    log-odds that add up to those of `score`, each with its name; an agreement has none.
    """

    claim_a_id: int
    claim_b_id: int
    kind: ConflictKind
    score: float
    score_contradiction_ab: float
    score_contradiction_ba: float
    score_similarity: float
    score_number: float
    score_time: float
    reason: str
    clash_a: tuple[Span, ...] = ()
    clash_b: tuple[Span, ...] = ()
    topic_id: str = ""
    dispute_id: str = ""
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def id(self) -> str:
        return conflict_id(self.claim_a_id, self.claim_b_id)


def conflict_id(first: int, second: int) -> str:
    """The name of a pair of claims: the same in whichever order, and after any re-analysis."""
    return f"c{min(first, second)}-{max(first, second)}"


@dataclass(frozen=True)
class Position:
    """One side of a dispute."""

    side: int
    claim_ids: tuple[int, ...]


@dataclass(frozen=True)
class Dispute:
    """Conflicts around one question, and the positions taken on it."""

    id: str
    topic_id: str
    label: str
    score: float
    positions: tuple[Position, ...]


@dataclass(frozen=True)
class Analysis:
    """One run. `state` is running, done, failed or abandoned; `done` of `total` in `stage`.

    `error` says why it failed, `note` what a finished one left out.
    """

    id: int
    state: str
    revision: int
    stage: str
    done: int
    total: int
    embedding_model: str
    nli_model: str
    error: str
    note: str
    started_at: datetime
    heartbeat_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True)
class Evidence:
    url: str
    archive_url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Verdict:
    """One version of one reviewer's judgement of one claim; versions are only ever added.

    `taken_from` is the id of the verdict on a near-copy that it was taken over from, 0 for one's own.
    """

    claim_id: int
    reviewer: str
    rating: str
    explanation: str = ""
    evidence: tuple[Evidence, ...] = ()
    as_of: str = ""
    confidence: Confidence = Confidence.MEDIUM
    flags: tuple[VerdictFlag, ...] = ()
    correction_note: str = ""
    id: int = 0
    version: int = 1
    created_at: datetime | None = None
    taken_from: int = 0


@dataclass(frozen=True)
class PairDecision:
    """What a reviewer said of a suggested conflict; the newest of a pair counts."""

    claim_a_id: int
    claim_b_id: int
    choice: PairChoice
    reason: str
    reviewer: str
    id: int = 0
    created_at: datetime | None = None


class ClaimantStep(StrEnum):
    """What a person can say of claimants."""

    JOIN = "join"
    REFUSE = "keep apart"
    SHOW = "show as"
    TYPE = "type"
    UNDO = "undo"


@dataclass(frozen=True)
class ClaimantAct:
    """One thing a person said of claimants' names; acts are only ever added.

    `value` is the name to show for JOIN and SHOW and the type for TYPE; `undoes` is the id of the act that an
    UNDO takes back.
    """

    step: ClaimantStep
    names: tuple[str, ...]
    value: str
    reviewer: str
    why: str = ""
    undoes: int = 0
    id: int = 0
    created_at: datetime | None = None


class TopicStep(StrEnum):
    """What a person can do to topics."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    UNDO = "undo"


@dataclass(frozen=True)
class TopicPlace:
    """Where a person put or left a claim; `topic_id` "" is out of all topics.

    A `firm` claim was put there and stays, whatever the machine groups. The others were there when a person worked
    on the topic: an analysis may part them from it, but never joins them to another that people worked on.
    """

    claim_id: int
    topic_id: str
    firm: bool


@dataclass(frozen=True)
class TopicAct:
    """One thing a person did to topics; acts are only ever added.

    `topics` are the ids it touches, that of the result first; `name` is what the first is called from then on, ""
    where the act names nothing. `told` says in one line what was done; `undoes` is the id of the act that an UNDO
    takes back.
    """

    step: TopicStep
    topics: tuple[str, ...]
    places: tuple[TopicPlace, ...]
    name: str
    told: str
    reviewer: str
    why: str = ""
    undoes: int = 0
    id: int = 0
    created_at: datetime | None = None


@dataclass(frozen=True)
class ActFilter:
    """Which acts to list; empty fields do not narrow. Each word stands somewhere in the act; days are UTC."""

    who: str = ""
    what: str = ""
    words: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Act:
    """One line of the history: what was done, by whom, from what to what, and why."""

    at: datetime
    who: str
    what: str
    subject: str
    before: str
    after: str
    why: str
