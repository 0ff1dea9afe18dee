"""For everybody: screen readers, keyboards, large letters, little motion, light and dark, narrow and wide."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import NO_NETWORK, Visitor
from tests.servers import ROOT

ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}

# ── axe ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def axe() -> str:
    return (ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, rules: dict[str, object]) -> list[str]:
    """What axe finds by these rules: which, where, why."""
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", rules)["violations"]
    return [f"{rule['id']} at {node['target']}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def door(visit: Visit, **options: object) -> Visitor:
    guest = visit(**options).open()
    expect(guest.page.get_by_role("heading", level=1)).to_be_visible()
    return guest


def refused(visit: Visit, **options: object) -> Visitor:
    guest = door(visit, **options)
    guest.allowed.append(re.compile(r"401 \(Unauthorized\).* at .*/api/v1/login$"))
    guest.sign_in("tadeja", "not-this-one")
    expect(guest.page.get_by_role("alert")).not_to_be_empty()
    return guest


def rooms(visit: Visit, **options: object) -> Visitor:
    ipek = visit("ipek", **options).open()
    expect(ipek.page.locator(".room-row")).to_be_visible()
    return ipek


def room(visit: Visit, **options: object) -> Visitor:
    return visit("tadeja", **options).enter("p1")


def replying(visit: Visit, **options: object) -> Visitor:
    tadeja = room(visit, **options)
    tadeja.page.locator(".message[id]").last.focus()
    tadeja.page.keyboard.press("r")
    expect(tadeja.page.locator(".about")).to_be_visible()
    return tadeja


def acting(visit: Visit, **options: object) -> Visitor:
    """The menu of a message that has a reaction, names me and quotes another one."""
    tadeja = room(visit, **options)
    me = tadeja.page.evaluate("fetch('/api/v1/me').then(answer => answer.json())")["id"]
    for words in (f"A note to myself: @[{me}], bring the chalk.", "And the sponge."):
        tadeja.field.fill(words)
        tadeja.page.locator(".send").click()
        expect(tadeja.pending).to_have_count(0)
        if me in words:
            noted = tadeja.page.locator(".group:not(.pending) .message", has_text="bring the chalk").last
            tadeja.choose(noted, "Quote")
    message = tadeja.message("And the sponge.").last
    message.focus()
    tadeja.page.keyboard.press("+")
    tadeja.page.keyboard.press("Enter")
    expect(message.locator(".reaction")).to_be_visible()
    message.locator(".act").last.click()
    expect(tadeja.page.get_by_role("menu")).to_be_visible()
    return tadeja


def naming(visit: Visit, **options: object) -> Visitor:
    tadeja = room(visit, **options)
    tadeja.field.press_sequentially("@")
    expect(tadeja.page.get_by_role("listbox")).to_be_visible()
    return tadeja


def nowhere(visit: Visit, **options: object) -> Visitor:
    tadeja = visit("tadeja", **options)
    tadeja.allowed.append(re.compile(r"404 \(Not Found\).* at .*/talk\?around="))
    tadeja.open("/rooms/p1/987654321")
    expect(tadeja.page.locator(".way-note")).to_be_visible()
    return tadeja


def offline(visit: Visit, **options: object) -> Visitor:
    tadeja = room(visit, **options)
    tadeja.allowed.append(NO_NETWORK)
    tadeja.context.set_offline(True)
    expect(tadeja.banner).to_be_visible()
    return tadeja


def readers(visit: Visit, **options: object) -> Visitor:
    tadeja = room(visit, **options)
    tadeja.page.get_by_role("button", name="Who can read").click()
    expect(tadeja.page.get_by_role("dialog")).to_be_visible()
    return tadeja


def menu(visit: Visit, **options: object) -> Visitor:
    ipek = rooms(visit, **options)
    ipek.page.get_by_role("button", name="About me").click()
    expect(ipek.page.get_by_role("dialog")).to_be_visible()
    return ipek


SCREENS = (door, refused, rooms, room, replying, acting, naming, nowhere, offline, readers, menu)


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing(visit: Visit, screen: Callable[..., Visitor]) -> None:
    """Light and dark, wide and narrow. The two lights differ in nothing but colours."""
    visitor = screen(visit, width=1440, height=900, color_scheme="light", reduced_motion="reduce", locale="en-GB")
    visitor.page.evaluate(f"{axe()};0")
    found = []
    for width in (1440, 360):
        visitor.page.set_viewport_size({"width": width, "height": 740})
        visitor.page.emulate_media(color_scheme="light")
        found += violations(visitor.page, ALL)
        visitor.page.emulate_media(color_scheme="dark")
        found += violations(visitor.page, COLOURS)
    assert found == [], "\n".join(found)


# ── screen readers and keyboards ──────────────────────────────────────────────────────────────────────────────────────


def test_the_talk_is_a_log_that_speaks_what_arrives(site: Site, visit: Visit) -> None:
    tadeja = room(visit)
    expect(tadeja.talk).to_have_attribute("aria-live", "polite")
    expect(tadeja.talk).to_have_accessible_name("Talk")
    expect(tadeja.page.get_by_role("main")).to_have_count(1)
    expect(tadeja.page.get_by_role("heading", level=1)).to_have_count(1)


def test_arriving_words_never_move_the_focus_nor_what_is_being_written(site: Site, visit: Visit) -> None:
    tadeja = room(visit)
    last = tadeja.page.locator(".message[id]").last
    places = (tadeja.field, last, tadeja.page.get_by_role("button", name="Who can read"))
    for number, place in enumerate(places):
        tadeja.field.fill("In the middle of a sentence")
        tadeja.field.evaluate("field => field.setSelectionRange(3, 3)")
        place.focus()
        kept = place.element_handle()
        assert kept is not None
        site.say("djordje", "p1", f"Meanwhile {number}")
        expect(tadeja.message(f"Meanwhile {number}")).to_be_attached()
        assert kept.evaluate("element => element === document.activeElement"), place
        expect(tadeja.field).to_have_value("In the middle of a sentence")
        assert tadeja.field.evaluate("field => field.selectionStart") == 3
    tadeja.field.fill("")


def test_the_first_tab_leads_past_the_rooms(visit: Visit) -> None:
    tadeja = room(visit)
    tadeja.page.evaluate("document.activeElement.blur()")
    tadeja.page.keyboard.press("Tab")
    skip = tadeja.page.get_by_role("link", name="Skip to the talk")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    tadeja.page.keyboard.press("Enter")
    expect(tadeja.page.get_by_role("main")).to_be_focused()


def test_whoever_has_the_focus_is_seen_to_have_it(visit: Visit) -> None:
    """Everything that Tab reaches has a line around it, and is not hidden under something else."""
    tadeja = room(visit, width=360)
    tadeja.page.evaluate("document.activeElement.blur()")
    seen = set()
    for _ in range(14):
        tadeja.page.keyboard.press("Tab")
        what, outlined, shown = tadeja.page.evaluate(_FOCUSED)
        if what is None:
            break
        assert outlined, f"{what} shows no focus"
        # The way to the newest floats over the talk, and a message's own buttons may pass before it.
        assert shown or " way " in what, f"{what} is covered"
        seen.add(what)
    assert len(seen) >= 5, seen


_FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return [null, true, true];
  const style = getComputedStyle(element);
  const around = element.closest(".composer-line");
  const marked = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none";
  // The first line of it: a link may run over two, with nothing of it in their middle.
  const [box] = element.getClientRects();
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(x, y);
  const shown = top !== null && (element.contains(top) || top.contains(element));
  const name = `${element.tagName} ${element.className} ${element.id} ${element.textContent.slice(0, 40)}`;
  return [name, marked(style) || (around !== null && marked(getComputedStyle(around))), shown];
}"""


def test_messages_are_walked_with_arrows_and_one_tab_passes_them_all(visit: Visit) -> None:
    tadeja = room(visit)
    messages = tadeja.page.locator(".message[id]")
    messages.last.focus()
    tadeja.page.keyboard.press("ArrowUp")
    expect(messages.nth(messages.count() - 2)).to_be_focused()
    tadeja.page.keyboard.press("Home")
    expect(messages.first).to_be_focused()
    expect(messages.first).to_be_in_viewport()
    tadeja.page.keyboard.press("End")
    expect(messages.last).to_be_focused()
    assert tadeja.page.locator(".message[id][tabindex='0']").count() == 1


def test_a_window_keeps_the_focus_and_gives_it_back(visit: Visit) -> None:
    tadeja = room(visit)
    opener = tadeja.page.get_by_role("button", name="Who can read")
    opener.focus()
    tadeja.page.keyboard.press("Enter")
    dialog = tadeja.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    for _ in range(6):
        tadeja.page.keyboard.press("Tab")
        assert dialog.evaluate(
            "dialog => dialog.contains(document.activeElement) || !document.hasFocus() "
            "|| document.activeElement === document.body"
        )
    tadeja.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


# ── sizes and motion ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("screen", SCREENS)
def test_at_four_times_the_size_nothing_is_cut_off_sideways(visit: Visit, screen: Callable[..., Visitor]) -> None:
    """320 px wide is what is left of 1280 px at 400 %."""
    visitor = screen(visit, width=320, height=256, locale="en-GB")
    wide = visitor.page.evaluate(_TOO_WIDE)
    assert wide == []


_TOO_WIDE = """() => {
  const unseen = (element) => element.closest(".unseen, .skip, [aria-hidden=true]") !== null;
  const scrolls = document.scrollingElement.scrollWidth > innerWidth ? ["the page"] : [];
  const cut = [...document.querySelectorAll("button, input, select, textarea, h1, h2, h3, p, a")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && !unseen(element) && (box.right > innerWidth + 1 || box.left < -1);
  });
  return [...scrolls, ...cut.map((element) => `${element.tagName}.${element.className} ${element.textContent}`)];
}"""


def test_targets_are_large_enough_for_a_thumb(visit: Visit) -> None:
    """24 px at least, as WCAG 2.2 asks; links within a sentence are excepted."""
    for screen in (door, rooms, replying, acting, nowhere, readers, menu):
        visitor = screen(visit, width=360, has_touch=True, locale="en-GB")
        small = visitor.page.evaluate(_TOO_SMALL)
        assert small == [], screen.__name__


_TOO_SMALL = """() => [...document.querySelectorAll("button, a, input, select, textarea")].filter((element) => {
  const box = element.getBoundingClientRect();
  if (element.closest(".unseen, .skip, .words") || getComputedStyle(element).visibility === "hidden") return false;
  return box.width > 0 && (box.width < 24 || box.height < 24);
}).map((element) => `${element.tagName}.${element.className} ${element.textContent}`)"""


def test_whoever_wants_little_motion_gets_none(visit: Visit) -> None:
    for screen in (rooms, replying, readers):
        visitor = screen(visit, reduced_motion="reduce")
        moving = visitor.page.evaluate(
            "document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 20)"
            ".map(one => one.animationName || one.transitionProperty)"
        )
        assert moving == [], screen.__name__
        lasting = visitor.page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => {"
            "  const s = getComputedStyle(e);"
            "  return [s.transitionDuration, s.animationDuration].join().split(',').some(d => parseFloat(d) > 0.02)"
            "    && s.transitionDuration !== '0s';"
            "}).map(e => e.className)"
        )
        assert lasting == [], screen.__name__
