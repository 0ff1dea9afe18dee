"""A house with one open room `r` of Ana and Bor, on each database."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.rooms.house import House, open_house


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    async with open_house(database_url) as house:
        await house.open()
        yield house
