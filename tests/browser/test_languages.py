"""Everything in the reader's language, script, plural forms, zone and dates, from the door on."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor, counted
from tests.servers import ROOT

LANGUAGES = ("sr-Cyrl", "sr-Latn", "hr", "mk", "sl", "en")
LOCALES = {"sr-Cyrl": "sr-RS", "sr-Latn": "sr-Latn-RS", "hr": "hr-HR", "mk": "mk-MK", "sl": "sl-SI", "en": "en-GB"}
WELCOME = {
    "sr-Cyrl": "Добро дошли",
    "sr-Latn": "Dobro došli",
    "hr": "Dobro došli",
    "mk": "Добре дојдовте",
    "sl": "Dobrodošli",
    "en": "Welcome",
}


# ── the door ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_door_in_serbian_is_in_cyrillic_and_works_by_keyboard_alone_on_a_phone(site: Site, visit: Visit) -> None:
    site.prefer("djordje", "sr-Cyrl")
    djordje = visit(width=360, locale="sr-RS").open()
    door = djordje.page.get_by_role("main")
    expect(door.get_by_role("heading")).to_have_text("Добро дошли")
    words = " ".join(door.locator("h1, p:not(.brand), label, button").all_inner_texts())
    assert re.findall(r"[A-Za-z]+", words) == [], words
    expect(djordje.page.locator("html")).to_have_attribute("lang", "sr-Cyrl")

    keys = djordje.page.keyboard
    keys.press("Tab")
    expect(djordje.page.get_by_label("Е-пошта")).to_be_focused()
    keys.type("djordje@example.org")
    keys.press("Tab")
    expect(djordje.page.get_by_label("Лозинка")).to_be_focused()
    keys.type("atelje-dem")
    djordje.allowed.append(re.compile(r"401 \(Unauthorized\).* at .*/api/v1/login$"))
    keys.press("Enter")
    refusal = djordje.page.get_by_role("alert")
    expect(refusal).to_contain_text(re.compile("[а-шђјљњћџ]{3}", re.IGNORECASE))
    assert re.findall(r"[A-Za-z_]+", refusal.inner_text()) == []
    expect(djordje.page.get_by_label("Лозинка")).to_be_focused()

    keys.type("o")
    keys.press("Tab")
    expect(djordje.page.get_by_role("button", name="Прикажи укуцано")).to_be_focused()
    keys.press("Tab")
    expect(djordje.page.get_by_label("Остани овде и следећи пут")).to_be_focused()
    keys.press("Tab")
    expect(djordje.page.get_by_role("button", name="Уђи")).to_be_focused()
    keys.press("Space")
    expect(djordje.page.get_by_role("heading", level=1)).to_contain_text("Ђорђе")
    walk_to(djordje, djordje.row("Tadeja"))
    keys.press("Enter")
    djordje.await_talk()
    expect(djordje.page.get_by_role("heading", level=1)).to_have_text("Tadeja Žgajnar")
    walk_to(djordje, djordje.field)
    keys.type("Стигао сам.")
    keys.press("Enter")
    expect(djordje.message("Стигао сам.")).to_be_visible()


def walk_to(visitor: Visitor, target: object) -> None:
    """By Tab, as far as it takes."""
    for _ in range(20):
        visitor.page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):  # type: ignore[attr-defined]
            return
    raise AssertionError("Tab does not lead there")


def test_who_reads_bosnian_gets_croatian_and_who_reads_albanian_english(visit: Visit) -> None:
    for locale, welcome in (("bs-BA", WELCOME["hr"]), ("sq-MK", WELCOME["en"])):
        expect(visit(locale=locale).open().page.get_by_role("heading", level=1)).to_have_text(welcome)


def test_the_language_chosen_at_the_door_holds_until_another_is_chosen(visit: Visit) -> None:
    guest = visit(locale="en-GB").open()
    guest.page.get_by_label("Language").select_option("mk")
    expect(guest.page.get_by_role("heading", level=1)).to_have_text(WELCOME["mk"])
    guest.page.reload()
    expect(guest.page.get_by_role("heading", level=1)).to_have_text(WELCOME["mk"])


# ── all that is said ──────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def message_ids() -> frozenset[str]:
    """What a screen shows for a text that it lacks. Without those that are ordinary words, such as `close`."""
    files = (ROOT / "web" / "text" / "en").glob("*.ftl")
    ids = chain.from_iterable(re.findall(r"^([a-z][\w-]*) =", file.read_text(), re.MULTILINE) for file in files)
    return frozenset(id for id in ids if re.search("[-_]", id))


def assert_no_id(page: Page) -> None:
    """Neither as text nor as a name for those who hear the page, its placeholders included."""
    shown = page.locator("html").inner_text() + page.locator("html").aria_snapshot()
    assert message_ids() & set(re.findall(r"[a-z][\w-]*", shown)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_speaks_the_language(site: Site, visit: Visit, language: str) -> None:
    """The door speaks the browser's; inside it is the person's, whose new messages and days are counted and written as
    the language does it. One walk, because each page of a browser takes seconds."""
    tadeja = visit(locale=LOCALES[language]).open()
    expect(tadeja.page.get_by_role("heading", level=1)).to_have_text(WELCOME[language])
    expect(tadeja.page.locator("html")).to_have_attribute("lang", language)
    assert_no_id(tadeja.page)

    site.prefer("tadeja", language)
    site.read_all("tadeja")
    tadeja.context.add_cookies([site.cookie("tadeja")])
    tadeja.open()
    expect(tadeja.row("Ђорђе")).to_be_visible()
    expect(tadeja.page.locator("html")).to_have_attribute("lang", language)
    assert_no_id(tadeja.page)
    new_messages_have_their_plural_forms(site, tadeja, language)
    tadeja.enter("p1")
    assert_no_id(tadeja.page)
    days_are_written_as_the_language_writes_them(tadeja, language)

    keys = tadeja.page.keyboard
    tadeja.page.locator(".message[id]").last.focus()
    keys.press("r")
    expect(tadeja.page.locator(".about")).to_be_visible()
    assert_no_id(tadeja.page)
    keys.press("Escape")
    for opener in (".room-head button[aria-haspopup=dialog]:not(.round)", ".me-button"):
        tadeja.page.locator(opener).click()
        expect(tadeja.page.get_by_role("dialog")).to_be_visible()
        assert_no_id(tadeja.page)
        keys.press("Escape")
        expect(tadeja.page.locator("dialog")).to_have_count(0)
    tadeja.page.locator(".message[id]").last.focus()
    keys.press("?")
    expect(tadeja.page.get_by_role("dialog")).to_be_visible()
    assert_no_id(tadeja.page)


PLURALS = {
    "sr-Cyrl": {1: "1 непрочитана порука", 2: "2 непрочитане поруке", 5: "5 непрочитаних порука"},
    "sr-Latn": {1: "1 nepročitana poruka", 2: "2 nepročitane poruke", 5: "5 nepročitanih poruka"},
    "hr": {1: "1 nepročitana poruka", 2: "2 nepročitane poruke", 5: "5 nepročitanih poruka"},
    "mk": {1: "1 непрочитана порака", 2: "2 непрочитани пораки", 5: "5 непрочитани пораки"},
    "sl": {1: "1 neprebrano sporočilo", 2: "2 neprebrani sporočili", 5: "5 neprebranih sporočil"},
    "en": {1: "1 unread message", 2: "2 unread messages", 5: "5 unread messages"},
}
BADGES = {
    "sr-Cyrl": {1: "1 нова", 2: "2 нове", 5: "5 нових"},
    "sr-Latn": {1: "1 nova", 2: "2 nove", 5: "5 novih"},
    "hr": {1: "1 nova", 2: "2 nove", 5: "5 novih"},
    "mk": {1: "1 нова", 2: "2 нови", 5: "5 нови"},
    "sl": {1: "1 novo", 2: "2 novi", 5: "5 novih"},
    "en": {1: "1 new", 2: "2 new", 5: "5 new"},
}


def new_messages_have_their_plural_forms(site: Site, tadeja: Visitor, language: str) -> None:
    said = 0
    for count in (1, 2, 5):
        while said < count:
            said += 1
            site.say("djordje", "p1", f"{language} {said}")
        expect(tadeja.page.locator(".greeting .soft >> visible=true")).to_have_text(counted(PLURALS[language][count]))
        expect(tadeja.row("Ђорђе").locator(".new")).to_have_text(counted(BADGES[language][count]))


# ── times ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

TODAY = {"sr-Cyrl": "Данас", "sr-Latn": "Danas", "hr": "Danas", "mk": "Денес", "sl": "Danes", "en": "Today"}


def test_times_are_those_of_the_person_wherever_their_device_is(site: Site, visit: Visit) -> None:
    site.prefer("nika", "en", zone="Europe/Belgrade")
    offset = site.say("blagica", "p2", "What time is it where you are?")
    at = next(message["at"] for message in site.get("nika", "rooms/p2")["messages"] if message["id"] == offset)
    nika = visit("nika", timezone_id="America/New_York").enter("p2")
    at_home = datetime.fromtimestamp(at / 1000, ZoneInfo("Europe/Belgrade")).strftime("%H:%M")
    expect(nika.page.locator(f"#message-{offset} time")).to_have_text(at_home)


def days_are_written_as_the_language_writes_them(tadeja: Visitor, language: str) -> None:
    """Browsers know some of our languages less well than others: Chromium lacks Macedonian."""
    days = tadeja.page.locator(".day-name")
    expect(days.last).to_have_text(TODAY[language])
    written = days.first.inner_text()
    script = "[а-шђѓѕјљњќћџ]" if language in ("sr-Cyrl", "mk") else "[a-zčćđšž]"
    assert re.fullmatch(rf"{script}+,? \d{{1,2}}\.? {script}+( \d{{4}}\.?( г\.)?)?", written, re.IGNORECASE), written
