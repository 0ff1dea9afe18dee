"""What a person takes part in. A bounded number of statements, however many runs that are."""

from __future__ import annotations

from server.contract.programmes import Circle, MyMentorship, MyPart, MyParts
from server.database import Connection
from server.flows.cohort_pages import card, help_view
from server.programmes.circles import service as circles
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import service as founding
from server.programmes.mentorships import service as mentorships
from server.programmes.model import Cohort, Mentorship


def my_parts(connection: Connection, person: str) -> MyParts:
    parts = enrolments.of_person(connection, person)
    ids = list(dict.fromkeys(part.cohort for part in parts))
    runs = founding.cohorts(connection, ids)
    programmes = founding.programmes(connection, {run.programme for run in runs.values()})
    partners = founding.partners(connection, ids)
    leads = {id: next((one for one, role in theirs.items() if role == "lead"), "") for id, theirs in partners.items()}
    organisations = founding.organisations(connection, set(leads.values()))
    walks, groups = mentorships.of_person(connection, person), circles.of_person(connection, person)

    def one(run: Cohort) -> MyPart:
        lead = organisations.get(leads.get(run.id, ""))
        return MyPart(
            cohort=card(run),
            programme_names=dict(programmes[run.programme].names),
            organisation_names={} if lead is None else dict(lead.names),
            roles=tuple(part.role for part in parts if part.cohort == run.id),
            help=help_view(run.help),
            silence_days=run.silence_days,
            mentorships=tuple(_walk(walk, person) for walk in walks if walk.cohort == run.id),
            circles=tuple(Circle(*opened) for opened in groups.get(run.id, ())),
        )

    newest_first = sorted(runs.values(), key=lambda run: (run.start, run.id), reverse=True)
    return MyParts(tuple(map(one, newest_first)))


def _walk(one: Mentorship, person: str) -> MyMentorship:
    return MyMentorship(one.id, one.room, one.people[person], one.state)
