"""P1: what was acknowledged is there after any crash, once, in order, at its offset, for each reader."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Sequence

import pytest

from tests.stories.faithful import Author, Listener
from tests.stories.opening import OpenSite
from tests.stories.site import Site
from tests.waiting import until

WRITERS = ("ana", "bor")


@pytest.mark.parametrize("points", [4])
async def test_nothing_acknowledged_is_lost_through_kill_9(open_site: OpenSite, points: int) -> None:
    await crash(await open_site(ATELJE_LIMITS="off"), sends=800, points=points)


@pytest.mark.soak
@pytest.mark.timeout(900)
async def test_nothing_acknowledged_is_lost_through_kill_9_for_long(open_site: OpenSite) -> None:
    await crash(await open_site(ATELJE_LIMITS="off"), sends=10_000, points=24)


async def crash(site: Site, sends: int, points: int) -> None:
    """Two people write from two devices each; two more devices listen. The server dies `points` times under way."""
    room = site.room()
    ids = map(str, itertools.count())
    authors = [Author(site.device(person), room, ids) for person in WRITERS * 2]
    listeners = [Listener(site.device(person), room) for person in WRITERS]
    listening = [asyncio.create_task(one.listen()) for one in listeners]
    texts = [[f"{which}.{number}" for number in range(sends // len(authors))] for which in range(len(authors))]
    writing = [asyncio.create_task(one.say(said)) for one, said in zip(authors, texts, strict=True)]
    for point in range(points):
        share = (point + 1) * sends // (points + 1)
        await until(lambda share=share: acknowledged(authors) >= share, 120)
        # Without a pause: commands are in the socket, in the queue, in the transaction.
        await asyncio.to_thread(site.process.restart)
    await asyncio.gather(*writing)
    await is_whole(site, room, sends)
    await until(lambda: all(one.position == 1 + sends for one in listeners), 60)
    for task in listening:
        task.cancel()
    tries = sum(one.tries for one in authors)
    print(f"\n{sends} sends, {points} kills, {tries - sends} repeats, {sum(one.returns for one in listeners)} returns")
    await hold_to_promise(site, room, authors, texts, listeners)
    for one in (*authors, *listeners):
        await one.device.close()


async def is_whole(site: Site, room: str, sends: int) -> None:
    async with site.browser("ana") as browser:
        snapshot = await browser.snapshot(room)
    assert (snapshot["offset"], snapshot["talk"]) == (1 + sends, sends), "acknowledged and lost, or doubled"


async def hold_to_promise(
    site: Site, room: str, authors: Sequence[Author], texts: Sequence[Sequence[str]], listeners: Sequence[Listener]
) -> None:
    answered = {text: offset for one in authors for text, offset in one.acknowledged.items()}
    sends = sum(map(len, texts))
    async with site.browser("ana") as browser:
        there = await browser.messages(room)
    assert {message["text"]: message["id"] for message in there} == answered, "lost, or at another offset"
    assert len(there) == sends, "doubled"
    assert [message["number"] for message in there] == list(range(1, sends + 1))
    for one, said in zip(authors, texts, strict=True):
        offsets = [one.acknowledged[text] for text in said]
        assert offsets == sorted(offsets), "not in the order of writing"
    for listener in listeners:
        feed = listener.device.feed(room)
        assert listener.device.faults == []
        assert listener.losses == 0
        assert feed.offsets == list(range(1, sends + 2))
        assert dict(zip(feed.texts, feed.offsets[1:], strict=True)) == answered


def acknowledged(authors: Sequence[Author]) -> int:
    return sum(len(one.acknowledged) for one in authors)
