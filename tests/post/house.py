"""The post without a server around it: empty tables, the real writer, a clock to turn by hand."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from server.config import Config, read_config
from server.database import Database, open_database
from server.post import tables
from server.post.model import Mail, Template
from server.post.rules import ORGANISER, ORIGIN
from server.post.service import Post, enqueue
from server.publication import Announcement
from server.unit_of_work import Outcome, UnitOfWork, Writer

KEY = b"k" * 32

NOON = 1_794_999_600_000
"""ms; 12:00 of 18 November 2026 in Ljubljana."""

CALENDAR = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"ORGANIZER:mailto:{ORGANISER}",
        f"URL:{ORIGIN}/room/p2",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)
DATE = {"people": "Благица", "start": NOON + 86_400_000, "link": "/room/p2", "calendar": CALENDAR}
REMINDER = {"people": "Благица", "start": NOON + 86_400_000, "link": "/room/p2"}

VALUES: dict[Template, dict[str, str | int]] = {
    "interview_asked": {"title": "Отворен повик", "link": "/interview/x.y"},
    "interview_answered": {"link": "/choosing/c"},
    "outcome": {
        "name": "Ана",
        "title": "За Вашата пријава",
        "words": "Благодариме.\n\nСо почит",
        "tongue": "mk",
        "call": "Отворен повик",
    },
    "invitation": {"inviter": "Vera", "link": "/invitation#tttt", "until": NOON + 7 * 86_400_000},
    "password_reset": {"link": "/reset#tttt", "until": NOON + 3_600_000},
    "sign_in_link": {"link": "/come-in#tttt", "until": NOON + 900_000},
    "address_confirm": {"link": "/address#tttt", "until": NOON + 86_400_000},
    "address_changed": {},
    "password_changed": {},
    "second_factor_changed": {},
    "unread": {"sender": "Благица", "link": "/room/p2"},
    "enrolled": {"inviter": "Љупчо Ѓаковски", "programme": "Јужен прозорец", "link": "/"},
    "welcome": {"programme": "Јужен прозорец", "people": "Благица, Bor", "link": "/room/p2"},
    "talk_wanted": {"link": "/"},
    "report_received": {"link": "/shown"},
    "quiet_one": {"link": "/room/p2"},
    "quiet_all": {"link": "/room/p2"},
    "bulletin": {
        "title": "Завршна средба",
        "words": "Во сабота во десет.\n\nДонесете добра волја.",
        "tongue": "mk",
        "author": "Љупчо",
        "programme": "Кругови",
        "link": "/",
    },
    "alumni": {"programme": "Кругови", "link": "/me", "until": NOON + 30 * 86_400_000},
    "dates_agreed": {**DATE, "more": 0, "many": 0},
    "date_moved": {**DATE, "before": NOON, "more": 0, "many": 0},
    "date_cancelled": {**DATE, "more": 0, "many": 0},
    "date_without_you": {**DATE, "more": 0},
    "date_declined": {**DATE, "more": 0},
    "date_ahead": REMINDER,
    "date_soon": REMINDER,
    "date_asked": {"sender": "Благица", "link": "/room/p2"},
    "proposal_asked": {"programme": "Кругови", "link": "/proposal/a"},
    "proposal_waits": {"programme": "Кругови", "link": "/proposal/a"},
    "proposal_answered": {"programme": "Кругови", "link": "/proposal/a"},
    "pool_asked": {"inviter": "Љупчо", "programme": "Кругови", "link": "/"},
    "times_asked": {"inviter": "Љупчо", "title": "Работилница", "link": "/times/a.b.c"},
    "application_begun": {"title": "Кругови: отворен повик", "deadline": NOON + 86_400_000, "link": "/apply/x"},
    "application_sent": {"title": "Кругови: отворен повик", "deadline": NOON + 86_400_000, "link": "/apply/x"},
    "application_link": {"title": "Кругови: отворен повик", "link": "/apply/x"},
    "application_withdrawn": {"title": "Кругови: отворен повик"},
    "call_extended": {"title": "Кругови: отворен повик", "deadline": NOON + 86_400_000, "link": "/apply/x"},
}


def a_mail(template: Template = "sign_in_link", **facts: Any) -> Mail:
    given = {"address": "nika@people.example", "language": "sl", "zone": "Europe/Ljubljana", "person": "nika"}
    return Mail(template, **({"values": VALUES[template]} | given | facts))


class NoLane:
    def commit(self, _unit: UnitOfWork, commands: Sequence[Any]) -> list[Outcome]:
        raise AssertionError("the post appends nothing")


class NoEars:
    def stage(self, announcements: Sequence[Announcement]) -> None:
        assert not announcements

    def flush(self) -> None: ...


@dataclass(slots=True)
class House:
    """`now` is the time of day in ms."""

    database: Database
    config: Config
    now: int = NOON
    writer: Writer[Any] = field(init=False)
    post: Post = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Writer(self.database.writer, NoLane(), NoEars(), lambda: self.now)
        self.post = self.build(self.config)

    def build(self, config: Config) -> Post:
        """The post under another configuration, on the same database."""
        return Post(self.database, self.writer, lambda: self.now, config, KEY, chance=lambda: 0.5)

    async def enqueue(self, *mails: Mail) -> list[str]:
        return await self.writer.run(lambda unit: [enqueue(unit, one) for one in mails])

    async def rows(self, table: Table = tables.mail) -> list[Any]:
        return await self.database.read(lambda c: list(c.execute(table.select().order_by(*table.primary_key))))

    async def row(self) -> Any:
        (row,) = await self.rows()
        return row


def settings(**environment: str) -> Config:
    named = {f"ATELJE_{name}": value for name, value in environment.items()}
    return read_config(named, default_data=Path("data"), web=Path("web"))


@contextlib.asynccontextmanager
async def open_house(database_url: str, **environment: str) -> AsyncIterator[House]:
    database = open_database(database_url)
    house = House(database, settings(DATABASE_URL=database_url, **environment))
    house.writer.start()
    try:
        yield house
    finally:
        await house.writer.close()
        await database.close()
