"""What a mail server gets of a date through its whole life: mails that programs take for invitations, read here by the
standard library and by a reader of calendars that is not ours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import vobject

from tests.flows.office import COORDINATOR, PEOPLE, Office, copy_founded, open_office
from tests.flows.test_dates import HOUR, LATER, SOON, ask, kept, propose
from tests.flows.test_pairing import pair
from tests.post.mail_server import MailServer
from tests.waiting import until

SENDER = "atelje@rooms.example"
TITLES = {"nika": "Srečanje", "djordje": "Сусрет", "ines": "Susret", "goran": "Средба"}


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def sending(founded_file: Path, tmp_path: Path, mail_server: MailServer) -> AsyncIterator[Office]:
    told = {"ATELJE_SMTP_URL": mail_server.url, "ATELJE_MAIL_FROM": f"Atelje <{SENDER}>"}
    async with open_office(copy_founded(founded_file, tmp_path), tmp_path, **told) as office:
        yield office


@dataclass
class Letterbox:
    """`seen`: by person, the events of all their invitations."""

    office: Office
    server: MailServer
    seen: dict[str, list[Any]] = field(default_factory=dict)
    read: int = 0

    async def fetch(self, method: str, *people: str) -> dict[str, Any]:
        """By person, the event of the one invitation that each of these has got since the last time, and nobody else,
        all of this method."""
        await self.office.product.post.send_all()
        await until(lambda: len(self._new()) >= len(people))
        new = self._new()
        self.read = len(self.server.taken)
        assert sorted(person for person, _ in new) == sorted(people)
        found = {person: event_in(mail, method) for person, mail in new}
        for person, event in found.items():
            self.seen.setdefault(person, []).append(event)
        return found

    def _new(self) -> list[tuple[str, EmailMessage]]:
        mails = [(to.partition("@")[0], self.server.parsed(data)) for to, data in self.server.taken[self.read :]]
        return [(person, mail) for person, mail in mails if calendar_parts(mail)]


def calendar_parts(mail: EmailMessage) -> list[Any]:
    return [part for part in mail.walk() if part.get_content_type() == "text/calendar"]


def event_in(mail: EmailMessage, method: str) -> Any:
    """The calendar stands once beside the words and once as a file, and both say the same."""
    (part,) = calendar_parts(mail)
    assert part.get_param("method") == method, "RFC 6047: as the file says"
    assert part.get_content_charset() == "utf-8"
    beside = [one.get_content_type() for one in mail.walk() if one.get_content_maintype() == "text"]
    assert beside == ["text/plain", "text/html", "text/calendar"], "programs show the last one that they understand"
    (file,) = [one for one in mail.walk() if one.get_content_type() == "application/ics"]
    assert (file.get_filename(), file.get_content_disposition()) == ("atelje.ics", "attachment")
    assert file.get_payload(decode=True).decode() == part.get_payload(decode=True).decode()
    calendar = vobject.readOne(part.get_payload(decode=True).decode())
    assert (calendar.method.value, calendar.version.value) == (method, "2.0")
    return calendar.vevent


def is_as(event: Any, person: str, *, start: int, sequence: int, status: str, room: str, uid: str) -> None:
    """Field by field."""
    begins = datetime.fromtimestamp(start / 1000, UTC)
    assert (event.uid.value, event.sequence.value, event.status.value) == (uid, str(sequence), status)
    assert (event.dtstart.value, event.dtend.value) == (begins, begins + timedelta(minutes=60))
    for at in (event.dtstart, event.dtend):
        assert at.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Skopje"]
    assert event.summary.value == TITLES[person]
    assert event.organizer.value == f"mailto:{SENDER}"
    (guest,) = event.attendee_list
    assert guest.value == f"mailto:{person}@people.example"
    assert guest.params["CN"] == [PEOPLE[person][0]]
    assert guest.params["RSVP"] == ["TRUE"]
    assert event.transp.value == ("TRANSPARENT" if status == "CANCELLED" else "OPAQUE")
    assert event.url.value.endswith(f"/room/{room}")
    assert event.contents.keys() == {
        *("uid", "sequence", "dtstamp", "dtstart", "dtend", "summary", "status", "transp", "url", "organizer"),
        "attendee",
    }, "no place, no words, nothing else"


async def test_an_invitation_through_request_move_add_remove_and_cancel(
    sending: Office, mail_server: MailServer
) -> None:
    office, box = sending, Letterbox(sending, mail_server)
    one = await pair(office, "nika,djordje+ines")
    room = one["room"]
    item = await propose(office, "nika", room, SOON, place="address", address="Canary", words="Canary")
    await ask(office, "ines", "room.accept_time", room, item=item, start=SOON)
    (date,) = await kept(office)
    facts = {"room": room, "uid": date.id}
    for person, event in (await box.fetch("REQUEST", "nika", "djordje", "ines")).items():
        is_as(event, person, start=SOON, sequence=0, status="CONFIRMED", **facts)

    office.clock.now += HOUR
    await ask(office, "djordje", "room.move_date", room, item=item, starts=[LATER], reason="Canary")
    await ask(office, "nika", "room.accept_time", room, item=item, start=LATER)
    for person, event in (await box.fetch("REQUEST", "nika", "djordje", "ines")).items():
        is_as(event, person, start=LATER, sequence=1, status="CONFIRMED", **facts)

    office.clock.now += HOUR
    added = {"command_id": "add", "version": one["version"], "person": "goran"}
    await office.post(COORDINATOR, f"/mentorships/{one['id']}/mentors", added)
    (new,) = (await box.fetch("REQUEST", "goran")).values()
    is_as(new, "goran", start=LATER, sequence=1, status="CONFIRMED", **facts)

    office.clock.now += HOUR
    await ask(office, "djordje", "room.cannot_come", room, item=item)
    (out,) = (await box.fetch("CANCEL", "djordje")).values()
    is_as(out, "djordje", start=LATER, sequence=2, status="CANCELLED", **facts)
    office.clock.now += HOUR
    await ask(office, "djordje", "room.can_come", room, item=item)
    (back,) = (await box.fetch("REQUEST", "djordje")).values()
    is_as(back, "djordje", start=LATER, sequence=3, status="CONFIRMED", **facts)

    office.clock.now += HOUR
    gone = {"room": room, "command_id": "remove", "person": "goran"}
    await office.post(COORDINATOR, "/rpc/room.remove_member", gone)
    (left,) = (await box.fetch("CANCEL", "goran")).values()
    assert (left.sequence.value, left.status.value, left.uid.value) == ("4", "CANCELLED", date.id)

    office.clock.now += HOUR
    await ask(office, "nika", "room.cancel_date", room, item=item, reason="Canary")
    for person, event in (await box.fetch("CANCEL", "nika", "djordje", "ines")).items():
        is_as(event, person, start=LATER, sequence=4, status="CANCELLED", **facts)

    for events in box.seen.values():
        numbers = [int(event.sequence.value) for event in events]
        assert numbers == sorted(set(numbers)), "what is not above the last one is thrown away"
        stamps = [event.dtstamp.value for event in events]
        assert stamps == sorted(set(stamps))
    assert all(b"Canary" not in data for _, data in mail_server.taken)
    addresses = {f"{person}@people.example" for person in TITLES}
    for to, data in mail_server.taken:
        words = "".join(
            part.get_content() for part in mail_server.parsed(data).walk() if part.get_content_maintype() == "text"
        )
        assert not any(other in words for other in addresses - {to}), "nobody learns another's address"


async def test_a_series_comes_as_one_file_and_each_of_its_dates_moves_by_itself(
    sending: Office, mail_server: MailServer
) -> None:
    office, box = sending, Letterbox(sending, mail_server)
    room = (await pair(office, "nika+ines"))["room"]
    repeats = {"weeks": 1, "months": 0, "times": 4, "skip_holidays": False}
    item = await propose(office, "nika", room, SOON, repeats=repeats)
    await ask(office, "ines", "room.accept_time", room, item=item, start=SOON)
    await office.product.post.send_all()
    await until(lambda: sum(b"atelje.ics" in data for _, data in mail_server.taken) == 2)
    mail = next(one for one in mail_server.mails if "atelje.ics" in one.as_string())
    assert calendar_parts(mail) == [], "no invitation that programs would ask an answer for"
    (file,) = [one for one in mail.walk() if one.get_content_type() == "application/ics"]
    calendar = vobject.readOne(file.get_payload(decode=True).decode())  # type: ignore[union-attr]
    dates = await kept(office)
    assert calendar.method.value == "PUBLISH"
    assert {event.uid.value: event.dtstart.value for event in calendar.vevent_list} == {
        one.id: datetime.fromtimestamp(one.start / 1000, UTC) for one in dates
    }
    office.clock.now += HOUR
    third = dates[2]
    await ask(office, "nika", "room.move_date", room, item=third.item, starts=[third.start + HOUR])
    await ask(office, "ines", "room.accept_time", room, item=third.item, start=third.start + HOUR)
    box.read = 0
    for person, event in (await box.fetch("REQUEST", "nika", "ines")).items():
        is_as(event, person, start=third.start + HOUR, sequence=1, status="CONFIRMED", room=room, uid=third.id)
