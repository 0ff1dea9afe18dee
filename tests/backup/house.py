"""A database without a server around it, backed up and put back within this process; and what is in it, as one hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

import server.app  # noqa: F401 (registers all tables)
from server.backup.making import Made, back_up
from server.backup.restoring import PutBack, put_back
from server.config import Config, read_config
from server.database import Connection, metadata, open_database

NOW = 1_794_999_600_000
"""ms; 18 November 2026, noon in Ljubljana."""
SETTLED = ("installation", "login", "link", "mail", "set_up_link")
"""The tables that a restore changes on purpose."""
FOLLOWING = ("search_item", "search_head")
"""Filled from the logs beside, a moment after them."""


def config_of(data: Path, url: str = "") -> Config:
    given = {"ATELJE_DATA": str(data)} | ({"ATELJE_DATABASE_URL": url} if url else {})
    return read_config(given, default_data=data, web=data)


async def make(config: Config, target: Path | None = None, keep: int | None = None, now: int = NOW) -> Made:
    return await back_up(config, target, keep, lambda: now)


async def bring_back(config: Config, file: Path, *, replace: bool = False) -> PutBack:
    return await put_back(config, file, lambda: NOW, replace=replace)


async def content(url: str) -> str:
    """Every row of every table that a restore leaves as it is."""
    return await _read(url, _content)


async def rows(url: str, table: Table) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = await _read(
        url, lambda c: [dict(row._mapping) for row in c.execute(select(table).order_by(*table.primary_key))]
    )
    return found


async def _read(url: str, query: Any) -> Any:
    database = open_database(url)
    try:
        return await database.read(query)
    finally:
        await database.close()


def _content(connection: Connection) -> str:
    digest = hashlib.sha256()
    for table in metadata.sorted_tables:
        if table.name not in (*SETTLED, *FOLLOWING):
            for row in connection.execute(select(table).order_by(*(table.primary_key or table.c))):
                digest.update(repr((table.name, *row)).encode())
    return digest.hexdigest()
