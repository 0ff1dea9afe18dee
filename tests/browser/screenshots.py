"""Makes the pictures of docs/screenshots anew: `python -m tests.browser.screenshots`, after the client was built.

The demo stands on its own 20 November and the pages believe in that day, so that only what changed looks changed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.site import Site
from tests.browser.visitor import Visitor
from tests.servers import CHROMIUM_ARGUMENTS, ROOT, AteljeProcess, Leash, chromium_path, serving

FOLDER = ROOT / "docs" / "screenshots"
NOW = datetime(2026, 11, 20, 17, 40, tzinfo=UTC)
LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@dataclass(frozen=True)
class Picture:
    """`person` reads in `language`; `show` brings the page to what is to be seen."""

    name: str
    show: Callable[[Visitor], None]
    person: str | None
    language: str
    options: dict[str, Any]


def door(visitor: Visitor) -> None:
    visitor.open()
    visitor.page.get_by_role("heading", level=1).wait_for()


def rooms(visitor: Visitor) -> None:
    visitor.open()
    visitor.page.locator(".room-row").first.wait_for()


def room(key: str) -> Callable[[Visitor], None]:
    def show(visitor: Visitor) -> None:
        visitor.enter(key)
        visitor.page.locator(".message[id]").last.wait_for()

    return show


def offline(visitor: Visitor) -> None:
    room("p1")(visitor)
    visitor.context.set_offline(True)
    visitor.banner.wait_for()
    for text in ("Управо улазим у тунел, али видим твоје питање.", "Престижем је тек кад кренем да шапћем. 🙂"):
        visitor.field.fill(text)
        visitor.page.get_by_role("button", name="Пошаљи").click()
    expect(visitor.pending).to_have_count(2)


def readers(visitor: Visitor) -> None:
    room("t7")(visitor)
    visitor.page.locator(".room-head button[aria-haspopup=dialog]:not(.round)").click()
    visitor.page.get_by_role("dialog").wait_for()


def overview(visitor: Visitor) -> None:
    visitor.open("/programmes/krugovi-2026")
    visitor.page.locator(".office h2").first.wait_for()


def home(visitor: Visitor) -> None:
    visitor.open()
    visitor.page.locator(".home-part >> visible=true").first.wait_for()


def place(key: str, name: str) -> Callable[[Visitor], None]:
    def show(visitor: Visitor) -> None:
        visitor.open(f"/rooms/{key}/{name}")
        visitor.page.locator("section.thing").first.wait_for()

    return show


def choosing(visitor: Visitor) -> None:
    visitor.open("/programmes/krugovi-druga/matching")
    visitor.page.get_by_role("button", name="Begin", exact=True).click()
    visitor.page.locator(".need-card .option").first.wait_for()
    visitor.page.mouse.move(1420, 600)
    visitor.page.mouse.wheel(0, 290)


def looking(visitor: Visitor) -> None:
    visitor.open("/looking/krugovi-druga/mentee")
    visitor.page.locator(".looking form").wait_for()


PICTURES = (
    Picture("team-1440-light", overview, "vesna", "en", LAPTOP),
    Picture("choosing-1440-light", choosing, "vesna", "en", LAPTOP),
    Picture("looking-360-cyrillic", looking, "vuk", "sr-Cyrl", PHONE),
    Picture("mentee-360-light", home, "nika", "sl", PHONE),
    Picture("room-1440-light", room("t7"), "ipek", "en", LAPTOP),
    Picture("room-360-cyrillic", room("p1"), "djordje", "sr-Cyrl", PHONE),
    Picture("meeting-360-cyrillic", place("p1", "meeting"), "djordje", "sr-Cyrl", PHONE),
    Picture("path-1440-light", place("p1", "path"), "tadeja", "sl", LAPTOP),
    Picture("path-360-dark", place("p1", "path"), "djordje", "sr-Latn", PHONE | {"color_scheme": "dark"}),
    Picture("rooms-360-dark", rooms, "anze", "sl", PHONE | {"color_scheme": "dark"}),
    Picture("door-360-cyrillic", door, None, "sr-RS", PHONE),
    Picture("offline-360-cyrillic", offline, "djordje", "sr-Cyrl", PHONE),
    Picture("readers-1440-dark", readers, "ipek", "en", LAPTOP | {"color_scheme": "dark"}),
)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with stage() as (site, browser):
        for picture in PICTURES:
            file = take(picture, site, browser, FOLDER)
            print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1024:.0f} KiB")


@contextmanager
def stage() -> Iterator[tuple[Site, Browser]]:
    """The demo on its own day, served, and a browser."""
    leash = Leash()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process = AteljeProcess(leash, Path(folder))
        demo = [sys.executable, "-m", "server", "demo", "--now", f"{NOW:%Y-%m-%d}"]
        subprocess.run(demo, cwd=ROOT, env=dict(process._environment()), check=True, capture_output=True)
        with serving(process):
            site = Site(process, playwright)
            site.call("vesna", "room.add_member", room="p6", command_id=site.id(), person="anze", role="guest")
            walk(site)
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
            yield site, browser
            browser.close()
            site.close()
    leash.close()


def walk(site: Site) -> None:
    """What two people have put beside their talk by then."""

    def do(person: str, method: str, **data: Any) -> None:
        site.call(person, method, room="p1", command_id=site.id(), **data)

    do(
        "djordje",
        "room.set_goal",
        text="Турнеја у три града, с техником која стаје у један комби",
        term="long",
        why="Да представа живи и после премијере.",
        sign="Трећи позив је дошао од њих, а не од нас.",
    )
    do("djordje", "room.add_step", what="Питати Крањ за рефлекторе", who="djordje", until="2026-11-27")
    do("tadeja", "room.add_step", what="Poslati primer proračuna", who="tadeja", until=None)
    do(
        "tadeja",
        "room.pin",
        what="link",
        title="Tehnični list, ki ga odri res preberejo",
        link="https://example.org/tehnicni-list",
        why="Za pogovor o Kranju.",
        state="next",
    )


def take(picture: Picture, site: Site, browser: Browser, folder: Path) -> Path:
    context = browser.new_context(locale=picture.language, reduced_motion="reduce", **picture.options)
    visitor = Visitor(context, site.origin)
    if picture.person is not None:
        site.prefer(picture.person, picture.language)
        context.add_cookies([site.cookie(picture.person)])
    visitor.page.clock.set_fixed_time(NOW)
    picture.show(visitor)
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.evaluate("document.fonts.ready")
    file = folder / f"{picture.name}.png"
    visitor.page.screenshot(path=file)
    context.close()
    return file


if __name__ == "__main__":
    main()
