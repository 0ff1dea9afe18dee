"""What a mentee and a mentor see of their programme, what they ask and end there, and what nobody else sees of it."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.browser.visitor import Visitor

PHONE = {"width": 360, "has_touch": True, "is_mobile": True}
HELP = {"name": "Mirjana Kostić", "phone": "+381 64 123 4567"}


def part_of(site: Site, person: str) -> Any:
    """Their part in the demo's run."""
    return site.get(person, "me/programmes")["parts"][0]


@pytest.fixture
def run(site: Site) -> str:
    """The demo's run, with somebody to ring up."""
    cohort = part_of(site, "nika")["cohort"]["id"]
    page = site.get("vesna", f"cohorts/{cohort}")
    kept = (
        "version", "names", "start", "end", "home_zone", "least_meetings", "least_gatherings", "silence_days",
        "first_words",
    )  # fmt: skip
    changed = site.put("vesna", f"cohorts/{cohort}", {key: page[key] for key in kept} | {"help": HELP})
    assert changed["help"] == HELP
    return cohort


# ── the first screen ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("language", "options"), [("sr-Latn", PHONE), ("mk", {"width": 1440})])
def test_the_first_screen_has_my_people_my_programme_and_whom_to_ring_up(
    run: str, visit: Visit, language: str, options: Any
) -> None:
    nika = visit("nika", language, **options).open()
    page = nika.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nika")
    expect(nika.row("Благица")).to_be_visible()
    programme = page.locator(".programme")
    expect(programme).to_contain_text({"sr-Latn": "Krugovi", "mk": "Кругови"}[language])
    expect(programme.get_by_role("link", name=HELP["phone"])).to_have_attribute("href", "tel:+381641234567")
    foot = page.locator(".home-foot")
    expect(foot.get_by_role("link").first).to_be_in_viewport()
    accessible(nika.page)
    narrow(nika.page)


def test_the_first_screen_of_who_coordinates_says_what_needs_them(visit: Visit) -> None:
    vesna = visit("vesna", "sr-Latn", **PHONE).open()
    overview = vesna.page.locator(".on-first-screen")
    expect(overview.get_by_text("Nika Šircelj")).to_be_visible()
    expect(vesna.page.get_by_text("Ovde još nema nijedne sobe.")).to_have_count(0)
    narrow(vesna.page)
    accessible(vesna.page)


def test_what_the_team_announces_stands_there_and_the_answer_reaches_its_author_alone(
    site: Site, run: str, visit: Visit
) -> None:
    texts = {"en": {"title": "We meet in Bitola", "words": "The train goes at ten."}}
    site.post("vesna", f"cohorts/{run}/bulletins", {"command_id": site.id(), "to": "mentees", "texts": texts})
    nika = visit("nika").open()
    bulletin = nika.page.locator(".bulletin")
    expect(bulletin).to_contain_text("The train goes at ten.")
    bulletin.get_by_role("button", name="Reply").click()
    bulletin.get_by_role("textbox").fill("I need a bed.")
    bulletin.get_by_role("button", name="Send").click()
    expect(bulletin.locator(".own-answer")).to_contain_text("I need a bed.")
    accessible(nika.page)
    bulletin.get_by_role("button", name="Put away").click()
    expect(nika.page.locator("details .bulletin")).to_have_count(1)
    standing = site.get("blagica", "me/bulletins")["bulletins"]
    assert standing == []
    announced = site.get("vesna", f"cohorts/{run}/bulletins")["bulletins"][0]
    answers = site.get("vesna", f"bulletins/{announced['id']}/answers")["answers"]
    assert [answer["words"] for answer in answers] == ["I need a bed."]


# ── a talk with the team ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_mentee_asks_for_a_talk_and_the_mentor_sees_no_trace_of_it(site: Site, run: str, visit: Visit) -> None:
    blagica = visit("blagica", "mk").enter("p2")
    before = traces(site, "blagica", run)
    nika = visit("nika", "sr-Latn", **PHONE).open()
    nika.page.locator(".home-foot").get_by_role("link", name="Želim razgovor s timom").tap()
    expect(nika.page.get_by_role("heading", level=1, name="Želim razgovor s timom")).to_be_visible()
    pick(nika, "Vesna").tap()
    pick(nika, "kako sam ja").tap()
    accessible(nika.page)
    narrow(nika.page)
    nika.page.get_by_role("button", name="Zatraži razgovor").tap()
    state = nika.page.locator(".good")
    expect(state).to_contain_text("Vesna")
    expect(state).to_contain_text("Odgovor stiže najkasnije:")
    expect(nika.page.get_by_role("link", name=HELP["phone"])).to_be_visible()
    accessible(nika.page)

    assert traces(site, "blagica", run) == before
    expect(blagica.page.locator(".pending")).to_have_count(0)
    assert site.get("blagica", "me/talks")["talks"] == []
    blagica.open("/seen")
    expect(blagica.page.locator(".seen")).to_be_visible()
    expect(blagica.page.locator(".seen")).not_to_contain_text("како сум јас")
    accessible(blagica.page)

    nika.open("/seen")
    expect(nika.page.locator(".seen")).to_contain_text("kako sam ja")
    narrow(nika.page)
    accessible(nika.page)
    nika.page.go_back()
    nika.page.get_by_role("button", name="Povuci").tap()
    expect(nika.page.locator(".good")).to_have_count(0)
    assert site.get("nika", "me/talks")["talks"] == []
    assert traces(site, "blagica", run) == before


def pick(visitor: Visitor, words: str) -> Locator:
    return visitor.page.locator(".pick", has_text=words)


def traces(site: Site, person: str, run: str) -> Any:
    """All that somebody could look for a change in."""
    rooms = {card["id"]: (card["offset"], card["talk"]) for card in site.get(person, "rooms")["rooms"]}
    paths = ("me/programmes", "me/signals", "me/audit", f"cohorts/{run}/seen", "me/bulletins", "me/talks")
    return rooms, [site.get(person, path) for path in paths]


# ── stopping ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("stops", "reads", "room", "words"),
    [
        ("luka", "cedomir", "p4", ("sr-Latn", "Prekini ovo mentorstvo", "Prekini sada", "se ne nastavlja")),
        ("anze", "xhemile", "p5", ("mk", "Прекини го ова менторство", "Прекини сега", "не продолжува")),
    ],
    ids=["a mentee", "a mentor"],
)
def test_either_stops_alone_and_at_once_and_the_other_reads_one_neutral_sentence(
    site: Site, visit: Visit, stops: str, reads: str, room: str, words: tuple[str, str, str, str]
) -> None:
    language, entry, now, sentence = words
    name = site.get(stops, "me")["name"]
    other = visit(reads, language).enter(room)
    one = visit(stops, language, **PHONE).enter(room)
    one.page.locator(".room-head [aria-haspopup=menu]").tap()
    one.page.get_by_role("menuitem", name=entry).tap()
    dialog = one.page.get_by_role("dialog")
    expect(dialog.locator("button.main")).to_be_visible()
    accessible(one.page)
    dialog.get_by_role("button", name=now).tap()
    expect(dialog.get_by_role("status")).to_be_visible()
    dialog.locator("button.main").tap()

    for person in (one, other):
        expect(person.page.locator(".ended")).to_contain_text(sentence)
        expect(person.field).to_have_count(0)
        expect(person.page.locator(".message[id]").first).to_be_visible()
    assert name.split()[0] not in other.page.locator(".ended").inner_text()
    assert part_of(site, reads)["mentorships"][0]["state"] == "stopped"
    accessible(other.page)
    other.open()
    expect(other.row(name.split()[0])).to_be_visible()


# ── what is mine ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_photo_is_cut_square_here_and_seen_by_those_who_share_a_room(site: Site, run: str, visit: Visit) -> None:
    blagica = visit("blagica", **PHONE).open("/me")
    blagica.page.locator("input[type=file]").set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": picture(blagica)}
    )
    expect(blagica.page.locator(".cut canvas")).to_be_focused()
    blagica.page.keyboard.press("ArrowLeft")
    accessible(blagica.page)
    blagica.page.get_by_role("button", name="Save the photo").tap()
    expect(blagica.page.locator(".photo-now img")).to_be_visible()

    nika = visit("nika", width=1440).open()
    face = nika.page.locator(".person img")
    expect(face).to_be_visible()
    assert face.evaluate("image => image.decode().then(() => image.naturalWidth === image.naturalHeight)")
    blagica.page.get_by_role("button", name="Remove it").tap()
    expect(blagica.page.locator(".photo-now img")).to_have_count(0)


def picture(visitor: Visitor) -> bytes:
    """One that is wider than high, as a camera makes it."""
    drawn: str = visitor.page.evaluate(
        """() => { const canvas = document.createElement("canvas"); canvas.width = 640; canvas.height = 360;
        const pen = canvas.getContext("2d"); pen.fillStyle = "#9c4127"; pen.fillRect(0, 0, 640, 360);
        return canvas.toDataURL("image/png").split(",")[1]; }"""
    )
    return base64.b64decode(drawn)


@pytest.mark.parametrize(("language", "options"), [("sr-Latn", PHONE), ("mk", {"width": 1440})])
def test_each_page_of_mine_is_there_for_everybody(visit: Visit, language: str, options: Any) -> None:
    nika = visit("nika", language, **options)
    for path in ("/support", "/changes", "/alumni", "/my-page"):
        nika.open(path)
        expect(nika.page.locator(".page .part").nth(1)).to_be_visible()
        expect(nika.page.locator(".fault")).to_have_count(0)
        accessible(nika.page)
        narrow(nika.page)


def test_support_is_asked_for_and_the_wish_taken_back(site: Site, visit: Visit) -> None:
    nika = visit("nika").open("/support")
    wish = nika.page.get_by_role("button", name=re.compile("would like more|Wished for")).nth(3)
    wish.click()
    expect(wish).to_have_attribute("aria-pressed", "true")
    assert site.get("nika", "me/support")["runs"][0]["wishes"] == ["promotion"]
    wish.click()
    expect(wish).to_have_attribute("aria-pressed", "false")
