"""What people look for and can give: said on a phone, read and written by the team, taken out and in as a list."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
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


# ── the team ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_team_reads_what_is_missing_and_writes_it_down(site: Site, visit: Visit) -> None:
    vesna = visit("vesna", language="en", width=1440, height=900).open(f"/programmes/{RUN}/profiles")
    page = vesna.page
    expect(page.get_by_text(re.compile(r"Complete: \W*(\d+)\W* of \W*\1"))).to_be_visible()
    picture(page, "profiles-team-1440")
    page.get_by_role("button", name=re.compile("Филип Ристески")).click()
    need = page.get_by_label("What I want to be able to do", exact=True)
    need.fill("As told by telephone.")
    page.get_by_role("combobox", name="Add somebody").select_option(label="Dino Hrastić")
    for wished in ("Urban Kmetec", "Nada Rebec"):
        page.get_by_role("combobox", name="Put on the list of wishes").select_option(label=wished)
    page.get_by_role("button", name=re.compile("One place up.*Nada")).click()
    picture(page, "profiles-written-1440")
    accessible(page)
    save(page)
    hers = said(site, "filip")
    assert (hers["profile"]["need"], hers["said_by"]["id"]) == ("As told by telephone.", "vesna")
    assert [one["id"] for one in hers["excludes"]] == ["dino"]
    own = visit("filip", language="en", width=360, height=740).open(f"/looking/{RUN}/mentee").page
    expect(own.locator(".profile-wished li")).to_have_text(["Nada Rebec", "Urban Kmetec"])
    narrow(own)
    accessible(own)
    picture(own, "looking-wished-360")
    page.reload()
    page.get_by_role("button", name=re.compile("Филип Ристески")).click()
    expect(page.locator(".excluded ol li")).to_have_text(["Nada Rebec", "Urban Kmetec"])
    page.get_by_role("button", name="Close").click()
    phone = visit("maja", language="sl", width=360, height=740).open(f"/programmes/{RUN}/profiles").page
    expect(phone.get_by_role("button", name=re.compile("Gaj Uršič"))).to_be_visible()
    expect(phone.get_by_role("button", name=re.compile("Lea Matošević"))).to_have_count(0)
    narrow(phone)
    picture(phone, "profiles-team-360")


def test_a_list_goes_out_and_comes_in_with_every_bad_line_named(site: Site, visit: Visit) -> None:
    page = visit("vesna", language="en", width=1440, height=900).open(f"/programmes/{RUN}/profiles").page
    with page.expect_download() as out:
        page.get_by_role("link", name="Take out as a list").click()
    lines = Path(out.value.path()).read_text(encoding="utf-8")
    assert "Vodim mali festival" in lines or "find a partner abroad" in lines
    page.get_by_role("button", name="Take in a list").click()
    paste = page.get_by_label("Paste the list here")
    paste.fill("Number;Goals;Skills\nante;Ten Saturdays.;flying\nvuk;A play.;\n")
    page.get_by_role("button", name="Look through the list").click()
    bad = page.locator(".why.bad")
    expect(bad).to_have_count(1)
    expect(bad).to_contain_text("flying")
    expect(bad).to_contain_text("not on the list any more")
    expect(page.get_by_role("button", name=re.compile("^Take in: "))).to_have_count(0)
    accessible(page)
    picture(page, "profiles-list-1440")
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_label("Paste the list here").fill("Number;Goals;Skills\nante;Ten Saturdays.;Working with communities\n")
    page.get_by_role("button", name="Look through the list").click()
    page.get_by_role("button", name=re.compile("^Take in: ")).click()
    expect(page.get_by_role("button", name="Take in a list")).to_be_visible()
    assert said(site, "ante")["profile"]["goals"] == "Ten Saturdays."
    assert said(site, "ante")["profile"]["skills"] == ["communities"]


def test_the_lists_to_choose_from_are_the_programmes_own(site: Site, visit: Visit) -> None:
    page = visit("vesna", language="en", width=1440, height=900).open(f"/programmes/{RUN}/profiles").page
    page.get_by_role("button", name="Change the lists").click()
    page.get_by_role("button", name="Add to this list").nth(1).click()
    page.get_by_label("Name, English").fill("Ceramics")
    page.get_by_role("button", name="Ready").click()
    picture(page, "profiles-terms-1440")
    save(page)
    names = [one["names"] for one in site.get("lea", f"cohorts/{RUN}/terms")["terms"] if one["kind"] == "discipline"]
    assert names[-1] == {"en": "Ceramics"}


def test_a_mentor_is_asked_again_with_one_tap_and_says_yes(site: Site, visit: Visit) -> None:
    tadeja = visit("tadeja", language="en", width=360, height=740).open("/").page
    tadeja.get_by_text("May you be asked again?").click()
    tadeja.get_by_label("Until").fill((datetime.now(UTC).date() + timedelta(days=300)).isoformat())
    tadeja.get_by_role("button", name="Say so").click()
    expect(tadeja.get_by_text(re.compile("I may be asked again, until"))).to_be_visible()
    picture(tadeja, "again-360")
    page = visit("vesna", language="en", width=1440, height=900).open(f"/programmes/{RUN}/profiles").page
    row = page.get_by_role("listitem").filter(has_text="Tadeja Žgajnar")
    row.get_by_role("button", name="Ask to come").click()
    expect(row.get_by_text("asked; no answer yet")).to_be_visible()
    picture(page, "pool-1440")
    question = tadeja.locator(".question.again")
    expect(question).to_contain_text("asks whether I would be a mentor again")
    picture(tadeja, "again-asked-360")
    question.get_by_role("button", name="Yes").click()
    expect(question).to_have_count(0)
    assert said(site, "tadeja", "mentor")["profile"]["country"] == "SI"
