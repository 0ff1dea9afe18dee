"""People with two devices each live in a room of the running server, lose their lines, come and go; an oracle in plain
lists knows what each of them must see, and after every step each connected device sees just that.

Faults that were planted in the server to see this die: a recovery one entry too far; the floor ignored in a recovery or
in pages, or one too low; the words of a withdrawn message, or of its edits, still in the log; a repeated id taken for
a new command; a conflict not seen; a removed member still fed; a recovery that says it began at the top; one from
another epoch; a batch out of order; a push lost when its reader is busy; only one of a person's devices fed.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.rooms.oracle import BAD_EMOJIS, BAD_TEXTS, EMOJIS, TEXTS, Room, State, given_by
from tests.servers import Leash
from tests.stories.device import Device, WireFailure
from tests.stories.opening import found_site
from tests.stories.programme import open_more, sqlite_url
from tests.stories.site import Browser, Site
from tests.stories.views import canonical, folded, whole

FOUNDERS = ("ana", "bor")
MANAGER = "vera"
PEOPLE = (*FOUNDERS, "goran", "dana", MANAGER)
METHODS = {
    "post": "room.post",
    "edit": "room.edit",
    "withdraw": "room.withdraw",
    "react": "room.react",
    "unreact": "room.unreact",
    "add": "room.add_member",
    "remove": "room.remove_member",
    "leave": "room.leave",
    "open_past": "room.open_past",
}
WEIGHTS = ["post"] * 5 + ["edit"] * 3 + ["withdraw"] * 3 + ["add"] * 4 + ["remove"] * 2 + ["leave"] + ["open_past"] * 2
WEIGHTS += ["react"] * 3 + ["unreact"]
TALK = ["post"] * 3 + ["react"] * 2 + ["edit", "withdraw", "unreact"]

Asked = tuple[str, str, str, dict[str, Any]]
"""Actor, name of the command, its id, everything else that it says."""


@dataclass
class Tracked:
    """A device and what its client has made of the room: `view`, loaded when the person's floor was `floor`."""

    person: str
    device: Device
    view: State
    floor: int
    live: bool = True
    seen: int = 0
    """Entries of the feed that were compared."""


class Life(RuleBasedStateMachine):
    site: Site
    runner: asyncio.Runner
    browsers: dict[str, Browser]
    crashes = False
    """Whether the server may die under way, which takes its time."""

    @initialize()
    def begin(self) -> None:
        self.key = self.site.room()
        self.run(self._begin())

    async def _begin(self) -> None:
        self.epoch = (await self.browsers["ana"].snapshot(self.key))["epoch"]
        async with self.site.connected("ana") as (ana,):
            await ana.subscribe(self.key, ("", 0))
            first = ana.feed(self.key).entries[0][1]
        self.oracle = Room(FOUNDERS, 0, first["command_id"])
        self.oracle.entries[0]["body"] = first["body"]
        self.said_as: dict[int, Any] = {1: plain(self.oracle.wire()[0][1])}
        self.history: list[Asked] = []
        self.tracked: dict[tuple[str, int], Tracked] = {}
        # Some are there from the beginning, so that whatever happens is seen.
        for slot in (("ana", 0), ("ana", 1), ("bor", 0)):
            await self._open(slot)

    def run(self, work: Any) -> Any:
        return self.runner.run(work)

    # ── commands ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(data=st.data())
    def somebody_does_something(self, data: st.DataObject) -> None:
        self.run(self._do(self.fresh(data, WEIGHTS), data))

    @rule(data=st.data())
    def talk_goes_on(self, data: st.DataObject) -> None:
        self.run(self._do(self.fresh(data, TALK), data))

    @precondition(lambda self: self.history)
    @rule(data=st.data())
    def something_is_repeated(self, data: st.DataObject) -> None:
        """As it was, by whom it was not, or with other words; by any door."""
        actor, name, id, said = data.draw(st.sampled_from(self.history))
        match data.draw(st.sampled_from(["same", "same", "same", "other actor", "other words"])):
            case "other actor":
                actor = data.draw(st.sampled_from([one for one in PEOPLE if name != "leave" or one not in FOUNDERS]))
            case "other words":
                name, said = "post", {"text": data.draw(st.sampled_from(list(TEXTS))), "reply_to": None}
        self.run(self._do((actor, name, id, said), data))

    @rule(data=st.data(), count=st.integers(2, 12))
    def one_device_says_much_without_waiting(self, data: st.DataObject, count: int) -> None:
        one = self.drawn_device(data)
        if one is None:
            return
        # Each is drawn from what exists once the earlier ones are done, so that a message may be edited in flight.
        burst, outcomes = [], []
        for _ in range(count):
            asked = self.fresh(data, TALK, actor=one.person)
            burst.append(asked)
            outcomes.append(self.expect(asked))
        self.run(self._burst(one, burst, outcomes))

    async def _burst(self, one: Tracked, burst: list[Asked], outcomes: list[int | str | None]) -> None:
        answers = [one.device.send("rpc", self.spelt(asked)) for asked in burst]
        assert [short((await answer)["data"]) for answer in answers] == outcomes

    @rule(data=st.data())
    def two_doors_get_the_same_command_at_once(self, data: st.DataObject) -> None:
        asked = self.fresh(data, WEIGHTS)
        doors = [self.drawn_door(data, asked[0]), self.browsers[asked[0]]]
        expected = self.expect(asked)
        assert self.run(self._at_once(asked, doors)) == [expected, expected]

    async def _at_once(self, asked: Asked, doors: list[Device | Browser]) -> list[int | str | None]:
        return [short(answer) for answer in await asyncio.gather(*[door.rpc(**self.spelt(asked)) for door in doors])]

    @rule(data=st.data())
    def a_line_breaks_in_the_middle_of_a_command(self, data: st.DataObject) -> None:
        """Nobody knows what became of it; the same again finds out."""
        one = self.drawn_device(data)
        if one is None:
            return
        asked = self.fresh(data, TALK, actor=one.person)
        self.run(self._break_in(one, asked))
        self.run(self._do(asked, data))

    async def _break_in(self, one: Tracked, asked: Asked) -> None:
        one.device.send("rpc", self.spelt(asked))
        await self._cut(one)

    @precondition(lambda self: self.crashes and self.oracle.people())
    @rule(data=st.data(), count=st.integers(0, 12))
    def the_server_dies_in_the_middle(self, data: st.DataObject, count: int) -> None:
        """Some of what was on its way was stored, and some not; all of it again is all of it once."""
        actor = data.draw(st.sampled_from(sorted(self.oracle.people())))
        texts = [data.draw(st.sampled_from(list(TEXTS))) for _ in range(count)]
        posts = [(actor, "post", self.site.id(), {"text": text, "reply_to": None}) for text in texts]
        self.run(self._die_in(posts))

    async def _die_in(self, posts: list[Asked]) -> None:
        async with self.site.connected(*[post[0] for post in posts[:1]]) as devices:
            for post in posts:
                devices[0].send("rpc", self.spelt(post))
            await asyncio.to_thread(self.site.process.restart)
        for one in self.tracked.values():
            await one.device.until(lambda one=one: not one.device.connected, "the line is gone")  # type: ignore[misc]
            one.live = False
        for post in posts:
            assert short(await self.browsers[post[0]].rpc(**self.spelt(post))) == self.expect(post)

    async def _do(self, asked: Asked, data: st.DataObject) -> None:
        door = self.drawn_door(data, asked[0])
        expected = self.expect(asked)
        assert short(await door.rpc(**self.spelt(asked))) == expected, asked

    def expect(self, asked: Asked) -> int | str | None:
        """What the oracle says to it, and does."""
        actor, name, id, said = asked
        self.history.append(asked)
        before = self.oracle.top
        outcome = self.oracle.accept(actor, actor == MANAGER, 0, name, id, **said)
        if self.oracle.top > before:
            self.said_as[self.oracle.top] = plain(self.oracle.wire()[-1][1])
        return outcome

    def spelt(self, asked: Asked) -> dict[str, Any]:
        _, name, id, said = asked
        role = {"role": "guest"} if name == "add" else {}
        return {"method": METHODS[name], "data": {"room": self.key, "command_id": id, **said, **role}}

    def fresh(self, data: st.DataObject, weights: list[str], actor: str | None = None) -> Asked:
        """Mostly what is possible, drawn from what exists; sometimes anything."""
        name = data.draw(st.sampled_from(weights))
        wild = data.draw(st.integers(0, 7)) == 0
        people = self.oracle.people()
        if actor is None:
            actor = data.draw(st.sampled_from(PEOPLE if wild else sorted(people) or PEOPLE))
        if name == "leave" and actor in FOUNDERS:
            # Their mentorship would stop and the room close: a story of its own.
            name = "post"
        known = self.oracle.messages()
        messages = st.sampled_from(list(known)) if known and not wild else st.integers(1, self.oracle.top + 2)
        texts = st.sampled_from([*TEXTS, *BAD_TEXTS] if wild else list(TEXTS))
        standing = [id for id, one in known.items() if one["author"] == actor and ("text" in one or wild)]
        said: dict[str, Any] = {}
        match name:
            case "post":
                answered = data.draw(st.none() | messages)
                quote = quotes(known.get(answered or 0))
                said = {"text": data.draw(texts), "reply_to": answered, "quote": data.draw(quote)}
            case "react" | "unreact":
                emojis = [*EMOJIS, *BAD_EMOJIS] if wild else list(EMOJIS)[:3]
                said = {"message": data.draw(messages), "emoji": data.draw(st.sampled_from(emojis))}
                given = [(id, one) for id, found in known.items() for one in given_by(actor, found)]
                if given and name == "unreact" and not wild:
                    said["message"], said["emoji"] = data.draw(st.sampled_from(given))
            case "edit" | "withdraw":
                said = {"message": data.draw(st.sampled_from(standing) if standing and not wild else messages)}
                said |= {"text": data.draw(texts)} if name == "edit" else {}
            case "add" | "remove":
                actor = actor if wild else MANAGER
                here = [person for person in PEOPLE if (person in people) == (name == "remove")]
                said = {"person": data.draw(st.sampled_from(PEOPLE if wild or not here else here))}
            case "open_past":
                later = [person for person, one in people.items() if one["floor"]]
                said = {"person": data.draw(st.sampled_from(later if later and not wild else PEOPLE))}
        return actor, name, self.site.id(), said

    def drawn_door(self, data: st.DataObject, person: str) -> Device | Browser:
        own = [one.device for one in self.tracked.values() if one.person == person and one.device.connected]
        return data.draw(st.sampled_from([*own, self.browsers[person]]))

    def drawn_device(self, data: st.DataObject) -> Tracked | None:
        connected = [one for one in self.tracked.values() if one.device.connected]
        return data.draw(st.sampled_from(connected)) if connected else None

    # ── devices ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @rule(data=st.data())
    def a_device_is_opened(self, data: st.DataObject) -> None:
        slots = [(person, which) for person in PEOPLE for which in (0, 1) if (person, which) not in self.tracked]
        members = [slot for slot in slots if slot[0] in self.oracle.people()]
        if slots:
            self.run(self._open(data.draw(st.sampled_from(members * 3 + slots))))

    async def _open(self, slot: tuple[str, int]) -> None:
        device = await self.site.device(slot[0]).connect()
        if slot[0] in self.oracle.people():
            self.tracked[slot] = await self._load(slot[0], device)
        else:
            await self._is_denied(device)
            await device.close()

    async def _load(self, person: str, device: Device) -> Tracked:
        """As a client does: the room over HTTP, then the log from there."""
        view = await whole(self.browsers[person], self.key)
        told = await device.subscribe(self.key, (self.epoch, view["offset"]))
        assert told.get("recovered") is True
        assert not told.get("publications")
        return Tracked(person, device, view, self.oracle.people()[person]["floor"])

    async def _is_denied(self, device: Device) -> None:
        with pytest.raises(WireFailure, match="103"):
            await device.subscribe(self.key, ("", 0))

    @rule(data=st.data())
    def a_line_is_cut(self, data: st.DataObject) -> None:
        one = self.drawn_device(data)
        if one is not None:
            self.run(self._cut(one))

    async def _cut(self, one: Tracked) -> None:
        one.live = False
        one.device.cut()
        await one.device.is_closed()

    @rule(data=st.data())
    def a_device_comes_back(self, data: st.DataObject) -> None:
        away = [slot for slot, one in self.tracked.items() if not one.live]
        if away:
            self.run(self._resume(data.draw(st.sampled_from(away))))

    async def _resume(self, slot: tuple[str, int]) -> None:
        one = self.tracked[slot]
        if not one.device.connected:
            await one.device.connect()
        if one.person not in self.oracle.people():
            await self._is_denied(one.device)
            return
        position = one.device.feed(self.key).position
        expected = self.oracle.log(one.person, position)
        told = await one.device.resume(self.key)
        if expected == "unrecoverable":
            assert not told.get("recovered")
            await one.device.ask("unsubscribe", {"channel": f"room:{self.key}"})
            self.tracked[slot] = await self._load(one.person, one.device)
            return
        self.compare_recovered(told, expected)
        one.live = True
        one.view = folded(one.view, one.device.feed(self.key).entries)
        one.seen = len(one.device.feed(self.key).entries)

    @rule(data=st.data())
    def a_stranger_device_asks_from_any_position(self, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from(PEOPLE))
        epoch = data.draw(st.sampled_from([self.epoch, self.epoch, "", "another"]))
        people = self.oracle.people()
        floor = people[person]["floor"] if person in people else 0
        near = st.sampled_from([max(0, floor - 1), floor, floor + 1, self.oracle.top])
        self.run(self._ask_from(person, epoch, data.draw(near | st.integers(0, self.oracle.top + 2))))

    async def _ask_from(self, person: str, epoch: str, offset: int) -> None:
        async with self.site.connected(person) as (device,):
            if person not in self.oracle.people():
                await self._is_denied(device)
                return
            expected = "unrecoverable" if epoch == "another" else self.oracle.log(person, offset)
            told = await device.subscribe(self.key, (epoch, offset))
            assert told["was_recovering"] is True
            self.compare_recovered(told, expected)

    def compare_recovered(self, told: dict[str, Any], expected: Any) -> None:
        assert told["epoch"] == self.epoch
        assert told.get("recovered", False) == (expected != "unrecoverable")
        found = [(one["offset"], plain(one["data"])) for one in told.get("publications", ())]
        wanted = [] if expected == "unrecoverable" else [(offset, plain(entry)) for offset, entry in expected]
        assert found == wanted

    # ── what is seen ──────────────────────────────────────────────────────────────────────────────────────────────────

    @invariant()
    def each_connected_device_sees_what_the_oracle_says(self) -> None:
        if hasattr(self, "tracked"):
            self.run(self._compare())

    async def _compare(self) -> None:
        for one in self.tracked.values():
            assert one.device.faults == []
            if not one.live:
                continue
            assert one.device.connected, one.device.closed
            feed = one.device.feed(self.key)
            if one.person in self.oracle.people():
                await one.device.reach(self.key, self.oracle.top)
                assert feed.ended is None
                assert feed.position == self.oracle.top
            else:
                await one.device.until(lambda feed=feed: feed.ended is not None, "the removal is heard")  # type: ignore[misc]
                assert feed.ended == (2000, "removed from room")
                assert feed.position == self.last_removal(one.person) - 1
                one.live = False
            fresh = feed.entries[one.seen :]
            assert [(offset, plain(entry)) for offset, entry in fresh] == [
                (offset, self.said_as[offset]) for offset, _ in fresh
            ]
            one.view, one.seen = folded(one.view, fresh), len(feed.entries)
            if one.live:
                assert readable(one.view) == readable(self.expected_view(one.floor))

    def last_removal(self, person: str) -> int:
        removals = (
            offset
            for offset, entry in self.oracle.wire()
            if entry["kind"] == "member_removed" and entry["body"]["person"] == person
        )
        return max(removals)

    def expected_view(self, floor: int) -> State:
        members = [{"person": person, "role": one["role"]} for person, one in self.oracle.people().items()]
        former = [
            {"person": person, "role": role, "left": True} for person, (role, _) in self.oracle.former(floor).items()
        ]
        messages = [one for id, one in self.oracle.messages().items() if id > floor]
        return {"offset": self.oracle.top, "talk": self.oracle.talk, "members": members + former, "messages": messages}

    def teardown(self) -> None:
        if hasattr(self, "tracked"):
            self.run(self._end())

    async def _end(self) -> None:
        """What everybody loads and recovers at the end, whatever was pushed to whom."""
        for one in self.tracked.values():
            await one.device.close()
        people = self.oracle.people()
        for person in PEOPLE:
            if person in people:
                loaded = await whole(self.browsers[person], self.key)
                assert readable(loaded) == readable(self.expected_view(people[person]["floor"]))
                await self._ask_from(person, self.epoch, people[person]["floor"])
            else:
                assert (await self.browsers[person].get(f"/api/v1/rooms/{self.key}")).status_code == 404


def quotes(message: dict[str, Any] | None) -> st.SearchStrategy[dict[str, int] | None]:
    """Mostly a part of what the message says now."""
    if message is None:
        return st.none()
    version, end = st.just(message["last"]), max(1, len(message.get("text", "")))
    places = st.fixed_dictionaries({"version": version, "start": st.integers(0, end), "end": st.just(end)})
    return st.none() | places


def plain(entry: dict[str, Any]) -> dict[str, Any]:
    """Without its time, which is the server's own."""
    return {name: value for name, value in entry.items() if name != "at"}


def readable(state: State) -> str:
    """To be compared: without times."""
    messages = [
        {name: value is not None if name == "edited_at" else value for name, value in one.items() if name != "at"}
        for one in state["messages"]
    ]
    return canonical({**state, "messages": messages})


def short(answer: dict[str, Any]) -> int | str | None:
    refused = answer.get("refused")
    return refused["code"] if refused else answer.get("offset")


@contextlib.asynccontextmanager
async def everybody(site: Site) -> AsyncIterator[dict[str, Browser]]:
    async with contextlib.AsyncExitStack() as stack:
        yield {person: await stack.enter_async_context(site.browser(person)) for person in PEOPLE}


def play(
    leash: Leash, tmp_path_factory: pytest.TempPathFactory, *, share: float, steps: int, crashes: bool = False
) -> None:
    folder = tmp_path_factory.mktemp("site")
    examples = max(1, int(settings().max_examples * share))
    with asyncio.Runner() as runner:
        site = runner.run(found_site(leash, folder, 1, {}, "", ATELJE_LIMITS="off"))
        site.spare = rooms_without_end(site, runner)
        opened = everybody(site)
        browsers = runner.run(opened.__aenter__())
        machine = type("Life", (Life,), {"site": site, "runner": runner, "browsers": browsers, "crashes": crashes})
        try:
            site.process.start()
            chosen = settings(max_examples=examples, stateful_step_count=steps, deadline=None)
            run_state_machine_as_test(machine, settings=chosen)
        finally:
            runner.run(opened.__aexit__(None, None, None))
            site.process.close()


def rooms_without_end(site: Site, runner: asyncio.Runner) -> Iterator[str]:
    """A failure is tried again and again until it is small, each time in a room of its own."""
    for block in count():
        keys = [f"m{block}-{number}" for number in range(50)]
        runner.run(open_more(sqlite_url(site.process.data), keys))
        yield from keys


@pytest.mark.timeout(180)
def test_every_device_sees_what_the_oracle_says(leash: Leash, tmp_path_factory: pytest.TempPathFactory) -> None:
    play(leash, tmp_path_factory, share=0.15, steps=25)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_every_device_sees_what_the_oracle_says_for_long(
    leash: Leash, tmp_path_factory: pytest.TempPathFactory
) -> None:
    play(leash, tmp_path_factory, share=0.3, steps=50)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_every_device_sees_what_the_oracle_says_though_the_server_dies(
    leash: Leash, tmp_path_factory: pytest.TempPathFactory
) -> None:
    play(leash, tmp_path_factory, share=0.02, steps=40, crashes=True)
