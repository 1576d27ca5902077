"""What people do to topics: rename, merge, split, move, undo. It shows at once, and every later analysis keeps it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from factcheck.errors import InvalidValue, NotFound, StaleView
from factcheck.model import Topic, TopicAct, TopicStep
from factcheck.pipeline.topic_edits import standing
from factcheck.store import claims, derived, projects, topic_acts, topic_groups
from factcheck.store.engine import Connection
from factcheck.text.normalise import shorten
from factcheck.workbench import topic_sizes, topic_state
from factcheck.workbench.desk import Desk, signed
from factcheck.workbench.topic_sizes import Sizes
from factcheck.workbench.topic_state import Before
from factcheck.workbench.topic_wishes import (
    Wish,
    by_labels,
    free_label,
    named,
    places_of,
    refuse_built_on,
    refuse_foreign,
    refuse_stale,
    said_before,
    sources_of,
    stands,
    topic_of,
)

TOLD = {
    TopicStep.RENAME: "topic renamed",
    TopicStep.MERGE: "topics merged",
    TopicStep.SPLIT: "topic split",
    TopicStep.MOVE: "claims moved",
    TopicStep.UNDO: "taken back",
}


class Topics:
    """Every act says what the person had seen: of two people at once the second is told, and nothing is lost."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def acts(self) -> Sequence[TopicAct]:
        """What people did and nobody took back, newest first, without the claims."""
        with self._desk.reading() as connection:
            acts = topic_acts.without_places(connection, self._desk.project)
        undone = {act.undoes for act in acts}
        return [act for act in reversed(acts) if act.step is not TopicStep.UNDO and act.id not in undone]

    def seen(self) -> int:
        """The id of the newest act, to hand back with the next one."""
        with self._desk.reading() as connection:
            return topic_acts.newest(connection, self._desk.project)

    def today(self, topic_id: str) -> str:
        """The id of the topic that was merged into another; `topic_id` itself when it was not."""
        with self._desk.reading() as connection:
            return standing(topic_acts.without_places(connection, self._desk.project)).today(topic_id)

    def hints(self, claim_ids: Collection[int]) -> dict[int, tuple[Topic, float]]:
        """claim id → its nearest topic and the mean cosine to its claims, for the ungrouped claims that have one."""
        with self._desk.reading() as connection:
            found = topic_groups.hints_for(connection, self._desk.project, claim_ids)
            by_id = {topic.id: topic for topic in derived.list_topics(connection, self._desk.project)} if found else {}
        return {claim: (by_id[topic], likeness) for claim, (topic, likeness) in found.items() if topic in by_id}

    def sizes(self) -> Sizes:
        """How many topics there are today, and of what size."""
        return topic_sizes.today(self._desk)

    def preview(self, coarseness: int) -> Sizes:
        """What a setting would give, with all that people did; nothing is written. Raises InvalidValue."""
        return topic_sizes.preview(self._desk, coarseness)

    def apply(self, coarseness: int, who: str) -> None:
        """Let later analyses group so finely (below 0) or coarsely (above). Raises InvalidValue."""
        topic_sizes.apply(self._desk, coarseness, signed(who))

    def rename(self, topic_id: str, name: str, who: str, seen: int, why: str = "") -> int:
        """Call a topic so from now on; gives the act's id, for `undo`.

        Raises NotFound for an unknown topic, InvalidValue for a blank name or another topic's, and StaleView when
        somebody changed the topic since `seen`.
        """
        wish = Wish(TopicStep.RENAME, signed(who), seen, why.strip(), (topic_id,), named(name))
        with self._desk.writing() as connection:
            before = self._before(connection)
            if again := said_before(before, wish):
                return again
            old = topic_of(before, topic_id).label
            if old == wish.name:
                raise InvalidValue(f"The topic is called “{old}” already.", "Type another name.")
            return self._act(connection, before, wish, wish.topics, f"“{old}”", old=old, new=wish.name)

    def merge(self, topic_ids: Sequence[str], who: str, seen: int, name: str = "", why: str = "") -> int:
        """Make topics one, under the first one's id and under `name` or the first one's label.

        What an analysis would put into any of them later goes there too. Raises as `rename` does.
        """
        ids = tuple(dict.fromkeys(topic_ids))
        if len(ids) < 2:
            raise InvalidValue("A merge needs two topics or more.", "Choose another topic.")
        wish = Wish(TopicStep.MERGE, signed(who), seen, why.strip(), ids, name.strip())
        with self._desk.writing() as connection:
            before = self._before(connection)
            if again := said_before(before, wish):
                return again
            merged = [topic_of(before, topic_id) for topic_id in ids]
            chosen = frozenset(claim for topic in merged for claim in topic.claim_ids)
            wish = replace(wish, name=named(name or merged[0].label), chosen=chosen, target=ids[0])
            return self._act(connection, before, wish, ids, by_labels(before, ids), new=wish.name)

    def split(self, claim_ids: Collection[int], who: str, seen: int, name: str = "", why: str = "") -> int:
        """Make a new topic of claims of any topic or of none; without a `name` it is called after its words.

        The new topic's id is the first of the act's topics. Raises as `rename` does, and InvalidValue for all claims
        of a topic.
        """
        chosen = frozenset(claim_ids)
        wish = Wish(TopicStep.SPLIT, signed(who), seen, why.strip(), (), name.strip(), chosen)
        with self._desk.writing() as connection:
            before = self._before(connection)
            if again := said_before(before, wish):
                return again
            self._check_claims(connection, chosen)
            sources = sources_of(before, chosen)
            if any(chosen == set(before.by_id[source].claim_ids) for source in sources):
                whole = by_labels(before, sources)
                raise InvalidValue(f"These are all the claims of {whole}.", "Rename the topic instead.")
            shown = named(name.strip() or self._words(connection, before, chosen, sources))
            wish = replace(wish, target=f"t{before.highest + 1}", name=shown)
            subject = f"{_counted(chosen)} of {by_labels(before, sources)}"
            return self._act(connection, before, wish, (wish.target, *sources), subject, new=shown)

    def move(self, claim_ids: Collection[int], to: str, who: str, seen: int, why: str = "") -> int:
        """Move claims to another topic, or, with `to` "", out of all topics. Raises as `rename` does."""
        chosen = frozenset(claim_ids)
        wish = Wish(TopicStep.MOVE, signed(who), seen, why.strip(), (to,) if to else (), "", chosen, to)
        with self._desk.writing() as connection:
            before = self._before(connection)
            if again := said_before(before, wish):
                return again
            self._check_claims(connection, chosen)
            new = topic_of(before, to).label if to else "no topic"
            if all(stands(before, claim, to) for claim in chosen):
                raise InvalidValue(
                    f"{_counted(chosen).capitalize()} chosen, all there already.", "Choose another topic."
                )
            sources = [source for source in sources_of(before, chosen) if source != to]
            first = claims.by_ids(connection, self._desk.project, [min(chosen)])[min(chosen)].claim_text
            subject = f"“{shorten(first, 120)}”" + (f" and {len(chosen) - 1} more" if len(chosen) > 1 else "")
            touched = (*wish.topics, *sources)
            return self._act(connection, before, wish, touched, subject, old=by_labels(before, sources), new=new)

    def undo(self, act_id: int, who: str, why: str = "") -> int:
        """Take an act back; what it said no longer counts, and both stay in the history.

        Raises NotFound for an unknown act, StaleView when somebody took it back before, and InvalidValue while a
        later act on the same topics or claims builds on it.
        """
        with self._desk.writing() as connection:
            before = self._before(connection)
            acts = topic_acts.listed(connection, self._desk.project)
            act = next((act for act in acts if act.id == act_id and act.step is not TopicStep.UNDO), None)
            if act is None:
                raise NotFound(f"There is no act {act_id} on topics.", "See the list on the page Topics.")
            earlier = next((other for other in acts if other.undoes == act_id), None)
            if earlier and earlier.reviewer == signed(who):
                return earlier.id
            if earlier:
                raise StaleView(f"{earlier.reviewer} has taken this back already.", "Nothing was changed.")
            refuse_built_on(before, act)
            undoing = TopicAct(TopicStep.UNDO, act.topics, (), "", act.told, signed(who), why.strip(), act.id)
            new = topic_acts.add(connection, self._desk.project, undoing)
            what = f"{TOLD[act.step]}: {TOLD[TopicStep.UNDO]}"
            self._desk.record(connection, who, what, shorten(act.told, 500), why=why.strip())
            self._settle(connection, before, act.step)
            return new

    def _before(self, connection: Connection) -> Before:
        return topic_state.read(connection, self._desk.project)

    def _act(
        self,
        connection: Connection,
        before: Before,
        wish: Wish,
        touched: Sequence[str],
        subject: str,
        *,
        old: str = "",
        new: str,
    ) -> int:
        """Store an act with its line in the history, and let it show."""
        refuse_stale(topic_acts.listed(connection, self._desk.project), wish, touched)
        refuse_foreign(before, wish.name, touched)
        renamed = wish.step is TopicStep.RENAME
        told = " → ".join(part for part in ("" if renamed else subject, old, new) if part)
        act = TopicAct(wish.step, tuple(touched), places_of(before, wish, touched), wish.name, told, wish.who, wish.why)
        number = topic_acts.add(connection, self._desk.project, act)
        what, subject = TOLD[wish.step], shorten(subject, 500)
        self._desk.record(connection, wish.who, what, subject, before=old, after=new, why=wish.why)
        self._settle(connection, before, wish.step)
        return number

    def _settle(self, connection: Connection, before: Before, step: TopicStep) -> None:
        topic_state.refresh(connection, self._desk.project, before.topics)
        if step is not TopicStep.RENAME:
            # Claims of one topic are compared with each other: the pairs are now out of date.
            projects.claims_changed(connection, self._desk.project)

    def _check_claims(self, connection: Connection, chosen: frozenset[int]) -> None:
        if not chosen:
            raise InvalidValue("No claim was chosen.", "Choose one claim or more.")
        missing = chosen - claims.active(connection, self._desk.project, chosen)
        if missing:
            raise NotFound(f"There is no claim {min(missing)} in this project.", "See the list of claims.")

    def _words(self, connection: Connection, before: Before, chosen: frozenset[int], sources: Sequence[str]) -> str:
        """A label for the claims from the words that set them apart from the topics they come from."""
        rest = {claim for source in sources for claim in before.by_id[source].claim_ids} - chosen
        texts = topic_state.texts_from(connection, self._desk.project)
        return free_label(before, topic_state.describe_part(chosen, rest, texts))


def _counted(chosen: Collection[int]) -> str:
    return "1 claim" if len(chosen) == 1 else f"{len(chosen)} claims"
