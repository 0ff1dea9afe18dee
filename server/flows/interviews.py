"""Times for an interview: offered by who decides, chosen by the applicant on a page behind a signed link, without an
account, by the clock where they are."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

from server.accounts.service import readers
from server.contract import selecting as contract
from server.contract.selecting import AskForInterview
from server.database import Connection
from server.flows.reviewing import shown, tell_team, titles_of
from server.flows.selecting import decided_by
from server.ids import new_id
from server.languages import best_language
from server.matching.calls import service as calls
from server.matching.calls.service import Application, Call
from server.matching.selection import service as selection
from server.matching.selection.service import Interview
from server.post.service import Mail, call_back, enqueue_all
from server.programmes.audit import service as audit
from server.programmes.repeats import service as repeats
from server.programmes.words import clean_line
from server.unit_of_work import UnitOfWork

PATH = "/interview"
_TOKEN = re.compile(r"([0-9a-v]{26})[.]([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Offered:
    """What an applicant is shown. `title`: of the call, in their language."""

    interview: Interview
    application: Application
    title: str


@dataclass(frozen=True, slots=True)
class Interviews:
    """`key` signs the link: it says which interview it is, and nothing is stored for it."""

    key: bytes
    to_demo: bool

    def ask(
        self, unit: UnitOfWork, actor: str, application: str, wanted: AskForInterview
    ) -> contract.ReviewedApplication:
        """Instead of times that were asked about before. Raises Refused not_found, command_conflict, time_…,
        interview_…, minutes_unlikely, text_…"""
        who, one = decided_by(unit.connection, actor, application)
        asked = repeats.digest(wanted, application)
        if repeats.made_before(unit, actor, wanted.command_id, asked) is None:
            self._ask(unit, actor, who.call, one, wanted)
            repeats.keep(unit, actor, wanted.command_id, asked, one.id)
        return shown(unit.connection, who, one)

    def _ask(self, unit: UnitOfWork, actor: str, call: Call, one: Application, wanted: AskForInterview) -> None:
        place = clean_line(wanted.place, selection.PLACE_LIMIT)
        offer = Interview(new_id(), one.id, actor, unit.now, wanted.minutes, wanted.starts, place)
        offer = selection.ask_for_interview(unit, offer)
        # Who was not told of earlier times yet is told of these alone.
        call_back(unit, one.id)
        values = {"title": _title(call, one), "link": self.path(offer)}
        enqueue_all(unit, [Mail("interview_asked", one.email, one.language, one.zone, None, values, one.id)])
        audit.record(unit, one.cohort, "interview_asked", actor, one.id)
        tell_team(unit, one.cohort, one.id)

    def take_back(self, unit: UnitOfWork, actor: str, application: str) -> contract.ReviewedApplication:
        """The link leads nowhere then. Raises Refused not_found."""
        who, one = decided_by(unit.connection, actor, application)
        selection.take_interview_back(unit, one.id)
        call_back(unit, one.id)
        tell_team(unit, one.cohort, one.id)
        return shown(unit.connection, who, one)

    def path(self, one: Interview) -> str:
        return f"{PATH}/{one.id}.{self._signature(one.id)}"

    def _signature(self, interview: str) -> str:
        # The key signs other things too: the purpose keeps one from passing for another.
        return hmac.new(self.key, f"interview.{interview}".encode(), hashlib.sha256).hexdigest()

    def look(self, connection: Connection, token: str) -> Offered | None:
        """None where there is nothing to answer."""
        parts = _TOKEN.fullmatch(token)
        if parts is None or not hmac.compare_digest(parts[2], self._signature(parts[1])):
            return None
        offer = selection.interview_by_id(connection, parts[1])
        one = None if offer is None else calls.application(connection, offer.application)
        call = None if one is None else calls.find_call(connection, one.call)
        if offer is None or one is None or call is None:
            return None
        return Offered(offer, one, _title(call, one))

    def answer(self, unit: UnitOfWork, token: str, chosen: int | None) -> Offered | None:
        """None as in `look`. Raises Refused time_not_offered, time_over."""
        there = self.look(unit.connection, token)
        if there is None:
            return None
        if (there.interview.state, there.interview.chosen) != ("none_suits" if chosen is None else "chosen", chosen):
            selection.answer_interview(unit, there.interview, chosen)
            self._tell(unit, there)
        return self.look(unit.connection, token)

    def _tell(self, unit: UnitOfWork, there: Offered) -> None:
        """Who asked: that there is an answer, and neither whose nor which."""
        one, asked_by = there.application, there.interview.asked_by
        tell_team(unit, one.cohort, one.id)
        reader = readers(unit.connection, [asked_by]).get(asked_by)
        if reader is not None and (self.to_demo or not reader.demo):
            call_back(unit, there.interview.id)
            values = {"link": f"/selection/{one.call}"}
            mail = Mail(
                "interview_answered", reader.email, reader.language, reader.zone, asked_by, values, there.interview.id
            )
            enqueue_all(unit, [mail])


def _title(call: Call, one: Application) -> str:
    titles = titles_of(call)
    return titles[best_language(titles, one.language)]
