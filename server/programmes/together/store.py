"""All SQL of who is with whom."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, and_, or_, select

from server.programmes.model import EnrolmentRole
from server.programmes.tables import enrolment, partnership


def met_in_runs(connection: Connection, person: str, team: Collection[EnrolmentRole]) -> set[str]:
    """`team`: roles of those whom everybody in a run meets. Coordinators meet everybody besides; for a partner those
    whom it brought in."""
    mine, theirs = enrolment.alias("mine"), enrolment.alias("theirs")
    of_mine = and_(partnership.c.cohort_id == mine.c.cohort_id, partnership.c.organisation_id == mine.c.organisation_id)
    own = or_(
        mine.c.organisation_id.is_(None),
        mine.c.organisation_id == theirs.c.organisation_id,
        partnership.c.role == "lead",
    )
    found = (
        select(theirs.c.person)
        .distinct()
        .join(mine, mine.c.cohort_id == theirs.c.cohort_id)
        .outerjoin(partnership, of_mine)
        .where(mine.c.person == person, or_(theirs.c.role.in_(team), and_(mine.c.role == "coordinator", own)))
    )
    return set(connection.execute(found).scalars())
