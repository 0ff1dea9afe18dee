"""One's own public page. Never commits: the writer does."""

from __future__ import annotations

from server.clock import day_in
from server.contract.alumni import SetPage
from server.errors import Refused
from server.programmes.pages import store
from server.programmes.pages.model import Origin as Origin
from server.programmes.pages.model import Page as Page
from server.programmes.pages.rules import cleaned
from server.programmes.pages.rules import holding as holding
from server.programmes.pages.store import by_slug as by_slug
from server.programmes.pages.store import of_person as of_person
from server.programmes.pages.store import origin as origin
from server.programmes.pages.store import remove as remove
from server.programmes.pages.store import takes_part as takes_part
from server.unit_of_work import UnitOfWork


def put(unit: UnitOfWork, person: str, zone: str, wanted: SetPage) -> Page:
    """Raises Refused not_found for a run that is not theirs, slug_taken, slug_invalid, web_address_invalid,
    until_invalid, language_unknown, text_…"""
    if not store.takes_part(unit.connection, person, wanted.cohort):
        raise Refused("not_found")
    new = cleaned(wanted, person, day_in(unit.now, zone))
    there = store.by_slug(unit.connection, new.slug)
    if there is not None and there.person != person:
        raise Refused("slug_taken")
    store.put(unit.connection, new)
    return new
