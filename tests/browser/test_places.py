"""Places in a talk: an address for every message, ways to what is unread, and devices that agree on what was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, expect

from tests.browser.line import Line
from tests.browser.site import Site, Visit, unread
from tests.browser.visitor import NO_NETWORK, counted
from tests.servers import AteljeProcess, Leash, serving, wait_until

NOT_FOUND = re.compile(r"404 \(Not Found\).* at .*/talk\?around=")


@pytest.fixture(scope="module")
def shared_site(leash: Leash, playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One where a long talk is quickly said: in p6 120 messages more."""
    folder = tmp_path_factory.mktemp("atelje")
    process = AteljeProcess(leash, folder, {"ATELJE_LIMITS": "off"}, arguments=("serve", "--demo"))
    with serving(process):
        site = Site(process, playwright)
        for place in range(120):
            site.say("milica", "p6", f"Said long ago, {place}.")
        yield site
        site.close()


def first_of(site: Site, person: str, room: str) -> int:
    """The first message of a room."""
    message: int = site.get(person, f"rooms/{room}/talk?after=1")["messages"][0]["id"]
    return message


def test_an_address_leads_to_its_message_on_a_phone_after_signing_in(site: Site, visit: Visit) -> None:
    site.prefer("ines", "en")
    site.read_all("ines")
    message = first_of(site, "ines", "p6")
    phone = visit(width=360, has_touch=True, locale="en-GB").open(f"/rooms/p6/{message}")
    phone.sign_in("ines")
    target = phone.page.locator(f"#message-{message}")
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    expect(target).to_have_class(re.compile("marked"))
    assert phone.page.url.endswith(f"/rooms/p6/{message}")
    assert phone.page.locator(".message[id]").count() <= 60

    phone.page.get_by_role("button", name="To the newest").click()
    expect(target).to_have_count(0)
    expect(phone.page.locator(".message[id]").last).to_be_in_viewport()
    assert phone.page.url.endswith("/rooms/p6")


def test_the_address_of_a_message_is_copied_and_of_none_is_said(site: Site, visit: Visit) -> None:
    anze = visit("anze", permissions=["clipboard-read", "clipboard-write"]).enter("p5")
    anze.say("Come back to this.")
    message = anze.message("Come back to this.")
    anze.choose(message, "Copy the link")
    expect(anze.page.get_by_text("The link to the message is copied.")).to_be_visible()
    place = (message.get_attribute("id") or "").removeprefix("message-")
    assert anze.page.evaluate("navigator.clipboard.readText()") == f"{anze.origin}/rooms/p5/{place}"

    anze.allowed.append(NOT_FOUND)
    anze.open("/rooms/p5/987654321")
    nowhere = anze.page.get_by_text("That message is not in this room")
    expect(nowhere).to_be_visible()
    expect(anze.message("Come back to this.")).to_be_in_viewport()
    anze.page.get_by_role("button", name="Close").click()
    expect(nowhere).to_have_count(0)


def test_the_marker_leaves_with_the_page(site: Site, visit: Visit, line: Line) -> None:
    site.read_all("anze")
    site.say("xhemile", "p5", "A glance is enough.")
    anze = visit("anze", line=line).enter("p5")
    expect(anze.message("A glance is enough.")).to_be_in_viewport()
    anze.allowed.append(NO_NETWORK)
    anze.page.close()
    wait_until(lambda: unread(site, "anze", "p5") == 0, 10, "the marker came although the page is gone")


def test_reading_begins_at_the_first_unread_words_however_many_there_are(site: Site, visit: Visit) -> None:
    site.read_all("anze")
    first = site.say("xhemile", "p5", "The first of many.")
    for place in range(70):
        site.say("xhemile", "p5", f"One of many, {place}.")
    anze = visit("anze").enter("p5")
    expect(anze.page.locator(f"#message-{first}")).to_be_in_viewport()
    expect(anze.page.locator(".unread-line")).to_be_in_viewport()
    assert unread(site, "anze", "p5") > 0

    newest = site.say("xhemile", "p5", "The last of many.")
    anze.open(f"/rooms/p5/{newest}")
    expect(anze.page.locator(f"#message-{newest}")).to_be_in_viewport()
    up = anze.page.get_by_role("button", name=re.compile("To the first unread"))
    expect(up).to_be_visible()
    assert unread(site, "anze", "p5") > 0
    up.click()
    expect(anze.page.locator(".unread-line")).to_be_in_viewport()
    anze.page.get_by_role("button", name=re.compile("new message")).click()
    expect(anze.page.locator(f"#message-{newest}")).to_be_in_viewport()
    wait_until(lambda: unread(site, "anze", "p5") == 0, 10, "all of it was passed")


def test_two_devices_agree_on_what_is_unread(site: Site, visit: Visit) -> None:
    site.read_all("anze")
    laptop, phone = visit("anze").open(), visit("anze", width=360).open()
    site.say("xhemile", "p5", "On every device.")
    for device in (laptop, phone):
        expect(device.row("Xhemile")).to_contain_text(counted("1 new"))
        expect(device.page).to_have_title(re.compile(r"^\(1\) "))
    phone.row("Xhemile").click()
    expect(phone.message("On every device.")).to_be_in_viewport()
    expect(laptop.page).to_have_title(re.compile(r"^(?!\()"))
    expect(laptop.row("Xhemile")).not_to_contain_text("new")

    phone.say("Seen on the phone.")
    wait_until(lambda: unread(site, "anze", "p5") == 0, 10, "own words are never unread")
    expect(laptop.row("Xhemile")).not_to_contain_text("new")


def test_a_room_appears_and_goes_while_the_list_is_open(site: Site, visit: Visit) -> None:
    gorjan = visit("gorjan").open()
    expect(gorjan.page.locator(".room-row").first).to_be_visible()
    before = gorjan.page.locator(".room-row").count()
    site.call("vesna", "room.add_member", room="p5", command_id=site.id(), person="gorjan", role="guest")
    expect(gorjan.page.locator(".room-row")).to_have_count(before + 1)
    gorjan.page.locator(".room-row", has_text="Xhemile").click()
    site.say("xhemile", "p5", "Welcome in.")
    expect(gorjan.message("Welcome in.")).to_be_visible()
    site.call("vesna", "room.remove_member", room="p5", command_id=site.id(), person="gorjan")
    expect(gorjan.page.get_by_text("This room is closed for you now.")).to_be_visible()
    gorjan.page.get_by_role("button", name="To my rooms").click()
    expect(gorjan.page.locator(".room-row")).to_have_count(before)

    site.call("vesna", "room.add_member", room="p5", command_id=site.id(), person="gorjan", role="guest")
    expect(gorjan.page.locator(".room-row")).to_have_count(before + 1)
    gorjan.page.locator(".room-row", has_text="Xhemile").click()
    site.say("xhemile", "p5", "And again.")
    expect(gorjan.message("And again.")).to_be_visible()
    site.call("vesna", "room.remove_member", room="p5", command_id=site.id(), person="gorjan")
