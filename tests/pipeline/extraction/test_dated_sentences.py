"""When the last claim of a sentence was said: one line of the table, one test."""

from __future__ import annotations

import pytest

from factcheck.model import DatePrecision
from tests.pipeline.extraction.dated_sentences import SENTENCES, Dated
from tests.pipeline.extraction.told import claims

pytestmark = pytest.mark.models

PRECISION = {0: DatePrecision.UNKNOWN, 4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


@pytest.mark.parametrize("line", SENTENCES, ids=lambda line: f"{line.text[:60]} {line.published[:10]}")
def test_a_claim_is_dated_by_when_it_was_said(line: Dated) -> None:
    found = claims(line.text, line.published)
    assert found, "no claim in the sentence"
    assert (found[-1].claim_date, found[-1].claim_date_precision) == (line.said, PRECISION[len(line.said)])
