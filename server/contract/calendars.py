"""What I want of my own calendar."""

from typing import Annotated, Literal

import msgspec

from server.contract.levels import OWN

Titles = Literal["plain", "names"]


class CalendarWishes(msgspec.Struct, frozen=True):
    """`titles`: what a meeting is called in my calendar: `plain`, a meeting, or `names`, also with whom it is.
    `invitations`: they come by mail. `feed_since`: ms, since when there is a feed at its present address."""

    titles: Annotated[Titles, OWN]
    invitations: Annotated[bool, OWN]
    feed_since: Annotated[int | None, OWN]


class SetCalendarWishes(msgspec.Struct, frozen=True):
    titles: Annotated[Titles, OWN]
    invitations: Annotated[bool, OWN]


class FeedAddress(msgspec.Struct, frozen=True):
    """`path` on this server; told once, here. Whoever has it sees my dates."""

    path: Annotated[str, OWN]
