"""The contract as the browser's types: `web/src/contract.ts` is written from here, never by hand."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UnsetType

from server.catalogue.table import COMMANDS, ENTRIES, structs
from server.contract import commands, entries
from server.contract.refusals import REFUSALS
from server.contract.things import Item, Things
from server.rooms import things

_HEAD = """/** The shapes on the wire, named as on the server. Written by `make contract` from server/contract. */
"""
_PROBLEM = """/** An expected no: problem details over HTTP, `{"refused": …}` in the result of an rpc. */
export interface Problem {
  type?: string;
  title: string;
  status?: number;
  code: string;
  [parameter: string]: string | number | undefined;
}
"""
_SIMPLE = {
    str: "string",
    int: "number",
    bool: "boolean",
    Any: "unknown",
    type(None): "null",
    # As JSON has them: 2026-10-05, base64.
    date: "string",
    bytes: "string",
}


def typescript() -> str:
    """The whole file."""
    parts = [
        _HEAD,
        _union("Kind", get_args(commands.Kind)),
        _union("Role", get_args(commands.Role)),
        _union("Closing", get_args(commands.Closing)),
        _union("Method", COMMANDS),
        _union("RefusalCode", REFUSALS),
        *_constants(),
        *(_interface(struct) for struct in structs() if struct not in (entries.Entry, Item)),
        _things(),
        _entry(),
        _PROBLEM,
    ]
    return "\n".join(parts)


def _constants() -> Iterator[str]:
    words = "Code points of a message, counted after NFC, the same on the server and in the client."
    yield f"/** {words} */\nexport const MESSAGE_LIMIT = {commands.MESSAGE_LIMIT};\n"
    words = "Different reactions of one person to one message."
    yield f"/** {words} */\nexport const REACTION_LIMIT = {commands.REACTION_LIMIT};\n"
    words = "People who can be mentioned in one message."
    yield f"/** {words} */\nexport const MENTION_LIMIT = {commands.MENTION_LIMIT};\n"
    shown = ", ".join(f'"{emoji}"' for emoji in commands.REACTIONS)
    yield f"/** Shown first; any other single emoji is possible. */\nexport const REACTIONS = [{shown}] as const;\n"


def _union(name: str, values: Iterable[str]) -> str:
    return f"export type {name} =\n" + "\n".join(f'  | "{value}"' for value in values) + ";\n"


def _interface(struct: type[msgspec.Struct]) -> str:
    hints = get_type_hints(struct, include_extras=True)
    if not hints:
        return f"export type {struct.__name__} = Record<string, never>;\n"
    required = {field.name for field in msgspec.structs.fields(struct) if field.required}
    wire = {field.name: field.encode_name for field in msgspec.structs.fields(struct)}
    lines = [f"  {wire[name]}{'' if name in required else '?'}: {type_name(hint)};" for name, hint in hints.items()]
    return f"{_comment(struct)}export interface {struct.__name__} {{\n" + "\n".join(lines) + "\n}\n"


def _comment(struct: type) -> str:
    words = (struct.__doc__ or "").strip()
    if not words:
        return ""
    lines = [line.strip() for line in words.splitlines()]
    if len(lines) == 1:
        return f"/** {lines[0]} */\n"
    return "/**\n" + "\n".join(f" * {line}".rstrip() for line in lines) + "\n */\n"


def type_name(hint: Any) -> str:
    """A field's type in the browser's words."""
    origin = get_origin(hint)
    if hint == Things:
        return "Things"
    if isinstance(hint, TypeVar):
        return hint.__name__
    if origin is Annotated:
        return type_name(get_args(hint)[0])
    if origin is Literal:
        return _literal(get_args(hint))
    if origin in (Union, types.UnionType):
        return " | ".join(type_name(one) for one in get_args(hint) if one is not UnsetType)
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is dict:
        return "Record<" + ", ".join(type_name(one) for one in get_args(hint)) + ">"
    return _SIMPLE.get(hint) or hint.__name__


def _tuple(parts: tuple[Any, ...]) -> str:
    if parts[-1] is Ellipsis:
        one = type_name(parts[0])
        return f"({one})[]" if " | " in one else f"{one}[]"
    return "[" + ", ".join(map(type_name, parts)) + "]"


_NAMED = {"Kind": commands.Kind, "Role": commands.Role, "Closing": commands.Closing}


def _literal(values: tuple[str, ...]) -> str:
    named = {get_args(one): name for name, one in _NAMED.items()}
    return named.get(values) or " | ".join(f'"{value}"' for value in values)


def _things() -> str:
    rows = "\n".join(f"  {kind.name}?: Item<{kind.body.__name__}>[];" for kind in things.KINDS)
    item = _interface(Item).replace("interface Item {", "interface Item<Body> {")
    prefixes = {name.rpartition("_")[0]: kind.name for kind in things.KINDS for name in kind.entries}
    names = ", ".join(f'{prefix}: "{name}"' for prefix, name in prefixes.items())
    return (
        f"{item}\n/** A room's things by kind. */\nexport interface Things {{\n{rows}\n}}\n\n"
        f"/** By what their kinds of entries begin with. */\n"
        f"export const THINGS: Record<string, keyof Things> = {{ {names} }};\n"
    )


def _entry() -> str:
    """A union that is told apart by its kind."""
    rows = "\n".join(f'    | {{ kind: "{kind}"; body?: {body.__name__} | null }}' for kind, body in _kinds())
    return (
        f"{_comment(entries.Entry)}export type Entry = {{\n"
        "  at: number;\n  actor?: string | null;\n  command_id?: string | null;\n} & (\n"
        f"{rows}\n  );\n"
    )


def _kinds() -> Iterable[tuple[str, type]]:
    return ENTRIES.items()
