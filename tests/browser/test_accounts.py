"""Coming in and looking after one's own account: invited, forgotten, on another device, with codes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pyotp
import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.newcomer import PASSWORD, Newcomer, add_to_room, bring_in, invite, mailed
from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import _TOO_WIDE, ALL, SIGHTS, axe, violations
from tests.browser.test_languages import LOCALES, assert_no_id
from tests.browser.visitor import Visitor
from tests.servers import wait_until

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
AT_ONCE = 5_000
"""ms. A second is promised; the machine may be busy."""

ASKED_FOR_A_CODE = re.compile(r"403 \(Forbidden\).* at .*/api/v1/(login|sign-in-link/use|password/reset)$")
LINK_IS_DEAD = re.compile(r"410 \(Gone\).* at .*/api/v1/links/look$")
REFUSED = re.compile(r"40[13] \(\w+\).* at .*/api/v1/")


@pytest.fixture
def newcomer(site: Site, playwright: Playwright) -> Iterator[Callable[..., Newcomer]]:
    """`newcomer("Milica", room="p1", …)`: somebody who accepted an invitation."""
    people: list[Newcomer] = []

    def bring(name: str, **options: object) -> Newcomer:
        people.append(bring_in(site, playwright, name, **options))  # type: ignore[arg-type]
        return people[-1]

    yield bring
    for person in people:
        person.http.dispose()


def as_newcomer(visit: Visit, newcomer: Newcomer, **options: object) -> Visitor:
    visitor: Visitor = visit(**options)
    visitor.context.add_cookies([newcomer.cookie])
    return visitor


def main_button(page: Page) -> None:
    page.locator("form .main").click()


# ── invited ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_somebody_invited_comes_in_by_the_link_on_a_phone_and_talks_in_the_room(site: Site, visit: Visit) -> None:
    vesna = visit("vesna", "en", permissions=["clipboard-read", "clipboard-write"]).open()
    vesna.page.get_by_role("button", name="About me").click()
    vesna.page.get_by_role("link", name="Invitations").click()
    vesna.page.get_by_label("Name, first and last").fill("Јелисавета Ђукић")
    vesna.page.get_by_label("E-mail").fill("jelisaveta@example.org")
    vesna.page.get_by_label("In which language").select_option("sr-Cyrl")
    vesna.page.get_by_role("button", name="Make the invitation").click()
    expect(vesna.page.get_by_role("heading", name="The invitation is ready")).to_be_focused()
    words = vesna.page.get_by_label("To pass on in person")
    expect(words).to_have_value(re.compile("Здраво, Јелисавета Ђукић!"))
    vesna.page.get_by_role("button", name="Copy").click()
    expect(vesna.page.get_by_text("Copied.")).to_be_visible()
    assert vesna.page.evaluate("navigator.clipboard.readText()") == words.input_value()
    expect(vesna.page.locator(".login")).to_contain_text("Not opened yet")
    link = re.search(r"^https?://[^/]+(/invitation#\S+)$", words.input_value(), re.MULTILINE)
    assert link is not None

    phone = visit(locale="sr-RS", **PHONE)
    sent: list[str] = []
    phone.page.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)
    phone.open(link[1])
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Позив")
    assert sent == [], "mail scanners open links too"
    assert "#" not in phone.page.url
    phone.page.get_by_role("button", name="Погледај позив").tap()
    expect(phone.page.locator(".for-whom")).to_contain_text("Јелисавета Ђукић")
    expect(phone.page.locator(".for-whom")).to_contain_text("Шаље: Vesna")
    phone.page.get_by_label("Лозинка, по жељи").fill("две реке и један мост")
    phone.page.get_by_role("button", name="Уђи").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Јелисавета")
    assert phone.page.evaluate("location.pathname + location.hash + JSON.stringify(history.state)") == "/null"

    me = phone.page.evaluate("fetch('/api/v1/me').then(answer => answer.json())")
    assert me["language"] == "sr-Cyrl"
    add_to_room(site, me["id"], "p1")
    phone.page.reload()
    phone.page.locator(".room-row").tap()
    phone.await_talk()
    phone.field.fill("Добар дан свима!")
    phone.page.get_by_role("button", name="Пошаљи").tap()
    expect(phone.message("Добар дан свима!")).to_be_visible()
    assert any(message.get("text") == "Добар дан свима!" for message in site.get("djordje", "rooms/p1")["messages"])
    vesna.page.reload()
    expect(vesna.page.locator(".came summary")).to_contain_text("here by now")


def test_an_invitation_is_taken_back_after_a_moment_and_can_be_kept(site: Site, visit: Visit) -> None:
    _, link = invite(site, "Petra Novak", "sl")
    vesna = visit("vesna", "en").open("/invitations")
    row = vesna.page.locator(".login", has_text="Petra Novak")
    row.get_by_role("button", name="Take back").press("Enter")
    expect(row.get_by_role("button", name="Keep it")).to_be_focused()
    vesna.page.keyboard.press("Enter")
    expect(row).to_contain_text("Not opened yet")
    expect(row.get_by_role("button").first).to_be_focused()
    row.get_by_role("button", name="New link").click()
    expect(vesna.page.get_by_label("To pass on in person")).to_have_value(re.compile("Petra Novak"))

    petra = visit(locale="sl-SI").open(link)
    petra.allowed.append(LINK_IS_DEAD)
    main_button(petra.page)
    expect(petra.page.get_by_role("heading", level=1)).to_have_text("Ta povezava ne velja več")
    expect(petra.page.get_by_text("prosi za novo povezavo")).to_be_visible()

    row.get_by_role("button", name="Take back").click()
    vesna.page.get_by_role("link", name="Atelje").click()
    wait_until(
        lambda: "Petra Novak" not in str(site.get("vesna", "invitations")), 10, "leaving the page carries it out"
    )


# ── forgotten ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_forgotten_password_is_chosen_anew_and_leads_to_what_was_asked_for(
    site: Site, visit: Visit, newcomer: Callable[..., Newcomer]
) -> None:
    ana = newcomer("Ana Horvat", room="p1")
    browser = visit(locale="en-GB").open("/room/p1")
    browser.page.get_by_label("E-mail").fill(ana.email)
    browser.page.get_by_role("button", name="Password forgotten").click()
    expect(browser.page.get_by_label("E-mail")).to_have_value(ana.email)
    browser.page.get_by_role("button", name="Send the link").click()
    expect(browser.page.get_by_role("status")).to_contain_text("a link is on its way")

    link = mailed(site, ana.email, "password_reset")
    tab = browser.other_tab().open(link)
    assert "#" not in tab.page.url
    tab.page.get_by_role("button", name="Go on").click()
    expect(tab.page.locator(".for-whom")).to_contain_text("Ana Horvat")
    tab.page.get_by_label("New password").fill("short")
    main_button(tab.page)
    tab.allowed.append(re.compile(r"422 .* at .*/api/v1/password/reset$"))
    expect(tab.page.get_by_role("alert")).to_contain_text("at least")
    tab.page.get_by_label("New password").fill("the tram was late again")
    main_button(tab.page)
    tab.await_talk()
    assert re.search(r"/rooms?/p1$", tab.page.url)

    again = visit(locale="en-GB").open(link)
    again.allowed.append(LINK_IS_DEAD)
    main_button(again.page)
    expect(again.page.get_by_role("heading", level=1)).to_have_text("This link does not work any more")
    again.page.get_by_label("E-mail").fill(ana.email)
    again.page.get_by_role("button", name="Send the link").click()
    expect(again.page.get_by_role("status").filter(has_text="on its way")).to_be_visible()


def test_a_mailed_link_leads_in_without_a_password(site: Site, visit: Visit, newcomer: Callable[..., Newcomer]) -> None:
    rada = newcomer("Rada Perić", room="p1", password=None)
    browser = visit(locale="hr-HR").open("/room/p1")
    browser.page.get_by_role("button", name="Bez lozinke").click()
    browser.page.get_by_label("E-pošta").fill(rada.email)
    main_button(browser.page)
    link = mailed(site, rada.email, "sign_in_link")
    browser.open(link)
    browser.page.get_by_label("Ostani ovdje i sljedeći put").check()
    main_button(browser.page)
    browser.await_talk()
    logins = browser.page.evaluate("fetch('/api/v1/me/logins').then(answer => answer.json())")["logins"]
    assert [login["stay"] for login in logins if login["this"]] == [True]


def test_half_a_link_says_what_to_do(visit: Visit) -> None:
    guest = visit(locale="en-GB")
    for page in ("/invitation", "/reset", "/sign-in-link", "/address"):
        guest.open(page)
        expect(guest.page.get_by_text("lacks its last part")).to_be_visible()


def test_a_new_address_holds_once_it_is_confirmed(site: Site, visit: Visit, newcomer: Callable[..., Newcomer]) -> None:
    ema = as_newcomer(visit, newcomer("Ema Kos")).open("/me")
    opener = ema.page.get_by_role("button", name="Change the e-mail address")
    opener.click()
    expect(ema.page.get_by_label("New e-mail address")).to_be_focused()
    ema.page.get_by_role("button", name="Cancel").click()
    expect(opener).to_be_focused()
    opener.click()
    ema.page.get_by_label("New e-mail address").fill("ema.kos@example.net")
    ema.page.get_by_label("Present password").fill("not this one")
    ema.allowed.append(REFUSED)
    main_button(ema.page)
    expect(ema.page.get_by_role("alert").filter(has_text="not your present password")).to_be_visible()
    expect(ema.page.get_by_label("New e-mail address")).to_have_value("ema.kos@example.net")
    ema.page.get_by_label("Present password").fill(PASSWORD)
    main_button(ema.page)
    expect(ema.page.get_by_text("Waiting to be confirmed")).to_contain_text("ema.kos@example.net")

    ema.open(mailed(site, "ema.kos@example.net", "address_confirm"))
    main_button(ema.page)
    expect(ema.page.locator(".for-whom")).to_contain_text("e…@example.net")
    ema.page.get_by_role("button", name="Confirm this address").click()
    expect(ema.page.get_by_role("heading", level=1)).to_have_text("The address is confirmed")
    ema.page.get_by_role("link", name="To my rooms").click()
    ema.page.get_by_role("button", name="About me").click()
    expect(ema.page.get_by_role("dialog")).to_contain_text("ema.kos@example.net")


# ── devices ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_another_device_is_signed_out_from_here_and_says_so_kindly(
    visit: Visit, newcomer: Callable[..., Newcomer], playwright: Playwright, site: Site
) -> None:
    nada = newcomer("Nada Ilić", room="p1")
    other = visit(locale="en-GB").open("/room/p1")
    other.page.get_by_label("E-mail").fill(nada.email)
    other.page.get_by_label("Password", exact=True).fill(PASSWORD)
    main_button(other.page)
    other.await_talk()
    other.allowed.append(REFUSED)

    here = as_newcomer(visit, nada).open("/me")
    rows = here.page.locator(".login")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("this device")
    expect(rows.first.get_by_role("button")).to_have_count(0)
    expect(rows.last).to_contain_text("Chrome · Linux")
    expect(rows.last).to_contain_text("today")
    rows.last.get_by_role("button", name="Sign out").click()
    expect(other.page.get_by_text("This visit has ended")).to_be_visible(timeout=AT_ONCE)
    expect(here.page.get_by_text("Signed out:")).to_contain_text("Chrome · Linux")
    expect(rows).to_have_count(1)

    # And back in, where they were.
    other.page.get_by_label("E-mail").fill(nada.email)
    other.page.get_by_label("Password", exact=True).fill(PASSWORD)
    main_button(other.page)
    other.await_talk()


# ── codes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_with_codes_turned_on_a_password_alone_does_not_lead_in(
    visit: Visit, newcomer: Callable[..., Newcomer]
) -> None:
    iva = newcomer("Iva Marić")
    here = as_newcomer(visit, iva, permissions=["clipboard-read", "clipboard-write"]).open("/me")
    here.page.get_by_role("button", name="Turn on").click()
    here.page.get_by_label("Present password").fill(PASSWORD)
    main_button(here.page)
    expect(here.page.get_by_role("img", name="Picture for the camera")).to_be_visible()
    assert here.page.locator(".qr").evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    app = pyotp.TOTP(here.page.locator(".key-typed").inner_text().replace(" ", ""))
    # Each code is good once, and clocks may be half a minute apart: the one before leaves today's for coming in.
    here.page.get_by_label("Code from the app").fill(app.at(time.time() - 30))
    main_button(here.page)
    expect(here.page.locator(".recovery-codes li")).to_have_count(10)
    codes = here.page.locator(".recovery-codes li").all_inner_texts()
    ready = here.page.get_by_role("button", name="Ready")
    expect(ready).to_be_disabled()
    here.page.get_by_role("button", name="Copy").click()
    assert here.page.evaluate("navigator.clipboard.readText()").split() == codes
    here.page.emulate_media(media="print")
    expect(here.page.get_by_text(codes[0])).to_be_visible()
    expect(here.page.get_by_role("heading", name="My account")).to_be_hidden()
    here.page.emulate_media(media="screen")
    here.page.get_by_label("They are kept in a safe place").check()
    ready.click()
    expect(here.page.get_by_text("On. From now on a code is asked for when coming in.")).to_be_visible()

    for code, left in ((app.at(time.time() + 1), 10), (codes[0].upper(), 9)):
        browser = visit(locale="en-GB").open("/me")
        browser.allowed += [ASKED_FOR_A_CODE]
        browser.page.get_by_label("E-mail").fill(iva.email)
        browser.page.get_by_label("Password", exact=True).fill(PASSWORD)
        main_button(browser.page)
        expect(browser.page.get_by_role("heading", level=1)).to_have_text("One more step")
        expect(browser.page.get_by_label("Code from the app")).to_be_focused()
        if left == 9:
            browser.page.get_by_role("button", name="use a recovery code").click()
        browser.page.locator("input[name=code]").fill(code)
        main_button(browser.page)
        expect(browser.page.get_by_text(re.compile(rf"\D{left}\D+recovery codes are left"))).to_be_visible()

    here.page.reload()
    here.page.get_by_role("button", name="Turn off").click()
    here.page.get_by_label("Present password").fill(PASSWORD)
    here.page.get_by_role("button", name="use a recovery code").click()
    here.page.locator("input[name=code]").fill(codes[1])
    main_button(here.page)
    expect(here.page.get_by_text("Off. From now on the password alone is enough.")).to_be_visible()


# ── for everybody ─────────────────────────────────────────────────────────────────────────────────────────────────────

Show = Callable[[Visitor], None]


def heading(visitor: Visitor) -> None:
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()


def press(selector: str) -> Show:
    def show(visitor: Visitor) -> None:
        visitor.page.locator(selector).first.click()

    return show


def wait_for(selector: str) -> Show:
    def show(visitor: Visitor) -> None:
        visitor.page.locator(selector).first.wait_for()

    return show


DOORS: dict[str, tuple[str, list[Show]]] = {
    "mail me a link": ("/", [heading, press(".door-ways button")]),
    "sign-in link": ("/sign-in-link#nothing", [heading]),
    "dead link": ("/reset", [heading]),
    "invitation": ("/invitation#{token}", [heading, press("form .main"), wait_for(".for-whom")]),
}
OWN: dict[str, tuple[str, list[Show]]] = {
    "my account": ("/me", [wait_for(".login")]),
    "another password": ("/me", [wait_for(".login"), press(".part-actions button >> nth=1"), wait_for(".part-form")]),
    "invitations": ("/invitations", [wait_for(".login")]),
    "words to pass on": ("/invitations", [press(".login-actions button"), wait_for(".pass-on")]),
    "taking back": ("/invitations", [press(".login-actions button >> nth=1"), wait_for(".login [role=status]")]),
}


def show_all(visit: Visit, site: Site, language: str, locale: str, **options: object) -> Iterator[tuple[str, Visitor]]:
    _, link = invite(site, "Јована Стојановић-Кузмановић", language)
    guest, vesna = visit(locale=locale, **options), visit("vesna", language, **options)
    for visitor, screens in ((guest, DOORS), (vesna, OWN)):
        for name, (path, steps) in screens.items():
            # Two addresses may differ in nothing but what is behind the #, and the page is to begin anew.
            visitor.page.goto("about:blank")
            visitor.open(path.format(token=link.partition("#")[2]))
            for step in steps:
                step(visitor)
            yield name, visitor


def test_axe_finds_nothing_on_any_of_these_pages(visit: Visit, site: Site) -> None:
    found: list[str] = []
    for name, visitor in show_all(visit, site, "en", "en-GB", width=1440, height=900, reduced_motion="reduce"):
        assert_no_id(visitor.page)
        visitor.page.evaluate(f"{axe()};0")
        for width, light in SIGHTS:
            visitor.page.set_viewport_size({"width": width, "height": 740})
            visitor.page.emulate_media(color_scheme=light)
            found += [f"{name}: {fault}" for fault in violations(visitor.page, ALL)]
        visitor.page.set_viewport_size({"width": 1440, "height": 900})
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("language", ["sr-Cyrl", "sl"])
def test_these_pages_speak_the_language_and_fit_a_narrow_phone(visit: Visit, site: Site, language: str) -> None:
    for name, visitor in show_all(visit, site, language, LOCALES[language], width=320, height=640):
        assert_no_id(visitor.page)
        assert visitor.page.evaluate(_TOO_WIDE) == [], name
