"""The contract as the browser's types: `web/src/contract.ts` is written from here, never by hand."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Literal, TypeGuard, Union, get_args, get_origin, get_type_hints

import msgspec

from server.contract import accounts, commands, entries, programmes, views
from server.contract.refusals import REFUSALS
from server.contract.table import COMMANDS

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
        *map(_interface, _structs()),
        _entry(),
        _PROBLEM,
    ]
    return "\n".join(parts)


def _structs() -> Iterator[type[msgspec.Struct]]:
    for module in (commands, entries, views, accounts, programmes):
        for found in vars(module).values():
            if _is_shape(found) and found.__module__ == module.__name__:
                yield found


def _is_shape(found: object) -> TypeGuard[type[msgspec.Struct]]:
    return isinstance(found, type) and issubclass(found, msgspec.Struct) and found is not entries.Entry


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
    lines = [f"  {name}{'' if name in required else '?'}: {type_name(hint)};" for name, hint in hints.items()]
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
    if origin is Annotated:
        return type_name(get_args(hint)[0])
    if origin is Literal:
        return _literal(get_args(hint))
    if origin in (Union, types.UnionType):
        return " | ".join(type_name(one) for one in get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is dict:
        return "Record<" + ", ".join(type_name(one) for one in get_args(hint)) + ">"
    return _SIMPLE.get(hint) or hint.__name__


def _tuple(parts: tuple[Any, ...]) -> str:
    if parts[-1] is Ellipsis:
        return f"{type_name(parts[0])}[]"
    return "[" + ", ".join(map(type_name, parts)) + "]"


_NAMED = {"Kind": commands.Kind, "Role": commands.Role, "Closing": commands.Closing}


def _literal(values: tuple[str, ...]) -> str:
    named = {get_args(one): name for name, one in _NAMED.items()}
    return named.get(values) or " | ".join(f'"{value}"' for value in values)


def _entry() -> str:
    """A union that is told apart by its kind."""
    rows = "\n".join(f'    | {{ kind: "{kind}"; body?: {body.__name__} | null }}' for kind, body in _kinds())
    return (
        f"{_comment(entries.Entry)}export type Entry = {{\n"
        "  at: number;\n  actor?: string | null;\n  command_id?: string | null;\n} & (\n"
        f"{rows}\n  );\n"
    )


def _kinds() -> Iterable[tuple[str, type]]:
    return entries.ENTRY_KINDS.items()
