"""Train the attribution tagger: python -m training.attribution OUT --start BACKBONE --train FILE --develop FILE

Seeded; writes a checkpoint every few minutes and goes on from it when the same command is given again; uses a GPU
where there is one. Word embeddings stay as they are. See training/README.md.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from training import checkpoint
from training.attribution_data import Window, batches, mark, one_pass, read_articles
from training.nli import reckons_in_bf16
from training.tagger import Tagger

IGNORED = -100
CLS, SEP, PAD = "[CLS]", "[SEP]", "[PAD]"


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    run = Run(options)
    run.train()
    run.save_model()


class Run:
    """From marked articles to a saved tagger."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.out = Path(options.out)
        self.out.mkdir(parents=True, exist_ok=True)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.half = self.device == "cuda" or reckons_in_bf16()
        self.tokenizer = Tokenizer.from_file(str(Path(options.start) / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        articles = [mark(row, self.tokenizer) for path in options.train for row in read_articles(Path(path))]
        passes = [one_pass(articles, options.seed + at) for at in range(options.epochs)]
        self.work = [batch for windows in passes for batch in batches(windows, options.batch)]
        self.total = min(len(self.work), options.steps or len(self.work))
        self.model = Tagger(options.start, options.dropout).to(self.device)
        if options.go_on_from:
            weights = torch.load(options.go_on_from, map_location=self.device, weights_only=True)
            self.model.load_state_dict(weights)
        self.model.reader.encoder.embeddings.word_embeddings.requires_grad_(False)
        self.optimizer = torch.optim.AdamW(self._groups(), weight_decay=0.01, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = checkpoint.read(self.out, self.device, **self._parts())

    def _groups(self) -> list[dict[str, Any]]:
        """The encoder learns slowly, the new parts fast."""
        encoder = {id(p) for p in self.model.reader.encoder.parameters()}
        slow = [p for p in self.model.parameters() if p.requires_grad and id(p) in encoder]
        fast = [p for p in self.model.parameters() if p.requires_grad and id(p) not in encoder]
        return [{"params": slow, "lr": self.options.rate}, {"params": fast, "lr": self.options.rate * 5}]

    def _rate(self, step: int) -> float:
        warm = max(1, int(0.06 * self.total))
        return min((step + 1) / warm, max(0.02, (self.total - step) / max(1, self.total - warm)))

    def train(self) -> None:
        self.model.train()
        began, saved, losses = time.monotonic(), time.monotonic(), []
        first = self.step
        for step in range(first, self.total):
            losses.append(self._learn(self.work[step]))
            self.step = step + 1
            if self.step % 20 == 0:
                pace = (self.step - first) * self.options.batch / (time.monotonic() - began)
                cue, role = np.mean(losses[-20:], axis=0)
                print(f"step {self.step}/{self.total} cue {cue:.4f} role {role:.4f} {pace:.2f} windows/s", flush=True)
            if time.monotonic() - saved > 60 * self.options.minutes:
                checkpoint.write(self.out, self.step, **self._parts())
                saved = time.monotonic()

    def _learn(self, batch: Sequence[Window]) -> tuple[float, float]:
        with torch.autocast(self.device, torch.bfloat16, enabled=self.half):
            cue, role = self._losses(batch)
        self.optimizer.zero_grad(set_to_none=True)
        (cue + self.options.roles * role).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        return float(cue.detach()), float(role.detach())

    def _losses(self, batch: Sequence[Window]) -> tuple[torch.Tensor, torch.Tensor]:
        """Mean loss of a piece as a cue, and of a piece of a cue's window as a source or content."""
        ids, mask, looks, labels = (part.to(self.device) for part in self._tensors(batch))
        logits, vectors = self.model.reader(ids, mask, looks)
        cue = torch.nn.functional.cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
        found, wanted = [], []
        for row, window in enumerate(batch):
            if not window.cues:
                continue
            n = len(window.ids)
            first = torch.tensor([cue[0] for cue in window.cues], device=self.device)
            last = torch.tensor([cue[1] - 1 for cue in window.cues], device=self.device)
            linked = self.model.linker(self.model.dropout(vectors[row, 1 : n + 1]), first, last)
            found.append(linked.flatten(0, 1))
            wanted.append(torch.from_numpy(window.role_labels).flatten())
        if not found:
            return cue, cue * 0
        role = torch.nn.functional.cross_entropy(
            torch.cat(found).float(), torch.cat(wanted).to(self.device), ignore_index=IGNORED
        )
        return cue, role

    def _tensors(self, batch: Sequence[Window]) -> tuple[torch.Tensor, ...]:
        special = {name: self.tokenizer.token_to_id(name) for name in (CLS, SEP, PAD)}
        shape = len(batch), max(len(window.ids) for window in batch) + 2
        ids = torch.full(shape, special[PAD])
        mask, looks = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
        labels = torch.full(shape, IGNORED)
        for row, window in enumerate(batch):
            n = len(window.ids)
            ids[row, 0], ids[row, n + 1] = special[CLS], special[SEP]
            ids[row, 1 : n + 1] = torch.from_numpy(window.ids)
            mask[row, : n + 2] = 1
            looks[row, 1 : n + 1] = torch.from_numpy(window.looks)
            labels[row, 1 : n + 1] = torch.from_numpy(window.cue_labels)
        return ids, mask, looks, labels

    def _parts(self) -> dict[str, Any]:
        return {"model": self.model, "optimizer": self.optimizer, "schedule": self.schedule}

    def save_model(self) -> None:
        """The weights, beside the settings they were trained with."""
        torch.save(self.model.state_dict(), self.out / "tagger.pt")
        self.tokenizer.save(str(self.out / "tokenizer.json"))
        (self.out / "run.json").write_text(json.dumps(vars(self.options), indent=1))
        (self.out / "checkpoint.pt").unlink(missing_ok=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", help="folder for the tagger and its checkpoint")
    parser.add_argument("--start", required=True, help="folder of the backbone")
    parser.add_argument("--train", nargs="+", required=True, help="files of marked articles")
    parser.add_argument("--go-on-from", default="", help="a finished run's tagger.pt, to be trained further")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps")
    parser.add_argument("--batch", type=int, default=8, help="windows in a step")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="of the encoder; new parts learn five times as fast")
    parser.add_argument("--roles", type=float, default=2.0, help="weight of the source and content loss")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=8, help="between two checkpoints")
    parser.add_argument("--seed", type=int, default=30)
    return parser.parse_args()


if __name__ == "__main__":
    main()
