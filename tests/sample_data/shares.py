"""Dividing a total among societies: seeded, exact, the same on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def wobble(*seed: object) -> float:
    """A fixed number in [-1, 1) that only depends on `seed`: no clock, no random state."""
    digest = hashlib.sha256("|".join(map(str, seed)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**47 - 1


def rounded_to(total: int, shares: Sequence[float]) -> list[int]:
    """Whole numbers near `shares` that add up to `total` (largest remainders are rounded up).

    `shares` must add up to `total` but for the float's last digits."""
    floors = [int(share // 1) for share in shares]
    order = sorted(range(len(shares)), key=lambda i: (floors[i] - shares[i], -shares[i], i))
    for i in order[: total - sum(floors)]:
        floors[i] += 1
    return floors


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """`total` divided in proportion to `weights`, in whole numbers."""
    whole = sum(weights)
    return rounded_to(total, [total * weight / whole for weight in weights])


def apportion_net(total: int, weights: Sequence[float], drift: Sequence[float]) -> list[int]:
    """The same for a net change: `drift` (centred here) lets some societies grow while all shrink."""
    whole, mean = sum(weights), sum(drift) / len(drift)
    return rounded_to(total, [total * w / whole + d - mean for w, d in zip(weights, drift, strict=True)])


def answers(percent: float, bases: Sequence[int], leanings: Sequence[float]) -> list[int]:
    """Positive answers out of `bases` whose sum gives `percent`, each a little off by its leaning."""
    wanted = round(percent / 100 * sum(bases))
    raw = [base * (percent / 100 + lean) for base, lean in zip(bases, leanings, strict=True)]
    surplus = (wanted - sum(raw)) / sum(bases)
    shares = [share + surplus * base for share, base in zip(raw, bases, strict=True)]
    return rounded_to(wanted, shares)
