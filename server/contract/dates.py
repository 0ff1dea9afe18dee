"""My next dates: of each mentorship, and whose move it is where there is none."""

from typing import Annotated, Literal

import msgspec

from server.contract.levels import L0, L1, L4
from server.contract.views import Person


class ShownDate(msgspec.Struct, frozen=True):
    """A date of a room, as it stands there. `at`, `offers`: ms; `at` is None as long as none of the `offers` that
    `asked_by` made is accepted. `absent`: who cannot come."""

    item: Annotated[int, L4]
    at: Annotated[int | None, L1]
    minutes: Annotated[int, L1]
    place: Annotated[Literal["call", "telephone", "address"], L1]
    offers: Annotated[tuple[int, ...], L4]
    asked_by: Annotated[str | None, L4]
    absent: Annotated[tuple[str, ...], L4]


class RoomMeetings(msgspec.Struct, frozen=True):
    """A mentorship that I am in. `zones`: by whose clock each of `people` lives, by person; `call`: the address of our
    standing call, if there is one. `next`: the date agreed on that comes first; `asked`: where times wait for an
    answer."""

    mentorship: Annotated[str, L0]
    room: Annotated[str, L0]
    people: Annotated[tuple[Person, ...], L0]
    zones: Annotated[dict[str, str], L4]
    call: Annotated[str | None, L4]
    next: Annotated[ShownDate | None, L1]
    asked: Annotated[tuple[ShownDate, ...], L4]


class MyMeetings(msgspec.Struct, frozen=True):
    """In the order of their opening."""

    rooms: Annotated[tuple[RoomMeetings, ...], L0]
