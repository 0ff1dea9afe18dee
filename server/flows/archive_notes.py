"""The shared notes of a room as a part of what a member takes along: their words, and as Markdown of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from server.contract.notes import SECTIONS
from server.contract.things import Item
from server.database import Connection
from server.post.wording import text
from server.rooms.notes import reads
from server.rooms.notes.rules import Document
from server.rooms.things.files.names import clean_stem
from server.rooms.things.notes import Note

STEM = 60
"""Code points of a title in the name of a file."""

Sections = Mapping[str, str]


def sections_of(connection: Connection, room: str, item: int, person: str) -> Sections | None:
    """What stands in a note, by section; None for who may not read it, and where nothing is written."""
    found = reads.snapshot(connection, room, item, person)
    written = {} if found is None else Document([found[1]]).texts()
    return written if any(words.strip() for words in written.values()) else None


def html(sections: Sections, language: str) -> str:
    return "".join(
        f"<h3>{escape(name)}</h3>\n<p dir=auto>{escape(words)}</p>\n" for name, words in _named(sections, language)
    )


def markdown(item: Item[Note], sections: Sections, language: str) -> str:
    """What people wrote in it is Markdown already."""
    day = item.body.day.isoformat() if item.body.day else ""
    head = " · ".join(filter(None, (item.body.title, day)))
    parts = ([f"# {head}"] if head else []) + [f"## {name}\n\n{words}" for name, words in _named(sections, language)]
    return "\n\n".join(parts) + "\n"


def file_name(item: Item[Any]) -> str:
    stem = clean_stem(item.body.title.replace("/", "-").replace("\\", "-"))[:STEM].strip()
    return f"notes/{item.id}-{stem}.md" if stem else f"notes/{item.id}.md"


def _named(sections: Sections, language: str) -> Iterator[tuple[str, str]]:
    for section in SECTIONS:
        if words := sections[section].strip():
            yield text(language, f"archive-note-{section}"), words
