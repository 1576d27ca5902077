"""The history: one line for every human act, written in the act's own transaction."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa

from factcheck.model import Act, ActFilter
from factcheck.store.engine import Connection, insert
from factcheck.store.search import holds
from factcheck.store.tables import acts


def record(connection: Connection, project: int, act: Act) -> None:
    insert(connection, acts, asdict(act) | {"project_id": project})


def page(connection: Connection, project: int, where: ActFilter, limit: int, offset: int = 0) -> list[Act]:
    """A page of the acts that fit, newest first."""
    columns = [acts.c[name] for name in Act.__dataclass_fields__]
    query = sa.select(*columns).where(*_conditions(project, where)).order_by(acts.c.id.desc())
    return [Act(**row) for row in connection.execute(query.limit(limit).offset(offset)).mappings()]


def count(connection: Connection, project: int, where: ActFilter | None = None) -> int:
    query = sa.select(sa.func.count()).select_from(acts).where(*_conditions(project, where or ActFilter()))
    return int(connection.scalar(query) or 0)


def different(connection: Connection, project: int, column: str) -> list[str]:
    """The different values of one text column."""
    query = sa.select(acts.c[column]).where(acts.c.project_id == project).distinct()
    return list(connection.scalars(query))


def _conditions(project: int, where: ActFilter) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = [acts.c.project_id == project]
    conditions += [acts.c[name] == value for name, value in (("who", where.who), ("what", where.what)) if value]
    texts = (acts.c.subject, acts.c.before, acts.c.after, acts.c.why)
    conditions += [sa.or_(*(holds(text, word) for text in texts)) for word in where.words]
    if where.since:
        conditions.append(acts.c.at >= datetime.combine(where.since, time.min, UTC))
    if where.until:
        conditions.append(acts.c.at < datetime.combine(where.until + timedelta(days=1), time.min, UTC))
    return conditions


def listed(connection: Connection, project: int, limit: int | None = None) -> list[Act]:
    """Acts, newest first."""
    columns = [acts.c[name] for name in Act.__dataclass_fields__]
    query = sa.select(*columns).where(acts.c.project_id == project).order_by(acts.c.id.desc()).limit(limit)
    return [Act(**row) for row in connection.execute(query).mappings()]
