"""A large calendar is read by a process of its own, which may take little, and whose end costs nobody else anything."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from server.child import environment
from server.scheduling import apart
from server.scheduling.apart import SMALL, read_apart
from server.scheduling.content_lines import LARGEST, CalendarRefused
from server.scheduling.reading import read_busy
from tests.waiting import until

START, END = 1_790_000_000, 1_830_000_000
ENTRY = (
    "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTART;TZID=Europe/Belgrade:20261201T{1:02}0000\r\nDURATION:PT1H\r\n{2}END:VEVENT\r\n"
)


def calendar(entries: int, more: str = "DESCRIPTION:" + "words " * 300 + "\r\n") -> bytes:
    events = "".join(ENTRY.format(number, number % 24, more) for number in range(entries))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()


def child(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> str:
    """A module that a process may run in the place of ours."""
    (folder / "stand_in.py").write_text(code)
    monkeypatch.setattr(apart, "environment", lambda: {"PATH": os.environ["PATH"], "PYTHONPATH": str(folder)})
    return "stand_in"


@pytest.mark.parametrize("entries", [1, 40, 4_000])
async def test_it_says_the_same_wherever_it_is_read(entries: int) -> None:
    file = calendar(entries)
    assert (len(file) > SMALL) == (entries > 1)
    here = read_busy(file, "Europe/Skopje", START, END)
    there = await read_apart(file, "Europe/Skopje", START, END)
    assert there.busy.tolist() == here.busy.tolist() != []
    assert (there.read, there.left_out) == (here.read, here.left_out)


async def test_the_largest_file_is_read_within_what_a_process_may_take() -> None:
    file = calendar(5_000, "DESCRIPTION:" + "words " * 314 + "\r\n")
    assert 0.9 * LARGEST < len(file) <= LARGEST
    assert (await read_apart(file, "UTC", START, END)).read == 5_000


@pytest.mark.parametrize(
    ("file", "reason"),
    [(calendar(60)[:-40], "unfinished"), (b"x" * 2 * SMALL, "no_calendar"), (b"x" * (LARGEST + 1), "too_large")],
)
async def test_what_is_no_calendar_is_refused_as_it_is_here(file: bytes, reason: str) -> None:
    with pytest.raises(CalendarRefused, match=reason):
        await read_apart(file, "UTC", START, END)


@pytest.mark.parametrize(
    "code",
    [
        "import os, sys; sys.stdin.buffer.read(); os.abort()",
        "import os; os._exit(0)",
        "import sys; sys.stdin.buffer.read(); print('a Traceback')",
        "raise SystemExit(3)",
        "import sys\ntaken = b'x' * (1 << 40)",
    ],
    ids=["crash", "silence", "noise", "status", "memory"],
)
async def test_a_process_that_dies_gives_a_clear_no(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = child(tmp_path, monkeypatch, code)
    with pytest.raises(CalendarRefused, match="gave_up"):
        await read_apart(calendar(60), "UTC", START, END, stand_in)


async def test_one_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "pid"
    code = f"import os, time\nopen({str(note)!r}, 'w').write(str(os.getpid()))\nwhile True: time.sleep(60)"
    stand_in = child(tmp_path, monkeypatch, code)
    monkeypatch.setattr(apart, "WAIT_SECONDS", 3.0)
    with pytest.raises(CalendarRefused, match="gave_up"):
        await read_apart(calendar(60), "UTC", START, END, stand_in)
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


async def test_who_goes_away_takes_the_process_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note = tmp_path / "pid"
    code = f"import os, time\nopen({str(note)!r}, 'w').write(str(os.getpid()))\nwhile True: time.sleep(60)"
    asked = asyncio.ensure_future(read_apart(calendar(60), "UTC", START, END, child(tmp_path, monkeypatch, code)))
    await until(lambda: note.exists() and note.read_text() != "")
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_it_knows_no_secret_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATELJE_REPLIES_KEY", "Canary")
    assert "Canary" not in str(environment())
