"""Open calls of a run, as its team sets them up, and who applied. Who applies has no account and no command: plain
pages take what they say (docs/applying.md)."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L1, L2, OPEN
from server.contract.polls import Moment
from server.contract.programmes import Version, Words

CallState = Literal["draft", "open", "closed"]
ForWhom = Literal["mentees", "mentors", "both"]
QuestionKind = Literal["text", "long", "choice", "country", "languages", "terms", "file", "access_needs"]
Feeds = Literal["need", "goals", "skills", "back", "disciplines", "traits", "requires", "languages", "country"]
ApplicationState = Literal["draft", "sent", "withdrawn"]
Outcome = Literal["none", "yes", "reserve", "no"]
TITLE_LIMIT = 120
LEAD_LIMIT = 4_000
QUESTION_LIMIT = 300
HINT_LIMIT = 600


class CallLead(msgspec.Struct, frozen=True):
    """What stands at the top of the page, in one language: up to 120 and 4 000 letters."""

    title: Annotated[str, L0]
    words: Annotated[str, L0]


class CallChoice(msgspec.Struct, frozen=True):
    key: Annotated[Id, L0]
    names: Annotated[Words, L0]


class CallQuestion(msgspec.Struct, frozen=True):
    """`names`: what is asked, up to 300 letters in each language; `hints`: what helps to answer it, up to 600. `whom`:
    who is asked. `many`: several of the choices, or several files. `feeds`: the field of a profile that the answer
    becomes; terms are those of the run, of the sort that it says. What somebody needs in order to take part
    (`access_needs`) can't be a must, and is no part of the choice."""

    key: Annotated[Id, L0]
    kind: Annotated[QuestionKind, L0]
    names: Annotated[Words, L0]
    hints: Annotated[Words, L0] = {}
    required: Annotated[bool, L0] = False
    whom: Annotated[ForWhom, L0] = "both"
    choices: Annotated[Annotated[tuple[CallChoice, ...], Meta(max_length=60)], L0] = ()
    many: Annotated[bool, L0] = False
    feeds: Annotated[Feeds | None, L0] = None


class CallWords(msgspec.Struct, frozen=True):
    """What a call says and asks. `slug`: the end of its address. `opens_at`, `closes_at`: ms; `purge_on`: the day in
    the run's home zone on which what was not chosen is deleted, files too. `languages`: the first one first; each has
    its words. `contact`: an e-mail address to ask at."""

    slug: Annotated[str, L0]
    whom: Annotated[ForWhom, L0]
    opens_at: Annotated[Moment, L1]
    closes_at: Annotated[Moment, L1]
    purge_on: Annotated[date, L1]
    languages: Annotated[Annotated[tuple[str, ...], Meta(min_length=1, max_length=12)], L0]
    words: Annotated[Annotated[dict[str, CallLead], Meta(max_length=12)], L0]
    questions: Annotated[Annotated[tuple[CallQuestion, ...], Meta(max_length=40)], L0]
    contact: Annotated[str, L0]


class NewCall(msgspec.Struct, frozen=True):
    """Set up a call, a draft that only the team of the run can open."""

    command_id: Annotated[CommandId, OPEN]
    call: Annotated[CallWords, L0]


class ChangeCall(msgspec.Struct, frozen=True):
    """Once somebody has begun to apply, the questions change in their words alone."""

    version: Annotated[Version, OPEN]
    call: Annotated[CallWords, L0]


class SetCallState(msgspec.Struct, frozen=True):
    version: Annotated[Version, OPEN]
    state: Annotated[CallState, L0]


class MoveDeadline(msgspec.Struct, frozen=True):
    """For everybody. Who has begun and not sent is told by a mail."""

    version: Annotated[Version, OPEN]
    closes_at: Annotated[Moment, L1]


class OpenCall(msgspec.Struct, frozen=True):
    """`zone`: the run's home zone. `begun`: how many write at it; what they write is theirs until they send it.
    `takes`: one can apply now. `fixed`: somebody has begun, so the questions stay."""

    id: Annotated[str, OPEN]
    state: Annotated[CallState, L0]
    call: Annotated[CallWords, L0]
    zone: Annotated[str, L0]
    takes: Annotated[bool, L0]
    fixed: Annotated[bool, OPEN]
    begun: Annotated[int, L2]
    sent: Annotated[int, L2]
    withdrawn: Annotated[int, L2]
    version: Annotated[int, OPEN]


class OpenCalls(msgspec.Struct, frozen=True):
    """Of a run, the newest first. `proposal`: a call to begin with, in the words of the server. `mine`: I may change
    them, and see who applied."""

    calls: Annotated[tuple[OpenCall, ...], L0]
    proposal: Annotated[CallWords, L0]
    mine: Annotated[bool, OPEN]


class ApplicationRow(msgspec.Struct, frozen=True):
    """`sent_at`: ms. `again`: another one to the same call was sent from the same address. Withdrawn, it has no
    name."""

    id: Annotated[str, OPEN]
    call: Annotated[str, OPEN]
    name: Annotated[str, L0]
    organisation: Annotated[str, L0]
    part: Annotated[Literal["mentee", "mentor"], L0]
    manner: Annotated[Literal["person", "organisation"], L0]
    language: Annotated[str, L0]
    files: Annotated[int, L2]
    state: Annotated[ApplicationState, L2]
    outcome: Annotated[Outcome, L2]
    sent_at: Annotated[int | None, L2]
    purge_on: Annotated[date, L1]
    again: Annotated[bool, L2]


class Applications(msgspec.Struct, frozen=True):
    """To a call: those that were sent, the oldest first, and that others were withdrawn."""

    applications: Annotated[tuple[ApplicationRow, ...], L2]
