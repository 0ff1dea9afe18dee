"""The ends: taken out of a room, leaving one, signed out here or elsewhere; and the beginning of an empty server."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.browser.line import Line
from tests.browser.site import Site, Visit
from tests.browser.visitor import NO_NETWORK, Visitor
from tests.servers import StartAtelje, wait_until

SECONDS = 1
"""From the removal to the screen. Asserted at five times that: the machine may be busy."""


# ── rooms ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_whoever_is_taken_out_of_an_open_room_reads_so_and_is_led_away(site: Site, visit: Visit) -> None:
    site.call("vesna", "room.add_member", room="t7", command_id=site.id(), person="asa", role="guest")
    asa = visit("asa").enter("t7")
    site.say("ipek", "t7", "Before.")
    expect(asa.message("Before.")).to_be_visible()
    site.call("vesna", "room.remove_member", room="t7", command_id=site.id(), person="asa")
    expect(asa.page.get_by_text("This room is closed for you now.")).to_be_visible(timeout=SECONDS * 5_000)
    expect(asa.field).to_have_count(0)
    site.say("ipek", "t7", "Afterwards.")

    asa.page.get_by_role("button", name="To my rooms").click()
    expect(asa.page.get_by_text("There is no room here yet.")).to_be_visible()
    assert "Afterwards." not in asa.page.content()
    asa.allowed.append(re.compile(r"404 \(Not Found\).* at .*/api/v1/rooms/t7"))
    asa.open("/room/t7")
    expect(asa.page.get_by_text("There is no room of yours here.")).to_be_visible()


def test_who_leaves_is_asked_once_and_gone_at_once_without_a_reason(site: Site, visit: Visit) -> None:
    site.call("vesna", "room.add_member", room="p2", command_id=site.id(), person="conceicao", role="guest")
    guest, nika = visit("conceicao").enter("p2"), visit("nika").enter("p2")
    guest.page.get_by_role("button", name="Who can read").click()
    dialog = guest.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Leave this room").click()
    expect(dialog).to_contain_text("No reason is needed.")
    dialog.get_by_role("button", name="Stay").click()
    dialog.get_by_role("button", name="Leave this room").click()
    dialog.get_by_role("button", name="Leave the room").click()
    expect(guest.page.get_by_text("You have left this room.")).to_be_visible()
    nika.page.get_by_role("button", name="Who can read").click()
    expect(nika.page.get_by_role("dialog")).not_to_contain_text("Conceição")


# ── logins ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_login_that_ends_elsewhere_leads_to_the_door_and_keeps_what_was_not_sent(
    site: Site, visit: Visit, line: Line
) -> None:
    http = site.login("djordje")
    site.prefer("djordje", "en")
    djordje = visit(line=line)
    djordje.context.add_cookies([http.storage_state()["cookies"][0]])  # type: ignore[list-item]
    djordje.allowed += [NO_NETWORK, re.compile(r"401 \(Unauthorized\)"), re.compile(r"WebSocket connection to")]
    djordje.enter("p1")
    line.cut()
    expect(djordje.banner).to_be_visible()
    djordje.say("Written on the way.")
    wait_until(lambda: djordje.kept() == 1, 10, "it is on the disk")
    assert http.post("/api/v1/logout", data={}).ok
    http.dispose()
    line.mend()

    expect(djordje.page.get_by_text("This visit has ended")).to_be_visible(timeout=30_000)
    assert djordje.kept() == 1
    assert "Written on the way." not in djordje.page.content()
    djordje.sign_in("djordje")
    expect(djordje.message("Written on the way.")).to_be_visible()
    wait_until(lambda: djordje.kept() == 0, 10, "nothing is held back")
    assert djordje.said("Written on the way.") == ["Written on the way."]


def test_a_login_that_ends_while_the_room_is_open_leads_to_the_door_within_a_second(site: Site, visit: Visit) -> None:
    http = site.login("djordje")
    site.prefer("djordje", "en")
    djordje = visit()
    djordje.context.add_cookies([http.storage_state()["cookies"][0]])  # type: ignore[list-item]
    djordje.enter("p1").say("Still here.")
    expect(djordje.pending).to_have_count(0)
    assert http.post("/api/v1/logout", data={}).ok
    http.dispose()
    expect(djordje.page.get_by_text("This visit has ended")).to_be_visible(timeout=SECONDS * 5_000)
    assert "Still here." not in djordje.page.content()


def test_signing_out_shows_the_door_in_every_tab_and_the_way_back_shows_nothing(site: Site, visit: Visit) -> None:
    http = site.login("djordje")
    site.prefer("djordje", "en")
    djordje = visit()
    djordje.context.add_cookies([http.storage_state()["cookies"][0]])  # type: ignore[list-item]
    djordje.open()
    djordje.row("Tadeja").click()
    djordje.await_talk()
    tab = djordje.other_tab().open()
    expect(tab.row("Tadeja")).to_be_visible()

    tab.page.get_by_role("button", name="About me").click()
    tab.page.get_by_role("button", name="Leave", exact=True).click()
    for one in (tab, djordje):
        expect(one.page.get_by_role("button", name="Come in")).to_be_visible()
    djordje.page.go_back()
    expect(djordje.page.get_by_role("button", name="Come in")).to_be_visible()
    djordje.page.reload()
    expect(djordje.page.get_by_role("button", name="Come in")).to_be_visible()
    assert djordje.page.evaluate(_KEPT) == []
    http.dispose()


_KEPT = """() => new Promise((resolve) => {
  const opening = indexedDB.open("atelje");
  opening.onsuccess = () => {
    const asked = opening.result.transaction("cache").objectStore("cache").getAllKeys();
    asked.onsuccess = () => resolve([...asked.result, ...Object.keys(localStorage).filter((key) => /me|draft/.test(
      key.replace("atelje.theme", "")))]);
  };
})"""


def test_who_signs_out_with_words_unsent_is_asked_first(site: Site, visit: Visit, line: Line) -> None:
    http = site.login("luka")
    site.prefer("luka", "en")
    luka = visit(line=line)
    luka.context.add_cookies([http.storage_state()["cookies"][0]])  # type: ignore[list-item]
    luka.allowed.append(NO_NETWORK)
    luka.enter("p4")
    line.carry_pages_only()
    luka.say("Not gone yet.")
    expect(luka.pending).to_have_count(1)
    luka.page.get_by_role("button", name="About me").click()
    luka.page.get_by_role("button", name="Leave", exact=True).click()
    expect(luka.page.get_by_role("alertdialog")).to_contain_text("One message has not been sent yet.")
    luka.page.get_by_role("button", name="Leave and remove").click()
    expect(luka.page.get_by_role("button", name="Come in")).to_be_visible()
    assert luka.kept() == 0
    http.dispose()


# ── an empty server ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def empty(server_process: StartAtelje, playwright: Playwright, chromium: Browser) -> Any:
    """A server without anybody, and its set-up link."""
    process = server_process()
    found: list[str] = []

    def printed() -> bool:
        found[:] = re.findall(r"http://\S+(/set-up#\S+)", process.log)
        return bool(found)

    wait_until(printed, 10, "the link is printed")
    visitors: list[Visitor] = []

    def visit() -> Visitor:
        context = chromium.new_context(locale="en-GB", viewport={"width": 1000, "height": 740})
        visitors.append(Visitor(context, process.base_url))
        return visitors[-1]

    yield visit, found[0]
    for visitor in visitors:
        visitor.context.close()
        assert visitor.unexpected == []


def test_the_link_of_an_empty_server_makes_its_first_person_once(empty: Any) -> None:
    visit, link = empty
    first = visit().open(link)
    fill(first, name="Vesna Ilić", email="vesna@example.org", password="a river bends twice")
    expect(first.page.get_by_role("heading", level=1)).to_contain_text("Vesna")
    expect(first.page.get_by_text("There is no room here yet.")).to_be_visible()
    assert "#" not in first.page.url

    second = visit().open(link)
    second.allowed.append(re.compile(r"4\d\d .* at .*/api/v1/set-up$"))
    fill(second, name="Somebody Else", email="else@example.org", password="a river bends twice")
    expect(second.page.get_by_role("alert")).to_contain_text("This link was used already")
    expect(second.page.locator("input[name=name]")).to_have_value("Somebody Else")


def test_a_password_that_a_stranger_would_try_first_is_refused_in_words(empty: Any) -> None:
    visit, link = empty
    first = visit().open(link)
    first.allowed.append(re.compile(r"4\d\d .* at .*/api/v1/set-up$"))
    fill(first, name="Vesna Ilić", email="vesna@example.org", password="password1")
    expect(first.page.get_by_role("alert")).to_contain_text("among the first that a stranger would try")
    fill(first, name="Vesna Ilić", email="vesna@example.org", password="a river bends twice")
    expect(first.page.get_by_text("There is no room here yet.")).to_be_visible()


def fill(visitor: Visitor, **fields: str) -> None:
    for name, text in fields.items():
        visitor.page.locator(f"input[name={name}]").fill(text)
    visitor.page.locator("form button[type=submit]").click()
