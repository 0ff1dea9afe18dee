"""Notes, walked by two people at once: one on a wide screen, one on a phone in Cyrillic whose line is cut meanwhile."""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.line import Line
from tests.browser.site import Site, Visit
from tests.browser.visitor import NO_NETWORK

SHOTS = os.environ.get("ATELJE_SHOTS")


def section(page: Page, name: str) -> Locator:
    return page.locator(f"#note-{name}")


def open_note(page: Page, title: str) -> None:
    """Once everything around it has come: a press on what is just being moved down is none."""
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name=re.compile(f"^{title}")).click()


def picture(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


def test_two_people_write_one_note_and_one_of_them_goes_offline(site: Site, visit: Visit, line: Line) -> None:
    mentor = visit("tadeja", language="en", width=1440).open("/rooms/p1/meeting")
    mentee = visit("djordje", language="sr-Cyrl", width=360, has_touch=True, line=line).open("/rooms/p1/meeting")
    en, sr = mentor.page, mentee.page
    en.get_by_role("button", name="Begin a note").click()
    form = en.get_by_role("dialog")
    form.get_by_label("Title, if there is one").fill("Studio visit")
    form.get_by_role("button", name="Begin a note").click()
    expect(section(en, "talked")).to_be_editable()
    sr.get_by_role("button", name=re.compile("Studio visit")).first.click()
    expect(section(sr, "talked")).to_be_editable()

    # Both at once, in one section: each goes on where they are, whatever the other writes before or behind it.
    section(en, "talked").press_sequentially("|")
    expect(section(sr, "talked")).to_have_value("|")
    section(sr, "talked").press("Control+End")
    section(en, "talked").press("Control+Home")
    for number in range(4):
        section(en, "talked").press_sequentially(f"Budget {number}. ")
        section(sr, "talked").press_sequentially(f"Светло {number}. ")
    written = "".join(f"Budget {number}. " for number in range(4)), "".join(f"Светло {number}. " for number in range(4))
    for page in (en, sr):
        expect(section(page, "talked")).to_have_value("|".join(written))
    expect(en.get_by_text(re.compile("writes here now")).first).to_be_visible()
    expect(en.locator(".note-state")).to_contain_text("Everything is kept")
    picture(en, "notes-en")
    picture(sr, "notes-sr")

    mentee.allowed.append(NO_NETWORK)
    line.cut()
    section(sr, "decided").press_sequentially("Радимо у марту.")
    section(en, "decided").press_sequentially("We begin in March.")
    expect(sr.locator(".note-state")).to_contain_text("Сачувано на овом уређају")
    picture(sr, "notes-offline-sr")
    # The page goes, and with it everything that was only in its memory.
    sr.wait_for_timeout(800)
    line.mend()
    sr.reload()
    sr.get_by_role("button", name=re.compile("Studio visit")).first.click()
    for page in (en, sr):
        expect(section(page, "decided")).to_have_value(re.compile("Радимо у марту\\."))
        expect(section(page, "decided")).to_have_value(re.compile("We begin in March\\."))

    # One key makes a line a step; the note is taken along, closed and read.
    section(en, "open").press_sequentially("Ask about insurance\nand light")
    section(en, "open").press("Control+Home")
    section(en, "open").press("Control+Enter")
    form = en.get_by_role("dialog")
    expect(form.get_by_label("What", exact=True)).to_have_value("Ask about insurance")
    form.get_by_label("Who", exact=True).select_option("djordje")
    form.get_by_role("button", name="Make it a next step").click()
    expect(en.get_by_text(re.compile("Among the next steps"))).to_be_visible()
    (step,) = site.get("djordje", "rooms/p1")["things"]["steps"]
    assert (step["body"]["what"], step["body"]["who"]) == ("Ask about insurance", "djordje")
    with en.expect_download() as taken:
        en.get_by_role("button", name="Take along as a file").click()
    text = Path(taken.value.path()).read_text(encoding="utf-8")
    assert text.startswith("# Studio visit\n\n## Talked about\n\n")
    assert "## Left open\n\nAsk about insurance\nand light\n" in text
    en.get_by_role("button", name=re.compile("What can be done with .*Studio visit")).click()
    en.get_by_role("menuitem", name="Close it").click()
    expect(section(sr, "talked")).not_to_be_editable()


def test_what_somebody_writes_for_themself_is_seen_by_nobody_else_until_they_share_it(site: Site, visit: Visit) -> None:
    mentor = visit("tadeja", language="en", width=1000).open("/rooms/p1/meeting")
    mentee = visit("djordje", language="sr-Cyrl", width=360, has_touch=True).open("/rooms/p1/meeting")
    en, sr = mentor.page, mentee.page
    sr.get_by_role("button", name="Пиши за себе").click()
    words = sr.get_by_label("Белешка коју само ја читам")
    words.fill("Не усуђујем се да питам за новац.")
    expect(sr.get_by_text("Сачувано. Чита је само њен аутор.")).to_be_visible()
    picture(sr, "private-sr")
    sr.reload()
    row = sr.get_by_role("button", name=re.compile("Не усуђујем се"))
    expect(row).to_contain_text("само за мене")
    expect(en.get_by_text("Не усуђујем се")).to_have_count(0)
    assert site.get("tadeja", "me/notes") == {"notes": []}

    row.click()
    sr.get_by_role("button", name="Направи заједничку белешку").click()
    sr.get_by_role("dialog").get_by_role("button", name="Подели у соби").click()
    expect(sr.get_by_role("dialog")).to_have_count(0)
    en.get_by_role("button", name=re.compile("^Не усуђујем се")).click()
    expect(section(en, "talked")).to_have_value("Не усуђујем се да питам за новац.")
    picture(en, "shared-en")


def test_two_tabs_of_one_person_write_one_note_and_it_is_there_once_after_both_were_closed(
    site: Site, visit: Visit
) -> None:
    one = visit("milica").open("/rooms/p6/meeting")
    one.allowed.append(NO_NETWORK)
    one.page.get_by_role("button", name="Begin a note").click()
    one.page.get_by_label("Title, if there is one").fill("Two tabs")
    one.page.get_by_role("dialog").get_by_role("button", name="Begin a note").click()
    expect(section(one.page, "talked")).to_be_editable()
    two = one.other_tab().open("/rooms/p6/meeting")
    open_note(two.page, "Two tabs")
    section(one.page, "talked").press_sequentially("Ana in the first tab. ")
    section(two.page, "decided").press_sequentially("Bor in the second tab.")
    expect(section(two.page, "talked")).to_have_value("Ana in the first tab. ")
    expect(section(one.page, "decided")).to_have_value("Bor in the second tab.")
    one.context.set_offline(True)
    section(one.page, "talked").press("End")
    section(one.page, "talked").press_sequentially("Without a line.")
    section(two.page, "decided").press("End")
    section(two.page, "decided").press_sequentially(" Here neither.")
    expect(one.page.locator(".note-state")).not_to_contain_text("Everything is kept")
    one.page.close()
    one.context.set_offline(False)
    expect(section(two.page, "decided")).to_have_value("Bor in the second tab. Here neither.")
    two.page.reload()
    open_note(two.page, "Two tabs")
    expect(section(two.page, "talked")).to_have_value("Ana in the first tab. Without a line.")
    expect(section(two.page, "decided")).to_have_value("Bor in the second tab. Here neither.")
