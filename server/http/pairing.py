"""Mentorships and groups, for who coordinates the run and for who wants no more of one."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.programmes import AddMentor, Circle, OpenCircle, OpenMentorship, SetMentorshipState
from server.flows.circles import open_circle
from server.flows.pairing import Pairing
from server.http.doors import Doors
from server.unit_of_work import UnitOfWork


def routes(doors: Doors, pairing: Pairing) -> list[Route]:
    def open_group(unit: UnitOfWork, actor: str, cohort: str, wanted: OpenCircle) -> Circle:
        return open_circle(unit, pairing.rooms, actor, cohort, wanted)

    return [
        doors.tell("POST", "/api/v1/cohorts/{cohort}/circles", OpenCircle, open_group),
        doors.tell("POST", "/api/v1/cohorts/{cohort}/mentorships", OpenMentorship, pairing.open),
        doors.tell("PUT", "/api/v1/mentorships/{mentorship}/state", SetMentorshipState, pairing.set_state),
        doors.tell("POST", "/api/v1/mentorships/{mentorship}/mentors", AddMentor, pairing.add_mentor),
        doors.act("POST", "/api/v1/mentorships/{mentorship}/stop", pairing.stop),
    ]
