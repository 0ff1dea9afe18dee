"""The queue of outgoing mail: what goes in, when it is tried again, when it is given up, what is left of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime, time
from typing import Any

import pytest

from server.errors import Refused
from server.post import rules, store
from server.post.model import Queued, Quiet
from server.post.rules import DAY, GATHERING, HOUR, MINUTE, MailIncomplete
from server.post.service import AT_ONCE, LEASE, enqueue
from server.unit_of_work import UnitOfWork
from tests.post.house import NOON, VALUES, House, a_mail, open_house
from tests.post.mail_server import MailServer

FROM = "atelje@rooms.example"

# ── in ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_mail_is_queued_with_what_it_tells_and_not_without(house: House) -> None:
    def refuse(unit: UnitOfWork) -> None:
        enqueue(unit, a_mail())
        raise Refused("not_found")

    with pytest.raises(Refused):
        await house.writer.run(refuse)
    assert await house.rows() == []
    (mail_id,) = await house.enqueue(a_mail())
    row = await house.row()
    assert (row.id, row.state, row.due_at, row.address) == (mail_id, "waiting", house.now, "nika@people.example")


GIVEN = VALUES["sign_in_link"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"values": {}},
        {"values": GIVEN | {"text": "what somebody said"}},
        {"values": GIVEN | {"link": "https://evil.example/"}},
        {"values": GIVEN | {"link": "//evil.example/"}},
        {"values": GIVEN | {"link": "/a\r\nBcc: x@people.example"}},
        {"values": GIVEN | {"link": "/a b"}},
        {"values": GIVEN | {"until": "tomorrow"}},
        {"address": "nika@people.example\r\nBcc: all@people.example"},
        {"address": "nika@people.example, all@people.example"},
        {"address": "Nika <nika@people.example>"},
        {"address": "nika@people.example\0"},
        {"address": "nika@exam\u202eple.org"},
        {"address": "nika"},
        {"address": ""},
    ],
)
async def test_a_mail_that_its_template_does_not_know_is_a_fault_at_once(house: House, wrong: Any) -> None:
    with pytest.raises(MailIncomplete):
        await house.enqueue(a_mail(**wrong))


# ── out ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

SUBJECTS = {
    "sr-Cyrl": "Благица ти пише",
    "hr": "Благица ti piše",
    "mk": "Благица ти пишува",
    "en": "Благица has written to you",
}


async def test_a_mail_arrives_in_the_readers_language_with_a_head_that_holds(
    sending: House, mail_server: MailServer
) -> None:
    ids = await sending.enqueue(*(a_mail("unread", language=language, person=language) for language in SUBJECTS))
    assert await sending.post.send_due() == len(SUBJECTS)
    assert len(mail_server.taken) == len(SUBJECTS)
    arrived = {mail["Message-ID"]: mail for mail in mail_server.mails}
    for mail_id, language in zip(ids, SUBJECTS, strict=True):
        mail = arrived[f"<{mail_id}@rooms.example>"]
        assert mail["Subject"] == SUBJECTS[language]
        assert (mail["From"], mail["To"]) == (f"Atelje <{FROM}>", "nika@people.example")
        assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", language)
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        token = mail["List-Unsubscribe"].strip("<>").removeprefix("http://127.0.0.1:8000/mail/unsubscribe/")
        stop = sending.post.stop_of(token)
        assert stop is not None
        assert (stop.person, stop.template, stop.language) == (language, "unread", language)
        plain, html = mail.iter_parts()
        assert plain.get_content_type() == "text/plain"
        assert "http://127.0.0.1:8000/room/p2" in plain.get_content()
        assert "http://127.0.0.1:8000/room/p2" in html.get_content()
        assert html.get_content_type() == "text/html"
    for recipient, data in mail_server.taken:
        assert recipient == "nika@people.example"
        assert data.isascii(), "a server of any age takes it"
        assert max(map(len, data.splitlines())) <= 998


async def test_safety_can_not_be_unsubscribed(sending: House, mail_server: MailServer) -> None:
    await sending.enqueue(a_mail("password_changed"), a_mail("invitation", person=None))
    await sending.post.send_due()
    for mail in mail_server.mails:
        assert mail["List-Unsubscribe"] is None
        assert "unsubscribe" not in mail.as_string()


async def test_no_name_adds_a_header(sending: House, mail_server: MailServer) -> None:
    name = "Ana\r\nBcc: all@people.example\r\n\r\nBuy\u202e\0"
    await sending.enqueue(a_mail("unread", values={"sender": name, "link": "/room/p2"}, language="en"))
    await sending.post.send_due()
    (mail,) = mail_server.mails
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Ana Bcc: all@people.example Buy has written to you"
    assert [recipient for recipient, _ in mail_server.taken] == ["nika@people.example"]


async def test_a_sent_mail_keeps_nothing_of_what_was_in_it(sending: House, mail_server: MailServer) -> None:
    await sending.enqueue(a_mail())
    assert "tttt" in (await sending.row()).facts
    await sending.post.send_due()
    row = await sending.row()
    assert (row.state, row.facts, row.due_at, row.ended_at, row.tries) == ("sent", None, None, NOON, 1)
    assert await sending.post.send_due() == 0
    assert len(mail_server.taken) == 1
    sending.now += 31 * DAY
    await sending.post.tidy()
    assert await sending.rows() == []


async def test_nothing_leaves_for_the_people_of_a_demo(sending: House, mail_server: MailServer) -> None:
    await sending.enqueue(a_mail(address="nika@example.org"))
    await sending.post.send_due()
    row = await sending.row()
    assert (row.state, row.reason, mail_server.taken) == ("failed", "nobody", [])


async def test_a_no_for_ever_is_the_end_for_that_recipient_alone(sending: House, mail_server: MailServer) -> None:
    mail_server.answers["gone@people.example"] = "550 5.1.1 nobody of that name"
    await sending.enqueue(a_mail(address="gone@people.example"), a_mail())
    await sending.post.send_due()
    # Two of one millisecond have no order.
    failed, sent = sorted(await sending.rows(), key=lambda row: str(row.state))
    assert (failed.state, failed.reason, failed.facts, failed.due_at) == ("failed", "550", None, None)
    assert sent.state == "sent"


@pytest.mark.parametrize("trouble", ["4xx", "4xx data", "connection", "cut", "sender"])
async def test_trouble_that_may_pass_is_tried_again(sending: House, mail_server: MailServer, trouble: str) -> None:
    match trouble:
        case "4xx":
            mail_server.answers["nika@people.example"] = "451 later"
        case "4xx data":
            mail_server.data_answer = "452 full"
        case "connection":
            mail_server.stop()
        case "cut":
            mail_server.hang_up_on.add("nika@people.example")
        case "sender":
            mail_server.sender_answer = "550 who are you?"
    await sending.enqueue(a_mail("password_changed"))
    await sending.post.send_due()
    row = await sending.row()
    assert (row.state, row.tries, row.due_at) == ("waiting", 1, NOON + MINUTE)
    assert await sending.post.send_due() == 0, "not before it is due"
    mail_server.answers.clear()
    mail_server.hang_up_on.clear()
    mail_server.data_answer = mail_server.sender_answer = "250 OK"
    if trouble == "connection":
        mail_server.start()
    sending.now += MINUTE
    assert await sending.post.send_due() == 1
    assert (await sending.row()).state == "sent"
    assert len(mail_server.taken) == 1


async def test_three_days_without_a_mail_server_are_enough(sending: House, mail_server: MailServer) -> None:
    mail_server.stop()
    await sending.enqueue(a_mail("password_changed"))
    waits = []
    while (row := await sending.row()).state == "waiting":
        waits.append(row.due_at - sending.now)
        sending.now = row.due_at
        await sending.post.send_due()
    assert waits[1:6] == [MINUTE, 3 * MINUTE, 9 * MINUTE, 27 * MINUTE, 81 * MINUTE]
    assert max(waits) == 6 * HOUR
    assert 3 * DAY <= sending.now - NOON <= 3 * DAY + 7 * HOUR
    assert ((await sending.row()).state, row.reason) == ("failed", "late")


def test_waits_are_spread() -> None:
    waits = {rules.next_try(a_mail(), 1, 0, chance / 10) for chance in range(11)}
    assert (min(waits), max(waits)) == (45_000, 75_000)


async def test_a_link_that_is_over_is_not_sent(sending: House, mail_server: MailServer) -> None:
    await sending.enqueue(a_mail("sign_in_link"))
    sending.now += HOUR
    await sending.post.send_due()
    assert (await sending.row()).reason == "late"
    assert mail_server.taken == []


async def test_who_writes_at_night_waits_for_the_morning(sending: House, mail_server: MailServer) -> None:
    mail_server.stop()
    sending.now = NOON + 10 * HOUR - MINUTE  # a minute before ten in the evening
    await sending.enqueue(a_mail("unread"), a_mail("password_changed"))
    await sending.post.send_due()
    safety, unread = sorted(await sending.rows(), key=lambda row: str(row.template))
    assert unread.due_at == NOON + 20 * HOUR
    assert safety.due_at == sending.now + MINUTE


async def test_a_mail_that_is_tried_again_keeps_the_hours_that_its_reader_has_chosen(
    sending: House, mail_server: MailServer
) -> None:
    mail_server.stop()
    await sending.post.set_quiet("nika", Quiet(time(12), time(15)))
    await sending.enqueue(a_mail("unread"))
    await sending.post.send_due()
    assert (await sending.row()).due_at == NOON + 3 * HOUR


@pytest.mark.parametrize(
    ("quiet", "hour", "until"),
    [
        (Quiet(time(22), time(8)), 22, 32),
        (Quiet(time(22), time(8)), 7, 8),
        (Quiet(time(22), time(8)), 8, 8),
        (Quiet(time(1), time(6)), 0, 0),
        (Quiet(time(1), time(6)), 5, 6),
        (Quiet(time(1), time(6)), 6, 6),
        (Quiet(time(9), time(9)), 9, 9),
    ],
)
def test_quiet_hours_end_when_they_say(quiet: Quiet, hour: int, until: int) -> None:
    at = NOON + (hour - 12) * HOUR
    assert rules.after_quiet(at, "Europe/Ljubljana", quiet) == NOON + (until - 12) * HOUR
    assert rules.is_quiet(at, "Europe/Ljubljana", quiet) == (hour != until)


def test_quiet_hours_that_end_in_the_hour_that_comes_twice_end_in_the_future() -> None:
    zone, quiet = "Europe/Ljubljana", Quiet(time(22), time(2, 30))
    second = int(datetime(2026, 10, 25, 1, 10, tzinfo=UTC).timestamp()) * 1000
    assert rules.after_quiet(second, zone, quiet) == second + 20 * rules.MINUTE


async def test_without_a_mail_server_everything_waits_and_is_given_up(database_url: str) -> None:
    async with open_house(database_url, URL="https://rooms.example.org") as house:
        await house.enqueue(a_mail("password_reset"), a_mail("password_changed"))
        assert await house.post.send_due() == 0
        house.now += HOUR + MINUTE
        await house.post.tidy()
        states = {row.template: (row.state, row.facts is None) for row in await house.rows()}
        assert states == {"password_reset": ("failed", True), "password_changed": ("waiting", False)}
        assert await house.post.caught() == []


# ── caught ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_at_home_mail_is_caught_and_shown(house: House) -> None:
    await house.enqueue(a_mail(), a_mail("unread", language="mk"))
    await house.post.send_due()
    shown = {one.template: one.wording for one in await house.post.caught()}
    assert shown["unread"].subject == "Благица ти пишува"
    assert shown["sign_in_link"].link == "http://127.0.0.1:8000/come-in#tttt"
    house.now += DAY + 1
    await house.post.tidy()
    assert await house.post.caught() == []
    assert [row.facts for row in await house.rows()] == [None, None]


# ── many hands ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_two_nodes_send_every_mail_once(postgres_url: str, mail_server: MailServer) -> None:
    given = {"SMTP_URL": mail_server.url, "MAIL_FROM": FROM}
    async with open_house(postgres_url, **given) as one, open_house(postgres_url, **given) as two:
        await one.enqueue(*(a_mail("password_changed", address=f"p{number}@people.example") for number in range(60)))

        async def drain(house: House) -> None:
            while await house.post.send_due():
                pass

        await asyncio.gather(*(drain(house) for house in (one, two, one, two)))
        assert Counter(recipient for recipient, _ in mail_server.taken) == Counter(
            f"p{number}@people.example" for number in range(60)
        )
        assert {row.tries for row in await one.rows()} == {1}


async def test_what_a_lost_node_had_taken_is_sent_by_another_when_its_lease_ends(
    sending: House, mail_server: MailServer
) -> None:
    await sending.enqueue(a_mail("password_changed"))
    (lost,) = await take(sending)
    assert await sending.post.send_due() == 0
    sending.now += LEASE
    await take(sending)
    await sending.writer.run(lambda unit: store.put_back(unit.connection, lost, unit.now, "451"))
    assert (await sending.row()).state == "sending", "who comes back late has nothing to say"
    sending.now += LEASE
    assert await sending.post.send_due() == 1
    assert len(mail_server.taken) == 1


async def take(house: House) -> list[Queued]:
    return await house.writer.run(lambda unit: store.take(unit.connection, unit.now, LEASE, AT_ONCE, GATHERING))


async def test_a_process_that_starts_goes_on_with_its_own_file_at_once_and_leaves_other_nodes_their_leases(
    sending: House, mail_server: MailServer
) -> None:
    await sending.enqueue(a_mail("password_changed"))
    await take(sending)
    await sending.post.start()
    assert await sending.post.send_due() == len(mail_server.taken) == int(sending.config.embedded)


async def test_a_cut_after_the_mail_was_taken_may_send_it_twice_under_one_name(
    sending: House, mail_server: MailServer
) -> None:
    mail_server.hang_up_on.add("nika@people.example")
    mail_server.keep_it = True
    await sending.enqueue(a_mail("password_changed"))
    await sending.post.send_due()
    mail_server.hang_up_on.clear()
    sending.now += MINUTE
    await sending.post.send_due()
    assert len(mail_server.taken) == 2
    assert len({mail["Message-ID"] for mail in mail_server.mails}) == 1
    assert len({mail["Date"] for mail in mail_server.mails}) == 1


# ── stopping ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_kind_of_mail_is_stopped_and_taken_up_again(house: House) -> None:
    assert await house.post.wants("nika", "unread")
    for _ in range(2):
        await house.post.set_wanted("nika", "unread", wanted=False)
    assert not await house.post.wants("nika", "unread")
    assert await house.post.wants("blagica", "unread")
    for _ in range(2):
        await house.post.set_wanted("nika", "unread", wanted=True)
    assert await house.post.wants("nika", "unread")


def test_only_our_own_links_stop_mails() -> None:
    stop = rules.Stop("nika", "unread", "sr-Cyrl")
    token = rules.sign_stop(b"k", stop)
    assert rules.read_stop(b"k", token) == stop
    assert rules.read_stop(b"x", token) is None
    for wrong in (token.replace("nika", "vera"), token[:-1], token + "0", token.replace("unread", "invitation"), ""):
        assert rules.read_stop(b"k", wrong) is None
