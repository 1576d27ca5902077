"""The last layer of MPNet, computed for the first token alone.

A classifier reads no other token, so the result is the same, and a tenth of the work of nine layers is saved, in
training and in the exported graph alike.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from transformers.models.mpnet.modeling_mpnet import MPNetAttention, MPNetLayer, MPNetSelfAttention

Tensor = torch.Tensor


def keep_first_token(model: Any) -> None:
    """Change the last layer of an MPNet classifier in place, its weights kept; other encoders stay as they are."""
    encoder = getattr(model.base_model, "encoder", None)
    if encoder is None or type(encoder.layer[-1]) is not MPNetLayer:
        return
    attention = FirstTokenAttention(model.config)
    attention.load_state_dict(encoder.layer[-1].attention.state_dict())
    encoder.layer[-1].attention = attention.to(model.device).train(model.training)


class FirstTokenAttention(MPNetAttention):
    """Hidden states (batch, length, width) → those of the first token, (batch, 1, width)."""

    def __init__(self, config: Any) -> None:
        super().__init__(config)
        self.attn = _FirstTokenSelfAttention(config)

    def forward(
        self, hidden_states: Tensor, attention_mask: Tensor | None = None, position_bias: Tensor | None = None, **_: Any
    ) -> tuple[Tensor]:
        attended = self.attn(hidden_states, attention_mask, position_bias)
        return (self.LayerNorm(self.dropout(attended) + hidden_states[:, :1]),)


class _FirstTokenSelfAttention(MPNetSelfAttention):
    def forward(self, hidden_states: Tensor, attention_mask: Tensor | None, position_bias: Tensor | None) -> Tensor:
        given = hidden_states[:, :1], hidden_states, hidden_states
        query, key, value = (
            self._heads(part(read)) for part, read in zip((self.q, self.k, self.v), given, strict=True)
        )
        scores = query @ key.transpose(-1, -2) / math.sqrt(self.attention_head_size)
        for bias in (position_bias, attention_mask):
            if bias is not None:
                scores = scores + bias[:, :, :1]
        joined = self.dropout(scores.softmax(-1)) @ value
        return self.o(joined.transpose(1, 2).flatten(2))

    def _heads(self, tensor: Tensor) -> Tensor:
        """(batch, length, width) → (batch, heads, length, width of a head)."""
        return tensor.unflatten(-1, (self.num_attention_heads, self.attention_head_size)).transpose(1, 2)
