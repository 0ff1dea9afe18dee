"""The table from which everything that repeats is made: nothing in it may be missing, and nothing beside it exist."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from server.catalogue.table import COMMANDS, VIEWS, field_levels, structs
from server.contract import (
    accounts,
    alumni,
    bulletins,
    calendar,
    commands,
    entries,
    notes,
    programmes,
    reflections,
    signals,
    views,
)
from server.contract.commands import MEMBER_ROLES, ROOM_KINDS, Kind, PostMessage, Role
from server.contract.entries import ENTRY_KINDS
from server.contract.levels import Level
from server.contract.notes import WriteNote
from server.contract.refusals import REFUSALS, problem
from server.errors import UNREADABLE
from server.policy import Verb
from server.rooms import things
from server.rooms.model import Command, Event
from tests.servers import ROOT

STRUCTS = structs()


# ── fields and levels ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_field_has_a_level(struct: type[msgspec.Struct]) -> None:
    levels = dict(field_levels(struct))
    assert list(levels) == list(struct.__struct_fields__)
    assert [name for name, level in levels.items() if not isinstance(level, Level)] == []


def test_a_forgotten_level_is_seen() -> None:
    class Careless(msgspec.Struct):
        text: str

    assert dict(field_levels(Careless)) == {"text": None}


def test_no_struct_of_the_contract_stands_beside_the_table() -> None:
    written = {
        value
        for module in (
            reflections,
            accounts,
            alumni,
            bulletins,
            calendar,
            commands,
            entries,
            notes,
            programmes,
            views,
            signals,
        )
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__module__ == module.__name__
    }
    assert written - set(STRUCTS) == set()
    assert len(STRUCTS) == len(set(STRUCTS))


def test_structs_inside_of_structs_are_in_the_table() -> None:
    used = {
        inner
        for struct in STRUCTS
        for hint in get_type_hints(struct).values()
        for inner in inner_types(hint)
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct)
    }
    assert used - set(STRUCTS) == set()


def inner_types(hint: Any) -> Iterator[Any]:
    yield hint
    for argument in get_args(hint):
        yield from inner_types(argument)


@pytest.mark.parametrize(
    "name", ["text", "talk", "offset", "messages", "message", "last", "last_at", "number", "floor"]
)
def test_what_is_said_and_its_counts_and_times_never_reach_the_team(name: str) -> None:
    open_levels = {Level.OPEN, Level.L0, Level.L1, Level.L2}
    found = [
        struct.__name__
        for struct in STRUCTS
        for field, level in field_levels(struct)
        if field == name and level in open_levels
    ]
    assert found == []


# ── commands, entries, doors ──────────────────────────────────────────────────────────────────────────────────────────


def test_every_verb_of_the_policy_has_a_door_and_every_command_a_verb() -> None:
    of_views = {view.verb or (Verb.READ if view.room else None) for view in VIEWS}
    of_the_protocol = {Verb.SEE_PRESENCE, Verb.SHOW_TYPING}
    assert {command.verb for command in COMMANDS.values()} | of_views | of_the_protocol == {*Verb, None}
    assert all(re.fullmatch(r"room\.[a-z_]+", name) for name in COMMANDS)


def test_every_command_that_makes_an_entry_carries_an_id_and_a_room() -> None:
    made = {*get_args(Command), WriteNote, *made_by_things()}
    assert made == {one.data for one in COMMANDS.values() if "command_id" in one.data.__struct_fields__}
    assert all("room" in one.data.__struct_fields__ for one in COMMANDS.values())


def made_by_things() -> set[type]:
    return {data for kind in things.KINDS for data, _ in (*kind.commands.values(), *kind.led.values())}


def test_every_event_has_its_kind_of_entry() -> None:
    assert set(get_args(Event)) == set(ENTRY_KINDS.values())


def test_kinds_and_roles_are_written_once_for_types_and_once_for_lists() -> None:
    assert get_args(Kind) == ROOM_KINDS
    assert get_args(Role) == MEMBER_ROLES


def test_every_door_has_a_different_address() -> None:
    doors = [(view.method, view.path) for view in VIEWS]
    assert len(set(doors)) == len(doors)
    assert all(path.startswith("/api/v1/") for _, path in doors)
    assert all(view.room == ("{room}" in view.path) for view in VIEWS)
    assert all(view.person for view in VIEWS if view.room)


# ── what may be in a command ──────────────────────────────────────────────────────────────────────────────────────────

POST = {"room": "r", "command_id": "c", "text": "x"}


def readable(**fields: Any) -> bool:
    try:
        msgspec.convert(POST | fields, PostMessage)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("id", ["r", "A-z_0", "x" * 64])
def test_ids_that_are_possible(id: str) -> None:
    assert readable(room=id, command_id=id)


@pytest.mark.parametrize(
    "id", ["", "x" * 65, "../etc", "a b", "a\n", "\n", "ж", "a:b", "<b>", "1 OR 1", "a\0", "٣", "%2e", 7, None, ["r"]]
)
def test_ids_that_are_refused(id: Any) -> None:
    assert not readable(room=id)


@pytest.mark.parametrize("id", ["", "x" * 101, "a/b", "a b", "a\n", "ж", 'a"b', "a\\b"])
def test_command_ids_that_are_refused(id: str) -> None:
    assert not readable(command_id=id)


@pytest.mark.parametrize("offset", [0, -1, 2**53, 2**63, 1.5, "1", True, 1e400])
def test_offsets_that_are_refused(offset: Any) -> None:
    assert not readable(reply_to=offset)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe{\x00}",
        b'{"room":"r","command_id":"c","text":"\\ud800"}',
        b"[" * 100_000,
        b"9" * 5_000,
    ],
)
def test_what_can_not_be_read_is_said_so(data: bytes) -> None:
    with pytest.raises(UNREADABLE):
        msgspec.json.decode(data, type=PostMessage)


def test_a_newer_client_may_say_more_than_we_know() -> None:
    assert readable(mood="sunny")


# ── refusals ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def parameters_of(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("code", REFUSALS)
def test_the_words_of_a_refusal_format_with_its_parameters(code: str) -> None:
    refusal = REFUSALS[code]
    parameters: dict[str, str | int] = dict.fromkeys(parameters_of(refusal.words), 7)
    found = problem(code, parameters)
    assert found == {
        "type": f"urn:atelje:refused:{code}",
        "title": refusal.words.format(**parameters),
        "status": refusal.status,
        "code": code,
        **parameters,
    }
    assert 400 <= refusal.status < 600
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", code)
    assert refusal.words.endswith(".")


def raised() -> Iterator[tuple[Path, str, set[str]]]:
    """Every `Refused(code, …)` in the server: its file, its code, the names of its parameters."""
    for path in sorted((ROOT / "server").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Refused":
                for code in codes(node.args[0]):
                    yield path.relative_to(ROOT), code, {one.arg or "**" for one in node.keywords}


def codes(node: ast.expr) -> list[str]:
    """A literal, or one of two literals; a name that is passed on has been read where it was made."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    return codes(node.body) + codes(node.orelse) if isinstance(node, ast.IfExp) else []


def test_every_refusal_that_is_raised_has_words_and_says_what_they_need() -> None:
    found = list(raised())
    assert len(found) > 20
    unknown = [(str(path), code) for path, code, _ in found if code not in REFUSALS]
    assert unknown == []
    lacking = [
        (str(path), code, missing)
        for path, code, given in found
        if "**" not in given and (missing := parameters_of(REFUSALS[code].words) - given)
    ]
    assert lacking == []
