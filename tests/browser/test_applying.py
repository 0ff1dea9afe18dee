"""An open call on its public page: answered in two languages, saved, come back to on another device by the mailed link,
sent, and its deadline moved for all. No page of it needs a script."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.servers import wait_until

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
DAY = 86_400_000


def opened(site: Site) -> tuple[str, Any]:
    """The run, and the one call of it that is open."""
    run = site.get("nika", "me/programmes")["parts"][0]["cohort"]["id"]
    before = site.get("vesna", f"cohorts/{run}/calls")["calls"]
    if before:
        return run, before[0]
    call = site.get("vesna", f"cohorts/{run}/calls")["proposal"]
    for tag, lead in call["words"].items():
        lead["words"] = f"Here stands what the call says ({tag}).\n\nIn two paragraphs."
    made = site.post("vesna", f"cohorts/{run}/calls", {"command_id": site.id(), "call": call})
    return run, site.put("vesna", f"calls/{made['id']}/state", {"version": 1, "state": "open"})


def links(site: Site, template: str) -> list[str]:
    with sqlite3.connect(site.process.data / "atelje.db") as connection:
        rows = connection.execute("SELECT facts FROM mail WHERE template = ? ORDER BY id", (template,)).fetchall()
    return [json.loads(row[0])["link"] for row in rows if row[0]]


def begin(page: Page, name: str, email: str, words: dict[str, str]) -> None:
    page.get_by_label(words["name"], exact=True).fill(name)
    page.locator("#apply").get_by_label(words["email"], exact=True).fill(email)
    page.get_by_role("button", name=words["begin"], exact=True).click()
    expect(page).to_have_url(re.compile("/apply/"))


MK = {"name": "Име", "email": "Е-пошта", "begin": "Почни"}
SL = {"name": "Ime", "email": "E-pošta", "begin": "Začni"}


def fill(page: Page, country: str, language: str) -> None:
    page.locator("[name=q_country]").select_option(country)
    page.locator("[name=q_languages_tag_1]").select_option(language)
    page.locator("[name=q_languages_level_1]").select_option("6")
    page.locator("[name=q_about]").fill("Baskets, since 2019.")
    page.locator("[name=q_need]").fill("To lead a workshop.")
    page.locator("[name=q_disciplines]").first.check()


def test_a_call_is_answered_in_two_languages_and_come_back_to_on_another_device(
    site: Site, visit: Visit, tmp_path: Path
) -> None:
    run, call = opened(site)
    confirmed = len(links(site, "application_sent"))
    address = f"/call/{call['call']['slug']}"
    phone = visit(width=360, java_script_enabled=False)
    phone.allowed.append(re.compile("422"))
    mk = phone.open(f"{address}?lang=mk").page
    narrow(mk)
    mk.get_by_label("Покажи го времето какво што е во").select_option("America/Sao_Paulo")
    mk.get_by_role("button", name="Покажи", exact=True).click()
    expect(mk.locator("section.card").first).to_contain_text("America/Sao_Paulo")
    begin(mk, "Ајша Реџепи", "ajsa@elsewhere.example", MK)
    expect(mk.get_by_role("status")).to_contain_text("ajsa@elsewhere.example")
    narrow(mk)
    # Not all of it, and it says where; what was typed stands there.
    mk.locator("[name=q_about]").fill("Плетам кошници.")
    mk.get_by_role("button", name="Испрати", exact=True).click()
    expect(mk.get_by_role("alert")).to_be_visible()
    expect(mk.locator("[name=q_about]")).to_have_value("Плетам кошници.")
    narrow(mk)
    mk.get_by_role("button", name="Зачувај, продолжи подоцна").click()
    expect(mk.get_by_role("status")).to_contain_text("Зачувано е.")

    # On another device, by the link in the mail.
    wait_until(lambda: len(links(site, "application_begun")) > 0, 15, "the mail")
    laptop = visit(width=1440, height=900, java_script_enabled=False)
    there = laptop.open(links(site, "application_begun")[-1]).page
    expect(there.locator("[name=q_about]")).to_have_value("Плетам кошници.")
    fill(there, "MK", "mk")
    file = tmp_path / "кошница.pdf"
    file.write_bytes(PDF)
    there.locator("[name=f_work]").set_input_files(file)
    there.locator("[name=q_access]").fill("A place without stairs.")
    there.get_by_role("button", name="Испрати", exact=True).click()
    expect(there.get_by_role("status")).to_contain_text("Стигна.")
    expect(there.locator("dl.copy")).to_contain_text("кошница.pdf")
    wait_until(lambda: len(links(site, "application_sent")) > confirmed, 15, "the confirmation")

    # Somebody else begins, in another language; the deadline is moved for all.
    sl = visit(width=360, java_script_enabled=False).open(f"{address}?lang=sl").page
    begin(sl, "Jona Kos", "jona@elsewhere.example", SL)
    now = next(one for one in site.get("vesna", f"cohorts/{run}/calls")["calls"] if one["id"] == call["id"])
    later = now["call"]["closes_at"] + 7 * DAY
    site.put("vesna", f"calls/{call['id']}/deadline", {"version": now["version"], "closes_at": later})
    wait_until(lambda: len(links(site, "call_extended")) == 1, 15, "the mail about more time")
    before = sl.locator("time").first.get_attribute("datetime")
    sl = visit(width=360, java_script_enabled=False).open(links(site, "call_extended")[0]).page
    assert sl.locator("time").first.get_attribute("datetime") != before
    fill(sl, "SI", "sl")
    sl.get_by_role("button", name="Pošlji", exact=True).click()
    expect(sl.get_by_role("status")).to_contain_text("Prispelo je.")
    rows = site.get("vesna", f"calls/{call['id']}/applications")["applications"]
    found = [(row["name"], row["language"], row["files"]) for row in rows]
    assert found[-2:] == [("Ајша Реџепи", "mk", 1), ("Jona Kos", "sl", 0)]


@pytest.mark.parametrize(("width", "light"), [(1440, "light"), (360, "dark")])
def test_its_pages_are_for_everybody(site: Site, visit: Visit, width: int, light: str) -> None:
    """Scripts are there for axe alone."""
    _, call = opened(site)
    guest = visit(width=width, color_scheme=light)
    guest.allowed.append(re.compile("422"))
    page = guest.open(f"/call/{call['call']['slug']}?lang=sl").page
    page.locator("details summary").first.click()
    accessible(page)
    narrow(page)
    begin(page, "Jona Kos", f"jona{width}@elsewhere.example", SL)
    page.locator("[name=q_about]").fill("Košare.")
    page.get_by_role("button", name="Pošlji", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    accessible(page)
    narrow(page)
    fill(page, "SI", "sl")
    page.get_by_role("button", name="Pošlji", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Prispelo je.")
    accessible(page)
    narrow(page)


def test_a_call_is_set_up_in_words_looked_at_opened_and_given_more_time(site: Site, visit: Visit) -> None:
    run, _ = opened(site)
    site.prefer("vesna", "en")
    desk = visit("vesna", language="en", width=1440, height=900)
    en = desk.open(f"/programmes/{run}").page
    en.get_by_role("navigation", name="Places").get_by_role("link", name="Open calls").click()
    en.get_by_role("button", name="Set up a call").click()
    words = en.get_by_role("group", name="What the call says").get_by_role("textbox")
    for number in range(words.count()):
        words.nth(number).fill("Come and give what you know.")
    en.get_by_label("Whom it is for").select_option("mentors")
    en.get_by_label("End of the address").fill("mentors-wanted")
    question = en.locator(".opencall-question", has_text="What can you give")
    question.locator("summary").click()
    question.get_by_role("group", name="Question", exact=True).get_by_role("textbox").last.fill("What do you give?")
    accessible(en)
    en.get_by_role("button", name="Keep it as a draft").click()
    call = en.locator("section.part", has_text="Draft: only you who lead the year")
    expect(call).to_be_visible()
    accessible(en)
    # Nobody else can open it yet.
    stranger = visit(width=360)
    stranger.allowed.append(re.compile("404"))
    expect(stranger.open("/call/mentors-wanted").page.get_by_role("heading")).to_contain_text("There is no call here")
    with en.expect_popup() as popup:
        call.get_by_role("link", name="Look at the page as it would be").click()
    expect(popup.value.get_by_role("status")).to_contain_text("Only the team sees this page")
    popup.value.close()
    call.get_by_role("button", name="Open it").click()
    expect(en.locator("section.part", has_text="/call/mentors-wanted")).to_contain_text("Open until")
    page = stranger.open("/call/mentors-wanted?lang=en").page
    expect(page.get_by_text("For who would like to be a mentor")).to_be_visible()
    # More time for all.
    call = en.locator("section.part", has_text="/call/mentors-wanted")
    before = page.locator("section.card time").get_attribute("datetime")
    call.get_by_role("button", name="Move the deadline").click()
    call.get_by_role("button", name="Move it for everybody").click()
    expect(call.get_by_role("button", name="Move the deadline")).to_be_visible()
    page = stranger.open("/call/mentors-wanted?lang=en").page
    assert page.locator("section.card time").get_attribute("datetime") != before


def test_the_calls_of_a_year_on_a_phone(site: Site, visit: Visit) -> None:
    run, _ = opened(site)
    site.prefer("vesna", "en")
    phone = visit("vesna", language="en", width=360, color_scheme="dark")
    en = phone.open(f"/programmes/{run}/calls").page
    expect(en.get_by_text("Who applied").first).to_be_visible()
    narrow(en)
    accessible(en)
    en.get_by_role("button", name="Change it").first.click()
    narrow(en)
    accessible(en)
