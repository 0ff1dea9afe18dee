"""Who belongs to which group of a run: a plain function of their parts in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from server.contract.commands import Role
from server.contract.programmes import CircleKind
from server.programmes.model import EnrolmentRole

SIDES: tuple[CircleKind, CircleKind] = ("mentors", "mentees")
"""The two that are apart: other rooms, other people, and nothing of one is seen in the other."""

_TEAM: Mapping[EnrolmentRole, Role] = {
    "coordinator": "coordinator",
    "facilitator": "facilitator",
    "safeguarding": "guest",
}
_AS: tuple[tuple[EnrolmentRole, Role], ...] = (
    ("coordinator", "coordinator"),
    ("facilitator", "facilitator"),
    ("mentor", "mentor"),
    ("mentee", "mentee"),
)
"""What a person with several parts is called where all are: as one of the team before anything else, so that
nobody is surprised by who reads."""


def seats(parts: Collection[EnrolmentRole]) -> dict[CircleKind, Role]:
    """The groups of a person with these parts, and what they are called there.

    The two sides are of mentors and of mentees alone: who leads a talk of both would be in both, so the team meets
    them in the joint one and in the workshop. Coordinators are in the joint one, listed like everybody, and not in
    the workshop, which belongs to who works there.
    """
    found: dict[CircleKind, Role] = {}
    if "mentor" in parts:
        found["mentors"] = "mentor"
    elif "mentee" in parts:
        found["mentees"] = "mentee"
    called = [role for part, role in _AS if part in parts]
    if called:
        found["joint"] = called[0]
    at_work = [role for role in called if role != "coordinator"]
    if at_work:
        found["workshop"] = at_work[0]
    of_team = [role for part, role in _TEAM.items() if part in parts]
    if of_team:
        found["staff"] = of_team[0]
    return found
