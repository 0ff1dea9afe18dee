"""Gatherings: what people say of them, and what their team knows. Levels L1 and L2 alone."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.calendar import DateFor, DateKind, Door
from server.contract.commands import Id
from server.contract.levels import L0, L1, L2, OPEN
from server.contract.views import Person

NEED_LIMIT = 500


class AnswerGathering(msgspec.Struct, frozen=True):
    """Whether I come; asked anew, it can be said anew."""

    coming: Annotated[bool, L1]


# ── as its team sees it ───────────────────────────────────────────────────────────────────────────────────────────────


class GatheringGuest(msgspec.Struct, frozen=True):
    """`organisation_names`, `country` (ISO 3166): where the person came from when they were invited. `coming`, `came`:
    None as long as nobody has said so."""

    person: Annotated[Person, L0]
    organisation_names: Annotated[dict[str, str], L0]
    country: Annotated[str | None, L0]
    coming: Annotated[bool | None, L1]
    came: Annotated[bool | None, L1]


class GatheringPage(msgspec.Struct, frozen=True):
    """`at`: ms. `guests`: for who coordinates for a partner, their own people; `others`: how many there are besides.
    `confirmed_by` said who came, and that it took `took` minutes. `holds`: I may open its door and say who came;
    `reads_needs`: I am one of those who read what people need there."""

    id: Annotated[str, OPEN]
    cohort: Annotated[str, L0]
    kind: Annotated[DateKind, L1]
    whom: Annotated[DateFor, L1]
    names: Annotated[dict[str, str], L1]
    at: Annotated[int, L1]
    minutes: Annotated[int, L1]
    zone: Annotated[str, L0]
    place: Annotated[Literal["call", "address"], L1]
    address: Annotated[str, L1]
    door: Annotated[Door, L1]
    led_by: Annotated[tuple[Person, ...], L1]
    guests: Annotated[tuple[GatheringGuest, ...], L1]
    others: Annotated[int, L1]
    confirmed_by: Annotated[Person | None, L1]
    confirmed_at: Annotated[int | None, L1]
    took: Annotated[int | None, L1]
    holds: Annotated[bool, OPEN]
    reads_needs: Annotated[bool, OPEN]


class Attended(msgspec.Struct, frozen=True):
    """`person`: whoever takes part in the run, also one who was not invited. `came`: None for not known."""

    person: Annotated[Id, L0]
    came: Annotated[bool | None, L1]


class SetAttendance(msgspec.Struct, frozen=True):
    """Who came, of those who are named; the others stay as they were. `minutes`: that it took."""

    people: Annotated[Annotated[tuple[Attended, ...], Meta(max_length=1_000)], L1]
    minutes: Annotated[Annotated[int, Meta(ge=1, le=1_440)], L1]


# ── what people need at a place ───────────────────────────────────────────────────────────────────────────────────────


class SayNeed(msgspec.Struct, frozen=True):
    """What I need there, of access or of food, in up to 500 letters; empty takes it back. Who is named for it reads
    it, and nobody else; it is deleted thirty days after."""

    need: Annotated[str, L2]


class GatheringNeed(msgspec.Struct, frozen=True):
    person: Annotated[Person, L0]
    need: Annotated[str, L2]


class GatheringNeeds(msgspec.Struct, frozen=True):
    """`forgotten_on`: the day on which all of it is deleted."""

    needs: Annotated[tuple[GatheringNeed, ...], L2]
    forgotten_on: Annotated[date, L1]
