"""Proposals: for who is asked, and for the team."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.proposals import AnswerQuestion, AskOfProposal, NewProposal, SayToProposal
from server.flows import proposal_views
from server.flows.proposing import Proposing
from server.http.doors import Doors

WORDS = 16 * 1024
"""Bytes of a question: 2 000 letters of any script."""


def routes(doors: Doors, proposing: Proposing) -> list[Route]:
    return [
        doors.see("/api/v1/cohorts/{cohort}/proposals", proposal_views.of_run),
        doors.tell("POST", "/api/v1/cohorts/{cohort}/proposals", NewProposal, proposing.make),
        doors.act("DELETE", "/api/v1/proposals/{proposal}", proposing.take_back),
        doors.tell("POST", "/api/v1/proposals/{proposal}/questions", AnswerQuestion, proposing.answer_question, WORDS),
        doors.see_now("/api/v1/me/proposals", proposal_views.mine),
        doors.tell("PUT", "/api/v1/me/proposals/{proposal}", SayToProposal, proposing.say),
        doors.tell("POST", "/api/v1/me/proposals/{proposal}/questions", AskOfProposal, proposing.ask, WORDS),
    ]
