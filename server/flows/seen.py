"""What the team sees of me: the same question as its own screen asks, with myself as the scope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.accounts.service import comers
from server.clock import day_in
from server.contract import signals as contract
from server.contract.views import Person
from server.database import Connection
from server.flows import sums, support, talks
from server.flows.overview import names_in, pairs, people_of
from server.flows.talks import seeing, taking_part
from server.programmes.founding import service as founding
from server.programmes.sight import service as sight
from server.programmes.sight.service import Scope
from server.scheduling.appointments import service as appointments


def seen_of(connection: Connection, person: str, cohort: str, now: int) -> contract.SeenOfMe:
    """`now`: ms. Raises Refused not_found for who takes no part."""
    run, parts = taking_part(connection, person, cohort)
    seen = sight.look(connection, run, Scope(person=person), day_in(now, run.home_zone))
    team = seeing(connection, cohort, {one.organisation for one in parts}) - {person}
    beside = {one.organisation for pair in seen.mentorships for one in pair.people}
    pairs_team = seeing(connection, cohort, beside) - {person} - team
    there = comers(connection, people_of(seen) | team | pairs_team, now)
    names = names_in(there)
    words: Mapping[str, Any] = seen.words
    minimums = founding.cohorts(connection, [cohort])[cohort]
    wishes: Mapping[str, Any] = seen.wishes
    return contract.SeenOfMe(
        cohort=cohort,
        organisation_names=dict(run.lead_names),
        team=tuple(Person(one, names.get(one, "")) for one in sorted(team)),
        pairs_team=tuple(Person(one, names.get(one, "")) for one in sorted(pairs_team)),
        parts=tuple(
            contract.SeenPart(one.role, dict(one.organisation_names), there[person].arrival) for one in seen.parts
        ),
        pairs=pairs(seen, names, appointments.dates_of(connection, cohort, now)),
        pulse=words.get(person),
        given=tuple(support.mine_in(connection, person, cohort)),
        wishes=wishes.get(person, ()),
        came=sums.gatherings_of(connection, cohort, person, now),
        least_meetings=minimums.least_meetings,
        least_gatherings=minimums.least_gatherings,
        talks=talks.mine_in(connection, person, cohort),
    )
