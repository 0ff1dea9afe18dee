"""A person's public page: set, taken away, and shown to whoever comes by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from server.accounts.service import readers
from server.clock import day_in
from server.contract.alumni import MyPage, PageLink, SetPage
from server.contract.alumni import Page as PageShape
from server.contract.commands import Done
from server.database import Connection
from server.errors import Refused
from server.languages import best_language
from server.post.latin import latin
from server.programmes.pages import service as pages
from server.programmes.pages.service import Page
from server.unit_of_work import UnitOfWork

# ── one's own ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str, now: int) -> MyPage:
    found = pages.of_person(connection, person)
    return MyPage(None if found is None else _shape(found, day_in(now, _zone(connection, person))))


def put(unit: UnitOfWork, person: str, wanted: SetPage) -> MyPage:
    """In place of the one before. Raises Refused not_found for a run that is not theirs, slug_taken, slug_invalid,
    web_address_invalid, until_invalid, language_unknown, text_…"""
    zone = _zone(unit.connection, person)
    made = pages.put(unit, person, zone, wanted)
    unit.tell(person, "programme_changed")
    return MyPage(_shape(made, day_in(unit.now, zone)))


def remove(unit: UnitOfWork, person: str) -> Done:
    pages.remove(unit.connection, person)
    unit.tell(person, "programme_changed")
    return Done()


def _zone(connection: Connection, person: str) -> str:
    there = readers(connection, [person])
    if person not in there:
        raise Refused("not_found")
    return there[person].zone


def _shape(one: Page, today: date) -> PageShape:
    return PageShape(
        slug=one.slug,
        name=one.name,
        words=dict(one.words),
        cohort=one.cohort,
        until=one.until,
        links=tuple(one.links),
        listed=one.listed,
        over=one.until < today,
    )


# ── for everybody ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Thanks:
    """To a funder. `words` and `disclaimer` may be empty."""

    funder: str
    words: str
    disclaimer: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as a visitor reads it, in `language`."""

    language: str
    name: str
    words: str
    links: Sequence[PageLink]
    programme: str
    thanks: Sequence[Thanks]
    until: date
    listed: bool


def public(connection: Connection, slug: str, wishes: Sequence[str], now: int) -> Shown | None:
    """In the first of the wished languages that it is there in, else in the nearest. None where there is none, when its
    last day is past, or when its person may not come in any more or was taken out of the run that it names."""
    found = pages.by_slug(connection, slug)
    whose = None if found is None else readers(connection, [found.person]).get(found.person)
    if found is None or whose is None or not pages.takes_part(connection, found.person, found.cohort):
        return None
    today = day_in(now, whose.zone)
    if found.until < today:
        return None
    there = _both_scripts(found.words)
    language = next((one for one in wishes if one in there), best_language(there, wishes[0] if wishes else "en"))
    origin = pages.origin(connection, found.cohort)
    return Shown(
        language=language,
        name=found.name,
        words=there[language],
        links=found.links,
        programme=_in(origin.programme_names, language),
        thanks=[
            Thanks(one.funder, _in(one.words, language), _in(one.disclaimer, language))
            for one in pages.holding(origin.credits, today)
        ],
        until=found.until,
        listed=found.listed,
    )


def _in(words: Mapping[str, str], language: str) -> str:
    there = _both_scripts(words)
    return there[best_language(there, language)] if there else ""


def _both_scripts(words: Mapping[str, str]) -> dict[str, str]:
    """What is written in Serbian Cyrillic is there in Latin letters too."""
    if "sr-Cyrl" not in words:
        return dict(words)
    return {**words, "sr-Latn": words.get("sr-Latn") or latin(words["sr-Cyrl"])}
