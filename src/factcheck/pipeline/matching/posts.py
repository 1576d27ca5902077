"""A text as people post it → what it says, who posted it, and the forms of it that are embedded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from factcheck.text.normalise import one_line

FloatArray = npt.NDArray[np.float32]

_SIGNED = re.compile(r"\s*[—–]\s*([^—–]{0,80}?)\s*\(@\w+\)\s+\w+ \d{1,2}, \d{4}\s*$")
"""— Name (@account) January 5, 2021: what an embedded post ends with."""
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com|\bt\.co/|\bbit\.ly/)\S*")
_TAG = re.compile(r"[#@](\w+)")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")


class Post(NamedTuple):
    """`body` without links, its hashtags as words; `author` is "" when it is not signed."""

    body: str
    author: str

    @property
    def forms(self) -> tuple[str, ...]:
        """The texts whose mean vector stands for it: what was said, and who said what."""
        return (self.body, f"{self.author}: {self.body}") if self.author else (self.body,)


def read_post(text: str) -> Post:
    """Any text is accepted; one without links, tags and signature stays as it is, on one line."""
    signed = _SIGNED.search(text)
    body, author = (text[: signed.start()], signed.group(1)) if signed else (text, "")
    spoken = one_line(_TAG.sub(lambda tag: f" {_HUMP.sub(' ', tag.group(1))} ", _LINK.sub(" ", body)))
    # A post that is nothing but links keeps them: they are all there is to go by.
    return Post(spoken or one_line(body), author)


def post_vectors(posts: Sequence[Post], known: Mapping[str, FloatArray]) -> FloatArray:
    """(n, d): the mean of the unit vectors of each post's forms, of length 1."""
    means = np.stack([np.mean([known[form] for form in post.forms], axis=0) for post in posts])
    return np.asarray(means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9), np.float32)
