"""The network behind the attribution tagger: which words say that something is said, and who and what belongs to each.

An encoder reads a window of pieces. One head finds the cues. For every cue a second, light head labels all pieces of
the window as its source, its content or neither (cue-anchored as in semantic role labelling: He et al. 2017, ACL;
the biaffine part after Dozat and Manning 2017, ICLR), so contents may nest, cross sentences and fall into pieces.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from factcheck.pipeline.attribution.decode import ROLE_LABELS
from factcheck.pipeline.attribution.pieces import LOOKS

FAR = 9
"""Distances are told apart as powers of two up to here."""


class Reader(nn.Module):
    """Pieces of a window → their vectors and how likely each begins or continues a cue."""

    def __init__(self, encoder: Any, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.looks = nn.Embedding(LOOKS, width)
        nn.init.zeros_(self.looks.weight)
        self.cue = nn.Linear(width, 3)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, looks: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """`ids`, `mask`, `looks` (b, n) → logits (b, n, 3), vectors (b, n, d)."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.looks(looks)
        vectors = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.cue(vectors), vectors


class Linker(nn.Module):
    """A window's vectors and its cues → what each piece is to each cue."""

    def __init__(self, width: int, inner: int = 192, reach: int = 5) -> None:
        super().__init__()
        self.piece, self.anchor = nn.Linear(width, inner), nn.Linear(2 * width, inner)
        self.left, self.right = nn.Linear(width, inner), nn.Linear(2 * width, inner)
        self.distance = nn.Embedding(2 * FAR + 1, inner)
        self.near = nn.Conv1d(inner, inner, reach, padding=reach // 2)
        self.wide = nn.Conv1d(inner, inner, reach, padding=4 * (reach // 2), dilation=4)
        self.role = nn.Linear(inner, len(ROLE_LABELS))

    def forward(self, vectors: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """`vectors` (n, d), first and last piece of c cues (c,) → logits (c, n, 5)."""
        cue = torch.cat([vectors[first], vectors[last]], -1)
        places = torch.arange(vectors.shape[0], device=vectors.device)
        apart = torch.where(
            places[None] < first[:, None],
            places[None] - first[:, None],
            (places[None] - last[:, None]).clamp(min=0),
        )
        size = torch.log2(apart.abs().clamp(min=1).float()).floor().long() + (apart != 0).long()
        near = self.distance(apart.sign() * size.clamp(max=FAR) + FAR)
        both = self.left(vectors)[None] * self.right(cue)[:, None]
        found = nn.functional.gelu(self.piece(vectors)[None] + self.anchor(cue)[:, None] + both + near)
        found = found.transpose(1, 2)
        found = found + nn.functional.gelu(self.near(found))
        found = found + nn.functional.gelu(self.wide(found))
        return self.role(found.transpose(1, 2))


class Tagger(nn.Module):
    """Reader and Linker together, as they are trained."""

    def __init__(self, start: str | Path, dropout: float = 0.1) -> None:
        super().__init__()
        encoder = AutoModel.from_pretrained(
            start, add_pooling_layer=False, hidden_dropout_prob=dropout, attention_probs_dropout_prob=0.0
        ).float()
        width = encoder.config.hidden_size
        self.reader, self.linker = Reader(encoder, width), Linker(width)
        self.dropout = nn.Dropout(dropout)
