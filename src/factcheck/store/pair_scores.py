"""What a model said of a pair both ways, kept by what it was asked; derived, and shared by all analyses of a project.

At 100,000 claims there may be 500,000 rows, so a row holds 16 bytes of a digest and eight numbers of 32 bits, no more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa

from factcheck.model import PairContext
from factcheck.store.engine import Connection
from factcheck.store.tables import pair_scores

CHUNK = 5_000
LOOSE = 10_000
"""So many rows that no analysis needs any more are let lie, and at most as many again as are needed."""


def key(model: str, first: str, second: str, context: PairContext) -> bytes:
    """What a pair is kept under, 16 bytes: all that the model's answer depends on. `first` is the text asked first."""
    told = "" if context.days is None else str(context.days), str(context.same_speaker)
    parts = [part.encode("utf-8", "surrogatepass") for part in (model, first, second, *told)]
    lengths = ",".join(str(len(part)) for part in parts)
    return hashlib.sha256(b"\0".join([lengths.encode(), *parts])).digest()[:16]


def known(connection: Connection, project: int, keys: Iterable[bytes]) -> dict[bytes, bytes]:
    """key → scores, 32 bytes, for those that were kept."""
    wanted = sorted(set(keys))
    found: dict[bytes, bytes] = {}
    for start in range(0, len(wanted), CHUNK):
        query = sa.select(pair_scores.c.pair, pair_scores.c.scores).where(
            pair_scores.c.project_id == project, pair_scores.c.pair.in_(wanted[start : start + CHUNK])
        )
        found.update((row[0], row[1]) for row in connection.execute(query))
    return found


def keep(connection: Connection, project: int, new: Mapping[bytes, bytes]) -> None:
    """Keep scores (32 bytes) by key; those that somebody else stored meanwhile stay."""
    there = known(connection, project, new)
    rows = [{"project_id": project, "pair": at, "scores": row} for at, row in new.items() if at not in there]
    if rows:
        connection.execute(pair_scores.insert(), rows)


def prune(connection: Connection, project: int, needed: Collection[bytes]) -> int:
    """Delete what is not `needed` once it is more than half of all, and more than LOOSE; how many went."""
    mine = pair_scores.c.project_id == project
    total = int(connection.scalar(sa.select(sa.func.count()).select_from(pair_scores).where(mine)) or 0)
    if total <= 2 * len(needed) + LOOSE:
        return 0
    stale = set(connection.scalars(sa.select(pair_scores.c.pair).where(mine))).difference(needed)
    at_hand = sa.delete(pair_scores).where(mine, pair_scores.c.pair == sa.bindparam("gone"))
    connection.execute(at_hand, [{"gone": one} for one in stale])
    return len(stale)
