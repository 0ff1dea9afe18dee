"""Showing chosen messages to the safeguarding contact: whom one may show them to, what is copied, who reads it.

A contact reads what was shown to them and nothing else of a room; who is or ever was in the room is none for it. The
team's own pages, lists and records know nothing of reports: what was done with one is told to its two sides alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from server.accounts.service import names_of, readers
from server.clock import day_in
from server.contract import reports as contract
from server.contract.commands import Kind
from server.contract.programmes import Help
from server.contract.reports import REASON, ReportMessages, SetReportState
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.policy import Actor, CohortSubject, Verb, may
from server.post.service import Mail, enqueue_wanted
from server.programmes.circles import service as circles
from server.programmes.founding import service as founding
from server.programmes.mentorships import service as mentorships
from server.programmes.sight import service as sight
from server.reports import service as reports
from server.reports.service import Act, Place, Report
from server.rooms import reads
from server.rooms.service import shown_words
from server.rooms.things.words import clean_words
from server.unit_of_work import UnitOfWork

ROLE = "safeguarding"
HERE = "/shown"
"""Where a mail leads: the contact's page."""

# ── showing ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def ways(connection: Connection, person: str, room: str, now: int) -> contract.ReportWays:
    """Raises Refused not_found for everybody but members."""
    if not reads.is_member(connection, room, person):
        raise Refused("not_found")
    cohort = _cohort(connection, room)
    contacts = () if cohort is None else _contacts(connection, cohort, room)
    names = names_of(connection, contacts)
    run = None if cohort is None else sight.run(connection, cohort)
    line = None if run is None or run.help is None else Help(run.help.name, run.help.phone)
    people = tuple(Person(one, names[one]) for one in contacts if one in names)
    return contract.ReportWays(people, _day(connection, person, now + reports.KEPT), line)


def send(unit: UnitOfWork, person: str, room: str, wanted: ReportMessages, *, to_demo: bool) -> contract.MyReport:
    """`to_demo`: mail may be written to the demo's people too. Raises Refused not_found for everybody but members,
    command_conflict, not_a_contact, message_not_found, message_withdrawn, too_many_reports, text_…"""
    made = reports.made_before(unit, person, wanted, room)
    if made is not None:
        return _mine(unit.connection, person, [made])[0]
    said, kind = shown_words(unit, room, person, sorted(set(wanted.messages)))
    cohort = _cohort(unit.connection, room)
    if cohort is None or wanted.to not in _contacts(unit.connection, cohort, room):
        raise Refused("not_a_contact")
    reason = clean_words(wanted.reason, REASON)
    words = [reports.Words(one.first, one.author, one.at, one.text) for one in said]
    new = reports.send(unit, person, Place(cohort, room, kind), wanted, reason, words)
    _tell_contact(unit, new.contact, to_demo=to_demo)
    return _mine(unit.connection, person, [new])[0]


def _cohort(connection: Connection, room: str) -> str | None:
    """The run that a room belongs to."""
    one = mentorships.by_room(connection, room)
    if one is not None:
        return one.cohort
    circle = circles.by_room(connection, room)
    return None if circle is None else circle[0]


def _contacts(connection: Connection, cohort: str, room: str) -> tuple[str, ...]:
    """Who has come, was not kept out, and never was in the room that the messages are of."""
    there = {one.person for one in sight.team(connection, cohort, (ROLE,))}
    inside = reads.ever_in(connection, [room]).get(room, frozenset())
    return tuple(sorted(readers(connection, there - inside)))


def _tell_contact(unit: UnitOfWork, person: str, *, to_demo: bool) -> None:
    """That something was shown: neither by whom nor what."""
    unit.tell(person, "programme_changed")
    reader = readers(unit.connection, [person]).get(person)
    if reader is not None and (to_demo or not reader.demo):
        mail = Mail("report_received", reader.email, reader.language, reader.zone, person, {"link": HERE})
        enqueue_wanted(unit, "report_received", [mail])


# ── what has come of it ───────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str) -> contract.MyReports:
    return contract.MyReports(tuple(_mine(connection, person, reports.of_reporter(connection, person))))


def _mine(connection: Connection, person: str, found: Sequence[Report]) -> list[contract.MyReport]:
    acts = reports.acts_of(connection, [one.id for one in found])
    people = {one.contact for one in found} | {act.by for done in acts.values() for act in done}
    names = names_of(connection, people)
    return [
        contract.MyReport(
            id=one.id,
            room=one.room,
            to=Person(one.contact, names.get(one.contact, "")),
            messages=tuple(one.messages),
            reason=one.reason,
            state=one.state,
            nobody_left=one.state != "closed" and one.contact not in _contacts(connection, one.cohort, one.room),
            expires_on=_day(connection, person, one.expires_at),
            acts=_acts(acts[one.id], names),
        )
        for one in found
    ]


def _acts(acts: Sequence[Act], names: Mapping[str, str]) -> tuple[contract.ReportAct, ...]:
    return tuple(contract.ReportAct(act.kind, Person(act.by, names.get(act.by, "")), act.at) for act in acts)


def _day(connection: Connection, person: str, at: int) -> date:
    """The day that a time (ms) lies in, where the person lives."""
    there = readers(connection, [person]).get(person)
    return day_in(at, "UTC" if there is None else there.zone)


# ── the contact ───────────────────────────────────────────────────────────────────────────────────────────────────────


def shown_to(connection: Connection, person: str) -> contract.ShownReports:
    """Nothing for who is no contact, or none any more."""
    found = [one for one in reports.of_contact(connection, person) if _may_read(connection, person, one)]
    found.sort(key=lambda one: one.state == "closed")
    contact = any(ROLE in roles for _, roles in sight.runs_of(connection, person))
    return contract.ShownReports(contact, tuple(_shown(connection, person, found)))


def open_report(unit: UnitOfWork, person: str, report: str) -> contract.OpenedReport:
    """Raises Refused not_found for everybody but the contact to whom it was shown."""
    one = _theirs(unit, person, report)
    words = reports.open_report(unit, one, person)
    unit.tell(one.reporter, "programme_changed")
    names = names_of(unit.connection, {said.author for said in words})
    return contract.OpenedReport(
        report=_shown(unit.connection, person, [one])[0],
        kind=cast(Kind, one.room_kind),
        reason=one.reason,
        messages=tuple(
            contract.ReportedMessage(Person(said.author, names.get(said.author, "")), said.at, said.text)
            for said in words
        ),
    )


def set_state(unit: UnitOfWork, person: str, report: str, wanted: SetReportState) -> contract.ShownReport:
    """Raises Refused as `open_report`."""
    one = reports.set_state(unit, _theirs(unit, person, report), wanted.state, person)
    unit.tell(one.reporter, "programme_changed")
    return _shown(unit.connection, person, [one])[0]


def _theirs(unit: UnitOfWork, person: str, report: str) -> Report:
    one = reports.by_id(unit.connection, report, locked=True)
    if one is None or one.expires_at <= unit.now or not _may_read(unit.connection, person, one):
        raise Refused("not_found")
    return one


def _may_read(connection: Connection, person: str, one: Report) -> bool:
    concerned = {one.contact} & set(_contacts(connection, one.cohort, one.room))
    return may(Actor(person), Verb.READ_REPORT, CohortSubject(concerned=tuple(concerned)))


def _shown(connection: Connection, person: str, found: Sequence[Report]) -> list[contract.ShownReport]:
    acts = reports.acts_of(connection, [one.id for one in found])
    names = names_of(connection, {one.reporter for one in found} | {act.by for done in acts.values() for act in done})
    called = {cohort: _names_of_run(connection, cohort) for cohort in {one.cohort for one in found}}
    return [
        contract.ShownReport(
            id=one.id,
            by=Person(one.reporter, names.get(one.reporter, "")),
            programme_names=called[one.cohort],
            messages=len(one.messages),
            state=one.state,
            expires_on=_day(connection, person, one.expires_at),
            acts=_acts(acts[one.id], names),
        )
        for one in found
    ]


def _names_of_run(connection: Connection, cohort: str) -> dict[str, str]:
    run = founding.cohorts(connection, [cohort])[cohort]
    return dict(run.names or founding.programmes(connection, [run.programme])[run.programme].names)
