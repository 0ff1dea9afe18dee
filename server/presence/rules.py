"""One person's devices in one room: what each event makes of them, and what they amount to. Time is an argument."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b

from server.presence.model import Came, Device, Devices, Mark, Turned, Went

GRACE_SECONDS = 8.0
"""A line that breaks is usually back within seconds: so long nobody is told."""

CROWD = 50
"""With more people than this, joins and leaves one by one would be noise."""

TYPING_SECONDS = 1.0
"""A person's writing is told at most once in this time, room by room."""


def arrive(devices: Devices, client: str) -> Devices:
    """Somebody who is back needs no grace for the line that broke before."""
    return (*(one for one in devices if one.until is None and one.client != client), Device(client))


def depart(devices: Devices, client: str, *, deliberate: bool, now: float) -> Devices:
    """Only this connection's: an old line's late end never takes the new one along."""
    if deliberate:
        return tuple(one for one in devices if one.client != client)
    return tuple(
        replace(one, until=now + GRACE_SECONDS) if one.client == client and one.until is None else one
        for one in devices
    )


def turn(devices: Devices, client: str, mark: Mark) -> Devices:
    return tuple(replace(one, mark=mark) if one.client == client else one for one in devices)


def expire(devices: Devices, now: float) -> Devices:
    return tuple(one for one in devices if one.until is None or one.until > now)


def lingers(devices: Devices) -> bool:
    """Whether time alone will change them."""
    return any(one.until is not None for one in devices)


def has(devices: Devices, client: str) -> bool:
    """Whether this connection is one of them, with its line open."""
    return any(one.client == client and one.until is None for one in devices)


def mark_of(devices: Devices) -> Mark | None:
    """Here if any of them is; None for nobody."""
    return merged([one.mark for one in devices])


def merged(marks: list[Mark]) -> Mark | None:
    if not marks:
        return None
    return Mark.HERE if Mark.HERE in marks else Mark.AWAY


def together(parts: Iterable[Mapping[str, Mark]]) -> dict[str, Mark]:
    """People of several nodes as one."""
    found: dict[str, Mark] = {}
    for part in parts:
        for person, mark in part.items():
            found[person] = Mark.HERE if Mark.HERE in (mark, found.get(person)) else Mark.AWAY
    return found


def change(person: str, before: Mark | None, after: Mark | None) -> Came | Went | Turned | None:
    """What there is to tell."""
    if before is after:
        return None
    if after is None:
        return Went(person)
    return Came(person, after) if before is None else Turned(person, after)


def row_id(key: bytes, room: str, person: str) -> str:
    """What stands for a person in a room's roster: the same each time, another one in each room, and no id."""
    return blake2b(f"{room} {person}".encode(), key=key[:64], digest_size=12).hexdigest()
