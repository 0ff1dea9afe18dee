"""Organisations, programmes and their runs, for who sets them up."""

from __future__ import annotations

from functools import partial

from starlette.routing import Route

from server.contract.programmes import (
    ChangeCohort,
    ChangeOrganisation,
    ChangeProgramme,
    NewCohort,
    NewOrganisation,
    NewProgramme,
    SetCohortState,
    SetCredits,
    SetPartners,
)
from server.flows import founding, organisations
from server.flows.cohort_pages import cohort_page
from server.http.doors import Doors
from server.rooms.service import Rooms

WORDS_BODY = 256 * 1024
"""Bytes; words in twenty languages, or of fifty funders."""


def routes(doors: Doors, rooms: Rooms) -> list[Route]:
    return [
        doors.see("/api/v1/programmes", founding.my_programmes),
        doors.tell("POST", "/api/v1/programmes", NewProgramme, founding.found_programme),
        doors.tell("PUT", "/api/v1/programmes/{programme}", ChangeProgramme, founding.change_programme),
        doors.tell("POST", "/api/v1/programmes/{programme}/cohorts", NewCohort, founding.open_cohort),
        doors.tell("POST", "/api/v1/organisations", NewOrganisation, organisations.add),
        doors.tell("PUT", "/api/v1/organisations/{organisation}", ChangeOrganisation, organisations.change),
        doors.see_now("/api/v1/cohorts/{cohort}", cohort_page),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}", ChangeCohort, founding.change_cohort, WORDS_BODY),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/state", SetCohortState, partial(founding.set_state, rooms)),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/partners", SetPartners, founding.set_partners),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/credits", SetCredits, founding.set_credits, WORDS_BODY),
    ]
