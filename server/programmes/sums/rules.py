"""Counting, and hiding what is too small to be nobody in particular. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import get_args

from server.programmes.sums.model import Came, GroupSum, Held, Kind, KindSum

LEAST = 5
"""People in a group that is shown to anybody else than its coordinator."""
NOWHERE = ""
"""The key of those whom no organisation brought in."""


def by_kind(held: Collection[Held]) -> list[KindSum]:
    """Those that there were, meetings first."""
    found = []
    for kind in get_args(Kind):
        these = [one for one in held if one.kind == kind]
        if these:
            there = sum(one.in_person for one in these)
            minutes, people = sum(one.minutes for one in these), sum(len(one.people) for one in these)
            found.append(KindSum(kind, len(these), minutes, len(these) - there, there, people))
    return found


def by_group(held: Collection[Held], key: Callable[[Came], str | None]) -> list[GroupSum]:
    """In the order of the keys."""
    return [_group((one,), events, key) for one, events in sorted(_events(held, key).items())]


def by_large_group(held: Collection[Held], key: Callable[[Came], str | None]) -> list[GroupSum]:
    """As `by_group`, with groups of fewer than five put together, the smallest first, until they are five; where all
    of them together are fewer, nothing is told of any. So no small one can be found by taking away from a sum."""
    events = _events(held, key)
    sizes = {one: len(_people([one], theirs, key)) for one, theirs in events.items()}
    by_size = sorted(sizes, key=lambda one: (sizes[one], one))
    together: list[str] = []
    for one in by_size:
        if sizes[one] >= LEAST and (not together or _together(together, events, key) >= LEAST):
            break
        together.append(one)
    shown = [_group((one,), events[one], key) for one in sorted(set(by_size) - set(together))]
    if together and _together(together, events, key) >= LEAST:
        all_of_them = {id(event): event for one in together for event in events[one]}
        shown.append(_group(tuple(sorted(together)), list(all_of_them.values()), key))
    return shown


def _events(held: Collection[Held], key: Callable[[Came], str | None]) -> Mapping[str, Sequence[Held]]:
    """By group: what at least one of it was at."""
    events: defaultdict[str, list[Held]] = defaultdict(list)
    for one in held:
        for group in {key(each) or NOWHERE for each in one.people}:
            events[group].append(one)
    return events


def _people(groups: Collection[str], held: Collection[Held], key: Callable[[Came], str | None]) -> set[str]:
    return {each.person for one in held for each in one.people if (key(each) or NOWHERE) in groups}


def _together(groups: Collection[str], events: Mapping[str, Sequence[Held]], key: Callable[[Came], str | None]) -> int:
    return len({person for one in groups for person in _people([one], events[one], key)})


def _group(keys: tuple[str, ...], held: Collection[Held], key: Callable[[Came], str | None]) -> GroupSum:
    meetings = sum(one.kind == "meeting" for one in held)
    people, minutes = len(_people(keys, held, key)), sum(one.minutes for one in held)
    return GroupSum(keys, people, meetings, len(held) - meetings, minutes)


def safe_cell(text: str) -> str:
    """So that no program takes it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
