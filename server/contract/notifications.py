"""How I am told that there is something new while I am away, and when I am not."""

from typing import Annotated

import msgspec
from msgspec import Meta

from server.contract.calendar import Time
from server.contract.levels import OPEN, OWN


class MyQuietHours(msgspec.Struct, frozen=True):
    """Hours of every day in which nothing that can wait is mailed or pushed to me, by the clock where I am: over
    midnight where `until` is the earlier one, none where both are the same."""

    since: Annotated[Time, OWN]
    until: Annotated[Time, OWN]


class PushDevice(msgspec.Struct, frozen=True):
    """A browser that is told that there is something new while I am away. `login`: which of mine, `label`: which
    browser on which system, `this`: the one that asks; `since`: ms. `failed`: the last push did not arrive."""

    login: Annotated[str, OWN]
    label: Annotated[str, OWN]
    since: Annotated[int, OWN]
    failed: Annotated[bool, OWN]
    this: Annotated[bool, OWN]


class MyPush(msgspec.Struct, frozen=True):
    """`key`: what a browser needs for subscribing, in base64url; null where this server pushes to nobody."""

    key: Annotated[str | None, OPEN]
    devices: Annotated[tuple[PushDevice, ...], OWN]


class SubscribePush(msgspec.Struct, frozen=True):
    """Tell this browser from now on. `endpoint`: the address that its push service gave it. Its keys are not asked
    for, because nothing is ever sent that would have to be encrypted."""

    endpoint: Annotated[Annotated[str, Meta(min_length=1, max_length=2_000)], OWN]
