"""Silence in a room, and whom it is told to: who was silent for longest, then all of them, then the team.

How long it is quiet is measured here alone, by the newest word of the room. Its members are told the days; the team
learns that the last step has come, on the day after a sign of life that it is over, and neither when somebody wrote nor
who.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from server.accounts.service import names_of, readers
from server.clock import Clock, day_in
from server.contract import signals as contract
from server.contract.signals import SetPulse, SignOfLife, SignOfLifeKind
from server.contract.views import Person
from server.database import Connection, Database
from server.errors import Refused
from server.flows.talks import seeing, taking_part
from server.policy import Actor, CohortSubject, Verb, may
from server.post.model import Template
from server.post.service import Mail, call_back, enqueue_wanted
from server.programmes.care import service as care
from server.programmes.care.service import Watched
from server.programmes.mentorships.service import by_id
from server.programmes.pulse import rules as pulse_rules
from server.programmes.pulse import service as pulse
from server.programmes.sight import service as sight
from server.programmes.sight.service import Run
from server.rooms.reads import newest_words, newest_words_by
from server.unit_of_work import UnitOfWork, Writer

# ── what I am asked ───────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str, now: int) -> contract.MySignals:
    runs = [(run, roles) for run, roles in sight.runs_of(connection, person) if run.state == "running"]
    asked = {run.id: _question(run, roles, now) for run, roles in runs}
    answers = pulse.answers(connection, person, [(id, month) for id, month in asked.items() if month is not None])
    watched = care.watched_of(connection, person)
    shown = dict(zip((one.id for one in watched), _shown(connection, watched, person, now), strict=True))

    def pulse_of(run: Run) -> contract.Pulse | None:
        month = asked[run.id]
        if month is None:
            return None
        word: Any = answers.get((run.id, month))
        return contract.Pulse(month, asked=(run.id, month) not in answers, word=word)

    return contract.MySignals(
        tuple(
            contract.RunSignals(run.id, pulse_of(run), tuple(shown[one.id] for one in watched if one.cohort == run.id))
            for run, _ in runs
        )
    )


def _question(run: Run, roles: Collection[str], now: int) -> Any:
    if not pulse_rules.is_asked(roles, run.state):
        return None
    return pulse.question(run.start, run.end, day_in(now, run.home_zone))


def answer(unit: UnitOfWork, person: str, cohort: str, wanted: SetPulse) -> contract.Pulse:
    """Raises Refused not_found for who takes no part, pulse_not_asked."""
    run, parts = taking_part(unit.connection, person, cohort)
    pulse.answer(
        unit,
        cohort,
        person,
        wanted.month,
        wanted.word,
        roles=tuple(one.role for one in parts),
        state=run.state,
        span=(run.start, run.end),
        today=day_in(unit.now, run.home_zone),
    )
    unit.tell(person, "programme_changed")
    if wanted.word is not None:
        # Of "not this time" they must not even be asked to look.
        _tell_team(unit, cohort, {one.organisation for one in parts})
    return contract.Pulse(wanted.month, asked=False, word=wanted.word)


def show_life(unit: UnitOfWork, person: str, mentorship: str, wanted: SignOfLife) -> contract.Care:
    """Raises Refused not_found for who is not in it, care_not_agreed where nobody watches."""
    one = by_id(unit.connection, mentorship)
    if one is None or not may(Actor(person), Verb.SHOW_LIFE, CohortSubject(concerned=tuple(one.people))):
        raise Refused("not_found")
    if care.watched_one(unit.connection, mentorship) is None:
        raise Refused("care_not_agreed")
    return _shown(unit.connection, [_alive(unit, mentorship, wanted.kind)], person, unit.now)[0]


def met(unit: UnitOfWork, mentorship: str) -> None:
    """Who meets is not silent, whatever they write."""
    if care.watched_one(unit.connection, mentorship) is not None:
        _alive(unit, mentorship, "elsewhere")


def _alive(unit: UnitOfWork, mentorship: str, kind: SignOfLifeKind) -> Watched:
    care.show_life(unit, mentorship, kind)
    call_back(unit, mentorship)
    after = care.watched_one(unit.connection, mentorship)
    assert after is not None
    _tell(unit, after, team=False)
    return after


def _shown(connection: Connection, watched: Sequence[Watched], person: str, now: int) -> list[contract.Care]:
    newest = newest_words(connection, [one.room for one in watched])
    names = names_of(connection, {other for one in watched for other in one.people})
    return [_care(one, newest.get(one.room), names, person, now) for one in watched]


def _care(one: Watched, newest: int | None, names: dict[str, str], person: str, now: int) -> contract.Care:
    life = care.life_of(one, newest)
    steps = care.still_so(one.steps, life)
    return contract.Care(
        mentorship=one.id,
        room=one.room,
        people=tuple(Person(other, names.get(other, "")) for other in one.people),
        steps=care.dates(one, life, day_in(now, one.home_zone)),
        done=steps.step,
        asks_me=care.asks(steps, person),
        said=steps.said if steps.said_at == life else None,
    )


# ── the steps ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class SilenceCare:
    """Looks now and then where a step is due. `to_demo`: mail may be written to the demo's people too."""

    def __init__(self, database: Database, writer: Writer[Any], clock: Clock, *, to_demo: bool) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._to_demo = to_demo

    async def look(self) -> None:
        """One step at most for each mentorship, so that nobody is passed over."""
        now = self._clock()
        for work in await self._database.read(lambda connection: due(connection, now, to_demo=self._to_demo)):
            await self._writer.run(work)


def due(connection: Connection, now: int, *, to_demo: bool) -> list[Callable[[UnitOfWork], None]]:
    """What has to be done now: where somebody has spoken since a step, and where the next one comes."""
    watched = care.watched(connection)
    newest = newest_words(connection, [one.room for one in watched])
    found: list[Callable[[UnitOfWork], None]] = []
    for one in watched:
        life = care.life_of(one, newest.get(one.room))
        today = day_in(now, one.home_zone)
        if care.still_so(one.steps, life) != one.steps:
            if care.begins_anew(one, life, today):
                found.append(partial(_begin_anew, one=one))
        elif care.is_due(one, life, today):
            found.append(partial(_go_on, mentorship=one.id, to_demo=to_demo))
    return found


def _begin_anew(unit: UnitOfWork, one: Watched) -> None:
    if care.begin_anew(unit, one):
        # What waits for the morning would ask about a silence that is over.
        call_back(unit, one.id)
        _tell(unit, one, team=one.steps.step == care.LAST)


def _go_on(unit: UnitOfWork, mentorship: str, *, to_demo: bool) -> None:
    """Asked anew behind the reads: meanwhile somebody may have said something, or the mentorship may rest."""
    one = care.watched_one(unit.connection, mentorship)
    if one is None:
        return
    life = care.life_of(one, newest_words(unit.connection, [one.room]).get(one.room))
    if care.still_so(one.steps, life) != one.steps or not care.is_due(one, life, day_in(unit.now, one.home_zone)):
        return
    asked = care.asked_first(one.people, newest_words_by(unit.connection, one.room)) if one.steps.step == 0 else ()
    if not care.go_on(unit, one, asked):
        return
    came = one.steps.step + 1
    _tell(unit, one, team=came == care.LAST)
    if came < care.LAST:
        _mail(unit, one, asked or tuple(one.people), "quiet_all" if came == care.LAST - 1 else "quiet_one", to_demo)


def _mail(unit: UnitOfWork, one: Watched, people: Collection[str], template: Template, to_demo: bool) -> None:
    theirs = readers(unit.connection, people)
    mails = [
        Mail(template, reader.email, reader.language, reader.zone, person, {"link": f"/room/{one.room}"}, one.id)
        for person, reader in theirs.items()
        if to_demo or not reader.demo
    ]
    enqueue_wanted(unit, template, mails)


def _tell(unit: UnitOfWork, one: Watched, *, team: bool) -> None:
    for person in one.people:
        unit.tell(person, "programme_changed")
    if team:
        parts = sight.parts_of(unit.connection, one.cohort, *one.people)
        _tell_team(unit, one.cohort, {part.organisation for part in parts})


def _tell_team(unit: UnitOfWork, cohort: str, organisations: Collection[str | None]) -> None:
    for person in seeing(unit.connection, cohort, organisations):
        unit.tell(person, "programme_changed")
