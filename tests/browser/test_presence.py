"""Two people who turn it on see each other: here, away, writing, gone. Nobody sees anything who has not."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor

NOTHING = re.compile(r"^our atelje$")


@pytest.fixture(autouse=True)
def nobody_shows(site: Site) -> None:
    for person in ("xhemile", "anze"):
        site.call(person, "room.show_presence", room="p5", on=False)


def line(visitor: Visitor) -> Locator:
    return visitor.page.locator(".room-title p")


def typing(visitor: Visitor) -> Locator:
    return visitor.page.locator(".typing")


def switch(visitor: Visitor, *, on: bool) -> None:
    visitor.page.get_by_role("button", name="Who can read").click()
    tick = visitor.page.get_by_label("Show that I am here")
    expect(tick).to_be_checked(checked=not on)
    tick.click()
    expect(tick).to_be_checked(checked=on)
    visitor.page.keyboard.press("Escape")


def test_two_people_turn_it_on_and_see_each_other_come_write_look_away_and_go(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").enter("p5"), visit("anze", width=360).enter("p5")
    for one in (xhemile, anze):
        expect(line(one)).to_have_text(NOTHING)
        expect(typing(one)).to_have_count(0)
    switch(xhemile, on=True)
    expect(line(xhemile)).to_have_text(NOTHING)
    anze.field.type("is it seen?")
    expect(typing(xhemile)).to_have_text("")
    anze.field.fill("")
    switch(anze, on=True)
    expect(line(xhemile)).to_have_text(called("Anže is here"))
    expect(line(anze)).to_have_text(called("Xhemile is here"))

    anze.field.type("It is ")
    expect(typing(xhemile)).to_have_text(called("Anže is writing …"))
    expect(typing(anze)).to_have_text("")
    anze.say("It is seen.")
    expect(xhemile.message("It is seen.")).to_be_visible()
    expect(typing(xhemile)).to_have_text("")

    anze.open("/")
    expect(line(xhemile)).to_have_text(called("Anže is away"))
    anze.enter("p5")
    expect(line(xhemile)).to_have_text(called("Anže is here"))
    anze.context.close()
    expect(line(xhemile)).to_have_text(NOTHING, timeout=40_000)


def test_each_device_of_a_person_knows_whether_it_is_on(visit: Visit) -> None:
    laptop, phone = visit("xhemile").enter("p5"), visit("xhemile", width=360).enter("p5")
    switch(laptop, on=True)
    expect(typing(phone)).to_have_count(1)
    switch(phone, on=False)
    expect(typing(laptop)).to_have_count(0)


def test_who_is_hidden_everywhere_is_seen_nowhere(visit: Visit) -> None:
    xhemile, anze = visit("xhemile").enter("p5"), visit("anze").enter("p5")
    for one in (xhemile, anze):
        switch(one, on=True)
    expect(line(xhemile)).to_have_text(called("Anže is here"))
    other = anze.other_tab().open("/me")
    for hidden in (True, False):
        other.page.get_by_label("Never show that I am here").click()
        expect(line(xhemile)).to_have_text(NOTHING if hidden else re.compile("Anže"))


def called(text: str) -> re.Pattern[str]:
    """With the marks that keep a name's direction to itself."""
    marks = "[\u2068\u2069]*"
    return re.compile(marks + marks.join(map(re.escape, text)) + marks)
