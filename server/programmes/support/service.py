"""The use cases of support. Never commits: the writer does."""

from __future__ import annotations

from datetime import date

from server.ids import new_id
from server.programmes.support import rules, store
from server.programmes.support.model import LEVELS as LEVELS
from server.programmes.support.model import Support, SupportLevel
from server.programmes.support.store import by_id as by_id
from server.programmes.support.store import given_in as given_in
from server.programmes.support.store import given_to as given_to
from server.programmes.support.store import wishes_of as wishes_of
from server.programmes.words import clean_line
from server.unit_of_work import UnitOfWork


def give(
    unit: UnitOfWork,
    cohort: str,
    person: str,
    level: SupportLevel,
    day: date,
    words: str,
    given_by: str,
    *,
    start: date,
    today: date,
) -> Support:
    """`start`: the run's first day. Raises Refused day_invalid, text_…."""
    rules.check_day(day, start, today)
    new = Support(new_id(), cohort, person, level, day, clean_line(words, rules.WORDS_LIMIT), given_by)
    store.add(unit.connection, new)
    store.end_wish(unit.connection, cohort, person, level)
    return new


def take_back(unit: UnitOfWork, one: Support) -> None:
    store.remove(unit.connection, one.id)


def wish(unit: UnitOfWork, cohort: str, person: str, level: SupportLevel, *, wished: bool) -> None:
    if wished:
        store.wish(unit.connection, cohort, person, level, unit.now)
    else:
        store.end_wish(unit.connection, cohort, person, level)
