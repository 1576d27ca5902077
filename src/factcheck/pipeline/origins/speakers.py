"""Claims → who speaks in each, apart from the outlet that prints it, and which names can be one speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Claim
from factcheck.pipeline.origins import agencies
from factcheck.pipeline.origins.lexicon import ROLES
from factcheck.text.normalise import comparable


def speaker(claim: Claim) -> str:
    """The words of the claimant's name, "" where the outlet or an agency speaks itself."""
    name = comparable(claim.claimant)
    return "" if name == comparable(claim.source_name) or agencies.in_full(claim.claimant) else name


def is_somebody(name: str) -> bool:
    """Whether the name says who it is: "a spokesman" does not."""
    return any(word not in ROLES for word in name.split())


def may_be_one(a: str, b: str) -> bool:
    """ "Mayor Ann Ferrant" and "Ferrant", as far as one text is told of both."""
    in_a, in_b = set(a.split()), set(b.split())
    return in_a <= in_b or in_b <= in_a


def parted(names: Sequence[str]) -> dict[str, str]:
    """Every name of those who said one thing → what stands for the speaker; "" joins the others if they are one.

    A name that two different people bear ("Ferrant" beside "Ann Ferrant" and "Joe Ferrant") stands alone, and so does
    the unnamed where several are named.
    """
    known = sorted({name for name in names if name}, key=lambda name: (-len(name.split()), name))
    whole = [name for name in known if not any(_within(name, other) for other in known)]
    found = {name: _only((w for w in whole if may_be_one(name, w)), name) for name in known}
    return {**found, "": _only(found.values(), "")}


def _within(name: str, other: str) -> bool:
    return name != other and set(name.split()) < set(other.split())


def _only(fitting: Iterable[str], otherwise: str) -> str:
    different = set(fitting)
    return different.pop() if len(different) == 1 else otherwise
