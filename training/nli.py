"""Fine-tune a sentence encoder into a model of contradiction: python -m training.nli STAGE OUT …

Two stages, each a run of its own: `nli` on a mix of natural language inference sets, from a backbone; then
`disputes`, from the checkpoint of the first, on disputes with a little of the mix kept in. The run is seeded,
writes a checkpoint every few minutes, and goes on from it when the same command is given again. It uses a GPU
where there is one. Word embeddings and the lowest layers stay as they are. See training/README.md.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from factcheck.pipeline.scoring.timed import ended
from training import checkpoint
from training.data import LABELS, Example, batches, dispute_pairs, nli_rows, one_pass, read_disputes
from training.first_token import keep_first_token
from training.scores import dispute_scores, nli_accuracy

PROSE_FIRST = {"snli": 12_000, "oie_nli": 2_000, "fever": 5_000, "lingnli": 22_000}
"""Rows of a source that a short run takes; prose teaches more about news than captions do."""
LONGEST = 128
"""Tokens of a pair; what is longer is cut at the end of the longer text."""


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    run = Run(options)
    run.train()
    run.save_model()
    run.report()


@dataclass
class Progress:
    """Where a run stands; with the seed it decides everything that follows."""

    step: int = 0
    seconds: float = 0.0


class Run:
    """One stage of training, from its data to a saved model."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.out = Path(options.out)
        self.out.mkdir(parents=True, exist_ok=True)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.half = self.device == "cuda" or reckons_in_bf16()
        self.tokenizer = AutoTokenizer.from_pretrained(options.start)
        self.model = backbone(options.start, options.layers, options.dropout).to(self.device)
        keep_first_token(self.model)
        freeze(self.model, options.frozen)
        self.work = self._batches()
        self.total = min(len(self.work), options.steps or len(self.work))
        self.optimizer = torch.optim.AdamW(
            [p for p in self.model.parameters() if p.requires_grad], lr=options.rate, weight_decay=0.01, fused=True
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self._from = checkpoint.read(self.out, self.device, **self._parts())
        self.progress = Progress(self._from)

    def _batches(self) -> list[list[Example]]:
        options, found = self.options, []
        for epoch in range(options.epochs):
            seed = options.seed + epoch
            mix = nli_rows(Path(options.nli), {} if options.all else PROSE_FIRST, seed)
            if options.stage == "disputes":
                places = [Path(place) for place in options.disputes]
                rows = [row for place in places for row in read_disputes(place, "train")]
                rows += [row for place in places if place.is_dir() for row in _again(place, options.weigh)]
                disputes = [dispute_pairs(row) for row in rows]
                examples = one_pass(disputes, seed)
                mix = mix[: int(options.keep * len(examples))]
                examples += mix
            else:
                examples = mix[: options.most or len(mix)]
            found += batches(examples, options.batch, seed)
        return found

    def _rate(self, step: int) -> float:
        warm = max(1, int(0.06 * self.total))
        left = max(0.0, (self.total - step) / max(1, self.total - warm))
        return min(step / warm, self.options.end + (1 - self.options.end) * left)

    def train(self) -> None:
        self.model.train()
        began, saved, losses = time.monotonic(), time.monotonic(), []
        for step in range(self.progress.step, self.total):
            losses.append(self._step(self.work[step]))
            self.progress = Progress(step + 1, self.progress.seconds)
            if (step + 1) % 20 == 0:
                seen = (step + 1) * self.options.batch
                pace = (step + 1 - self._from) * self.options.batch / (time.monotonic() - began)
                loss = sum(losses[-20:]) / len(losses[-20:])
                print(f"step {step + 1}/{self.total} pairs {seen} loss {loss:.4f} {pace:.1f}/s", flush=True)
            if time.monotonic() - saved > 60 * self.options.minutes:
                checkpoint.write(self.out, self.progress.step, **self._parts())
                saved = time.monotonic()

    def _step(self, batch: Sequence[Example]) -> float:
        tokens = encode(self.tokenizer, [(e.first, e.second) for e in batch]).to(self.device)
        labels = torch.tensor([e.label for e in batch], device=self.device)
        with torch.autocast(self.device, torch.bfloat16, enabled=self.half):
            logits = self.model(**tokens).logits
        loss = torch.nn.functional.cross_entropy(logits.float(), labels, label_smoothing=self.options.smoothing)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        return float(loss.detach())

    def _parts(self) -> dict[str, Any]:
        return {"model": self.model, "optimizer": self.optimizer, "schedule": self.schedule}

    def save_model(self) -> None:
        self.model.save_pretrained(self.out)
        self.tokenizer.save_pretrained(self.out)
        (self.out / "checkpoint.pt").unlink(missing_ok=True)

    def report(self) -> None:
        """Scores on the develop parts, printed and written beside the model."""
        self.model.eval()
        found: dict[str, Any] = {}
        for place in map(Path, self.options.develop):
            rows = read_disputes(place, "develop")
            score = dispute_scores if "claims" in rows[0] else nli_accuracy
            found[str(place)] = score(rows, self.probabilities)
            print(place.name, json.dumps(found[str(place)]), flush=True)
        (self.out / "scores.json").write_text(json.dumps({**vars(self.options), "scores": found}, indent=1))

    @torch.inference_mode()
    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
        """Probabilities (n, 4) in the order of LABELS."""
        order = sorted(range(len(pairs)), key=lambda at: len(pairs[at][0]) + len(pairs[at][1]))
        found = torch.zeros(len(pairs), len(LABELS))
        for start in range(0, len(order), 64):
            rows = order[start : start + 64]
            with torch.autocast(self.device, torch.bfloat16, enabled=self.half):
                logits = self.model(**encode(self.tokenizer, [pairs[at] for at in rows]).to(self.device)).logits
            found[rows] = logits.float().softmax(-1).cpu()
        return found


def _again(place: Path, weigh: Sequence[str]) -> list[dict[str, Any]]:
    """The disputes of a folder that a pass shows once more, for each time more."""
    found: list[dict[str, Any]] = []
    for name, times in (weight.split("=") for weight in weigh):
        found += read_disputes(place, "train", [name]) * (int(times) - 1)
    return found


def encode(tokenizer: Any, pairs: Sequence[tuple[str, str]]) -> Any:
    """Token ids of pairs, padded to the longest of them."""
    first, second = [ended(a) for a, _ in pairs], [ended(b) for _, b in pairs]
    return tokenizer(first, second, padding=True, truncation="longest_first", max_length=LONGEST, return_tensors="pt")


def backbone(start: str, layers: int, dropout: float) -> Any:
    """A classifier with LABELS on an encoder (or an earlier checkpoint), cut to its lowest `layers` layers."""
    names = dict(enumerate(LABELS))
    model = AutoModelForSequenceClassification.from_pretrained(
        start,
        num_labels=len(LABELS),
        id2label=names,
        label2id={name: at for at, name in names.items()},
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=0.0,
    )
    if layers:
        stack = model.base_model.encoder
        stack.layer = stack.layer[:layers]
        model.config.num_hidden_layers = layers
    return model.float()


def reckons_in_bf16() -> bool:
    """Whether this processor has bf16 instructions: with them training is three times as fast, without far slower."""
    known = torch.cpu.get_capabilities()
    return bool(known.get("avx512_bf16") or known.get("amx_bf16"))


def freeze(model: Any, layers: int) -> None:
    """Leave the word embeddings and the lowest layers as they are: a third less work, and less to forget."""
    for part in (model.base_model.embeddings, *model.base_model.encoder.layer[:layers]):
        part.requires_grad_(False)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("nli", "disputes"))
    parser.add_argument("out", help="folder for the model, its checkpoint and its scores")
    parser.add_argument("--start", required=True, help="folder of the backbone or of the stage before")
    parser.add_argument("--nli", required=True, help="the NLI mix, .jsonl or .jsonl.gz")
    parser.add_argument("--disputes", nargs="*", default=[], help="files of disputes, or folders of our own")
    parser.add_argument(
        "--weigh", nargs="*", default=[], help="files of our own that a pass shows more often: NAME=TIMES"
    )
    parser.add_argument(
        "--develop", nargs="*", default=[], help="NLI or dispute files, or folders, to score at the end"
    )
    parser.add_argument("--layers", type=int, default=0, help="keep only the lowest layers of the encoder")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers left as they are")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--most", type=int, default=0, help="rows of the NLI mix to take")
    parser.add_argument("--all", action="store_true", help="take every source in full")
    parser.add_argument("--keep", type=float, default=0.25, help="rows of the mix kept in, for each dispute pair")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--end", type=float, default=0.0, help="share of the rate that is left at the last step")
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument("--smoothing", type=float, default=0.0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=8, help="between two checkpoints")
    parser.add_argument("--seed", type=int, default=20)
    return parser.parse_args()


if __name__ == "__main__":
    main()
