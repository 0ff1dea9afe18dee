"""What a client makes of a room: a snapshot as the server answers it, and entries folded into an older one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tests.rooms.oracle import State, fold
from tests.stories.site import Browser


async def whole(browser: Browser, room: str) -> State:
    """All that this person may read of a room, fresh from the server."""
    snapshot = await browser.snapshot(room)
    messages = list(snapshot["messages"])
    page = snapshot
    while page["earlier"]:
        page = await browser.talk(room, messages[0]["id"])
        messages = list(page["messages"]) + messages
    return {name: snapshot[name] for name in ("offset", "talk", "members")} | {"messages": messages}


def folded(before: State, entries: Iterable[tuple[int, Any]]) -> State:
    return fold(before, entries)


def canonical(state: State) -> str:
    """Byte for byte the same for the same state. Names are no matter of the log, and members come in any order."""
    members = [{**member, "name": ""} for member in state["members"]]
    ordered = {**state, "members": sorted(members, key=lambda member: str(member["person"]))}
    return json.dumps(ordered, sort_keys=True, ensure_ascii=False)
