"""All SQL of the public pages. Plain functions of a connection."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from server.contract.alumni import PageLink
from server.programmes.founding.store import credits_of
from server.programmes.pages.model import Origin, Page
from server.programmes.pages.tables import public_page
from server.programmes.store import read_words, written
from server.programmes.tables import cohort, enrolment, programme

_links = msgspec.json.Decoder(tuple[PageLink, ...]).decode


def takes_part(connection: Connection, person: str, cohort_id: str) -> bool:
    mine = (enrolment.c.cohort_id == cohort_id, enrolment.c.person == person)
    return connection.execute(select(enrolment.c.role).where(*mine).limit(1)).first() is not None


def of_person(connection: Connection, person: str) -> Page | None:
    return _find(connection, public_page.c.person == person)


def by_slug(connection: Connection, slug: str) -> Page | None:
    return _find(connection, public_page.c.slug == slug)


def _find(connection: Connection, which: ColumnElement[bool]) -> Page | None:
    row = connection.execute(select(public_page).where(which)).first()
    return None if row is None else _page(row)


def _page(row: Row[Any]) -> Page:
    return Page(
        person=row.person,
        slug=row.slug,
        name=row.name,
        words=read_words(row.words),
        links=_links(row.links),
        cohort=row.cohort_id,
        until=date.fromisoformat(row.until),
        listed=bool(row.listed),
    )


def put(connection: Connection, one: Page) -> None:
    """In place of the person's earlier one."""
    remove(connection, one.person)
    connection.execute(
        insert(public_page).values(
            person=one.person,
            slug=one.slug,
            name=one.name,
            words=written(one.words),
            links=msgspec.json.encode(one.links).decode(),
            cohort_id=one.cohort,
            until=one.until.isoformat(),
            listed=one.listed,
        )
    )


def remove(connection: Connection, person: str) -> None:
    connection.execute(delete(public_page).where(public_page.c.person == person))


def origin(connection: Connection, cohort_id: str) -> Origin:
    """Credits in the order in which they are shown."""
    found = select(programme.c.names).join(cohort, cohort.c.programme_id == programme.c.id)
    names = read_words(connection.execute(found.where(cohort.c.id == cohort_id)).scalar_one())
    return Origin(names, credits_of(connection, cohort_id))
