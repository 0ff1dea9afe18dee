"""The contract as a page for people, `docs/protocol/commands.md`: commands, entries, views and refusals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_type_hints

import msgspec

from server.catalogue.table import COMMANDS, ENTRIES, VIEWS, field_levels, structs
from server.catalogue.typescript import type_name
from server.contract.entries import Entry
from server.contract.refusals import REFUSALS

_HEAD = """# Commands, entries, views

Made from the contract's table by `make contract`; change `server/contract/` instead. Every field names its level of
confidentiality: L0 the team may know, L4 only the members, OWN only the person, OPEN nobody's secret.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_commands(), *_entries(), *_views(), *_structs(), *_refusals()]) + "\n"


def _commands() -> Iterator[str]:
    yield "## Commands\n"
    yield '`rpc` over the live connection, or `POST /api/v1/rpc/<method>`. A refusal is `{"refused": …}` over `rpc`'
    yield "and problem details over HTTP: the same object.\n"
    yield "| method | data | answer | right | what |\n| --- | --- | --- | --- | --- |"
    for name, command in COMMANDS.items():
        data, reply = command.data.__name__, command.reply.__name__
        yield f"| `{name}` | [{data}](#{data.lower()}) | {reply} | {command.verb} | {_first_line(command.data)} |"
    yield ""


def _entries() -> Iterator[str]:
    yield "## Entries\n"
    yield f"{_words(Entry)}\n"
    yield "| kind | body |\n| --- | --- |"
    for kind, body in ENTRIES.items():
        yield f"| `{kind}` | [{body.__name__}](#{body.__name__.lower()}) |"
    yield ""


def _views() -> Iterator[str]:
    yield "## HTTP\n"
    yield "| address | takes | answers |\n| --- | --- | --- |"
    for view in VIEWS:
        takes, answers = (one.__name__ if one else "" for one in (view.body or view.query, view.reply))
        yield f"| `{view.method} {view.path}` | {takes} | {answers} |"
    yield ""


def _structs() -> Iterator[str]:
    yield "## Shapes\n"
    for struct in structs():
        yield f"### {struct.__name__}\n"
        if (struct.__doc__ or "").strip():
            yield f"{_words(struct)}\n"
        levels = list(field_levels(struct))
        if levels:
            hints = get_type_hints(struct, include_extras=True)
            wire = {field.name: field.encode_name for field in msgspec.structs.fields(struct)}
            yield "| field | type | level |\n| --- | --- | --- |"
            for name, level in levels:
                yield f"| `{wire[name]}` | {type_name(hints[name]).replace('|', '&#124;')} | {level} |"
            yield ""


def _refusals() -> Iterator[str]:
    yield "## Refusals\n"
    yield "| code | status | words |\n| --- | --- | --- |"
    for code, refusal in REFUSALS.items():
        yield f"| `{code}` | {refusal.status} | {refusal.words} |"


def _words(struct: type[msgspec.Struct]) -> str:
    return "\n".join(line.strip() for line in (struct.__doc__ or "").strip().splitlines())


def _first_line(struct: type[msgspec.Struct]) -> str:
    return _words(struct).split("\n")[0]
