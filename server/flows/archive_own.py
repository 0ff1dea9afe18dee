"""What somebody wrote for themself alone, as a part of what they take along: of theirs, and of nobody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from html import escape

import msgspec
from babel.dates import format_date

from server.contract.notes import PrivateNote
from server.contract.reflections import OwnPage
from server.database import Connection
from server.flows.archive_things import title
from server.post.wording import locale_of, text
from server.rooms.private_notes import service as private_notes
from server.rooms.reflections import service as reflections


class Own(msgspec.Struct, frozen=True):
    """In one room."""

    notes: tuple[PrivateNote, ...]
    pages: tuple[OwnPage, ...]


def own_words(connection: Connection, room: str, person: str) -> Own:
    """Raises Refused not_found for everybody but members."""
    pages = reflections.pages_of(connection, person, room)
    return Own(tuple(note for note in private_notes.mine(connection, person).notes if note.room == room), pages)


def html(own: Own, language: str, moment: Callable[[int], str]) -> Iterator[str]:
    """`moment`: a time (ms) in words."""
    if not own.notes and not own.pages:
        return
    head, why = (escape(text(language, f"archive-{message}")) for message in ("own", "own-why"))
    yield f"<h2>{head}</h2>\n<p class=small>{why}</p>\n"
    for note in own.notes:
        yield _article(moment(note.changed_at), (note.text,))
    for page in own.pages:
        yield _article(_page(page.page, language), (answer.text for answer in page.answers))


def _page(page: str, language: str) -> str:
    if page == reflections.HALF_WAY_PAGE:
        return title("halfway", language)
    return format_date(date.fromisoformat(f"{page}-01"), "LLLL y", locale=locale_of(language))


def _article(head: str, words: Iterator[str] | tuple[str, ...]) -> str:
    said = "".join(f"<p dir=auto>{escape(one)}</p>" for one in words)
    return f"<article>\n<header><span class=small>{escape(head)}</span></header>\n{said}\n</article>\n"
