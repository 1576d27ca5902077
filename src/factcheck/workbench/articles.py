"""Articles in: read, find who said what, let a person correct it, save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from factcheck.errors import InvalidValue, NotFound, StaleView, UnreadableInput
from factcheck.model import (
    Article,
    AttributedClaim,
    Brought,
    Claim,
    ClaimantType,
    Draft,
    EntryState,
    ImportCounts,
    Progress,
    silent,
)
from factcheck.pipeline.importing import duplicate_key
from factcheck.store import articles, batches, claims, projects, queue
from factcheck.store.engine import Connection
from factcheck.text.language import claim_language, primary
from factcheck.text.normalise import comparable, sha256_of
from factcheck.workbench.check_worthiness import reweighed, weighed
from factcheck.workbench.desk import Desk, signed
from factcheck.workbench.readings import Reading, find, reading_of


@dataclass(frozen=True)
class Saved:
    """What saving an article did. `already` is the stored article when its text was known."""

    article_id: int
    claims: int
    already: bool = False


class Articles:
    """One published text at a time: file, pasted text or address → article → draft → saved claims."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read_file(self, data: bytes, name: str) -> Article:
        """The article in a .txt, .md, .html, .pdf or .docx file. Raises UnreadableInput."""
        from factcheck.pipeline.reading import read_article

        limit = self._desk.settings.max_file_mb
        if len(data) > limit * 1_000_000:
            raise UnreadableInput(
                f"{name} is {len(data) / 1e6:.0f} MB; at most {limit} MB are read.",
                "Split it, or raise FACTCHECK_MAX_FILE_MB.",
            )
        return read_article(data, name)

    def read_text(self, text: str, title: str = "") -> Article:
        """The article in pasted text. Raises UnreadableInput when there is none."""
        from factcheck.pipeline.reading import read_pasted

        return read_pasted(text, title=title)

    def read_url(self, url: str) -> Article:
        """The article at a public address. Raises RefusedAddress, FetchFailed or UnreadableInput."""
        from factcheck.fetch import fetch
        from factcheck.pipeline.reading import read_article

        page = fetch(url)
        article = read_article(page.data, page.name, url=page.url, content_type=page.content_type)
        outlet = article.source_name or urlsplit(page.url).hostname or ""
        return replace(article, source_url=article.source_url or page.url, source_name=outlet)

    def read_any(self, place: str) -> Article:
        """The article at an address (http, https) or in a file. Raises FactcheckError children."""
        if place.startswith(("http://", "https://")):
            return self.read_url(place)
        path = Path(place)
        if not path.is_file():
            raise UnreadableInput(f"There is no file {place}.", "Check the path, or give an http(s) address.")
        return self.read_file(path.read_bytes(), path.name)

    def reading(self, article: Article, quotations: bool = True) -> Reading:
        """In which language the article is read, and by what; `quotations`: taken where no model reads it."""
        return reading_of(article, self._desk.settings, quotations)

    def find_claims(self, article: Article, quotations: bool = True) -> list[AttributedClaim]:
        """Who said what in the article, by its reading, in the order of the text.

        Every span gives back its quote exactly; claims in English carry how much they are worth checking.
        """
        reading = self.reading(article, quotations)
        return weighed(find(article, reading), reading.language)

    def own_statements(self, article: Article, found: Sequence[AttributedClaim]) -> list[AttributedClaim]:
        """What an article in English states in its own voice, outside of the claims `found`: said by its outlet.

        Empty for other languages. Raises ModelUnavailable.
        """
        from factcheck.pipeline.extraction import own_statements

        reading = self.reading(article)
        if not reading.is_english:
            return []
        told = own_statements(article.text, article.published, found)
        outlet = article.source_name
        kind = ClaimantType.ORGANISATION if outlet else ClaimantType.UNKNOWN
        named = [replace(claim, claim_author_name=outlet, claim_author_type=kind) for claim in told]
        return weighed(named, reading.language)

    def stored(self, article: Article) -> Article | None:
        """The project's article with exactly the same text, if there is one."""
        with self._desk.reading() as connection:
            return articles.same_text(connection, self._desk.project, article.text)

    def start_draft(self, article: Article, who: str) -> int:
        """Find the claims and keep them as a draft that survives a reload; gives its id."""
        found = self.find_claims(article)
        with self._desk.writing() as connection:
            return articles.add_draft(connection, self._desk.project, article, found, signed(who))

    def bring(self, article: Article, who: str) -> Brought:
        """A new draft of the article, unless the project has it, or a draft of the same words waits already."""
        known = self.stored(article)
        if known:
            return Brought(EntryState.STORED, known.id, known.name)
        words = comparable(article.text)
        for draft in self.drafts():
            if comparable(draft.article.text) == words:
                return Brought(EntryState.OPEN, draft.id, draft.article.name)
        return Brought(EntryState.DRAFT, self.start_draft(article, who), article.name)

    def drafts(self) -> list[Draft]:
        with self._desk.reading() as connection:
            return articles.listed_drafts(connection, self._desk.project)

    def draft(self, draft_id: int) -> Draft:
        """Raises NotFound when it was saved or dropped meanwhile."""
        with self._desk.reading() as connection:
            found = articles.get_draft(connection, self._desk.project, draft_id)
        if found is None:
            raise NotFound(f"There is no draft {draft_id}.", "It was saved or dropped; see the list of articles.")
        return found

    def change_draft(self, draft: Draft) -> None:
        """Keep a changed draft; new wordings are weighed anew.

        Raises InvalidValue for a wrong span, StaleView after a change elsewhere, NotFound when it is gone.
        """
        for claim in draft.claims:
            _check(draft.article, claim)
        before = self.draft(draft.id).claims
        claims_now = reweighed(draft.claims, before, self.reading(draft.article).language)
        ordered = replace(draft, claims=tuple(sorted(claims_now, key=lambda c: (c.start, c.end))))
        with self._desk.writing() as connection:
            changed = articles.change_draft(connection, self._desk.project, ordered)
        if not changed:
            raise StaleView("This draft was changed in another window.", "The page now shows its newest state.")

    def keep_typed(self, draft_id: int, form: str, fields: Mapping[str, str]) -> None:
        """Keep a half-filled form beside its draft, so that a reload loses nothing; no fields forget it.

        Raises NotFound when the draft was saved or dropped meanwhile.
        """
        with self._desk.writing() as connection:
            kept = articles.keep_typed(connection, self._desk.project, draft_id, form, fields)
        if not kept:
            raise NotFound(f"There is no draft {draft_id}.", "It was saved or dropped; see the list of articles.")

    def find_again(self, draft: Draft, quotations: bool = True) -> None:
        """Replace a draft's claims by what is found now, for instance after its date or language was corrected."""
        found = tuple(self.find_claims(draft.article, quotations))
        self.change_draft(replace(draft, claims=found, accepted=()))

    def drop_draft(self, draft_id: int) -> None:
        with self._desk.writing() as connection:
            articles.drop_draft(connection, self._desk.project, draft_id)
            queue.settle(connection, self._desk.project, draft_id, None)

    def save_draft(self, draft_id: int, version: int, who: str) -> Saved:
        """Store the draft's article and claims, and close the draft. Raises StaleView, NotFound."""
        draft = self.draft(draft_id)
        if draft.version != version:
            raise StaleView("This draft was changed in another window.", "Look through it, then save again.")
        return self._save(draft.article, draft.claims, who, draft_id)

    def save(self, article: Article, found: Sequence[AttributedClaim], who: str) -> Saved:
        """Store an article with its claims as one batch; an article already there adds nothing."""
        return self._save(article, found, who, None)

    def list(self) -> list[Article]:
        """Stored articles, newest first."""
        with self._desk.reading() as connection:
            return articles.listed(connection, self._desk.project)

    def headings(self) -> Sequence[Article]:
        """Stored articles, newest first, with the beginning of their texts only."""
        with self._desk.reading() as connection:
            return articles.headings(connection, self._desk.project)

    def claim_counts(self, article_ids: Sequence[int]) -> Mapping[int, int]:
        """article id → number of its claims, for a page's worth of articles."""
        with self._desk.reading() as connection:
            return claims.article_counts(connection, self._desk.project, article_ids)

    def get(self, article_id: int) -> Article:
        """Raises NotFound."""
        with self._desk.reading() as connection:
            found = articles.get(connection, self._desk.project, article_id)
        if found is None:
            raise NotFound(f"There is no article {article_id} in this project.", "See the list of articles.")
        return found

    def claims_of(self, article_id: int) -> Sequence[Claim]:
        """An article's stored claims in reading order."""
        with self._desk.reading() as connection:
            return claims.of_article(connection, self._desk.project, article_id)

    def _save(self, article: Article, found: Sequence[AttributedClaim], who: str, draft_id: int | None) -> Saved:
        for claim in found:
            _check(article, claim)
        desk, name = self._desk, signed(who)
        with desk.writing() as connection:
            if draft_id is not None and not articles.drop_draft(connection, desk.project, draft_id):
                raise StaleView("This draft was saved in another window.", "See the list of articles.")
            known = articles.same_text(connection, desk.project, article.text)
            if known:
                _settle(connection, desk, draft_id, known.id)
                return Saved(known.id, 0, already=True)
            counts = ImportCounts(read=len(found), added=len(found))
            batch = batches.add(connection, desk.project, article.name, sha256_of(article.text), counts, name)
            article_id = articles.add(connection, desk.project, batch, article)
            stored = [claim_of(article, claim, article_id) for claim in found]
            claims.add(connection, desk.project, batch, [(claim, duplicate_key(claim)) for claim in stored])
            projects.claims_changed(connection, desk.project)
            _settle(connection, desk, draft_id, article_id)
            desk.record(connection, name, "article saved", f"article {article_id}", after=article.name)
        return Saved(article_id, len(found))


def _settle(connection: Connection, desk: Desk, draft_id: int | None, article_id: int) -> None:
    if draft_id is not None:
        queue.settle(connection, desk.project, draft_id, article_id)


def claim_of(article: Article, found: AttributedClaim, article_id: int | None = None) -> Claim:
    """An attributed claim together with where it was published."""
    return Claim(
        claim_text=found.claim_text,
        quote=found.quote,
        start=found.start,
        end=found.end,
        claim_author_name=found.claim_author_name,
        claim_author_type=found.claim_author_type,
        cue=found.cue,
        modality=found.modality,
        attribution_chain=found.attribution_chain,
        claim_date=found.claim_date,
        claim_date_precision=found.claim_date_precision,
        language=claim_language(found.claim_text, primary(article.language)),
        source_name=article.source_name,
        source_url=article.source_url,
        source_published=article.published,
        source_archive_url=article.archive_url,
        article_title=article.title,
        article_id=article_id,
        check_worthiness=found.check_worthiness,
    )


def read_all(desk_articles: Articles, places: Sequence[str], progress: Progress = silent) -> list[Article]:
    """Several files or addresses, one after the other."""
    found = []
    for number, place in enumerate(places):
        progress("Reading", number, len(places))
        found.append(desk_articles.read_any(place))
    progress("Reading", len(places), len(places))
    return found


def _check(article: Article, claim: AttributedClaim) -> None:
    if article.text[claim.start : claim.end] != claim.quote:
        raise InvalidValue(
            f"The words {claim.quote[:60]!r} do not stand at {claim.start}–{claim.end} of the article.",
            "Select the quote again.",
        )
    if not claim.claim_text.strip():
        raise InvalidValue("A claim has no text.", "Write what is claimed, or drop the claim.")
