"""Starting: the first time, again, a second time at once, on what it does not know; and what its lines of log tell."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

import httpx2

from tests.servers import AteljeProcess, StartAtelje, wait_until

DEMO = ("serve", "--demo")
PASSWORD = "atelje-demo"


@contextlib.contextmanager
def signed_in(process: AteljeProcess, key: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=process.base_url) as client:
        answer = client.post("/api/v1/login", json={"email": f"{key}@example.org", "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        yield client


def room_of(process: AteljeProcess, key: str, room: str) -> dict[str, Any]:
    with signed_in(process, key) as client:
        answer = client.get(f"/api/v1/rooms/{room}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_the_first_start_loads_the_demo_and_says_whom_to_sign_in_as(server_process: StartAtelje) -> None:
    process = server_process(arguments=DEMO, loaded=False)
    # It answers before it has printed the last of what it says.
    wait_until(lambda: "Ctrl-C" in process.log, 10, "the last line of the welcome")
    assert process.base_url in process.log
    for key in ("djordje", "tadeja", "vesna"):
        assert re.search(rf"^\s+{key} ", process.log, re.MULTILINE)
    room = room_of(process, "djordje", "p1")
    assert [member["person"] for member in room["members"]] == ["djordje", "tadeja"]
    assert len(room["messages"]) > 20
    assert f"{process.base_url}/mail" in process.log
    page = httpx2.get(f"{process.base_url}/mail")
    assert (page.status_code, "No mail leaves this server" in page.text) == (200, True)


def test_starting_again_keeps_what_was_said_and_adds_nothing(server_process: StartAtelje) -> None:
    process = server_process(arguments=DEMO)
    with signed_in(process, "djordje") as client:
        said = {"room": "p1", "command_id": "again-1", "text": "Видимо се у уторак."}
        offset = client.post("/api/v1/rpc/room.post", json=said).json()["offset"]
    before = room_of(process, "tadeja", "p1")
    assert process.terminate() == 0
    process.start()
    after = room_of(process, "tadeja", "p1")
    assert after == before
    assert after["messages"][-1]["id"] == offset


def test_an_empty_server_prints_a_link_that_makes_one_person(server_process: StartAtelje) -> None:
    process = server_process()
    # It is printed once the server listens, so perhaps a moment after it answers.
    printed = re.compile(rf"{process.base_url}/set-up#(\S+)")
    wait_until(lambda: printed.search(process.log) is not None, 10, "the set-up link")
    link = printed.search(process.log)
    assert link is not None
    first = {
        "token": link[1],
        "name": "Vesna Njagul-Đorđević",
        "email": "vesna@example.org",
        "password": "most preko Dunava",
        "language": "sr-Latn",
        "zone": "Europe/Belgrade",
    }
    with httpx2.Client(base_url=process.base_url) as client:
        assert client.post("/api/v1/set-up", json=first).json()["name"] == first["name"]
        assert client.get("/api/v1/rooms").json()["rooms"] == []
        again = client.post("/api/v1/set-up", json=first | {"email": "other@example.org"})
    assert again.json()["code"] == "set_up_closed"


def test_a_second_process_is_told_that_the_data_is_in_use(server_process: StartAtelje) -> None:
    process = server_process()
    second = process.run("serve")
    assert second.returncode == 2
    assert "already serves" in second.stderr
    assert process.ready()


def test_a_newer_schema_is_refused_in_words_and_left_alone(server_process: StartAtelje) -> None:
    process = server_process()
    process.terminate()
    with sqlite3.connect(process.data / "atelje.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    refused = process.run("serve")
    assert refused.returncode == 2
    assert "newer version" in refused.stderr


def test_the_demo_does_not_replace_what_is_there_unasked(server_process: StartAtelje) -> None:
    process = server_process(arguments=DEMO)
    before = room_of(process, "djordje", "p1")
    process.terminate()
    refused = process.run("demo")
    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    process.start()
    assert room_of(process, "djordje", "p1") == before


def test_rebuilding_gives_the_same_rooms(server_process: StartAtelje) -> None:
    process = server_process(arguments=DEMO)
    rooms = {("djordje", "p1"), ("milica", "p6"), ("zoja", "t7")}
    before = {room: room_of(process, *room) for room in rooms}
    process.terminate()
    assert process.run("rebuild").returncode == 0
    process.start()
    assert {room: room_of(process, *room) for room in rooms} == before


def test_the_log_tells_neither_words_nor_tokens_nor_addresses(server_process: StartAtelje) -> None:
    process = server_process(arguments=DEMO, ATELJE_LOG_LEVEL="debug")
    with signed_in(process, "nika") as client:
        token = client.cookies["atelje"]
        said = {"room": "p2", "command_id": "log-1", "text": "kresnica-canary"}
        assert client.post("/api/v1/rpc/room.post", json=said).status_code == 200
        client.post("/api/v1/rpc/room.draft", json={"room": "p2", "text": "draft-canary"})
        client.post("/api/v1/rpc/room.post", content=b'{"broken-canary', headers={"content-type": "application/json"})
        client.get("/api/v1/rooms?query-canary=1")
        short = client.post("/api/v1/connection-token").json()["token"]
        client.post("/api/v1/login", json={"email": "nika@example.org", "password": "password-canary"})
    assert "canary" not in process.log
    assert token not in process.log
    assert short not in process.log
    assert "nika@example.org" not in process.log
    assert '"route": "/api/v1/rpc/{method}"' in process.log
