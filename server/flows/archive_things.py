"""What a room keeps beside its talk, as a part of what a member takes along: every kind in the same form.

A kind has a title in each language; of its items everything that people wrote stands there, with days, minutes and the
names of people. What only orders or marks an item is left out: the other form of the archive has it all.
"""

from __future__ import annotations

import types
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from datetime import date
from functools import cache
from html import escape
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from babel.dates import format_date

from server.contract.commands import Id
from server.contract.things import Item, Rank, Things
from server.post.wording import TextMissing, locale_of, text
from server.rooms import things
from server.rooms.things.agenda.contract import Point
from server.rooms.things.cards.contract import Name
from server.rooms.things.files.contract import Mime, Stored
from server.rooms.things.kind import ThingKind

OTHERS = "other"
"""The title of a kind that has none of its own in a language."""
CODES = tuple(get_args(form)[1] for form in (Rank, Name, Mime, Stored))
"""The forms of what orders an item, or stands for something that is elsewhere."""
ID = get_args(Id)[1]


Below = Callable[[str, Item[Any]], Awaitable[str]]
"""What stands below an item of a kind: what the item itself leads to."""


async def html(
    kept: Things, language: str, names: Mapping[str, str], moment: Callable[[int], str], below: Below
) -> AsyncIterator[str]:
    """`names`: by person; `moment`: a time (ms) in words."""
    for kind in things.KINDS:
        items = kind.read(bytes(kept[kind.name])) if kind.name in kept else ()
        if items:
            yield f"<h2>{escape(title(kind.name, language))}</h2>\n"
        for item in items:
            yield _item(kind, item, language, names, moment, await below(kind.name, item))


def title(kind: str, language: str) -> str:
    try:
        return text(language, f"archive-kind-{kind}")
    except TextMissing:
        return text(language, f"archive-kind-{OTHERS}")


def _item(
    kind: ThingKind,
    item: Item[Any],
    language: str,
    names: Mapping[str, str],
    moment: Callable[[int], str],
    below: str,
) -> str:
    author = f"<b dir=auto>{escape(names.get(item.by or '', ''))}</b> · " if item.by else ""
    told = [f"<p dir=auto>{escape(words)}</p>" for words in _lines(item.body, language, names)]
    hints = _hints(kind.body)
    for one in item.history:
        was = [words for name, value in one.was.items() for words in _said(name, hints[name], value, language, names)]
        words = " · ".join(filter(None, (moment(one.at), names.get(one.by or "", ""), one.reason, *was)))
        told.append(f"<p class=small dir=auto>{escape(words)}</p>")
    head = f"<header>{author}<span class=small>{escape(moment(item.at))}</span></header>"
    return f'<article id="t{item.id}">\n{head}\n{"".join(told)}\n{below}</article>\n'


def _lines(of: msgspec.Struct, language: str, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(of, Point) and of.prompt is not None and not of.title:
        yield text(language, f"archive-prompt-{of.prompt}")
    for name, hint in _hints(type(of)).items():
        yield from _said(name, hint, getattr(of, name), language, names)


def _said(name: str, hint: Any, value: Any, language: str, names: Mapping[str, str]) -> Iterator[str]:
    """What people wrote in a field, and in what is within it."""
    if _is_code(hint):
        return
    match value:
        case str() if value in names or not _is_id(hint):
            words = names.get(value, value)
            if words.strip():
                yield words
        case bool():
            return
        case date():
            yield format_date(value, "long", locale=locale_of(language))
        case int() if name == "minutes" and value > 0:
            yield text(language, "archive-minutes", {"minutes": str(value)})
        case tuple() | list():
            for one in value:
                yield from _said("", hint, one, language, names)
        case msgspec.Struct():
            yield from _lines(value, language, names)
        case _:
            return


@cache
def _hints(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(struct, include_extras=True)


@cache
def _is_code(hint: Any) -> bool:
    """Only a word of ours, if any: no person wrote it."""
    if get_origin(hint) is Annotated:
        return any(mark in CODES for mark in get_args(hint)[1:]) or _is_code(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType, tuple):
        parts = [part for part in get_args(hint) if part not in (type(None), Ellipsis)]
        return all(map(_is_code, parts))
    return get_origin(hint) is Literal


@cache
def _is_id(hint: Any) -> bool:
    """Whom or what it stands for, a program knows; of people the name is shown."""
    return hint == ID or any(map(_is_id, get_args(hint)))
