"""A calendar's file on its way with a mail."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.headerregistry import Address

import pytest

from server.post.letter import as_html, as_text, compose, filled
from server.post.wording import joined, word
from tests.post.house import CALENDAR, NOON, a_mail

SENDER = Address("Atelje", "atelje", "rooms.example")


def test_what_the_configuration_says_stands_in_the_file_once_it_is_sent() -> None:
    long = CALENDAR.replace("/room/p2", "/room/" + "я" * 60)
    file = filled(long, "https://rooms.example", "atelje@rooms.example")
    assert max(len(line.encode()) for line in file.split("\r\n")) <= 75
    unfolded = file.replace("\r\n ", "")
    assert "ORGANIZER:mailto:atelje@rooms.example\r\n" in unfolded
    assert "URL:https://rooms.example/room/яя" in unfolded
    assert "origin.invalid" not in unfolded


@pytest.mark.parametrize(("method", "beside"), [("REQUEST", True), ("CANCEL", True), ("PUBLISH", False)])
def test_an_invitation_stands_beside_the_words_with_its_method(method: str, beside: bool) -> None:
    file = CALENDAR.replace("METHOD:REQUEST", f"METHOD:{method}")
    wording = word(a_mail("dates_agreed"), NOON, "https://rooms.example", "")
    letter = message_from_bytes(
        compose(wording, SENDER, "nika@people.example", "m1", NOON, file).as_bytes(), policy=policy.default
    )
    parts = {part.get_content_type(): part for part in letter.walk()}
    assert ("text/calendar" in parts) is beside
    if beside:
        assert parts["text/calendar"].get_param("method") == method
    assert parts["application/ics"].get_filename() == "atelje.ics"
    assert parts["application/ics"].get_content() == file.encode()
    assert {"text/plain", "text/html"} <= parts.keys()


def test_what_comes_once_a_day_is_one_mail_with_a_part_for_each() -> None:
    origin, stop = "https://rooms.example", "https://rooms.example/mail/unsubscribe/t"
    parts = [word(a_mail(one), NOON, origin, stop) for one in ("date_ahead", "bulletin", "quiet_one")]
    assert joined(parts[:1]) == parts[0]
    wording = joined(parts)
    letter = compose(wording, SENDER, "nika@people.example", "m1", NOON)
    assert letter["List-Unsubscribe"] == f"<{stop}>"
    for shown in (as_text(wording), as_html(wording)):
        for part in parts:
            assert part.subject in shown
            assert part.lead in shown
            assert part.link in shown
        assert shown.count(wording.foot) == 1
    assert as_html(wording).count('class="button"') == 3
