"""How long a push is worth sending, what a push service's answer means, when the next try is due. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Literal

from server.post.push.model import Attempt, Kind
from server.post.rules import DAY, HOUR, MINUTE

DEVICES = 10
"""Of one person; the one that was added first goes when there are more."""
APART = MINUTE
"""ms between two pushes to a device: ten words in a breath give one."""
FIRST_DELAY, LAST_DELAY = MINUTE, HOUR
LONGEST_DELAY = DAY
"""That a push service may ask for."""
IN_PLACE_OF = "atelje"
"""A newer push takes the place of one that the push service still holds for the device."""


@dataclass(frozen=True, slots=True)
class Sort:
    """`life`: ms. `waits`: not in quiet hours. `here`: also to whoever has a page open."""

    life: int
    urgency: Literal["normal", "high"]
    waits: bool = True
    here: bool = False


SORTS: Mapping[Kind, Sort] = {
    "unread": Sort(DAY, "normal"),
    "meeting": Sort(DAY, "high"),
    # Whoever agreed to that hour is up.
    "starting": Sort(30 * MINUTE, "high", waits=False),
    "test": Sort(5 * MINUTE, "high", waits=False, here=True),
}
_BY_URGENCY: tuple[Kind, ...] = ("unread", "meeting", "starting", "test")


def more_urgent(one: Kind, other: Kind) -> Kind:
    return max(one, other, key=_BY_URGENCY.index)


def headers(kind: Kind, until: int, now: int) -> dict[str, str]:
    """Of RFC 8030: how long the push service keeps it for a device that is switched off, and whether that wakes."""
    seconds = max(0, (until - now) // 1000)
    return {"TTL": str(seconds), "Urgency": SORTS[kind].urgency, "Topic": IN_PLACE_OF}


def read_answer(status: int, headers: Mapping[str, str], now: int) -> Attempt:
    match status:
        case 200 | 201 | 202 | 204:
            return Attempt("sent")
        case 404 | 410:
            return Attempt("gone", str(status))
        case 408 | 425 | 429 | 500 | 502 | 503 | 504:
            return Attempt("later", str(status), retry_at(headers.get("retry-after", ""), now))
        case _:
            return Attempt("never", str(status))


def retry_at(text: str, now: int) -> int | None:
    """ms; None when nothing that can be read is said. Seconds or a date, from a minute to a day ahead."""
    if text.isascii() and text.isdecimal():
        asked = now + int(text[:10]) * 1000
    else:
        try:
            said = parsedate_to_datetime(text)
            asked = int((said if said.tzinfo else said.replace(tzinfo=UTC)).timestamp() * 1000)
        except (ValueError, OverflowError):
            return None
    return min(max(asked, now + MINUTE), now + LONGEST_DELAY)


def next_try(tries: int, now: int, chance: float) -> int:
    """ms. Each wait is three times the one before, up to an hour; `chance` (0 to 1) spreads it."""
    delay = min(FIRST_DELAY * 3 ** min(tries - 1, 10), LAST_DELAY)
    return now + int(delay * (0.75 + chance / 2))
