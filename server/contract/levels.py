"""Confidentiality levels. Every field of the contract carries one; a field without a level fails the check.

| level | what | who |
| --- | --- | --- |
| L0 | the room exists, who is in it | members and the team |
| L1 | the calendar: planned, held, moved | members and the team |
| L2 | what each person chose to signal | members and the team |
| L3 | what all members released together | as they agreed |
| L4 | what is said, and its counts and times | members only, never the team |

OWN is for what a person tells about themself to the server alone (password, draft, read marker): it comes back to
nobody else. OPEN is for what carries nothing of anybody (an epoch, a flag, an id made for one command).
"""

from enum import StrEnum


class Level(StrEnum):
    OPEN = "OPEN"
    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    OWN = "OWN"


OPEN, L0, L1, L2, L3, L4, OWN = Level
