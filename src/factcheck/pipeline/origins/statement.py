"""A claim → what the search for copies and origins looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Article, Claim, Modality
from factcheck.pipeline.origins import agencies
from factcheck.pipeline.origins.days import day
from factcheck.pipeline.origins.shared_sentences import groups
from factcheck.pipeline.origins.speakers import speaker
from factcheck.pipeline.origins.wording import Wording, wording
from factcheck.text.normalise import comparable


@dataclass(frozen=True)
class Statement:
    """One claim, reduced. `agency` and `copied_articles` are "" for none, `day` None when unknown.

    `page` names the published text it stands in, "" when that is not known.
    """

    id: int
    wording: Wording
    quote: Wording | None
    denied: bool
    speaker: str
    agency: str
    copied_articles: str
    page: str
    day: int | None


def statements(claims: Sequence[Claim], articles: Sequence[Article]) -> list[Statement]:
    """One for every claim, in the order of their ids."""
    credited = {article.id: agencies.of_article(article) for article in articles}
    copied = groups(articles)
    return [_statement(claim, credited, copied) for claim in sorted(claims, key=lambda claim: claim.id)]


def _statement(claim: Claim, credited: Mapping[int, str], copied: Mapping[int, str]) -> Statement:
    article = claim.article_id or 0
    return Statement(
        id=claim.id,
        wording=wording(agencies.untagged(claim.claim_text)),
        quote=wording(claim.quote) if claim.quote else None,
        denied=claim.modality is Modality.DENIED,
        speaker=speaker(claim),
        agency=agencies.of_claim(claim) or credited.get(article, ""),
        copied_articles=copied.get(article, ""),
        page=_page(claim),
        day=day(claim),
    )


def _page(claim: Claim) -> str:
    """The article, or the address where it leads to more than an outlet's front page."""
    if claim.article_id:
        return f"article {claim.article_id}"
    path = claim.source_url.partition("://")[2].partition("/")[2]
    return f"{comparable(claim.source_name)} {claim.source_url}" if path else ""
