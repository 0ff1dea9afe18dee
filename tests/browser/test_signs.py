"""Signs between people: what is given to a message, who is named in one, which words of it are quoted."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.line import Line
from tests.browser.site import Site, Visit
from tests.browser.visitor import NO_NETWORK, UNDO_SECONDS, Visitor, counted
from tests.servers import wait_until


def react(visitor: Visitor, message: Locator, reaction: str) -> None:
    message.hover()
    message.get_by_role("button", name="React").click()
    visitor.page.get_by_role("menuitemcheckbox", name=reaction).click()


def given(message: Locator, reaction: str, *names: str) -> Locator:
    """By its accessible name; without names whoever gave it."""
    by = r"\W+(?:and )?".join(names) + r"\W*$" if names else ""
    return message.get_by_role("button", name=re.compile(rf"^\W*{reaction}\W*: \W*{by}"))


def test_what_one_gives_the_other_sees_also_after_having_been_away(visit: Visit, line: Line) -> None:
    xhemile, anze = visit("xhemile").enter("p5"), visit("anze", line=line).enter("p5")
    xhemile.say("The hall is ours.")
    here, there = xhemile.message("The hall is ours."), anze.message("The hall is ours.")
    react(anze, there, "celebration")
    expect(given(here, "celebration", "Anže")).to_have_attribute("aria-pressed", "false")
    expect(given(there, "celebration", "Anže")).to_have_attribute("aria-pressed", "true")

    anze.allowed.append(NO_NETWORK)
    line.cut()
    expect(anze.banner).to_be_visible()
    react(anze, there, "thanks")
    expect(given(there, "thanks", "Anže")).to_be_visible()
    given(there, "celebration").click()
    expect(given(there, "celebration")).to_have_count(0)
    given(here, "celebration").click()
    expect(given(here, "celebration", "Anže", "Xhemile")).to_be_visible()

    line.mend()
    for message in (here, there):
        expect(given(message, "thanks", "Anže")).to_be_visible()
        expect(given(message, "celebration", "Xhemile")).to_be_visible()
    wait_until(lambda: anze.kept() == 0, 10, "nothing waits any more")


def test_an_emoji_tells_who_gave_it_and_goes_by_keyboard_too(visit: Visit) -> None:
    xhemile = visit("xhemile").enter("p5")
    xhemile.say("By keyboard alone.")
    message = xhemile.message("By keyboard alone.")
    message.focus()
    xhemile.page.keyboard.press("+")
    first = xhemile.page.get_by_role("menuitemcheckbox").first
    expect(first).to_be_focused()
    xhemile.page.keyboard.press("ArrowRight")
    xhemile.page.keyboard.press("Enter")
    heart = given(message, "from the heart", "Xhemile")
    expect(heart).to_be_visible()
    heart.focus()
    expect(message.locator(".givers")).to_have_text("Xhemile")
    xhemile.page.keyboard.press("Enter")
    expect(heart).to_have_count(0)
    wait_until(lambda: xhemile.kept() == 0, 10, "nothing waits any more")


def test_whoever_is_named_sees_it_in_the_room_and_in_the_list(site: Site, visit: Visit) -> None:
    site.read_all("gorjan")
    ipek, gorjan = visit("ipek").enter("t7"), visit("gorjan", width=360).open()
    ipek.field.press_sequentially("Who brings the lamps, @гор")
    options = ipek.page.get_by_role("option")
    expect(options).to_have_count(1)
    expect(options).to_have_attribute("aria-selected", "true")
    ipek.field.press("Enter")
    expect(ipek.field).to_have_value("Who brings the lamps, @Горјан ")
    ipek.field.press_sequentially("or @")
    expect(options).to_have_count(3)
    ipek.field.press("Escape")
    expect(options).to_have_count(0)
    ipek.field.press_sequentially("zoja?")
    expect(options).to_have_count(0)
    ipek.field.press("Enter")
    expect(ipek.pending).to_have_count(0)
    said = ipek.page.locator(".message", has_text="Who brings the lamps").last
    expect(said.locator(".mention")).to_have_count(1)

    row = gorjan.page.locator(".room-row", has_text="mentions you")
    expect(row).to_contain_text(counted("1 new"))
    row.click()
    expect(gorjan.page.locator(".message", has_text="Who brings the lamps").last.locator(".mention.me")).to_be_visible()
    gorjan.page.locator(".room-head .back").click()
    expect(gorjan.page.locator(".room-row").first).to_be_visible()
    expect(row).to_have_count(0)


def test_selected_words_are_quoted_and_go_with_their_message(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").hold_clock().enter("p5"), visit("anze").enter("p5")
    xhemile.say("We could **paint the door** green, or leave it.")
    original = anze.page.locator(".group:not(.pending) .message", has_text="paint the door").last
    original.hover()
    original.locator("strong").select_text()
    anze.page.get_by_role("button", name="Quote", exact=True).click()
    expect(anze.field).to_be_focused()
    anze.say("Green it is.")
    quoted = xhemile.message("Green it is.").locator(".quotation")
    expect(quoted).to_have_text(re.compile(r"Xhemile.*paint the door$", re.DOTALL))
    quoted.click()
    mine = xhemile.page.locator(".group:not(.pending) .message", has_text="green, or leave it").first
    expect(mine).to_be_focused()

    xhemile.choose(mine, "Take back")
    expect(mine).to_contain_text("Keep it")
    xhemile.pass_time(UNDO_SECONDS)
    for visitor in (xhemile, anze):
        expect(visitor.message("Green it is.").locator(".quotation")).to_contain_text("taken back")
        expect(visitor.page.locator("body")).not_to_contain_text("paint the door")


def test_a_whole_message_is_quoted_from_its_menu(visit: Visit) -> None:
    xhemile = visit("xhemile").enter("p5")
    xhemile.say("One line.\nAnother line.")
    xhemile.choose(xhemile.page.locator(".group:not(.pending) .message", has_text="Another line").last, "Quote")
    xhemile.say("Both of them.")
    quoted = xhemile.message("Both of them.").locator(".quotation")
    expect(quoted).to_contain_text("One line. Another line.")
