"""A talk with the team: asked for in silence, seen by the one asked, and from the third working day on by a deputy.

Nobody who is or ever was in the room of a mentorship with the asker is among those who can be asked, and whoever comes
into such a room later sees nothing of it any more. Other coordinators never do, whatever they lead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from server.accounts.photos.service import marks_of
from server.accounts.service import names_of, readers
from server.clock import Clock, day_in
from server.contract import signals as contract
from server.contract.commands import Done
from server.contract.programmes import Help
from server.contract.signals import AskForTalk
from server.contract.views import Person
from server.database import Connection, Database
from server.errors import Refused
from server.policy import Actor, CohortSubject, Verb, may
from server.post.service import Mail, enqueue_wanted
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.repeats import service as repeats
from server.programmes.sight import service as sight
from server.programmes.sight.service import Part, Run
from server.programmes.talks import service as talks
from server.programmes.talks.model import TalkRequest
from server.programmes.talks.service import TEAM_ROLES, TeamPart, answerers
from server.rooms.reads import ever_in
from server.unit_of_work import UnitOfWork, Writer

HERE = "/"
"""Where a mail leads: the first screen has it on top."""

# ── asking ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def team(connection: Connection, person: str, cohort: str) -> contract.MyTeam:
    """Raises Refused not_found for who takes no part."""
    run, _ = taking_part(connection, person, cohort)
    parts = _choice(connection, person, cohort)
    people = {one.person: [other for other in parts if other.person == one.person] for one in parts}
    names, marks = readers(connection, people), marks_of(connection, people)
    members = (_member(person, names[person].name, theirs, marks.get(person)) for person, theirs in people.items())
    return contract.MyTeam(tuple(members), help=None if run.help is None else Help(run.help.name, run.help.phone))


def _member(person: str, name: str, parts: Sequence[Part], photo: str | None) -> contract.TeamMember:
    roles: tuple[Any, ...] = tuple(one.role for one in parts)
    return contract.TeamMember(Person(person, name), roles, dict(parts[0].organisation_names), photo)


def ask(unit: UnitOfWork, person: str, cohort: str, wanted: AskForTalk, *, to_demo: bool) -> contract.MyTalk:
    """`to_demo`: mail may be written to the demo's people too. Raises Refused not_found for who takes no part,
    cohort_over, not_to_ask, already_asked, command_conflict."""
    run, parts = taking_part(unit.connection, person, cohort)
    asked = repeats.digest(wanted, cohort)
    made = repeats.made_before(unit, person, wanted.command_id, asked)
    if made is not None:
        return _shown(unit.connection, [_there(unit.connection, made)])[0]
    if run.state == "ended":
        raise Refused("cohort_over")
    choice = [_team_part(one) for one in _choice(unit.connection, person, cohort)]
    today = day_in(unit.now, run.home_zone)
    brought_by = next((one.organisation for one in parts if one.organisation is not None), None)
    new = talks.ask(unit, cohort, person, wanted.to, wanted.matter, choice, brought_by, today)
    repeats.keep(unit, person, wanted.command_id, asked, new.id)
    _tell(unit, new.cohort, new.asked, to_demo=to_demo)
    unit.tell(person, "programme_changed")
    return _shown(unit.connection, [new])[0]


def _choice(connection: Connection, person: str, cohort: str) -> list[Part]:
    """Whom the person may ask, in each of their roles in the team."""
    there = sight.team(connection, cohort, TEAM_ROLES)
    able = _able(connection, there)
    barred = _sharing(connection, cohort, [person]).get(person, frozenset())
    allowed = {
        one.person for one in talks.allowed([_team_part(one) for one in there if one.person in able], person, barred)
    }
    return sorted((one for one in there if one.person in allowed), key=lambda one: TEAM_ROLES.index(one.role))


def _team_part(one: Part) -> TeamPart:
    return TeamPart(one.person, one.role, one.organisation)


def _able(connection: Connection, there: Iterable[Part]) -> frozenset[str]:
    """Who of the team has come and was not kept out."""
    return frozenset(readers(connection, {one.person for one in there}))


def _sharing(connection: Connection, cohort: str, people: Collection[str]) -> dict[str, frozenset[str]]:
    """By person: who ever was in a room with them that a mentorship of the run lives in, or lived in. Whoever has left
    it stays one whom the talk may be about."""
    pairs = sight.pairs_of(connection, cohort)
    members = ever_in(connection, sorted(pairs))
    together = [of_pair | members.get(room, frozenset()) for room, of_pair in pairs.items()]
    return {
        person: frozenset(other for one in together if person in one for other in one if other != person)
        for person in people
    }


def mine(connection: Connection, person: str) -> contract.MyTalks:
    return contract.MyTalks(tuple(_shown(connection, talks.of_person(connection, person))))


def mine_in(connection: Connection, person: str, cohort: str) -> tuple[contract.MyTalk, ...]:
    found = [one for one in talks.of_person(connection, person) if one.cohort == cohort]
    return tuple(_shown(connection, found))


def _shown(connection: Connection, found: Sequence[TalkRequest]) -> list[contract.MyTalk]:
    names = names_of(connection, {one for talk in found for one in (talk.asked, talk.deputy, talk.taken_by) if one})

    def named(person: str | None) -> Person | None:
        return None if person is None else Person(person, names.get(person, ""))

    lost = _lost(connection, [one for one in found if one.state != "over"])
    return [
        contract.MyTalk(
            id=one.id,
            cohort=one.cohort,
            to=Person(one.asked, names.get(one.asked, "")),
            matter=one.matter,
            state=one.state,
            asked_at=one.asked_at,
            answer_by=one.answer_by,
            deputy=named(one.deputy),
            deputy_from=None if one.deputy is None else one.deputy_from,
            taken_by=named(one.taken_by),
            nobody_left=one.id in lost,
        )
        for one in found
    ]


def _lost(connection: Connection, waiting: Sequence[TalkRequest]) -> set[str]:
    """Those that nobody can answer any more: whom they name has left the team, or came into a room of the asker."""
    lost: set[str] = set()
    for cohort in {one.cohort for one in waiting}:
        able = _able(connection, sight.team(connection, cohort, TEAM_ROLES))
        here = [one for one in waiting if one.cohort == cohort]
        barred = _sharing(connection, cohort, {one.person for one in here})
        lost |= {one.id for one in here if not talks.who_can(one, able, barred.get(one.person, frozenset()))}
    return lost


def take_back(unit: UnitOfWork, person: str, talk: str) -> Done:
    """By who asked, whatever has become of it. Raises Refused not_found."""
    one = _there(unit.connection, talk)
    if not may(Actor(person), Verb.TAKE_BACK_TALK, CohortSubject(concerned=(one.person,))):
        raise Refused("not_found")
    who = _who(unit, one)
    talks.take_back(unit, one)
    _tell_all(unit, one, who)
    return Done()


# ── answering ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def waiting(connection: Connection, actor: str, cohort: str, now: int) -> contract.AskedTalks:
    """Raises Refused not_found for who is none of the team."""
    run = sight.run(connection, cohort)
    there = sight.team(connection, cohort, TEAM_ROLES)
    subject = CohortSubject(concerned=tuple(one.person for one in there))
    if run is None or not may(Actor(actor), Verb.ANSWER_TALK, subject):
        raise Refused("not_found")
    found = for_me(connection, actor, run, there, now)
    return contract.AskedTalks(tuple(_asked(connection, found, actor)))


def for_me(connection: Connection, actor: str, run: Run, there: Sequence[Part], now: int) -> list[TalkRequest]:
    """What the actor, one of the team (`there`), may answer today: what waits first."""
    named = talks.for_person(connection, run.id, actor)
    if not named:
        return []
    able, today = _able(connection, there), day_in(now, run.home_zone)
    sharing = _sharing(connection, run.id, {one.person for one in named})
    found = [one for one in named if actor in answerers(one, today, able, sharing.get(one.person, frozenset()))]
    return sorted(found, key=lambda one: one.state != "waiting")


def _asked(connection: Connection, found: Sequence[TalkRequest], actor: str) -> list[contract.AskedTalk]:
    """All of one run."""
    people = {one.person for one in found}
    names = names_of(connection, people)
    parts = sight.parts_of(connection, found[0].cohort, *people) if found else []
    return [
        contract.AskedTalk(
            id=one.id,
            person=Person(one.person, names.get(one.person, "")),
            roles=tuple(part.role for part in parts if part.person == one.person),
            matter=one.matter,
            state=one.state,
            asked_at=one.asked_at,
            answer_by=one.answer_by,
            as_deputy=one.asked != actor,
        )
        for one in found
    ]


def take(unit: UnitOfWork, actor: str, talk: str) -> contract.AskedTalk:
    """Raises Refused not_found for who may not answer it, talk_not_open."""
    found, who = _answerable(unit, actor, talk)
    one = talks.take(unit, found, actor)
    _tell_all(unit, one, who)
    return _asked(unit.connection, [one], actor)[0]


def close(unit: UnitOfWork, actor: str, talk: str) -> Done:
    """Raises Refused not_found for who may not answer it, talk_not_open."""
    one, who = _answerable(unit, actor, talk)
    talks.close(unit, one, actor)
    _tell_all(unit, one, who)
    return Done()


def _answerable(unit: UnitOfWork, actor: str, talk: str) -> tuple[TalkRequest, tuple[str, ...]]:
    """With all who may answer it today. Raises Refused not_found, for who shares a room with the asker as for who was
    never asked."""
    one = _there(unit.connection, talk)
    who = _who(unit, one)
    if not may(Actor(actor), Verb.ANSWER_TALK, CohortSubject(concerned=who)):
        raise Refused("not_found")
    return one, who


def _who(unit: UnitOfWork, one: TalkRequest) -> tuple[str, ...]:
    """As if it still waited: whoever could have taken it hears that somebody else has."""
    run = sight.run(unit.connection, one.cohort)
    assert run is not None
    able = _able(unit.connection, sight.team(unit.connection, one.cohort, TEAM_ROLES))
    barred = _sharing(unit.connection, one.cohort, [one.person]).get(one.person, frozenset())
    return answerers(replace(one, state="waiting", taken_by=None), day_in(unit.now, run.home_zone), able, barred)


def _tell_all(unit: UnitOfWork, one: TalkRequest, who: Iterable[str]) -> None:
    """The asker, and who may answer: a deputy hears nothing before their day."""
    for person in (one.person, *who):
        unit.tell(person, "programme_changed")


def _there(connection: Connection, talk: str) -> TalkRequest:
    found = talks.by_id(connection, talk)
    if found is None:
        raise Refused("not_found")
    return found


# ── who takes part, and which day it is there ─────────────────────────────────────────────────────────────────────────


def taking_part(connection: Connection, person: str, cohort: str) -> tuple[Run, list[Part]]:
    """The run, and the person's parts in it. Raises Refused not_found for who has none."""
    run = sight.run(connection, cohort)
    parts = sight.parts_of(connection, cohort, person)
    subject = CohortSubject(concerned=tuple(one.person for one in parts))
    if run is None or not may(Actor(person), Verb.TAKE_PART, subject):
        raise Refused("not_found")
    return run, parts


def seeing(connection: Connection, cohort: str, organisations: Collection[str | None]) -> set[str]:
    """The coordinators who see the people that any of these organisations brought in."""
    there = coordinators(connection, cohort)
    of_each = [subject(there, {one}) for one in organisations]
    return {person for one in of_each for person in (*one.leads, *one.own)}


# ── mails ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _tell(unit: UnitOfWork, cohort: str, person: str, *, to_demo: bool) -> None:
    """That somebody would like a talk: neither who nor about what."""
    unit.tell(person, "programme_changed")
    reader = readers(unit.connection, [person]).get(person)
    if reader is not None and (to_demo or not reader.demo):
        mail = Mail("talk_wanted", reader.email, reader.language, reader.zone, person, {"link": HERE})
        enqueue_wanted(unit, "talk_wanted", [mail])


class Deputies:
    """Tells deputies that somebody has waited too long. `to_demo`: mail may be written to the demo's people too."""

    def __init__(self, database: Database, writer: Writer[Any], clock: Clock, *, to_demo: bool) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._to_demo = to_demo

    async def tell(self) -> None:
        now = self._clock()
        for one in await self._database.read(lambda connection: due(connection, now)):
            await self._writer.run(partial(self._tell_one, one=one))

    def _tell_one(self, unit: UnitOfWork, one: TalkRequest) -> None:
        assert one.deputy is not None
        if talks.tell_deputy(unit.connection, one.id):
            _tell(unit, one.cohort, one.deputy, to_demo=self._to_demo)


def due(connection: Connection, now: int) -> list[TalkRequest]:
    """Requests whose deputy may answer from today on, where the run is at home."""
    found = talks.deputies_due(connection, _latest_day(now))
    runs = {cohort: sight.run(connection, cohort) for cohort in {one.cohort for one in found}}
    due = []
    for one in found:
        run = runs[one.cohort]
        if run is None or day_in(now, run.home_zone) < one.deputy_from:
            continue
        able = _able(connection, sight.team(connection, one.cohort, TEAM_ROLES))
        barred = _sharing(connection, one.cohort, [one.person]).get(one.person, frozenset())
        if one.deputy in answerers(one, day_in(now, run.home_zone), able, barred):
            due.append(one)
    return due


def _latest_day(now: int) -> date:
    """The day that it is where the day begins first."""
    return datetime.fromtimestamp(now / 1000, ZoneInfo("Pacific/Kiritimati")).date()
