"""The fields a claim file can fill, and the header names each is recognised by."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOT_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Field:
    """`aliases` are in order of preference, after the name itself."""

    name: str
    help: str
    aliases: tuple[str, ...] = ()


FIELDS: tuple[Field, ...] = (
    Field(
        "claim_text",
        "The statement to check, at most 10,000 characters.",
        ("claim", "text", "statement", "quote", "sentence", "claim_reviewed"),
    ),
    Field(
        "claim_author_name",
        "Who said it.",
        ("author", "speaker", "claimant", "who", "actor", "personality"),
    ),
    Field("claim_author_type", "person, organisation or group.", ("author_type",)),
    Field("claim_date", "When it was said.", ("date", "said_on", "date_published", "published_at")),
    Field("source_name", "The outlet that published it.", ("source", "outlet", "publisher", "media", "site")),
    Field(
        "source_url",
        "Web address of the publication.",
        ("url", "link", "article_url", "first_appearance", "appearance"),
    ),
    Field("source_published", "When it was published.", ("article_date",)),
    Field("article_title", "Headline of the article.", ("headline", "title")),
    Field(
        "article_text",
        "Full text of an article, to take claims from.",
        ("body", "content", "article_body", "article_content"),
    ),
    Field(
        "attribution_chain",
        "Through whom it reached us, from the publication inwards, joined by |.",
        ("via", "attributed_to"),
    ),
    Field("claim_location", "Place the claim is about.", ("place", "location")),
    Field("language", "Language code of the claim.", ("lang", "claim_language", "in_language")),
    Field("tags", "Labels of your own, joined by | or commas.", ("category", "keywords", "topic")),
    Field("source_archive_url", "Archived copy of the publication.", ("archive", "wayback")),
    Field(
        "textual_rating",
        "A past rating, kept as it was written.",
        ("rating", "verdict", "label", "alternate_name", "alternative_name"),
    ),
    Field("reviewer", "Who gave the past rating."),
    Field("rating_explanation", "Why the past rating was given."),
    Field("external_id", "Your own id; makes a second import an update.", ("id", "ref")),
)
"""Every field that a column can be mapped to, in the order of the data dictionary."""

FIELD_NAMES = tuple(f.name for f in FIELDS)
ERROR_COLUMNS = (
    "error_row",
    "error_column",
    "error_value",
    "error_code",
    "error_message",
    "error_hint",
)
"""Written beside rejected rows; ignored when such a file comes back."""


def simplify(name: str) -> str:
    """`name` without case, spaces and punctuation: "Claim Reviewed", "claimReviewed" → "claimreviewed"."""
    return _NOT_LETTER.sub("", name.casefold())


_RANKED = {
    simplify(name): (field.name, rank)
    for field in reversed(FIELDS)
    for rank, name in enumerate((field.name, *field.aliases))
}
_ERROR_KEYS = frozenset(map(simplify, ERROR_COLUMNS))


def recognise(name: str) -> tuple[str, int] | None:
    """The field a header names and how good the name is (0 is best), or None."""
    return _RANKED.get(simplify(name))


def is_error_column(name: str) -> bool:
    return simplify(name) in _ERROR_KEYS


def is_header_name(name: str) -> bool:
    """Whether `name` is one that headers of claim files have."""
    return simplify(name) in _RANKED or is_error_column(name)
