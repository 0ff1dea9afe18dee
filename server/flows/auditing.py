"""Who did what in a run, for its team; and about oneself, for everybody."""

from __future__ import annotations

from collections.abc import Sequence

from server.accounts.service import names_of
from server.contract import programmes as contract
from server.contract.programmes import Audit
from server.contract.views import Person
from server.database import Connection
from server.flows.cohort_pages import cohort_seen
from server.matching.selection import service as selection
from server.programmes.audit.service import Act, acts_of_cohort, acts_of_person
from server.programmes.enrolments import service as enrolments


def of_cohort(connection: Connection, actor: str, cohort: str, before: str | None) -> Audit:
    """For a partner's coordinator what is about their own people, about nobody, and about themselves. Raises Refused
    not_found for who does not coordinate the run."""
    who = cohort_seen(connection, actor, cohort)
    own = None
    if not who.leads:
        parts = enrolments.of_cohort(connection, cohort)
        own = {part.person for part in parts if who.brought_in(part)} | {actor}
    acts, earlier = acts_of_cohort(connection, cohort, before, own)
    # Whatever was done with an application that the actor has a conflict with is nothing to them either.
    hidden = selection.conflicts_of(connection, actor)
    return _shown(connection, [act for act in acts if act.about not in hidden], earlier)


def of_person(connection: Connection, person: str, before: str | None) -> Audit:
    return _shown(connection, *acts_of_person(connection, person, before))


def _shown(connection: Connection, acts: Sequence[Act], earlier: bool) -> Audit:
    names = names_of(connection, {person for act in acts for person in (act.by, act.about) if person is not None})

    def person(id: str | None) -> Person | None:
        return None if id is None else Person(id, names.get(id, ""))

    return Audit(
        tuple(contract.Act(act.id, act.at, act.kind, person(act.by), person(act.about), act.role) for act in acts),
        earlier,
    )
