"""Who may hold the way in of somebody who has not come: whoever opens it is that person, with all their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from server.database import Connection
from server.policy import Actor, CohortSubject, Verb, may
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import service as founding
from server.programmes.model import Enrolment


def may_hold(connection: Connection, actor: str, people: Collection[str]) -> set[str]:
    """Those of these people whose every part, in whichever run, is one that the actor may give. One statement, and one
    for each five hundred of them."""
    coordinated = {one.cohort: one for one in founding.coordinated_by(connection, actor)}

    def may_give(part: Enrolment) -> bool:
        mine = coordinated.get(part.cohort)
        if mine is None:
            return False
        own = (actor,) if part.organisation == mine.organisation else ()
        return may(Actor(actor), Verb.ENROL, CohortSubject(leads=(actor,) if mine.leads else (), own=own))

    parts: defaultdict[str, list[Enrolment]] = defaultdict(list)
    for part in enrolments.everywhere(connection, sorted(people)):
        parts[part.person].append(part)
    return {person for person in people if all(map(may_give, parts[person]))}
