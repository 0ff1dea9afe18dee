"""The standing call of a room on the wire. The call itself is somebody else's service: nothing of it comes here."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L0, L4
from server.contract.things import Added, Changed, Removed, ThingCommand

CALLS = 20
"""There is one for each reader; who joined later set another, which then is everybody's: the newest one counts."""
FALLBACK = 300
"""Code points."""


class Call(Added, frozen=True):
    """Where the members of a room meet at a distance. `link`: opened in the browser, empty where they only telephone;
    `fallback`: what they do when it does not work, in their own words. `trouble_by`, `trouble_at` (ms): who said that
    it does not work, and when, until somebody says otherwise."""

    link: Annotated[str, L4]
    fallback: Annotated[str, L4]
    trouble_by: Annotated[str | None, L0]
    trouble_at: Annotated[int | None, L4]


class CallChanged(Changed, frozen=True):
    """Another link, another fallback, or how it goes."""

    link: Annotated[str | UnsetType, L4] = UNSET
    fallback: Annotated[str | UnsetType, L4] = UNSET
    trouble_by: Annotated[str | UnsetType | None, L0] = UNSET
    trouble_at: Annotated[int | UnsetType | None, L4] = UNSET


class CallRemoved(Removed, frozen=True):
    """No link and no fallback any more, and none of those before."""


class SetCall(ThingCommand, frozen=True, omit_defaults=True):
    """Set the room's call, or what is given of it. One of the two has to be there."""

    link: Annotated[str | None, L4] = None
    fallback: Annotated[str | None, L4] = None


class TellTrouble(ThingCommand, frozen=True, omit_defaults=True):
    """It does not work; or, with `over`, it does again."""

    item: Annotated[Offset, L4]
    over: Annotated[bool, L4] = False


class RemoveCall(ThingCommand, frozen=True, omit_defaults=True):
    """Take the call away: every link that it ever had is removed."""

    item: Annotated[Offset, L4]
