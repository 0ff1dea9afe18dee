"""Mail as people meet it: the letter itself, the page that stops a kind of it, and what a demo shows instead."""

from __future__ import annotations

import re
import sqlite3

import httpx2
import pytest
from playwright.sync_api import Page, expect

from server.post.letter import as_html
from server.post.rules import Stop, sign_stop
from server.post.wording import word
from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import ALL, axe, narrow, violations
from tests.post.house import NOON, a_mail
from tests.servers import wait_until


def stop_path(site: Site, person: str, language: str) -> str:
    with sqlite3.connect(site.process.data / "atelje.db") as database:
        (key,) = database.execute("SELECT token_key FROM installation").fetchone()
    return f"/mail/unsubscribe/{sign_stop(key, Stop(person, 'unread', language))}"


def faults(page: Page) -> list[str]:
    page.evaluate(axe())
    return violations(page, ALL)


def test_a_link_from_a_mail_stops_the_next_one_by_a_button_and_brings_it_back(site: Site, visit: Visit) -> None:
    page = visit(width=360, color_scheme="dark").open(stop_path(site, "nika", "sl")).page
    expect(page.locator("html")).to_have_attribute("lang", "sl")
    assert site.get("nika", "me/mail")["unread"] is True
    page.get_by_role("button", name="Naj ne prihajajo več").click()
    expect(page.get_by_role("main")).to_contain_text("Taka pisma ne prihajajo več.")
    assert site.get("nika", "me/mail")["unread"] is False
    page.get_by_role("button", name="Naj spet prihajajo").click()
    expect(page.get_by_role("main")).to_contain_text("Od zdaj ta pisma spet prihajajo.")
    assert site.get("nika", "me/mail")["unread"] is True


def test_the_demo_shows_the_mail_that_would_have_left(site: Site, visit: Visit) -> None:
    guest = visit(width=360)
    asked = guest.context.request.post(f"{site.origin}/api/v1/sign-in-link", data={"email": "djordje@example.org"})
    assert asked.ok, asked.text()
    wait_until(lambda: "sign_in_link" in httpx2.get(f"{site.origin}/mail.json").text, 15, "the mail")
    page = guest.open("/mail").page
    expect(page.get_by_role("heading", name="Твој пут у Атеље")).to_be_visible()
    link = page.get_by_role("link", name="Уђи").first.get_attribute("href")
    assert re.fullmatch(rf"{site.origin}/[\w-]+#[\w-]{{43}}", str(link))
    narrow(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_letter_is_calm_readable_and_whole_on_a_phone(visit: Visit, scheme: str) -> None:
    for template, language in (("unread", "sr-Cyrl"), ("invitation", "mk"), ("password_changed", "en")):
        mail = a_mail(template, language=language)  # type: ignore[arg-type]
        page = visit(width=360, color_scheme=scheme).page
        page.set_content(as_html(word(mail, NOON, "https://rooms.example.org", "https://rooms.example.org/mail/stop")))
        narrow(page)
        assert [fault for fault in faults(page) if "color-contrast" in fault or "target-size" in fault] == []
