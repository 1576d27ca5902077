"""A reliability diagram (Murphy and Winkler 1977; DeGroot and Fienberg 1983) as an SVG file: said against seen."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.scores import reliability_bins

SIDE, EDGE = 320, 48
Floats = npt.NDArray[np.float64]


def write(path: Path, title: str, chance: Floats, truth: npt.NDArray[np.bool_]) -> None:
    """Each tenth as a dot with its number of pairs; the dashed line is a perfect forecast."""
    size = SIDE + 2 * EDGE
    points = [(x(said), y(seen), count) for said, seen, count in reliability_bins(chance, truth)]
    line = " ".join(f"{across:.1f},{down:.1f}" for across, down, _ in points)
    marks = [f'<circle cx="{across:.1f}" cy="{down:.1f}" r="4"/>' for across, down, _ in points]
    counts = [text(across + 8, down + 14, str(count), "start") for across, down, count in points]
    scale = [
        text(x(part), y(0) + 18, f"{part:.1f}") + text(x(0) - 8, y(part) + 4, f"{part:.1f}", "end")
        for part in (0.0, 0.5, 1.0)
    ]
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" font-family="sans-serif"',
        'font-size="12">',
        f'<rect width="{size}" height="{size}" fill="white"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>',
        f'<path d="M{x(0)},{y(0)} L{x(1)},{y(1)}" stroke="#999" stroke-dasharray="4"/>',
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>',
        *('<g fill="#1f5fa8">', *marks, "</g>", *counts, *scale),
        text(size / 2, 28, title),
        text(size / 2, size - 10, "probability of a clash that was given"),
        f'<g transform="rotate(-90)">{text(-size / 2, 14, "share of pairs that clash")}</g>',
        "</svg>",
    ]
    path.write_text("\n".join(drawn) + "\n", encoding="utf-8")


def x(share: float) -> float:
    return EDGE + SIDE * share


def y(share: float) -> float:
    return EDGE + SIDE * (1 - share)


def text(across: float, down: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{across:.1f}" y="{down:.1f}" text-anchor="{anchor}">{words}</text>'
