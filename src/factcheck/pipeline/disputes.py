"""Claims and judged pairs → disputes: one question each, with the positions taken on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.model import Claim, Conflict, ConflictKind, Dispute, Position
from factcheck.text.normalise import shorten
from factcheck.text.words import content_stems, words

LABEL = 80


def line_up(
    claims: Sequence[Claim], conflicts: Sequence[Conflict], topic_of: Mapping[int, str]
) -> tuple[list[Dispute], list[Conflict]]:
    """Disputes, the surest first, and the same conflicts with their dispute and topic filled in.

    Conflicts about one question hang together by their claims; a clash of figures is another question than
    a clash of accounts. Agreeing claims stand on one side, clashing claims never do; a third side opens
    where a claim clashes with both. Claims that no conflict or agreement places stand on no side.
    """
    text_of = {claim.id: claim.claim_text for claim in claims}
    clashing = [c for c in conflicts if c.kind.is_conflict]
    agreeing = sorted((c for c in conflicts if c.kind is ConflictKind.AGREEMENT), key=_surest)
    disputes: list[Dispute] = []
    named: dict[tuple[str, bool], str] = {}
    for members in _questions(clashing, agreeing):
        sides = _sides(members, [c for c in agreeing if _counts(members[0]) or not _only_figures(c)])
        dispute = _dispute(members, sides, topic_of, text_of, {d.id for d in disputes})
        disputes.append(dispute)
        named |= {(c.id, _counts(c)): dispute.id for c in members}
    filled = [
        replace(
            c, dispute_id=named.get((c.id, _counts(c)), "") if c.kind.is_conflict else "", topic_id=_topic(c, topic_of)
        )
        for c in conflicts
    ]
    return sorted(disputes, key=lambda d: (-d.score, d.positions[0].claim_ids, d.id)), filled


def _surest(conflict: Conflict) -> tuple[float, int, int]:
    return -conflict.score, *_ids(conflict)


def _ids(conflict: Conflict) -> tuple[int, int]:
    first, second = sorted((conflict.claim_a_id, conflict.claim_b_id))
    return first, second


def _counts(conflict: Conflict) -> bool:
    return conflict.kind is ConflictKind.NUMBER


def _only_figures(agreement: Conflict) -> bool:
    """Whether two claims agree in a number that is marked in both, and perhaps in nothing else."""
    return bool(agreement.clash_a)


def _topic(conflict: Conflict, topic_of: Mapping[int, str]) -> str:
    return topic_of.get(conflict.claim_a_id) or topic_of.get(conflict.claim_b_id, "")


class _Union:
    """Disjoint sets of nodes."""

    def __init__(self) -> None:
        self.parent: dict[tuple[int, bool], tuple[int, bool]] = {}

    def root(self, node: tuple[int, bool]) -> tuple[int, bool]:
        self.parent.setdefault(node, node)
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def join(self, one: tuple[int, bool], other: tuple[int, bool]) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self.parent[high] = low


def _questions(clashing: Sequence[Conflict], agreeing: Sequence[Conflict]) -> list[list[Conflict]]:
    """Conflicts grouped by question: joined by a claim, or by two claims that agree, of one kind of question."""
    union = _Union()
    involved: set[tuple[int, bool]] = set()
    for c in clashing:
        nodes = (c.claim_a_id, _counts(c)), (c.claim_b_id, _counts(c))
        union.join(*nodes)
        involved.update(nodes)
    for c in agreeing:
        for counts in (True,) if _only_figures(c) else (False, True):
            nodes = (c.claim_a_id, counts), (c.claim_b_id, counts)
            if involved.issuperset(nodes):
                union.join(*nodes)
    groups: dict[tuple[int, bool], list[Conflict]] = {}
    for c in sorted(clashing, key=_surest):
        groups.setdefault(union.root((c.claim_a_id, _counts(c))), []).append(c)
    return [groups[root] for root in sorted(groups)]


def _sides(members: Sequence[Conflict], agreeing: Sequence[Conflict]) -> list[list[int]]:
    """The claims of one question by position, that of the smallest claim id first."""
    enemies = _enemies(members)
    blocks = _blocks(enemies, agreeing)
    sides: list[list[int]] = []
    for block in sorted(blocks, key=lambda b: (-sum(len(enemies.get(i, ())) for i in b), min(b))):
        # The first side that the block clashes with nowhere; by then the best-connected have chosen.
        side = next((s for s in sides if not _clash(block, s, enemies)), None)
        if side is None:
            sides.append(sorted(block))
        else:
            side.extend(block)
    return sorted((sorted(side) for side in sides), key=min)


def _enemies(members: Iterable[Conflict]) -> dict[int, set[int]]:
    enemies: dict[int, set[int]] = {}
    for c in members:
        enemies.setdefault(c.claim_a_id, set()).add(c.claim_b_id)
        enemies.setdefault(c.claim_b_id, set()).add(c.claim_a_id)
    return enemies


def _blocks(enemies: Mapping[int, set[int]], agreeing: Sequence[Conflict]) -> list[list[int]]:
    """Claims of the question, and those that agree with one, in blocks that agree; the surest agreement first."""
    block_of = {claim: [claim] for claim in enemies}
    for c in agreeing:
        if not enemies.keys() & {c.claim_a_id, c.claim_b_id}:
            continue
        one, other = (block_of.setdefault(claim, [claim]) for claim in _ids(c))
        if one is not other and not _clash(one, other, enemies):
            one.extend(other)
            block_of |= dict.fromkeys(other, one)
    return list({id(block): block for block in block_of.values() if enemies.keys() & set(block)}.values())


def _clash(block: Iterable[int], side: Iterable[int], enemies: Mapping[int, set[int]]) -> bool:
    others = set(side)
    return any(enemies.get(claim, set()) & others for claim in block)


def _dispute(
    members: Sequence[Conflict],
    sides: Sequence[Sequence[int]],
    topic_of: Mapping[int, str],
    text_of: Mapping[int, str],
    taken: set[str],
) -> Dispute:
    smallest = min(min(side) for side in sides)
    name = f"d{smallest}"
    if name in taken:  # the claim takes part in a question of figures as well
        name = f"d{smallest}n"
    return Dispute(
        id=name,
        topic_id=_topic(members[0], topic_of),
        label=_label(members[0], text_of),
        score=members[0].score,
        positions=tuple(Position(number, tuple(side)) for number, side in enumerate(sides, start=1)),
    )


def _label(surest: Conflict, text_of: Mapping[int, str]) -> str:
    """The question in few words: 'Rebel incursion: "repelled" or "still fighting"?'."""
    a, b = text_of.get(surest.claim_a_id, ""), text_of.get(surest.claim_b_id, "")
    blame = surest.kind is ConflictKind.RESPONSIBILITY
    about = "Who or what did it" if blame else _about(surest, a, b)
    if not (surest.clash_a and surest.clash_b):
        return shorten(about or a, LABEL)
    one, other = (shorten(t[slice(*spans[0])], LABEL // 3) for t, spans in ((a, surest.clash_a), (b, surest.clash_b)))
    question = f'"{one}" or "{other}"?'
    return f"{about[0].upper()}{about[1:]}: {question}" if about else question


def _about(surest: Conflict, a: str, b: str) -> str:
    """Up to two words that both texts share and that do not themselves clash, as the first text writes them."""
    marked = [range(*span) for span in surest.clash_a]
    both = content_stems(a) & content_stems(b)
    shared = {w.stem: w.text for w in reversed(words(a)) if w.stem in both and not any(w.start in m for m in marked)}
    return " ".join(list(reversed(shared.values()))[:2])
