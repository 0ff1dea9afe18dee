"""Finding what was said, and what happened while one was away."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor, counted


def find(visitor: Visitor, words: str) -> Locator:
    """Opens the window by the keys and looks for words; the hits."""
    expect(visitor.page.locator(".room-head button[aria-haspopup=dialog]")).to_have_count(2)
    visitor.page.keyboard.press("Control+k")
    field = visitor.page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    field.fill(words)
    return visitor.page.locator(".hit")


def test_two_people_find_what_was_said_each_in_their_script(site: Site, visit: Visit) -> None:
    room = "p1"
    first = site.say("tadeja", room, "Raspored za Kranj je kod Đorđa, u žutoj fascikli.")
    site.call("djordje", "room.pin", room=room, command_id=site.id(), what="note", title="Светло", note="Жута фолија")
    # More than a screen reads at once, and fewer than one may say in a breath.
    for number in range(54):
        site.say("tadeja", room, f"Beleška {number}")
    tadeja = visit("tadeja", "en").enter(room)
    djordje = visit("djordje", "sr-Cyrl", width=360).enter(room)

    djordje.page.mouse.move(100, 300)
    djordje.page.locator(".catch-up").wait_for()
    djordje.page.get_by_role("complementary").get_by_role("button", name="Затвори").press("Enter")
    hits = find(djordje, "жут фасц")
    expect(hits).to_have_count(1)
    expect(hits.locator("mark")).to_have_text(["žutoj", "fascikli"])
    hits.click()
    expect(djordje.page.locator("dialog")).to_have_count(0)
    expect(djordje.page).to_have_url(re.compile(f"/{first}$"))
    expect(djordje.message("Raspored za Kranj je kod Đorđa, u žutoj fascikli.")).to_be_in_viewport()

    hits = find(tadeja, "zuta")
    expect(hits).to_have_count(1)
    expect(hits).to_contain_text("On the shelf")
    tadeja.page.keyboard.press("Tab")
    hits.focus()
    tadeja.page.keyboard.press("Enter")
    expect(tadeja.page).to_have_url(re.compile("/path$"))

    tadeja.page.goto(f"{site.origin}/room/{room}")
    tadeja.await_talk()
    hits = find(tadeja, "beleska")
    hits.first.wait_for()
    expect(hits).to_have_count(20)
    tadeja.page.get_by_role("button", name="Earlier ones").click()
    expect(hits).to_have_count(40)
    tadeja.page.get_by_text("By whom, what, when").click()
    tadeja.page.get_by_label("By whom").select_option(label="Ђорђе Љубинковић")
    expect(tadeja.page.get_by_text("Nothing was found.")).to_be_visible()
    tadeja.page.keyboard.press("Escape")
    expect(tadeja.page.locator("dialog")).to_have_count(0)


def test_who_was_away_sees_first_what_happened_and_may_put_it_away(site: Site, visit: Visit) -> None:
    room = "p5"
    site.read_all("anze")
    me = site.get("anze", "me")["id"]
    named = site.say("xhemile", room, f"@[{me}] please look at the poster")
    site.call("xhemile", "room.pin", room=room, command_id=site.id(), what="note", title="Poster", note="Rust red")
    for number in range(30):
        site.say("xhemile", room, f"Line {number}")
    anze = visit("anze", "en").enter(room)

    card = anze.page.get_by_role("complementary", name="In the meantime")
    expect(card).to_contain_text("Poster")
    expect(card).to_contain_text("Where I am mentioned")
    expect(card).to_contain_text(counted("and 22 more"))
    card.get_by_role("link", name=re.compile("please look")).click()
    expect(anze.page).to_have_url(re.compile(f"/{named}$"))
    expect(anze.page.locator(".message", has_text="please look at the poster")).to_be_in_viewport()
    card.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)
    expect(anze.page.locator(".message:focus", has_text="please look at the poster")).to_be_in_viewport()
    expect(anze.talk).to_be_visible()


def test_who_was_here_yesterday_is_told_nothing(site: Site, visit: Visit) -> None:
    site.read_all("nika")
    site.say("blagica", "p2", "Just one word")
    nika = visit("nika", "en").enter("p2")
    expect(nika.page.get_by_role("button", name="Find in this room")).to_be_visible()
    nika.page.mouse.move(200, 200)
    nika.page.wait_for_load_state("networkidle")
    expect(nika.page.get_by_role("complementary", name="In the meantime")).to_have_count(0)


def test_all_rooms_are_searched_from_the_first_screen_on_a_telephone(site: Site, visit: Visit) -> None:
    said = site.say("blagica", "p2", "Паприка сија на балкону")
    site.say("tadeja", "p1", "Paprika nije za mene")
    nika = visit("nika", "en", width=360).open()

    nika.page.get_by_role("button", name="Find in all my rooms").click()
    expect(nika.page.get_by_role("dialog", name="Find in all my rooms")).to_be_visible()
    nika.page.keyboard.type("papri")
    hits = nika.page.locator(".hit")
    expect(hits).to_have_count(1)
    expect(hits.locator("mark")).to_have_text("Паприка")
    # In which room, and who said it.
    expect(hits.locator(".hit-head")).to_have_text(re.compile("(Благица.*){2}"))
    nika.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(nika.page.locator("dialog")).to_have_count(0)
    nika.page.keyboard.press("Control+k")
    expect(nika.page.locator("dialog input[type=search]")).to_have_value("papri")
    hits.press("Enter")
    expect(nika.page).to_have_url(re.compile(f"/rooms/p2/{said}$"))
    expect(nika.message("Паприка сија на балкону")).to_be_in_viewport()
