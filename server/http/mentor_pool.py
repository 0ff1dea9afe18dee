"""Mentors who may be asked again: my own word, my answer, and whom a run may ask."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.mentor_pool import AnswerPool, AskMeAgain
from server.flows import mentor_pool
from server.flows.mentor_pool import Asking
from server.http.doors import Doors


def routes(doors: Doors, asking: Asking) -> list[Route]:
    return [
        doors.see_now("/api/v1/me/mentor-pool", mentor_pool.mine),
        doors.tell("PUT", "/api/v1/me/mentor-pool/{cohort}", AskMeAgain, mentor_pool.say),
        doors.tell("PUT", "/api/v1/me/mentor-pool/{cohort}/answer", AnswerPool, asking.answer),
        doors.see_now("/api/v1/cohorts/{cohort}/mentor-pool", mentor_pool.of_run),
        doors.act("POST", "/api/v1/cohorts/{cohort}/mentor-pool/{person}", asking.ask),
    ]
