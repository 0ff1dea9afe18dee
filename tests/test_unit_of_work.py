"""The one writer: group commit, its bound, faults of one and of all, and what is told when the database goes away."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, Text, event, func, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from server import unit_of_work
from server.contract.commands import Accepted, MarkRead
from server.database import Database, empty_journal, open_database
from server.errors import Refused
from server.publication import Announcement, LoginsEnded
from server.rooms import reads
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.unit_of_work import Outcome, UnitOfWork, Writer, _Sweep
from tests.rooms.house import Ears, open_house
from tests.servers import PostgresServer
from tests.waiting import until

paper = MetaData()
line = Table("line", paper, Column("number", Integer, primary_key=True), Column("text", Text, nullable=False))


class Lines:
    """A lane that writes what it is given, in one statement; `refused` is refused alone. What is `away` fails as if the
    database did."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.away: set[str] = set()
        self.error: type[DBAPIError] = OperationalError

    def commit(self, unit: UnitOfWork, commands: Sequence[str]) -> list[Outcome]:
        if self.away.intersection(commands):
            raise self.error("INSERT", {}, Exception("away"))
        self.batches.append(list(commands))
        accepted = [text for text in commands if text != "refused"]
        if accepted:
            unit.connection.execute(insert(line), [{"text": text} for text in accepted])
        for text in accepted:
            unit.announce(said(text))
        return [Refused("not_found") if text == "refused" else text for text in commands]


def said(text: str) -> Announcement:
    return LoginsEnded((text,))


def write(text: str, number: int | None = None) -> Callable[[UnitOfWork], str]:
    def unit(unit: UnitOfWork) -> str:
        unit.connection.execute(insert(line), {"text": text} | ({} if number is None else {"number": number}))
        unit.announce(said(text))
        return text

    return unit


class Desk:
    """A writer of lines with its ears and answers; `transactions` counts the commits of its database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.lane = Lines()
        self.ears = Ears()
        self.answers: list[Outcome] = []
        self.writer: Writer[str] = Writer(database.writer, self.lane, self.ears, lambda: 7)
        self.transactions = 0
        engine = getattr(database.writer, "sync_engine", database.writer)
        event.listen(engine, "commit", self._count)

    def _count(self, _connection: Connection) -> None:
        self.transactions += 1

    def append(self, text: str, sender: str | None = None) -> None:
        self.writer.append(text, self.answered, sender)

    def submit(self, unit: Callable[[UnitOfWork], Any]) -> None:
        self.writer.submit(unit, self.answered)

    def answered(self, outcome: Outcome) -> None:
        self.answers.append(outcome)
        self.ears.log.append("answer")

    @property
    def codes(self) -> list[Any]:
        return [one.code if isinstance(one, Refused) else one for one in self.answers]

    async def lines(self) -> list[str]:
        return await self.database.read(
            lambda c: list(c.execute(select(line.c.text).order_by(line.c.number)).scalars())
        )

    async def heard(self) -> list[str]:
        return [login for one in self.ears.heard if isinstance(one, LoginsEnded) for login in one.logins]


@asynccontextmanager
async def open_desk(url: str) -> AsyncIterator[Desk]:
    database = open_database(url)
    try:
        await database.write_once(paper.create_all)
        yield Desk(database)
    finally:
        await database.close()


@pytest.fixture
async def desk(empty_database_url: str) -> AsyncIterator[Desk]:
    async with open_desk(empty_database_url) as desk:
        yield desk
        await desk.writer.close()


# ── group commit ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_all_that_waits_is_one_transaction(desk: Desk) -> None:
    for number in range(100):
        desk.append(str(number))
    desk.writer.start()
    await desk.writer.close()
    assert desk.transactions == 1
    assert desk.answers == await desk.lines() == [str(number) for number in range(100)]


async def test_a_batch_is_bounded(desk: Desk) -> None:
    for number in range(600):
        desk.append(str(number))
    desk.writer.start()
    await desk.writer.close()
    assert [len(batch) for batch in desk.lane.batches] == [256, 256, 88]
    assert len(desk.answers) == 600


async def test_one_command_alone_is_committed_at_once(desk: Desk) -> None:
    desk.writer.start()
    desk.append("alone")
    await until(lambda: desk.answers == ["alone"])
    assert desk.transactions == 1


async def test_it_is_announced_after_the_commit_and_before_the_answers(desk: Desk) -> None:
    stored_when_staged: list[list[str]] = []
    stage = desk.ears.stage

    def look_and_stage(announcements: Sequence[Announcement]) -> None:
        # On another connection: what it sees is committed.
        with sqlite3.connect(str(desk.database.writer.url.database)) as other:
            stored_when_staged.append([row[0] for row in other.execute("SELECT text FROM line")])
        other.close()
        stage(announcements)

    if not str(desk.database.writer.url).startswith("sqlite"):
        look_and_stage = stage
    desk.ears.stage = look_and_stage  # type: ignore[method-assign]
    desk.append("a")
    desk.append("b")
    desk.writer.start()
    await desk.writer.close()
    assert desk.ears.log == ["stage 2", "answer", "answer", "flush"]
    assert stored_when_staged in ([["a", "b"]], [])
    assert await desk.heard() == ["a", "b"]


async def test_a_unit_gives_its_result_and_its_time(desk: Desk) -> None:
    desk.writer.start()
    assert await desk.writer.run(lambda unit: unit.now) == 7
    assert await desk.writer.run(write("x")) == "x"
    with pytest.raises(Refused):
        await desk.writer.run(refuse)


def refuse(unit: UnitOfWork) -> None:
    write("never")(unit)
    raise Refused("not_found")


async def test_who_stops_waiting_does_not_stop_the_unit(desk: Desk) -> None:
    async def wait(of: Awaitable[str]) -> str:
        return await of

    waiting = asyncio.create_task(wait(desk.writer.run(write("kept"))))
    await asyncio.sleep(0)
    waiting.cancel()
    desk.writer.start()
    await desk.writer.close()
    assert waiting.cancelled() or waiting.cancelling()
    assert await desk.lines() == ["kept"]


# ── faults of one ─────────────────────────────────────────────────────────────────────────────────────────────────────


def break_down(unit: UnitOfWork) -> None:
    write("never")(unit)
    raise ZeroDivisionError


async def test_a_failing_unit_leaves_the_others_whole_and_says_nothing(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.append("a")
    desk.submit(refuse)
    desk.append("refused")
    desk.submit(break_down)
    desk.submit(write("b"))
    desk.append("c")
    desk.writer.start()
    await desk.writer.close()
    assert desk.codes[:3] == ["a", "not_found", "not_found"]
    assert isinstance(desk.answers[3], ZeroDivisionError)
    assert desk.codes[4:] == ["b", "c"]
    assert await desk.lines() == await desk.heard() == ["a", "b", "c"]
    assert "a unit of work failed unexpectedly" in caplog.messages


async def test_a_unit_that_the_database_refuses_costs_the_others_nothing(desk: Desk) -> None:
    desk.append("a")
    desk.submit(write("one", number=1_000))
    desk.submit(write("two", number=1_000))
    desk.append("b")
    desk.writer.start()
    await desk.writer.close()
    # Somebody else may have made that row just now: the next try meets it.
    assert desk.codes == ["a", "one", "unavailable", "b"]
    assert sorted(await desk.lines()) == sorted(await desk.heard()) == ["a", "b", "one"]


async def test_what_follows_a_command_refused_for_now_does_not_overtake_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client has several on the way: those behind the first are refused with it, and those of others are not."""
    monkeypatch.setattr(unit_of_work, "PAUSE_SECONDS", 0.5)
    desk.lane.away = {"first"}
    desk.writer.start()
    desk.append("first", "ana")
    await until(lambda: desk.codes == ["unavailable"])
    desk.lane.away = set()
    for text, sender in (("second", "ana"), ("other", "bor"), ("third", "ana")):
        desk.append(text, sender)
    await until(lambda: desk.writer.waiting == 0)
    assert sorted(desk.codes) == ["other", "unavailable", "unavailable", "unavailable"]
    await asyncio.sleep(0.5)
    for text in ("first", "second", "third"):
        desk.append(text, "ana")
    await desk.writer.close()
    assert await desk.lines() == ["other", "first", "second", "third"]


async def test_where_commands_are_tried_one_by_one_the_order_of_a_sender_is_kept(desk: Desk) -> None:
    desk.lane.away = {"first"}
    desk.lane.error = IntegrityError
    for text, sender in (("first", "ana"), ("second", "ana"), ("other", "bor")):
        desk.append(text, sender)
    desk.writer.start()
    await desk.writer.close()
    assert sorted(desk.codes) == ["other", "unavailable", "unavailable"]
    assert await desk.lines() == ["other"]


async def test_a_fault_of_the_program_is_not_called_a_fault_of_the_database(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Who is told `unavailable` tries again, for ever."""
    desk.append("a")
    desk.submit(lambda unit: unit.connection.exec_driver_sql("SELECT nothing FROM nowhere"))
    desk.append("b")
    desk.writer.start()
    await desk.writer.close()
    assert (desk.codes[0], desk.codes[2]) == ("a", "b")
    assert isinstance(desk.answers[1], Exception)
    assert not isinstance(desk.answers[1], Refused)
    assert await desk.lines() == ["a", "b"]
    assert caplog.records


async def test_a_value_that_does_not_fit_costs_the_others_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.append("a")
    desk.submit(write("too large", number=2**70))
    desk.append("b")
    desk.writer.start()
    await desk.writer.close()
    assert (desk.codes[0], desk.codes[2]) == ("a", "b")
    assert await desk.lines() == ["a", "b"]


async def test_no_log_line_and_no_error_quotes_what_was_written(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for _ in range(2):
        desk.submit(write("canary", number=1))
    desk.submit(write("canary", number=2**70))
    desk.submit(lambda unit: unit.connection.exec_driver_sql("INSERT INTO nowhere VALUES ('x')"))
    desk.writer.start()
    await desk.writer.close()
    assert "canary" not in caplog.text
    assert "canary" not in "".join(str(one) for one in desk.answers[1:])


async def test_an_answer_that_fails_takes_nobody_elses(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_outcome: Outcome) -> None:
        raise ZeroDivisionError

    desk.append("a")
    desk.writer.append("b", fail)
    desk.append("c")
    desk.writer.start()
    await desk.writer.close()
    assert desk.answers == ["a", "c"]
    assert desk.writer.waiting == 0
    assert "a commit was not announced or answered" in caplog.messages


async def test_who_can_not_be_told_takes_nobodys_answer(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_announcements: Sequence[Announcement]) -> None:
        raise ZeroDivisionError

    desk.ears.stage = fail  # type: ignore[method-assign]
    desk.append("a")
    desk.writer.start()
    await desk.writer.close()
    assert desk.answers == ["a"]
    assert "a commit was not announced or answered" in caplog.messages


async def test_what_is_read_in_a_transaction_is_remembered_once_it_is_committed(desk: Desk) -> None:
    kept: list[str] = []

    def remember(what: str, then: Callable[[UnitOfWork], Any]) -> Callable[[UnitOfWork], Any]:
        def unit(unit: UnitOfWork) -> Any:
            unit.remember(lambda: kept.append(what))
            return then(unit)

        return unit

    desk.submit(remember("a", write("a")))
    desk.submit(remember("b", refuse))
    desk.writer.start()
    await desk.writer.close()
    assert kept == ["a"]


# ── the bound, and the end ────────────────────────────────────────────────────────────────────────────────────────────


async def test_above_the_bound_a_command_is_refused_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_of_work, "WAITING_LIMIT", 50)
    for number in range(50):
        desk.append(str(number))
    assert desk.writer.waiting == 50
    desk.append("too many")
    desk.submit(write("too many"))
    assert desk.codes == ["unavailable", "unavailable"]
    desk.writer.start()
    await until(lambda: desk.writer.waiting == 0)
    desk.append("room again")
    await desk.writer.close()
    assert await desk.lines() == [*(str(number) for number in range(50)), "room again"]


async def test_closing_commits_what_waits_and_refuses_what_comes_later(desk: Desk) -> None:
    desk.writer.start()
    for number in range(300):
        desk.append(str(number))
    await desk.writer.close()
    assert len(desk.answers) == len(await desk.lines()) == 300
    desk.append("late")
    assert desk.codes[-1] == "unavailable"
    await desk.writer.close()


async def test_a_writer_that_never_started_closes(sqlite_url: str) -> None:
    async with open_desk(sqlite_url) as desk:
        await desk.writer.close()


# ── the database goes away ────────────────────────────────────────────────────────────────────────────────────────────


def impatient(desk: Desk) -> None:
    """Another process that holds the lock is waited for 2.5 seconds; here it holds it for longer."""

    @event.listens_for(desk.database.writer, "connect")
    def connect(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=50")


async def test_a_locked_file_is_told_and_heals(sqlite_url: str) -> None:
    async with open_desk(sqlite_url) as desk:
        await desk.database.close()
        impatient(desk)
        desk.writer.start()
        other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        for text in ("a", "b"):
            desk.append(text)
            await until(lambda: desk.writer.waiting == 0)
        assert desk.codes == ["unavailable", "unavailable"]
        assert await desk.heard() == []
        other.execute("ROLLBACK")
        other.close()
        desk.append("a")
        desk.submit(write("c"))
        await desk.writer.close()
        assert desk.codes[2:] == await desk.lines() == ["a", "c"]


async def test_a_file_that_can_not_be_opened_is_told_and_heals(sqlite_url: str) -> None:
    """At the start, or on a disk that is not mounted yet."""
    async with open_desk(sqlite_url) as desk:
        await desk.database.close()
        refusing = threading.Event()
        refusing.set()

        @event.listens_for(desk.database.writer, "do_connect")
        def connect(*_: object) -> None:
            if refusing.is_set():
                raise sqlite3.OperationalError("unable to open database file")

        desk.writer.start()
        desk.append("a")
        await until(lambda: desk.codes == ["unavailable"])
        refusing.clear()
        desk.append("b")
        await desk.writer.close()
        assert desk.codes == ["unavailable", "b"]


async def test_a_commit_that_fails_is_not_acknowledged_and_the_next_try_finds_the_truth(database_url: str) -> None:
    """As when the connection breaks in the middle of COMMIT: here once before it took place, and once after."""
    async with open_house(database_url) as house:
        await house.open()
        engine = getattr(house.database.writer, "sync_engine", house.database.writer)
        dialect = engine.dialect
        commit, fails = dialect.do_commit, ["before", "after"]

        def do_commit(connection: Any) -> None:
            way = fails.pop(0) if fails else ""
            if way != "before":
                commit(connection)
            if way:
                raise dialect.loaded_dbapi.OperationalError("gone")

        dialect.do_commit = do_commit
        post = house.post("ana", "Once", id="same")
        assert await house.ask(post) == ["unavailable"]
        assert await house.ask(post) == ["unavailable"]
        # Nobody was told of the second one, which is there; that is what positions and heads are for.
        assert len(house.ears.heard) == 1
        assert await house.ask(post, post) == [2, 2]
        assert [one.offset for one in await house.entries("bor") or []] == [1, 2]


async def test_a_crash_of_the_database_loses_nothing_acknowledged_and_doubles_nothing(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    async with open_house(postgres_url) as house:
        await house.open()
        writer = house.writer()
        writer.start()
        acknowledged: dict[str, int] = {}
        waiting: dict[str, RoomCommand] = {f"m{n}": house.post("ana", str(n), id=f"m{n}") for n in range(1_500)}
        refused = 0

        async def send_until_all_are_in() -> None:
            nonlocal refused
            while waiting:
                for id, command in list(waiting.items())[:32]:
                    answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
                    writer.append(command, answer.set_result)
                    match await answer:
                        case Accepted(int(offset)):
                            acknowledged[id] = offset
                            del waiting[id]
                        case Refused(code="unavailable"):
                            refused += 1
                            await asyncio.sleep(0.01)
                        case outcome:
                            pytest.fail(f"{outcome!r}")

        async def crash() -> None:
            await until(lambda: len(acknowledged) > 200)
            await asyncio.to_thread(postgres_server.crash)
            await asyncio.to_thread(postgres_server.restart)

        async with asyncio.timeout(50):
            await asyncio.gather(send_until_all_are_in(), crash())
        await writer.close()
        assert refused
        found = await house.read(reads.entries_after, "r", 1, 10_000)
        assert [one.offset for one in found] == list(range(2, 1_502))
        assert sorted(acknowledged.values()) == [one.offset for one in found]


# ── two nodes ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_two_nodes_write_ten_rooms_without_a_hole_a_deadlock_or_a_double(postgres_url: str) -> None:
    async with open_house(postgres_url) as house:
        keys = [f"r{n}" for n in range(10)]
        for key in keys:
            await house.open(key)
        writers = [house.writer(Rooms()), house.writer(Rooms())]
        rolled_back: list[object] = []
        event.listen(house.database.writer.sync_engine, "rollback", rolled_back.append)
        for writer in writers:
            writer.start()
        outcomes: dict[tuple[str, str], list[Any]] = {}

        def send(node: int, command: RoomCommand) -> None:
            said = outcomes.setdefault((command.command.room, command.command.command_id), [])
            writers[node].append(command, said.append)

        for n in range(600):
            # Every message through both nodes at once; the rooms of neighbours in opposite order.
            for node in (0, 1):
                key = keys[n % 10] if node == 0 else keys[9 - n % 10]
                send(node, house.post("ana", "x", id=f"{key}-{n // 10}", key=key))
            if n % 100 == 50:
                await asyncio.sleep(0)
        async with asyncio.timeout(30):
            await asyncio.gather(*(writer.close() for writer in writers))
        for key in keys:
            found = await house.read(reads.entries_after, key, 1, 1_000)
            assert [one.offset for one in found] == list(range(2, 62))
            mine = [said for (of, _), said in outcomes.items() if of == key]
            assert len(mine) == 60
            assert all(first == second for first, second in mine)
            assert sorted(first.offset for first, _ in mine) == list(range(2, 62))
        talks = await house.read(lambda c: c.execute(select(func.count()).select_from(reads.message)).scalar())
        assert talks == 600
        # Whoever came second waited for the room; nobody had to try twice.
        assert rolled_back == []


async def test_a_marker_does_not_fall_when_two_nodes_raise_it(postgres_url: str) -> None:
    async with open_house(postgres_url) as house:
        await house.open()
        await house.ask(*(house.post("ana", str(n)) for n in range(40)))
        writers = [house.writer(), house.writer()]
        for writer in writers:
            writer.start()
        marks = [
            writers[number % 2].run(
                lambda unit, number=number: house.rooms.mark_read(unit, "bor", MarkRead("r", number))
            )
            for number in (*range(1, 41), *range(40, 0, -1))
        ]
        await asyncio.gather(*marks)
        await asyncio.gather(*(writer.close() for writer in writers))
        assert (await house.snapshot("bor")).read == 40


# ── what was erased leaves the journal ────────────────────────────────────────────────────────────────────────────────


def test_the_journal_is_emptied_in_idleness_now_and_then_and_under_load_after_a_while() -> None:
    sweep = _Sweep()
    assert sweep.wait(100) is None
    assert not sweep.is_late(1_000)
    sweep.ask(100)
    sweep.ask(110)
    assert sweep.wait(110) == _Sweep.IDLE_SECONDS
    assert (sweep.is_late(130), sweep.is_late(131)) == (False, True)
    sweep.tried(131, done=False)
    assert (sweep.wait(131), sweep.wait(135)) == (_Sweep.PAUSE_SECONDS, 1)
    assert (sweep.is_late(161), sweep.is_late(162)) == (False, True)
    sweep.tried(136, done=True)
    assert sweep.wait(136) is None
    sweep.ask(137)
    assert sweep.wait(137) == 4


def holds(wal: Path, word: bytes) -> bool:
    return word in wal.read_bytes()


async def test_who_still_reads_of_before_keeps_the_journal_and_nobody_waits_for_them(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    assert isinstance(database.writer, Engine)
    wal = Path(sqlite_url.removeprefix("sqlite:///") + "-wal")
    with database.writer.connect() as connection:
        with connection.begin():
            connection.exec_driver_sql("CREATE TABLE word (text TEXT)")
            connection.exec_driver_sql("INSERT INTO word VALUES ('Zlatorog')")
        async with database.reader.connect() as reader:
            await reader.exec_driver_sql("SELECT count(*) FROM word")
            with connection.begin():
                connection.exec_driver_sql("DELETE FROM word")
            assert not empty_journal(connection)
            assert holds(wal, b"Zlatorog")
        assert empty_journal(connection)
        assert wal.stat().st_size == 0  # noqa: ASYNC240
        with connection.begin():
            connection.exec_driver_sql("INSERT INTO word VALUES ('On we go')")
    await database.close()
