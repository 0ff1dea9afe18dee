"""A time for 24 people: looked for by a coordinator, asked of all, with an account and without, and decided.

The zones of their machines play no part in it."""

from __future__ import annotations

import re
import sqlite3
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.browser.test_dates import wall
from tests.servers import wait_until

ELSEWHERE = {"timezone_id": "America/New_York"}
HOME, LISBON = ZoneInfo("Europe/Belgrade"), ZoneInfo("Europe/Lisbon")
EVENINGS = [[["18:00", "20:00"]]] * 7
AFTERNOONS = [[["16:00", "18:00"]]] * 7
TITLE = "How we tell about our work"
MANY = 24
INVITED = ("mentor", "mentee", "coordinator", "facilitator")
"""Whom a date for all is for."""


def say_hours(site: Site, person: str, weekly: Any) -> None:
    """On the wall of the run's home."""
    before = site.get(person, "me/hours")
    site.put(person, "me/hours", {"version": before["version"], "zone": str(HOME), "weekly": weekly})


def polls(site: Site, run: str) -> Any:
    return site.get("vesna", f"cohorts/{run}/polls")["polls"]


@pytest.mark.timeout(180)
def test_a_coordinator_finds_a_time_for_24_people(site: Site, visit: Visit) -> None:
    run = site.get("nika", "me/programmes")["parts"][0]["cohort"]["id"]
    people = site.get("vesna", f"cohorts/{run}")["people"]
    here = {part["person"]["id"] for part in people if part["role"] in ("mentor", "mentee")}
    for person in sorted(here - {"nika", "blagica"})[:9]:
        say_hours(site, person, EVENINGS)
    invited = invite(site, run, MANY - 1 - len({part["person"]["id"] for part in people if part["role"] in INVITED}))
    say_hours(site, "blagica", AFTERNOONS)
    desk = visit("vesna", language="en", width=1440, height=900, **ELSEWHERE)
    site.prefer("vesna", "en", str(HOME))
    desk.open(f"/programmes/{run}/dates")
    en = desk.page

    look_for(en, site, run, invited)
    (poll,) = polls(site, run)
    assert len(poll["guests"]) == MANY
    read_what_was_found(en)
    asked = ask(en, site, run)
    on_a_phone(visit, site, asked)
    without_an_account(visit, site, asked[1])
    decide(en, site, run, asked[1])


def invite(site: Site, run: str, count: int) -> list[str]:
    """So many more, who have not opened their invitation yet. Their names."""
    names = [f"Guest {chr(ord('A') + number)}" for number in range(count)]
    people = [
        {
            "name": name,
            "email": f"{name[-1].lower()}@elsewhere.example",
            "role": "mentee",
            "language": "en",
            "organisation": None,
        }
        for name in names
    ]
    site.post("vesna", f"cohorts/{run}/people", {"command_id": site.id(), "people": people})
    return names


def look_for(en: Page, site: Site, run: str, invited: list[str]) -> None:
    en.get_by_role("button", name="Find a time").click()
    form = en.locator("form").filter(has=en.get_by_label("What it is called"))
    form.get_by_label("What it is called").fill(TITLE)
    form.get_by_label("For whom").select_option("all")
    form.get_by_text("Choose who is asked").click()
    choose(form, site, run, invited)
    form.get_by_role("button", name="Ask somebody without an account too").click()
    form.get_by_label("Name, first and last").fill("Aleš Novak")
    form.get_by_label("E-mail").fill("ales@elsewhere.example")
    form.get_by_label("In which language").select_option("sl")
    accessible(en)
    form.get_by_role("button", name="Look for times").click()
    expect(form).to_have_count(0)


def choose(form: Locator, site: Site, run: str, invited: list[str]) -> None:
    """Blagica has to be there; who was invited only now has to be chosen; with Aleš, who has no account, it is 24."""
    names = {part["person"]["id"]: part["person"]["name"] for part in site.get("vesna", f"cohorts/{run}")["people"]}
    form.get_by_label(re.compile(names["blagica"])).select_option("needed")
    for name in invited:
        form.get_by_label(re.compile(name)).select_option("welcome")
    expect(form.get_by_role("status")).to_contain_text(re.compile(f"{MANY - 1}.* · have to be there: .*1"))


def read_what_was_found(en: Page) -> None:
    best = en.locator(".found > li").first
    # She who has to be there decides, whatever would suit the most.
    expect(best).to_contain_text(re.compile(r"1[67]:\d\d–1[78]:\d\d.*has to be there and can: .*Благица"))
    table = en.get_by_role("table", name="How many can, hour by hour")
    expect(table.get_by_role("columnheader")).to_have_text(["Day", "16:00", "17:00", "18:00", "19:00", "20:00"])
    expect(table.get_by_role("row").nth(1).get_by_role("cell").first).to_have_text("1")
    accessible(en)
    look_closer(en, table)


def look_closer(en: Page, table: Locator) -> None:
    """At an hour of the table, by the keyboard, whoever may be free then."""
    first = table.get_by_role("row").nth(1).get_by_role("button")
    first.first.focus()
    first.first.press("ArrowRight")
    expect(first.nth(1)).to_be_focused()
    first.nth(1).press("Enter")
    expect(first.nth(1)).to_have_attribute("aria-pressed", "true")
    pressed = en.get_by_role("region", name="The hour you pressed")
    expect(pressed).to_contain_text(re.compile("17:00–18:00"))
    expect(pressed.get_by_text("Nothing is known")).to_be_visible()
    accessible(en)
    pressed.get_by_role("checkbox").check()
    expect(en.get_by_text(re.compile("Chosen: .*1.*, of"))).to_be_visible()
    pressed.get_by_role("checkbox").uncheck()
    narrowed(en)


def narrowed(en: Page) -> None:
    en.set_viewport_size({"width": 360, "height": 740})
    narrow(en)
    en.set_viewport_size({"width": 1440, "height": 900})


def ask(en: Page, site: Site, run: str) -> list[int]:
    found = en.locator(".found > li")
    for place in (0, 2):
        found.nth(place).get_by_role("checkbox").check()
    en.get_by_role("button", name="Ask everybody").click()
    expect(en.get_by_role("heading", name="The answers")).to_be_visible()
    (poll,) = polls(site, run)
    assert len(poll["asked"]) == 2
    expect(en.get_by_role("table", name="The answers").get_by_role("row")).to_have_count(MANY + 1)
    return list(poll["asked"])


def on_a_phone(visit: Visit, site: Site, asked: list[int]) -> None:
    """By her own clock; what was tapped too soon is taken back."""
    phone = visit(
        "nika", language="sr-Cyrl", width=360, has_touch=True, is_mobile=True, color_scheme="dark", **ELSEWHERE
    )
    site.prefer("nika", "sr-Cyrl", str(LISBON))
    sr = phone.open().page
    card = sr.get_by_role("region", name="Када могу?")
    expect(card).to_contain_text(TITLE)
    first, second = (card.get_by_role("group", name=re.compile(f"{wall(at, LISBON)}–")) for at in asked)
    first.get_by_label("Да").check()
    second.get_by_label("Не").check()
    card.get_by_role("button", name="Врати како је било").click()
    expect(second.get_by_label("Не")).not_to_be_checked()
    second.get_by_label("Ако треба").check()
    expect(card.get_by_role("status")).to_contain_text("Забележено, хвала")
    narrow(sr)
    accessible(sr)
    said = {str(asked[0]): "yes", str(asked[1]): "maybe"}
    wait_until(lambda: site.get("nika", "me/polls")["polls"][0]["said"] == said, 10, "the answer")


def without_an_account(visit: Visit, site: Site, start: int) -> None:
    """By the link of the mail alone."""
    guest = visit(width=360, **ELSEWHERE)
    wait_until(lambda: link_of(site) is not None, 15, "the mail")
    link = link_of(site)
    sl = guest.open(str(link)).page
    sl.get_by_role("group", name=re.compile(f"{wall(start, HOME)}–")).get_by_label("Da", exact=True).check()
    sl.get_by_role("button", name="Pošlji").click()
    expect(sl.get_by_role("status")).to_contain_text("Hvala")


def link_of(site: Site) -> str | None:
    """Of Aleš: by day it has left, and at night it waits for the morning. Who was invited only now has one too."""
    with sqlite3.connect(site.process.data / "atelje.db") as database:
        asked = "SELECT facts FROM mail WHERE template = 'times_asked' AND address LIKE 'ales@%'"
        waiting = str(database.execute(asked).fetchall())
    sent = [one["text"] for one in httpx2.get(f"{site.origin}/mail.json").json() if "ales@" in one["to"]]
    found = re.search(r"/times/[0-9a-v.]{53}\.[0-9a-f]{64}", " ".join([*sent, waiting]))
    return found[0] if found else None


def decide(en: Page, site: Site, run: str, start: int) -> None:
    """The answers came while the page stood there."""
    table = en.get_by_role("table", name="The answers")
    expect(table.get_by_role("row", name=re.compile("Nika"))).to_contain_text(re.compile("Yes.*If need be"))
    expect(table.get_by_role("row", name=re.compile("Aleš"))).to_contain_text(re.compile("nothing yet.*Yes"))
    accessible(en)
    choice = en.get_by_role("group", name="Which time it shall be")
    choice.get_by_role("radio").nth(1).check()
    choice.get_by_role("button", name="Decide").click()
    choice.get_by_role("alertdialog").get_by_role("button", name="Decide").click()
    expect(en.get_by_text("It stands in the calendar of this year. Those")).to_be_visible()
    day = datetime.fromtimestamp(start / 1000, HOME)
    dates = site.get("vesna", f"cohorts/{run}/calendar")["dates"]
    assert (day.date().isoformat(), wall(start, HOME)) in [(one["day"], one["time"]) for one in dates]
    written = en.get_by_role(
        "button", name=re.compile(f"{TITLE}.*for everybody.*{day.day} .*{day.year}, {wall(start, HOME)}")
    )
    expect(written).to_be_visible()
