"""A gathering from its plan to its sums: who cannot come says it by one tap, who leads it opens the door and taps who
came, and on paper there is a list for signatures."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.browser.test_programme_mine import PHONE, part_of


def test_a_gathering_from_its_plan_to_its_sums(site: Site, visit: Visit) -> None:
    run = part_of(site, "nika")["cohort"]["id"]
    start = datetime.now(ZoneInfo("Europe/Belgrade")) + timedelta(minutes=12)
    place = {"place": "address", "address": "Trg 1, Novi Sad", "led_by": ["vesna"], "needs_to": ["vesna"]}
    date = {"kind": "workshop", "whom": "all", "day": f"{start:%Y-%m-%d}", "time": f"{start:%H:%M}", **place}
    planned = site.get("vesna", f"cohorts/{run}/calendar")
    dates = [*planned["dates"], date]
    kept = site.put("vesna", f"cohorts/{run}/calendar", {"version": planned["version"], "dates": dates})
    gathering = next(one["id"] for one in kept["dates"] if one["address"])

    nika = visit("nika", **PHONE).open()
    mine = nika.page.locator(".dates li").filter(has_text="Workshop")
    expect(mine).to_contain_text("Trg 1, Novi Sad")
    mine.locator("summary").click()
    mine.get_by_role("textbox").fill("A ramp")
    mine.get_by_role("button", name="Tell them").click()
    expect(mine.locator("summary")).to_contain_text("A ramp")
    mine.get_by_role("button", name="I cannot come").click()
    expect(mine).to_contain_text("I said that I cannot come.")
    narrow(nika.page)
    accessible(nika.page)
    # Mails lead to its page, which is that of whoever is invited too.
    nika.open(f"/gatherings/{gathering}")
    expect(nika.page.get_by_text("Trg 1, Novi Sad")).to_be_visible()
    expect(nika.page.get_by_role("button", name="I can come after all")).to_be_visible()
    expect(nika.page.get_by_text("cannot be found")).to_have_count(0)
    narrow(nika.page)
    accessible(nika.page)
    nika.open("/")

    vesna = visit("vesna", **PHONE).open(f"/gatherings/{gathering}")
    page = vesna.page
    expect(page.locator(".guest-list tr").filter(has_text="Nika")).to_contain_text("cannot come")
    expect(page.get_by_text("A ramp")).to_be_visible()
    mine.get_by_role("button", name="I can come after all").click()
    expect(mine.get_by_role("button", name="I cannot come")).to_be_visible()
    page.get_by_role("button", name="Open the door").click()
    expect(page.get_by_text("The door is open")).to_be_visible()
    expect(mine).to_contain_text("The door is open")
    mine.get_by_role("link", name="To the room").click()
    expect(nika.page.locator(".meeting-notice")).to_contain_text("The door is open")
    narrow(nika.page)
    page.get_by_role("button", name="Everybody came").click()
    page.get_by_role("checkbox", name="Nika").uncheck()
    page.get_by_role("button", name="Save who came").click()
    expect(page.get_by_text("Confirmed by")).to_be_visible()
    narrow(vesna.page)
    accessible(vesna.page)
    page.emulate_media(media="print")
    expect(page.get_by_role("columnheader", name="Signature")).to_be_visible()
    expect(page.get_by_role("button", name="Save who came")).to_be_hidden()
    expect(page.get_by_text("A ramp")).to_be_hidden()
    page.emulate_media(media="screen")

    vesna.open(f"/programmes/{run}/sums")
    expect(page.get_by_role("row", name="Workshop 1 90")).to_be_visible()
    narrow(vesna.page)
    accessible(vesna.page)
