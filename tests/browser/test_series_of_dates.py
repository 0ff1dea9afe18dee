"""Times for a series: whose turn it is stands there in words, a date is swapped, and all are decided at once.

The zones of their machines play no part in it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.browser.test_polls import ELSEWHERE, HOME

TITLE = "How we tell about our work"
DATES = 4
PORTO, IZMIR = "Europe/Lisbon", "Europe/Istanbul"
"""Three hours apart in winter: where one has evening, the other has afternoon."""


def evenings(site: Site, person: str, zone: str) -> None:
    before = site.get(person, "me/hours")
    site.put(person, "me/hours", {"version": before["version"], "zone": zone, "weekly": [[["17:00", "20:00"]]] * 7})


def test_whose_turn_it_is_stands_there_in_words(site: Site, visit: Visit) -> None:
    run = site.get("nika", "me/programmes")["parts"][0]["cohort"]["id"]
    evenings(site, "nika", PORTO)
    evenings(site, "blagica", IZMIR)
    desk = visit("vesna", language="en", width=1440, height=900, **ELSEWHERE)
    site.prefer("vesna", "en", str(HOME))
    desk.open(f"/programmes/{run}/dates")
    en = desk.page

    names = {part["person"]["id"]: part["person"]["name"] for part in site.get("vesna", f"cohorts/{run}")["people"]}
    look_for(en, [names["nika"], names["blagica"]])
    dates = en.locator(".found > li")
    expect(dates).to_have_count(DATES)
    accessible(en)
    turns = en.get_by_role("region", name="Who is outside their hours, and when")
    for name in (names["nika"], names["blagica"]):
        expect(turns).to_contain_text(name)
    expect(turns.get_by_text(re.compile(f"outside their hours: .*2.* of .*{DATES}"))).to_have_count(2)
    expect(turns).to_contain_text("early, before their hours: ")
    expect(turns).to_contain_text("late, after their hours: ")

    first = swap(dates.first)
    dates.first.get_by_text("Another time", exact=True).click()
    en.set_viewport_size({"width": 360, "height": 740})
    narrow(en)
    en.set_viewport_size({"width": 1440, "height": 900})
    decide(en, site, run, first)


def look_for(en: Page, names: list[str]) -> None:
    """Of two people alone, so that nothing suits both."""
    en.get_by_role("button", name="Find a time").click()
    form = en.locator("form").filter(has=en.get_by_label("What it is called"))
    form.get_by_label("What it is called").fill(TITLE)
    form.get_by_label("How many times it takes place").select_option(label="a series, everybody comes to each")
    form.get_by_label("How many dates").select_option(str(DATES))
    form.get_by_label("How far apart").select_option(label="a week")
    first = datetime.now(HOME).date() + timedelta(days=3)
    expect(form.get_by_label("To this day")).to_have_value(str(first + timedelta(days=6)))
    form.get_by_label("To this day").fill(str(first))
    form.get_by_label("Not before").fill("15:00")
    form.get_by_text("Choose who is asked").click()
    for field in form.locator(".finding-guests li select").all():
        field.select_option("")
    for name in names:
        form.get_by_label(re.compile(name)).select_option("needed")
    accessible(en)
    form.get_by_role("button", name="Look for times").click()
    expect(form).to_have_count(0)


def swap(date: Locator) -> str:
    """For its next best, by the keyboard. Which it is now."""
    before = date.locator("strong").first.inner_text()
    date.get_by_text("Another time", exact=True).click()
    choices = date.get_by_role("radio")
    expect(choices.first).to_be_checked()
    choices.first.focus()
    choices.first.press("ArrowDown")
    expect(choices.nth(1)).to_be_checked()
    expect(date.locator("strong").first).not_to_have_text(before)
    expect(date).to_contain_text("Chosen instead of the proposed time.")
    return date.locator("strong").first.inner_text()


def decide(en: Page, site: Site, run: str, first: str) -> None:
    en.get_by_role("button", name="Decide without asking").click()
    asked = en.get_by_role("alertdialog")
    expect(asked).to_contain_text(first)
    asked.get_by_role("button", name="Decide").click()
    expect(en.get_by_text("It stands in the calendar of this year. Those")).to_be_visible()
    (poll,) = site.get("vesna", f"cohorts/{run}/polls")["polls"]
    planned = [
        date for date in site.get("vesna", f"cohorts/{run}/calendar")["dates"] if TITLE in date["names"].values()
    ]
    assert [moment(one) for one in planned] == poll["decided"]
    assert len(planned) == DATES


def moment(planned: Any) -> int:
    wall = datetime.fromisoformat(f"{planned['day']}T{planned['time']}").replace(tzinfo=ZoneInfo(str(HOME)))
    return int(wall.timestamp() * 1000)
