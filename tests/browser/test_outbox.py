"""What is said without a network, into a line that died, or to a server that falls over: there once, and in order."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.line import Line
from tests.browser.site import Site, Visit, unread
from tests.browser.visitor import NO_NETWORK, Visitor, counted
from tests.servers import CHROMIUM_ARGUMENTS, wait_until

KNOWN_SECONDS = 1
"""From knowing that the connection is gone to the banner. Asserted at five times that: the machine may be busy."""
SILENCE_SECONDS = 25
"""From the last sign of life to the banner when nothing tells: the server's ping is missed. By the page's clock."""
REPLY_SECONDS = 5
"""From words that nobody answers to the banner. By the page's clock."""

OpenBrowser = Callable[[], Visitor]


# ── closing the browser ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def own_browser(
    site: Site, playwright: Playwright, chromium_path: Path, line: Line, tmp_path: Path
) -> tuple[OpenBrowser, list[Visitor]]:
    """Opens Xhemile's browser, which keeps what it has on disk, and opens it again after it was closed."""
    opened: list[Visitor] = []
    site.prefer("xhemile", "en")
    cookie = site.cookie("xhemile")

    def open_browser() -> Visitor:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "browser",
            executable_path=chromium_path,
            args=CHROMIUM_ARGUMENTS,
            proxy={"server": line.address},
            viewport={"width": 1000, "height": 740},
        )
        if not opened:
            context.add_cookies([cookie])
        opened.append(Visitor(context, site.origin))
        opened[-1].allowed.append(NO_NETWORK)
        return opened[-1]

    return open_browser, opened


def test_words_written_offline_outlive_the_browser_and_arrive_once_in_order(
    visit: Visit, line: Line, own_browser: tuple[OpenBrowser, list[Visitor]]
) -> None:
    open_browser, opened = own_browser
    anze = visit("anze").enter("p5")
    xhemile = open_browser().enter("p5")
    xhemile.say("offline: still with you")
    expect(anze.message("offline: still with you")).to_be_visible()

    line.cut()
    xhemile.context.set_offline(True)
    began = time.monotonic()
    expect(xhemile.banner).to_be_visible(timeout=KNOWN_SECONDS * 5_000)
    print(f"banner {time.monotonic() - began:.2f} s after the connection went")
    written = [f"offline: {word}" for word in ("one", "two", "three")]
    for text in written:
        xhemile.say(text)
    expect(xhemile.pending).to_have_count(3)
    expect(xhemile.banner).to_contain_text(counted("3 messages wait"))
    wait_until(lambda: xhemile.kept() == 3, 10, "all is on the disk")
    xhemile.context.close()

    # Pages come, so that the browser can open one; the live connection does not yet.
    line.carry_pages_only()
    xhemile = open_browser().enter("p5")
    expect(xhemile.banner).to_contain_text(counted("3 messages wait"))
    expect(xhemile.pending).to_have_text([re.compile(text) for text in written])
    assert anze.said("offline:") == ["offline: still with you"]

    line.mend()
    expect(xhemile.pending).to_have_count(0)
    expect(xhemile.banner).to_have_count(0)
    for who in (xhemile, anze):
        expect(who.message("offline: three")).to_be_visible()
        assert who.said("offline:") == ["offline: still with you", *written]
    wait_until(lambda: xhemile.kept() == 0, 10, "nothing is held back")
    for visitor in opened:
        assert visitor.unexpected == []
    xhemile.context.close()


# ── lines that die ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_words_whose_answer_was_lost_are_not_said_twice(visit: Visit, line: Line) -> None:
    luka, cedomir = visit("luka", line=line).enter("p4"), visit("cedomir").enter("p4")
    luka.allowed.append(NO_NETWORK)
    luka.say("answer: there")
    expect(cedomir.message("answer: there")).to_be_visible()
    expect(luka.pending).to_have_count(0)
    line.lose_answers()
    written = [f"answer: {word}" for word in ("one", "two", "three")]
    for text in written:
        luka.say(text)
    expect(cedomir.message("answer: three")).to_be_visible()
    expect(luka.pending).to_have_count(3)
    line.cut()
    expect(luka.banner).to_be_visible()
    line.mend()
    expect(luka.pending).to_have_count(0)
    luka.say("answer: four")
    for who in (luka, cedomir):
        expect(who.message("answer: four")).to_be_visible()
        assert who.said("answer:") == ["answer: there", *written, "answer: four"]
    wait_until(lambda: luka.kept() == 0, 10, "nothing is held back")


def test_writing_into_a_silent_line_is_noticed_and_nothing_is_lost(visit: Visit, line: Line) -> None:
    luka, cedomir = visit("luka", line=line).hold_clock().enter("p4"), visit("cedomir").enter("p4")
    luka.allowed.append(NO_NETWORK)
    luka.say("void: there")
    expect(cedomir.message("void: there")).to_be_visible()
    line.silence()
    luka.say("void: one")
    luka.pass_time(REPLY_SECONDS)
    expect(luka.banner).to_be_visible()
    luka.say("void: two")
    line.mend()
    for who in (luka, cedomir):
        expect(who.message("void: two")).to_be_visible(timeout=30_000)
        assert who.said("void:") == ["void: there", "void: one", "void: two"]


def test_a_silent_line_is_noticed_by_who_only_reads(site: Site, visit: Visit, line: Line) -> None:
    luka = visit("luka", line=line).hold_clock().enter("p4")
    luka.allowed.append(NO_NETWORK)
    site.say("cedomir", "p4", "Only listen for a while.")
    expect(luka.message("Only listen for a while.")).to_be_visible()
    # Nothing of Luka's is under way any more: no answer of which the lack would tell.
    wait_until(lambda: unread(site, "luka", "p4") == 0, 10, "the server knows what was read")
    line.silence()
    luka.pass_time(SILENCE_SECONDS / 2)
    expect(luka.banner).to_have_count(0)
    luka.pass_time(SILENCE_SECONDS)
    expect(luka.banner).to_be_visible()


def test_a_connection_renewed_in_passing_makes_no_alarm(visit: Visit, line: Line) -> None:
    luka = visit("luka", line=line).enter("p4")
    luka.allowed.append(NO_NETWORK)
    luka.page.evaluate(
        "new MutationObserver(() => document.querySelector('.banner') && (window.alarmed = true))"
        ".observe(document.body, {childList: true, subtree: true})"
    )
    with luka.page.expect_websocket():
        line.cut()
        line.mend()
    luka.say("passing: there")
    expect(luka.message("passing: there")).to_be_visible()
    assert luka.page.evaluate("window.alarmed ?? false") is False


# ── a server that falls over ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_server_killed_in_the_middle_of_twenty_messages_has_each_once_and_in_order(
    site: Site, visit: Visit, line: Line
) -> None:
    ines, milica = visit("ines", line=line).enter("p6"), visit("milica").enter("p6")
    for who in (ines, milica):
        who.allowed.append(NO_NETWORK)
    written = [f"killed: {number}" for number in range(1, 21)]
    for text in written[:4]:
        ines.say(text)
    expect(ines.pending).to_have_count(0)
    # These are stored, and nobody will ever have told her.
    line.lose_answers()
    for text in written[4:9]:
        ines.say(text)
    expect(milica.message("killed: 9")).to_be_visible()
    # These have left when it dies, and are stored or not, as it happens.
    site.process.freeze()
    for text in written[9:14]:
        ines.say(text)
    expect(ines.pending).to_have_count(10)
    site.process.thaw()
    time.sleep(0.004)
    site.process.kill()
    line.mend()
    for text in written[14:]:
        ines.say(text)
    expect(ines.banner).to_be_visible()
    site.process.start()

    for who in (ines, milica):
        expect(who.message("killed: 20")).to_be_visible(timeout=30_000)
    expect(ines.pending).to_have_count(0)
    for who in (ines, milica):
        assert who.said("killed:") == written
        expect(who.banner).to_have_count(0)
    wait_until(lambda: ines.kept() == 0, 10, "nothing is held back")
    ines.page.reload()
    expect(ines.message("killed: 20")).to_be_visible()
    assert ines.said("killed:") == written


# ── two tabs ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_one_tab_sends_for_all_and_hands_over_when_it_is_closed(visit: Visit, line: Line) -> None:
    first = visit("zvezda", line=line)
    sent = {"first": posts_sent(first.page)}
    first.enter("p3")
    second = first.other_tab()
    sent["second"] = posts_sent(second.page)
    second.enter("p3")
    ljerka = visit("ljerka").enter("p3")
    first.allowed.append(NO_NETWORK)

    second.say("tabs: from the second")
    for who in (first, second, ljerka):
        expect(who.message("tabs: from the second")).to_be_visible()
    assert (len(sent["first"]), len(sent["second"])) == (1, 0), "the first tab owns the outbox"

    line.cut()
    expect(second.banner).to_be_visible()
    first.say("tabs: one")
    second.say("tabs: two")
    expect(second.pending).to_have_count(2)
    first.page.close()
    line.mend()
    expect(second.pending).to_have_count(0)
    for who in (second, ljerka):
        expect(who.message("tabs: two")).to_be_visible()
        assert who.said("tabs:") == ["tabs: from the second", "tabs: one", "tabs: two"]
    assert len(sent["second"]) == len(set(sent["second"])) == 2, "the second tab sent what the first left"
    wait_until(lambda: second.kept() == 0, 10, "nothing is held back")


def posts_sent(page: Page) -> list[str]:
    """Grows by the command id of each post that this tab sends."""
    ids: list[str] = []

    def read(frame: str | bytes) -> None:
        for line in (frame if isinstance(frame, str) else frame.decode()).splitlines():
            asked = json.loads(line).get("rpc", {})
            if asked.get("method") == "room.post":
                ids.append(asked["data"]["command_id"])

    page.on("websocket", lambda socket: socket.on("framesent", read))
    return ids
