"""A device that may be told, and a push from being asked for until the device's push service has taken it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["unread", "meeting", "starting", "test"]
"""Why a device is told; it decides how long and how urgently, and is never sent: `meeting` was agreed, moved or called
off, or is tomorrow, `starting` is one that begins within the hour."""


@dataclass(frozen=True, slots=True)
class Device:
    """A browser that a person has asked to be told in, known by its login. `endpoint`: where its push service takes
    pushes for it, a secret. `failed_at`: since when pushes do not arrive; ms."""

    login: str
    person: str
    endpoint: str
    since: int
    failed_at: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A push that this node has taken to send. `until`: ms, when it is no news any more. `tries` counts this attempt
    too, and names the lease."""

    login: str
    person: str
    endpoint: str
    kind: Kind
    until: int
    tries: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one ended. `gone`: the device takes none any more; `here`: its person is, and needs none. `due_at`: ms,
    when it may be tried again, where somebody has said so."""

    state: Literal["sent", "here", "later", "never", "gone"]
    reason: str = ""
    due_at: int | None = None
