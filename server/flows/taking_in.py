"""Who was told a yes is brought into the run: invited, enrolled, and with the profile that their answers are."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from server.contract import selecting as contract
from server.contract.programmes import EnrolPeople, NewPart
from server.contract.selecting import TakeIn
from server.database import Database
from server.errors import Refused
from server.flows import selecting
from server.flows.enrolling import Enrolling
from server.flows.reviewing import sent_to, tell_team
from server.flows.selecting import decider
from server.matching.calls import service as calls
from server.matching.calls.service import Answer, Application, Feeds
from server.matching.profiles import service as profiles
from server.matching.selection import service as selection
from server.matching.selection.service import TakingIn
from server.matching.terms import service as terms
from server.matching.terms.model import Kind
from server.programmes.founding import service as founding
from server.programmes.repeats import service as repeats
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.selection")

THERE = ("already_enrolled",)
"""Refusals after which they take part all the same."""
AT_ONCE = 100


def take_in(unit: UnitOfWork, actor: str, call: str, wanted: TakeIn) -> contract.Selection:
    """Soon after, one by one. Raises Refused not_found, command_conflict, organisation_unknown, not_told_yet."""
    who = decider(unit.connection, actor, call)
    asked = repeats.digest(wanted, call)
    if repeats.made_before(unit, actor, wanted.command_id, asked) is None:
        partners = founding.partners(unit.connection, [who.call.cohort]).get(who.call.cohort, {})
        if wanted.organisation is not None and wanted.organisation not in partners:
            raise Refused("organisation_unknown")
        seen = {one.id for one in sent_to(unit.connection, who.call) if who.sees(one) and one.outcome == "yes"}
        told = {one.application for one in selection.sendings(unit.connection, call) if one.outcome == "yes"}
        if not set(wanted.applications) <= seen & told:
            raise Refused("not_told_yet")
        selection.take_in(unit, call, actor, wanted.applications, wanted.organisation)
        repeats.keep(unit, actor, wanted.command_id, asked, call)
        tell_team(unit, who.call.cohort)
    return selecting.of_call(unit.connection, actor, call)


@dataclass(frozen=True, slots=True)
class Arriving:
    """Brings them in, each in a transaction of its own: what is wrong with one keeps nobody else out."""

    database: Database
    writer: Writer[Any]
    enrolling: Enrolling

    async def bring_all(self) -> None:
        while waiting := await self.database.read(lambda connection: selection.to_take_in(connection, AT_ONCE)):
            await self._bring(waiting)

    async def _bring(self, waiting: Sequence[TakingIn]) -> None:
        for one in waiting:
            try:
                await self.writer.run(partial(self._bring_in, application_id=one.application))
            except Refused as refused:
                code = refused.code
                log.warning("somebody was not brought in", extra={"application": one.application, "code": code})
                await self.writer.run(partial(_end, application_id=one.application, code=code))

    def _bring_in(self, unit: UnitOfWork, application_id: str) -> None:
        asked, one = (
            selection.taking_in_of(unit.connection, application_id),
            calls.application(unit.connection, application_id),
        )
        if asked is None or asked.state != "waiting":
            return
        if one is None:
            selection.forget(unit.connection, [application_id])
            return
        part = NewPart(one.name, one.email, one.part, one.language, asked.organisation)
        wanted = EnrolPeople(f"in.{one.id}.{asked.asked_at}", (part,))
        came = self.enrolling.enrol(unit, asked.asked_by, one.cohort, wanted).people[0].part.person.id
        _begin_profile(unit, one, came)
        _end_well(unit, one)


def _begin_profile(unit: UnitOfWork, one: Application, person: str) -> None:
    """What they answered is the beginning of what they say there, and their own words: nobody wrote it for them. What
    they have said already stays."""
    call = calls.find_call(unit.connection, one.call)
    before = profiles.of_person(unit.connection, one.cohort, person, one.part)
    if call is None or before.version > 1:
        return
    fed = {question.feeds: one.answers[question.key] for question in calls.asked_of(call, one.part)
           if question.feeds is not None and one.answers.get(question.key)}  # fmt: skip
    if fed:
        kinds = terms.of_cohort(unit.connection, one.cohort).kinds
        profiles.put(unit, replace(before, **_fields(fed, kinds)))


def _fields(fed: Mapping[Feeds, Answer], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """By field of a profile. Of terms those that the run still has; of a language the best that was said."""
    found: dict[str, Any] = {}
    for name, answer in fed.items():
        match answer:
            case str() if name == "country":
                found[name] = answer
            case str():
                found[name] = answer[: profiles.WORDS_LIMIT]
            case tuple():
                known = [key for key in answer if kinds.get(key) == profiles.FIELDS.get(name)]
                found[name] = tuple(known[: profiles.CHOSEN])
            case _:
                found[name] = {
                    tag.partition("-")[0]: level for tag, level in sorted(answer.items(), key=lambda o: o[1])
                }
    return found


def _end(unit: UnitOfWork, application_id: str, code: str) -> None:
    one = calls.application(unit.connection, application_id)
    selection.end_taking_in(unit, application_id, None if code in THERE else code)
    if one is not None:
        tell_team(unit, one.cohort, one.id)


def _end_well(unit: UnitOfWork, one: Application) -> None:
    selection.end_taking_in(unit, one.id)
    tell_team(unit, one.cohort, one.id)
