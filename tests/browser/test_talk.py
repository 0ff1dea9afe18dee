"""Two people in two browsers: what one says, the other sees; what was begun or read is as it was left."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.line import Line
from tests.browser.site import Site, Visit, unread
from tests.browser.visitor import UNDO_SECONDS, counted
from tests.servers import wait_until


def test_two_people_sign_in_meet_in_their_room_and_talk_both_ways(site: Site, visit: Visit) -> None:
    site.prefer("xhemile", "en")
    site.prefer("anze", "en")
    xhemile, anze = visit().open(), visit().open()
    xhemile.sign_in("xhemile")
    anze.sign_in("anze")
    xhemile.row("Anže").click()
    anze.row("Xhemile").click()

    xhemile.say("Is the small hall free on Monday?")
    expect(anze.message("Is the small hall free on Monday?")).to_be_in_viewport()
    anze.say("It is, from ten.")
    expect(xhemile.message("It is, from ten.")).to_be_in_viewport()
    expect(xhemile.pending).to_have_count(0)
    assert xhemile.kept() == 0


def test_a_reply_shows_what_it_answers(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").enter("p5"), visit("anze").enter("p5")
    xhemile.say("Which colour for the poster?")
    asked = anze.message("Which colour for the poster?")
    asked.hover()
    asked.get_by_role("button", name="Reply").click()
    expect(anze.field).to_be_focused()
    anze.say("Rust red.")

    answer = xhemile.message("Rust red.")
    expect(answer.locator(".quotation")).to_contain_text("Xhemile Which colour for the poster?")
    answer.locator(".quotation").click()
    expect(xhemile.message("Which colour for the poster?")).to_be_focused()


def test_other_words_replace_the_first_ones_and_say_so(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").enter("p5"), visit("anze").enter("p5")
    xhemile.say("We begin at sevn.")
    expect(anze.message("We begin at sevn.")).to_be_visible()
    xhemile.field.press("ArrowUp")
    expect(xhemile.field).to_have_value("We begin at sevn.")
    xhemile.say("We begin at seven.")

    expect(anze.message("We begin at seven.")).to_contain_text("changed")
    expect(anze.message("We begin at sevn.")).to_have_count(0)
    expect(xhemile.message("We begin at seven.")).to_be_visible()


def test_words_taken_back_are_gone_for_both(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").hold_clock().enter("p5"), visit("anze").enter("p5")
    xhemile.say("Forget what I said about Maribor.")
    seen = anze.message("Forget what I said about Maribor.")
    place = "#" + (seen.get_attribute("id") or "")
    mine = xhemile.message("Forget what I said about Maribor.")
    xhemile.choose(mine, "Take back")
    expect(xhemile.page.locator(place)).to_contain_text("Keep it")
    xhemile.pass_time(UNDO_SECONDS)

    expect(anze.page.locator(place).locator(".words")).to_have_text("This message was taken back.")
    expect(xhemile.page.locator(place).locator(".words")).to_have_text("This message was taken back.")
    anze.page.reload()
    expect(anze.page.locator(place).locator(".words")).to_have_text("This message was taken back.")
    assert "Maribor" not in anze.page.content()


def test_taking_back_can_be_undone_while_it_has_not_left(visit: Visit) -> None:
    xhemile = visit("xhemile").enter("p5")
    xhemile.say("Stay, these words.")
    mine = xhemile.message("Stay, these words.")
    xhemile.choose(mine, "Take back")
    mine.get_by_role("button", name="Keep it").click()
    expect(mine).not_to_contain_text("Keep it")
    assert xhemile.kept() == 0


def test_words_on_their_way_say_so_until_they_are_stored(visit: Visit, line: Line) -> None:
    xhemile = visit("xhemile", line=line).enter("p5")
    xhemile.say("First, to know that the line is live.")
    expect(xhemile.message("First, to know that the line is live.")).to_be_visible()
    expect(xhemile.pending).to_have_count(0)
    line.silence()
    xhemile.say("Slowly through the tunnel.")
    expect(xhemile.pending).to_have_count(1)
    expect(xhemile.pending).to_contain_text("Slowly through the tunnel.")
    expect(xhemile.pending.locator(".marks, .strip")).to_be_visible()
    line.mend()
    expect(xhemile.pending).to_have_count(0)
    expect(xhemile.message("Slowly through the tunnel.")).to_have_count(1)


def test_new_words_stand_in_the_title_and_on_the_icon_while_nobody_looks(site: Site, visit: Visit) -> None:
    site.read_all("anze")
    anze = visit("anze").enter("p5")
    expect(anze.page).to_have_title("Xhemile Ademi · Atelje")
    calm = anze.page.locator("link[rel=icon]").get_attribute("href") or ""
    anze.look_away()
    site.say("xhemile", "p5", "Are you there?")
    site.say("xhemile", "p5", "No hurry.")
    expect(anze.page).to_have_title("(2) Xhemile Ademi · Atelje")
    expect(anze.page.locator("link[rel=icon]")).not_to_have_attribute("href", calm)
    expect(anze.page.locator(".unread-line")).to_be_visible()

    anze.look_back()
    expect(anze.page).to_have_title("Xhemile Ademi · Atelje")
    expect(anze.page.locator("link[rel=icon]")).to_have_attribute("href", calm)


def test_new_words_of_a_room_are_counted_while_another_is_open(site: Site, visit: Visit) -> None:
    site.call("vesna", "room.add_member", room="p6", command_id=site.id(), person="anze", role="guest")
    site.read_all("anze")
    anze = visit("anze").enter("p6")
    site.say("xhemile", "p5", "The printer called.")
    expect(anze.page).to_have_title(re.compile(r"^\(1\) "))
    expect(anze.row("Xhemile")).to_contain_text(counted("1 new"))
    anze.row("Xhemile").click()
    expect(anze.message("The printer called.")).to_be_in_viewport()
    expect(anze.page).to_have_title("Xhemile Ademi · Atelje")
    expect(anze.row("Xhemile")).not_to_contain_text("new")
    site.call("vesna", "room.remove_member", room="p6", command_id=site.id(), person="anze")


def test_what_was_read_stays_read(site: Site, visit: Visit) -> None:
    site.read_all("anze")
    site.say("xhemile", "p5", "Read me once.")
    anze = visit("anze").open()
    expect(anze.row("Xhemile")).to_contain_text(counted("1 new"))
    anze.row("Xhemile").click()
    expect(anze.message("Read me once.")).to_be_in_viewport()
    expect(anze.page).to_have_title("Xhemile Ademi · Atelje")
    wait_until(lambda: unread(site, "anze", "p5") == 0, 10, "the marker has reached the server")
    anze.open()
    expect(anze.row("Xhemile")).to_be_visible()
    expect(anze.row("Xhemile")).not_to_contain_text("new")


def test_what_was_begun_is_there_after_a_reload(visit: Visit) -> None:
    xhemile = visit("xhemile").enter("p5")
    xhemile.field.fill("Dear Anže, about the light")
    xhemile.page.reload()
    expect(xhemile.field).to_have_value("Dear Anže, about the light")
    xhemile.field.fill("")


def test_what_was_begun_is_there_on_another_device(site: Site, visit: Visit) -> None:
    begun = "Dear Anže, about the sound"
    visit("xhemile").enter("p5").field.fill(begun)
    wait_until(lambda: site.get("xhemile", "rooms/p5")["draft"] == begun, 10, "the draft has reached the server")
    phone = visit("xhemile", width=360).enter("p5")
    expect(phone.field).to_have_value(begun)
    phone.say("Let us talk about the sound.")
    expect(phone.field).to_have_value("")
    wait_until(lambda: site.get("xhemile", "rooms/p5")["draft"] == "", 10, "the draft is gone")


def test_earlier_talk_comes_on_scrolling_up_and_moves_nothing(visit: Visit) -> None:
    ines = visit("ines").enter("p6")
    first = ines.page.locator(".message[id]").first
    place = "#" + (first.get_attribute("id") or "")
    first.scroll_into_view_if_needed()
    before = ines.page.locator(place).bounding_box()
    expect(ines.page.locator(f".message[id]:not({place}) ~ *").first).to_be_attached()
    wait_until(lambda: (ines.page.locator(".message[id]").first.get_attribute("id") or "") != place[1:], 10, "a page")
    after = ines.page.locator(place).bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 3
    for _ in range(9):
        ines.talk.evaluate("talk => talk.scrollTo(0, 0)")
        if ines.page.get_by_text("The beginning of the talk").is_visible():
            break
        ines.page.wait_for_load_state("networkidle")
    expect(ines.page.get_by_text("The beginning of the talk")).to_be_visible()


def test_a_button_leads_down_to_what_is_new(site: Site, visit: Visit) -> None:
    ines = visit("ines").enter("p6")
    ines.talk.evaluate("talk => talk.scrollTo(0, 200)")
    expect(ines.page.get_by_role("button", name="To the newest")).to_be_visible()
    site.say("milica", "p6", "Down here.")
    down = ines.page.get_by_role("button", name=counted("1 new message"))
    expect(down).to_be_visible()
    expect(ines.message("Down here.")).not_to_be_in_viewport()
    down.click()
    expect(ines.message("Down here.")).to_be_in_viewport()
    expect(down).to_have_count(0)
