"""Files in a room: brought with a line about them, shown to the other one, heard, saved, taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Playwright, Request, expect

from tests.browser.line import Line
from tests.browser.site import Site, Visit, unread
from tests.browser.visitor import NO_NETWORK, Visitor
from tests.rooms.things.files import samples
from tests.servers import CHROMIUM_ARGUMENTS, wait_until

MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
ROOM = "p5"


@pytest.fixture(scope="module")
def chromium(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """With a microphone that hums."""
    browser = playwright.chromium.launch(executable_path=chromium_path, args=[*CHROMIUM_ARGUMENTS, *MICROPHONE])
    yield browser
    browser.close()


def files(visitor: Visitor) -> Locator:
    return visitor.page.locator(".file-group")


def choose(visitor: Visitor, name: str | Path, data: bytes = b"") -> Locator:
    """The window with a file of this device in it; one that lies there keeps its age."""
    visitor.field.focus()
    visitor.page.get_by_role("button", name="Bring a file").click()
    window = visitor.page.get_by_role("dialog")
    chosen = name if isinstance(name, Path) else FilePayload(name=name, mimeType="", buffer=data)
    window.locator("input[type=file]").set_input_files(chosen)
    return window


def part_of(request: Request) -> str | None:
    """Where a part of an upload begins."""
    return request.headers.get("upload-offset") if request.method == "PUT" else None


def test_two_people_show_each_other_a_picture_a_document_and_a_voice(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").enter(ROOM), visit("anze", "mk", width=360).enter(ROOM)
    xhemile.say("Here is the sketch.")
    window = choose(xhemile, "Скица.jpg", samples.picture("JPEG"))
    window.get_by_label("A line about it").fill("The stage from above")
    window.get_by_role("button", name="Send").click()
    expect(window).to_have_count(0)
    picture = files(anze).filter(has_text="The stage from above")
    expect(picture).to_contain_text("The stage from above")
    expect(picture).to_contain_text("Скица.jpg")
    expect(picture.locator("img")).to_be_in_viewport()
    assert picture.locator("img").evaluate("one => one.decode().then(() => one.naturalWidth)") == 480

    # The line of what was said is kept: the file stands behind it, and what comes next behind the file.
    anze.say("Убаво.")
    expect(xhemile.message("Убаво.")).to_be_visible()
    order = "all => all.map(one => one.innerText.match(/sketch|above|Убаво/)?.[0]).filter(Boolean)"
    assert xhemile.page.locator(".group").evaluate_all(order)[-3:] == ["sketch", "above", "Убаво"]

    window = choose(xhemile, "plan.pdf", samples.PDF)
    window.get_by_role("button", name="Send").click()
    with anze.page.expect_download() as saved:
        anze.page.get_by_role("link", name="plan.pdf").click()
    assert saved.value.suggested_filename == "plan.pdf"
    assert saved.value.path().read_bytes() == samples.PDF

    anze.field.focus()
    anze.page.get_by_role("button", name="Гласовна порака").click()
    window = anze.page.get_by_role("dialog")
    window.get_by_role("button", name="Сними").click()
    expect(window.get_by_role("timer")).to_have_text("2:58")
    window.get_by_role("button", name="Запри").click()
    expect(window.locator("audio")).to_be_visible()
    window.get_by_role("button", name="Испрати").click()
    expect(window).to_have_count(0)
    files(xhemile).get_by_role("button", name="Listen").click()
    sound = files(xhemile).locator("audio")
    expect(sound).to_be_visible()
    wait_until(lambda: sound.evaluate("one => one.currentTime") > 0, 10, "a sound")

    # Who brought it takes it away, for both.
    expect(picture.get_by_role("button", name="Тргни")).to_have_count(0)
    mine = files(xhemile).filter(has_text="The stage from above")
    mine.get_by_role("button", name="Remove").click()
    mine.get_by_role("button", name="Remove it for everybody").click()
    expect(files(anze).filter(has_text="The stage from above")).to_have_count(0)
    expect(mine).to_have_count(0)


def test_a_file_is_unread_until_it_was_seen(site: Site, visit: Visit) -> None:
    site.read_all("anze")
    xhemile, anze = visit("xhemile").enter(ROOM), visit("anze").open("/")
    row = anze.row("Xhemile")
    expect(row).to_be_visible()
    expect(row.locator(".new")).to_have_count(0)
    for name in ("first.txt", "second.txt"):
        choose(xhemile, name, b"Read me.").get_by_role("button", name="Send").click()
        expect(xhemile.page.get_by_role("link", name=name)).to_be_visible()
    expect(row.locator(".new")).to_contain_text("2")
    assert unread(site, "anze", ROOM) == 2
    assert unread(site, "xhemile", ROOM) == 0
    row.click()
    expect(anze.page.get_by_role("link", name="second.txt")).to_be_in_viewport()
    line = "all => all.map(one => one.id === 'unread-line' ? 'line' : one.innerText.match(/first|second/)?.[0])"
    parts = anze.page.locator(".unread-line, .group").evaluate_all(line)
    assert parts[-3:] == ["line", "first", "second"]
    wait_until(lambda: unread(site, "anze", ROOM) == 0, 10, "the server knows what was seen")


def test_a_lost_network_only_delays_a_file(visit: Visit, line: Line) -> None:
    xhemile, anze = visit("xhemile", line=line).enter(ROOM), visit("anze").enter(ROOM)
    xhemile.allowed.append(NO_NETWORK)
    window = choose(xhemile, "long.txt", b"A long letter. " * 60_000)
    line.cut()
    window.get_by_role("button", name="Send").click()
    expect(window.get_by_role("status")).to_have_text("No network at the moment. It goes on by itself.")
    line.mend()
    expect(window).to_have_count(0)
    expect(anze.page.get_by_role("link", name="long.txt")).to_be_visible()

    # Stopped by hand, it leaves nothing, and what was chosen is still there.
    window = choose(xhemile, "other.txt", b"Another letter. " * 60_000)
    line.cut()
    window.get_by_role("button", name="Send").click()
    window.get_by_role("button", name="Stop sending").click()
    expect(window.get_by_role("button", name="Send")).to_be_enabled()
    line.mend()
    window.get_by_role("button", name="Close").click()
    expect(anze.page.get_by_role("link", name="other.txt")).to_have_count(0)


def test_a_device_that_saves_data_shows_pictures_by_a_tap(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").enter(ROOM), visit("anze")
    anze.open("/me").page.get_by_label("Save data here").check()
    anze.enter(ROOM)
    window = choose(xhemile, "quiet.png", samples.picture("PNG", (80, 60)))
    window.get_by_role("button", name="Send").click()
    quiet = files(anze).filter(has_text="quiet.png")
    expect(quiet.locator("img")).to_have_count(0)
    expect(quiet).to_contain_text(re.compile("[0-9] KB|\u2068[0-9]"))
    quiet.get_by_role("button", name="Show the picture").click()
    expect(quiet.locator("img")).to_be_visible()


def test_what_can_not_come_is_said_in_words_and_stays_in_the_window(site: Site, visit: Visit) -> None:
    xhemile = visit("xhemile").enter(ROOM)
    xhemile.allowed.append(re.compile("422"))
    window = choose(xhemile, "a.png", b"<html>")
    window.get_by_label("A line about it").fill("Kept")
    window.get_by_role("button", name="Send").click()
    expect(window.get_by_role("alert")).to_contain_text("not what its name says")
    expect(window.get_by_label("A line about it")).to_have_value("Kept")


def test_a_file_goes_on_where_it_was_after_the_page_was_loaded_anew(visit: Visit, tmp_path: Path) -> None:
    letter = tmp_path / "very_long.txt"
    letter.write_bytes(b"A long letter. " * 40_000)
    xhemile = visit("xhemile").enter(ROOM)
    xhemile.allowed.append(NO_NETWORK)
    # The first part arrives, the second is on its way until the page is gone.
    xhemile.page.route("**/uploads/*", lambda one: one.continue_() if part_of(one.request) != "131072" else None)
    window = choose(xhemile, letter)
    with xhemile.page.expect_request(lambda one: part_of(one) == "131072"):
        window.get_by_role("button", name="Send").click()
    xhemile.page.reload()
    xhemile.page.unroute("**/uploads/*")
    xhemile.await_talk()
    window = choose(xhemile, letter)
    expect(window.get_by_role("status")).to_have_text(re.compile(r"128\W+KB\W+of\W+586\W+KB\W+have been sent already"))
    with xhemile.page.expect_request(lambda one: part_of(one) is not None) as went_on:
        window.get_by_role("button", name="Send").click()
    assert part_of(went_on.value) == "131072"
    expect(window).to_have_count(0)
    expect(xhemile.page.get_by_role("link", name="very_long.txt")).to_be_visible()
