"""An empty house of the post, on each database."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.post.house import House, open_house


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    async with open_house(database_url) as house:
        yield house
