"""Attribution models named in the settings, on tiny ones made here."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ModelUnavailable
from factcheck.model import TaggedAttribution
from factcheck.pipeline.attribution import AttributionTagger, load_token_classifier
from tests.pipeline.attribution.models import LABELS, lookup, tiny

pytestmark = pytest.mark.models

TEXT = "Мэр Белова сказала, что паром исправен.\n\nПаром исправен."
TAGS = {
    "мэр": "B-SOURCE",
    "белова": "I-SOURCE",
    "сказала": "B-CUE",
    "паром": "B-CONTENT",
    "исправен": "I-CONTENT",
}


def words(text: str, found: list[TaggedAttribution]) -> list[tuple[str, str, str]]:
    parts = ((one.source, one.cue, one.content) for one in found)
    return [tuple(" + ".join(text[a:b] for a, b in spans) for spans in part) for part in parts]  # type: ignore[misc]


def test_labels_become_linked_spans_of_the_text(tmp_path: Path) -> None:
    tagger: AttributionTagger = load_token_classifier(lookup(tmp_path / "mayor", LABELS, TAGS))
    assert words(TEXT, tagger.tag(TEXT)) == [("Мэр Белова", "сказала", "паром исправен"), ("", "", "Паром исправен")]
    assert tagger.name == "mayor"


def test_the_order_of_labels_is_read_from_the_model(tmp_path: Path) -> None:
    other = ["I-content", "B-cue", "O", "I-source", "B-content", "I-cue", "B-source"]
    tags = {word: f"{tag[:2]}{tag[2:].lower()}" for word, tag in TAGS.items()}
    one = load_token_classifier(lookup(tmp_path / "one", LABELS, TAGS)).tag(TEXT)
    assert load_token_classifier(lookup(tmp_path / "two", other, tags)).tag(TEXT) == one


def test_a_word_is_as_its_first_piece(tmp_path: Path) -> None:
    text = "Мэрия сказала, что паром исправен."
    found = load_token_classifier(lookup(tmp_path, LABELS, TAGS)).tag(text)
    assert words(text, found) == [("Мэрия", "сказала", "паром исправен")]


def test_a_paragraph_longer_than_the_model_reads_is_read_to_its_end(tmp_path: Path) -> None:
    text = "что " * 300 + "мэр сказала паром исправен"
    found = load_token_classifier(lookup(tmp_path, LABELS, TAGS)).tag(text)
    assert words(text, found) == [("мэр", "сказала", "паром исправен")]


@pytest.fixture(scope="module")
def random_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    return tiny(tmp_path_factory.mktemp("random"), LABELS)


PIECES = [
    "мэр",
    "Белова",
    "сказала",
    "«",
    "»",
    "паром",
    "исправен",
    " ",
    ", ",
    "\n",
    "水が",
    "é",
    "\x00",
    "\xa0",
    "🚢",
    "\u2028",
]


@settings(max_examples=40, deadline=None)
@given(text=st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)))
def test_any_text_gives_spans_that_lie_in_it(random_model: str, text: str) -> None:
    found = load_token_classifier(random_model).tag(text)
    for one in found:
        assert one.content
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
    assert found == sorted(found, key=lambda one: one.content)


def test_a_random_model_marks_something(random_model: str) -> None:
    assert load_token_classifier(random_model).tag(TEXT * 3)


def test_a_model_with_other_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="'O', 'B-PER', 'I-PER': it does not mark source, cue") as caught:
        load_token_classifier(tiny(tmp_path, ["O", "B-PER", "I-PER"]))
    assert "B-content" in caught.value.hint
    assert "FACTCHECK_ATTRIBUTION_MODEL at builtin" in caught.value.hint


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        load_token_classifier(str(tmp_path))


def test_a_hub_model_without_network_is_an_error_that_says_what_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelUnavailable, match="'nobody/no-such-model' cannot be loaded") as caught:
        load_token_classifier("nobody/no-such-model")
    assert "FACTCHECK_ATTRIBUTION_MODEL at builtin" in caught.value.hint
