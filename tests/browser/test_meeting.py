"""Our meeting, walked by two people: one on a wide screen, one on a phone in Cyrillic, with a clock that is wrong."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor, counted

EQUAL_MS = 250
SECONDS_SEEN = 4
WRONG_CLOCK = "{ const real = Date.now; Date.now = () => real.call(Date) - 90_000; }"


def choose(row: Locator, item: str | re.Pattern[str]) -> None:
    row.locator("button[aria-haspopup=menu]").click()
    row.page.get_by_role("menuitem", name=item).click()


def points(visitor: Visitor) -> Locator:
    """Without those that were talked about, which are folded away."""
    agenda = visitor.page.locator("section.thing", has=visitor.page.locator("#agenda-title"))
    return agenda.locator(".thing-row").filter(visible=True)


def two(visit: Visit) -> tuple[Visitor, Visitor]:
    """The mentor and the mentee of one room, where nothing is said yet of a call or an agenda."""
    mentor = visit("ines", language="en", width=1440).open("/rooms/p6/meeting")
    mentee = visit("milica", language="sr-Cyrl", width=360, has_touch=True)
    mentee.context.add_init_script(WRONG_CLOCK)
    mentee.open("/rooms/p6/meeting")
    return mentor, mentee


def test_two_people_set_their_call_and_what_they_talk_about(site: Site, visit: Visit) -> None:
    # Whichever test is first, they have agreed on nothing yet.
    for call in site.get("ines", "rooms/p6")["things"].get("calls", []):
        site.call("ines", "room.remove_call", room="p6", command_id=site.id(), item=call["id"])
    mentor, mentee = two(visit)
    set_the_call(mentor.page)
    join_and_say_that_it_does_not_work(mentor.page, mentee.page)
    write_the_agenda(mentor, mentee)


def test_two_people_meet_by_one_clock(site: Site, visit: Visit) -> None:
    mentor, mentee = two(visit)
    en, sr = mentor.page, mentee.page
    site.call("milica", "room.set_call", room="p6", command_id=site.id(), link="https://meet.example.org/p6")
    site.call("milica", "room.add_point", room="p6", command_id=site.id(), title="First of all", minutes=20)
    en.get_by_role("button", name="Open the meeting").click()
    expect(sr.get_by_text("Сусрет је отворен од")).to_be_visible()
    point = points(mentee).filter(has_text="First of all")
    choose(point, counted("Сат: 20 мин"))
    expect(sr.get_by_role("timer")).to_have_text(re.compile("^(20:00|19:..)$"))
    # Over the talk the same clock runs.
    sr.get_by_role("link", name="Разговор", exact=True).click()
    expect(sr.locator(".meeting-notice").get_by_role("link", name="Уђи у позив")).to_be_visible()
    assert largest_difference(en, sr) <= EQUAL_MS
    sr.get_by_role("link", name="Сусрет је отворен").click()
    en.get_by_role("button", name="Pause").click()
    expect(sr.get_by_role("button", name="Настави")).to_be_visible()
    sr.get_by_role("button", name="Искључи").click()
    expect(en.get_by_role("timer")).to_have_count(0)
    choose(point, "О томе смо разговарали")
    expect(points(mentor).filter(has_text="First of all")).to_have_count(0)
    hold_and_correct(en, sr)


def set_the_call(en: Page) -> None:
    en.get_by_role("button", name="Put in a link").click()
    form = en.get_by_role("dialog")
    form.get_by_label("Address of the call").fill("https://us02web.zoom.us/j/123")
    form.get_by_label("If it does not work").fill("+386 40 000 000")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    join = en.get_by_role("link", name="Join the call")
    expect(join).to_have_attribute("target", "_blank")
    expect(join).to_have_attribute("rel", re.compile("noopener noreferrer"))
    expect(en.get_by_text("in a new window")).to_contain_text("us02web.zoom.us")
    expect(en.get_by_text("end after")).to_contain_text("40")


def join_and_say_that_it_does_not_work(en: Page, sr: Page) -> None:
    expect(sr.get_by_role("link", name="Уђи у позив")).to_be_in_viewport()
    sr.get_by_role("button", name="Не ради").click()
    told = en.get_by_role("status").filter(has_text="the call does not work")
    expect(told).to_contain_text("Milica")
    expect(told).to_contain_text("+386 40 000 000")
    en.get_by_role("button", name="It works again").click()
    expect(sr.get_by_role("button", name="Не ради")).to_be_visible()


def write_the_agenda(mentor: Visitor, mentee: Visitor) -> None:
    add = mentor.page.get_by_label("Something to talk about")
    for title in ("Light", "Budget"):
        add.fill(title)
        add.press("Enter")
        expect(add).to_have_value("")
    choose(points(mentor).last, "Change")
    form = mentor.page.get_by_role("dialog")
    form.get_by_label("Minutes").fill("20")
    form.get_by_label("Who brings it").select_option(label="Milica Ćosić-Ljubić")
    form.get_by_role("button", name="Save").click()
    expect(points(mentee).last).to_contain_text("Milica")
    points(mentor).last.locator("button[aria-haspopup=menu]").click()
    expect(mentor.page.get_by_role("menuitem", name="Move up")).to_have_count(0)
    mentor.page.keyboard.press("Escape")
    choose(points(mentee).last, "Горе")
    expect(points(mentor).first).to_contain_text("Budget")


def hold_and_correct(en: Page, sr: Page) -> None:
    sr.get_by_role("button", name="Видели смо се").click()
    form = sr.get_by_role("dialog")
    expect(form.get_by_label("Минута, отприлике")).to_have_value("60")
    form.get_by_role("button", name="Упиши").click()
    held = en.get_by_text(re.compile("about .*60.* min,")).filter(visible=True)
    expect(held).to_be_visible()
    en.get_by_role("button", name="Correct").click()
    form = en.get_by_role("dialog")
    form.get_by_label("Minutes, about").fill("45")
    form.get_by_label("What was different").fill("We began late.")
    form.get_by_role("button", name="Save").click()
    expect(sr.get_by_text("Исправка, ")).to_contain_text(re.compile("60.*We began late", re.DOTALL))
    sr.get_by_role("button", name="Затвори сусрет").click()
    expect(en.get_by_text(counted("Meetings so far: 5"))).to_be_visible()
    expect(en.get_by_role("button", name="Open the meeting")).to_be_visible()


# ── the clock ─────────────────────────────────────────────────────────────────────────────────────────────────────────

LISTEN = """() => {
  const face = document.querySelector("[role=timer]");
  window.seen = {};
  new MutationObserver(() => {
    // What the machine counts, whatever the page believes of the time.
    window.seen[face.textContent] ??= performance.timeOrigin + performance.now();
  }).observe(face, { characterData: true, childList: true, subtree: true });
}"""


def largest_difference(*pages: Page) -> float:
    """Between the moments (ms) at which the screens came to show the same second."""
    for page in pages:
        page.evaluate(LISTEN)
    enough = f"() => Object.keys(window.seen).length > {SECONDS_SEEN}"
    for page in pages:
        page.wait_for_function(enough)
    seen: list[dict[str, Any]] = [page.evaluate("window.seen") for page in pages]
    both = seen[0].keys() & seen[1].keys()
    assert len(both) >= SECONDS_SEEN - 1
    return max(abs(seen[0][second] - seen[1][second]) for second in both)
