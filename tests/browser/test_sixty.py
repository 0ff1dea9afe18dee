"""A year of sixty people, from the link of an empty server to two of them talking, through the browser alone."""

from __future__ import annotations

import re

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.newcomer import path_of
from tests.browser.test_programme_team import Office, found_programme, office, place, set_up
from tests.browser.visitor import Visitor
from tests.servers import wait_until

__all__ = ["office"]

MENTORS = [f"Ментор {letter}" for letter in "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"]
MENTEES = [f"Mentee {letter}" for letter in "ABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽXYWQ"][:30]
LINES = [f"{name}\tmentor-{place}@people.example\tmentor\n" for place, name in enumerate(MENTORS)]
LINES += [f"{name}\tmentee-{place}@people.example\tmentee\n" for place, name in enumerate(MENTEES)]


@pytest.mark.timeout(240)
def test_sixty_people_are_invited_and_paired_and_two_of_them_talk(office: Office, chromium: Browser) -> None:
    assert len(MENTORS) == len(MENTEES) == 30
    page = office.page
    set_up(office)
    found_programme(page)
    invite_all(page)
    place(page, "Pairs and groups")
    for mentor, mentee in zip(MENTORS, MENTEES, strict=True):
        page.get_by_role("group", name="Mentors without a pair").get_by_label(mentor).check()
        page.get_by_role("group", name="Mentees without a pair").get_by_label(mentee).check()
        page.get_by_role("button", name="Open their room").click()
        expect(page.get_by_role("button", name=f"{mentor} and {mentee}")).to_be_visible()
    mentee = comes_in(office, chromium, "mentee-0@people.example", phone=True)
    mentor = comes_in(office, chromium, "mentor-0@people.example", phone=False)
    for one, other in ((mentee, MENTORS[0]), (mentor, MENTEES[0])):
        one.page.get_by_role("link", name=re.compile(f"^{other.split()[0]}")).first.click()
        one.await_talk()
    mentee.say("Good evening!")
    expect(mentor.message("Good evening!")).to_be_visible()
    mentor.say("Добро вече.")
    expect(mentee.message("Добро вече.")).to_be_visible()
    for one in (mentee, mentor):
        one.context.close()
        assert one.unexpected == []


def invite_all(page: Page) -> None:
    place(page, "People")
    page.get_by_role("button", name="Invite from a list").click()
    page.get_by_label("Paste the list here").fill("".join(LINES))
    page.get_by_role("button", name="Look through the list").click()
    page.get_by_role("button", name=re.compile("Invite all")).click()
    expect(page.get_by_text(re.compile(r"60\W* people take part now"))).to_be_focused()


def comes_in(office: Office, chromium: Browser, email: str, *, phone: bool) -> Visitor:
    """By the link in the mail, without a password."""
    found: list[str] = []

    def sent() -> bool:
        mails = httpx2.get(f"{office.vesna.origin}/mail.json").json()
        found[:] = [mail["link"] for mail in mails if mail["to"] == email and "/invitation#" in mail["link"]]
        return bool(found)

    wait_until(sent, 20, f"the invitation of {email}")
    width = 360 if phone else 1440
    context = chromium.new_context(locale="en-GB", viewport={"width": width, "height": 760}, reduced_motion="reduce")
    visitor = Visitor(context, office.vesna.origin).open(path_of(found[0]))
    visitor.page.get_by_role("button", name="See the invitation").click()
    visitor.page.get_by_role("button", name="Come in").click()
    expect(visitor.page.get_by_role("heading", name=re.compile("Good "))).to_be_visible()
    return visitor
