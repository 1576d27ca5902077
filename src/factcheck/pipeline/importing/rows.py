"""A raw table and its mapping → one claim, article or error for every data row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.model import Article, Claim, ClaimantType, PastRuling, RowError
from factcheck.pipeline.importing.checks import (
    RowRejected,
    check_address,
    check_date,
    check_length,
    check_not_empty,
    check_rating,
    claimant_type,
    has_words,
    reject,
)
from factcheck.pipeline.importing.date_order import settle_date_order
from factcheck.pipeline.importing.fields import is_error_column
from factcheck.pipeline.importing.mapping import check_mapping
from factcheck.pipeline.importing.rejects import is_ours, restore
from factcheck.pipeline.importing.table import RawRow, RawTable, ReadOptions
from factcheck.text.dates import ParsedDate
from factcheck.text.normalise import comparable

_TAG_BREAK = re.compile(r"[|;,]")
_CHAIN_BREAK = re.compile(r"[|;>→]")
_INVISIBLE = " \t\n\r\f\v\u00a0\ufeff\u200b\u200e\u200f\u2060"
_ARTICLE_FIELDS = frozenset(
    {
        *("article_text", "article_title", "claim_author_name", "claim_date", "source_name"),
        *("source_url", "source_published", "source_archive_url", "language"),
    }
)


@dataclass(frozen=True)
class MappedRow:
    """What became of data row `row`: exactly one of claim, article and error is set.

    `extra` holds what an article row says and an Article has no place for, by column name.
    """

    row: int
    raw: tuple[str, ...]
    claim: Claim | None = None
    article: Article | None = None
    error: RowError | None = None
    extra: Mapping[str, str] = field(default_factory=dict)


def map_rows(table: RawTable, mapping: Mapping[str, str], options: ReadOptions, today: date) -> Iterator[MappedRow]:
    """Every data row of `table`, once, in order.

    A row with a claim text is a claim (an article text beside it stays in `extra`); one with only an
    article text is an article. Columns without a field are kept in `extra` unless blank. Raises, at
    the call, AmbiguousMapping when no column holds text or the day/month order is open, and
    InvalidValue for a mapping with unknown columns or fields.
    """
    mapping = check_mapping(table.columns, mapping)
    orders = settle_date_order(table, mapping, options.day_first)
    return map(_RowMapper(table, mapping, orders, options.strict_ratings, today).map, table.rows)


class _RowMapper:
    """Maps the rows of one table; remembers the external ids it has met."""

    def __init__(
        self,
        table: RawTable,
        mapping: Mapping[str, str],
        orders: Mapping[str, bool | None],
        strict_ratings: bool,
        today: date,
    ) -> None:
        self._columns = [(at, c) for at, c in enumerate(table.columns) if not is_error_column(c) or c in mapping]
        self._mapping = mapping
        self._names = {field: column for column, field in mapping.items()}
        self._orders = orders
        self._strict = strict_ratings
        self._today = today
        self._restore = restore if is_ours(table.columns) else str
        self._texts_by_id: dict[str, str] = {}

    def map(self, row: RawRow) -> MappedRow:
        if row.error is not None:
            return MappedRow(row.number, row.cells, error=row.error)
        cells = {c: text for at, c in self._columns if (text := self._clean(row.cells[at]))}
        values = {f: cells[c] for c, f in self._mapping.items() if c in cells}
        extra = {c: text for c, text in cells.items() if c not in self._mapping}
        try:
            if not has_words(values.get("claim_text", "")) and has_words(values.get("article_text", "")):
                return self._article_row(row, values, extra)
            return MappedRow(row.number, row.cells, claim=self._claim(values, extra))
        except RowRejected as rejected:
            return MappedRow(row.number, row.cells, error=replace(rejected.error, row=row.number))

    def _clean(self, cell: str) -> str:
        return self._restore(cell).strip(_INVISIBLE)

    def _claim(self, values: Mapping[str, str], extra: dict[str, str]) -> Claim:
        text = values.get("claim_text", "")
        check_not_empty(self._name("claim_text") or self._name("article_text"), text)
        check_length(self._name("claim_text"), text)
        claim_date, precision = self._date("claim_date", values)
        published, _ = self._date("source_published", values)
        claim = Claim(
            claim_text=text,
            claim_author_name=values.get("claim_author_name", ""),
            claim_author_type=self._claimant_type(values, extra),
            attribution_chain=_parts(_CHAIN_BREAK, values.get("attribution_chain", "")),
            claim_date=claim_date,
            claim_date_precision=precision,
            claim_location=values.get("claim_location", ""),
            language=values.get("language", ""),
            tags=_parts(_TAG_BREAK, values.get("tags", "")),
            source_name=values.get("source_name", ""),
            source_url=self._address("source_url", values),
            source_published=published,
            source_archive_url=self._address("source_archive_url", values),
            article_title=values.get("article_title", ""),
            external_id=values.get("external_id", ""),
            past_ruling=self._past_ruling(values, extra),
            extra=self._keep(("article_text",), values, extra),
        )
        self._check_id(claim)
        return claim

    def _article_row(self, row: RawRow, values: Mapping[str, str], extra: dict[str, str]) -> MappedRow:
        said, _ = self._date("claim_date", values)
        published, _ = self._date("source_published", values)
        article = Article(
            text=values["article_text"],
            title=values.get("article_title", ""),
            author=values.get("claim_author_name", ""),
            source_name=values.get("source_name", ""),
            source_url=self._address("source_url", values),
            published=published or said,
            language=values.get("language", ""),
            archive_url=self._address("source_archive_url", values),
        )
        homeless = [name for name in values if name not in _ARTICLE_FIELDS]
        if published and said:
            homeless.append("claim_date")
        kept = self._keep(homeless, values, extra)
        return MappedRow(row.number, row.cells, article=article, extra=kept)

    def _name(self, name: str) -> str:
        """The file's own name of the column that fills the field `name`."""
        return self._names.get(name, "")

    def _date(self, name: str, values: Mapping[str, str]) -> ParsedDate:
        column = self._name(name)
        return check_date(column, values.get(name, ""), self._orders.get(column), self._today)

    def _address(self, name: str, values: Mapping[str, str]) -> str:
        return check_address(self._name(name), values.get(name, ""))

    def _keep(self, names: Iterable[str], values: Mapping[str, str], extra: dict[str, str]) -> dict[str, str]:
        """`extra` with the values of the fields `names`, under their column names."""
        extra.update({self._name(name): values[name] for name in names if name in values})
        return extra

    def _claimant_type(self, values: Mapping[str, str], extra: dict[str, str]) -> ClaimantType:
        found = claimant_type(values.get("claim_author_type", ""))
        if found is None:
            self._keep(("claim_author_type",), values, extra)
        return found or ClaimantType.UNKNOWN

    def _past_ruling(self, values: Mapping[str, str], extra: dict[str, str]) -> PastRuling | None:
        """The ruling as it was written; a reviewer or reason without a rating is no ruling."""
        label = values.get("textual_rating", "")
        if not label:
            self._keep(("reviewer", "rating_explanation"), values, extra)
            return None
        if self._strict:
            check_rating(self._name("textual_rating"), label)
        return PastRuling(label, values.get("reviewer", ""), values.get("rating_explanation", ""))

    def _check_id(self, claim: Claim) -> None:
        """One id cannot name two statements; the same statement twice is a plain duplicate."""
        if not claim.external_id:
            return
        text = comparable(claim.claim_text)
        if self._texts_by_id.setdefault(claim.external_id, text) != text:
            raise reject(
                self._name("external_id"),
                claim.external_id,
                "E_DUPLICATE_IN_FILE",
                f"An earlier row with the id {claim.external_id!r} has another text.",
                "Give each statement an id of its own, or leave the id empty.",
            )


def _parts(breaks: re.Pattern[str], text: str) -> tuple[str, ...]:
    """The parts of a list in one cell, in order, each once."""
    return tuple(dict.fromkeys(part.strip() for part in breaks.split(text) if part.strip()))
