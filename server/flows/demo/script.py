"""The demo programme as its data files have it: who there is, and what was said in each room, day by day.

Days are counted from the demo's today (0), times are wall times of the person who does it: so the demo can be moved to
any day, and an evening stays an evening.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec

from server.contract.commands import Id, Kind
from server.programmes.model import EnrolmentRole, MentorshipRole, PartnerRole
from server.rooms.things.meeting.contract import Manner

S = TypeVar("S", bound=msgspec.Struct)


class Moment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wall time, so many days from today. Between 4:00 and midnight: no clock change makes such a time twice, or
    takes it away, in the zones of the demo."""

    day: int
    at: str

    def __post_init__(self) -> None:
        if not re.fullmatch("(0[4-9]|1[0-9]|2[0-3]):[0-5][0-9]", self.at):
            raise ValueError(f"no time between 04:00 and 23:59: {self.at}")

    def in_zone(self, zone: str, today: date) -> int:
        """Milliseconds since 1970, UTC."""
        wall = datetime.combine(today + timedelta(days=self.day), time.fromisoformat(self.at), ZoneInfo(zone))
        return int(wall.timestamp()) * 1000


class Gathering(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A common date of the programme: whole days (`start`, `end`), or one wall time (`local`, `zone`)."""

    key: str
    kind: str
    start: date | None = None
    end: date | None = None
    local: datetime | None = None
    zone: str | None = None
    place: str | None = None


class Offer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: Id
    names: dict[str, str]
    lead: Id


class Help(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    phone: str


class Credit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    funder: str
    words: dict[str, str]
    disclaimer: dict[str, str]


class Run(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: Id
    start: date
    weeks: int
    home_zone: str
    least_meetings: int
    least_gatherings: int
    enrolled: Moment
    opened: Moment
    calendar: tuple[Gathering, ...]
    help: Help
    silence_days: tuple[int, int, int]
    first_words: dict[str, str]
    credits: tuple[Credit, ...]


class Partner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: Id
    names: dict[str, str]
    town: str
    country: str
    zone: str
    role: PartnerRole


class DemoPerson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`key` is the person's id, and the name of their address. `ui`: the language of their screen."""

    key: Id
    name: str
    role: EnrolmentRole
    town: str
    country: str
    zone: str
    ui: str
    langs: tuple[str, ...] = ()
    discipline: str = ""
    other_names: tuple[str, ...] = ()
    organisation: Id | None = None

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"

    @property
    def place(self) -> str:
        return self.town


class Room(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`key` is the room's id. `state` says what it is there to show; `marker`: a word said in this room alone."""

    key: Id
    kind: Kind
    mentees: tuple[Id, ...]
    mentors: tuple[Id, ...]
    state: str
    marker: str | None = None

    @property
    def people(self) -> dict[str, MentorshipRole]:
        people: dict[str, MentorshipRole] = {}
        people |= dict.fromkeys(self.mentees, "mentee")
        people |= dict.fromkeys(self.mentors, "mentor")
        return people


class Edit(Moment, frozen=True, forbid_unknown_fields=True):
    text: str


class Line(Moment, frozen=True, forbid_unknown_fields=True):
    """A message with what became of it. `reply_to` names the `key` of an earlier one."""

    by: Id
    text: str
    key: str | None = None
    reply_to: str | None = None
    edits: tuple[Edit, ...] = ()
    withdrawn: Moment | None = None


class Draft(Moment, frozen=True, forbid_unknown_fields=True):
    text: str


class Met(Moment, frozen=True, forbid_unknown_fields=True):
    """A meeting of that day, as somebody recorded it then."""

    by: Id
    minutes: int
    manner: Manner = "call"


class Wanted(Moment, frozen=True, forbid_unknown_fields=True):
    """A point that somebody put on the agenda, and that is still open."""

    by: Id
    title: str
    minutes: int = 0


class Proposed(Moment, frozen=True, forbid_unknown_fields=True):
    """Times that somebody proposed for a meeting; `agreed`: who has accepted the first of them, and when."""

    by: Id
    starts: tuple[Moment, ...]
    minutes: int = 60
    words: str = ""
    agreed: Agreed | None = None


class Agreed(Moment, frozen=True, forbid_unknown_fields=True):
    by: Id


class Talk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was said in a room, in its order, and what stands beside it. `unread`: how many of the newest messages a
    person has not seen yet."""

    room: Id
    talk: tuple[Line, ...]
    unread: dict[Id, int] = {}
    drafts: dict[Id, Draft] = {}
    meetings: tuple[Met, ...] = ()
    agenda: tuple[Wanted, ...] = ()
    dates: tuple[Proposed, ...] = ()


class Programme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`today`: the day that the demo shows; its calendar's dates and its days hang on it."""

    note: str
    today: date
    programme: Offer
    cohort: Run
    organisations: tuple[Partner, ...]
    people: tuple[DemoPerson, ...]
    rooms: tuple[Room, ...]


class Script:
    """All data files, read once."""

    def __init__(self, programme: Programme, talks: tuple[Talk, ...]) -> None:
        self.programme = programme
        self.talks = talks

    @cached_property
    def people(self) -> dict[str, DemoPerson]:
        return {person.key: person for person in self.programme.people}


def read_script() -> Script:
    files = resources.files(__package__)
    programme = _read(files / "regional-programme.json", Programme)
    return Script(programme, tuple(_read(files / "talk" / f"{room.key}.json", Talk) for room in programme.rooms))


def _read(file: Traversable, struct: type[S]) -> S:
    return msgspec.json.decode(file.read_bytes(), type=struct)
