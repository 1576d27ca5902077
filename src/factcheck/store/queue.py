"""Files and addresses that wait to be read, in the order they came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from factcheck.model import EntryState, QueueEntry
from factcheck.store.engine import Connection
from factcheck.store.tables import queue

ABANDONED = timedelta(minutes=10)
"""After this long a reader that was stopped in the middle (a server that was shut down) is given up."""

Taken = tuple[QueueEntry, bytes | None, datetime]
"""An entry to read now, its file's bytes (None: an address), and when it was taken."""


def add(connection: Connection, project: int, named: Sequence[tuple[str, bytes | None]], who: str) -> None:
    """Put (name, bytes) or (address, None) at the end of the queue."""
    now = datetime.now(UTC)
    rows = [
        {
            "project_id": project,
            "name": name,
            "data": data,
            "state": EntryState.WAITING,
            "number": 0,
            "message": "",
            "created_by": who,
            "created_at": now,
        }
        for name, data in named
    ]
    if rows:
        connection.execute(queue.insert(), rows)


def entries(connection: Connection, project: int) -> list[QueueEntry]:
    """Without the files' bytes, in the order they came."""
    columns = [queue.c[name] for name in QueueEntry.__dataclass_fields__]
    query = sa.select(*columns).where(queue.c.project_id == project).order_by(queue.c.id)
    return [_entry(row) for row in connection.execute(query).mappings()]


def take(connection: Connection, project: int) -> Taken | None:
    """The next entry to read, marked as being read; None when nothing waits."""
    now = datetime.now(UTC)
    due = sa.or_(
        queue.c.state == EntryState.WAITING,
        sa.and_(queue.c.state == EntryState.READING, queue.c.taken_at < now - ABANDONED),
    )
    row = (
        connection.execute(sa.select(queue).where(queue.c.project_id == project, due).order_by(queue.c.id).limit(1))
        .mappings()
        .first()
    )
    if row is None:
        return None
    step = queue.update().where(queue.c.id == row["id"], due).values(state=EntryState.READING, taken_at=now)
    if connection.execute(step).rowcount != 1:
        return None
    return _entry({**row, "state": EntryState.READING}), row["data"], now


def finish(connection: Connection, entry: int, taken: datetime, state: EntryState, number: int, message: str) -> bool:
    """Note what became of an entry; False when somebody else has taken or removed it since."""
    step = (
        queue.update()
        .where(queue.c.id == entry, queue.c.state == EntryState.READING, queue.c.taken_at == taken)
        .values(state=state, number=number, message=message)
    )
    # What failed keeps its bytes, so that it can be tried again.
    if state is not EntryState.FAILED:
        step = step.values(data=None)
    return connection.execute(step).rowcount == 1


def again(connection: Connection, project: int, entry: int) -> None:
    """Let a failed entry wait once more."""
    where = queue.c.project_id == project, queue.c.id == entry, queue.c.state == EntryState.FAILED
    connection.execute(queue.update().where(*where).values(state=EntryState.WAITING, message=""))


def settle(connection: Connection, project: int, draft_id: int, article_id: int | None) -> None:
    """Follow a draft that is no more: to the article it was saved as, or out of the queue."""
    drafted = (EntryState.DRAFT, EntryState.OPEN)
    where = queue.c.project_id == project, queue.c.number == draft_id, queue.c.state.in_(drafted)
    if article_id is None:
        connection.execute(queue.delete().where(*where))
    else:
        connection.execute(queue.update().where(*where).values(state=EntryState.STORED, number=article_id))


def remove(connection: Connection, project: int, states: Sequence[EntryState]) -> None:
    """Take the entries in these states out of the queue."""
    connection.execute(queue.delete().where(queue.c.project_id == project, queue.c.state.in_(states)))


def _entry(row: sa.RowMapping | dict[str, object]) -> QueueEntry:
    values = {name: row[name] for name in QueueEntry.__dataclass_fields__}
    return QueueEntry(**{**values, "state": EntryState(str(values["state"]))})  # type: ignore[arg-type]
