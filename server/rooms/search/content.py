"""What a message or a thing is found by, and what is shown of it when it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from server.contract.levels import Level
from server.rooms.search.fold import places_of, words_of

MESSAGE = "message"
"""The kind of what is said; things have the names of their collections."""
SNIPPET = 160
"""Code points of the words that are shown around what was found."""
TITLE = 120

_MENTION = re.compile(r"@\[([A-Za-z0-9_-]{1,64})\]")

Term = tuple[str, ...]
"""A word that somebody looks for, in all of its forms."""


class Sought(NamedTuple):
    """`terms`: all of them have to be there. `people`: for each, whom it names, by their ids."""

    terms: Sequence[Term]
    people: Sequence[frozenset[str]]


class Snippet(NamedTuple):
    """A part of a text. `marks`: where in it (code points) something was found; `before`, `after`: it
    goes on there."""

    text: str
    marks: tuple[tuple[int, int], ...]
    before: bool
    after: bool


# ── what goes in ──────────────────────────────────────────────────────────────────────────────────────────────────────


def room_token(room_id: int) -> str:
    return f"#{room_id}"


def author_token(person: str | None) -> str:
    return f"@{_short(person or '')}"


def kind_token(kind: str) -> str:
    return f"%{kind}"


def mention_token(person: str) -> str:
    return f"~{_short(person)}"


def _short(person: str) -> str:
    """An id in small letters and digits alone, as the databases' words are."""
    return blake2b(person.encode(), digest_size=8).hexdigest()


def tokens_of(room_id: int, kind: str, author: str | None, texts: Iterable[str]) -> list[str]:
    """Everything that a message or a thing is found by."""
    found = {room_token(room_id), author_token(author), kind_token(kind)}
    for text in texts:
        if "@[" in text:
            found.update(map(mention_token, _MENTION.findall(text)))
            text = _MENTION.sub(" ", text)
        found |= words_of(text)
    return sorted(found)


def texts_of(body: msgspec.Struct) -> list[str]:
    """The words of a thing, field by field: every text of level L4 that is free in its choice."""
    return [text for text in _texts(body) if text]


def _texts(value: msgspec.Struct) -> Iterator[str]:
    for name in _worded(type(value)):
        yield from _within(getattr(value, name))


def _within(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case msgspec.Struct():
            yield from _texts(value)
        case dict():
            for one in value.values():
                yield from _within(one)
        case tuple() | list():
            for one in value:
                yield from _within(one)
        case _:
            return


@cache
def _worded(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    hints = get_type_hints(struct, include_extras=True)
    return tuple(name for name, hint in hints.items() if _is_worded(hint))


def _is_worded(hint: Any) -> bool:
    return get_origin(hint) is Annotated and Level.L4 in get_args(hint)[1:] and _holds_words(hint)


def _holds_words(hint: Any) -> bool:
    """Not a choice of words that are ours; nor what has a form of its own, as an id, a place in an order, a day."""
    if get_origin(hint) is Annotated:
        patterned = any(getattr(mark, "pattern", None) for mark in get_args(hint)[1:])
        return not patterned and _holds_words(get_args(hint)[0])
    if get_origin(hint) is Literal:
        return False
    if hint is str or (isinstance(hint, type) and issubclass(hint, msgspec.Struct)):
        return True
    return any(_holds_words(part) for part in get_args(hint))


# ── what comes out ────────────────────────────────────────────────────────────────────────────────────────────────────


def title_of(texts: Sequence[str]) -> str:
    """What a thing is called: its first words."""
    line = texts[0].strip().partition("\n")[0] if texts else ""
    return line if len(line) <= TITLE else line[: TITLE - 1].rstrip() + "…"


def snippet_of(texts: Sequence[str], sought: Sought) -> Snippet | None:
    """Of the text in which most was found. None where not all that was sought is there: it was said otherwise since."""
    marked = [(text, _marks(text, sought)) for text in texts]
    found = {number for _, marks in marked for number, _, _ in marks}
    if len(found) < len(sought.terms):
        return None
    text, marks = max(
        marked, key=lambda one: (len({number for number, _, _ in one[1]}), -len(one[0])), default=("", [])
    )
    return _cut(text, sorted({(start, end) for _, start, end in marks}))


def _marks(text: str, sought: Sought) -> list[tuple[int, int, int]]:
    """By number of the term, and where."""
    found = []
    named = [(one[1], *one.span()) for one in _MENTION.finditer(text)] if "@[" in text else []
    for person, start, end in named:
        found += [(number, start, end) for number, people in enumerate(sought.people) if person in people]
    for word in places_of(text) if sought.terms else ():
        if not any(start <= word.start < end for _, start, end in named):
            found += [
                (number, word.start, word.end) for number, term in enumerate(sought.terms) if fits(term, word.forms)
            ]
    return found


def fits(term: Term, forms: Term) -> bool:
    """Whether a word begins as the term does; one letter has to be all of it."""
    return any(form.startswith(one) if len(one) > 1 else form == one for one in term for form in forms)


def _cut(text: str, marks: Sequence[tuple[int, int]]) -> Snippet:
    first = marks[0][0] if marks else 0
    start = 0 if len(text) <= SNIPPET else max(0, min(first - SNIPPET // 4, len(text) - SNIPPET))
    end = min(len(text), start + SNIPPET)
    start, end = _between_words(text, start, end, first)
    inside = [(max(one, start) - start, min(other, end) - start) for one, other in marks if one < end and other > start]
    return Snippet(text[start:end], tuple(inside), start > 0, end < len(text))


def _between_words(text: str, start: int, end: int, kept: int) -> tuple[int, int]:
    """Moved inwards to the nearest blanks, so that no word and no mention is cut; as far as there are any."""
    if start > 0 and (blank := _blank(text, start, kept)) is not None:
        start = blank + 1
    if end < len(text):
        for place in range(end, max(start, kept), -1):
            if text[place].isspace():
                return start, place
    return start, end


def _blank(text: str, start: int, end: int) -> int | None:
    return next((place for place in range(start, end) if text[place].isspace()), None)
