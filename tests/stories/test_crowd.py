"""Three hundred clients of the official SDK come and go while ten write, over every transport: all have one log."""

from __future__ import annotations

import asyncio
import json
import subprocess

import pytest

from tests.stories.opening import OpenSite
from tests.stories.sdks import HERE, install

PEOPLE = [f"crowd{number:03}" for number in range(300)]
WRITERS = 10
WAYS = ("websocket", "websocket protobuf", "http_stream", "http_stream protobuf", "sse")
"""One after the other."""


@pytest.mark.serial
@pytest.mark.parametrize(
    ("seconds", "every", "seed"),
    [
        pytest.param(8, 0.4, 1, id="short"),
        *[pytest.param(300, 0.4, seed, id=f"long-{seed}", marks=pytest.mark.soak) for seed in (2, 3)],
    ],
)
async def test_a_crowd_that_comes_and_goes_has_one_log(
    open_site: OpenSite, seconds: int, every: float, seed: int
) -> None:
    """`every`: seconds between two messages of one writer, on average."""
    site = await open_site(spare=0, rooms={"crowd": PEOPLE}, ATELJE_LIMITS="off")
    await asyncio.to_thread(install)
    order = {
        "origin": site.origin,
        "room": "crowd",
        "people": [
            {"cookie": site.cookie(person), "way": WAYS[number % len(WAYS)]} for number, person in enumerate(PEOPLE)
        ],
        "writers": WRITERS,
        "seconds": seconds,
        "every": every,
        "seed": seed,
    }
    program = await asyncio.create_subprocess_exec(
        "node", str(HERE / "crowd.mjs"), json.dumps(order), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        async with asyncio.timeout(seconds + 45):
            told, errors = await program.communicate()
    finally:
        if program.returncode is None:
            program.kill()
            await program.wait()
    assert program.returncode == 0, errors.decode()
    seen = json.loads(told)
    print(f"{seen['written']} messages, {seen['returns']} returns")
    assert seen["faults"] == []
    # The room's opening is its first entry.
    assert seen["positions"] == [seen["written"] + 1]
    assert len(seen["logs"]) == 1
    assert seen["returns"] >= len(PEOPLE) // 3, "fewer even on a busy machine are no crowd that comes and goes"
    async with site.browser(PEOPLE[0]) as browser:
        assert (await browser.snapshot("crowd"))["offset"] == seen["top"] == seen["written"] + 1
