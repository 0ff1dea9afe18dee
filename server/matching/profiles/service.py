"""The use cases of profiles. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from server.database import Connection
from server.errors import Refused
from server.matching.profiles import rules, store
from server.matching.profiles.model import Profile as Profile
from server.matching.profiles.model import Role as Role
from server.matching.profiles.rules import CHOSEN as CHOSEN
from server.matching.profiles.rules import FIELDS as FIELDS
from server.matching.profiles.rules import TEAM_WORDS_LIMIT as TEAM_WORDS_LIMIT
from server.matching.profiles.rules import WORDS_LIMIT as WORDS_LIMIT
from server.matching.profiles.rules import Missing as Missing
from server.matching.profiles.rules import candidate as candidate
from server.matching.profiles.rules import check as check
from server.matching.profiles.rules import check_known as check_known
from server.matching.profiles.rules import missing as missing
from server.matching.profiles.rules import understood as understood
from server.matching.profiles.rules import without as without
from server.matching.profiles.store import Stored as Stored
from server.matching.profiles.store import exclusions as exclusions
from server.matching.profiles.store import forget_cohort as forget_cohort
from server.matching.profiles.store import heads as heads
from server.matching.profiles.store import of_cohort as of_cohort
from server.matching.profiles.store import people_of as people_of
from server.matching.profiles.store import read as read
from server.matching.profiles.store import stored_of_cohort as stored_of_cohort
from server.matching.terms import service as terms
from server.unit_of_work import UnitOfWork


def of_person(connection: Connection, cohort: str, person: str, role: Role) -> Profile:
    """An empty one (version 1) as long as nothing was said."""
    return store.of_person(connection, cohort, person, role) or Profile(cohort, person, role)


def put(unit: UnitOfWork, one: Profile, by: str | None = None) -> Profile:
    """`version`: the one that was seen, 1 for the first. Words are clean already. `by`: who says it; else the person.
    Gives what holds now, one version on.

    Raises Refused changed_meanwhile, term_unknown, language_unknown, level_unknown, capacity_invalid, too_much_chosen,
    own_exclusion."""
    after = replace(rules.settled(one), version=one.version + 1, said_by=by or one.person, said_at=unit.now)
    rules.check(after)
    rules.check_known(after, terms.of_cohort(unit.connection, one.cohort).kinds)
    if not store.put(unit.connection, after):
        raise Refused("changed_meanwhile")
    return after


def drop_terms(unit: UnitOfWork, cohort: str, gone: Collection[str]) -> None:
    """Whoever chose what is there no more has not chosen it any more."""
    _rewrite(unit, cohort, lambda one: rules.without(one, gone))


def remove(unit: UnitOfWork, cohort: str, person: str, role: str) -> None:
    """Of somebody who takes part no more, and wherever others name them."""
    store.remove(unit.connection, cohort, person, role)
    _rewrite(unit, cohort, lambda one: rules.without_people(one, {person}))


def _rewrite(unit: UnitOfWork, cohort: str, change: rules.Change) -> None:
    for one in store.of_cohort(unit.connection, cohort):
        after = change(one)
        if after != one:
            store.put(unit.connection, replace(after, version=one.version + 1))
