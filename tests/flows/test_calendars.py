"""Dates in people's own calendars: invitations through their whole life, a feed, and what calendars answer."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject

from server.post.letter import filled
from server.scheduling.calendars.rules import read_reply
from server.scheduling.reminders.tables import reminder
from tests.flows.office import DAY, NOW, Office, copy_founded, open_office
from tests.flows.test_dates import LATER, SOON, agreed, ask, kept, propose
from tests.flows.test_gatherings import plan, planned
from tests.flows.test_pairing import pair

KEY = "a key that is long enough".replace(" ", "-")
ORIGIN, ORGANISER = "https://rooms.example", "atelje@rooms.example"


@pytest.fixture
async def answered_office(founded_file: Path, tmp_path: Path) -> AsyncIterator[Office]:
    async with open_office(copy_founded(founded_file, tmp_path), tmp_path, ATELJE_REPLIES_KEY=KEY) as office:
        yield office


async def invitations(office: Office, person: str) -> list[tuple[str, dict[str, Any]]]:
    """The person's mails about dates, in the order in which they were queued, each with its facts."""
    rows = [row for row in await office.mails() if row.person == person and row.template.startswith("date")]
    return [(row.template, json.loads(row.facts)) for row in rows if row.facts]


def event_of(facts: dict[str, Any]) -> Any:
    """Read by a library that is not ours."""
    return vobject.readOne(filled(facts["calendar"], ORIGIN, ORGANISER))


async def test_an_invitation_through_its_whole_life(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    item = await agreed(office, room, address="Canary", words="Canary", place="address")
    (one,) = await kept(office)
    ((template, facts),) = await invitations(office, "blagica")
    calendar = event_of(facts)
    event = calendar.vevent
    assert (template, calendar.method.value, event.sequence.value) == ("dates_agreed", "REQUEST", "0")
    assert event.uid.value == one.id
    assert event.dtstart.value == datetime.fromtimestamp(SOON / 1000, UTC)
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Skopje"]
    assert (event.organizer.value, event.url.value) == (f"mailto:{ORGANISER}", f"{ORIGIN}/room/{room}")
    # Nobody learns another's address.
    assert [one.value for one in event.attendee_list] == ["mailto:blagica@people.example"]
    assert event.summary.value == "Средба"
    assert "Canary" not in json.dumps(facts)

    office.clock.now += DAY // 2
    await office.product.post.send_all()
    await ask(office, "blagica", "room.move_date", room, item=item, starts=[LATER], reason="Canary")
    await ask(office, "nika", "room.accept_time", room, item=item, start=LATER)
    moved, facts = (await invitations(office, "nika"))[-1]
    event = event_of(facts).vevent
    assert (moved, event.uid.value, event.sequence.value) == ("date_moved", one.id, "1")
    assert event.dtstart.value == datetime.fromtimestamp(LATER / 1000, UTC)
    assert (facts["before"], facts["start"]) == (SOON, LATER)

    await ask(office, "nika", "room.cancel_date", room, item=item)
    over, facts = (await invitations(office, "blagica"))[-1]
    calendar = event_of(facts)
    assert (over, calendar.method.value, calendar.vevent.status.value, calendar.vevent.sequence.value) == (
        "date_cancelled",
        "CANCEL",
        "CANCELLED",
        "2",
    )
    assert "Canary" not in json.dumps(facts)


async def test_who_is_no_longer_there_is_told_so_and_may_come_back(office: Office) -> None:
    room = (await pair(office, "nika,djordje+ines"))["room"]
    item = await propose(office, "nika", room, SOON)
    await ask(office, "ines", "room.accept_time", room, item=item, start=SOON)
    await ask(office, "djordje", "room.cannot_come", room, item=item)
    template, facts = (await invitations(office, "djordje"))[-1]
    cancelled = event_of(facts)
    assert (template, cancelled.method.value, cancelled.vevent.sequence.value) == ("date_declined", "CANCEL", "1")
    assert len(await invitations(office, "nika")) == 1, "to the others nothing has changed"
    await ask(office, "djordje", "room.can_come", room, item=item)
    template, facts = (await invitations(office, "djordje"))[-1]
    event = event_of(facts).vevent
    assert (template, int(event.sequence.value)) == ("dates_agreed", 2)


async def test_what_was_not_sent_yet_is_called_back(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    item = await agreed(office, room)
    await ask(office, "nika", "room.cancel_date", room, item=item)
    assert [template for template, _ in await invitations(office, "blagica")] == ["date_cancelled"]


async def test_a_series_is_one_mail(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room, repeats={"weeks": 1, "months": 0, "times": 5, "skip_holidays": False})
    told = await invitations(office, "nika")
    assert [facts["more"] for _, facts in told] == [4]
    calendar = event_of(told[-1][1])
    assert calendar.method.value == "PUBLISH"
    assert len({event.uid.value for event in calendar.vevent_list}) == len(calendar.vevent_list)


async def test_who_wants_no_invitations_gets_none_and_titles_are_as_private_as_chosen(office: Office) -> None:
    assert await office.get("nika", "/me/calendar-wishes") == {
        "titles": "plain",
        "invitations": True,
        "feed_since": None,
    }
    await office.put("nika", "/me/calendar-wishes", {"titles": "plain", "invitations": False})
    await office.put("blagica", "/me/calendar-wishes", {"titles": "names", "invitations": True})
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room)
    assert await invitations(office, "nika") == []
    ((_, facts),) = await invitations(office, "blagica")
    assert event_of(facts).vevent.summary.value == "Средба: Nika Šircelj"


async def test_a_feed_shows_my_dates_to_whoever_has_its_address_until_it_is_ended(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    item = await agreed(office, room, address="Canary", place="address")
    path = (await office.post("nika", "/me/calendar-feed"))["path"]
    answer = await office.client.get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = vobject.readOne(answer.text)
    assert (calendar.method.value, calendar.vevent.summary.value) == ("PUBLISH", "Srečanje")
    assert calendar.vevent.dtstart.value == datetime.fromtimestamp(SOON / 1000, UTC)
    assert "Canary" not in answer.text
    assert "attendee" not in calendar.vevent.contents
    assert path not in json.dumps([dict(row._mapping) for row in await office.mails()], default=str)
    again = (await office.post("nika", "/me/calendar-feed"))["path"]
    assert (await office.client.get(path)).status_code == 404
    await ask(office, "nika", "room.cancel_date", room, item=item)
    assert "VEVENT" not in (await office.client.get(again)).text
    await office.done("nika", "DELETE", "/me/calendar-feed")
    for address in (again, "/calendar/nothing.ics", f"/calendar/{'x' * 4000}.ics"):
        assert (await office.client.get(address)).status_code == 404


async def test_a_feed_shows_what_was_for_a_while_and_nothing_that_i_said_no_to(office: Office) -> None:
    room = (await pair(office, "nika,djordje+ines"))["room"]
    for start in (SOON, LATER):
        item = await propose(office, "nika", room, start)
        await ask(office, "ines", "room.accept_time", room, item=item, start=start)
    await ask(office, "djordje", "room.cannot_come", room, item=item)
    paths = {person: (await office.post(person, "/me/calendar-feed"))["path"] for person in ("nika", "djordje")}

    async def begins(person: str) -> list[datetime]:
        events = vobject.readOne((await office.client.get(paths[person])).text).contents.get("vevent", [])
        return [event.dtstart.value for event in events]

    first, second = (datetime.fromtimestamp(start / 1000, UTC) for start in (SOON, LATER))
    assert (await begins("nika"), await begins("djordje")) == ([first, second], [first])
    office.clock.now = SOON + 89 * DAY
    assert (await begins("nika"), await begins("djordje")) == ([first, second], [first])
    office.clock.now = SOON + 91 * DAY
    assert (await begins("nika"), await begins("djordje")) == ([second], [])


def reply(
    uid: str,
    answer: str,
    who: str = "blagica@people.example",
    revision: int = 0,
    stamp: int = 0,
    sender: str | None = None,
) -> bytes:
    at = datetime.fromtimestamp((NOW + stamp * 60_000) / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = (
        f"From: {sender or f'Somebody <{who}>'}",
        "MIME-Version: 1.0",
        "Content-Type: text/calendar; method=REPLY; charset=utf-8",
        "",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Somebody//EN",
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{at}",
        f"SEQUENCE:{revision}",
        f"ATTENDEE;PARTSTAT={answer}:mailto:{who}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    return "\r\n".join(lines).encode()


async def hand_over(office: Office, mail: bytes, key: str = KEY) -> int:
    headers = {"Authorization": f"Bearer {key}"}
    return (await office.client.post("/mail/replies", content=mail, headers=headers)).status_code


async def test_what_a_calendar_answers_is_as_good_as_a_tap(answered_office: Office) -> None:
    office = answered_office
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room)
    (one,) = await kept(office)

    async def answers() -> dict[str, str]:
        (now,) = await kept(office)
        return {guest.person: guest.answer for guest in now.guests} | {"state": now.state}

    for nothing in (
        reply("0" * 26, "ACCEPTED"),
        reply(one.id, "ACCEPTED", who="nobody@people.example"),
        reply(one.id, "MAYBE"),
        reply(one.id, "ACCEPTED").replace(b"METHOD:REPLY", b"METHOD:REQUEST"),
        b"no mail at all",
        b"",
        reply(one.id, "ACCEPTED") * 200,
    ):
        assert await hand_over(office, nothing) == 204
    assert await answers() == {"nika": "NEEDS-ACTION", "blagica": "NEEDS-ACTION", "state": "agreed"}
    assert await hand_over(office, reply(one.id, "ACCEPTED"), "another key that is long") == 404
    assert await hand_over(office, reply(one.id, "ACCEPTED", "Blagica@PEOPLE.example")) == 204
    assert (await answers())["blagica"] == "ACCEPTED"
    assert await hand_over(office, reply(one.id, "DECLINED", stamp=1)) == 204
    assert await answers() == {"nika": "NEEDS-ACTION", "blagica": "DECLINED", "state": "cancelled"}


async def test_an_answer_to_an_earlier_time_is_none(answered_office: Office) -> None:
    office = answered_office
    room = (await pair(office, "nika+blagica"))["room"]
    item = await agreed(office, room)
    await ask(office, "nika", "room.move_date", room, item=item, starts=[LATER])
    await ask(office, "blagica", "room.accept_time", room, item=item, start=LATER)
    (one,) = await kept(office)
    await hand_over(office, reply(one.id, "DECLINED", revision=0))
    await hand_over(office, reply(one.id, "TENTATIVE", "nika@people.example", revision=1))
    (now,) = await kept(office)
    assert {guest.person: guest.answer for guest in now.guests} == {"nika": "TENTATIVE", "blagica": "NEEDS-ACTION"}


async def test_what_others_answered_holds_when_somebody_comes_after_all(answered_office: Office) -> None:
    office = answered_office
    room = (await pair(office, "nika,djordje+ines"))["room"]
    item = await propose(office, "nika", room, SOON)
    await ask(office, "ines", "room.accept_time", room, item=item, start=SOON)
    for method in ("room.cannot_come", "room.can_come"):
        await ask(office, "djordje", method, room, item=item)
    (one,) = await kept(office)
    assert one.revision == 2
    await hand_over(office, reply(one.id, "ACCEPTED", "ines@people.example", revision=0))
    (one,) = await kept(office)
    assert {guest.person: guest.answer for guest in one.guests}["ines"] == "ACCEPTED"


@pytest.mark.parametrize(
    "sender",
    [
        "nika@people.example",
        '"blagica@people.example" <nika@people.example>',
        "blagica@people.example, nika@people.example",
        "nika@people.example\r\nFrom: blagica@people.example",
        "\udcff<",
        "",
    ],
)
async def test_nobody_answers_for_another(answered_office: Office, sender: str) -> None:
    office = answered_office
    await agreed(office, (await pair(office, "nika+blagica"))["room"])
    (one,) = await kept(office)
    mail = reply(one.id, "DECLINED", sender="SENDER").decode().replace("SENDER", sender)
    assert await hand_over(office, mail.encode(errors="surrogateescape")) == 204
    (now,) = await kept(office)
    assert {guest.answer for guest in now.guests} == {"NEEDS-ACTION"}


async def test_without_a_key_nobody_hands_over_answers(office: Office) -> None:
    assert await hand_over(office, reply("0" * 26, "ACCEPTED"), "") in (404, 405)


def test_an_answer_that_no_database_takes_is_none() -> None:
    lines = "BEGIN:VCALENDAR|METHOD:REPLY|BEGIN:VEVENT|UID:{uid}|DTSTAMP:{stamp}|SEQUENCE:1|"
    lines += "ATTENDEE;PARTSTAT=DECLINED:mailto:a@people.example|END:VEVENT|END:VCALENDAR|"
    file = lines.replace("|", "\r\n")
    assert read_reply(file.format(uid="a\0b", stamp="20261118T110000Z").encode()) is None
    reply = read_reply(file.format(uid="ab", stamp="2026\0x").encode())
    assert reply is not None
    assert (reply.uid, reply.stamp) == ("ab", "2026x")


async def test_a_gathering_is_answered_with_all_that_follows(answered_office: Office) -> None:
    """A no takes the reminders along, and a yes after it plans them again."""
    office = answered_office
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01"))

    async def reminded() -> int:
        return len([row for row in await office.rows(reminder) if row.person == "nika"])

    assert await reminded() == 2
    await hand_over(office, reply(one["id"], "DECLINED", "nika@people.example"))
    assert await reminded() == 0
    await hand_over(office, reply(one["id"], "ACCEPTED", "nika@people.example", stamp=1))
    assert await reminded() == 2


async def test_what_is_over_is_answered_no_more(answered_office: Office) -> None:
    office = answered_office
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01"))
    (before,) = await kept(office)
    office.clock.now = before.end
    await hand_over(office, reply(one["id"], "DECLINED", "nika@people.example"))
    assert await kept(office) == [before]
