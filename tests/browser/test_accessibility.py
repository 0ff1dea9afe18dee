"""For everybody: screen readers, keyboards, large letters, little motion, light and dark, narrow and wide."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import NO_NETWORK, Visitor
from tests.servers import ROOT

ALL = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
SIGHTS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1440, "light"), (360, "dark"))
"""Each width and each light once: the lights differ in nothing but colours, which no width changes."""

# ── axe ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def axe() -> str:
    return (ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, rules: dict[str, object]) -> list[str]:
    """What axe finds by these rules: which, where, why. It need not load styles and sounds itself, which no rule of
    these asks for: without a network it would complain."""
    asked = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("asked => axe.run(asked)", asked)["violations"]
    return [f"{rule['id']} at {node['target']}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def accessible(page: Page) -> None:
    page.evaluate(axe())
    assert violations(page, ALL) == []


def narrow(page: Page) -> None:
    """Nothing stands over the edge."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


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
    """The menu of a message that has a reaction, names me and quotes another one, while a meeting is open."""
    tadeja = meeting(visit, **options).enter("p1")
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
    open_menu(tadeja)
    return tadeja


def open_menu(visitor: Visitor) -> None:
    message = visitor.message("And the sponge.").last
    message.focus()
    message.locator(".act").last.click()
    expect(visitor.page.get_by_role("menu")).to_be_visible()


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


def meeting(visit: Visit, **options: object) -> Visitor:
    """While one is open."""
    tadeja = visit("tadeja", **options).open("/rooms/p1/meeting")
    begin, clock = (
        tadeja.page.get_by_role("button", name=name) for name in ("Open the meeting", "A clock that all see")
    )
    expect(begin.or_(clock)).to_be_visible()
    if begin.is_visible():
        begin.click()
    clock.click()
    return tadeja


def menu(visit: Visit, **options: object) -> Visitor:
    ipek = rooms(visit, **options)
    ipek.page.get_by_role("button", name="About me").click()
    expect(ipek.page.get_by_role("dialog")).to_be_visible()
    return ipek


def proposing(visit: Visit, **options: object) -> Visitor:
    """Times for a series."""
    zoja = visit("zoja", **options).open("/rooms/t7/meeting")
    zoja.page.get_by_role("button", name=re.compile("Propose three times|Another date")).click()
    form = zoja.page.get_by_role("dialog")
    for place in (0, 1):
        form.get_by_role("group", name="Times to take").get_by_role("button").nth(place).click()
    form.get_by_label("How often").select_option("week")
    expect(form.get_by_label("How many times")).to_be_visible()
    return zoja


def dates(visit: Visit, **options: object) -> Visitor:
    """A series that was agreed on, and a proposal to move its first date."""
    zoja = proposing(visit, **options)
    zoja.page.get_by_role("dialog").get_by_role("button", name="Propose", exact=True).click()
    ipek = visit("ipek").open("/rooms/t7/meeting").page
    ipek.locator(".date-time").first.click()
    ipek.get_by_role("button", name="Move", exact=True).click()
    form = ipek.get_by_role("dialog")
    form.get_by_role("group", name="Times to take").get_by_role("button").last.click()
    form.get_by_role("button", name="Propose", exact=True).click()
    expect(zoja.page.locator(".date-card.next .date-time")).to_be_visible()
    return zoja


SCREENS = (
    door,
    refused,
    rooms,
    room,
    replying,
    acting,
    naming,
    nowhere,
    offline,
    readers,
    meeting,
    proposing,
    dates,
    menu,
)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_for_everybody(visit: Visit, screen: Callable[..., Visitor]) -> None:
    """axe finds nothing, wide and narrow, light and dark; nothing is cut off sideways; on a phone all is large enough
    for a thumb; and whoever wants little motion gets none."""
    visitor = screen(visit, width=1440, height=900, color_scheme="light", reduced_motion="reduce", locale="en-GB")
    page = visitor.page
    assert page.evaluate(_MOVING) == []
    assert page.evaluate(_LASTING) == []
    page.evaluate(f"{axe()};0")
    found = []
    for width, light in SIGHTS:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=light)
        found += violations(page, ALL)
    assert found == [], "\n".join(found)
    # 320 px wide is what is left of 1280 px at 400 %.
    page.set_viewport_size({"width": 320, "height": 256})
    if screen is acting:
        # A menu finds its place when it is opened.
        page.keyboard.press("Escape")
        open_menu(visitor)
    assert page.evaluate(_TOO_WIDE) == []
    page.set_viewport_size({"width": 360, "height": 740})
    visitor.touch()
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    assert page.evaluate(_TOO_SMALL) == []


_MOVING = """() => document.getAnimations().filter(one => one.effect.getComputedTiming().duration > 20)
  .map(one => one.animationName || one.transitionProperty)"""

_LASTING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return [style.transitionDuration, style.animationDuration].join().split(",").some((one) => parseFloat(one) > 0.02)
    && style.transitionDuration !== "0s";
}).map((element) => element.className)"""

_TOO_WIDE = """() => {
  const unseen = (element) => element.closest(".unseen, .skip, [aria-hidden=true]") !== null;
  const scrolls = document.scrollingElement.scrollWidth > innerWidth ? ["the page"] : [];
  const cut = [...document.querySelectorAll("button, input, select, textarea, h1, h2, h3, p, a")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && !unseen(element) && (box.right > innerWidth + 1 || box.left < -1);
  });
  return [...scrolls, ...cut.map((element) => `${element.tagName}.${element.className} ${element.textContent}`)];
}"""

# 24 px at least, as WCAG 2.2 asks; links within a sentence are excepted.
_TOO_SMALL = """() => [...document.querySelectorAll("button, a, input, select, textarea")].filter((element) => {
  const box = element.getBoundingClientRect();
  if (element.closest(".unseen, .skip, .words") || getComputedStyle(element).visibility === "hidden") return false;
  return box.width > 0 && (box.width < 24 || box.height < 24);
}).map((element) => `${element.tagName}.${element.className} ${element.textContent}`)"""


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
