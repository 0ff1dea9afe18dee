"""Two people in two zones find a time and move it, each by their own clock, whatever their machines believe."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor

ROOM = "p2"
NIKA, BLAGICA = ZoneInfo("Europe/Belgrade"), ZoneInfo("Europe/Lisbon")
ELSEWHERE = {"timezone_id": "America/New_York"}


def wall(at: int, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(at / 1000, zone).strftime("%H:%M")


def moment(days: int, time: str, zone: ZoneInfo = NIKA) -> int:
    """ms; so many days from now."""
    day = datetime.now(zone).date() + timedelta(days=days)
    return int(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=zone).timestamp() * 1000)


def two(site: Site, visit: Visit) -> tuple[Visitor, Visitor]:
    """The mentee on a phone, the mentor at a desk."""
    mentee = visit("nika", language="en", width=360, has_touch=True, **ELSEWHERE)
    mentor = visit("blagica", language="mk", width=1440, **ELSEWHERE)
    site.prefer("nika", "en", str(NIKA))
    site.prefer("blagica", "mk", str(BLAGICA))
    return mentee, mentor


def type_time(form: Locator, place: int, at: int) -> None:
    row = form.get_by_role("group", name=re.compile(f"Time .*{place}"))
    local = datetime.fromtimestamp(at / 1000, NIKA)
    row.get_by_label("Day").fill(local.date().isoformat())
    row.get_by_label("Time", exact=True).fill(local.strftime("%H:%M"))
    # Before it is sent, both clocks are there to be read.
    expect(row).to_contain_text(wall(at, NIKA))
    expect(row).to_contain_text(re.compile(f"{wall(at, BLAGICA)}.* there"))


def shown(site: Site, person: str) -> Any:
    (ours,) = (one for one in site.get(person, "me/meetings")["rooms"] if one["room"] == ROOM)
    return ours


def test_two_people_find_a_time_and_move_it(site: Site, visit: Visit) -> None:
    mentee, mentor = two(site, visit)
    en, mk = mentee.open("/").page, mentor.open("/").page
    first, second = moment(8, "18:30"), moment(9, "00:15")
    propose(en, first, second)
    assert shown(site, "nika")["asked"][0]["offers"] == [first, second]
    accept_by_keyboard(mk, second)
    both_read(en, mk, second)
    on_the_first_screen(en, mk, second)
    later = moment(10, "12:00")
    move(en, mk, later)
    both_read(en, mk, later)
    cannot_come_after_all(en, mk)


def propose(en: Page, first: int, second: int) -> None:
    """From the first screen, where that is the one thing to do."""
    home = en.get_by_role("listitem").filter(has_text="You two have no date yet")
    home.get_by_role("button", name="Propose three times").click()
    form = en.get_by_role("dialog", name="Propose three times")
    form.get_by_role("button", name="Propose", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("at least one day and time")
    # What a thumb takes is put back as easily.
    taken = form.get_by_role("group", name="Times to take").get_by_role("button").first
    taken.click()
    expect(taken).to_have_attribute("aria-pressed", "true")
    taken.click()
    type_time(form, 1, first)
    type_time(form, 2, second)
    form.get_by_role("button", name="Propose", exact=True).click()
    expect(form).to_have_count(0)
    expect(en.get_by_text("waits for an answer").locator("visible=true")).to_contain_text("Благица")


def accept_by_keyboard(mk: Page, at: int) -> None:
    """It is told on the first screen at once; the way from there to the time is walked without a mouse."""
    choose = mk.get_by_role("link", name="Избери термин").locator("visible=true")
    expect(choose).to_be_visible()
    choose.press("Enter")
    offers = mk.locator(".date-time")
    expect(offers).to_have_count(2)
    offer = offers.filter(has_text=wall(at, BLAGICA))
    # A quarter past midnight there is still the evening before here.
    expect(mk.get_by_role("listitem").filter(has=offer)).to_contain_text(re.compile(f", {wall(at, NIKA)}"))
    offer.press("Enter")
    expect(offers).to_have_count(0)
    expect(mk.get_by_role("heading", name="Следна средба")).to_be_focused()


def both_read(en: Page, mk: Page, at: int) -> None:
    for page, own, other in ((en, NIKA, BLAGICA), (mk, BLAGICA, NIKA)):
        card = page.locator(".date-card.next")
        expect(card.locator(".date-day")).to_contain_text(wall(at, own))
        expect(card.locator(".date-walls")).to_contain_text(wall(at, other))


def on_the_first_screen(en: Page, mk: Page, at: int) -> None:
    for page, own in ((en, NIKA), (mk, BLAGICA)):
        page.goto(page.url.split("/rooms")[0])
        expect(page.locator(".next-when").locator("visible=true")).to_contain_text(wall(at, own))
    mk.get_by_role("button", name="Помести").locator("visible=true").click()
    # The form stands in the room, for that date.
    expect(mk.get_by_role("dialog")).to_contain_text(wall(at, BLAGICA))
    mk.keyboard.press("Escape")
    expect(mk.get_by_role("dialog")).to_have_count(0)


def move(en: Page, mk: Page, later: int) -> None:
    en.get_by_role("button", name="Move").locator("visible=true").click()
    form = en.get_by_role("dialog", name="Propose other times")
    type_time(form, 1, later)
    form.get_by_label("In a few words, why").fill("The train is late.")
    form.get_by_role("button", name="Propose", exact=True).click()
    expect(form).to_have_count(0)
    mk.locator(".date-time").filter(has_text=wall(later, BLAGICA)).click()
    story = mk.locator(".date-card.next details")
    story.locator("summary").click()
    expect(story).to_contain_text("The train is late.")


def cannot_come_after_all(en: Page, mk: Page) -> None:
    en.get_by_role("button", name="I cannot come").click()
    expect(mk.get_by_text(re.compile("Nika.* не може да дојде"))).to_be_visible()
    expect(mk.get_by_role("button", name="Најди друг термин")).to_be_visible()
    en.get_by_role("button", name="I can come after all").click()
    expect(mk.locator(".date-card.next")).to_be_visible()
    expect(mk.get_by_text(re.compile("Nika.* не може да дојде"))).to_have_count(0)


def test_what_begins_soon_has_the_way_into_the_call(site: Site, visit: Visit) -> None:
    """Found in the talk, accepted, late, and called off."""
    room = "p6"
    soon = int(datetime.now(UTC).timestamp() * 1000) + 8 * 60_000
    site.call("ines", "room.set_call", room=room, command_id=site.id(), link="https://meet.example.org/p6")
    said = {"starts": [soon], "minutes": 60, "zone": "Europe/Zagreb"}
    item = site.call("ines", "room.propose_times", room=room, command_id=site.id(), **said)["offset"]
    mentee = visit("milica", language="sr-Cyrl", width=360, has_touch=True, **ELSEWHERE)
    mentee.enter(room).page.get_by_role("link", name=re.compile("Ines.* предлаже")).click()
    sr = mentee.page
    sr.locator(".date-time").click()
    card = sr.locator(".date-card.next")
    expect(card.get_by_role("link", name="Уђи у позив")).to_have_attribute("href", "https://meet.example.org/p6")
    assert sr.locator(".room-place .main").count() == 1
    card.get_by_role("button", name=re.compile("10.* мин")).click()
    expect(card.get_by_role("status")).to_contain_text(re.compile("Milica.*касни око .*10.* мин"))
    call_off(mentee, item, site)


def call_off(mentee: Visitor, item: int, site: Site) -> None:
    sr = mentee.page
    sr.locator(".date-head button").click()
    sr.get_by_role("menuitem", name="Откажи").click()
    sr.get_by_role("dialog").get_by_role("button", name="Откажи").click()
    expect(sr.get_by_role("button", name="Предложи три термина")).to_be_visible()
    kept = {one["item"] for ours in site.get("milica", "me/meetings")["rooms"] for one in ours["asked"]}
    assert item not in kept
