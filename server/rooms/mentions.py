"""Who is named in a message: `@[<person's id>]` in its text. Names change and are never stored; ids do not."""

from __future__ import annotations

import re
from collections.abc import Container

from server.contract.commands import MENTION_LIMIT
from server.errors import Refused

MARK = "@["

_MENTION = re.compile(r"@\[([A-Za-z0-9_-]{1,64})\]")


def mentioned(text: str, people: Container[str]) -> tuple[str, ...]:
    """Those of `people` that the text names, each once, in ascending order. Raises Refused too_many_mentions."""
    if MARK not in text:
        return ()
    found = {person for person in _MENTION.findall(text) if person in people}
    if len(found) > MENTION_LIMIT:
        raise Refused("too_many_mentions", limit=MENTION_LIMIT)
    return tuple(sorted(found))
