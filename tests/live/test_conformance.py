"""The protocol's own SDKs against the open server that their suites run against, in both encodings.

Their suites hold us to much more; what is here shows at every change that they still can.
"""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from centrifuge import (  # type: ignore[import-untyped]
    CentrifugeError,
    Client,
    ClientEventHandler,
    DisconnectedContext,
    JoinContext,
    LeaveContext,
    PublicationContext,
    ServerPublicationContext,
    ServerSubscribedContext,
    SubscribedContext,
    SubscriptionEventHandler,
    UnsubscribedContext,
)

from server.conformance import KEPT_OF_SMALL, SECRET, read_token
from tests.conftest import StartAtelje
from tests.servers import AteljeProcess
from tests.stories import sdks
from tests.waiting import until

SCRIPT = Path(__file__).with_name("conformance.mjs")
LOOPS = ("asyncio",)
"""An SDK says that it is disconnected before its socket is closed, which the other loop does not forgive."""

BUILDS = pytest.mark.parametrize("encoding", ["json", "protobuf"])


def token(**claims: object) -> str:
    signed = ".".join(_base64(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"}, claims))
    return f"{signed}.{_base64(hmac.digest(SECRET, signed.encode(), 'sha256'))}"


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@pytest.fixture
def server(server_process: StartAtelje) -> AteljeProcess:
    return server_process(arguments=("conformance",))


def address(server: AteljeProcess) -> str:
    return f"ws://127.0.0.1:{server.port}/connection/websocket"


@BUILDS
async def test_the_javascript_sdk_meets_what_it_expects(server: AteljeProcess, encoding: str) -> None:
    await asyncio.to_thread(sdks.install)
    arguments = (str(SCRIPT), address(server), encoding, f"recovery:{uuid4()}", token(sub="42"))
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec("node", *arguments, stdout=pipe, stderr=pipe)
    async with asyncio.timeout(30):
        printed, complaint = await process.communicate()
    assert process.returncode == 0, complaint.decode()
    told = json.loads(printed)
    said = ["Добро вече", "missed 1", "missed 2", "live"]
    assert told == {
        "join": "",
        "here": 2,
        "counted": {"numClients": 2, "numUsers": 1},
        "leave": "",
        "back": {"wasRecovering": True, "recovered": True},
        "heard": [[offset, {"text": text}] for offset, text in enumerate(said, 1)],
        "same": True,
        "history": [[4, {"text": "live"}], [3, {"text": "missed 2"}]],
        "top": 4,
        "own": "#42",
        "mine": {"mine": True},
        "refused": {"rpc": 108, "publish": 103, "hidden": 102, "token": 103},
        "stranger": 3500,
    }


class Noted(SubscriptionEventHandler):  # type: ignore[misc]
    def __init__(self) -> None:
        self.heard: list[tuple[int, Any]] = []
        self.subscribed: list[tuple[bool, bool]] = []
        self.refused: list[int] = []
        self.moves: list[str] = []

    async def on_publication(self, ctx: PublicationContext) -> None:
        self.heard.append((ctx.pub.offset, spelt(ctx.pub.data)))

    async def on_subscribed(self, ctx: SubscribedContext) -> None:
        self.subscribed.append((ctx.was_recovering, ctx.recovered))

    async def on_unsubscribed(self, ctx: UnsubscribedContext) -> None:
        self.refused.append(ctx.code)

    async def on_join(self, ctx: JoinContext) -> None:
        self.moves.append("join")

    async def on_leave(self, ctx: LeaveContext) -> None:
        self.moves.append("leave")


class Own(ClientEventHandler):  # type: ignore[misc]
    def __init__(self) -> None:
        self.subscribed: list[str] = []
        self.heard: list[Any] = []
        self.codes: list[int] = []

    async def on_subscribed(self, ctx: ServerSubscribedContext) -> None:
        self.subscribed.append(ctx.channel)

    async def on_publication(self, ctx: ServerPublicationContext) -> None:
        self.heard.append(spelt(ctx.pub.data))

    async def on_disconnected(self, ctx: DisconnectedContext) -> None:
        self.codes.append(ctx.code)


def spelt(data: Any) -> Any:
    return json.loads(data) if isinstance(data, bytes) else data


def spell(data: Any, encoding: str) -> Any:
    return json.dumps(data, ensure_ascii=False).encode() if encoding == "protobuf" else data


@asynccontextmanager
async def opened(server: AteljeProcess, encoding: str, **options: Any) -> AsyncIterator[Client]:
    client = Client(address(server), use_protobuf=encoding == "protobuf", min_reconnect_delay=0.01, **options)
    await client.connect()
    yield client
    await client.disconnect()


@BUILDS
async def test_the_python_sdk_meets_what_it_expects(server: AteljeProcess, encoding: str) -> None:
    channel = f"recovery:{uuid4()}"
    noted, others, mine = Noted(), Noted(), Own()
    async with opened(server, encoding) as ann, opened(server, encoding) as ben:
        here, there = ann.new_subscription(channel, events=noted), ben.new_subscription(channel, events=others)
        await here.subscribe()
        await here.ready(timeout=5)
        await there.subscribe()
        await there.ready(timeout=5)
        await until(lambda: noted.moves == ["join", "join"])
        assert len((await here.presence()).clients) == 2
        assert (await there.presence_stats()).num_clients == 2
        await here.publish(spell("Добро вече", encoding))
        await until(lambda: others.heard == [(1, "Добро вече")])
        assert ben._conn is not None
        ben._conn.transport.abort()
        await until(lambda: noted.moves[2:3] == ["leave"])
        await here.publish(spell("missed", encoding))
        await until(lambda: others.heard[1:] == [(2, "missed")])
        assert others.subscribed == [(False, False), (True, True)]
        history = await here.history(limit=1, reverse=True)
        assert [(one.offset, spelt(one.data)) for one in history.publications] == [(2, "missed")]
        assert history.offset == 2
        for refused, code in (("private", 102), (f"test_{uuid4()}", 103)):
            stranger = Noted()
            bad = {"get_token": _bad_token} if code == 103 else {}
            await ann.new_subscription(refused, events=stranger, **bad).subscribe()
            await until(lambda stranger=stranger, code=code: stranger.refused == [code])  # type: ignore[misc]
        with pytest.raises(CentrifugeError) as unknown:
            await ann.rpc("dance", spell({}, encoding))
        assert unknown.value.code == 108
    async with opened(server, encoding, token=token(sub="42"), events=mine) as owner:
        await until(lambda: mine.subscribed == ["#42"])
        await owner.publish("#42", spell({"mine": True}, encoding))
        await until(lambda: mine.heard == [{"mine": True}])


async def _bad_token(_channel: str) -> str:
    return "x.y.z"


async def test_who_has_a_token_that_ends_is_asked_for_a_newer_one(server: AteljeProcess) -> None:
    asked: list[int] = []

    async def get_token() -> str:
        asked.append(len(asked))
        return token(sub="42", exp=int(time.time()) + 2)

    ends = Own()
    async with opened(server, "json", get_token=get_token, events=ends):
        await until(lambda: len(asked) >= 3)
        assert ends.codes == []


async def test_back_ends_publish_and_read_history(server: AteljeProcess) -> None:
    channel = f"smallhistory:{uuid4()}"
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", trust_env=False) as http:
        headers = {"X-API-Key": "any"}
        for number in range(1, 6):
            said = await http.post("/api/publish", json={"channel": channel, "data": {"n": number}}, headers=headers)
            assert said.json()["result"]["offset"] == number
        read = (await http.post("/api/history", json={"channel": channel, "limit": 9}, headers=headers)).json()
        assert read["result"]["publications"] == [{"offset": 4, "data": {"n": 4}}, {"offset": 5, "data": {"n": 5}}]
        assert len(read["result"]["publications"]) == KEPT_OF_SMALL
        for nonsense in (b"", b"{", b'{"channel":""}', b'{"channel":7}', b"[" * 100_000):
            assert (await http.post("/api/publish", content=nonsense)).status_code == 400


def test_only_a_token_that_is_signed_with_the_secret_is_one() -> None:
    good = token(sub="7", channel="test")
    claims = read_token(good)
    assert claims is not None
    assert (claims.sub, claims.channel) == ("7", "test")
    broken = [good[:-1], good + "a", good.replace(".", "", 1), "", ".", "..", "a.b.c", good.split(".", 1)[1]]
    signed_nothing = f".{_base64(hmac.digest(SECRET, b'', 'sha256'))}"
    for bad in (*broken, signed_nothing):
        assert read_token(bad) is None
