"""Our path: a mentee on a phone and a mentor at a laptop set goals and steps, agree, look back, and stand half-way."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import narrow
from tests.browser.visitor import Visitor, counted

REFUSED = re.compile("422")


def part(visitor: Visitor, name: str) -> Locator:
    """A section of the place, by the id of its heading."""
    return visitor.page.locator("section.thing", has=visitor.page.locator(f"#{name}-title"))


def form(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("dialog")


def choose(row: Locator, item: str) -> None:
    row.locator("button[aria-haspopup=menu]").click()
    row.page.get_by_role("menuitem", name=item).click()


def test_two_people_walk_their_path(site: Site, visit: Visit) -> None:
    mentor = visit("tadeja", language="en", width=1440).open("/rooms/p1/path")
    mentee = visit("djordje", language="sr-Cyrl", width=360, has_touch=True).open("/rooms/p1/path")

    # A goal, and how it changes: never without its reason.
    part(mentee, "goals").get_by_role("button", name="Нови циљ").click()
    form(mentee).get_by_label("Циљ", exact=True).fill("Самостална изложба")
    form(mentee).get_by_label("По чему ћемо знати?").fill("Отворење")
    form(mentee).get_by_role("button", name="Сачувај").click()
    row = part(mentor, "goals").locator(".thing-row")
    expect(row).to_contain_text("Самостална изложба")
    choose(row, "Change")
    form(mentor).get_by_label("The goal").fill("A show with others")
    mentor.allowed.append(REFUSED)
    form(mentor).get_by_role("button", name="Save").click()
    expect(form(mentor).get_by_role("alert")).to_contain_text("why it changes")
    form(mentor).get_by_label("Why does it change?").fill("It is nearer.")
    form(mentor).get_by_role("button", name="Save").click()
    expect(form(mentor)).to_have_count(0)
    changed = part(mentee, "goals").locator(".thing-row")
    expect(changed).to_contain_text("промењен")
    changed.locator("summary").click()
    expect(changed).to_contain_text("Самостална изложба")
    expect(changed).to_contain_text("It is nearer.")
    # shot mentee goals

    # A step of one, done by the other.
    part(mentor, "steps").get_by_role("button", name="A new step").click()
    form(mentor).get_by_label("What", exact=True).fill("Call the gallery")
    form(mentor).get_by_label("Until, if there is a day").fill("2027-03-01")
    form(mentor).get_by_role("button", name="Save").click()
    part(mentee, "steps").get_by_role("checkbox", name="Call the gallery").click()
    expect(part(mentor, "steps").get_by_text("Done: ")).to_be_visible()
    # shot mentor steps

    # Narrower at once, wider only together.
    part(mentee, "agreement").get_by_role("button", name="Промени").click()
    form(mentee).get_by_label("породица").check()
    form(mentee).get_by_label("За колико дана одговарамо").fill("7")
    # shot mentee form
    form(mentee).get_by_role("button", name="Сачувај").click()
    agreement = part(mentor, "agreement")
    expect(agreement.locator("dl")).to_contain_text("family")
    expect(agreement.locator("dl")).to_contain_text(counted("within 3 days"))
    # shot mentor agreement
    agreement.get_by_role("button", name="I agree").click()
    expect(part(mentee, "agreement").locator("dl")).to_contain_text(counted("7 дана"))
    agreement.get_by_role("button", name="We talked it through").click()
    expect(part(mentee, "agreement")).to_contain_text(re.compile("Прошло у разговору:.*Tadeja"))


def test_what_is_written_alone_stays_alone_until_it_is_shared(site: Site, visit: Visit) -> None:
    mentor = visit("tadeja", language="en", width=1440).open("/rooms/p1/path")
    mentee = visit("djordje", language="sr-Cyrl", width=360, has_touch=True).open("/rooms/p1/path")
    back = part(mentee, "reflections")
    back.get_by_role("button", name=re.compile("Поглед уназад")).click()
    back.get_by_label("Шта се помакло, макар и мало?").fill("Прва слика на зиду")
    back.get_by_label("Како је међу нама: шта прија, шта недостаје?").fill("Само за мене")
    expect(back.get_by_role("status").filter(has_text="Сачувано")).to_be_visible()
    # shot mentee reflection
    mentee.page.reload()
    mine = part(mentee, "reflections").locator("details")
    mine.locator("summary").click()
    expect(mine).to_contain_text("Прва слика на зиду")
    mine.get_by_role("button", name="Подели део тога").click()
    form(mentee).get_by_label("Шта се помакло, макар и мало?").check()
    form(mentee).get_by_role("button", name="Подели означено").click()
    expect(part(mentor, "reflections")).to_contain_text("Прва слика на зиду")
    expect(mentor.page.get_by_text("Само за мене")).to_have_count(0)

    # Half-way: alone first, then on the one card.
    half = part(mentor, "halfway")
    now = half.get_by_role("button", name="Look at it now")
    if now.count():
        now.click()
    half.get_by_role("button", name="Answer for myself first").click()
    half.get_by_label("What helps us, and what is missing?").fill("Tuesdays help")
    half.get_by_label("Which three steps come next?").fill("Frame it\nHang it")
    expect(half.get_by_role("status").filter(has_text="Kept.")).to_be_visible()
    expect(part(mentee, "halfway")).not_to_contain_text("Tuesdays help")
    half.get_by_role("button", name="Begin with what I wrote").click()
    expect(form(mentor).get_by_label(counted("Step 2"))).to_have_value("Hang it")
    form(mentor).get_by_role("button", name="Save").click()
    expect(part(mentee, "halfway")).to_contain_text("Tuesdays help")
    half.get_by_role("button", name="Put them among the next steps").click()
    expect(part(mentee, "steps").get_by_role("checkbox", name="Hang it")).to_be_visible()
    # shot mentor halfway

    # The time line tells it by its days, and measures nothing.
    line = part(mentee, "timeline")
    expect(line).to_contain_text("Подељено из погледа уназад")
    expect(line).to_contain_text("Картица на пола пута")
    assert "%" not in mentee.page.locator("main").inner_text()
    narrow(mentee.page)
    # shot mentee timeline
    printed = mentor.page
    printed.evaluate("window.print = () => undefined")
    part(mentor, "timeline").get_by_role("button", name="Print").click()
    printed.emulate_media(media="print")
    expect(printed.locator(".print-sheet")).to_contain_text("The half-way card")
    expect(printed.locator("main")).to_be_hidden()
    # shot mentor print
