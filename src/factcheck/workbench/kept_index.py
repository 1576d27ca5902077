"""The index of a project's judged claims, kept between two questions and extended by what came since."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import numpy as np
import numpy.typing as npt

from factcheck.model import Progress, silent
from factcheck.pipeline.embedding import Embedder
from factcheck.pipeline.matching import MatchIndex, Post, post_vectors, read_post
from factcheck.store import analyses, derived, projects, rulings
from factcheck.store.engine import Connection
from factcheck.store.rulings import JudgedText
from factcheck.text.normalise import sha256_of

FloatArray = npt.NDArray[np.float32]

PROJECTS = 2
"""So many projects' indexes are kept: one of 100,000 judged claims holds some 300 MB."""
AT_ONCE = 32
"""So many judged claims are embedded while a reader waits."""
SOON = 5000
"""So many judged claims are read in while a reader waits; more are read in beside the pages."""


class KeptIndexes:
    """Shared by all who have the database open; the project that was asked for longest ago is forgotten first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: OrderedDict[int, KeptIndex] = OrderedDict()

    def of(self, project: int) -> KeptIndex:
        with self._lock:
            found = self._of.pop(project, None) or KeptIndex(project)
            self._of[project] = found
            while len(self._of) > PROJECTS:
                self._of.popitem(last=False)
            return found


class KeptIndex:
    """One project's judged claims. Questions wait for one another: an index grows while it answers none."""

    def __init__(self, project: int) -> None:
        self._project = project
        self._lock = threading.Lock()
        self._preparing = threading.Lock()
        self._begin_anew("")

    def is_ready(self, connection: Connection) -> bool:
        """Whether `nearest` answers at once."""
        if self._preparing.locked():
            return False
        seen = projects.revision(connection, self._project), rulings.newest_verdict_id(connection, self._project)
        known = seen == (self._revision, self._verdict)
        return known or rulings.count(connection, self._project) - len(self._judged) <= SOON

    def prepare(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Catch up in a thread of its own; asked again meanwhile, it does nothing."""
        if self._preparing.acquire(blocking=False):
            threading.Thread(target=self._prepare, args=(reading,), name="past rulings", daemon=True).start()

    def _prepare(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        try:
            with reading() as connection, self._lock:
                self._catch_up(connection, None)
        finally:
            self._preparing.release()

    def nearest(
        self,
        connection: Connection,
        text: str,
        most: int,
        embedder: Embedder | None,
        at_once: int | None = AT_ONCE,
        progress: Progress = silent,
    ) -> list[tuple[int, float]]:
        """(claim id, chance that it says the same), best first.

        Without `embedder` the vectors of the last analysis serve, and words where there are none. With it, judged
        claims that lack a vector get one: `at_once` of them, or all for None.
        """
        post = read_post(text)
        with self._lock:
            self._catch_up(connection, embedder)
            if embedder:
                self._embed(embedder, at_once, progress)
            found = self._index.nearest(post, self._vector(connection, post, embedder), most)
        return [
            (self._judged[place].claim_id, chance)
            for place, chance in zip(found.places.tolist(), found.chances.tolist(), strict=True)
        ]

    def _begin_anew(self, model: str) -> None:
        self._index, self._model = MatchIndex(), model
        self._judged: list[JudgedText] = []
        self._revision, self._verdict, self._analysis = -1, 0, 0

    def _catch_up(self, connection: Connection, embedder: Embedder | None) -> None:
        """Add what was judged since; begin anew only when a judged claim went or its text or the model changed."""
        analysis = analyses.latest(connection, self._project, "done")
        model = embedder.name if embedder else analysis.embedding_model if analysis else ""
        if self._model not in (model, ""):
            self._begin_anew(model)
        self._model = model
        revision = projects.revision(connection, self._project)
        verdict = rulings.newest_verdict_id(connection, self._project)
        before = len(self._judged)
        if revision != self._revision:
            now = rulings.judged(connection, self._project)
            if not set(self._judged) <= set(now):
                self._begin_anew(model)
            self._append(now)
        elif verdict != self._verdict:
            self._append(rulings.judged_since(connection, self._project, self._verdict))
        run = analysis.id if analysis else 0
        if len(self._judged) > before or run != self._analysis:
            self._take_cached(connection)
        self._revision, self._verdict, self._analysis = revision, verdict, run

    def _append(self, found: Sequence[JudgedText]) -> None:
        known = set(self._judged)
        new = [item for item in found if item not in known]
        self._judged += new
        self._index.add([item.text for item in new])

    def _take_cached(self, connection: Connection) -> None:
        """Give the texts the vectors that an analysis left for them."""
        bare = self._index.without_vector
        hashes = {self._judged[place].sha256 for place in bare}
        cached = derived.cached_vectors(connection, self._project, self._model, hashes)
        there = [place for place in bare if self._judged[place].sha256 in cached]
        if there:
            rows = np.stack([cached[self._judged[place].sha256] for place in there])
            self._index.add_vectors(np.array(there, np.int64), rows)

    def _embed(self, embedder: Embedder, at_once: int | None, progress: Progress) -> None:
        bare = self._index.without_vector[:at_once]
        if bare:
            rows = embedder.embed([self._judged[place].text for place in bare], progress)
            self._index.add_vectors(np.array(bare, np.int64), rows)

    def _vector(self, connection: Connection, post: Post, embedder: Embedder | None) -> FloatArray | None:
        """The vector of a post: from the cache where it is a claim's text, else by the embedder, else none."""
        hashes = {form: sha256_of(form) for form in post.forms}
        cached = derived.cached_vectors(connection, self._project, self._model, hashes.values())
        known: dict[str, FloatArray] = {form: cached[key] for form, key in hashes.items() if key in cached}
        missing = [form for form in hashes if form not in known]
        if missing and embedder is None:
            return None
        if missing and embedder:
            known |= zip(missing, embedder.embed(missing), strict=True)
        return np.asarray(post_vectors([post], known)[0], np.float32)
