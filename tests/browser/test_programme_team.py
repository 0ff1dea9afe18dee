"""A coordinator sets a programme up, from the link of an empty server to the first pair, with no other help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from tests.browser.test_accessibility import _TOO_WIDE, ALL, COLOURS, axe, violations
from tests.browser.visitor import Visitor
from tests.servers import StartAtelje, wait_until

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}
LIST = """\
name;e-mail;role
Maja Kovačević;maja@example.org;mentor
Благица Стојановска;blagica@example.org;mentor
Nika Božič;nika@example.org;mentee
Ђорђе Љубинковић;djordje(at)example.org;mentee
"""
MENDED = LIST.replace("(at)", "@")


@dataclass
class Office:
    """An empty server and who came by its link."""

    browser: Browser
    vesna: Visitor
    link: str

    @property
    def page(self) -> Page:
        return self.vesna.page


@pytest.fixture
def office(server_process: StartAtelje, playwright: Playwright, chromium: Browser) -> Iterator[Office]:
    process = server_process()
    found: list[str] = []

    def printed() -> bool:
        found[:] = re.findall(r"http://\S+(/set-up#\S+)", process.log)
        return bool(found)

    wait_until(printed, 10, "the link is printed")
    context = chromium.new_context(locale="en-GB", viewport={"width": 1200, "height": 800}, reduced_motion="reduce")
    vesna = Visitor(context, process.base_url)
    vesna.allowed.append(re.compile(r"422 \(Unprocessable .* at .*/api/v1/cohorts/\w+$"))
    yield Office(chromium, vesna, found[0])
    context.close()
    assert vesna.unexpected == []


@pytest.mark.timeout(180)
def test_from_an_empty_server_to_the_first_pair(office: Office) -> None:
    page = office.page
    set_up(office)
    found_programme(page)
    expect(page.locator(".step")).to_have_count(7)
    expect(page.locator(".office .main")).to_have_count(1)
    assert checked(page) == []

    steps_of_the_year(page)
    invite_from_a_list(page)
    pair(page, "Maja Kovačević", "Nika Božič")
    start(page)
    propose_dates(page)
    announce(page)
    on_a_phone_in_cyrillic(office)


def set_up(office: Office) -> None:
    office.vesna.open(office.link)
    fill(office.page, name="Vesna Petrović", email="vesna@example.org", password="a river bends twice")
    office.page.locator("form .main").click()
    office.page.get_by_role("link", name="Set up the programme").click()


def found_programme(page: Page) -> None:
    fill(page, **{"organisation-0": "Atelje Association", "town": "Novi Sad", "programme-0": "Young Studio"})
    page.get_by_label("Country").select_option("RS")
    page.get_by_role("button", name="In another language too").last.click()
    expect(page.locator("[name=programme-1]")).to_be_focused()
    page.locator("[name=programme-1]").fill("Млади атеље")
    today = datetime.now(UTC).date()
    fill(page, start=today.isoformat(), end=(today + timedelta(days=270)).isoformat())
    page.get_by_role("button", name="Set up the programme").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Young Studio")


def steps_of_the_year(page: Page) -> None:
    place(page, "Settings")
    page.get_by_role("link", name="Help").click()
    fill(page, **{"help-name": "Mila Simić", "help-phone": "060 123 456"})
    save(page).click()
    expect(page.get_by_role("alert").filter(has_text="telephone number")).to_be_visible()
    expect(page.locator("[name=help-name]")).to_have_value("Mila Simić")
    page.locator("[name=help-phone]").fill("+381 60 123 456")
    save(page).click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.get_by_role("link", name=re.compile("^On: .*Funders")).click()
    save(page).click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def invite_from_a_list(page: Page) -> None:
    place(page, "People")
    page.get_by_role("button", name="Invite from a list").click()
    page.get_by_label("Paste the list here").fill(LIST)
    page.get_by_role("button", name="Look through the list").click()
    bad = page.locator(".why.bad")
    expect(bad).to_have_count(1)
    expect(bad).to_contain_text("doesn’t look like an e-mail address")
    assert checked(page) == []
    page.get_by_role("button", name="Mend the list").click()
    written = {"name": "people.csv", "mimeType": "text/csv", "buffer": MENDED.encode("utf-16")}
    page.locator("input[type=file]").set_input_files(written)  # type: ignore[arg-type]
    expect(page.get_by_text("people.csv")).to_be_visible()
    page.get_by_role("button", name="Look through the list").click()
    page.get_by_role("button", name=re.compile("Invite all")).click()
    expect(page.get_by_text(re.compile("people take part now"))).to_be_focused()
    expect(page.get_by_role("button", name=re.compile("Ђорђе Љубинковић"))).to_contain_text(
        "invited today, not opened yet"
    )


def pair(page: Page, mentor: str, mentee: str) -> None:
    place(page, "Pairs and groups")
    page.get_by_role("group", name="Mentors without a pair").get_by_label(mentor).check()
    page.get_by_role("group", name="Mentees without a pair").get_by_label(mentee).check()
    page.get_by_role("button", name="Open their room").click()
    expect(page.get_by_text("The room is open")).to_be_visible()
    expect(page.get_by_role("button", name=f"{mentor} and {mentee}")).to_be_visible()
    expect(page.get_by_role("group", name="Mentors without a pair").get_by_label(mentor)).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Open: .*Mentors’ group")).click()
    expect(page.get_by_role("listitem").filter(has_text="Mentors among themselves")).to_contain_text("open")


def start(page: Page) -> None:
    place(page, "Seven steps")
    page.get_by_role("button", name="Start the year").click()
    page.get_by_role("button", name="Start now").click()
    expect(page.get_by_role("heading", name=re.compile("this week"))).to_be_visible()
    expect(page.get_by_text("You do not see anything they write.")).to_be_visible()
    expect(page.get_by_text("Maja Kovačević and Nika Božič")).to_be_visible()
    assert checked(page) == []


def propose_dates(page: Page) -> None:
    place(page, "Dates")
    page.get_by_role("button", name="Propose dates").click()
    page.get_by_role("button", name=re.compile("^Opening gathering")).click()
    page.get_by_role("button", name="Leave out").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Closing gathering"))).to_be_visible()


def announce(page: Page) -> None:
    place(page, "Announcements")
    page.get_by_role("button", name="Write an announcement").click()
    fill(page, **{"title-1": "First gathering", "words-1": "See you on Saturday."})
    page.get_by_role("button", name="In another language too").click()
    fill(page, **{"title-2": "Први сусрет", "words-2": "Видимо се у суботу."})
    page.get_by_role("button", name="See how it looks").click()
    expect(page.get_by_role("heading", name="Први сусрет")).to_be_visible()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("It is on its way.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^First gathering"))).to_be_visible()


def on_a_phone_in_cyrillic(office: Office) -> None:
    page = office.page
    year = page.evaluate("location.pathname.split('/').slice(0, 3).join('/')")
    stored = page.evaluate(
        "fetch('/api/v1/me/preferences', {method: 'PUT', headers: {'content-type': 'application/json'},"
        " body: JSON.stringify({language: 'sr-Cyrl', zone: 'Europe/Belgrade'})}).then(answer => answer.ok)"
    )
    assert stored
    context = office.browser.new_context(**PHONE)
    context.add_cookies(office.vesna.context.cookies())
    phone = Visitor(context, office.vesna.origin)
    wrong: list[str] = []
    for section in ("", "/people", "/rooms", "/programme", "/letters"):
        phone.open(year + section)
        expect(phone.page.get_by_role("heading", level=1)).to_be_visible()
        phone.page.wait_for_load_state("networkidle")
        wrong += [f"{section}: {fault}" for fault in checked(phone.page)]
        wrong += [f"{section}: {word}" for word in latin_words(phone.page)]
    unexpected = phone.unexpected
    context.close()
    assert [*wrong, *unexpected] == []


def latin_words(page: Page) -> set[str]:
    """Of our own; what somebody wrote stays in its own script."""
    ours = page.locator(".office h2, .office .lead, .office .main, .office label").all_inner_texts()
    theirs = page.locator(".office bdi, .office option").all_inner_texts()
    return {*re.findall(r"[A-Za-z]{3,}", " ".join(ours))} - {*re.findall(r"[A-Za-z]{3,}", " ".join(theirs))}


def place(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Places of this year").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def save(page: Page) -> Locator:
    return page.get_by_role("button", name="Save").first


def fill(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.locator(f"[name='{name}']").fill(text)


def checked(page: Page) -> list[str]:
    """What axe finds in both lights, and what a narrow screen cuts off."""
    page.evaluate(axe())
    found = violations(page, ALL)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return [*found, *page.evaluate(_TOO_WIDE)]
