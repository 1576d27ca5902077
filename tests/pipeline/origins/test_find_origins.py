"""Near-copies and origins: what holds for any claims, and how well the labelled sets come out."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from benchmarks.origins import found_pairs, load, scores, synthetic
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Article, Claim, DatePrecision, Origin
from factcheck.pipeline.origins import find_origins

DAM = "The old dam above Larkov burst shortly before dawn and flooded the villages."
WORDS = st.sampled_from(
    [
        "the",
        "dam",
        "in",
        "Larkov",
        "burst",
        "and",
        "killed",
        "2",
        "two",
        "women",
        "not",
        "denied",
        "Ferrant",
        "said",
        "水坝",
        "дамба",
        "(AP)",
        "we",
    ]
)
TEXTS = st.lists(WORDS, max_size=9).map(" ".join)
CLAIMS = st.lists(
    st.builds(
        Claim,
        TEXTS,
        quote=TEXTS,
        claim_author_name=st.sampled_from(["", "Ann Ferrant", "Ferrant", "the minister"]),
        source_name=st.sampled_from(["", "Valley Post", "Reuters"]),
        claim_date=st.sampled_from(["", "2031-05-03", "2031-05", "2031-09-09"]),
        claim_date_precision=st.sampled_from([DatePrecision.DAY, DatePrecision.MONTH]),
    ),
    max_size=12,
).map(lambda row: [replace(claim, id=at + 1) for at, claim in enumerate(row)])


def claim(number: int, text: str = DAM, outlet: str = "", speaker: str = "", **more: object) -> Claim:
    day = {"claim_date": "2031-05-03", "claim_date_precision": DatePrecision.DAY}
    given = {"source_name": outlet or f"Paper {number}", "claim_author_name": speaker, "id": number}
    return Claim(text, **{**day, **given, **more})


def groups(found: Sequence[Origin], name: str = "origin_id") -> list[set[int]]:
    by_name: dict[str, set[int]] = {}
    for origin in found:
        by_name.setdefault(getattr(origin, name), set()).add(origin.claim_id)
    return sorted(by_name.values(), key=min)


def test_the_labelled_sets_come_out_no_worse_than_measured() -> None:
    claims, articles, same, origins, _names = load()
    found = find_origins(claims, articles)
    precision, recall = scores(found_pairs(found, "same_id"), same)
    assert precision == 1
    assert recall >= 0.9
    precision, recall = scores(found_pairs(found, "origin_id"), origins)
    assert precision == 1
    assert recall >= 0.85


@given(CLAIMS, st.randoms())
def test_the_order_of_rows_changes_nothing(claims: list[Claim], rng: random.Random) -> None:
    shuffled = rng.sample(claims, len(claims))
    assert find_origins(shuffled) == find_origins(claims)


@given(CLAIMS)
def test_every_claim_is_in_one_group_named_after_its_smallest(claims: list[Claim]) -> None:
    found = find_origins(claims)
    assert [origin.claim_id for origin in found] == [claim.id for claim in claims]
    for name, letter in (("same_id", "s"), ("origin_id", "o")):
        for group in groups(found, name):
            names = {getattr(origin, name) for origin in found if origin.claim_id in group}
            assert names == {f"{letter}{min(group)}"}


@given(CLAIMS)
def test_a_reason_is_given_exactly_to_those_who_share_an_origin(claims: list[Claim]) -> None:
    found = find_origins(claims)
    shared = {claim_id for group in groups(found) if len(group) > 1 for claim_id in group}
    assert {origin.claim_id for origin in found if origin.reason} == shared


def test_the_order_of_a_large_project_changes_nothing() -> None:
    claims = list(synthetic(2_000))
    shuffled = random.Random(4).sample(claims, len(claims))
    assert find_origins(shuffled) == find_origins(claims)


def test_five_hundred_identical_claims_are_one_claim_of_one_origin() -> None:
    found = find_origins([claim(number) for number in range(1, 501)])
    assert {(origin.same_id, origin.origin_id, origin.reason) for origin in found} == {("s1", "o1", "same wording")}


def test_no_claims_and_empty_texts_are_no_trouble() -> None:
    assert find_origins([]) == []
    found = find_origins([Claim("", id=1), Claim("", id=2), Claim(" … ", id=3), Claim("?", quote="!", id=4)])
    assert len({origin.same_id for origin in found}) == 4
    assert len({origin.origin_id for origin in found}) == 4


def test_copies_that_differ_only_a_little_do_not_chain_into_one_group() -> None:
    words = [
        "old",
        "dam",
        "above",
        "Larkov",
        "burst",
        "before",
        "dawn",
        "flooded",
        "villages",
        "roads",
        "mills",
        "barns",
        "fields",
        "cellars",
        "ovens",
    ]
    names = ["Amsel", "Brenn", "Corl", "Dorn", "Elm", "Ferrin", "Garl", "Harl", "Ilm", "Jarn"]
    texts = [" ".join(["The", *names[:at], *words[at:]]) for at in range(len(names))]
    found = find_origins([claim(at + 1, text) for at, text in enumerate(texts)])
    assert found[0].same_id != found[-1].same_id


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(AP)", "AP —"),
        ("[Reuters]", "— Reuters"),
        ("/ТАСС/", "сообщает ТАСС"),
        ("(dpa)", "berichtet die Deutsche Presse-Agentur"),
        ("(新华社)", "新华社 —"),
        ("(رويترز)", "رويترز -"),
    ],
)
def test_an_agency_is_known_by_its_tags_in_several_scripts(first: str, second: str) -> None:
    a = f"Eleven miners were brought out alive from the flooded Kolt shaft by rescue teams. {first}"
    b = "Rescue teams brought eleven miners out of the flooded Kolt shaft alive after two nights"
    b = f"{second} {b}" if second[-1] in "—-" else f"{b} {second}"
    one, other = find_origins([claim(1, a), claim(2, b)])
    assert one.origin_id == other.origin_id
    assert one.reason.startswith("credits ")


def test_an_outlet_that_is_the_agency_and_one_that_credits_it_have_one_origin() -> None:
    texts = (
        "Rescue teams brought eleven miners alive out of the Kolt shaft.",
        "Eleven miners were brought alive from the Kolt shaft.",
    )
    found = find_origins([claim(1, texts[0], "Reuters"), claim(2, texts[1], attribution_chain=("Reuters",))])
    assert groups(found) == [{1, 2}]


def test_a_person_called_like_an_agency_is_none() -> None:
    found = find_origins(
        [
            claim(1, "The spa opened after dark in the old town of Kelm, said its owner.", speaker="Ani Holt"),
            claim(2, "The spa in the old town of Kelm opened after dark on Friday.", speaker="Lusa Marn"),
        ]
    )
    assert all("credits" not in origin.reason for origin in found)


def test_the_same_claim_of_two_people_is_one_claim_of_two_origins() -> None:
    found = find_origins([claim(1, speaker="Ann Ferrant"), claim(2, speaker="Joe Holt"), claim(3, speaker="Ferrant")])
    assert groups(found, "same_id") == [{1, 2, 3}]
    assert groups(found) == [{1, 3}, {2}]


def test_words_without_a_speaker_join_the_only_one_and_nobody_when_there_are_two() -> None:
    assert groups(find_origins([claim(1, speaker="Ann Ferrant"), claim(2)])) == [{1, 2}]
    two = [claim(1, speaker="Ann Ferrant"), claim(2), claim(3, speaker="Joe Holt")]
    assert groups(find_origins(two)) == [{1}, {2}, {3}]


def test_what_one_speaker_says_in_one_article_is_one_statement() -> None:
    texts = "The bridge will be closed from Monday until the autumn.", "Buses will run instead of the trams every hour."
    found = find_origins([claim(at + 1, text, "Post", "Ann Ferrant", article_id=7) for at, text in enumerate(texts)])
    assert groups(found) == [{1, 2}]
    assert found[0].reason == "same speaker in the same text"
    assert groups(found, "same_id") == [{1}, {2}]


def test_a_notice_under_all_articles_of_an_outlet_makes_no_copies() -> None:
    notice = "Write to our desk in Sarn with your news. Reproduction without written permission is an offence."
    articles = [Article(f"Story number {n} of the day. {notice}", source_name="Post", id=n) for n in range(1, 5)]
    text = "The bridge in Sarn {} from Monday until the autumn, the Post learnt."
    told = [claim(1, text.format("stays closed"), article_id=1), claim(2, text.format("will not open"), article_id=2)]
    assert groups(find_origins(told, articles)) == [{1}, {2}]


def test_an_unknown_date_joins_the_only_day_there_is() -> None:
    assert groups(find_origins([claim(1), claim(2, claim_date="")]), "same_id") == [{1, 2}]
    three = [claim(1), claim(2, claim_date=""), claim(3, claim_date="2031-08-01")]
    assert groups(find_origins(three), "same_id") == [{1}, {2}, {3}]
