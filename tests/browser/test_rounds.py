"""Who goes with whom, for who coordinates: need by need and by hand, proposed for all, weighed, kept, and asked.

The demo's second year is being prepared: ten mentees and eight mentors have said what they look for and can give."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.servers import wait_until

YEAR = "krugovi-druga"
MENTEES = 10
ANTE, FILIP = "Ante Vuković", "Филип Ристески"
CONFLICT = 409
WORKED = 60_000
"""ms, for the engine on a machine that is busy."""


def words(text: str) -> re.Pattern[str]:
    """With the marks, if any, that keep directions of numbers and names apart."""
    return re.compile("".join(re.escape(letter) + "[\u2068\u2069]*" for letter in text))


def open_round(site: Site) -> Any:
    """The one that goes on."""
    (card,) = [one for one in site.get("vesna", f"cohorts/{YEAR}/rounds")["rounds"] if one["state"] == "open"]
    return site.get("vesna", f"rounds/{card['id']}")


def found(site: Site) -> dict[str, str]:
    return {one["mentee"]["id"]: one["mentor"]["id"] for one in open_round(site)["result"]["pairs"]}


def chosen(site: Site) -> dict[str, str]:
    return {one["mentee"]["id"]: one["mentor"]["id"] for one in open_round(site)["chosen"]}


@pytest.mark.timeout(240)
def test_a_coordinator_brings_a_year_together(site: Site, visit: Visit) -> None:
    desk = visit("vesna", language="en", width=1440, height=900)
    desk.allowed.append(re.compile(r"409 \(Conflict\).* at .*/api/v1/rounds/\w+/locks$"))
    desk.open(f"/programmes/{YEAR}")
    en = desk.page
    en.get_by_role("link", name="Matching").click()
    en.get_by_role("button", name="Begin", exact=True).click()

    by_hand_and_back(en, site)
    propose_for_all(en, site)
    weigh(en, site)
    keep(en, site)
    demand_too_much(en, site)
    somebody_else_is_quicker(en, site)
    on_a_phone(visit)
    site.prefer("vesna", "en")
    look_once_more(en)
    ask(en, site)
    three_answer(en, site, visit)
    who_stayed_is_still_there(en)
    stop(en)


def card(en: Page) -> Locator:
    return en.locator(".need-card")


def go_to(en: Page, name: str) -> None:
    en.get_by_role("navigation", name="All of them").get_by_role("button", name=name).click()
    expect(card(en).get_by_role("heading", level=3)).to_have_text(name)


def by_hand_and_back(en: Page, site: Site) -> None:
    """With keys alone."""
    expect(en.get_by_text(words(f"0 of {MENTEES} have a mentor"))).to_be_visible()
    accessible(en)
    go_to(en, ANTE)
    expect(card(en).locator("blockquote")).to_contain_text("tvorničku halu")
    first = card(en).locator(".option").first
    expect(first).to_contain_text("Looked for and given")
    en.keyboard.press("j")
    expect(card(en).get_by_role("heading", level=3)).not_to_have_text(ANTE)
    en.keyboard.press("k")
    second = card(en).get_by_role("radio").nth(1)
    en.keyboard.press("2")
    expect(second).to_be_checked()
    wait_until(lambda: chosen(site) == {"ante": "nada"}, 10, "the choice")
    en.keyboard.press("u")
    expect(second).not_to_be_checked()
    wait_until(lambda: chosen(site) == {}, 10, "taken back")


def propose_for_all(en: Page, site: Site) -> None:
    en.get_by_role("button", name="Propose for all").click()
    expect(en.get_by_text(words(f"{MENTEES} of {MENTEES} have a mentor"))).to_be_visible(timeout=WORKED)
    expect(en.get_by_text("nothing better exists; that is proved")).to_be_visible()
    assert found(site)["filip"] == "dino"
    accessible(en)


def weigh(en: Page, site: Site) -> None:
    """It is seen to act, and can be taken back."""
    en.get_by_text("For those who like numbers").last.click()
    weight = en.get_by_role("slider", name="The mentor can learn something too")
    weight.fill("10")
    expect(en.get_by_text("One has somebody else now")).to_be_visible(timeout=WORKED)
    expect(en.get_by_text(words("Филип Ристески: Nada Rebec instead of Dino Hrastić"))).to_be_visible()
    assert found(site)["filip"] == "nada"
    accessible(en)
    en.get_by_role("button", name="Take back").click()
    expect(en.get_by_text(words("Филип Ристески: Dino Hrastić instead of Nada Rebec"))).to_be_visible(timeout=WORKED)
    expect(weight).to_have_value("1")
    table = en.get_by_role("figure", name=re.compile("Each one’s score")).get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(MENTEES + 1)


def keep(en: Page, site: Site) -> None:
    """Two who are kept stay together, whatever is weighed; and so does what was chosen by hand."""
    go_to(en, FILIP)
    card(en).get_by_role("button", name=re.compile("Why.*Dino Hrastić")).click()
    card(en).get_by_role("button", name="Keep these two").click()
    expect(card(en).get_by_text("They go together: kept in any case.")).to_be_visible()
    en.get_by_role("slider", name="The mentor can learn something too").fill("10")
    expect(en.get_by_text("Everybody has whom they had before")).to_be_visible(timeout=WORKED)
    assert found(site)["filip"] == "dino"
    go_to(en, ANTE)
    card(en).get_by_role("button", name="None of these").click()
    search = card(en).get_by_role("region", name="All mentors")
    search.get_by_role("button", name=re.compile("Dino Hrastić")).click()
    expect(search.get_by_text("Both belong to one organisation")).to_be_visible()
    expect(search.get_by_text("People of one organisation being allowed to go together")).to_be_visible()
    search.get_by_role("button", name=re.compile("Nada Rebec")).click()
    search.get_by_role("button", name="Choose these two").click()
    expect(card(en).get_by_text(words("Nada Rebec, by hand"))).to_be_visible()
    wait_until(lambda: chosen(site) == {"ante": "nada"}, 10, "the choice")
    en.get_by_role("button", name="Propose anew").click()
    expect(en.get_by_text(words("Ante Vuković: Nada Rebec instead of"))).to_be_visible(timeout=WORKED)
    assert {"ante": "nada", "filip": "dino"}.items() <= found(site).items()


def demand_too_much(en: Page, site: Site) -> None:
    """What cannot hold together is named, with the way out."""
    en.get_by_role("button", name="Ask for one").click()
    en.get_by_label("At least", exact=True).fill(str(MENTEES + 1))
    en.get_by_role("button", name="Ask for one").click()
    conflict = en.get_by_role("region", name="This cannot all hold together")
    expect(conflict).to_contain_text(words("11 pairs of two countries are asked for"), timeout=WORKED)
    accessible(en)
    conflict.get_by_role("button", name="Let go of it").click()
    expect(en.get_by_text(words(f"{MENTEES} of {MENTEES} have a mentor"))).to_be_visible(timeout=WORKED)
    assert open_round(site)["settings"]["quotas"] == []


def somebody_else_is_quicker(en: Page, site: Site) -> None:
    """Nothing is overwritten unseen, also before the page has heard of it."""
    now = open_round(site)
    pairs = {kind: [ids(one) for one in now[kind]] for kind in ("pin", "forbid")}
    theirs = [{"mentee": "ante", "mentor": "asa"}]
    go_to(en, ANTE)
    held: list[Route] | None = []
    en.route(re.compile(r"/api/v1/rounds/\w+$"), lambda one: one.continue_() if held is None else held.append(one))
    site.put("vesna", f"rounds/{now['id']}/locks", {"version": now["version"], **pairs, "chosen": theirs})
    with en.expect_response(lambda answer: answer.status == CONFLICT):
        card(en).get_by_role("button", name="Not decided after all").first.click()
    late, held = held, None
    for one in late:
        one.continue_()
    alert = en.get_by_role("alert").filter(has_text="Somebody else changed this meanwhile")
    expect(alert).to_contain_text(words("goes with Åsa Öberg"))
    assert chosen(site) == {"ante": "asa"}
    alert.get_by_role("button", name="Mine after all").click()
    wait_until(lambda: chosen(site) == {}, 10, "mine")
    expect(alert).to_have_count(0)


def ids(pair: Any) -> dict[str, str]:
    return {"mentee": pair["mentee"]["id"], "mentor": pair["mentor"]["id"]}


def on_a_phone(visit: Visit) -> None:
    phone = visit("vesna", language="sr-Cyrl", width=360, has_touch=True, is_mobile=True, color_scheme="dark")
    sr = phone.open(f"/programmes/{YEAR}/matching").page
    expect(sr.locator(".need-card")).to_be_visible()
    sr.get_by_text("За оне који воле бројеве").last.click()
    narrow(sr)
    accessible(sr)


def look_once_more(en: Page) -> None:
    en.get_by_role("button", name="Propose anew").click()
    expect(en.get_by_text("nothing better exists; that is proved")).to_be_visible(timeout=WORKED)
    expect(en.get_by_text("Since this was proposed something has changed")).to_have_count(0, timeout=WORKED)
    en.get_by_role("button", name="Look at all pairs once more").click()
    pairs = en.locator(".last > li")
    expect(pairs).to_have_count(MENTEES)
    expect(pairs.first).to_contain_text("Looked for and given")
    expect(en.get_by_label("Who is asked first")).to_have_value("mentor_first")
    accessible(en)


def ask(en: Page, site: Site) -> None:
    """All but one, who stays to be thought about."""
    en.get_by_role("checkbox", name=re.compile(ANTE)).uncheck()
    en.get_by_role("button", name=words(f"Ask these {MENTEES - 1} pairs")).click()
    expect(en.get_by_text(words(f"{MENTEES - 1} pairs are being asked now"))).to_be_visible()
    assert len(open_round(site)["released"]) == MENTEES - 1
    en.get_by_role("link", name="See how it stands").click()
    expect(en.get_by_role("button", name=re.compile("Urban Kmetec.*Teodora Pešić.*mentors are asked"))).to_be_visible()


def three_answer(en: Page, site: Site, visit: Visit) -> None:
    """Two mentors, one of whom says not now; the mentee of the other one; and their room opens."""
    with_reasons = answer(visit, "urban", "Yes, I would like that")
    expect(with_reasons.get_by_role("heading", name="You said yes")).to_be_visible()
    refused = answer(visit, "branka", "Not now")
    refused.get_by_role("button", name="Say: not now").click()
    expect(en.get_by_role("button", name=re.compile("Urban Kmetec.*Teodora Pešić.*mentees are asked"))).to_be_visible()
    opened = answer(visit, "teodora", "Yes, I would like that")
    expect(opened.get_by_role("heading", name="Your room is open")).to_be_visible()
    assert [room["kind"] for room in site.get("teodora", "rooms")["rooms"]] == ["pair"]
    assert site.get("simona", "me/proposals")["proposals"] == []


def answer(visit: Visit, person: str, button: str) -> Page:
    phone = visit(person, language="en", width=360, has_touch=True, is_mobile=True).open().page
    phone.get_by_role("link", name="Look at it in peace").click()
    phone.get_by_role("button", name=button).click()
    return phone


def who_stayed_is_still_there(en: Page) -> None:
    """And whose mentor said not now is, too."""
    en.get_by_role("link", name="Matching").click()
    everybody = en.get_by_role("navigation", name="All of them").locator("li")
    expect(everybody).to_contain_text([ANTE, "Симона Тодорова"])


def stop(en: Page) -> None:
    """What was asked stays asked, and can be read."""
    en.get_by_role("button", name="Stop without asking anybody").click()
    en.get_by_role("alertdialog").get_by_role("button", name="Stop without asking anybody").click()
    expect(en.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    expect(en.get_by_text(words(f"Pairs asked: {MENTEES - 1}"))).to_be_visible()
    accessible(en)
