"""All that a person may read in a room: as one page that needs nothing else, in their language and times, as JSON for
programs, in the shapes of the contract, or both in one archive with the room's files and its shared notes.

It is written while it is sent, a part of the talk at a time, so that a talk of any length takes no more memory than a
short one. Each part is read as its reader's own: who is taken out of the room meanwhile gets no further.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape
from itertools import islice
from typing import Any, Literal, assert_never
from urllib.parse import quote
from zoneinfo import ZoneInfo

import msgspec

from server.accounts.service import Reader, names_of, readers
from server.contract.things import Item
from server.contract.views import Message
from server.database import Connection, Database
from server.errors import Refused
from server.flows import archive_notes, archive_own, archive_things
from server.flows.archive_own import Own, own_words
from server.flows.archive_zip import Packed, zipped
from server.flows.files import Files
from server.languages import best_language
from server.post.wording import moment, shown_language, text
from server.rooms import reads
from server.rooms.things.files import FILES, File
from server.rooms.things.files.names import clean_name
from server.rooms.things.files.types import type_of
from server.rooms.things.kind import Items, ThingKind
from server.rooms.things.notes import NOTES, Note

_MENTION = re.compile(r"@\[([A-Za-z0-9_-]{1,64})\]")
_encode = msgspec.json.Encoder().encode
ANSWERED = 2_000
"""Messages whose authors are remembered, for what answers them later."""
NAMED = 4
"""People in the title; who else is there stands below it."""

STYLE = (
    "body{margin:2rem auto;max-width:44rem;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#222}"
    "h1{font-size:1.4rem}h2{font-size:1.1rem}ul{padding-left:1.2rem}article{margin:1.2rem 0}header{font-size:.9rem}"
    "time,.small{color:#555}p{margin:.2rem 0;white-space:pre-wrap;overflow-wrap:anywhere}a{color:inherit}"
)


@dataclass(frozen=True, slots=True)
class Archive:
    """`name`: of the file; `type`: what it holds."""

    name: str
    type: str
    pieces: AsyncIterator[bytes]


Form = Literal["html", "json", "zip"]
TYPES: dict[Form, str] = {"html": "text/html", "json": "application/json", "zip": "application/zip"}


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reader with their words, and the names of whom they meet in the room."""

    room: str
    person: str
    reader: Reader
    now: int
    snapshot: reads.Snapshot
    names: Mapping[str, str]

    def say(self, message: str, **values: str) -> str:
        return escape(text(self.language, f"archive-{message}", values))

    @property
    def language(self) -> str:
        return shown_language(self.reader.language)

    def moment(self, at: int) -> str:
        return moment(at, self.language, self.reader.zone)


async def room_archive(database: Database, files: Files, room: str, person: str, form: Form, now: int) -> Archive:
    """`now`: ms. Raises Refused not_found for everybody but members."""
    reading = await database.read(lambda connection: _reading(connection, room, person, now))
    here = datetime.fromtimestamp(now / 1000, ZoneInfo(reading.reader.zone))
    name = f"atelje-{here.date().isoformat()}.{form}"
    return Archive(name, TYPES[form], _written(database, files, reading, form, here))


def _written(database: Database, files: Files, reading: _Reading, form: Form, here: datetime) -> AsyncIterator[bytes]:
    match form:
        case "html":
            return _pieces(database, reading, with_files=False)
        case "json":
            return _data(database, reading)
        case "zip":
            moment = (here.year, here.month, here.day, here.hour, here.minute, here.second)
            return zipped(_packed(database, files, reading), moment)
        case _:
            assert_never(form)


async def _packed(database: Database, files: Files, reading: _Reading) -> AsyncIterator[Packed]:
    yield Packed("room.html", _pieces(database, reading, with_files=True))
    yield Packed("room.json", _data(database, reading))
    async for item, sections in _notes(database, reading):
        words = archive_notes.markdown(item, sections, reading.language).encode()
        yield Packed(archive_notes.file_name(item), _once(words))
    for item in _items(reading, FILES):
        try:
            file, pieces = await files.open(reading.person, reading.room, item.id)
        except Refused as refused:
            if refused.code == "unavailable":
                # What breaks off is seen to be no whole; an archive without its files would not be.
                raise
            continue
        yield Packed(_file_name(item.id, file), pieces, dense=True)


def _file_name(id: int, file: File) -> str:
    return f"files/{id}-{clean_name(file.name, type_of(file.type))}"


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data


def _items(reading: _Reading, kind: ThingKind) -> Items:
    kept = reading.snapshot.things
    return kind.read(bytes(kept[kind.name])) if kind.name in kept else ()


async def _notes(database: Database, reading: _Reading) -> AsyncIterator[tuple[Item[Note], archive_notes.Sections]]:
    """Those in which something is written, one at a time."""
    for item in _items(reading, NOTES):
        if sections := await _sections(database, reading, item.id):
            yield item, sections


async def _sections(database: Database, reading: _Reading, item: int) -> archive_notes.Sections | None:
    read = partial(archive_notes.sections_of, room=reading.room, item=item, person=reading.person)
    return await database.read(read)


async def _own(database: Database, reading: _Reading) -> Own | None:
    """None for who is no member any more."""
    try:
        return await database.read(partial(own_words, room=reading.room, person=reading.person))
    except Refused:
        return None


def _reading(connection: Connection, room: str, person: str, now: int) -> _Reading:
    snapshot = reads.snapshot(connection, room, person)
    reader = readers(connection, [person]).get(person)
    if snapshot is None or reader is None:
        raise Refused("not_found")
    names = names_of(connection, {*snapshot.state.members, *snapshot.state.former})
    return _Reading(room, person, reader, now, snapshot, names)


async def _pieces(database: Database, reading: _Reading, *, with_files: bool) -> AsyncIterator[bytes]:
    """`with_files`: the page lies beside them, and leads to them."""

    async def below(kind: str, item: Item[Any]) -> str:
        if kind == NOTES.name:
            sections = await _sections(database, reading, item.id)
            return archive_notes.html(sections, reading.language) if sections else ""
        if kind == FILES.name and with_files:
            return f'<p><a href="{escape(quote(_file_name(item.id, item.body)))}">{reading.say("file")}</a></p>\n'
        return ""

    yield _top(reading).encode()
    offset, said = reading.snapshot.floor, False
    authors: dict[int, str] = {}
    while page := await database.read(partial(_page, reading=reading, offset=offset)):
        said = True
        authors = dict(islice(authors.items(), max(0, len(authors) - ANSWERED), None))
        authors |= {message.id: message.author for message in page}
        yield "".join(_message(reading, message, authors) for message in page).encode()
        offset = page[-1].id
    kept, language = reading.snapshot.things, reading.language
    async for part in archive_things.html(kept, language, reading.names, reading.moment, below):
        yield part.encode()
    own = await _own(database, reading)
    for part in archive_own.html(own, language, reading.moment) if own else ():
        yield part.encode()
    silence = "emptied" if reading.snapshot.state.emptied else "none"
    yield ("" if said else f"<p>{reading.say(silence)}</p>\n").encode() + b"</main></body>\n</html>\n"


async def _data(database: Database, reading: _Reading) -> AsyncIterator[bytes]:
    """`notes` and `messages` stand last, since they are read while they are sent. `own`: what nobody else reads."""
    snapshot = reading.snapshot
    head = {
        "room": reading.room,
        "kind": snapshot.state.kind,
        "made_at": reading.now,
        "made_for": reading.person,
        "people": reading.names,
        "members": {person: one.role for person, one in snapshot.state.members.items()},
        "former": {person: one.role for person, one in snapshot.state.former.items()},
        "closed": snapshot.state.closed,
        "first_words": snapshot.first_words,
        "things": snapshot.things,
        "own": await _own(database, reading),
    }
    yield _encode(head)[:-1] + b',"notes":['
    between = b""
    async for item, sections in _notes(database, reading):
        yield between + _encode({"item": item.id, "text": sections})
        between = b","
    yield b'],"messages":['
    offset, between = snapshot.floor, b""
    while page := await database.read(partial(_page, reading=reading, offset=offset)):
        yield between + b",".join(map(_encode, page))
        offset, between = page[-1].id, b","
    yield b"]}\n"


def _page(connection: Connection, reading: _Reading, offset: int) -> list[Message]:
    """The messages behind an offset; none for who is no member any more."""
    page = reads.page(connection, reading.room, reading.person, "after", offset)
    return [] if page is None else page.messages


def _top(reading: _Reading) -> str:
    state = reading.snapshot.state
    now = [reading.names[one] for one in state.members if one in reading.names]
    title = reading.say("title", people=", ".join(now[:NAMED]) + (" …" if len(now) > NAMED else ""))
    made = reading.say("made", name=reading.reader.name, at=reading.moment(reading.now), zone=reading.reader.zone)
    people = [f"<li dir=auto>{escape(name)}</li>" for name in now]
    left = reading.say("left")
    people += [
        f"<li dir=auto>{escape(reading.names[one])} <span class=small>({left})</span></li>"
        for one in state.former
        if one in reading.names
    ]
    return (
        f'<!doctype html>\n<html lang="{reading.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body><main>\n<h1 dir=auto>{title}</h1>\n"
        f"<p class=small>{made}</p>\n<p class=small>{reading.say('keep')}</p>\n"
        f"<h2>{reading.say('people')}</h2>\n<ul>{''.join(people)}</ul>\n{_first_words(reading)}"
    )


def _first_words(reading: _Reading) -> str:
    words = reading.snapshot.first_words
    if not words:
        return ""
    tongue = best_language(words, reading.reader.language)
    spoken = f'<p lang="{escape(tongue)}" dir=auto>{escape(words[tongue])}</p>\n'
    return f"<h2>{reading.say('first')}</h2>\n{spoken}"


def _message(reading: _Reading, message: Message, authors: Mapping[int, str]) -> str:
    """`authors`: of the messages shortly before."""
    at = datetime.fromtimestamp(message.at / 1000, ZoneInfo(reading.reader.zone)).isoformat(timespec="seconds")
    name = escape(reading.names.get(message.author, ""))
    head = f'<b dir=auto>{name}</b> · <time datetime="{at}">{escape(reading.moment(message.at))}</time>'
    if message.edited_at is not None:
        head += f" · <span class=small>{reading.say('changed', at=reading.moment(message.edited_at))}</span>"
    said = f"<p class=small>{reading.say('back')}</p>"
    if message.text is not None:
        said = f"{_answered(reading, message.reply_to, authors)}<p dir=auto>{_words(reading, message.text)}</p>"
    return f'<article id="m{message.id}">\n<header>{head}</header>\n{said}{_given(reading, message)}\n</article>\n'


def _answered(reading: _Reading, other: int | None, authors: Mapping[int, str]) -> str:
    if other is None or other <= reading.snapshot.floor:
        return ""
    name = reading.names.get(authors.get(other, ""), "↑")
    return f'<p class=small>{reading.say("answers")} <a href="#m{other}" dir=auto>{escape(name)}</a></p>\n'


def _given(reading: _Reading, message: Message) -> str:
    """Reactions, each with the names of who gives it."""
    given = (
        f"{escape(one.emoji)} {escape(', '.join(reading.names.get(who, '') for who in one.people))}"
        for one in message.reactions
    )
    return f"\n<p class=small dir=auto>{' · '.join(given)}</p>" if message.reactions else ""


def _words(reading: _Reading, words: str) -> str:
    """With the names of whom they mention in place of their ids."""

    def named(found: re.Match[str]) -> str:
        return f"@{reading.names[found[1]]}" if found[1] in reading.names else found[0]

    return escape(_MENTION.sub(named, words))
