"""What a user can do. Pages, command line and notebooks all enter by `Workbench.open`."""

from __future__ import annotations

from factcheck.config import Settings
from factcheck.store import migrations, projects
from factcheck.store.engine import Database
from factcheck.workbench.analysis import Analyses
from factcheck.workbench.articles import Articles
from factcheck.workbench.browse import Browse
from factcheck.workbench.claimants import Claimants
from factcheck.workbench.copies import Copies
from factcheck.workbench.desk import Desk
from factcheck.workbench.imports import Imports
from factcheck.workbench.kept_index import KeptIndexes
from factcheck.workbench.past_rulings import PastRulings
from factcheck.workbench.reading import Reading
from factcheck.workbench.reports import Reports
from factcheck.workbench.review import Review
from factcheck.workbench.topics import Topics

__all__ = ["Workbench"]


class Workbench:
    """One project, and what to do in it: articles and their queue, imports, analysis, topics, review, past rulings,
    copies, claimants, reports.
    """

    def __init__(self, desk: Desk, kept: KeptIndexes | None = None) -> None:
        self.desk = desk
        self._kept = kept or KeptIndexes()
        self.articles = Articles(desk)
        self.reading = Reading(desk, self.articles)
        self.imports = Imports(desk)
        self.analysis = Analyses(desk)
        self.browse = Browse(desk)
        self.review = Review(desk)
        self.copies = Copies(desk)
        self.past_rulings = PastRulings(desk, self._kept)
        self.claimants = Claimants(desk)
        self.topics = Topics(desk)
        self.reports = Reports(desk)

    @classmethod
    def open(cls, settings: Settings, project: str | None = None) -> Workbench:
        """Open the database, which an empty file becomes, and a project, made when it is new.

        Raises DatabaseError for a database that cannot be opened or is of another version.
        """
        database = Database(settings.database_url)
        migrations.prepare(database)
        return cls(_desk(database, settings, project or settings.project))

    @property
    def project(self) -> str:
        return self.desk.project_name

    def projects(self) -> list[str]:
        """The names of all projects, oldest first."""
        with self.desk.reading() as connection:
            return projects.names(connection)

    def in_project(self, name: str) -> Workbench:
        """The same database, another project; made when it is new. Raises InvalidValue."""
        return Workbench(_desk(self.desk.database, self.desk.settings, name), self._kept)

    def close(self) -> None:
        self.desk.database.close()


def _desk(database: Database, settings: Settings, name: str) -> Desk:
    clean = name.strip()
    with database.reading() as connection:
        found = projects.find(connection, clean)
    if found is None:
        with database.writing() as connection:
            found = projects.create(connection, clean)
    return Desk(database, settings, found, clean)
