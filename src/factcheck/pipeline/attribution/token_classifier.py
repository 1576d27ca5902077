"""A token-classification model of a folder or a hub, behind the seam of attribution taggers."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.errors import ModelUnavailable
from factcheck.model import Span, TaggedAttribution
from factcheck.pipeline.attribution.linking import PARTS, link

_PARAGRAPH = re.compile(r"[^\n\r\x85\u2028\u2029]*\S[^\n\r\x85\u2028\u2029]*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LONGEST = 512
_STRIDE = 64
_LONGEST_PARAGRAPH = 20_000
_HINT = (
    "Name a folder or a hub model for token classification whose configuration (id2label) lists O, B-source, I-source, "
    "B-cue, I-cue, B-content and I-content, or leave FACTCHECK_ATTRIBUTION_MODEL at builtin."
)


class TokenClassifier:
    """A transformers pipeline whose labels are source, cue and content in BIO; reads paragraph by paragraph."""

    def __init__(self, pipeline: Any, name: str) -> None:
        check_labels([str(label) for label in (pipeline.model.config.id2label or {}).values()], name)
        self._pipeline = pipeline
        self.name = name

    def tag(self, text: str) -> list[TaggedAttribution]:
        """See AttributionTagger. Source and cue of a content are those nearest to it in its paragraph."""
        return [one for start, end in _paragraphs(text) for one in link(self._tagged(text, start, end))]

    def _tagged(self, text: str, start: int, end: int) -> dict[str, list[Span]]:
        """Part ("source", "cue", "content") → its spans in one paragraph, in order."""
        tagged: dict[str, list[Span]] = {part: [] for part in PARTS}
        for entity in self._entities(text[start:end]):
            part = str(entity["entity_group"]).strip().lower()
            span = _trim(text, start + int(entity["start"]), start + int(entity["end"]))
            if part in tagged and any(map(str.isalnum, text[slice(*span)])):
                tagged[part].append(span)
        return tagged

    def _entities(self, paragraph: str) -> list[dict[str, Any]]:
        # A word is as its first piece is; where words are not parted by spaces, a "word" may be a whole sentence.
        strategy = "simple" if _UNSPACED.search(paragraph) else "first"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found: list[dict[str, Any]] = self._pipeline(paragraph, aggregation_strategy=strategy)
        return found


def check_labels(labels: list[str], name: str) -> None:
    """Raises ModelUnavailable when a model's labels are not source, cue and content in BIO, in any order."""
    known = {label.strip().lower() for label in labels}
    wanted = {f"{place}-{part}" for place in "bi" for part in PARTS} | {"o"}
    if known != wanted:
        raise ModelUnavailable(
            f"The model {name!r} has the labels {', '.join(map(repr, labels)) or 'none'}: it does not mark source, cue "
            "and content.",
            _HINT,
        )


@lru_cache(maxsize=1)
def load_token_classifier(name: str) -> TokenClassifier:
    """From a folder, or by its hub name: what lies on this machine first, then the network.

    Raises ModelUnavailable when it cannot be loaded, cannot say where its tokens stand, or has other labels.
    """
    is_folder = Path(name).is_dir()
    try:
        pipeline = _load(name, is_folder)
    except Exception as error:  # the library raises whatever its parts raise; none of it says what to do
        words = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise ModelUnavailable(f"The attribution model {name!r} cannot be loaded: {words}", _HINT) from error
    return TokenClassifier(pipeline, Path(name).name if is_folder else name)


def _load(name: str, is_folder: bool) -> Any:
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return _pipeline(name, local=True)
    except OSError:
        if is_folder:
            raise
        return _pipeline(name, local=False)


def _pipeline(name: str, *, local: bool) -> Any:
    from transformers import AutoModelForTokenClassification, AutoTokenizer, pipeline

    tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=local)
    model = AutoModelForTokenClassification.from_pretrained(name, local_files_only=local)
    # Some models count two places more than they can read.
    places = int(getattr(model.config, "max_position_embeddings", 0) or _LONGEST + 2) - 2
    tokenizer.model_max_length = max(8, min(tokenizer.model_max_length, places, _LONGEST))
    stride = min(_STRIDE, tokenizer.model_max_length // 4)
    return pipeline(
        "token-classification",
        model=model,
        tokenizer=tokenizer,
        stride=stride,
        device="cpu",
        aggregation_strategy="first",
    )


def _paragraphs(text: str) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text):
        for start in range(match.start(), match.end(), _LONGEST_PARAGRAPH):
            yield start, min(start + _LONGEST_PARAGRAPH, match.end())


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
