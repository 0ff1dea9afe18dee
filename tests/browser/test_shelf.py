"""The shelf of a room: two people put things there, arrange them and take them off, one of them on a phone. Each test
has a room of its own: what stands first on a shelf is what was put there first."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor


def shelf(visitor: Visitor) -> Locator:
    return visitor.page.locator("section.thing", has=visitor.page.locator("#shelf-title"))


def rows(visitor: Visitor) -> Locator:
    return shelf(visitor).locator(".thing-row")


def choose(row: Locator, item: str) -> None:
    row.locator("button[aria-haspopup=menu]").click()
    row.page.get_by_role("menuitem", name=item).click()


def test_two_people_keep_things_on_their_shelf(site: Site, visit: Visit) -> None:
    mentor = visit("tadeja", language="en", width=1440).enter("p1")
    mentor.page.get_by_role("link", name="Our path").click()
    expect(mentor.page).to_have_url(re.compile("/rooms/p1/path$"))
    shelf(mentor).get_by_role("button", name="Put on the shelf").click()
    form = mentor.page.get_by_role("dialog")
    form.get_by_label("Address").fill("https://example.org/stages")
    form.get_by_label("Title").fill("Small stages that pay")
    form.get_by_label("What for").fill("We said we would read this.")
    form.get_by_label("For the next meeting").check()
    form.get_by_role("button", name="Put on the shelf").click()
    expect(form).to_have_count(0)
    link = rows(mentor).get_by_role("link", name="Small stages that pay")
    expect(link).to_have_attribute("rel", re.compile("noopener"))
    expect(rows(mentor).first).to_contain_text("next meeting")

    mentee = visit("djordje", language="sr-Cyrl", width=360, has_touch=True).enter("p1")
    said = mentee.page.locator(".message[id]", has=mentee.page.locator(".words")).last
    said.focus()
    said.get_by_role("button", name="Још").click()
    mentee.page.get_by_role("menuitem", name="Стави на полицу").click()
    form = mentee.page.get_by_role("dialog")
    form.get_by_label("Наслов").fill("Оно о светлу")
    form.get_by_role("button", name="Стави на полицу").click()
    expect(form).to_have_count(0)
    mentee.page.get_by_role("link", name="Наш пут").click()
    expect(rows(mentee)).to_have_count(2)
    expect(mentee.talk).to_be_hidden()
    # It came to the other by itself, and leads to where it was said.
    expect(rows(mentor).nth(1)).to_contain_text("Оно о светлу")
    choose(rows(mentor).nth(1), "Move up")
    expect(rows(mentee).first).to_contain_text("Оно о светлу")
    rows(mentee).first.get_by_role("link", name="до тог места").click()
    expect(mentee.page).to_have_url(re.compile(r"/rooms/p1/\d+$"))
    expect(said).to_be_in_viewport()

    choose(rows(mentor).last, "Take off")
    expect(rows(mentor)).to_have_count(1)
    shelf(mentor).get_by_role("button", name="Put back").click()
    expect(rows(mentor)).to_have_count(2)
    choose(rows(mentor).last, "Done with")
    expect(shelf(mentor).get_by_text("Done with: ")).to_be_visible()


def test_a_file_and_a_note_stand_on_the_shelf_and_are_led_to(visit: Visit) -> None:
    mentor = visit("cedomir", language="en").enter("p4")
    mentor.field.focus()
    mentor.page.get_by_role("button", name="Bring a file").click()
    window = mentor.page.get_by_role("dialog")
    plan = b"Three stages."
    window.locator("input[type=file]").set_input_files({"name": "plan.txt", "mimeType": "", "buffer": plan})
    window.get_by_role("button", name="Send").click()
    line = mentor.page.locator(".file-group", has_text="plan.txt")
    line.get_by_role("button", name="Put on the shelf").click()
    window.get_by_label("What for").fill("Before we meet")
    window.get_by_role("button", name="Put on the shelf").click()
    expect(window).to_have_count(0)

    mentor.page.get_by_role("link", name="Our meeting").click()
    mentor.page.get_by_role("button", name="Begin a note").click()
    window.get_by_label("Title").fill("Minutes of May")
    window.get_by_role("button", name="Begin").click()
    note = mentor.page.locator(".note", has_text="Minutes of May")
    note.locator("button[aria-haspopup=menu]").click()
    mentor.page.get_by_role("menuitem", name="Put on the shelf").click()
    window.get_by_role("button", name="Put on the shelf").click()
    expect(window).to_have_count(0)

    mentor.page.get_by_role("link", name="Our path").click()
    expect(rows(mentor).filter(has_text="Before we meet")).to_contain_text("plan.txt")
    rows(mentor).filter(has_text="Minutes of May").get_by_role("link", name="to the note").click()
    expect(note.locator(".note-open")).to_have_attribute("aria-expanded", "true")
    mentor.page.get_by_role("link", name="Our path").click()
    rows(mentor).filter(has_text="plan.txt").get_by_role("link", name="to the moment").click()
    expect(line).to_be_in_viewport()

    line.get_by_role("button", name="Remove").click()
    line.get_by_role("button", name="Remove it for everybody").click()
    expect(line).to_have_count(0)
    mentor.page.get_by_role("link", name="Our path").click()
    expect(rows(mentor).filter(has_text="Before we meet")).to_contain_text("not here any more")


def test_what_the_server_refuses_stays_in_the_form(site: Site, visit: Visit) -> None:
    ines = visit("ines", language="en").open("/rooms/p6/path")
    expect(shelf(ines)).to_contain_text("within reach")
    shelf(ines).get_by_role("button", name="Put on the shelf").click()
    form = ines.page.get_by_role("dialog")
    form.get_by_label("Address").fill("https://somebody@example.org/")
    form.get_by_label("Title").fill("Kept while it is mended")
    form.get_by_role("button", name="Put on the shelf").click()
    expect(form.get_by_role("alert")).to_contain_text("no web address")
    ines.allowed.append(re.compile("422"))
    expect(form.get_by_label("Title")).to_have_value("Kept while it is mended")
    form.get_by_label("Address").fill("https://example.org/")
    form.get_by_role("button", name="Put on the shelf").click()
    expect(rows(ines).first).to_contain_text("Kept while it is mended")


def test_what_the_programme_gives_to_read_stands_in_the_rooms(site: Site, visit: Visit) -> None:
    run = site.get("tadeja", "me/programmes")["parts"][0]["cohort"]["id"]
    team = visit("vesna", language="en").open(f"/programmes/{run}/library")
    team.page.get_by_role("button", name="Add something").click()
    team.page.get_by_label("Title", exact=True).fill("Прва три питања")
    team.page.get_by_label("In a few words").fill("Шта хоћу. Шта могу. Шта не знам.")
    team.page.get_by_label("Licence").fill("CC BY-NC-SA 4.0")
    team.page.get_by_label("To be read before the first meeting").check()
    team.page.get_by_role("button", name="Save").click()
    expect(team.page.get_by_text("Saved.")).to_be_visible()

    nika = visit("nika", language="sr-Latn", width=360).open("/rooms/p2/path")
    given = nika.page.locator("section.thing", has=nika.page.locator("#from-programme-title"))
    expect(given).to_contain_text("CC BY-NC-SA 4.0")
    given.get_by_role("button", name="Stavi na policu").click()
    expect(rows(nika)).to_contain_text("Прва три питања")
    expect(given.get_by_role("button")).to_have_count(0)
