"""Programmes and their runs, set up in the browser: decided, written and told in one transaction each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from server.accounts.service import comers, keepers
from server.clock import known_zones
from server.contract import programmes as contract
from server.contract.programmes import (
    AuditKind,
    ChangeCohort,
    ChangeProgramme,
    CohortPage,
    NewCohort,
    NewProgramme,
    Programmes,
    SetCohortState,
    SetCredits,
    SetPartners,
)
from server.database import Connection
from server.errors import Refused
from server.flows import ending, gatherings, open_calls, organisations
from server.flows.cohort_pages import Seen, card, cohort_page, page_of, seen
from server.ids import new_id
from server.matching.terms import service as terms
from server.policy import Actor, CohortSubject, HouseSubject, Verb, may
from server.programmes.audit import service as audit
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import rules
from server.programmes.founding import service as founding
from server.programmes.library import service as library
from server.programmes.model import Cohort, Enrolment, Programme
from server.programmes.repeats import service as repeats
from server.programmes.service import add_cohort, add_programme, enrol
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork

MEETINGS, GATHERINGS = 6, 4
"""What a run begins with; its coordinators say what holds."""

# ── founding ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def found_programme(unit: UnitOfWork, actor: str, wanted: NewProgramme) -> CohortPage:
    """Raises Refused not_found for who did not set the server up, command_conflict, names_invalid, language_unknown,
    organisation_unknown, year_unlikely, dates_reversed, zone_unknown."""
    if not may(Actor(actor), Verb.FOUND, HouseSubject(keepers(unit.connection))):
        raise Refused("not_found")
    asked = repeats.digest(wanted)
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    if made is not None:
        return cohort_page(unit.connection, actor, made, unit.now)
    names = rules.clean_names(wanted.names)
    if wanted.lead not in founding.organisations(unit.connection, [wanted.lead]):
        raise Refused("organisation_unknown")
    programme = Programme(new_id(), names, wanted.lead)
    run = _new_run(programme.id, wanted, {})
    add_programme(unit, programme)
    add_cohort(unit, run, {wanted.lead: "lead"})
    audit.record(unit, run.id, "programme_founded", actor)
    _begin(unit, actor, run, wanted.lead)
    repeats.keep(unit, actor, wanted.command_id, asked, run.id)
    return cohort_page(unit.connection, actor, run.id, unit.now)


def open_cohort(unit: UnitOfWork, actor: str, programme_id: str, wanted: NewCohort) -> CohortPage:
    """Raises Refused not_found for who does not lead the programme and for a `copy_from` that is no run of it,
    command_conflict, names_invalid, language_unknown, year_unlikely, dates_reversed, zone_unknown."""
    programme = _led(unit.connection, actor, founding.lock_programme(unit.connection, programme_id))
    asked = repeats.digest(wanted, programme_id)
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    if made is not None:
        return cohort_page(unit.connection, actor, made, unit.now)
    run = _new_run(programme_id, wanted, rules.clean_names(wanted.names, least=0))
    own = _leads_for(unit.connection, actor, programme_id)
    if wanted.copy_from is None:
        lead = own or programme.lead
        add_cohort(unit, run, {lead: "lead"})
    else:
        lead = _copy(unit, programme, run, wanted.copy_from, own)
    _begin(unit, actor, run, lead)
    repeats.keep(unit, actor, wanted.command_id, asked, run.id)
    return cohort_page(unit.connection, actor, run.id, unit.now)


def _new_run(programme: str, wanted: NewProgramme | NewCohort, names: dict[str, str]) -> Cohort:
    rules.check_dates(wanted.start, wanted.end)
    zone = rules.clean_zone(wanted.home_zone, known_zones())
    dates = (wanted.start, wanted.end, zone)
    return Cohort(new_id(), programme, *dates, MEETINGS, GATHERINGS, state="draft", names=names)


def _leads_for(connection: Connection, actor: str, programme_id: str) -> str | None:
    """The organisation for which the actor leads the newest run of the programme that they lead: they open another one
    for no organisation but their own."""
    coordinated = founding.coordinated_of_programme(connection, programme_id)
    led = {one.cohort: one.organisation for one in coordinated if one.person == actor and one.leads}
    runs = founding.cohorts_of_programmes(connection, [programme_id])
    return next((led[run.id] for run in runs if led.get(run.id) is not None), None)


def _copy(unit: UnitOfWork, programme: Programme, run: Cohort, source: str, own: str | None) -> str:
    """What an earlier run was, without its people. The organisation that leads the new one: `own` if there is one, and
    who led the earlier one is its partner then."""
    earlier = founding.cohorts(unit.connection, [source]).get(source)
    if earlier is None or earlier.programme != programme.id:
        raise Refused("not_found")
    partners = founding.partners(unit.connection, [source]).get(source, {})
    run = replace(
        run,
        least_meetings=earlier.least_meetings,
        least_gatherings=earlier.least_gatherings,
        help=earlier.help,
        silence_days=earlier.silence_days,
        first_words=earlier.first_words,
    )
    lead = own or next((id for id, role in partners.items() if role == "lead"), programme.lead)
    others = {id: "partner" if role == "lead" else role for id, role in partners.items()}
    add_cohort(unit, run, others | {lead: "lead"})
    founding.replace_credits(unit.connection, run.id, founding.credits_of(unit.connection, source))
    library.copy(unit, source, run.id)
    terms.copy(unit, source, run.id)
    return lead


def _begin(unit: UnitOfWork, actor: str, run: Cohort, lead: str) -> None:
    audit.record(unit, run.id, "cohort_opened", actor)
    enrol(unit, Enrolment(actor, run.id, "coordinator", lead))
    audit.record(unit, run.id, "enrolled", actor, actor, "coordinator")
    unit.tell(actor, "programme_changed", run.id)


def change_programme(unit: UnitOfWork, actor: str, id: str, wanted: ChangeProgramme) -> contract.Programme:
    """Raises Refused not_found for who does not lead it, changed_meanwhile, names_invalid, language_unknown."""
    before = _led(unit.connection, actor, founding.lock_programme(unit.connection, id))
    names = rules.clean_names(wanted.names)
    if before.version != wanted.version:
        raise Refused("changed_meanwhile", now=_programme(unit.connection, actor, before))
    after = replace(before, names=names, version=before.version + 1)
    founding.change_programme(unit.connection, after)
    for one in founding.coordinated_of_programme(unit.connection, id):
        unit.tell(one.person, "programme_changed", one.cohort)
    return _programme(unit.connection, actor, after)


def _led(connection: Connection, actor: str, programme: Programme | None) -> Programme:
    """One whose newest run, or whose run that goes on, the actor coordinates for the lead. Raises Refused not_found."""
    if programme is None:
        raise Refused("not_found")
    runs = founding.cohorts_of_programmes(connection, [programme.id])
    current = {run.id for place, run in enumerate(runs) if place == 0 or run.state != "ended"}
    coordinated = founding.coordinated_of_programme(connection, programme.id)
    leads = [one.person for one in coordinated if one.leads and one.cohort in current]
    if not may(Actor(actor), Verb.RUN, CohortSubject(leads=leads)):
        raise Refused("not_found")
    return programme


# ── changing a run ────────────────────────────────────────────────────────────────────────────────────────────────────


def change_cohort(unit: UnitOfWork, actor: str, id: str, wanted: ChangeCohort) -> CohortPage:
    """Raises Refused not_found for who does not coordinate it for the lead, changed_meanwhile, cohort_over, and for
    what is wrong in it: year_unlikely, dates_reversed, names_invalid, language_unknown, zone_unknown, line_invalid,
    phone_invalid, silence_days_invalid, text_…"""

    def change(who: Seen) -> Cohort:
        return rules.changed(who.cohort, wanted, known_zones())

    return _change(unit, actor, id, wanted.version, change, "cohort_changed")


def set_state(rooms: Rooms, unit: UnitOfWork, actor: str, id: str, wanted: SetCohortState) -> CohortPage:
    """What is planned begins with the run. Raises Refused as `change_cohort`, state_not_possible."""

    def change(who: Seen) -> Cohort:
        paired = founding.has_mentorships(unit.connection, id)
        rules.check_state(who.cohort.state, wanted.state, has_mentorships=paired)
        return replace(who.cohort, state=wanted.state, version=who.cohort.version + 1)

    page = _change(unit, actor, id, wanted.version, change, "cohort_changed", role=wanted.state)
    if wanted.state == "running":
        gatherings.follow_plan(unit, rooms, actor, id)
    if wanted.state == "ended":
        ending.run_ended(unit, id)
        open_calls.close_all(unit, id)
        return cohort_page(unit.connection, actor, id, unit.now)
    return page


def set_partners(unit: UnitOfWork, actor: str, id: str, wanted: SetPartners) -> CohortPage:
    """Raises Refused as `change_cohort`, partners_invalid, organisation_unknown, partner_has_people,
    last_coordinator."""

    def change(who: Seen) -> Cohort:
        rules.check_not_over(who.cohort.state)
        before = founding.partners(unit.connection, [id]).get(id, {})
        bringing = founding.organisations_with_people(unit.connection, id)
        known = set(before) | _known_organisations(unit.connection, actor)
        there = comers(unit.connection, {one.person for one in who.coordinators}, unit.now)
        # Who has only been invited, or is kept out, leads nobody.
        led_by = {one.organisation for one in who.coordinators if there[one.person].arrival == "here"}
        if None in led_by:
            # Whoever coordinates for no organisation does it for the one that leads, whichever that is.
            led_by |= known
        founding.replace_partners(unit.connection, id, rules.check_partners(wanted.partners, known, bringing, led_by))
        return replace(who.cohort, version=who.cohort.version + 1)

    return _change(unit, actor, id, wanted.version, change, "partners_changed")


def set_credits(unit: UnitOfWork, actor: str, id: str, wanted: SetCredits) -> CohortPage:
    """Raises Refused as `change_cohort`."""

    def change(who: Seen) -> Cohort:
        rules.check_not_over(who.cohort.state)
        founding.replace_credits(unit.connection, id, [rules.clean_credit(one) for one in wanted.credits])
        return replace(who.cohort, version=who.cohort.version + 1)

    return _change(unit, actor, id, wanted.version, change, "cohort_changed")


def _change(
    unit: UnitOfWork,
    actor: str,
    id: str,
    version: int,
    change: Callable[[Seen], Cohort],
    kind: AuditKind,
    *,
    role: str | None = None,
) -> CohortPage:
    """One change behind the run's lock. Who takes part is told of it if they see it at all: they may be thousands."""
    who = seen(unit.connection, actor, founding.lock_cohort(unit.connection, id))
    if not who.leads:
        raise Refused("not_found")
    if who.cohort.version != version:
        raise Refused("changed_meanwhile", now=page_of(unit.connection, who, unit.now))
    after = change(who)
    founding.change_cohort(unit.connection, after)
    audit.record(unit, id, kind, actor, role=role)
    told = {one.person for one in who.coordinators}
    if _seen_by_all(after) != _seen_by_all(who.cohort):
        told |= {part.person for part in enrolments.of_cohort(unit.connection, id)}
    for person in told:
        unit.tell(person, "programme_changed", id)
    return cohort_page(unit.connection, actor, id, unit.now)


def _seen_by_all(run: Cohort) -> tuple[object, ...]:
    """What a mentor or a mentee is shown of it."""
    return run.names, run.start, run.end, run.home_zone, run.state, run.help, run.silence_days


# ── what I coordinate ─────────────────────────────────────────────────────────────────────────────────────────────────


def my_programmes(connection: Connection, actor: str) -> Programmes:
    mine = [one.cohort for one in founding.coordinated_by(connection, actor)]
    runs = founding.cohorts(connection, mine)
    may_found = may(Actor(actor), Verb.FOUND, HouseSubject(keepers(connection)))
    known = None if may_found else _known_organisations(connection, actor)
    offers = founding.programmes(connection, {run.programme for run in runs.values()})
    return Programmes(
        may_found=may_found,
        organisations=organisations.shown(connection, actor, None if known is None else sorted(known)),
        programmes=tuple(
            _card(offer, [run for run in runs.values() if run.programme == offer.id]) for offer in offers.values()
        ),
    )


def _known_organisations(connection: Connection, actor: str) -> set[str]:
    """Those that they may name: of the runs that they coordinate, and those that they added; for who set the server up
    all."""
    if actor in keepers(connection):
        return set(founding.organisations(connection, None))
    runs = [one.cohort for one in founding.coordinated_by(connection, actor)]
    theirs = founding.partners(connection, runs).values()
    return {id for partners in theirs for id in partners} | set(founding.added_by(connection, actor))


def _programme(connection: Connection, actor: str, one: Programme) -> contract.Programme:
    mine = [other.cohort for other in founding.coordinated_by(connection, actor)]
    runs = founding.cohorts(connection, mine).values()
    return _card(one, [run for run in runs if run.programme == one.id])


def _card(one: Programme, runs: list[Cohort]) -> contract.Programme:
    newest_first = sorted(runs, key=lambda run: (run.start, run.id), reverse=True)
    return contract.Programme(one.id, dict(one.names), one.lead, one.version, tuple(map(card, newest_first)))
