"""Whatever is written: no exception, ISO at its precision, nothing later than publication unless the text says so."""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import DatePrecision
from factcheck.pipeline.extraction.dates import UNKNOWN, Dated, resolve
from factcheck.pipeline.extraction.time_words import EXPRESSION, time_expressions

FORM = {
    DatePrecision.DAY: r"\d{4}-\d\d-\d\d",
    DatePrecision.MONTH: r"\d{4}-\d\d",
    DatePrecision.YEAR: r"\d{4}",
    DatePrecision.UNKNOWN: "",
}
WORDS = st.sampled_from(
    """the a an one two three twelve 2 22 31 99 9999 2014 2031 2031-02-29 day days night evening week weeks weekend month months
    year years hour hours minutes fortnight ago earlier later before after last this next previous following same that
    Monday Tue. Friday, Sunday January Feb. May June Dec 3rd of and to - , . in on since by late early mid end start
    yesterday today tonight recently decade few several MAY friday 12:30 +""".split()  # noqa: SIM905
)
PHRASES = st.lists(WORDS, max_size=7).map(" ".join)
PUBLISHED = st.one_of(
    st.dates(date(1000, 1, 2), date(2999, 12, 31)).map(date.isoformat),
    st.datetimes(datetime(1900, 1, 2), datetime(2999, 12, 31)).map(lambda moment: moment.isoformat()[:16]),  # noqa: DTZ001
    st.sampled_from(["", "2031", "2031-05", "nonsense", "2032-02-29", "1000-01-01"]),
)
NAMED = st.one_of(
    st.none(),
    st.just(UNKNOWN),
    st.dates(date(1, 1, 1)).map(lambda day: (day.isoformat(), DatePrecision.DAY)),
    st.dates(date(1, 1, 1)).map(lambda day: (day.isoformat()[:7], DatePrecision.MONTH)),
    st.dates(date(1, 1, 1)).map(lambda day: (day.isoformat()[:4], DatePrecision.YEAR)),
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(PHRASES, st.text(max_size=60)), PUBLISHED, NAMED)
def test_a_date_is_iso_at_its_precision_and_not_later_than_publication(
    expression: str, published: str, named: Dated | None
) -> None:
    iso, precision = resolve(expression, published, named)
    assert re.fullmatch(FORM[precision], iso)
    if iso:
        date.fromisoformat(f"{iso}-01-01"[:10])
    if re.match(r"\d{4}-\d\d-\d\d", published) and not re.search(r"\d{4}", expression):
        assert iso <= published[: len(iso)]


@settings(max_examples=200, deadline=None)
@given(st.one_of(PHRASES, st.text(max_size=200)))
def test_an_expression_lies_where_its_span_says_and_none_overlap(text: str) -> None:
    spans = time_expressions(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    # The cheap look for hints must not lose what the full grammar finds.
    assert spans == [match.span() for match in EXPRESSION.finditer(text)]


@settings(max_examples=200, deadline=None)
@given(PHRASES, PUBLISHED)
def test_without_a_publication_day_nothing_is_settled_but_what_has_its_year(expression: str, published: str) -> None:
    if not re.match(r"\d{4}-\d\d-\d\d", published) and not re.search(r"\d{4}", expression):
        assert resolve(expression, published) == UNKNOWN
