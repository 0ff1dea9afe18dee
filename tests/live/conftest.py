"""Tests with sockets run on both transports; those whose module says so also on both event loops."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping

import pytest
import uvloop

from tests.live.serving import Serving, Transport


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    factories = {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}
    return {name: factories[name] for name in getattr(getattr(item, "module", None), "LOOPS", ("uvloop",))}


@pytest.fixture(params=["adopted", "plain"])
def transport(request: pytest.FixtureRequest) -> Transport:
    chosen: Transport = request.param
    return chosen


@pytest.fixture
async def serving(transport: Transport) -> AsyncIterator[Serving]:
    """A node on a port, with deadlines short enough to wait for in a test that is about them."""
    async with Serving.start(transport) as serving:
        yield serving
