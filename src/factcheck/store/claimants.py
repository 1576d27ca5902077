"""What people said of claimants: these names are one, these are not, show it so. Only ever added to."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from factcheck.errors import StaleView
from factcheck.model import ClaimantAct, ClaimantStep
from factcheck.store.engine import Connection, IntegrityError, insert
from factcheck.store.joins import Joins
from factcheck.store.tables import claimant_acts, claimant_names

__all__ = ["Joins", "add", "listed", "newest", "newest_on", "standing"]

CHUNK = 500
MOST_KEPT = 8
_kept: dict[tuple[str, int, int, datetime], Joins] = {}
"""The newest folds, of whatever projects: acts are only ever added, so the newest one names them all."""


def add(connection: Connection, project: int, act: ClaimantAct) -> int:
    """Append an act; gives its id.

    Raises StaleView when another act on one of its names, or another undo of the same act, comes at this very
    moment; nothing is stored then.
    """
    row = {
        "project_id": project,
        "step": act.step,
        "value": act.value,
        "undoes": act.undoes or None,
        "why": act.why,
        "reviewer": act.reviewer,
        "created_at": datetime.now(UTC),
    }
    before = newest_on(connection, project, act.names)
    try:
        with connection.begin_nested():
            new = insert(connection, claimant_acts, row)
            given = [
                {"project_id": project, "act_id": new, "name": name, "follows": before.get(name, 0)}
                for name in dict.fromkeys(act.names)
            ]
            connection.execute(claimant_names.insert(), given)
            return new
    except IntegrityError as error:
        raise StaleView(
            "Somebody else spoke of the same claimant at this moment.", "Look at what changed, then decide again."
        ) from error


def newest_on(connection: Connection, project: int, names: tuple[str, ...]) -> dict[str, int]:
    """name → id of the newest act on it, for the names that have one."""
    wanted, found = sorted(set(names)), {}
    for start in range(0, len(wanted), CHUNK):
        query = sa.select(claimant_names.c.name, sa.func.max(claimant_names.c.act_id)).where(
            claimant_names.c.project_id == project, claimant_names.c.name.in_(wanted[start : start + CHUNK])
        )
        found.update({row[0]: row[1] for row in connection.execute(query.group_by(claimant_names.c.name))})
    return found


def newest(connection: Connection, project: int) -> int:
    """The id of the newest act, 0 without one."""
    query = sa.select(sa.func.max(claimant_acts.c.id)).where(claimant_acts.c.project_id == project)
    return int(connection.scalar(query) or 0)


def listed(connection: Connection, project: int) -> list[ClaimantAct]:
    """Every act, oldest first, those that were taken back included."""
    names: dict[int, list[str]] = {}
    query = sa.select(claimant_names.c.act_id, claimant_names.c.name).where(claimant_names.c.project_id == project)
    for act_id, name in connection.execute(query.order_by(claimant_names.c.id)):
        names.setdefault(act_id, []).append(name)
    rows = connection.execute(
        sa.select(claimant_acts).where(claimant_acts.c.project_id == project).order_by(claimant_acts.c.id)
    )
    return [
        ClaimantAct(
            step=ClaimantStep(row.step),
            names=tuple(names.get(row.id, ())),
            value=row.value,
            reviewer=row.reviewer,
            why=row.why,
            undoes=row.undoes or 0,
            id=row.id,
            created_at=row.created_at,
        )
        for row in rows
    ]


def standing(connection: Connection, project: int) -> Joins:
    """Which names are one claimant today; folded again only after a further act. Shared, so only to be read."""
    query = sa.select(claimant_acts.c.id, claimant_acts.c.created_at).where(claimant_acts.c.project_id == project)
    last = connection.execute(query.order_by(claimant_acts.c.id.desc()).limit(1)).one_or_none()
    if last is None:
        return Joins([])
    # The moment tells an act from one that was rolled back and whose id was given again.
    key = (str(connection.engine.url), project, last.id, last.created_at)
    found = _kept.get(key)
    if found is None:
        found = Joins(listed(connection, project))
        for old in list(_kept)[: max(0, len(_kept) - MOST_KEPT + 1)]:
            _kept.pop(old, None)
        _kept[key] = found
    return found
