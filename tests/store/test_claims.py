from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factcheck.model import (
    Claim,
    ClaimantType,
    ClaimFilter,
    DatePrecision,
    ImportCounts,
    Modality,
    PastRuling,
)
from factcheck.store import batches, claims, derived
from factcheck.store.engine import Connection, Database

FULL = Claim(
    claim_text="The bridge was closed at noon.",
    quote="closed at noon",
    claim_author_name="Harbour office",
    claim_author_type=ClaimantType.ORGANISATION,
    cue="said",
    modality=Modality.CONFIRMED,
    attribution_chain=("Coast Wire",),
    claim_date="2031-05-04",
    claim_date_precision=DatePrecision.DAY,
    tags=("harbour", "bridge"),
    source_name="Coast Daily",
    external_id="x1",
    past_ruling=PastRuling("half right", "Desk B", "The time is off."),
    extra={"page": "7"},
)


def new_batch(connection: Connection, project: int, added: int = 0) -> int:
    return batches.add(connection, project, "file.csv", "0" * 64, ImportCounts(added, added), "Ada")


def stored(database: Database, project: int, *new: Claim) -> list[Claim]:
    with database.writing() as connection:
        batch = new_batch(connection, project, len(new))
        claims.add(connection, project, batch, [(claim, claim.claim_text) for claim in new])
        return claims.page(connection, project, ClaimFilter())


def test_a_claim_comes_back_as_it_was_stored(database: Database, project: int) -> None:
    (back,) = stored(database, project, FULL)
    assert back == Claim(**{**vars(FULL), "id": back.id, "batch_id": back.batch_id})


def test_claims_are_found_by_key_and_external_id(database: Database, project: int) -> None:
    (back,) = stored(database, project, FULL)
    with database.reading() as connection:
        assert claims.known_keys(connection, project, [FULL.claim_text, "other"]) == {FULL.claim_text: back.id}
        assert claims.known_external_ids(connection, project, ["x1", "x2"]) == {"x1": back.id}


def test_another_project_sees_nothing(database: Database, project: int) -> None:
    from factcheck.store import projects

    stored(database, project, FULL)
    with database.writing() as connection:
        other = projects.create(connection, "Other desk")
        assert claims.count(connection, other) == 0
        assert claims.known_keys(connection, other, [FULL.claim_text]) == {}


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (ClaimFilter(search="BRIDGE"), 1),
        (ClaimFilter(search="100%"), 0),
        (ClaimFilter(claimant="Harbour office"), 1),
        (ClaimFilter(source="Nobody"), 0),
        (ClaimFilter(topic_id=""), 2),
    ],
)
def test_filters_narrow_the_list(database: Database, project: int, where: ClaimFilter, expected: int) -> None:
    stored(database, project, FULL, Claim("Another matter altogether."))
    with database.reading() as connection:
        assert claims.count(connection, project, where) == expected


def test_an_update_is_taken_back_with_its_batch(database: Database, project: int) -> None:
    (first,) = stored(database, project, FULL)
    with database.writing() as connection:
        batch = new_batch(connection, project)
        claims.update(connection, project, batch, first.id, Claim("The bridge stayed open."), "new key")
        changed = claims.get(connection, project, first.id)
        assert changed is not None
        assert changed.claim_text == "The bridge stayed open."
        assert claims.restore(connection, batch) == 1
        assert claims.get(connection, project, first.id) == first


def test_vectors_are_cached_by_model_and_text(database: Database, project: int) -> None:
    import numpy as np

    row = np.array([0.6, 0.8], np.float32)
    with database.writing() as connection:
        derived.cache_vectors(connection, project, "m1", {"a": row})
        derived.cache_vectors(connection, project, "m1", {"a": row * 2, "b": row})
        found = derived.cached_vectors(connection, project, "m1", ["a", "b", "c"])
        other = derived.cached_vectors(connection, project, "m2", ["a"])
    assert other == {}
    assert sorted(found) == ["a", "b"]
    np.testing.assert_array_equal(found["a"], row)


def test_moments_keep_their_zone(database: Database, project: int) -> None:
    with database.writing() as connection:
        new_batch(connection, project)
        (batch,) = batches.listed(connection, project)
    assert batch.created_at.tzinfo is not None
    assert abs((datetime.now(UTC) - batch.created_at).total_seconds()) < 60
