from __future__ import annotations

import pytest

from factcheck.model import Verdict
from factcheck.workbench import Workbench
from tests.cli.test_commands import factcheck
from tests.workbench.support import load_story


@pytest.mark.models
def test_match_prints_what_was_ruled_on_the_same_claim(bench: Workbench, database_url: str) -> None:
    ids = load_story(bench)
    bench.review.save_verdict(Verdict(ids["p3"], "Ben", "False"), 0)
    here = ("--project", "Test desk")
    told = factcheck("match", "The raid on Larkov was beaten back within hours", *here, database=database_url).stdout
    assert told.startswith(f"claim {ids['p3']}, ")
    assert "  False: Ben, 20" in told
    none = factcheck("match", "A whale swam up the river", *here, database=database_url)
    assert (none.stdout, none.returncode) == ("", 0)
    assert "Nothing like it was judged before." in none.stderr
