"""How long a report is kept, how many somebody may have, and what may become of one. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from server.contract.reports import ReportState
from server.errors import Refused
from server.reports.model import Act

DAYS_KEPT = 90
KEPT = DAYS_KEPT * 86_400_000
"""ms."""
AT_ONCE = 20
"""Reports of one person that are kept at once."""
SAME_OPENING = 3_600_000
"""ms: who looks again within it has not looked twice."""

_LATER: dict[ReportState, tuple[ReportState, ...]] = {
    "received": ("looking", "closed"),
    "looking": ("closed",),
    "closed": ("looking",),
}


def check_room_for(kept: int) -> None:
    """Raises Refused too_many_reports."""
    if kept >= AT_ONCE:
        raise Refused("too_many_reports", limit=AT_ONCE)


def changes(state: ReportState, wanted: ReportState) -> bool:
    """Whether anything changes with it. What is closed can be looked at again."""
    return wanted in _LATER[state]


def is_new_opening(acts: Sequence[Act], by: str, now: int) -> bool:
    """Every opening stands in the list of acts, but not each time that a page is loaded."""
    return not any(act.kind == "opened" and act.by == by and now - act.at < SAME_OPENING for act in acts)
