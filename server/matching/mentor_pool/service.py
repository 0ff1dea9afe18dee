"""The use cases of mentors who may be asked again. Never commits: the writer does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from server.errors import Refused
from server.matching.mentor_pool import rules, store
from server.matching.mentor_pool.model import Asked as Asked
from server.matching.mentor_pool.model import Willing as Willing
from server.matching.mentor_pool.store import asked_of as asked_of
from server.matching.mentor_pool.store import find as find
from server.matching.mentor_pool.store import of_person as of_person
from server.matching.mentor_pool.store import of_programme as of_programme
from server.matching.mentor_pool.store import remove as remove
from server.matching.mentor_pool.store import waiting_for as waiting_for
from server.matching.profiles.model import Profile
from server.unit_of_work import UnitOfWork


def say(unit: UnitOfWork, programme: str, profile: Profile, organisation: str | None, until: date, today: date) -> None:
    """Said anew, a later or an earlier day takes its place. Raises Refused until_invalid."""
    rules.check_until(until, today)
    kept = rules.kept(profile)
    store.put(unit.connection, Willing(programme, profile.person, until, unit.now, kept, organisation))


def ask(unit: UnitOfWork, cohort: str, person: str, by: str) -> bool:
    """Once for a run: False where they were asked before."""
    if store.find(unit.connection, cohort, person) is not None:
        return False
    store.ask(unit.connection, Asked(cohort, person, by, unit.now))
    return True


def answer(unit: UnitOfWork, cohort: str, person: str, *, yes: bool) -> None:
    """Raises Refused act_over where it was answered before."""
    if not store.answer(unit.connection, cohort, person, yes):
        raise Refused("act_over")


def tidy(unit: UnitOfWork) -> None:
    """What holds no more, whichever day it is where they are."""
    store.remove_over(unit.connection, datetime.fromtimestamp(unit.now / 1000, UTC).date() - timedelta(days=1))
