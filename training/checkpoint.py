"""Where a run of training stands, on disk: written whole or not at all, and gone on from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch


def write(out: Path, step: int, **parts: Any) -> None:
    """Keep the state of `parts` (model, optimizer, schedule) after `step` steps, and of the random numbers."""
    state = {name: part.state_dict() for name, part in parts.items()}
    torch.save({**state, "step": step, "random": torch.get_rng_state()}, out / "checkpoint.part")
    (out / "checkpoint.part").replace(out / "checkpoint.pt")


def read(out: Path, device: str, **parts: Any) -> int:
    """Bring `parts` to where the run stopped; the steps it had done, 0 where there is no checkpoint."""
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path, map_location=device, weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    torch.set_rng_state(state["random"].cpu())
    print(f"going on from step {state['step']}", flush=True)
    return int(state["step"])
