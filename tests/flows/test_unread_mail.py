"""The first unread word of one's own mentor or mentee: told once until it is read, by day, and only to who is away."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from server.accounts import service as accounts
from server.accounts import store as accounts_store
from server.accounts.tables import person as people
from server.config import read_config
from server.contract.commands import MarkRead, PostMessage, WithdrawMessage
from server.contract.entries import FoundingMember
from server.database import Connection, Database, open_database
from server.flows.unread_mail import LATE, SOON, UnreadMail, due
from server.post import tables
from server.post.push.service import Kind
from server.post.service import Post, Quiet, tell_unread
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms, open_room
from server.rooms.things.agreement.contract import ChangeAgreement, QuietHours
from server.rooms.things.files.contract import AddFile, RemoveFile
from server.unit_of_work import UnitOfWork, Writer
from tests.rooms.house import Ears
from tests.stories.programme import found

MINUTE = 60_000
HOUR = 60 * MINUTE
ZONE = "Europe/Skopje"
CANARY = "čuvarkuća"
"""In everything that is said."""


def at(hour: int, minute: int = 0, day: int = 18) -> int:
    return int(datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)


@dataclass(slots=True)
class Pair:
    """Ana is Bor's mentee in room `r`; both are away."""

    database: Database
    now: int = field(default_factory=lambda: at(12))
    here: set[str] = field(default_factory=set)
    told_by_push: set[str] = field(default_factory=set)
    pushed: list[str] = field(default_factory=list)
    ids: count[int] = field(default_factory=count)
    rooms: Rooms = field(default_factory=Rooms)
    ears: Ears = field(default_factory=Ears)
    writer: Writer[RoomCommand] = field(init=False)
    flow: UnreadMail = field(init=False)
    post: Post = field(init=False)

    def __post_init__(self) -> None:
        clock = self.clock
        self.writer = Writer(self.database.writer, self.rooms, self.ears, clock)
        self.flow = UnreadMail(self.database, self.writer, clock, self.here.__contains__, self.push, leaves=False)
        config = read_config({}, default_data=Path("data"), web=Path("web"))
        self.post = Post(self.database, self.writer, clock, config, b"k")

    def clock(self) -> int:
        return self.now

    def push(self, _unit: UnitOfWork, people: Collection[str], kind: Kind) -> set[str]:
        assert kind == "unread"
        found = self.told_by_push & set(people)
        self.pushed += found
        return found

    async def unit(self, work: Callable[[UnitOfWork], object]) -> None:
        await self.writer.run(work)

    async def command(
        self, actor: str, command: PostMessage | WithdrawMessage | ChangeAgreement | AddFile | RemoveFile
    ) -> int:
        asked = RoomCommand(actor, command, digest(command))
        accepted = await self.writer.run(lambda unit: self.rooms.execute(unit, asked))
        assert accepted.offset is not None
        return accepted.offset

    async def say(self, actor: str = "bor", room: str = "r") -> int:
        return await self.command(actor, PostMessage(room, f"c{next(self.ids)}", CANARY))

    async def bring(self, actor: str = "bor", room: str = "r") -> int:
        file = AddFile(room, f"c{next(self.ids)}", f"{CANARY}.webm", 9, "audio/webm", "0" * 16, text=CANARY, seconds=9)
        return await self.command(actor, file)

    async def read(self, number: int, person: str = "ana", room: str = "r") -> None:
        await self.unit(lambda unit: self.rooms.mark_read(unit, person, MarkRead(room, number)))

    async def after(self, milliseconds: int) -> list[str]:
        """Who has been mailed by then, in all."""
        self.now += milliseconds
        await self.flow.tell()
        rows = await self.database.read(lambda c: list(c.execute(tables.mail.select().order_by(tables.mail.c.id))))
        assert CANARY not in repr(rows)
        return [row.person for row in rows]


@pytest.fixture
async def pair(database_url: str) -> AsyncIterator[Pair]:
    await found(database_url, {"r": ("ana", "bor")})
    database = open_database(database_url)
    await database.write_once(_at_home)
    pair = Pair(database)
    pair.writer.start()
    yield pair
    await pair.writer.close()
    await database.close()


def _at_home(connection: Connection) -> None:
    for person, language in (("ana", "mk"), ("bor", "sr-Latn")):
        accounts_store.set_preferences(connection, person, language, ZONE)


async def test_who_does_not_read_within_five_minutes_is_told_once(pair: Pair) -> None:
    await pair.say()
    await pair.say()
    assert await pair.after(SOON - 1) == []
    assert await pair.after(1) == ["ana"]
    await pair.say()
    assert await pair.after(2 * HOUR) == ["ana"], "not again before she has read"
    await pair.read(2)
    assert await pair.after(0) == ["ana", "ana"], "she read, and the third word is unread for two hours"
    await pair.read(3)
    await pair.say("ana")
    assert await pair.after(SOON) == ["ana", "ana", "bor"]


async def test_the_mail_says_who_and_where_and_never_what(pair: Pair) -> None:
    await pair.say()
    await pair.after(SOON)
    await pair.post.send_all()
    (mail,) = await pair.post.caught()
    assert mail.wording.subject == "Bor ти пишува"
    assert mail.wording.link.endswith("/room/r")
    assert mail.wording.stop_link
    assert CANARY not in mail.plain


async def test_who_has_read_or_is_here_is_not_told(pair: Pair) -> None:
    await pair.say()
    await pair.read(1)
    assert await pair.after(SOON) == []
    await pair.say()
    pair.here.add("ana")
    assert await pair.after(SOON) == []
    pair.here.clear()
    assert await pair.after(0) == ["ana"]


async def test_ones_own_words_are_no_news_and_neither_is_what_was_taken_back(pair: Pair) -> None:
    await pair.say("ana")
    offset = await pair.say("bor")
    await pair.command("bor", WithdrawMessage("r", f"c{next(pair.ids)}", offset))
    assert await pair.after(SOON) == ["bor"], "whom Ana's word waits for"
    await pair.say("bor")
    assert await pair.after(SOON) == ["bor", "ana"]


async def test_a_voice_note_is_told_of_as_words_are(pair: Pair) -> None:
    await pair.bring()
    assert await pair.after(SOON - 1) == []
    assert await pair.after(1) == ["ana"]
    await pair.post.send_all()
    (mail,) = await pair.post.caught()
    assert mail.wording.subject == "Bor ти пишува"
    assert CANARY not in mail.plain
    await pair.say()
    assert await pair.after(2 * HOUR) == ["ana"], "not again before she has heard it"
    await pair.read(2)
    await pair.say()
    await pair.bring()
    assert await pair.after(SOON) == ["ana", "ana"]
    await pair.read(4)
    item = await pair.bring()
    await pair.bring("ana")
    await pair.command("bor", RemoveFile("r", f"c{next(pair.ids)}", item))
    assert await pair.after(SOON) == ["ana", "ana", "bor"], "hers waits for him, and his is gone"


async def test_nights_are_quiet_in_the_persons_own_zone(pair: Pair) -> None:
    pair.now = at(21, 58)
    await pair.say()
    assert await pair.after(SOON) == []
    pair.now = at(7, 59, day=19)
    assert await pair.after(0) == []
    assert await pair.after(MINUTE) == ["ana"]


async def test_what_was_read_in_the_night_is_not_told_in_the_morning(pair: Pair) -> None:
    pair.now = at(23)
    await pair.say()
    await pair.read(1)
    pair.now = at(8, 1, day=19)
    assert await pair.after(0) == []


async def test_who_does_not_want_it_is_not_told(pair: Pair) -> None:
    await pair.post.set_wanted("ana", "unread", wanted=False)
    await pair.say()
    assert await pair.after(SOON) == []
    await pair.post.set_wanted("ana", "unread", wanted=True)
    assert await pair.after(0) == ["ana"]


async def test_old_words_are_no_news(pair: Pair) -> None:
    await pair.say()
    assert await pair.after(LATE + 1) == []


async def test_only_a_mentor_and_a_mentee_of_a_pair_are_told(pair: Pair) -> None:
    founders = [FoundingMember("ana", "mentee"), FoundingMember("dana", "guest")]
    await pair.unit(lambda unit: open_room(unit, "nobodys", "pair", founders, "o1"))
    await pair.unit(lambda unit: open_room(unit, "group", "circle", founders, "o2"))
    await pair.say("dana", "nobodys")
    await pair.say("dana", "group")
    assert await pair.after(SOON) == []


async def test_who_may_not_come_in_any_more_is_not_told(pair: Pair) -> None:
    await pair.say()
    await pair.unit(lambda unit: accounts.disable(unit, "ana"))
    assert await pair.after(SOON) == []


async def test_two_nodes_that_see_it_at_once_tell_it_once(pair: Pair) -> None:
    await pair.say()
    pair.now += SOON
    seen = [await pair.database.read(lambda c: due(c, pair.now, to_demo=True)) for _node in range(2)]
    told: list[bool] = []
    for (one,) in seen:
        await pair.unit(lambda unit, one=one: told.append(tell_unread(unit, one.unread)))  # type: ignore[misc]
    assert told == [True, False]


async def test_while_a_device_is_told_no_mail_goes_out(pair: Pair) -> None:
    pair.told_by_push.add("ana")
    await pair.say()
    assert await pair.after(SOON) == []
    assert pair.pushed == ["ana"]
    await pair.say()
    assert await pair.after(HOUR) == []
    assert pair.pushed == ["ana"], "once, until she has read"
    pair.told_by_push.clear()
    await pair.read(2)
    await pair.say()
    assert await pair.after(SOON) == ["ana"]


async def test_the_people_of_the_demo_get_no_mail_that_leaves(pair: Pair) -> None:
    await pair.say()
    await pair.unit(lambda unit: unit.connection.execute(update(people).values(demo=True)))
    pair.flow = UnreadMail(pair.database, pair.writer, pair.clock, pair.here.__contains__, pair.push, leaves=True)
    assert await pair.after(SOON) == []


async def test_quiet_hours_are_those_that_the_person_has_chosen(pair: Pair) -> None:
    await pair.post.set_quiet("ana", Quiet(time(13), time(14, 30)))
    pair.now = at(13)
    await pair.say()
    assert await pair.after(SOON) == []
    pair.now = at(14, 29)
    assert await pair.after(0) == []
    assert await pair.after(MINUTE) == ["ana"]
    await pair.post.set_quiet("ana", Quiet(time(0), time(0)))
    await pair.read(1)
    await pair.say()
    pair.now = at(23, day=19)
    assert await pair.after(SOON) == ["ana", "ana"], "none at all"


async def test_what_the_two_have_agreed_is_quiet_too(pair: Pair) -> None:
    await pair.command("ana", ChangeAgreement("r", "a1", quiet=QuietHours("17:00", "09:00", (7,))))
    pair.now = at(17)
    await pair.say()
    assert await pair.after(SOON) == []
    pair.now = at(8, 59, day=19)
    assert await pair.after(0) == [], "later than one's own night ends"
    assert await pair.after(MINUTE) == ["ana"]
    await pair.read(1)
    pair.now = at(12, day=22)
    await pair.say()
    assert await pair.after(SOON) == ["ana"], "a Sunday"
    pair.now = at(9, day=23)
    assert await pair.after(0) == ["ana", "ana"]
