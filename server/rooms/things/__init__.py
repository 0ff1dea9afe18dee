"""The kinds of things that a room holds beside its talk, each in a folder of its own: what it is on the wire
(`contract`) and what may be done with it (`rules`). A new kind is one new folder and one line here."""

from __future__ import annotations

from server.contract.things import Removed, ThingCommand, ThingEvent
from server.policy import Verb
from server.rooms.things.agenda import AGENDA
from server.rooms.things.agreement import AGREEMENT
from server.rooms.things.call import CALL
from server.rooms.things.cards import CARDS
from server.rooms.things.dates import DATES
from server.rooms.things.files import FILES
from server.rooms.things.goals import GOALS
from server.rooms.things.halfway import HALFWAY
from server.rooms.things.kind import ThingKind
from server.rooms.things.led import LED
from server.rooms.things.meeting import MEETING
from server.rooms.things.notes import NOTES
from server.rooms.things.reflections import REFLECTIONS
from server.rooms.things.release import RELEASE
from server.rooms.things.shelf import SHELF
from server.rooms.things.steps import STEPS
from server.rooms.things.thanks import THANKS

KINDS: tuple[ThingKind, ...] = (
    SHELF,
    MEETING,
    DATES,
    AGENDA,
    CALL,
    CARDS,
    RELEASE,
    THANKS,
    NOTES,
    STEPS,
    GOALS,
    AGREEMENT,
    REFLECTIONS,
    HALFWAY,
    FILES,
    LED,
)

ENTRIES: dict[str, type[ThingEvent]] = {name: event for kind in KINDS for name, event in kind.entries.items()}
"""By kind of entry."""

REMOVALS: tuple[str, ...] = tuple(name for name, event in ENTRIES.items() if issubclass(event, Removed))

_of_entries = {name: kind for kind in KINDS for name in kind.entries}
_of_names = {kind.name: kind for kind in KINDS}
_of_events = {event: kind for kind in KINDS for event in kind.entries.values()}
_verbs_of = {kind.name: dict(kind.commands.values()) | dict(kind.led.values()) | dict(kind.inner) for kind in KINDS}
_of_commands = {command: kind for kind in KINDS for command in _verbs_of[kind.name]}
_verbs: dict[type[ThingCommand], Verb] = {
    command: verb for verbs in _verbs_of.values() for command, verb in verbs.items()
}


def kind_of_event(event: ThingEvent) -> ThingKind:
    return _of_events[type(event)]


def kind_of_entry(name: str) -> ThingKind:
    return _of_entries[name]


def verb_of(command: ThingCommand) -> Verb:
    return _verbs[type(command)]


def kind_named(name: str) -> ThingKind:
    return _of_names[name]


def kind_of_command(command: ThingCommand) -> ThingKind:
    return _of_commands[type(command)]
