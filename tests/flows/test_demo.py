"""The demo programme in a database: put in whole, readable by its people, and not over anybody's words unasked."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec
import pytest
from sqlalchemy import func, select

from server.accounts.passwords import Passwords
from server.accounts.service import names_of
from server.accounts.tables import person as person_table
from server.contract.commands import PostMessage
from server.contract.views import Message
from server.database import Connection, Database, open_database
from server.flows.demo import DEMO_PASSWORD, DemoExists, demo_people, has_data, load_demo
from server.flows.demo.script import Line, Script, read_script
from server.flows.profiling import Said, everybody
from server.flows.rebuild import rebuild
from server.installation import installation, share_installation
from server.matching.profiles import service as profiles
from server.post.tables import mail
from server.programmes.service import managers_of, mentorship_of
from server.programmes.sight import service as sight
from server.programmes.tables import cohort, enrolment
from server.rooms import reads, tables
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.scheduling.appointments import service as appointments
from server.scheduling.availability import service as availability
from server.unit_of_work import UnitOfWork
from tests.databases import make_file
from tests.servers import PostgresServer

T = TypeVar("T")

# The spring change of Europe's clocks lies between the start and this day.
TODAY = date(2027, 4, 10)
NOW = 1_800_000_000_000


def quick_passwords() -> Passwords:
    """As real, but for the costs."""
    return Passwords(time_cost=1, memory_cost=64, parallelism=1)


def run(url: str, work: Callable[[Database], Any]) -> Any:
    async def opened() -> Any:
        database = open_database(url)
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(opened())


async def begin(database: Database) -> None:
    await database.write_once(lambda connection: share_installation(connection, NOW))


@dataclass
class Demo:
    url: str
    words: str
    seconds: float
    progress: list[tuple[int, int]]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Loaded once for each kind of database; the tests that use it only read."""
    server: PostgresServer | None = None
    if request.param == "sqlite":
        url = make_file(tmp_path_factory.mktemp("demo") / "atelje.db")
    else:
        server = request.getfixturevalue("postgres_server")
        url = server.copy_database(request.getfixturevalue("migrated_postgres"))
    progress: list[tuple[int, int]] = []

    async def load(database: Database) -> tuple[str, float]:
        await begin(database)
        start = time.monotonic()
        words = await load_demo(
            database, quick_passwords(), today=TODAY, progress=lambda done, of: progress.append((done, of))
        )
        return words, time.monotonic() - start

    words, seconds = run(url, load)
    yield Demo(url, words, seconds, progress)
    if server is not None:
        server.drop_database(url)


@pytest.fixture
async def database(demo: Demo) -> AsyncIterator[Database]:
    database = open_database(demo.url)
    yield database
    await database.close()


@pytest.fixture
async def empty(database_url: str) -> AsyncIterator[Database]:
    database = open_database(database_url)
    await begin(database)
    yield database
    await database.close()


@pytest.fixture(scope="module")
def script() -> Script:
    return read_script()


def whole_talk(connection: Connection, room: str, person: str) -> list[Message]:
    """Every message, page by page, as a member reads it."""
    opened = reads.snapshot(connection, room, person)
    assert opened is not None
    messages, earlier = list(opened.messages), opened.earlier
    while earlier:
        page = reads.page(connection, room, person, "before", messages[0].id)
        assert page is not None
        messages, earlier = page.messages + messages, page.earlier
    return messages


def wall(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone))


def last_text(line: Line) -> str | None:
    return None if line.withdrawn else [line.text, *(edit.text for edit in line.edits)][-1]


# ── what is in it ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_every_member_reads_every_message_as_the_file_has_it(database: Database, script: Script) -> None:
    for room, talk in zip(script.programme.rooms, script.talks, strict=True):
        for person in room.people:
            messages = await database.read(lambda one, key=room.key, who=person: whole_talk(one, key, who))
            assert [message.text for message in messages] == [last_text(line) for line in talk.talk]
            assert [message.author for message in messages] == [line.by for line in talk.talk]
            assert [message.number for message in messages] == list(range(1, len(talk.talk) + 1))


async def test_replies_point_to_what_they_answer(database: Database, script: Script) -> None:
    for talk in script.talks:
        messages = await database.read(lambda one, talk=talk: whole_talk(one, talk.room, talk.talk[0].by))
        texts = {message.id: message.text for message in messages}
        lines = {line.key: line for line in talk.talk if line.key}
        for line, message in zip(talk.talk, messages, strict=True):
            if line.reply_to is None:
                assert message.reply_to is None
            else:
                assert message.reply_to is not None
                assert texts[message.reply_to] == last_text(lines[line.reply_to])


async def test_every_log_has_offsets_without_a_hole_and_rising_times(database: Database, script: Script) -> None:
    for talk in script.talks:
        entries = await database.read(lambda one, room=talk.room: reads.entries_after(one, room, 0, 1_000))
        assert [entry.offset for entry in entries] == list(range(1, len(entries) + 1))
        times = [msgspec.json.decode(entry.data)["at"] for entry in entries]
        assert times == sorted(times)
        said = sum(1 + len(line.edits) + bool(line.withdrawn) for line in talk.talk)
        # A meeting is recorded and closed; times are proposed, and one is accepted.
        beside = 2 * len(talk.meetings) + len(talk.agenda) + sum(1 + bool(one.agreed) for one in talk.dates)
        assert len(entries) == 1 + said + beside


async def test_of_what_was_withdrawn_no_word_is_in_the_log(database: Database, script: Script) -> None:
    for talk in script.talks:
        entries = await database.read(lambda one, room=talk.room: reads.entries_after(one, room, 0, 1_000))
        bodies = [msgspec.json.decode(entry.data).get("body", {}) for entry in entries]
        kept = [line for line in talk.talk if line.withdrawn is None]
        versions = [text for line in kept for text in (line.text, *(edit.text for edit in line.edits))]
        assert sorted(body["text"] for body in bodies if "text" in body) == sorted(versions)


async def test_times_are_the_wall_times_of_who_wrote(database: Database, script: Script) -> None:
    for talk in script.talks:
        messages = await database.read(lambda one, talk=talk: whole_talk(one, talk.room, talk.talk[0].by))
        for line, message in zip(talk.talk, messages, strict=True):
            there = wall(message.at, script.people[line.by].zone)
            assert (there.date() - TODAY).days == line.day
            assert there.strftime("%H:%M") == line.at


async def test_unread_is_as_planned(database: Database, script: Script) -> None:
    planned = {talk.room: talk.unread for talk in script.talks}
    for room in script.programme.rooms:
        for person in room.people:
            (card,) = await database.read(lambda one, who=person: reads.cards(one, who))
            assert (card.key, card.kind) == (room.key, room.kind)
            assert card.talk - card.read == planned[room.key].get(person, 0)


async def test_the_team_counts_the_meetings_that_are_recorded(database: Database, script: Script) -> None:
    run = await database.read(lambda one: sight.run(one, script.programme.cohort.key))
    assert run is not None
    seen = await database.read(lambda one: sight.look(one, run, sight.EVERYBODY, TODAY))
    assert {one.id: one.met for one in seen.mentorships} == {talk.room: len(talk.meetings) for talk in script.talks}
    last = {talk.room: TODAY + timedelta(days=max(met.day for met in talk.meetings)) for talk in script.talks}
    assert {one.id: one.last_met for one in seen.mentorships} == last


async def test_a_draft_waits_for_who_began_it_alone(database: Database) -> None:
    hers = await database.read(lambda one: reads.snapshot(one, "p3", "zvezda"))
    theirs = await database.read(lambda one: reads.snapshot(one, "p3", "ljerka"))
    assert hers is not None
    assert theirs is not None
    assert hers.draft.startswith("Љерка, извини што молчам.")
    assert theirs.draft == ""


async def test_the_team_is_enrolled_and_manages_every_room_but_reads_none(database: Database, script: Script) -> None:
    for room in script.programme.rooms:
        found = await database.read(lambda one, key=room.key: mentorship_of(one, key))
        assert found is not None
        assert found.people == room.people
        managers = await database.read(lambda one, key=room.key: managers_of(one, key))
        # Each is of people of two organisations, so that none is a partner's alone.
        assert managers == ("vesna",)
        for manager in managers:
            assert await database.read(lambda one, key=room.key, who=manager: reads.snapshot(one, key, who)) is None
    this_year = select(enrolment.c.person, enrolment.c.role).where(enrolment.c.cohort_id == script.programme.cohort.key)
    enrolled = await database.read(lambda one: set(one.execute(this_year).all()))
    assert enrolled == {(person.key, person.role) for person in script.programme.people}


def first_day(connection: Connection) -> str:
    """Of the year that goes on."""
    return connection.execute(select(cohort.c.start).where(cohort.c.state == "running")).scalar_one()


async def test_the_cohort_starts_as_many_days_before_today_as_in_the_file(database: Database) -> None:
    start = await database.read(first_day)
    assert (TODAY - date.fromisoformat(start)).days == 46


async def test_people_have_their_names_addresses_and_a_place_in_the_list(database: Database, script: Script) -> None:
    people = await database.read(demo_people)
    assert [person.key for person in people] == [person.key for person in script.programme.people]
    assert (people[0].name, people[0].role, people[0].place) == ("Ђорђе Љубинковић", "mentee", "Ужице")
    assert {person.email for person in people} == {f"{person.key}@example.org" for person in people}
    names = await database.read(lambda one: names_of(one, {person.key for person in people}))
    assert names == {person.key: person.name for person in people}


async def test_everybody_signs_in_with_the_same_password_as_a_demo_person(database: Database) -> None:
    rows = await database.read(
        lambda one: one.execute(select(person_table.c.password_hash, person_table.c.demo, person_table.c.zone)).all()
    )
    (hashed,) = {row.password_hash for row in rows}
    assert all(row.demo for row in rows)
    assert await quick_passwords().verify(hashed, DEMO_PASSWORD)


# ── the year whose pairs are looked for ───────────────────────────────────────────────────────────────────────────────


async def test_everybody_of_both_years_has_said_what_they_look_for(database: Database) -> None:
    for run, mentees, mentors in (("krugovi-2026", 9, 7), ("krugovi-druga", 10, 8)):
        found = await database.read(lambda one, run=run: everybody(one, run))
        assert Counter(one.profile.role for one in found) == {"mentee": mentees, "mentor": mentors}
        assert [one.part.person for one in found if profiles.missing(one.profile)] == []
        assert all(one.profile.goals and one.profile.back for one in found)


async def test_each_pair_of_this_year_fits_by_what_was_said(database: Database, script: Script) -> None:
    said = {one.part.person: one.profile for one in await database.read(lambda c: everybody(c, "krugovi-2026"))}
    for room in script.programme.rooms:
        for mentee, mentor in product(room.mentees, room.mentors):
            wants, gives = said[mentee], said[mentor]
            assert set(wants.skills) & set(gives.skills), room.key
            assert set(wants.back) & set(gives.back), room.key
            spoken, heard = profiles.understood(wants.languages), profiles.understood(gives.languages)
            assert max(min(level, heard.get(one, 0)) for one, level in spoken.items()) >= 3, room.key


async def test_a_round_of_the_second_year_has_something_to_decide(database: Database) -> None:
    """Everybody could walk with somebody, some with one alone, and not everybody with whom they would like best."""
    found = await database.read(lambda one: everybody(one, "krugovi-druga"))
    mentees = [one for one in found if one.profile.role == "mentee"]
    mentors = [one for one in found if one.profile.role == "mentor"]
    assert sum(one.profile.capacity for one in mentors) >= len(mentees)
    could = {
        wanting.part.person: {giving.part.person for giving in mentors if fits(wanting, giving)} for wanting in mentees
    }
    assert all(could.values()), could
    assert min(map(len, could.values())) <= 2 < max(map(len, could.values())), could
    assert len({min(names) for names in could.values()}) > 1
    hours = await database.read(lambda one: availability.said_by(one, could.keys()))
    assert could.keys() - hours.keys() == {"ante"}, "who gave no hours rules nobody out"


def fits(wanting: Said, giving: Said) -> bool:
    """In words of its own."""
    a, b = wanting.profile, giving.profile
    speak, hear = profiles.understood(a.languages), profiles.understood(b.languages)
    return (
        any(min(level, hear.get(one, 0)) >= 3 for one, level in speak.items())
        and (wanting.part.organisation is None or wanting.part.organisation != giving.part.organisation)
        and b.person not in a.excludes
        and a.person not in b.excludes
        and set(a.requires) <= set(b.traits)
        and set(b.requires) <= set(a.traits)
        and bool(set(a.skills) & set(b.skills))
    )


class Enough(Exception):
    pass


def followed(connection: Connection) -> list[Any]:
    columns = tables.message.c
    messages = connection.execute(select(tables.message).order_by(columns.room_id, columns.first)).all()
    heads = connection.execute(select(tables.room_head).order_by(tables.room_head.c.room_id)).all()
    return [*messages, *heads]


async def test_what_follows_from_the_log_is_what_a_rebuild_makes_of_it(database: Database) -> None:
    def compare(connection: Connection) -> None:
        before = followed(connection)
        rebuild(connection)
        assert followed(connection) == before
        raise Enough  # the transaction is thrown away

    with pytest.raises(Enough):
        await database.write_once(compare)


def test_progress_is_told_step_by_step_up_to_the_end(demo: Demo) -> None:
    of = len(demo.progress)
    assert demo.progress == [(done, of) for done in range(1, of + 1)]
    assert of > 361


def test_loading_takes_seconds(demo: Demo) -> None:
    assert demo.seconds < 10
    assert demo.words == "The demo programme is in: 24 people, 7 rooms, 361 messages."


# ── over what is there ────────────────────────────────────────────────────────────────────────────────────────────────


def count_of_messages(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(tables.message)).scalar_one()


def post(connection: Connection, text: str) -> None:
    command = PostMessage("p1", "c-1", text)
    Rooms().execute(UnitOfWork(connection, NOW), RoomCommand("djordje", command, digest(command)))


async def test_data_is_kept_unless_replacing_was_asked_for(empty: Database) -> None:
    assert not await empty.read(has_data)
    assert await empty.read(demo_people) == []
    await load_demo(empty, quick_passwords(), today=TODAY)
    assert await empty.read(has_data)
    await empty.write_once(lambda one: post(one, "Овде сам."))
    with pytest.raises(DemoExists, match="--replace"):
        await load_demo(empty, quick_passwords(), today=TODAY)
    assert await empty.read(count_of_messages) == 362

    epoch = await empty.read(lambda one: one.execute(select(installation.c.epoch)).scalar_one())
    words = await load_demo(empty, quick_passwords(), today=date(2026, 11, 20), replace=True)
    assert words.startswith("Thrown away: 41 people, 7 rooms, 362 messages. The demo programme is in:")
    assert await empty.read(count_of_messages) == 361
    # Offsets that clients may remember were given again, to other words.
    assert await empty.read(lambda one: one.execute(select(installation.c.epoch)).scalar_one()) != epoch


async def test_a_load_that_breaks_off_leaves_nothing(empty: Database) -> None:
    def give_up(done: int, of: int) -> None:
        if done == of // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await load_demo(empty, quick_passwords(), today=TODAY, progress=give_up)
    assert not await empty.read(has_data)
    assert await empty.read(count_of_messages) == 0


async def test_without_a_day_today_is_the_home_zones(empty: Database) -> None:
    """At 23:30 UTC on 9 April it is the 10th in Belgrade."""
    late = int(datetime(2027, 4, 9, 23, 30, tzinfo=UTC).timestamp()) * 1000
    await load_demo(empty, quick_passwords(), clock=lambda: late)
    start = await empty.read(first_day)
    assert date.fromisoformat(start) == date(2027, 2, 23)


async def test_a_date_is_agreed_on_another_waits_and_no_mail_of_them_does(database: Database, script: Script) -> None:
    (agreed,) = [talk for talk in script.talks if any(one.agreed for one in talk.dates)]
    (waits,) = [talk for talk in script.talks if any(not one.agreed for one in talk.dates)]
    found = await database.read(lambda one: appointments.of_rooms(one, [agreed.room, waits.room], 0))
    assert [(one.room, one.start) for one in found] == [
        (agreed.room, agreed.dates[0].starts[0].in_zone(script.people[agreed.dates[0].by].zone, TODAY))
    ]
    mails = await database.read(lambda one: [row.state for row in one.execute(select(mail))])
    assert set(mails) == {"failed"}
