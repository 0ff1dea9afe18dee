"""What of people's dates is pushed to their devices, and to whom."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from server.accounts.tables import login
from server.flows import pushing
from server.flows.reminding import tell_some
from server.post.push import service as push
from server.post.push.tables import push as queue
from server.post.push.tables import push_device
from tests.flows.office import DAY, Office
from tests.flows.test_dates import HOUR, LATER, SOON, agreed, ask, propose
from tests.flows.test_pairing import pair


async def with_device(office: Office, person: str) -> None:
    """At a push service that nobody asks here."""
    await office.get(person, "/me")
    mine = select(login.c.id).where(login.c.person == person)
    found = await office.read(lambda c: str(c.execute(mine).scalar()))
    await office.unit(lambda unit: push.add_device(unit, person, found, f"https://push.example/{person}"))


async def pushed(office: Office) -> list[tuple[str, str]]:
    """Whom and why, since it was asked last."""
    waiting = select(push_device.c.person, queue.c.kind).join(queue, queue.c.login == push_device.c.login)
    found = await office.read(lambda c: [(row.person, row.kind) for row in c.execute(waiting)])
    await office.unit(lambda unit: unit.connection.execute(queue.delete()))
    return sorted(found)


async def test_a_date_is_pushed_to_the_others_when_it_is_agreed_moved_and_called_off(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "nika+blagica"))["room"]
    for person in ("nika", "blagica", "djordje"):
        await with_device(office, person)
    assert await pushed(office) == []
    item = await agreed(office, room)
    # One that times wait, the other that one of them was accepted.
    assert await pushed(office) == [("blagica", "meeting"), ("nika", "meeting")]
    await ask(office, "nika", "room.move_date", room, item=item, starts=[LATER])
    assert await pushed(office) == [("blagica", "meeting")]
    await ask(office, "blagica", "room.accept_time", room, item=item, start=LATER)
    assert await pushed(office) == [("nika", "meeting")]
    await ask(office, "blagica", "room.cancel_date", room, item=item)
    assert await pushed(office) == [("nika", "meeting")]


async def test_whose_device_is_told_of_times_that_wait_gets_no_mail_of_them(office: Office) -> None:
    room = (await pair(office, "nika,djordje+blagica"))["room"]
    await with_device(office, "blagica")
    await propose(office, "nika", room, SOON)
    assert await pushed(office) == [("blagica", "meeting")]
    assert [row.person for row in await office.mails() if row.template == "date_asked"] == ["djordje"]


async def test_who_runs_late_is_told_of_to_the_others_at_once(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    item = await agreed(office, room)
    for person in ("nika", "blagica"):
        await with_device(office, person)
    office.clock.now = SOON - HOUR // 2
    assert (await ask(office, "nika", "room.run_late", room, item=item, minutes=10)).status_code == 200
    assert await pushed(office) == [("blagica", "starting")]


async def test_reminders_are_pushed_too(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room)
    await with_device(office, "nika")
    office.clock.now = SOON - DAY
    await office.unit(tell_some)
    assert await pushed(office) == [("nika", "meeting")]
    office.clock.now = SOON - HOUR
    await office.unit(tell_some)
    assert await pushed(office) == [("nika", "starting")]


async def test_nodes_that_tell_a_device_at_once_leave_one_push(either_office: Office) -> None:
    office = either_office
    await with_device(office, "nika")
    told = await asyncio.gather(
        *(office.unit(lambda unit: pushing.tell(unit, ["nika"], "meeting")) for _ in range(4)),
        office.unit(lambda unit: pushing.tell(unit, ["nika"], "starting")),
    )
    assert told == [{"nika"}] * 5
    assert await pushed(office) == [("nika", "starting")]
