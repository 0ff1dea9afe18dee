"""The lines of a calendar that say when, and nothing else: titles, people and attachments are not even unfolded.

Bounded before anything is understood: bytes, depth, components, length of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

LARGEST = 10_000_000
"""Bytes of a calendar; years of a busy person have one or two million."""

DEEPEST = 8
MOST_COMPONENTS = 40_000
LONGEST_LINE = 20_000

WANTED = frozenset(
    [
        "UID",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "STATUS",
        "TRANSP",
        "FREEBUSY",
        "TZID",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "X-LIC-LOCATION",
        "X-WR-TIMEZONE",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    ]
)


class CalendarRefused(ValueError):
    """The whole calendar. Its text is a word: `too_large`, `no_calendar`, `unfinished`, `too_deep` or `too_many`."""


class Property(Struct, frozen=True, gc=False):
    """A calendar has hundreds of thousands of them, which the collector would look through again and again."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """`broken`: it has a line about times that follows no grammar."""

    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    broken: bool = False

    def first(self, name: str) -> Property | None:
        return next((one for one in self.properties if one.name == name), None)

    def every(self, name: str) -> list[Property]:
        return [one for one in self.properties if one.name == name]

    def word(self, name: str) -> str:
        found = self.first(name)
        return found.value.strip().upper() if found else ""


def components(file: bytes) -> list[Component]:
    """The calendars in the file: some programs put several into one. Raises CalendarRefused."""
    if len(file) > LARGEST:
        raise CalendarRefused("too_large")
    root = Component("")
    open_ones = [root]
    count = 0
    for line in _lines(file.decode("utf-8", errors="replace").lstrip("\ufeff")):
        name = line[:20].partition(":")[0].upper()
        if name == "BEGIN":
            count += 1
            if count > MOST_COMPONENTS:
                raise CalendarRefused("too_many")
            if len(open_ones) > DEEPEST:
                raise CalendarRefused("too_deep")
            open_ones.append(Component(line[6:].strip().upper()[:100]))
            open_ones[-2].parts.append(open_ones[-1])
        elif name == "END":
            if len(open_ones) < 2 or open_ones[-1].name != line[4:].strip().upper():
                raise CalendarRefused("unfinished")
            open_ones.pop()
        elif (found := _property(line)) is not None:
            open_ones[-1].properties.append(found)
        else:
            open_ones[-1].broken = True
    if len(open_ones) > 1:
        # Half a calendar would make people look free who are not.
        raise CalendarRefused("unfinished")
    if not root.parts:
        raise CalendarRefused("no_calendar")
    # Entries without a calendar around them, as some programs copy them, are one.
    return [one for one in root.parts if one.name == "VCALENDAR"] or [root]


_NAME = re.compile(r"[A-Za-z0-9-]+")
_BEGINNING = re.compile(r"\r\n|\n|\r")


def _cut(text: str) -> Iterator[str]:
    """Line by line: to cut ten megabytes at once would let nothing else run meanwhile, in no thread."""
    start = 0
    for found in _BEGINNING.finditer(text):
        yield text[start : found.start()]
        start = found.end()
    yield text[start:]


def _lines(text: str) -> Iterator[str]:
    """Unfolded, of those that are wanted. What is folded from a line that is not wanted goes with it."""
    parts: list[str] = []
    wanted = False
    for line in _cut(text):
        if line[:1] in (" ", "\t"):
            if wanted and sum(map(len, parts[-1:])) + len(line) < LONGEST_LINE and len(parts) < LONGEST_LINE:
                parts.append(line[1:])
            continue
        if parts:
            yield "".join(parts)[:LONGEST_LINE]
        name = _NAME.match(line)
        wanted = name is not None and name[0].upper() in WANTED | {"BEGIN", "END"}
        parts = [line] if wanted else []
    if parts:
        yield "".join(parts)[:LONGEST_LINE]


_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*')


def _property(line: str) -> Property | None:
    """None where it follows no grammar. Of a parameter with several values the first one counts."""
    start = _NAME.match(line)
    assert start is not None
    at = start.end()
    parameters = {}
    while at < len(line) and line[at] == ";":
        found = _PARAMETER.match(line, at)
        if found is None:
            return None
        parameters[found[1].upper()] = found[2].strip('"')
        at = found.end()
    if line[at : at + 1] != ":":
        return None
    return Property(start[0].upper(), parameters, line[at + 1 :].strip())
