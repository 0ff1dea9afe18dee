"""What is planned for hundreds is told to them some at a time: each once, as it is then, and nobody what is not so any
more."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event

from server.accounts.model import NewPerson
from server.accounts.service import add_people
from server.flows import guests
from server.programmes.gatherings.tables import outdated_guest
from server.programmes.model import Enrolment
from server.programmes.service import enrol
from server.scheduling.reminders.tables import reminder
from server.unit_of_work import UnitOfWork
from tests.flows.office import COORDINATOR, DAY, LEAD, RUN, Office, open_office
from tests.flows.test_gatherings import at, look_after, plan, planned, stored
from tests.servers import PostgresServer

ROWS = 2_000
"""That one transaction may write, however many people a run has."""


async def bring(office: Office, count: int) -> list[str]:
    """So many more mentees."""
    ids = [f"p{number:03}" for number in range(count)]

    def work(unit: UnitOfWork) -> None:
        zone = "Europe/Belgrade"
        add_people(unit, [NewPerson(id, f"Osoba {id}", f"{id}@people.example", "hr", zone, None) for id in ids])
        for id in ids:
            enrol(unit, Enrolment(id, RUN, "mentee", LEAD))

    await office.unit(work)
    return ids


def workshops(count: int, month: str = "2027-01", **more: Any) -> list[dict[str, Any]]:
    return [planned("workshop", "all", f"{month}-{day:02}", **more) for day in range(1, count + 1)]


async def told(office: Office) -> list[tuple[str, str, int, str]]:
    """To whom, by which mail, of which first start, and whether it went out."""
    found = []
    for row in await office.mails():
        if row.template.startswith("date"):
            facts = {} if row.facts is None else json.loads(row.facts)
            found.append((row.person, row.template, facts.get("start", 0), row.state))
    return found


async def follow_once(office: Office) -> set[str]:
    """Who is told by one transaction of the chore, whose mails go out."""
    assert await office.unit(guests.follow_some)
    await office.product.post.send_all()
    return {person for person, *_ in await told(office)}


@contextlib.contextmanager
def written(office: Office) -> Iterator[list[int]]:
    """How many rows each transaction has written meanwhile."""
    engine = office.database.writer
    assert isinstance(engine, Engine)
    counts = [0]

    def count(_connection: Any, cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            counts[-1] += max(cursor.rowcount, len(parameters) if many else 0)

    def commit(_connection: Any) -> None:
        counts.append(0)

    event.listen(engine, "after_cursor_execute", count)
    event.listen(engine, "commit", commit)
    try:
        yield counts
    finally:
        event.remove(engine, "after_cursor_execute", count)
        event.remove(engine, "commit", commit)


async def test_no_transaction_writes_more_rows_however_many_people_follow(office: Office) -> None:
    people = await bring(office, 300)
    with written(office) as counts:
        kept = await plan(office, *workshops(20), sent=False)
        await look_after(office)
        assert max(counts) < ROWS
        assert sum(counts) > 300 * 20 * 3, "they are all there: as guests, with two reminders each"
        await plan(office, *({**one, "time": "19:00"} for one in kept), sent=False)
        await look_after(office)
        await plan(office, sent=False)
        await look_after(office)
        assert max(counts) < ROWS
    assert await office.rows(outdated_guest) == []
    assert await office.rows(reminder) == []
    assert {guest.person for guest in (await stored(office, kept[0]["id"])).guests} >= set(people)


async def test_what_was_moved_before_somebody_heard_of_it_is_told_them_as_it_is(office: Office) -> None:
    people = await bring(office, 40)
    (one,) = await plan(office, planned("workshop", "all", "2027-01-12"))
    early = await follow_once(office)
    assert 0 < len(early) < len(people)
    (moved,) = await plan(office, {**one, "day": "2027-01-19"}, sent=False)
    await look_after(office)
    new = at("2027-01-19")
    heard = [each for each in await told(office) if each[2] == new]
    assert Counter(each[1] for each in heard if each[0] in early) == {"date_moved": len(early)}
    assert Counter(each[1] for each in heard if each[0] not in early) == {"dates_agreed": 51 - len(early)}
    assert {guest.known_start for guest in (await stored(office, moved["id"])).guests} == {new}


async def test_what_was_taken_back_before_somebody_heard_of_it_is_told_to_them_never(office: Office) -> None:
    await bring(office, 40)
    kept = await plan(office, *workshops(2))
    early = await follow_once(office)
    await plan(office)
    await look_after(office)
    assert {each[0] for each in await told(office)} == early
    assert {each[1] for each in await told(office)} == {"dates_agreed", "date_cancelled"}
    assert await office.rows(reminder) == []
    assert await office.rows(outdated_guest) == []
    assert {(await stored(office, one["id"])).state for one in kept} == {"cancelled"}


async def test_a_server_that_dies_in_between_goes_on_where_it_was(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bring(office, 40)
    await plan(office, *workshops(2))

    def dies(*_given: Any) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(guests, "settle", dies)
        with pytest.raises(RuntimeError):
            await look_after(office)
    assert len(await office.rows(outdated_guest)) == 51, "nobody is lost"
    await follow_once(office)
    await look_after(office)
    await look_after(office)
    assert Counter(each[0] for each in await told(office)).most_common(1)[0][1] == 1
    assert len(await told(office)) == 51


async def test_who_answers_before_they_are_told_says_so_of_the_new_time(office: Office) -> None:
    await bring(office, 40)
    (one,) = await plan(office, planned("workshop", "all", "2027-01-12"))
    await look_after(office)
    await office.product.post.send_all()
    (moved,) = await plan(office, {**one, "day": "2027-01-19"}, sent=False)
    assert any(row.person == "zvezda" for row in await office.rows(outdated_guest)), "she comes last"
    await office.post("zvezda", f"/gatherings/{moved['id']}/answer", {"coming": True})
    await look_after(office)
    answers = {guest.person: guest.answer for guest in (await stored(office, moved["id"])).guests}
    assert answers.pop("zvezda") == "ACCEPTED"
    assert set(answers.values()) == {"NEEDS-ACTION"}
    hers = [each[1:] for each in await told(office) if each[0] == "zvezda"]
    assert hers == [("dates_agreed", at("2027-01-12"), "caught"), ("date_moved", at("2027-01-19"), "waiting")]


@pytest.mark.postgres
async def test_two_nodes_tell_each_person_once(
    postgres_server: PostgresServer, founded_postgres: str, tmp_path: Path
) -> None:
    url = postgres_server.copy_database(founded_postgres)
    for node in ("one", "other"):
        (tmp_path / node).mkdir()
    async with open_office(url, tmp_path / "one") as one, open_office(url, tmp_path / "other") as other:
        await bring(one, 60)
        kept = await plan(one, *workshops(3), sent=False)
        moving = plan(other, *({**each, "time": "19:00"} for each in kept), sent=False)
        await asyncio.gather(look_after(one), look_after(other), moving)
        await asyncio.gather(*(look_after(node) for node in (one, other, one, other)))
        there = await stored(one, kept[0]["id"])
        assert len(there.guests) == 71
        assert {guest.known_start for guest in there.guests} == {at("2027-01-01", "19:00")}
        waiting = [each for each in await told(one) if each[3] == "waiting"]
        assert Counter(each[0] for each in waiting) == Counter(guest.person for guest in there.guests)
        assert {each[1:3] for each in waiting} == {("dates_agreed", at("2027-01-01", "19:00"))}
        assert await one.rows(outdated_guest) == []
    postgres_server.drop_database(url)


# ── at night ──────────────────────────────────────────────────────────────────────────────────────────────────────────

NIGHT, MORNING = at("2026-11-18", "23:30"), at("2026-11-19", "08:00")


async def waits_until(office: Office, person: str) -> list[tuple[str, str]]:
    here = ZoneInfo("Europe/Belgrade")
    waiting = [row for row in await office.mails() if row.person == person and row.state == "waiting"]
    return [(row.template, f"{datetime.fromtimestamp(row.due_at / 1000, here):%d %H:%M}") for row in waiting]


async def test_a_plan_that_is_made_at_night_is_told_in_the_morning(office: Office) -> None:
    office.clock.now = NIGHT
    await plan(office, *workshops(2))
    assert await waits_until(office, "nika") == [("dates_agreed", "19 08:00")]
    office.clock.now = MORNING
    await office.product.post.send_all()
    assert await waits_until(office, "nika") == []


async def test_what_begins_within_a_day_and_what_is_moved_is_told_at_any_hour(office: Office) -> None:
    (later,) = await plan(office, planned("workshop", "all", "2027-01-12"))
    office.clock.now = NIGHT
    office.tokens.clear()
    kept = await plan(office, later, planned("workshop", "mentors", "2026-11-19"), sent=False)
    assert await waits_until(office, "ines") == [("dates_agreed", "18 23:30")]
    await plan(office, *({**one, "time": "19:00"} for one in kept if one["id"] == later["id"]), sent=False)
    assert ("date_moved", "18 23:30") in await waits_until(office, "nika")


async def test_what_waits_for_the_morning_is_called_back_whole_and_told_as_it_is_then(office: Office) -> None:
    """One mail tells of three dates: one of them is moved, and she does not come to another."""
    office.clock.now = NIGHT
    first, second, third = await plan(office, *workshops(3))
    await plan(office, first, {**second, "time": "20:00"}, third)
    assert await waits_until(office, "nika") == [("dates_agreed", "19 08:00")]
    (mail,) = [row for row in await office.mails() if row.person == "nika" and row.state == "waiting"]
    facts = json.loads(mail.facts)
    assert facts["more"] == 2
    assert "DTSTART;TZID=Europe/Belgrade:20270102T200000" in facts["calendar"]
    await office.post("nika", f"/gatherings/{third['id']}/answer", {"coming": False})
    assert sorted(await waits_until(office, "nika")) == [("date_declined", "18 23:30"), ("dates_agreed", "19 08:00")]
    waiting = [row for row in await office.mails() if row.person == "nika" and row.state == "waiting"]
    (facts,) = [json.loads(row.facts) for row in waiting if row.template == "dates_agreed"]
    assert facts["more"] == 1
    assert third["id"] not in facts["calendar"]


async def test_who_is_called_off_at_night_hears_of_no_date_in_the_morning(office: Office) -> None:
    office.clock.now = NIGHT
    first, second = await plan(office, *workshops(2))
    await plan(office, {**first, "called_off": True}, {**second, "called_off": True})
    office.clock.now = MORNING + DAY
    await office.product.post.send_all()
    assert {each[1] for each in await told(office) if each[3] == "caught"} == {"date_cancelled"}
    assert COORDINATOR in {each[0] for each in await told(office)}
