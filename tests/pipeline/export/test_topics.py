"""topics.csv lists every claim, grouped or not."""

from __future__ import annotations

from dataclasses import replace

from factcheck.pipeline.export import TOPIC_COLUMNS, topics_csv
from tests.pipeline.export.rows import CLAIM, CONTEXT, TOPIC, read


def test_a_grouped_claim_carries_its_topic_and_origin() -> None:
    (cells,) = read(topics_csv([(TOPIC, CLAIM)], CONTEXT, origins={7: "o3"}))
    assert tuple(cells) == TOPIC_COLUMNS
    assert (cells["topic_id"], cells["topic_label"], cells["keywords"]) == ("t1", "bridge, closed", "bridge|closed")
    assert (cells["claim_id"], cells["external_id"], cells["independent_origin_id"]) == ("7", "br-1", "o3")


def test_an_ungrouped_claim_leaves_the_topic_empty() -> None:
    (cells,) = read(topics_csv([(None, CLAIM)], CONTEXT))
    assert {cells[name] for name in ("topic_id", "topic_label", "keywords", "independent_origin_id")} == {""}
    assert cells["claim_text"] == CLAIM.claim_text


def test_a_protected_name_is_hidden_in_labels_and_keywords_as_well() -> None:
    topic = replace(TOPIC, label="amsel, bridge", keywords=("amsel", "ruth amsel", "bridge"))
    (cells,) = read(topics_csv([(topic, CLAIM)], replace(CONTEXT, protected=frozenset({"Ruth Amsel"}))))
    assert cells["topic_label"] == "protected source, bridge"
    assert cells["keywords"] == "protected source|protected source|bridge"
    assert cells["claim_author_name"] == "protected source"
