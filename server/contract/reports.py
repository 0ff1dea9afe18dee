"""Showing chosen messages of a room to the safeguarding contact: the one way in which words leave a room without all of
its members. These messages leave, no neighbour of theirs does, and nobody of the team reads of it but that contact."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id, Kind, Offset
from server.contract.levels import L0, L4, OPEN
from server.contract.programmes import Help
from server.contract.views import Person

MESSAGES = 50
"""Of one report."""
REASON = 1_000
"""Code points."""

ReportState = Literal["received", "looking", "closed"]
ReportActKind = Literal["sent", "opened", "looking", "closed"]


class ReportWays(msgspec.Struct, frozen=True):
    """To whom I may show messages of this room: safeguarding contacts of its programme who neither are nor were in it.
    `keep_until`: the day up to which a copy made today is kept. `help`: whom to ring up when it can't wait."""

    contacts: Annotated[tuple[Person, ...], L0]
    keep_until: Annotated[date, OPEN]
    help: Annotated[Help | None, L0]


class ReportMessages(msgspec.Struct, frozen=True):
    """Show exactly these messages of a room, as they are at this moment. `to`: one of the room's safeguarding contacts.
    `reason`: a line, or nothing."""

    command_id: Annotated[CommandId, OPEN]
    to: Annotated[Id, L4]
    messages: Annotated[Annotated[tuple[Offset, ...], Meta(min_length=1, max_length=MESSAGES)], L4]
    reason: Annotated[str, L4]


class ReportAct(msgspec.Struct, frozen=True):
    """Who did what with a report. `at`: ms."""

    kind: Annotated[ReportActKind, L4]
    by: Annotated[Person, L4]
    at: Annotated[int, L4]


class MyReport(msgspec.Struct, frozen=True):
    """Messages that I have shown: how many, to whom, and what has come of it. `nobody_left`: the contact has left, or
    came into the room; it can be shown to somebody else. `expires_on`: the day on which the copy is removed."""

    id: Annotated[str, L4]
    room: Annotated[str, L0]
    to: Annotated[Person, L4]
    messages: Annotated[tuple[int, ...], L4]
    reason: Annotated[str, L4]
    state: Annotated[ReportState, L4]
    nobody_left: Annotated[bool, L4]
    expires_on: Annotated[date, L4]
    acts: Annotated[tuple[ReportAct, ...], L4]


class MyReports(msgspec.Struct, frozen=True):
    """The newest first."""

    reports: Annotated[tuple[MyReport, ...], L4]


class ShownReport(msgspec.Struct, frozen=True):
    """Somebody has shown me messages. Their words come with opening it, which is written down."""

    id: Annotated[str, L4]
    by: Annotated[Person, L4]
    programme_names: Annotated[dict[str, str], L0]
    messages: Annotated[int, L4]
    state: Annotated[ReportState, L4]
    expires_on: Annotated[date, L4]
    acts: Annotated[tuple[ReportAct, ...], L4]


class ShownReports(msgspec.Struct, frozen=True):
    """What was shown to me, what is not closed first, then the newest. `contact`: I am a safeguarding contact."""

    contact: Annotated[bool, OPEN]
    reports: Annotated[tuple[ShownReport, ...], L4]


class ReportedMessage(msgspec.Struct, frozen=True):
    """As it was when it was shown. `at`: ms, of its posting."""

    author: Annotated[Person, L4]
    at: Annotated[int, L4]
    text: Annotated[str, L4]


class OpenedReport(msgspec.Struct, frozen=True):
    """`kind`: of the room."""

    report: Annotated[ShownReport, L4]
    kind: Annotated[Kind, L0]
    reason: Annotated[str, L4]
    messages: Annotated[tuple[ReportedMessage, ...], L4]


class SetReportState(msgspec.Struct, frozen=True):
    """I am looking at it; I have closed it. Who showed it to me sees that."""

    state: Annotated[Literal["looking", "closed"], L4]
