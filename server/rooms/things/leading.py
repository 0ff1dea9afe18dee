"""Who leads what a room does together: in the room of a mentorship everybody, in a group those who lead it."""

from __future__ import annotations

from server.errors import Refused
from server.rooms.things.kind import ThingSituation

GROUPS = ("mentors", "mentees", "joint", "workshop")
LEADS = ("facilitator", "coordinator")


def check_leads(at: ThingSituation) -> None:
    """Raises Refused led_by_others."""
    members = at.room.members
    if at.room.kind in GROUPS and members[at.actor].role not in LEADS:
        raise Refused("led_by_others")


def check_orders(at: ThingSituation) -> None:
    """The agenda of a mentorship stands in the mentee's order. Raises Refused mentee_orders, led_by_others."""
    check_leads(at)
    mentees = [person for person, member in at.room.members.items() if member.role == "mentee"]
    if at.room.kind in ("pair", "team") and mentees and at.actor not in mentees:
        raise Refused("mentee_orders")
