"""What the programme gives to read stands in each room, and goes on the pair's own shelf with one tap."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.sync_api import Locator, expect

from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor

RUN = "krugovi-2026"
ESSAY = {
    "title": "Како почети",
    "whom": "all",
    "language": "sr-Cyrl",
    "link": "https://example.org/kako-poceti",
    "author": "В. Њагул",
    "licence": "CC BY 4.0",
    "first": True,
}
WORDS = {"title": "Three questions", "whom": "mentors", "language": "en", "words": "What would you ask yourself?"}


def part(visitor: Visitor, heading: str) -> Locator:
    return visitor.page.locator("section.thing", has=visitor.page.get_by_role("heading", name=heading))


def test_what_the_programme_gives_is_read_first_and_put_on_the_shelf(site: Site, visit: Visit) -> None:
    version = site.get("vesna", f"cohorts/{RUN}/library")["version"]
    site.put("vesna", f"cohorts/{RUN}/library", {"version": version, "items": [ESSAY, WORDS]})
    # A pair that has met already; for another one it stands first.
    mentor = visit("tadeja", language="en", width=1440).open("/rooms/p1/path")
    mentee = visit("djordje", language="sr-Cyrl", width=360).open("/rooms/p1/path")
    given = part(mentor, "From the programme, to read")
    expect(given.locator(".thing-row")).to_have_count(2)
    expect(given).to_contain_text("В. Њагул · CC BY 4.0")
    given.locator(".thing-row", has_text="Како почети").get_by_role("button", name="Put on the shelf").click()
    expect(given.get_by_role("button", name="Put on the shelf")).to_have_count(1)
    pinned = mentee.page.locator("section.thing", has=mentee.page.locator("#shelf-title")).locator(".thing-row")
    expect(pinned).to_contain_text("Како почети")
    expect(pinned).to_contain_text("В. Њагул · CC BY 4.0")
    expect(pinned.get_by_role("link", name="Како почети")).to_have_attribute("href", ESSAY["link"])
    # What is for mentors alone is not shown to the mentee.
    expect(mentee.page.get_by_text("Three questions")).to_have_count(0)


def test_before_the_first_meeting_it_stands_first(site: Site, visit: Visit) -> None:
    version = site.get("vesna", f"cohorts/{RUN}/library")["version"]
    site.put("vesna", f"cohorts/{RUN}/library", {"version": version, "items": [ESSAY, WORDS]})
    site.post("zvezda", "mentorships/p3/stop")
    anew = [{"person": "zvezda", "role": "mentee"}, {"person": "ljerka", "role": "mentor"}]
    room = site.post("vesna", f"cohorts/{RUN}/mentorships", {"command_id": site.id(), "people": anew})["room"]
    mentee = visit("zvezda", language="en", width=360).open(f"/rooms/{room}/meeting")
    first = part(mentee, "To read before the first meeting")
    expect(first).to_contain_text("Како почети")
    site.call(
        "ljerka",
        "room.hold_meeting",
        room=room,
        command_id=site.id(),
        day=str(datetime.now(UTC).date()),
        minutes=60,
        manner="call",
    )
    expect(first).to_have_count(0)
