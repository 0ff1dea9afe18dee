"""What every test with a browser may ask for: a server with the demo programme, and people in front of it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.line import Line
from tests.browser.site import Site, Visit
from tests.browser.visitor import Visitor
from tests.conftest import is_second_try
from tests.servers import CHROMIUM_ARGUMENTS, ROOT, AteljeProcess, Leash, serving

PATIENCE_MS = 15_000
"""Until something that will come has come, on a machine that is busy."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """The client is built by a chore before the tests; without it every page would be a sentence saying so."""
    if not (ROOT / "web" / "dist" / "index.html").is_file():
        pytest.fail("the browser client is not built: make web/dist/index.html", pytrace=False)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """For one module at a time: while it runs, its thread can run no other event loop."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def chromium(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_ARGUMENTS)
    yield browser
    browser.close()


OpenSite = Callable[[], contextlib.AbstractContextManager[Site]]


@pytest.fixture(scope="session")
def demo_data(leash: Leash, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a server with the demo programme in it, to be copied: to load it takes seconds."""
    process = AteljeProcess(leash, tmp_path_factory.mktemp("demo"), arguments=("serve", "--demo"))
    process.start()
    process.stop()
    return process.data


@pytest.fixture(scope="module")
def open_site(
    leash: Leash, playwright: Playwright, demo_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> OpenSite:
    @contextlib.contextmanager
    def open_one() -> Iterator[Site]:
        process = AteljeProcess(leash, tmp_path_factory.mktemp("atelje"), arguments=("serve", "--demo"))
        shutil.copytree(demo_data, process.data)
        with serving(process):
            site = Site(process, playwright)
            yield site
            site.close()

    return open_one


@pytest.fixture(scope="module")
def shared_site(open_site: OpenSite) -> Iterator[Site]:
    with open_site() as site:
        yield site


@pytest.fixture
def site(shared_site: Site, open_site: OpenSite, request: pytest.FixtureRequest) -> Iterator[Site]:
    """The demo programme, served; the tests of a module share it. A test may kill it, the next finds it running."""
    if is_second_try(request):
        with open_site() as fresh:
            yield fresh
    else:
        yield shared_site
        shared_site.process.heal()


@pytest.fixture
def visit(site: Site, chromium: Browser) -> Iterator[Visit]:
    """`visit("nika", language="en", width=360, …)`: somebody signed in, in a browser of their own; without a person,
    nobody yet. Further arguments are Playwright's for a context. After the test no browser may have complained."""
    visitors: list[Visitor] = []

    def open_browser(
        person: str | None = None, language: str = "en", *, width: int = 1000, height: int = 740, **options: Any
    ) -> Visitor:
        if (line := options.pop("line", None)) is not None:
            options["proxy"] = {"server": line.address}
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(PATIENCE_MS)
        visitor = Visitor(context, site.origin)
        visitors.append(visitor)
        if person is not None:
            site.prefer(person, language)
            context.add_cookies([site.cookie(person)])
        return visitor

    yield open_browser
    for visitor in visitors:
        visitor.context.close()
    unexpected = [fault for visitor in visitors for fault in visitor.unexpected]
    assert unexpected == [], "\n".join(unexpected)


@pytest.fixture
def line() -> Iterator[Line]:
    """For `visit(…, line=line)`."""
    line = Line()
    yield line
    line.close()
