"""A proposal between three people: the coordinator, the mentor and the mentee on their phones, each in their language.

Blagica's and Nika's way together is ended kindly, and somebody else is found for Nika.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.browser.visitor import Visitor

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
EVENINGS = [[["17:00", "21:00"]]] * 7
LATE = [[["19:00", "22:00"]]] * 7
NEED = "Rada bi znala sestaviti proračun za gostovanja."
GIVES = "Dvanaest godina vodim studio i turneje."
QUESTION, ANSWER = "Koliko često bismo se susretale?", "Jednom mjesečno je dovoljno."


def run_of(site: Site) -> str:
    return str(site.get("nika", "me/programmes")["parts"][0]["cohort"]["id"])


def tell(site: Site, person: str, role: str, **profile: Any) -> None:
    path = f"me/profiles/{run_of(site)}/{role}"
    site.put(person, path, {"version": site.get(person, path)["version"], "profile": profile})


def say_hours(site: Site, person: str, weekly: Any) -> None:
    before = site.get(person, "me/hours")
    site.put(person, "me/hours", {"version": before["version"], "zone": "Europe/Ljubljana", "weekly": weekly})


def picture(page: Page, name: str) -> None:
    """For whoever wants to look, where `ATELJE_PICTURES` names a folder."""
    folder = os.environ.get("ATELJE_PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"proposals_{name}.png"), full_page=True)


@pytest.mark.timeout(180)
def test_somebody_else_is_found_asked_and_answers_and_the_room_opens(site: Site, visit: Visit) -> None:
    run = run_of(site)
    tell(site, "nika", "mentee", need=NEED, skills=["budgets", "producing"], languages={"sl": 6, "en": 4}, country="SI")
    tell(site, "ines", "mentor", need=GIVES, skills=["budgets"], languages={"hr": 6, "en": 3}, country="HR", capacity=2)
    say_hours(site, "nika", LATE)
    say_hours(site, "ines", EVENINGS)
    site.prefer("vesna", "en")
    desk = visit("vesna", language="en", width=1440, height=900).open(f"/programmes/{run}/rooms")
    look_for_somebody_else(desk.page)
    ask(desk.page)
    nika = visit("nika", language="sl", **PHONE)
    site.prefer("nika", "sl")
    sl = nika.open().page
    expect(sl.get_by_role("heading", name="Moji programi")).to_be_visible()
    expect(sl.get_by_role("heading", name="Predlog zate")).to_have_count(0)

    ines = visit("ines", language="hr", **PHONE)
    site.prefer("ines", "hr")
    hr = ines.open().page
    read(hr)
    ask_a_question(hr)
    answer_it(desk.page)
    say_yes(hr)

    card = sl.get_by_role("region", name="Predlog zate")
    expect(card).to_contain_text("Ines Žužić")
    picture(sl, "mentee_home")
    decide(nika)
    opened(site, nika, hr)
    see_what_came_of_it(desk.page)


def look_for_somebody_else(en: Page) -> None:
    en.get_by_role("button", name=re.compile("Благица.*Nika Šircelj")).click()
    en.get_by_role("button", name="Find somebody else").click()
    en.get_by_role("button", name="End it", exact=True).click()
    expect(en).to_have_url(re.compile("/proposals$"))
    expect(en.get_by_role("checkbox", name=re.compile("Nika Šircelj"))).to_be_checked()


def ask(en: Page) -> None:
    en.get_by_label("Show those too who are in a pair already").check()
    en.get_by_role("checkbox", name=re.compile("Ines Žužić")).check()
    expect(en.get_by_label("Who is asked first")).to_have_value("mentor_first")
    accessible(en)
    picture(en, "by_hand")
    en.get_by_role("button", name="Ask them").click()
    expect(en.get_by_text("They are asked: ")).to_be_visible()
    row = en.get_by_role("button", name=re.compile("Ines Žužić.*Nika Šircelj.*mentors are asked"))
    row.click()
    expect(en.get_by_role("listitem").filter(has_text="hears nothing of it yet").last).to_contain_text("Nika Šircelj")


def read(hr: Page) -> None:
    card = hr.get_by_role("region", name="Prijedlog za tebe")
    expect(card).to_contain_text("Nika Šircelj")
    picture(hr, "mentor_home")
    card.get_by_role("link", name="Pogledaj u miru").click()
    expect(hr.get_by_role("heading", name="Nika Šircelj")).to_be_visible()
    expect(hr.get_by_text(NEED)).to_be_visible()
    why = hr.locator("section.part").filter(has=hr.get_by_role("heading", name="Zašto si odgovarate"))
    expect(why).to_contain_text(re.compile("Traži se upravo ono što je u ponudi: .*Proračuni i novac"))
    expect(why).to_contain_text("Slobodno vrijeme se poklapa, tjedno: ")
    before = hr.locator("section.part").filter(has=hr.get_by_role("heading", name="Dobro je znati unaprijed"))
    expect(before).to_contain_text("Živite u različitim zemljama")
    expect(before).to_contain_text(re.compile("nije svima materinski .*B1"))
    accessible(hr)
    narrow(hr)
    picture(hr, "mentor_page")


def ask_a_question(hr: Page) -> None:
    hr.get_by_role("button", name="Reci mi više").click()
    hr.get_by_label("Što želim znati").fill(QUESTION)
    hr.get_by_role("button", name="Pitaj tim").click()
    expect(hr.get_by_text("Tim odgovara ovdje")).to_be_visible()
    narrow(hr)


def answer_it(en: Page) -> None:
    expect(en.get_by_role("button", name=re.compile("has asked something"))).to_be_visible()
    expect(en.get_by_text(QUESTION)).to_be_visible()
    en.get_by_label(re.compile("Your answer to .*Ines Žužić")).fill(ANSWER)
    accessible(en)
    picture(en, "answering")
    en.get_by_role("button", name="Answer", exact=True).click()
    expect(en.get_by_text(ANSWER)).to_be_visible()


def say_yes(hr: Page) -> None:
    expect(hr.get_by_text(ANSWER)).to_be_visible()
    accessible(hr)
    picture(hr, "mentor_thread")
    hr.get_by_role("button", name="Da, to želim").click()
    expect(hr.get_by_role("heading", name="Odgovor je bio: da")).to_be_focused()


def decide(nika: Visitor) -> None:
    sl = nika.page
    sl.get_by_role("link", name="Oglej si v miru").click()
    expect(sl.get_by_text(GIVES)).to_be_visible()
    expect(sl.get_by_text(re.compile("Prav to, kar se išče, je mogoče dobiti: .*Proračuni in denar"))).to_be_visible()
    sl.get_by_role("button", name="Ne zdaj").click()
    expect(sl.get_by_label("Brez razloga")).to_be_checked()
    narrow(sl)
    picture(sl, "mentee_page")
    sl.get_by_role("button", name="Da, to si želim").click()


def opened(site: Site, nika: Visitor, hr: Page) -> None:
    sl = nika.page
    expect(sl.get_by_role("heading", name="Vaša soba je odprta")).to_be_focused()
    expect(sl.locator(".proposal-opened time")).to_have_count(3)
    accessible(sl)
    narrow(sl)
    picture(sl, "opened")
    sl.get_by_role("button", name="Predlagaj te termine").click()
    expect(sl.get_by_text("Predlagani so.")).to_be_visible()
    sl.get_by_role("link", name="V sobo").click()
    expect(sl.get_by_text("Kdo smo in kaj nas je pripeljalo sem")).to_be_visible()
    narrow(sl)
    picture(sl, "first_agenda")
    # The mentor finds it open, and reads the same questions in her language.
    expect(hr.get_by_role("heading", name="Vaša je soba otvorena")).to_be_visible()
    rooms = {card["id"]: card for card in site.get("ines", "rooms")["rooms"]}
    (room,) = [one for one in rooms if any(m["person"] == "nika" for m in site.get("ines", f"rooms/{one}")["members"])]
    assert len(site.get("ines", f"rooms/{room}")["things"]["dates"]) == 1
    hr.get_by_role("link", name="U sobu").click()
    hr.goto(f"{site.origin}/rooms/{room}/meeting")
    expect(hr.get_by_text("Tko smo i što je koga dovelo ovamo")).to_be_visible()
    expect(hr.get_by_role("button", name=re.compile(r"\d\d:\d\d")).first).to_be_visible()


def see_what_came_of_it(en: Page) -> None:
    en.get_by_text(re.compile("Earlier: .*1")).click()
    expect(en.get_by_role("button", name=re.compile("Ines Žužić.*the room is open"))).to_be_visible()
    accessible(en)
    picture(en, "earlier")
