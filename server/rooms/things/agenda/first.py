"""What stands on the agenda of a room that opens: questions to prepare the first meeting with. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from server.rooms.things.agenda.contract import Point, Prompt
from server.rooms.things.rank import rank_after

MINUTES: Mapping[Prompt, int] = {"who": 10, "wishes": 20, "ways": 10, "agreement": 10, "next": 10}
"""An hour in all."""


def first_points() -> Iterator[Point]:
    """In their order."""
    ranks: list[str] = []
    for prompt in get_args(Prompt):
        ranks.append(rank_after(ranks, ranks[-1] if ranks else None))
        yield Point("", MINUTES[prompt], "", ranks[-1], done=False, meeting=None, prompt=prompt)
