"""What people look for and can give, and the lists that they choose from."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.profiles import SetMyProfile, SetProfile, SetTerms
from server.flows import profiling
from server.http.doors import Doors

PROFILE_BYTES, TERMS_BYTES = 64 * 1024, 256 * 1024


def routes(doors: Doors) -> list[Route]:
    return [
        doors.see("/api/v1/me/profiles/{cohort}/{role}", profiling.mine),
        doors.tell("PUT", "/api/v1/me/profiles/{cohort}/{role}", SetMyProfile, profiling.say, PROFILE_BYTES),
        doors.see("/api/v1/cohorts/{cohort}/profiles", profiling.of_run),
        doors.tell(
            "PUT", "/api/v1/cohorts/{cohort}/profiles/{role}/{person}", SetProfile, profiling.write, PROFILE_BYTES
        ),
        doors.see("/api/v1/cohorts/{cohort}/terms", profiling.terms_of),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/terms", SetTerms, profiling.set_terms, TERMS_BYTES),
    ]
