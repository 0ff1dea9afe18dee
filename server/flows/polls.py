"""A time for many: looked for among people's hours, asked of them, with or without an account, and put into the run's
calendar once it is decided."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

import msgspec

from server.accounts.invitations import comers
from server.accounts.rules import clean_email, clean_name
from server.accounts.service import names_of, readers
from server.clock import day_in
from server.contract import polls as contract
from server.contract.calendar import DateFor, DateKind, PlannedDate, SetCalendar
from server.contract.commands import Done
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows import calendar
from server.flows.overview import scope_of
from server.ids import new_id
from server.post.model import Value
from server.post.service import Mail, call_back, enqueue_wanted, gone_to
from server.programmes.calendar import service as run_calendar
from server.programmes.repeats import service as repeats
from server.programmes.sight import service as sight
from server.programmes.sight.service import EVERYBODY
from server.programmes.words import clean_line
from server.rooms.service import Rooms
from server.scheduling.availability import service as availability
from server.scheduling.availability.rules import minutes
from server.scheduling.availability.service import Heard, clock
from server.scheduling.polls import service as polls
from server.scheduling.polls.service import Answers, Candidate, Guest, Poll, Says, Turn, Turns
from server.scheduling.zones import wall_clock
from server.unit_of_work import UnitOfWork

PATH = "/times"
_TOKEN = re.compile(r"([0-9a-v]{26})[.]([0-9a-v]{26})[.]([0-9a-f]{64})")


# ── for who coordinates ───────────────────────────────────────────────────────────────────────────────────────────────


def make(unit: UnitOfWork, actor: str, cohort: str, wanted: contract.NewPoll) -> contract.Poll:
    """Raises Refused not_found, command_conflict, poll_…, too_many_polls, not_enrolled, email_invalid, name_invalid,
    dates_outside, text_…"""
    asked = repeats.digest(wanted, cohort)
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    if made is not None:
        return _shown(unit.connection, _mine(unit.connection, actor, made))
    run, scope = scope_of(unit.connection, actor, cohort)
    theirs = {part.person for part in sight.look(unit.connection, run, scope, run.start).parts}
    if any(one.person not in theirs for one in wanted.people):
        raise Refused("not_enrolled")
    one = Poll(
        id=new_id(),
        cohort=cohort,
        made_by=actor,
        made_at=unit.now,
        title=clean_line(wanted.title, contract.TITLE_LIMIT),
        kind=wanted.kind,
        whom=wanted.whom,
        minutes=wanted.minutes,
        first=wanted.day_from,
        last=wanted.day_to,
        since=minutes(wanted.since),
        until=minutes(wanted.until),
        zone=run.home_zone,
        at_least=wanted.at_least,
        sessions=wanted.sessions,
        guests=_guests(wanted),
        meetings=wanted.meetings,
        every=wanted.every,
    )
    polls.begin(unit.connection, one, day_in(unit.now, run.home_zone))
    if one.meetings > 1:
        # Nobody is asked about dates that the run cannot have.
        run_calendar.check_day(run.start, run.end, polls.windows(one)[-1][1])
    repeats.keep(unit, actor, wanted.command_id, asked, one.id)
    return _shown(unit.connection, one)


def _guests(wanted: contract.NewPoll) -> tuple[Guest, ...]:
    inside = [Guest(new_id(), one.part, one.person) for one in wanted.people]
    outside = [
        Guest(new_id(), one.part, None, clean_name(one.name), clean_email(one.email), one.language)
        for one in wanted.outsiders
    ]
    return (*inside, *outside)


def of_run(connection: Connection, actor: str, cohort: str) -> contract.Polls:
    """Raises Refused not_found for who does not coordinate it."""
    _, scope = scope_of(connection, actor, cohort)
    found = [one for one in polls.of_cohort(connection, cohort) if scope == EVERYBODY or one.made_by == actor]
    return contract.Polls(tuple(_shown(connection, one) for one in found))


def ask(unit: UnitOfWork, actor: str, poll: str, wanted: contract.ChooseTimes) -> contract.Poll:
    """Everybody at once, by a mail; those with an account find it on their first screen too."""
    one = polls.ask(unit, _mine(unit.connection, actor, poll), wanted.version, wanted.starts)
    for guest in one.guests:
        if guest.person is not None:
            unit.tell(guest.person, "dates_changed")
    return _shown(unit.connection, one)


def decide(rooms: Rooms, unit: UnitOfWork, actor: str, poll: str, wanted: contract.ChooseTimes) -> contract.Poll:
    """It stands in the calendar of the run from then on, with all that follows from that: all at once, and once."""
    one = _mine(unit.connection, actor, poll)
    if one.state == "decided" and one.version == wanted.version + 1 and one.decided == tuple(sorted(wanted.starts)):
        return _shown(unit.connection, one)
    one = polls.decide(unit, one, wanted.version, wanted.starts)
    dates = run_calendar.find(unit.connection, one.cohort)
    if dates is None:
        raise Refused("not_found")
    language = readers(unit.connection, {actor})[actor].language
    new = [_date(one, start, language) for start in one.decided]
    calendar.plan(rooms, unit, actor, one.cohort, SetCalendar(dates.version, (*dates.dates, *new)))
    call_back(unit, poll)
    for guest in one.guests:
        if guest.person is not None:
            unit.tell(guest.person, "dates_changed")
    return _shown(unit.connection, one)


def _date(one: Poll, start: int, language: str) -> PlannedDate:
    """Its title is taken for a name in the language of who decides."""
    wall = wall_clock(one.zone, datetime.fromtimestamp(start / 1000, UTC))
    kind, whom = cast(DateKind, one.kind), cast(DateFor, one.whom)
    return PlannedDate(kind, whom, wall.date(), f"{wall:%H:%M}", {language: one.title}, minutes=one.minutes)


def remove(unit: UnitOfWork, actor: str, poll: str) -> Done:
    one = _mine(unit.connection, actor, poll)
    polls.remove(unit.connection, one.id)
    call_back(unit, poll)
    for guest in one.guests:
        if guest.person is not None:
            unit.tell(guest.person, "dates_changed")
    return Done()


def _mine(connection: Connection, actor: str, poll: str) -> Poll:
    """Who made it, and who leads the run. Raises Refused not_found."""
    one = polls.find(connection, poll)
    if one is None:
        raise Refused("not_found")
    _, scope = scope_of(connection, actor, one.cohort)
    if scope != EVERYBODY and one.made_by != actor:
        raise Refused("not_found")
    return one


@dataclass(frozen=True, slots=True)
class Known:
    """All that a search needs to know."""

    poll: Poll
    heard: Heard
    answers: Answers

    def key(self) -> bytes:
        """The same for what has the same answer."""
        poll = replace(self.poll, state="looking", asked=(), decided=(), version=0)
        return hashlib.sha256(msgspec.msgpack.encode((poll, self.heard, self.answers))).digest()


def known(connection: Connection, actor: str, poll: str) -> Known:
    """Raises Refused not_found."""
    one = _mine(connection, actor, poll)
    first, last = polls.windows(one)[0][0], polls.windows(one)[-1][1]
    start = int(datetime.combine(first, datetime.min.time(), UTC).timestamp()) - 86_400
    end = int(datetime.combine(last, datetime.min.time(), UTC).timestamp()) + 3 * 86_400
    return Known(
        one, availability.hear(connection, polls.people_of(one.id), start, end), polls.answers(connection, one.id)
    )


def times(found: Known, *, exact: bool = True) -> contract.PollTimes:
    """Takes a part of a second for hundreds of people, and much more for several sessions or a series, unless what is
    found at once is enough: not in the loop's thread. `server.flows.searching`"""
    one, there = found.poll, availability.understood(found.heard)
    if one.meetings > 1:
        return _turns(one, polls.take_turns(one, there, found.answers, exact=exact))
    seen = polls.look(one, there, found.answers, exact=exact)
    return contract.PollTimes(
        best=tuple(_found(one, time, seen.unknown) for time in seen.best),
        unknown=_named(one, seen.unknown),
        together=seen.sessions,
        covered=seen.covered,
        proved=seen.proved,
        hours=tuple(polls.hours_of(one)),
        heat=tuple(contract.HeatDay(day, free) for day, free in seen.heat),
    )


def time_at(found: Known, start: int) -> contract.FoundTime:
    """One start (ms) that the search looks at, whatever it is worth. Raises Refused not_found. As `times`."""
    one, there = found.poll, availability.understood(found.heard)
    time = polls.look_at(one, start, there, found.answers)
    if time is None:
        raise Refused("not_found")
    return _found(one, time, polls.unknown(one, there, found.answers))


def _found(one: Poll, time: Candidate, unknown: Collection[int]) -> contract.FoundTime:
    silent = set(unknown)
    return contract.FoundTime(
        start=time.start * 1000,
        missing=time.missing,
        free=_named(one, time.free),
        outside=_named(one, [number for number in time.outside if number not in silent]),
        busy=_named(one, time.busy),
        strain=time.strain,
    )


def _named(one: Poll, numbers: Collection[int]) -> tuple[str, ...]:
    return tuple(one.guests[number].id for number in numbers)


def _turns(one: Poll, seen: Turns) -> contract.PollTimes:
    ids = [guest.id for guest in one.guests]

    def shown(turn: Turn) -> contract.TurnTime:
        beyond = tuple(contract.Beyond(ids[each.guest], each.strain, each.why) for each in turn.beyond)
        return contract.TurnTime(turn.start, beyond, tuple(ids[number] for number in turn.busy))

    return contract.PollTimes(
        best=(),
        unknown=tuple(ids[number] for number in seen.unknown),
        together=(),
        covered=0,
        proved=seen.proved,
        hours=(),
        heat=(),
        series=tuple(
            contract.SeriesMeeting(*days, tuple(shown(turn) for turn in turns))
            for days, turns in zip(polls.windows(one), seen.meetings, strict=True)
        ),
    )


def _shown(connection: Connection, one: Poll) -> contract.Poll:
    names = names_of(connection, {guest.person for guest in one.guests if guest.person} | {one.made_by})
    answers = polls.answers(connection, one.id)
    return contract.Poll(
        id=one.id,
        title=one.title,
        kind=one.kind,  # type: ignore[arg-type]
        whom=one.whom,  # type: ignore[arg-type]
        minutes=one.minutes,
        day_from=one.first,
        day_to=one.last,
        since=clock(one.since),
        until=clock(one.until),
        zone=one.zone,
        at_least=one.at_least,
        sessions=one.sessions,
        meetings=one.meetings,
        every=one.every,
        state=one.state,
        asked=one.asked,
        decided=one.decided,
        guests=tuple(
            contract.Guest(
                guest.id,
                guest.name if guest.person is None else names.get(guest.person, ""),
                guest.person is not None,
                guest.part,
                _said(answers.get(guest.id, {})),
            )
            for guest in one.guests
        ),
        made_by=Person(one.made_by, names.get(one.made_by, "")),
        version=one.version,
    )


def _said(answers: Mapping[int, Says]) -> dict[str, Says]:
    return {str(start): says for start, says in sorted(answers.items())}


# ── for who is asked ──────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str) -> contract.MyPolls:
    found = polls.asking(connection, person)
    names = names_of(connection, {one.made_by for one in found})
    return contract.MyPolls(tuple(_asked(connection, one, person, names) for one in found))


def _asked(connection: Connection, one: Poll, person: str, names: Mapping[str, str]) -> contract.MyPoll:
    guest = polls.guest_of(one, person)
    assert guest is not None
    said = polls.answers(connection, one.id).get(guest.id, {})
    made_by = Person(one.made_by, names.get(one.made_by, ""))
    return contract.MyPoll(one.id, one.title, one.minutes, made_by, one.asked, _said(said))


def answer(unit: UnitOfWork, person: str, poll: str, wanted: contract.AnswerPoll) -> contract.MyPoll:
    """Raises Refused not_found for who was not asked, poll_over, time_not_offered."""
    one = polls.find(unit.connection, poll)
    guest = None if one is None else polls.guest_of(one, person)
    if one is None or guest is None or one.state == "looking":
        raise Refused("not_found")
    _answer(unit, one, guest, wanted.said)
    return _asked(unit.connection, one, person, names_of(unit.connection, {one.made_by}))


def _answer(unit: UnitOfWork, one: Poll, guest: Guest, said: Mapping[str, Says]) -> None:
    asked = {str(start): start for start in one.asked}
    if said.keys() - asked:
        raise Refused("time_not_offered")
    polls.answer(unit, one, guest, {asked[start]: says for start, says in said.items()})
    unit.tell(one.made_by, "dates_changed")


DAY = 86_400_000
"""ms."""


def _check_mailed(unit: UnitOfWork, one: Poll) -> None:
    """Nobody can turn these mails off: there are few of them. Raises Refused poll_asked_often."""
    outside = {guest.email for guest in one.guests if guest.person is None}
    there = readers(unit.connection, {guest.person for guest in one.guests if guest.person})
    addresses = outside | {reader.email for reader in there.values()}
    polls.check_mailed(gone_to(unit.connection, "times_asked", addresses, unit.now - DAY), one)


@dataclass(frozen=True, slots=True)
class Invited:
    """What somebody is shown who answers by a link alone."""

    poll: Poll
    guest: Guest
    language: str
    said: Mapping[int, Says]


@dataclass(frozen=True, slots=True)
class Links:
    """Answers by a link alone, of people without an account, and of who was invited and has not come yet. `key` signs
    it: it says who is asked what, and nothing is stored for it."""

    key: bytes

    def ask(self, unit: UnitOfWork, actor: str, poll: str, wanted: contract.ChooseTimes) -> contract.Poll:
        """Raises Refused not_found, changed_meanwhile, poll_over, poll_asked, poll_asked_often, time_…"""
        _check_mailed(unit, _mine(unit.connection, actor, poll))
        shown = ask(unit, actor, poll, wanted)
        one = polls.find(unit.connection, poll)
        assert one is not None
        # Who was not told of earlier times yet is told of these alone; and nobody in the night.
        call_back(unit, poll)
        enqueue_wanted(unit, "times_asked", self._mails(unit, one, shown.made_by.name))
        return shown

    def _mails(self, unit: UnitOfWork, one: Poll, maker: str) -> list[Mail]:
        people = comers(unit.connection, [guest.person for guest in one.guests if guest.person], unit.now)
        mails = []
        for guest in one.guests:
            values: dict[str, Value] = {"inviter": maker, "title": one.title, "link": self.path(one, guest)}
            if guest.person is None:
                mails.append(Mail("times_asked", guest.email, guest.language, one.zone, None, values, one.id))
                continue
            to = people.get(guest.person)
            if to is None or to.arrival == "gone":
                continue
            if to.arrival == "here":
                values["link"] = "/"
            mails.append(Mail("times_asked", to.email, to.language, to.zone, guest.person, values, one.id))
        return mails

    def path(self, one: Poll, guest: Guest) -> str:
        return f"{PATH}/{one.id}.{guest.id}.{self._signature(one.id, guest.id)}"

    def _signature(self, poll: str, guest: str) -> str:
        # The key signs other things too: the purpose keeps one from passing for another.
        return hmac.new(self.key, f"poll.{poll}.{guest}".encode(), hashlib.sha256).hexdigest()

    def look(self, connection: Connection, token: str, now: int) -> Invited | None:
        """None where there is nothing to answer. `now`: ms."""
        parts = _TOKEN.fullmatch(token)
        if parts is None or not hmac.compare_digest(parts[3], self._signature(parts[1], parts[2])):
            return None
        one = polls.find(connection, parts[1])
        guest = None if one is None else next((each for each in one.guests if each.id == parts[2]), None)
        if one is None or guest is None or one.state != "asking":
            return None
        language = guest.language
        if guest.person is not None:
            there = comers(connection, [guest.person], now).get(guest.person)
            if there is None or there.arrival == "gone":
                return None
            language = there.language
        return Invited(one, guest, language, polls.answers(connection, one.id).get(guest.id, {}))

    def answer(self, unit: UnitOfWork, token: str, said: Mapping[str, Says]) -> Invited | None:
        """None as in `look`. Raises Refused time_not_offered for an answer to times that were asked of before."""
        there = self.look(unit.connection, token, unit.now)
        if there is None:
            return None
        _answer(unit, there.poll, there.guest, said)
        return self.look(unit.connection, token, unit.now)
