"""Notifications on a device: turned on, tried out, shown with the same words for everything, turned off."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.conftest import OpenSite
from tests.browser.site import Site, Visit
from tests.browser.test_accessibility import accessible, narrow
from tests.post.push_service import PushService, push_service
from tests.servers import AteljeProcess, Leash, serving, wait_until

NO_PUSH_SERVICE = """
  PushManager.prototype.getSubscription = async () => null;
  PushManager.prototype.subscribe = async (options) => {
    window.subscribedWith = options;
    return { endpoint: "%s", options, unsubscribe: async () => true };
  };
"""
"""The browser of the tests has none: the address that it would give is that of ours."""


@pytest.fixture(scope="module")
def open_site(
    leash: Leash, playwright: Playwright, demo_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> OpenSite:
    @contextlib.contextmanager
    def open_one() -> Iterator[Site]:
        environment = {"ATELJE_OUTSIDE": "push,loopback"}
        folder = tmp_path_factory.mktemp("atelje")
        process = AteljeProcess(leash, folder, environment=environment, arguments=("serve", "--demo"))
        shutil.copytree(demo_data, process.data)
        with serving(process):
            site = Site(process, playwright)
            yield site
            site.close()

    return open_one


@pytest.fixture
def service() -> Iterator[PushService]:
    """In a thread: the browser's own keeps this one."""
    opened = threading.Event()
    found: list[tuple[PushService, asyncio.Event, asyncio.AbstractEventLoop]] = []

    async def serve() -> None:
        over = asyncio.Event()
        async with push_service() as service:
            found.append((service, over, asyncio.get_running_loop()))
            opened.set()
            await over.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert opened.wait(5)
    ((service, over, loop),) = found
    yield service
    loop.call_soon_threadsafe(over.set)
    thread.join(5)


def shown(page: Page) -> Any:
    """The notifications that stand on the device."""
    return page.evaluate(
        "navigator.serviceWorker.ready.then(worker => worker.getNotifications())"
        ".then(all => all.map(({ title, body, lang, tag }) => ({ title, body, lang, tag })))"
    )


def test_a_device_is_told_with_one_sentence_in_its_language(site: Site, visit: Visit, service: PushService) -> None:
    nika = visit("nika", "sl", permissions=["notifications"], width=360, color_scheme="dark")
    nika.context.add_init_script(NO_PUSH_SERVICE % service.endpoint("nikas"))
    tools = nika.context.new_cdp_session(nika.open("/me").page)
    registered: list[Any] = []
    tools.on("ServiceWorker.workerRegistrationUpdated", lambda said: registered.extend(said["registrations"]))
    tools.send("ServiceWorker.enable")
    page = nika.page
    page.get_by_role("button", name="Vklopi na tej napravi").click()
    expect(page.get_by_text("Ta naprava odslej sporoča.")).to_be_visible()
    told = site.get("nika", "me/push")
    assert page.evaluate("subscribedWith.applicationServerKey") == told["key"]
    assert page.evaluate("subscribedWith.userVisibleOnly") is True

    page.get_by_role("button", name="Pošlji poskus").click()
    expect(page.get_by_text("Poskus je na poti.")).to_be_visible()
    wait_until(lambda: bool(service.taken), 15, "the push")
    (taken,) = service.taken
    assert (taken.path, taken.body, taken.key) == ("/nikas", b"", told["key"])

    assert shown(page) == []
    worker = {"origin": site.origin, "registrationId": registered[-1]["registrationId"], "data": ""}
    for _ in range(3):
        tools.send("ServiceWorker.deliverPushMessage", worker)
    wait_until(lambda: shown(page) != [], 15, "the notification")
    assert shown(page) == [{"title": "V Ateljeju je nekaj novega", "body": "", "lang": "sl", "tag": "atelje"}]

    page.get_by_role("button", name="Izklopi", exact=True).click()
    expect(page.get_by_text("Ta naprava ne sporoča več.")).to_be_visible()
    assert site.get("nika", "me/push")["devices"] == []


def test_another_language_gives_the_device_other_words(site: Site, visit: Visit, service: PushService) -> None:
    ines = visit("ines", "hr", permissions=["notifications"])
    ines.context.add_init_script(NO_PUSH_SERVICE % service.endpoint("ines"))
    page = ines.open("/me").page
    page.get_by_role("button", name="Uključi na ovom uređaju").click()
    expect(page.get_by_text("Ovaj uređaj odsad javlja.")).to_be_visible()
    site.prefer("ines", "mk")
    ines.open("/")
    words = (
        "navigator.serviceWorker.ready.then(worker => (worker.installing ?? worker.waiting ?? worker.active).scriptURL)"
    )
    wait_until(lambda: "language=mk" in str(page.evaluate(words)), 15, "the new words")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pictures_for_phones_fit_on_one(visit: Visit, scheme: str) -> None:
    page = visit("tadeja", width=360, color_scheme=scheme).open("/me").page
    page.get_by_text("How it is done on a phone, in pictures").click()
    expect(page.get_by_text("In Safari, open Atelje")).to_be_visible()
    accessible(page)
    narrow(page)


def test_quiet_hours_are_chosen_by_keyboard(site: Site, visit: Visit) -> None:
    page = visit("tadeja").open("/me").page
    page.get_by_label("From", exact=True).fill("20:30")
    page.get_by_label("From", exact=True).press("Enter")
    expect(page.get_by_text("Quiet from now on in these hours.")).to_be_visible()
    assert site.get("tadeja", "me/quiet-hours") == {"since": "20:30", "until": "08:00"}
