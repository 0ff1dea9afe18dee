"""The first thirty days of the demo's run, lived through by the hour: what is said and recorded as its script has it, a
date agreed on before each meeting, gatherings planned, announcements by day and by night; and what came by mail."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest

from server import timer
from server.accounts.passwords import Passwords
from server.app import build
from server.config import read_config
from server.contract.commands import MarkRead
from server.database import open_database
from server.flows.demo.loading import _Act, _Loading
from server.flows.demo.script import Met, Proposed, Script, Talk, Wanted, read_script
from server.installation import share_installation
from server.post.letter import as_text
from server.post.model import Mail
from server.post.rules import DAILY, GATHERING, is_quiet
from server.post.wording import word
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.timer import Chore
from server.unit_of_work import UnitOfWork
from tests.databases import make_file
from tests.flows.office import Clock, Office

TODAY = date(2026, 11, 20)
"""The clocks are put back within these days."""
DAYS = 30
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
CANARY = "Канаринац canary"
AT_MOST = 16
HOURLY = ("bulletins", "unread", "reminders", "mail")
RARELY = ("groups", "gatherings", "deputies", "silence")
"""What the server does by itself and has a part in this, in this order; the latter every six hours, to be quick."""


class Month:
    def __init__(self, office: Office, script: Script, chores: Sequence[Chore]) -> None:
        self.office, self.script = office, script
        self.chores = {one.name: one.work for one in chores}
        self.playing = _Loading(script, TODAY, "", lambda _done, _of: None)
        self.offsets: dict[str, dict[int, int]] = defaultdict(dict)

    async def open(self) -> None:
        def work(unit: UnitOfWork) -> None:
            self.playing._enrol_all(unit)
            for room in self.script.programme.rooms:
                self.playing._open(unit.connection, room)

        self.office.clock.now = self.begins
        await self.office.unit(work)

    @property
    def begins(self) -> int:
        return self.playing._at_home(self.script.programme.cohort.opened)

    async def live(self) -> None:
        """Hour by hour, whatever comes within it first, then what the server does by itself."""
        acts = [(act.at, talk, act) for talk in self.script.talks for act in self.playing._acts(talk)]
        agreed = [(act.at - 3 * DAY, talk, act.what) for _, talk, act in acts if isinstance(act.what, Met)]
        waiting = sorted([*acts, *agreed], key=lambda one: one[0])
        for hour in range(DAYS * 24):
            until = self.begins + hour * HOUR
            while waiting and waiting[0][0] <= until:
                at, talk, what = waiting.pop(0)
                self.office.clock.now = max(at, self.begins)
                await (self._act(talk, what) if isinstance(what, _Act) else self._agree(talk, what))
            self.office.clock.now = until
            await self._lead(hour)
            for name in (*(RARELY if hour % 6 == 0 else ()), *HOURLY):
                await self.chores[name]()

    async def _act(self, talk: Talk, act: _Act) -> None:
        places = {line.key: place for place, line in enumerate(talk.talk) if line.key}
        offsets = self.offsets[talk.room]

        def work(unit: UnitOfWork) -> None:
            if isinstance(act.what, Met | Wanted | Proposed):
                self.playing._stand_beside(unit, talk.room, act.what)
                return
            by = talk.talk[act.place].by
            command = self.playing._command(talk.room, act, offsets, places)
            accepted = self.playing.rooms.execute(unit, RoomCommand(by, command, digest(command)))
            if accepted.offset is not None:
                offsets.setdefault(act.place, accepted.offset)
            # Who writes has read.
            self.playing.rooms.mark_read(unit, by, MarkRead(talk.room, len(offsets)))

        await self.office.unit(work)

    async def _agree(self, talk: Talk, met: object) -> None:
        """On a date at the time of the meeting that was recorded, with words that stay in the room."""
        assert isinstance(met, Met)
        zone = self.script.people[met.by].zone
        start = met.in_zone(zone, TODAY) - met.minutes * MINUTE
        other = next(line.by for line in talk.talk if line.by != met.by)
        said = {"room": talk.room, "starts": [start], "minutes": met.minutes, "zone": zone}
        words = {"words": CANARY, "place": "address", "address": CANARY}
        made = await self.office.post(met.by, "/rpc/room.propose_times", self._id() | said | words)
        accepted = {"room": talk.room, "item": made["offset"], "start": start}
        await self.office.post(other, "/rpc/room.accept_time", self._id() | accepted)

    async def _lead(self, hour: int) -> None:
        """The calendar on the second day; each week three announcements on a day and one in a night."""
        run = f"/cohorts/{self.script.programme.cohort.key}"
        if hour == 26:
            there = await self.office.get("vesna", f"{run}/calendar")
            extra = {"kind": "workshop", "whom": "all", "day": self._day(12), "time": "18:00"}
            await self.office.put(
                "vesna", f"{run}/calendar", {"version": there["version"], "dates": [*there["dates"], extra]}
            )
        if hour % (7 * 24) in (50, 52, 53, 110):
            texts = {"sr-Latn": {"title": "Novosti", "words": "Vidimo se."}}
            wanted = self._id() | {"to": "all", "texts": texts}
            await self.office.post("vesna", f"{run}/bulletins", wanted)

    def _day(self, number: int) -> str:
        begins = datetime.fromtimestamp(self.begins / 1000, ZoneInfo("Europe/Belgrade")).date()
        return (begins + timedelta(days=number)).isoformat()

    def _id(self) -> dict[str, Any]:
        return {"command_id": self.office.id()}


@pytest.fixture
async def month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Month]:
    found: list[Chore] = []

    async def hold(chores: Sequence[Chore]) -> None:
        found.extend(chores)
        await asyncio.Event().wait()

    monkeypatch.setattr(timer, "run", hold)
    url = make_file(tmp_path / "atelje.db")
    settings = {"ATELJE_LIMITS": "off", "ATELJE_DATA": str(tmp_path), "ATELJE_DATABASE_URL": url}
    config = read_config(settings, default_data=tmp_path, web=tmp_path)
    database, clock = open_database(url), Clock()
    passwords = Passwords(time_cost=1, memory_cost=8, parallelism=1)
    installation = await database.write_once(lambda connection: share_installation(connection, clock.now))
    product = build(config, database, installation, passwords, lambda: clock.now)
    transport = httpx2.ASGITransport(app=product.app)
    async with (
        httpx2.AsyncClient(transport=transport, base_url=config.url) as client,
        product.app.router.lifespan_context(product.app),
    ):
        await asyncio.sleep(0)
        yield Month(Office(product, client, url, clock), read_script(), found)


@pytest.mark.timeout(300)
async def test_the_first_thirty_days_bring_few_mails_none_of_them_at_night_and_no_word_of_a_room(month: Month) -> None:
    await month.open()
    await month.live()
    people = month.script.people
    rows = [row for row in await month.office.mails() if row.ended_at is not None and row.state == "caught"]
    templates = Counter(row.template for row in rows)
    for needed in ("dates_agreed", "date_ahead", "date_soon", "bulletin", "unread"):
        assert templates[needed], f"{needed} does not come: {templates}"

    gathered = {
        person: len({row.ended_at for row in rows if row.person == person and row.template in DAILY})
        for person in people
    }
    assert max(gathered.values()) <= AT_MOST, sorted(gathered.values())
    assert sum(gathered.values()) > len(people), "and there were some"
    for row in rows:
        if row.template in GATHERING | DAILY:
            assert not is_quiet(row.ended_at, people[row.person].zone), (row.template, row.person)

    said = {line.text for talk in month.script.talks for line in talk.talk} | {CANARY, *CANARY.split()}
    said |= {point.title for talk in month.script.talks for point in talk.agenda}
    for row in rows:
        text = as_sent(row)
        assert not [words for words in said if len(words) > 5 and (words in text or json.dumps(words)[1:-1] in text)]


def as_sent(row: Any) -> str:
    """All that is in a mail, and what was kept to write it."""
    told = Mail(row.template, row.address, row.language, row.zone, row.person, json.loads(row.facts))
    wording = word(told, row.created_at, "https://rooms.example", "")
    return f"{wording.subject}\n{as_text(wording)}\n{row.facts}"
