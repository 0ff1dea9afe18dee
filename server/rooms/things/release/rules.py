"""Two keys: what may be proposed to be read outside, when it is open, and when it can still be read. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from typing import assert_never

from server.errors import Refused
from server.rooms.things.kind import ThingSituation
from server.rooms.things.release import contract
from server.rooms.things.release.contract import (
    AgreeToRelease,
    ProposeRelease,
    Release,
    ReleaseChanged,
    ReleaseRemoved,
    WithdrawRelease,
)
from server.rooms.things.words import clean_line, clean_words

Command = ProposeRelease | AgreeToRelease | WithdrawRelease


def decide(command: Command, at: ThingSituation) -> Release | ReleaseChanged | ReleaseRemoved:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, until_invalid, message_not_found, message_withdrawn,
    author_has_left, nobody_to_agree, too_many_items, item_not_found, release_lapsed, release_over."""
    match command:
        case ProposeRelease():
            return _propose(command, at)
        case AgreeToRelease():
            return _agree(command.item, at.item(command.item).body, at)
        case WithdrawRelease():
            return _withdraw(command.item, at.item(command.item).body, at)
        case _:
            assert_never(command)


def _propose(command: ProposeRelease, at: ThingSituation) -> Release:
    at.check_place(contract.RELEASES)
    if len(at.room.members) == 1:
        raise Refused("nobody_to_agree")
    if command.message is not None:
        _check_message(at)
    today = day(at.now)
    if not today <= command.until <= today + timedelta(days=contract.DAYS):
        raise Refused("until_invalid")
    words = clean_words(command.words, contract.WORDS)
    if not words:
        raise Refused("text_empty")
    return Release(
        words=words,
        scope=clean_line(command.scope, contract.LINE),
        reader=clean_line(command.reader, contract.LINE),
        until=command.until,
        source=clean_line(command.source, contract.LINE) if command.source.strip() else "",
        message=command.message,
        asked=tuple(sorted(at.room.members)),
        agreed=(at.actor,),
        state="proposed",
        read_at=None,
    )


def _check_message(at: ThingSituation) -> None:
    """Whose words they are has to be there to agree."""
    if at.message is None:
        raise Refused("message_not_found")
    if at.message.text is None:
        raise Refused("message_withdrawn")
    if at.message.author not in at.room.members:
        raise Refused("author_has_left")


def _agree(item: int, release: Release, at: ThingSituation) -> ReleaseChanged:
    if release.state == "withdrawn" or release.until < day(at.now):
        raise Refused("release_over")
    # Or taking out who has not agreed would open it.
    if set(release.asked) != set(at.room.members):
        raise Refused("release_lapsed")
    agreed = tuple(sorted({*release.agreed, at.actor}))
    return ReleaseChanged(item, agreed=agreed, state="open" if set(agreed) == set(release.asked) else "proposed")


def _withdraw(item: int, release: Release, at: ThingSituation) -> ReleaseChanged | ReleaseRemoved:
    """What nobody has read leaves nothing. In a room that is closed things can only be removed."""
    if release.state == "withdrawn" and at.room.closed is None:
        raise Refused("release_over")
    if release.read_at is None or at.room.closed is not None:
        return ReleaseRemoved(item)
    return ReleaseChanged(item, state="withdrawn")


def is_readable(release: Release, members: Collection[str], now: int) -> bool:
    """By who has the link. `now`: ms. Everybody who is in the room has agreed, and nobody who agreed has gone."""
    return (
        release.state == "open"
        and set(release.agreed) == set(members)
        and len(members) > 1
        and day(now) <= release.until
    )


def day(at: int) -> date:
    """The day that a time (ms) lies in, in UTC."""
    return datetime.fromtimestamp(at / 1000, UTC).date()
