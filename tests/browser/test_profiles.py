"""What people look for and can give: said on a phone, read and written by the team, taken out and in as a list."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow

RUN = "krugovi-druga"


def said(site: Site, person: str, role: str = "mentee") -> Any:
    return site.get(person, f"me/profiles/{RUN}/{role}")


def picture(page: Page, name: str) -> None:
    """Looked at by who changes these screens: ATELJE_PICTURES names a folder."""
    folder = os.environ.get("ATELJE_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def test_a_mentee_says_first_what_they_need_on_a_phone(site: Site, visit: Visit) -> None:
    """From the first screen; typed, ticked, with a language in words; kept when the page is opened anew."""
    page = visit("lea", language="en", width=360, height=740).open("/").page
    card = page.locator(".looking-card")
    expect(card.get_by_role("heading")).to_have_text("What I am looking for")
    picture(page, "looking-home-360")
    card.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What I am looking for")
    need = page.get_by_label("What I want to be able to do", exact=True)
    expect(need).to_have_value(said(site, "lea")["profile"]["need"])
    picture(page, "looking-top-360")
    need.fill("I want to find a partner abroad.")
    page.get_by_role("group", name="Of these I want to be able to do").get_by_label("Leading a team").check()
    page.get_by_role("button", name="Add a language").click()
    line = page.locator(".speaks-line").last
    line.get_by_label("Language", exact=True).select_option("sl")
    line.get_by_label("How well").select_option(label="B1 · a talk, with some patience")
    page.get_by_label("With whom it would not go well").fill("Not with my former boss.")
    narrow(page)
    accessible(page)
    picture(page, "looking-360")
    save(page)
    profile = said(site, "lea")["profile"]
    assert profile["need"] == "I want to find a partner abroad."
    assert "leading" in profile["skills"]
    assert profile["languages"] == {"hr": 6, "en": 4, "sl": 3}
    assert profile["for_team"] == "Not with my former boss."
    page.reload()
    expect(need).to_have_value("I want to find a partner abroad.")


def test_what_the_team_wrote_meanwhile_is_not_overwritten(site: Site, visit: Visit) -> None:
    gaj = visit("gaj", language="en", width=1440, height=900).open(f"/looking/{RUN}/mentee")
    gaj.allowed.append(re.compile(r"409 \(Conflict\) at .*/api/v1/me/profiles/"))
    page = gaj.page
    need = page.get_by_label("What I want to be able to do", exact=True)
    need.fill("Mine.")
    now = said(site, "gaj")
    told = {"version": now["version"], "profile": now["profile"] | {"need": "As told by telephone."}}
    site.put("vesna", f"cohorts/{RUN}/profiles/mentee/gaj", told)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("As told by telephone.")).to_be_visible()
    expect(need).to_have_value("Mine.")
    expect(page.get_by_text("of the team wrote this for you")).to_be_visible()
    picture(page, "looking-meanwhile-1440")
    save(page)
    assert said(site, "gaj")["profile"]["need"] == "Mine."


def test_a_mentor_says_how_many_and_takes_an_exclusion_back(site: Site, visit: Visit) -> None:
    site.prefer("tjasa", "en")
    page = visit("mirjana", language="sr-Cyrl", width=360, height=740).open(f"/looking/{RUN}/mentor").page
    expect(page.get_by_role("heading", level=1)).to_have_text("Шта могу да дам")
    page.get_by_label("Са колико људи могу да радим").select_option("3")
    page.get_by_role("button", name="Сачувај", exact=True).click()
    expect(page.get_by_text("Сачувано.")).to_be_visible()
    picture(page, "can-give-360")
    assert said(site, "mirjana", "mentor")["profile"]["capacity"] == 3
    page = visit("tjasa", language="en", width=360, height=740).open(f"/looking/{RUN}/mentee").page
    page.get_by_role("group", name="The team understood: not with").get_by_label("Nada Rebec").uncheck()
    save(page)
    assert said(site, "tjasa")["excludes"] == []
