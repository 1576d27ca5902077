"""Many articles at once: a queue of files and addresses, read one after the other, each fault kept by name."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from factcheck.errors import FactcheckError, InvalidValue
from factcheck.model import Article, EntryState, QueueEntry
from factcheck.store import queue
from factcheck.workbench.articles import Articles
from factcheck.workbench.desk import Desk, signed

_OVER = [state for state in EntryState if state.is_over]


class Reading:
    """The queue of one project. It lies in the database, so that neither a reload nor a restart loses it."""

    def __init__(self, desk: Desk, articles: Articles) -> None:
        self._desk = desk
        self._articles = articles

    def add(self, files: Sequence[tuple[str, bytes]], addresses: Sequence[str], who: str) -> None:
        """Queue files (name, bytes) and http(s) addresses. Raises InvalidValue for no signature, or for nothing."""
        if not files and not addresses:
            raise InvalidValue("There is nothing to read.", "Choose files, or type one address a line.")
        name = signed(who)
        with self._desk.writing() as connection:
            if not any(not entry.state.is_over for entry in queue.entries(connection, self._desk.project)):
                # The last queue has come to its end: its list gives way, except for what a person should still see.
                queue.remove(connection, self._desk.project, [s for s in _OVER if s is not EntryState.FAILED])
            queue.add(connection, self._desk.project, [*files, *((url, None) for url in addresses)], name)

    def entries(self) -> list[QueueEntry]:
        """Everything in the queue, read or not, in the order it came."""
        with self._desk.reading() as connection:
            return queue.entries(connection, self._desk.project)

    def read_next(self) -> bool:
        """Read the next file or address into a draft, or note why it could not be; False when nothing waits."""
        with self._desk.writing() as connection:
            taken = queue.take(connection, self._desk.project)
        if taken is None:
            return False
        entry, data, at = taken
        try:
            brought = self._articles.bring(self._read(entry, data), entry.created_by)
        except FactcheckError as error:
            self._finish(entry, at, EntryState.FAILED, 0, str(error))
        except Exception as error:
            # The others go on whatever happens to one.
            logging.getLogger(__name__).exception("%s could not be read", entry.name)
            fault = f"It could not be read ({type(error).__name__}: {error}). Try it as plain text (.txt)."
            self._finish(entry, at, EntryState.FAILED, 0, fault)
        else:
            self._finish(entry, at, brought.state, brought.number, brought.title)
        return True

    def try_again(self, entry: int) -> None:
        """Let one that failed wait once more."""
        with self._desk.writing() as connection:
            queue.again(connection, self._desk.project, entry)

    def clear(self) -> None:
        """Take out of the list what was read or has failed; drafts and articles stay."""
        with self._desk.writing() as connection:
            queue.remove(connection, self._desk.project, _OVER)

    def stop(self) -> None:
        """Take out of the queue what has not been begun."""
        with self._desk.writing() as connection:
            queue.remove(connection, self._desk.project, [EntryState.WAITING])

    def _read(self, entry: QueueEntry, data: bytes | None) -> Article:
        if data is None:
            return self._articles.read_url(entry.name)
        return self._articles.read_file(data, entry.name)

    def _finish(self, entry: QueueEntry, taken: datetime, state: EntryState, number: int, message: str) -> None:
        with self._desk.writing() as connection:
            queue.finish(connection, entry.id, taken, state, number, message)
