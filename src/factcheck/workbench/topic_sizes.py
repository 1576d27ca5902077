"""How many topics a setting gives: today, or tried out without writing; and the setting itself."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck import neighbours
from factcheck.pipeline import topic_edits
from factcheck.store import analyses, claims, derived, projects, topic_groups
from factcheck.workbench import topic_state
from factcheck.workbench.desk import Desk
from factcheck.workbench.topic_cut import cut_of


@dataclass(frozen=True)
class Sizes:
    """How many claims each topic has, the largest first, how many have none, and how many were never analysed."""

    coarseness: int
    sizes: tuple[int, ...]
    ungrouped: int
    unknown: int = 0

    @property
    def topics(self) -> int:
        return len(self.sizes)


def today(desk: Desk) -> Sizes:
    with desk.reading() as connection:
        members = [len(topic.claim_ids) for topic in derived.list_topics(connection, desk.project)]
        total = claims.count(connection, desk.project)
        coarseness = topic_groups.coarseness(connection, desk.project)
    return Sizes(coarseness, tuple(members), total - sum(members))


def preview(desk: Desk, coarseness: int) -> Sizes:
    """The sizes that an analysis with this setting would give of the claims whose vectors are known."""
    cut_of(coarseness, 0)
    with desk.reading() as connection:
        run = analyses.latest(connection, desk.project, "done")
        ids, vectors = derived.claim_vectors(connection, desk.project, run.embedding_model if run else "")
        texts = topic_state.texts_from(connection, desk.project)(ids)
        before = topic_state.read(connection, desk.project)
        total = claims.count(connection, desk.project)
    text_of = {claim: texts[claim] for claim in ids}
    _, groups = topic_state.grouped(text_of, vectors, neighbours.nearest(vectors), coarseness, before)
    found = topic_edits.apply(groups, before.said, set(ids), dict(zip(ids, vectors, strict=True)))
    sizes = sorted((len(members) for members in found.values()), reverse=True)
    return Sizes(coarseness, tuple(sizes), len(ids) - sum(sizes), total - len(ids))


def apply(desk: Desk, coarseness: int, who: str) -> None:
    cut_of(coarseness, 0)
    with desk.writing() as connection:
        before = topic_groups.coarseness(connection, desk.project)
        if before == coarseness:
            return
        topic_groups.set_coarseness(connection, desk.project, coarseness)
        projects.claims_changed(connection, desk.project)
        desk.record(
            connection,
            who,
            "topics made coarser" if coarseness > before else "topics made finer",
            "how alike the claims of a topic must be",
            before=in_words(before),
            after=in_words(coarseness),
        )


def in_words(coarseness: int) -> str:
    """ "usual", "2 finer", "3 coarser"."""
    if not coarseness:
        return "usual"
    return f"{-coarseness} finer" if coarseness < 0 else f"{coarseness} coarser"
