"""Who writes in a shared note, as a browser does: a document of their own, what is not sent yet, and a position."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable
from itertools import count
from random import Random
from typing import Any

from pycrdt import Doc, Text, TransactionEvent, merge_updates

from server.contract.notes import SECTIONS, WriteNote
from server.contract.refusals import problem
from server.database import Connection
from server.errors import Refused
from server.flows import notes as flow
from server.publication import Publication
from server.rooms.notes import reads
from server.rooms.notes.service import Notes
from server.unit_of_work import Outcome, UnitOfWork
from tests.rooms.house import House

WORDS = ("we talked ", "о плану ", "čaj i kolač ", "next ", "budget 😀 ")


def write(house: House, notes: Notes, person: str, item: int, update: bytes, id: str = "") -> Callable[..., Any]:
    command = WriteNote("r", id or house.id(), item, update)
    return lambda unit: flow.write(unit, house.rooms, notes, person, command)


_clients = count(1_000_000_000)
"""As long as those of a browser are."""


def document(update: bytes = b"\0\0") -> Doc[Text]:
    doc: Doc[Text] = Doc({section: Text() for section in SECTIONS}, client_id=next(_clients))
    doc.apply_update(update)
    return doc


def texts(doc: Doc[Text]) -> dict[str, str]:
    return {section: str(doc[section]) for section in SECTIONS}


def update_of(entry: Publication) -> bytes:
    told = json.loads(entry.data)
    return b64decode(told["body"]["update"]) if told["kind"] == "note_written" else b"\0\0"


class Writer:
    """`room` and `notes` are the server's."""

    def __init__(self, house: House, notes: Notes, person: str, item: int, random: Random) -> None:
        self.house, self.notes, self.person, self.item, self.random = house, notes, person, item, random
        self.number = int.from_bytes(person.encode()[:1], "big")
        self.doc = document()
        self.position = 0
        self.unsent: list[bytes] = []
        self.asked: tuple[str, bytes] | None = None
        self._hears = self.doc.observe(self._changed)
        self._applies = False

    def _changed(self, event: TransactionEvent) -> None:
        if not self._applies:
            self.unsent.append(event.update)

    def type(self) -> None:
        text = self.doc[self.random.choice(SECTIONS)]
        words = str(text)
        # Places are counted in bytes here; a letter has several.
        place = len(words[: self.random.randrange(len(words) + 1)].encode())
        if len(words) > 60 and self.random.random() < 0.3:
            del text[place : place + len(words.encode()[place:].decode()[:12].encode())]
        else:
            text.insert(place, self.random.choice(WORDS))

    def go_on(self) -> None:
        """As people write: word after word at the end of their own section or, now and then, of another's line; and
        back over a slip."""
        own = SECTIONS[self.number % len(SECTIONS)]
        text = self.doc[own if self.random.random() < 0.9 else self.random.choice(SECTIONS)]
        words = str(text)
        if words and self.random.random() < 0.15:
            del text[len(words[:-2].encode()) : len(words.encode())]
        else:
            place = words.find("\n") if self.random.random() < 0.05 else len(words)
            text.insert(len(words[: max(place, 0)].encode()), self.random.choice((*WORDS, "\n")))

    def asks(self) -> Callable[[UnitOfWork], Any] | None:
        """What waits, as one command; the one that was never answered comes first, as it was."""
        if self.asked is None and self.unsent:
            self.asked, self.unsent = (self.house.id(), merge_updates(*self.unsent)), []
        return self.asked and write(self.house, self.notes, self.person, self.item, self.asked[1], self.asked[0])

    def hear(self, outcome: Outcome) -> None:
        if isinstance(outcome, Refused) and outcome.code == "note_gap":
            told = problem(outcome.code, outcome.parameters)
            self.unsent, self.asked = [self.doc.get_update(b64decode(told["state"]))], None
        else:
            assert not isinstance(outcome, Exception), outcome
            self.asked = None

    async def catch_up(self) -> None:
        """By the log where it goes back so far, else by what the note is now."""
        opened = await self.house.read(reads.open_log, f"r-{self.item}", self.person, self.position)
        assert opened is not None
        self._applies = True
        if opened.publications is None:
            found = await self.house.read(reads.snapshot, "r", self.item, self.person)
            assert found is not None
            self.position, update = found
            self.doc.apply_update(update)
        else:
            for entry in opened.publications:
                assert entry.offset == self.position + 1
                self.position = entry.offset
                self.doc.apply_update(update_of(entry))
        self._applies = False

    def lose_something(self) -> None:
        """What a crash may take: the oldest of what was not sent yet. What only deletes leaves no gap to see."""
        if self.unsent and self.unsent[0][0]:
            del self.unsent[0]


def stored(connection: Connection) -> int:
    """Bytes of documents and of the updates behind them."""
    ask = "SELECT (SELECT SUM(LENGTH(document)) FROM note) + (SELECT COALESCE(SUM(LENGTH(body)), 0) FROM note_entry)"
    found: int = connection.exec_driver_sql(ask).scalar_one()
    return found
