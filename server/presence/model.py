"""What is known of who is here: connections, people, what is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How somebody is here. Away: connected, and looking elsewhere."""

    HERE = "here"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Device:
    """One subscription of one connection to the room. `until`, in monotonic seconds, is set once its line broke: till
    then it may come back as another connection, and nobody notices."""

    client: str
    mark: Mark = Mark.HERE
    until: float | None = None


Devices = tuple[Device, ...]
"""One person's in one room at this node. Empty: not here."""


@dataclass(frozen=True, slots=True)
class Came:
    person: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Went:
    person: str


@dataclass(frozen=True, slots=True)
class Turned:
    """Was here before and is so otherwise now."""

    person: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Counted:
    """In a crowd: how many there are, in place of who came and went."""

    people: int


News = Came | Went | Turned | Counted


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants everywhere. `hidden`: shown in no room. `typing`: others may see that they write."""

    hidden: bool = False
    typing: bool = True
