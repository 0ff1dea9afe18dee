"""What protects people in a room: chosen messages are shown to the contact, words leave if all agree, thanks stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import narrow
from tests.servers import wait_until

ROOM, CONTACT = "p6", "ana"
PICTURES: Path | None = None
"""A folder for pictures to look at, while a screen is made."""


def test_chosen_messages_reach_the_contact_on_a_phone_and_what_came_of_it_comes_back(site: Site, visit: Visit) -> None:
    site.say("milica", ROOM, "You will never draw.")
    site.say("milica", ROOM, "Not for the contact.")
    site.say("milica", ROOM, "Nobody will hire you.")
    ines = visit("ines").enter(ROOM)
    ines.choose(ines.message("Nobody will hire you."), "Show these messages to the safeguarding contact")
    window = ines.page.get_by_role("dialog")
    expect(window.get_by_role("checkbox", name="Nobody will hire you.")).to_be_checked()
    window.get_by_role("checkbox", name="You will never draw.").check()
    window.get_by_label("What is it about").fill("Every week it is like this.")
    expect(window.get_by_text(re.compile("Exactly these .2. messages are shown"))).to_be_visible()
    expect(window.get_by_text(re.compile("kept until .*, also if the words are taken back"))).to_be_visible()
    picture(ines.page, "show")
    window.get_by_role("checkbox", name="Nobody will hire you.").uncheck()
    window.get_by_role("checkbox", name="You will never draw.").uncheck()
    window.get_by_role("button", name="Show them").click()
    expect(window.get_by_text("Tick at least one message.")).to_be_visible()
    expect(window.get_by_label("What is it about")).to_have_value("Every week it is like this.")
    for words in ("You will never draw.", "Nobody will hire you."):
        window.get_by_role("checkbox", name=words).check()
    window.get_by_role("button", name="Show them").click()
    expect(window.get_by_text("has the messages now")).to_be_visible()

    ana = visit(CONTACT, language="sr-Cyrl", width=360, height=740).open("/")
    ana.page.get_by_role("link", name="Показане поруке").click()
    ana.page.get_by_role("button", name="Отвори", exact=True).click()
    expect(ana.page.get_by_text("Nobody will hire you.")).to_be_visible()
    expect(ana.page.get_by_text("Every week it is like this.")).to_be_visible()
    expect(ana.page.get_by_text("Not for the contact.")).to_have_count(0)
    ana.page.get_by_role("button", name="Разматра се").click()
    expect(ana.page.get_by_role("button", name="Разматра се")).to_have_count(0)
    expect(ana.page.get_by_text("Разматра се", exact=True)).to_be_visible()
    narrow(ana.page)
    picture(ana.page, "contact")

    window.get_by_role("link", name="See what has come of it").click()
    expect(ines.page.get_by_text("Being looked at", exact=True)).to_be_visible()
    expect(ines.page.get_by_text(re.compile(": opened$"))).to_be_visible()
    picture(ines.page, "mine")


def test_words_are_read_outside_once_both_agree_and_thanks_stay(site: Site, visit: Visit, chromium: Browser) -> None:
    site.say("ines", ROOM, "We drew three sketches together.")
    ines = visit("ines").enter(ROOM)
    ines.choose(ines.message("We drew three sketches together."), "Share outside, if all agree")
    window = ines.page.get_by_role("dialog")
    expect(window.get_by_label("Exactly these words")).to_have_value("We drew three sketches together.")
    window.get_by_label("Who is to read it").fill("The editor of the yearbook")
    window.get_by_label("What it may be used for").fill("The yearbook")
    picture(ines.page, "propose")
    window.get_by_role("button", name="Ask the others").click()
    expect(window).to_have_count(0)
    ines.page.get_by_role("link", name="Our path").click()
    expect(ines.page.get_by_text(re.compile("Waits for: .*Милица|Waits for: .*Milica"))).to_be_visible()

    milica = visit("milica", language="sr-Cyrl", width=360, height=740).open(f"/rooms/{ROOM}/path")
    shared = milica.page.get_by_role("region", name="Подељено ван собе")
    shared.get_by_role("button", name="Пристајем").click()
    shared.get_by_role("button", name="Копирај везу").click()
    link = shared.locator("a.release-link")
    expect(link).to_be_visible()
    narrow(milica.page)
    picture(milica.page, "open")

    stranger = chromium.new_context(viewport={"width": 360, "height": 640}, locale="sl")
    page = stranger.new_page()
    page.goto(link.get_attribute("href") or "")
    expect(page.get_by_text("We drew three sketches together.")).to_have_count(0)
    page.get_by_role("button", name="Preberi").click()
    expect(page.get_by_text("We drew three sketches together.")).to_be_visible()
    picture(page, "outside")
    stranger.close()
    expect(shared.get_by_text(re.compile("Прочитано:"))).to_be_visible()
    expect(ines.page.get_by_text(re.compile("Read on "))).to_be_visible()
    shared.get_by_role("button", name="Повуци").click()
    expect(ines.page.get_by_text("Taken back: it can’t be read any more.")).to_be_visible()

    milica.page.get_by_role("button", name="Реци хвала").click()
    milica.page.get_by_label("Моје хвала другима овде").fill("Хвала на стрпљењу.")
    milica.page.get_by_role("button", name="Реци", exact=True).click()
    expect(ines.page.get_by_text("Хвала на стрпљењу.")).to_be_visible()
    picture(milica.page, "thanks")


def test_who_leads_a_group_hides_and_pauses_in_the_open(site: Site, visit: Visit) -> None:
    room = site.post("vesna", "cohorts/krugovi-2026/circles", {"kind": "workshop"})["room"]
    wait_until(
        lambda: any(card["id"] == room for card in site.get("milica", "rooms")["rooms"]), 20, "nobody was brought in"
    )
    wait_until(
        lambda: any(card["id"] == room for card in site.get("aida", "rooms")["rooms"]), 20, "nobody was brought in"
    )
    site.say("milica", room, "Words that hurt somebody.")
    milica = visit("milica", language="sr-Cyrl", width=360, height=740).enter(room)
    expect(milica.message("Words that hurt somebody.")).to_be_visible()
    aida = visit("aida").enter(room)
    aida.choose(aida.message("Words that hurt somebody."), "Hide from everybody")
    aida.page.get_by_role("dialog").get_by_role("button", name="Hide from everybody").click()
    expect(milica.message("Words that hurt somebody.")).to_have_count(0)
    aida.page.get_by_role("link", name="Our meeting").click()
    led = aida.page.get_by_role("region", name="How we talk here")
    led.get_by_label("Pause writing").check()
    led.get_by_role("button", name="Set it").click()
    milica.open(f"/rooms/{room}/meeting")
    here = milica.page.get_by_role("region", name="Како овде разговарамо")
    expect(here.get_by_text("Писање је заустављено; читање остаје.")).to_be_visible()
    expect(here.get_by_text(re.compile("Сакривене речи: .*Ми|Сакривене речи: .*Mi"))).to_be_visible()
    expect(here.get_by_role("button", name="Постави")).to_have_count(0)
    narrow(milica.page)
    picture(milica.page, "led")
    picture(aida.page, "lead")
    led.get_by_role("button", name="Give the words back").click()
    milica.enter(room)
    expect(milica.message("Words that hurt somebody.")).to_be_visible()


def picture(page: object, name: str) -> None:
    if PICTURES is not None:
        page.screenshot(path=str(PICTURES / f"{name}.png"), full_page=True)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["mk"])
def test_who_has_shown_nothing_is_told_how_it_begins(visit: Visit, language: str) -> None:
    person = visit("tadeja", language=language, width=360, height=740).open("/shown")
    expect(person.page.get_by_text("Никому не се покажани пораки.")).to_be_visible()


def test_a_group_says_beforehand_that_one_waits_and_by_whom_words_are_hidden(site: Site, visit: Visit) -> None:
    room = site.post("vesna", "cohorts/krugovi-2026/circles", {"kind": "joint"})["room"]
    hidden = site.say("tadeja", room, "Said too fast.")
    site.call("aida", "room.hide", room=room, command_id=site.id(), message=hidden)
    tadeja = visit("tadeja", width=360).enter(room)
    expect(tadeja.page.locator(f"#message-{hidden}")).to_contain_text(
        re.compile("Hidden by .*Aida.*can give the words back")
    )

    site.call("aida", "room.set_pace", room=room, command_id=site.id(), slow=300, paused=False)
    expect(tadeja.page.get_by_text(re.compile("the next one in .* s"))).to_be_visible()
    tadeja.field.fill("Still a draft")
    expect(tadeja.page.get_by_role("button", name="Send")).to_be_disabled()
    site.call("aida", "room.set_pace", room=room, command_id=site.id(), slow=0, paused=True)
    expect(tadeja.page.get_by_text("Writing is paused here.")).to_be_visible()
    expect(tadeja.field).to_be_disabled()
    site.call("aida", "room.set_pace", room=room, command_id=site.id(), slow=0, paused=False)
    expect(tadeja.page.get_by_role("button", name="Send")).to_be_enabled()


def test_who_leads_a_group_removes_a_file_and_everybody_reads_who_did(site: Site, visit: Visit) -> None:
    room = site.post("vesna", "cohorts/krugovi-2026/circles", {"kind": "workshop"})["room"]
    site.call("aida", "room.set_pace", room=room, command_id=site.id(), slow=0, paused=False)
    tadeja, aida = visit("tadeja").enter(room), visit("aida", "en").enter(room)
    tadeja.field.focus()
    tadeja.page.get_by_role("button", name="Bring a file").click()
    window = tadeja.page.get_by_role("dialog")
    window.locator("input[type=file]").set_input_files({"name": "list.txt", "mimeType": "", "buffer": b"Names."})
    window.get_by_role("button", name="Send").click()
    file = aida.page.locator(".file-group", has_text="list.txt")
    file.get_by_role("button", name="Remove").click()
    expect(file).to_contain_text("Everybody sees that you removed it")
    file.get_by_role("button", name="Remove it for everybody").click()
    expect(tadeja.page.locator(".file-group", has_text="list.txt")).to_have_count(0)
    tadeja.open(f"/rooms/{room}/meeting")
    expect(tadeja.page.get_by_text(re.compile("A file of .*Tadeja.* was removed"))).to_be_visible()
