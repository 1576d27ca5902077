"""Who handed the claim on."""

from __future__ import annotations

import pytest

from tests.pipeline.extraction.told import only

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "claimant", "chain"),
    [
        ("The mayor told the Tass state news agency that the ferry sank.", "Mayor", ("Tass",)),
        ("The mayor told ITAR-TASS that the ferry had sunk.", "Mayor", ("ITAR-TASS",)),
        ("The mayor told reporters in Oslo that the ferry sank.", "Mayor", ()),
        ("The mayor told a news conference that the ferry sank.", "Mayor", ()),
        ("Reuters reported that the mayor had said the ferry sank.", "Mayor", ("Reuters",)),
        ("The ferry sank, according to Reuters, citing the mayor.", "Mayor", ("Reuters",)),
        ("Reuters, citing the mayor, reported that the ferry had sunk.", "Mayor", ("Reuters",)),
        ("The mayor was quoted by Interfax as saying that the ferry sank.", "Mayor", ("Interfax",)),
        ("In an interview with Sky News on Sunday, the mayor said that the ferry sank.", "Mayor", ("Sky News",)),
        ("“The ferry sank,” the mayor said, quoted by the Interfax news agency.", "Mayor", ("Interfax",)),
        ("“The ferry sank,” Interfax quoted the mayor as saying.", "Mayor", ("Interfax",)),
        ("The owner claimed that the mayor had said the ferry sank.", "Mayor", ("Owner",)),
        ("Reuters reported that the ferry had sunk.", "Reuters", ()),
        ("A witness told this newspaper that the ferry sank.", "Witness", ()),
    ],
)
def test_intermediaries_run_from_the_publication_inwards(text: str, claimant: str, chain: tuple[str, ...]) -> None:
    claim = only(text)
    assert (claim.claim_author_name, claim.attribution_chain) == (claimant, chain)
    assert "ferry" in claim.quote
