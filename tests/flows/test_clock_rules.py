"""A new release of the rules of clocks: what was agreed on is what the clock showed."""

from __future__ import annotations

from datetime import datetime, timedelta

from server.flows.clock_rules import apply_some
from server.rooms.service import Rooms
from server.scheduling.appointments.service import TZ_RELEASE
from server.scheduling.zones import UnknownZone, instant
from tests.flows.office import DAY, NOW, Office
from tests.flows.test_calendars import invitations
from tests.flows.test_dates import HOUR, SOON, agreed, kept
from tests.flows.test_pairing import pair

NEW = "2099z"


def an_hour_later(zone: str, wall: datetime, fold: int = 0) -> datetime:
    """As if Skopje had done away with its winter time."""
    return instant(zone, wall, fold) + timedelta(hours=1 if zone == "Europe/Skopje" else 0)


def gone(zone: str, _wall: datetime, _fold: int = 0) -> datetime:
    raise UnknownZone(zone)


async def test_whose_date_moves_in_utc_is_told_and_their_clock_shows_the_same(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room, SOON)
    await agreed(office, room, SOON + DAY, zone="Europe/Belgrade")
    await office.product.post.send_all()
    before = await kept(office)
    count = await office.unit(lambda unit: apply_some(unit, Rooms(), NEW, an_hour_later))
    after = await kept(office)
    assert count == 2
    assert [one.start - old.start for one, old in zip(after, before, strict=True)] == [HOUR, 0]
    assert [one.wall for one in after] == [one.wall for one in before]
    assert {one.tz_release for one in after} == {NEW}
    assert [one.revision for one in after] == [1, 0]
    moved = [facts for template, facts in await invitations(office, "nika") if template == "date_moved"]
    assert [(one["before"], one["start"]) for one in moved] == [(SOON, SOON + HOUR)]
    (mine,) = (await office.get("blagica", "/me/meetings"))["rooms"]
    assert mine["next"]["at"] == SOON + HOUR, "the room says the same"
    assert await office.unit(lambda unit: apply_some(unit, Rooms(), NEW, an_hour_later)) == 0


async def test_what_is_over_and_a_zone_that_is_gone_stay_as_they_were(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room, SOON)
    (before,) = await kept(office)
    assert before.tz_release == TZ_RELEASE
    assert await office.unit(lambda unit: apply_some(unit, Rooms(), NEW, gone)) == 1
    (after,) = await kept(office)
    assert (after.start, after.tz_release) == (before.start, NEW)
    office.clock.now = NOW + 10 * DAY
    assert await office.unit(lambda unit: apply_some(unit, Rooms(), "2100a", an_hour_later)) == 0
