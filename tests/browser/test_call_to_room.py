"""The whole way: from the public page of a call to a room that is open, by screens and caught mail alone.

Who would like to learn applies in Macedonian on a phone without scripts, who would like to give in Slovene. Both are
chosen, told so, invited, brought together by hand, asked, and say yes; then they speak.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.newcomer import mailed
from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import narrow
from tests.browser.test_path import part
from tests.browser.visitor import Visitor
from tests.servers import wait_until

YEAR = "krugovi-druga"
AJSA, JONA = "Ајша Реџепи", "Jona Kos"
AJSAS, JONAS = "ajsa@elsewhere.example", "jona@elsewhere.example"
NEED = "Да водам работилница за кошници без страв од бројки."
GIVES = "Petnajst let vodim zadrugo; znam zbrati denar in ljudi."
PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
SLUG = "from-call-to-room"


def said(words: str) -> re.Pattern[str]:
    """Whatever is put into a sentence stands between invisible marks."""
    return re.compile("[\u2068\u2069]*".join(map(re.escape, words)))


def picture(page: Page, name: str) -> None:
    """Looked at by who changes these screens: ATELJE_PICTURES names a folder."""
    folder = os.environ.get("ATELJE_PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"walk_{name}.png"), full_page=True)


@pytest.mark.timeout(180)
def test_two_apply_on_a_public_page_and_speak_in_their_room(site: Site, visit: Visit) -> None:
    site.prefer("vesna", "en")
    desk = visit("vesna", language="en", width=1440, height=900)
    en = desk.open(f"/programmes/{YEAR}/calls").page
    open_call(en)
    mk = visit(java_script_enabled=False, **PHONE).open(f"/call/{SLUG}?lang=mk").page
    apply_in_macedonian(mk)
    sl = visit(java_script_enabled=False, width=1000).open(f"/call/{SLUG}?lang=sl").page
    apply_in_slovene(sl)
    choose(en)
    send_letters(en, site)
    bring_in(en)
    ajsa, jona = visit(locale="mk-MK", **PHONE), visit(locale="sl-SI")
    come_in(ajsa, site, AJSAS, "Погледни ја поканата")
    come_in(jona, site, JONAS, "Poglej vabilo")
    read_what_was_made_of_the_answers(ajsa, jona)
    bring_together(desk)
    say_yes(jona.page, "Oglej si v miru", NEED, "Da, to si želim")
    expect(jona.page.get_by_role("heading", name="Odgovor je bil: da")).to_be_visible()
    say_yes(ajsa.page, "Погледни на мира", GIVES, "Да, тоа го сакам")
    expect(ajsa.page.get_by_role("heading", name="Вашата соба е отворена")).to_be_visible()
    stand_in_the_room(ajsa, jona)


# ── the call ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def open_call(en: Page) -> None:
    en.get_by_role("button", name="Set up a call").click()
    words = en.get_by_role("group", name="What the call says").get_by_role("textbox")
    for number in range(words.count()):
        words.nth(number).fill("Come and make something with us.")
    en.get_by_label("Whom it is for").select_option("both")
    en.get_by_label("End of the address").fill(SLUG)
    en.get_by_role("button", name="Keep it as a draft").click()
    picture(en, "draft")
    draft = en.locator("section.part", has_text="Draft: only you who lead the year")
    draft.get_by_role("button", name="Open it").click()
    expect(en.locator("section.part", has_text=f"/call/{SLUG}")).to_contain_text("Open until")


def apply_in_macedonian(mk: Page) -> None:
    narrow(mk)
    begin(mk, AJSA, AJSAS, "mentee", ("Име", "Е-пошта", "Почни"))
    fill(mk, "MK", "mk", "Плетам кошници.")
    mk.locator("[name=q_need]").fill(NEED)
    mk.locator("[name=q_wanted]").first.check()
    narrow(mk)
    mk.get_by_role("button", name="Испрати", exact=True).click()
    expect(mk.get_by_role("status")).to_contain_text("Стигна.")
    narrow(mk)


def apply_in_slovene(sl: Page) -> None:
    begin(sl, JONA, JONAS, "mentor", ("Ime", "E-pošta", "Začni"))
    fill(sl, "SI", "sl", "Vodim zadrugo.")
    sl.locator("[name=q_languages_tag_2]").select_option("mk")
    sl.locator("[name=q_languages_level_2]").select_option("5")
    sl.locator("[name=q_give]").fill(GIVES)
    sl.locator("[name=q_given]").first.check()
    sl.get_by_role("button", name="Pošlji", exact=True).click()
    expect(sl.get_by_role("status")).to_contain_text("Prispelo je.")


def begin(page: Page, name: str, email: str, part: str, words: tuple[str, str, str]) -> None:
    page.get_by_label(words[0], exact=True).fill(name)
    page.locator("#apply").get_by_label(words[1], exact=True).fill(email)
    page.locator(f"[name=part][value={part}]").check()
    page.get_by_role("button", name=words[2], exact=True).click()
    expect(page).to_have_url(re.compile("/apply/"))


def fill(page: Page, country: str, language: str, about: str) -> None:
    page.locator("[name=q_country]").select_option(country)
    page.locator("[name=q_languages_tag_1]").select_option(language)
    page.locator("[name=q_languages_level_1]").select_option("6")
    page.locator("[name=q_about]").fill(about)
    page.locator("[name=q_disciplines]").first.check()


# ── the choice ────────────────────────────────────────────────────────────────────────────────────────────────────────


def choose(en: Page) -> None:
    en.reload()
    en.get_by_role("link", name="Read and choose").click()
    for name in (AJSA, JONA):
        row = en.get_by_role("button", name=re.compile(f"^{name}"))
        row.click()
        en.locator(".entry-acts").get_by_role("group", name="What we decide").get_by_label("yes", exact=True).check()
        expect(row.locator(".arrival")).to_contain_text(re.compile("^yes"))
        row.click()


def part_named(en: Page, title: str) -> Locator:
    return en.locator("section.part").filter(has=en.get_by_role("heading", name=title, exact=True))


def send_letters(en: Page, site: Site) -> None:
    part = part_named(en, "Letters")
    part.get_by_role("button", name=said("Send 2 letters")).click()
    part.get_by_role("alertdialog").get_by_role("button", name=said("Send 2 letters")).click()
    expect(part.get_by_role("status").filter(has_text=said("Letters that have left: 2"))).to_be_visible()
    wait_until(lambda: told(site) == {AJSAS, JONAS}, 20, "the letters")


def told(site: Site) -> set[str]:
    mails = httpx2.get(f"{site.origin}/mail.json").json()
    return {mail["to"] for mail in mails if mail["template"] == "outcome"}


def bring_in(en: Page) -> None:
    """Each looked after by an organisation of their own: two of one would not be proposed to each other."""
    part = part_named(en, "Bringing in")
    for place, (name, other) in enumerate(((AJSA, JONA), (JONA, None))):
        part.get_by_role("button", name="Bring in").click()
        if other:
            part.get_by_role("checkbox", name=other).uncheck()
        part.get_by_label("Who looks after them").select_option(index=place)
        part.get_by_role("button", name=said("Invite 1 person")).click()
        expect(part.get_by_role("listitem").filter(has_text=name)).to_contain_text("invited")


def come_in(guest: Visitor, site: Site, email: str, look: str) -> None:
    page = guest.open(mailed(site, email, "invitation")).page
    page.get_by_role("button", name=look).click()
    expect(page.locator(".for-whom")).to_be_visible()
    picture(page, f"invited_{email[:4]}")
    page.locator("form .main").click()
    expect(page.locator(".looking-card")).to_be_visible()
    picture(page, f"home_{email[:4]}")


def read_what_was_made_of_the_answers(ajsa: Visitor, jona: Visitor) -> None:
    for guest, words, name in ((ajsa, NEED, "mk"), (jona, GIVES, "sl")):
        page = guest.page
        page.locator(".looking-card").get_by_role("link").click()
        expect(page.locator("textarea").first).to_have_value(words)
        # They are their own words: nobody of the team wrote them.
        expect(page.get_by_text("Vesna")).to_have_count(0)
        picture(page, f"profile_{name}")
        guest.open()


# ── together ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def bring_together(desk: Visitor) -> None:
    """By hand, and only these two are asked."""
    en = desk.open(f"/programmes/{YEAR}/matching").page
    en.get_by_role("button", name="Begin", exact=True).click()
    en.get_by_role("navigation", name="All of them").get_by_role("button", name=AJSA).click()
    card = en.locator(".need-card")
    expect(card.locator("blockquote")).to_contain_text(NEED)
    picture(en, "need")
    first = card.locator(".option").first
    expect(first).to_contain_text(JONA)
    expect(first).to_contain_text("Looked for and given")
    first.get_by_role("radio").check()
    expect(card.get_by_text(said(f"{JONA}, by hand"))).to_be_visible()
    en.get_by_role("button", name="Look at all pairs once more").click()
    expect(en.locator(".last > li")).to_have_count(1)
    picture(en, "last")
    en.get_by_role("button", name=re.compile("^Ask th")).click()
    expect(en.get_by_role("link", name="See how it stands")).to_be_visible()


def say_yes(page: Page, look: str, words: str, yes: str) -> None:
    page.get_by_role("link", name=look).click()
    expect(page.get_by_text(words)).to_be_visible()
    picture(page, f"proposal_{yes[:2]}")
    page.get_by_role("button", name=yes).click()


def stand_in_the_room(ajsa: Visitor, jona: Visitor) -> None:
    """Each finds the first agenda and the draft of an agreement in their language; then they speak."""
    ajsa.page.get_by_role("link", name="Во собата").click()
    jona.page.get_by_role("link", name="V sobo").click()
    expect(ajsa.page.get_by_text("Кои сме и што нè донесе тука")).to_be_visible()
    expect(jona.page.get_by_text("Kdo smo in kaj nas je pripeljalo sem")).to_be_visible()
    narrow(ajsa.page)
    picture(ajsa.page, "agenda_mk")
    for guest, path, talk, name in ((ajsa, "Нашиот пат", "Разговор", "mk"), (jona, "Najina pot", "Pogovor", "sl")):
        guest.page.get_by_role("link", name=path, exact=True).click()
        expect(part(guest, "agreement").locator("dl")).to_be_visible()
        picture(guest.page, f"path_{name}")
        guest.page.get_by_role("link", name=talk, exact=True).click()
        guest.await_talk()
        picture(guest.page, f"talk_{name}")
    expect(ajsa.talk).to_contain_text("Од програмата")
    expect(jona.talk).to_contain_text("Dobrodošli")
    ajsa.field.fill("Здраво, Јона! Се радувам.")
    ajsa.page.get_by_role("button", name="Испрати", exact=True).click()
    expect(jona.message("Здраво, Јона! Се радувам.")).to_be_visible()
    jona.say("Živjo, Ajša! Jaz tudi.")
    expect(ajsa.message("Živjo, Ajša! Jaz tudi.")).to_be_visible()
    narrow(ajsa.page)
    picture(ajsa.page, "spoken_mk")
