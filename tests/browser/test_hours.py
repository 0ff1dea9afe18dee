"""When somebody can usually meet: drawn with a mouse, a finger and keys, typed on a phone, and saved once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.browser.visitor import Visitor

NOTHING: list[list[list[str]]] = [[] for _ in range(7)]


@pytest.fixture
def nika(site: Site) -> str:
    """Nobody has said any hours."""
    say(site, weekly=NOTHING)
    return "nika"


def say(site: Site, **fields: Any) -> Any:
    now = site.get("nika", "me/hours")
    wanted = {"zone": "Europe/Skopje", "weekly": now["weekly"], "exceptions": {}, "version": now["version"]} | fields
    return site.put("nika", "me/hours", wanted)


def said(site: Site) -> Any:
    return site.get("nika", "me/hours")


def half(page: Page, words: str) -> Locator:
    return page.get_by_role("gridcell", name=words, exact=True)


def place(cell: Locator) -> tuple[float, float]:
    box = cell.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def told(page: Page, what: str, area: str) -> Locator:
    """To who can't see it."""
    return page.get_by_role("status").filter(has_text=re.compile(rf"{what}: \u2068?{area}"))


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def test_a_week_is_drawn(nika: str, site: Site, visit: Visit) -> None:
    """From the menu; a mouse over two days, keys over the evening, one step back."""
    page = visit(nika, width=1440, height=1000).open("/").page
    page.get_by_role("button", name="About me").click()
    page.get_by_role("link", name="My hours").click()
    expect(page.get_by_text("nobody needs it in order to propose a time")).to_be_visible()
    page.mouse.move(*place(half(page, "Monday, 09:00–09:30")))
    page.mouse.down()
    page.mouse.move(*place(half(page, "Tuesday, 10:30–11:00")), steps=4)
    page.mouse.up()
    expect(told(page, "Added", "Monday – Tuesday, 09:00–11:00")).to_be_attached()
    page.mouse.click(*place(half(page, "Tuesday, 10:00–10:30")))
    expect(half(page, "Tuesday, 10:00–10:30")).to_have_attribute("aria-selected", "false")
    by_keys(page)
    save(page)
    assert said(site)["weekly"] == [
        [["09:00", "11:00"]], [["09:00", "10:00"], ["10:30", "11:00"]], [], [["17:30", "19:00"]], [], [], [],
    ]  # fmt: skip


def by_keys(page: Page) -> None:
    half(page, "Thursday, 17:00–17:30").focus()
    for key in ("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight", " "):
        page.keyboard.press(key)
    expect(half(page, "Friday, 18:30–19:00")).to_have_attribute("aria-selected", "true")
    expect(half(page, "Friday, 18:30–19:00")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect(half(page, "Friday, 18:30–19:00")).to_have_attribute("aria-selected", "false")
    half(page, "Thursday, 17:00–17:30").focus()
    for key in ("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Enter", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    expect(half(page, "Thursday, 17:00–17:30")).to_be_focused()
    page.keyboard.press("Delete")
    expect(told(page, "Taken away", "Thursday, 17:00–17:30")).to_be_attached()


def test_times_are_typed_on_a_phone(nika: str, site: Site, visit: Visit) -> None:
    page = visit(nika, width=360).open("/hours").page
    monday = page.get_by_role("group", name="Monday")
    monday.get_by_role("button", name="Add times").click()
    monday.get_by_label("From").fill("21:00")
    expect(monday.get_by_text("The end has to come after the beginning.")).to_be_visible()
    monday.get_by_label("To").fill("00:00")
    expect(monday.get_by_text("The end has to come after the beginning.")).to_be_hidden()
    page.get_by_text("Copy a day to others").click()
    for day in ("Wednesday", "Sunday"):
        page.get_by_label(day, exact=True).check()
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_label("First day").fill("2027-12-30")
    page.get_by_label("Last day").fill("2028-01-02")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text(re.compile("30 December 2027 – 2 January 2028"))).to_be_visible()
    page.get_by_label("No time on public holidays of").select_option("MK")
    narrow(page)
    accessible(page)
    save(page)
    late = [["21:00", "24:00"]]
    assert said(site)["weekly"] == [late, [], late, [], [], [], late]
    days = ("2027-12-30", "2027-12-31", "2028-01-01", "2028-01-02")
    assert (said(site)["exceptions"], said(site)["country"]) == ({day: [] for day in days}, "MK")


def test_a_finger_draws_after_it_held_and_scrolls_before(nika: str, visit: Visit) -> None:
    visitor = visit(nika, width=360, height=900, has_touch=True)
    page = visitor.open("/hours").page
    page.get_by_role("button", name="Draw").click()
    half(page, "Wednesday, 14:00–14:30").scroll_into_view_if_needed()
    begin, end = half(page, "Wednesday, 10:00–10:30"), half(page, "Wednesday, 11:00–11:30")
    touch(visitor, "touchStart", place(begin))
    expect(begin).to_have_class(re.compile("adding"))
    touch(visitor, "touchMove", place(end))
    expect(end).to_have_class(re.compile("adding"))
    touch(visitor, "touchEnd")
    expect(end).to_have_attribute("aria-selected", "true")
    expect(told(page, "Added", "Wednesday, 10:00–11:30")).to_be_attached()
    # A tap is one half hour.
    half(page, "Wednesday, 10:30–11:00").tap()
    expect(half(page, "Wednesday, 10:30–11:00")).to_have_attribute("aria-selected", "false")
    accessible(page)
    drawn = page.locator("[aria-selected=true]")
    expect(drawn).to_have_count(2)
    before = page.locator(".week-frame").evaluate("frame => frame.scrollTop")
    touch(visitor, "touchStart", place(half(page, "Friday, 11:00–11:30")))
    touch(visitor, "touchMove", place(half(page, "Friday, 10:00–10:30")))
    touch(visitor, "touchEnd")
    page.wait_for_function("before => document.querySelector('.week-frame').scrollTop > before", arg=before)
    expect(drawn).to_have_count(2)


def touch(visitor: Visitor, kind: str, at: tuple[float, float] | None = None) -> None:
    points = [] if at is None else [{"x": at[0], "y": at[1]}]
    visitor._tell("Input.dispatchTouchEvent", type=kind, touchPoints=points)


def test_hours_that_were_changed_on_another_device(nika: str, site: Site, visit: Visit) -> None:
    visitor = visit(nika, width=1440, height=1000)
    visitor.allowed.append(re.compile(r"409 \(Conflict\).* at .*/me/hours$"))
    page = visitor.open("/hours").page
    page.get_by_role("button", name="Type").click()
    page.get_by_role("group", name="Friday").get_by_role("button", name="Add times").click()
    say(site, weekly=[[["08:00", "09:00"]], *NOTHING[1:]])
    page.get_by_role("button", name="Save", exact=True).click()
    asked = page.get_by_role("alert").filter(has_text="changed meanwhile on another device")
    expect(asked).to_contain_text("08:00–09:00")
    asked.get_by_role("button", name="Take the newest").click()
    expect(page.get_by_role("group", name="Monday").get_by_label("From")).to_have_value("08:00")
    page.get_by_role("button", name="Delete my hours").click()
    expect(page.get_by_role("button", name="Delete my hours")).to_be_hidden()
    assert said(site)["version"] == 1


ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Doctor
DTSTART:20200101T100000Z
DURATION:PT1H
RRULE:FREQ=DAILY
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_file_says_when_i_am_busy(nika: str, visit: Visit) -> None:
    visitor = visit(nika, width=360)
    visitor.allowed.append(re.compile(r"422 .* at .*/me/calendars/"))
    page = visitor.open("/hours").page
    file = page.get_by_label("Bring a calendar file (.ics)").and_(page.locator("input"))
    file.set_input_files([{"name": "a.ics", "mimeType": "text/calendar", "buffer": ICS.encode()}])
    expect(page.get_by_text(re.compile("Read .*: .*36[5-9].* times are taken until"))).to_be_visible()
    file.set_input_files([{"name": "b.ics", "mimeType": "text/calendar", "buffer": b"<html>"}])
    expect(page.get_by_role("alert").filter(has_text="This is no calendar.")).to_be_visible()
    expect(page.get_by_text("Doctor")).to_have_count(0)
    narrow(page)
    accessible(page)
    page.get_by_role("button", name=re.compile("Remove: .*From a file")).click()
    expect(page.get_by_text("From a file")).to_have_count(0)
