"""What people tell the team, what the team notes of its support, and what it sees."""

from __future__ import annotations

from functools import partial

from starlette.routing import Route

from server.contract.signals import AskForTalk, GiveSupport, SetPulse, SignOfLife, WishSupport
from server.flows import care, overview, seen, support, talks
from server.http.doors import Doors


def routes(doors: Doors, *, to_demo: bool) -> list[Route]:
    """`to_demo`: mail may be written to the demo's people too, since none leaves this machine."""
    ask = partial(talks.ask, to_demo=to_demo)
    return [
        doors.see("/api/v1/cohorts/{cohort}/team", talks.team),
        doors.see_now("/api/v1/cohorts/{cohort}/talks", talks.waiting),
        doors.tell("POST", "/api/v1/cohorts/{cohort}/talks", AskForTalk, ask),
        doors.see("/api/v1/me/talks", talks.mine),
        doors.act("DELETE", "/api/v1/talks/{talk}", talks.take_back),
        doors.act("POST", "/api/v1/talks/{talk}/take", talks.take),
        doors.act("POST", "/api/v1/talks/{talk}/close", talks.close),
        doors.see_now("/api/v1/me/signals", care.mine),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/pulse", SetPulse, care.answer),
        doors.tell("POST", "/api/v1/mentorships/{mentorship}/care", SignOfLife, care.show_life),
        doors.see_now("/api/v1/cohorts/{cohort}/support", support.of_run),
        doors.tell("POST", "/api/v1/cohorts/{cohort}/support", GiveSupport, support.give),
        doors.act("DELETE", "/api/v1/cohorts/{cohort}/support/{support}", support.take_back),
        doors.see("/api/v1/me/support", support.mine),
        doors.tell("POST", "/api/v1/me/support/wish", WishSupport, support.wish),
        doors.see_now("/api/v1/cohorts/{cohort}/overview", overview.overview),
        doors.see_now("/api/v1/cohorts/{cohort}/seen", seen.seen_of),
    ]
