"""Rounds of a run: made, set, locked, chosen by hand, given to the engine and released, by who coordinates it.

Who leads the run sees and does all of it. Who coordinates for a partner sees pairs in which one of their own people is,
and chooses where both are; what the whole is like (figures, conflicts, quotas) is told to the lead alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from server.accounts.service import names_of, readers
from server.contract import rounds as contract
from server.contract.commands import Done
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows.overview import scope_of
from server.flows.proposing import Proposing
from server.flows.round_people import SIDES, Heads, excluded, heads, there
from server.flows.round_telling import asked as read_told
from server.flows.round_views import Facts, Gathered, Seen, tell, view, view_work
from server.matching.proposals.model import Seat
from server.matching.reasons import Reason
from server.matching.rounds import service as rounds
from server.matching.rounds.explaining import reason, reasons_of
from server.matching.rounds.service import Locks, Pair, Result, Round, Scores
from server.policy import Actor, Verb, may
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.service import subject
from server.programmes.repeats import service as repeats
from server.programmes.sight import service as sight
from server.programmes.sight.service import EVERYBODY, Part
from server.unit_of_work import UnitOfWork

# ── which, and by whom ────────────────────────────────────────────────────────────────────────────────────────────────


def seen(connection: Connection, actor: str, round_id: str) -> Seen:
    """Raises Refused not_found for who does not coordinate the run."""
    return _seen(connection, actor, rounds.find(connection, round_id))


def _led(connection: Connection, actor: str, round_id: str) -> Seen:
    """For who leads the run. Raises Refused not_found."""
    return _check_leads(connection, actor, seen(connection, actor, round_id))


def _changing(unit: UnitOfWork, actor: str, round_id: str) -> Seen:
    """Locked until the commit, for who leads the run. Raises Refused not_found."""
    return _check_leads(unit.connection, actor, _choosing(unit, actor, round_id))


def _choosing(unit: UnitOfWork, actor: str, round_id: str) -> Seen:
    """Locked until the commit, for who coordinates the run. Raises Refused not_found."""
    return _seen(unit.connection, actor, rounds.lock(unit.connection, round_id))


def _seen(connection: Connection, actor: str, one: Round | None) -> Seen:
    if one is None:
        raise Refused("not_found")
    run, scope = scope_of(connection, actor, one.cohort)
    return Seen(one, scope, heads(connection, run))


def _check_leads(connection: Connection, actor: str, who: Seen) -> Seen:
    if not _may(connection, actor, who.one.cohort, Verb.CHANGE_COHORT):
        raise Refused("not_found")
    return who


def _may(
    connection: Connection, actor: str, cohort: str, verb: Verb, organisations: Collection[str | None] = ()
) -> bool:
    return may(Actor(actor), verb, subject(mentorships.coordinators(connection, cohort), organisations))


def _check_pairs(connection: Connection, actor: str, who: Seen, pairs: Iterable[Pair]) -> None:
    """Raises Refused not_found unless the actor may bring all of them together."""
    if who.lead:
        return
    team = mentorships.coordinators(connection, who.one.cohort)
    for pair in pairs:
        parts = [who.heads.parts.get(seat) for seat in zip(SIDES, pair, strict=True)]
        brought_by = {None if part is None else part.organisation for part in parts}
        if not may(Actor(actor), Verb.PAIR, subject(team, brought_by)):
            raise Refused("not_found")


def _check_version(connection: Connection, who: Seen, version: int) -> None:
    """Raises Refused changed_meanwhile, with what is there now."""
    if who.one.version != version:
        raise Refused("changed_meanwhile", now=view(facts(connection, who)))


# ── for who coordinates ───────────────────────────────────────────────────────────────────────────────────────────────


def make(unit: UnitOfWork, actor: str, cohort: str, wanted: contract.NewRound) -> Facts:
    """Raises Refused not_found, command_conflict, cohort_over, round_open, quota_invalid."""
    asked = repeats.digest(wanted, cohort)
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    if made is not None:
        return page(unit.connection, actor, made)
    # Before the lock, so that nobody's knocking holds up others.
    scope_of(unit.connection, actor, cohort)
    if not _may(unit.connection, actor, cohort, Verb.CHANGE_COHORT):
        raise Refused("not_found")
    run = mentorships.lock_run(unit.connection, cohort)
    assert run is not None
    mentorships.check_open(run)
    one = rounds.begin(unit, cohort, actor, wanted.settings)
    repeats.keep(unit, actor, wanted.command_id, asked, one.id)
    tell_team(unit, cohort)
    return page(unit.connection, actor, one.id)


def of_run(connection: Connection, actor: str, cohort: str) -> contract.Rounds:
    """Raises Refused not_found for who does not coordinate it."""
    run, scope = scope_of(connection, actor, cohort)
    found = rounds.of_cohort(connection, cohort)
    names = names_of(connection, {one.made_by for one in found})
    known = heads(connection, run) if scope != EVERYBODY else None
    return contract.Rounds(tuple(_card(one, names.get(one.made_by, ""), known, scope.organisation) for one in found))


def _card(one: Round, name: str, known: Heads | None, organisation: str | None) -> contract.RoundCard:
    released = one.released
    if known is not None:
        own = {person for (_, person), part in known.parts.items() if part.organisation == organisation}
        released = frozenset(pair for pair in released if own & set(pair))
    return contract.RoundCard(one.id, one.state, one.made_at, Person(one.made_by, name), one.work.state, len(released))


def page(connection: Connection, actor: str, round_id: str) -> Facts:
    """Raises Refused not_found."""
    return facts(connection, seen(connection, actor, round_id))


def facts(connection: Connection, who: Seen) -> Facts:
    """Of what is shown of it; `view` makes it so."""
    one = who.one
    people = {part.person for part in who.heads.parts.values()} | {one.made_by, one.work.asked_by} - {""}
    return Facts(
        who,
        rounds.written_answer(connection, one.id),
        rounds.scores_of(connection, one.id),
        names_of(connection, people),
    )


def work_of(connection: Connection, actor: str, round_id: str) -> contract.RoundWork:
    """How far it is: for who waits. Raises Refused not_found."""
    one = rounds.find(connection, round_id)
    if one is None:
        raise Refused("not_found")
    scope_of(connection, actor, one.cohort)
    return view_work(one, names_of(connection, {one.work.asked_by} - {""}))


def set_settings(unit: UnitOfWork, actor: str, round_id: str, wanted: contract.SetRoundSettings) -> Facts:
    """Raises Refused not_found, changed_meanwhile, round_over, quota_invalid."""
    who = _changing(unit, actor, round_id)
    _check_version(unit.connection, who, wanted.version)
    return _changed(unit, who, rounds.set_settings(unit, who.one, wanted.settings))


def set_locks(unit: UnitOfWork, actor: str, round_id: str, wanted: contract.SetRoundLocks) -> Facts:
    """Raises Refused not_found, changed_meanwhile, round_over, lock_unknown, locks_contradict, pair_excluded,
    too_many_locks."""
    who = _choosing(unit, actor, round_id)
    asked = _locks(wanted)
    _check_pairs(unit.connection, actor, who, asked.every)
    _check_version(unit.connection, who, wanted.version)
    before, known = who.one.locks, who.heads
    locks = rounds.merged(before, asked, None if who.lead else {pair for pair in before.every if who.decides(pair)})
    locks = rounds.still(locks, before, known.mentees, known.mentors)
    rounds.check_locks(locks, known.mentees, known.mentors, excluded(unit.connection, who.one.cohort))
    return _changed(unit, who, rounds.set_locks(unit, who.one, locks))


def _locks(wanted: contract.SetRoundLocks) -> Locks:
    """Raises Refused locks_contradict for a pair that stands there twice."""
    found: dict[str, frozenset[Pair]] = {}
    for name in Locks.__struct_fields__:
        pairs = [(one.mentee, one.mentor) for one in getattr(wanted, name)]
        for number, pair in enumerate(pairs):
            if pair in pairs[:number]:
                raise Refused("locks_contradict", place=f"{name}[{number}]")
        found[name] = frozenset(pairs)
    return Locks(**found)


def callable_people(connection: Connection, actor: str, round_id: str) -> tuple[dict[str, str], dict[str, str]]:
    """What lines of others' scores may call people: by id and by address, mentees and mentors. Raises Refused
    not_found."""
    parts: Iterable[Part] = _led(connection, actor, round_id).heads.parts.values()
    addresses = {
        person: one.email.lower() for person, one in readers(connection, {one.person for one in parts}).items()
    }
    sides = []
    for role in SIDES:
        ids = [one.person for one in parts if one.role == role]
        sides.append({one: one for one in ids} | {addresses[one]: one for one in ids if one in addresses})
    return sides[0], sides[1]


def set_scores(unit: UnitOfWork, actor: str, round_id: str, version: int, scores: Scores | None) -> Facts:
    """Raises Refused not_found, changed_meanwhile, round_over."""
    who = _changing(unit, actor, round_id)
    _check_version(unit.connection, who, version)
    return _changed(unit, who, rounds.set_scores(unit, who.one, scores))


def start(unit: UnitOfWork, actor: str, round_id: str, wanted: contract.StartRoundWork) -> Facts:
    """Raises Refused not_found, changed_meanwhile, round_over."""
    who = _changing(unit, actor, round_id)
    _check_version(unit.connection, who, wanted.version)
    return _changed(unit, who, replace(who.one, work=rounds.order(unit, who.one, actor)))


def cancel(unit: UnitOfWork, actor: str, round_id: str) -> Facts:
    """Raises Refused not_found."""
    who = _changing(unit, actor, round_id)
    return _changed(unit, who, replace(who.one, work=rounds.cancel(unit, who.one)))


def close(unit: UnitOfWork, actor: str, round_id: str) -> Done:
    """Raises Refused not_found, round_over."""
    who = _changing(unit, actor, round_id)
    if who.one.state != "closed":
        rounds.close(unit, who.one)
        tell_team(unit, who.one.cohort)
    return Done()


def _changed(unit: UnitOfWork, who: Seen, after: Round) -> Facts:
    tell_team(unit, who.one.cohort)
    return facts(unit.connection, replace(who, one=after))


def tell_team(unit: UnitOfWork, cohort: str) -> None:
    """Whoever coordinates looks at the same round: their screens read it anew."""
    for one in mentorships.coordinators(unit.connection, cohort):
        unit.tell(one.person, "programme_changed", cohort)


# ── releasing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def release(proposing: Proposing, unit: UnitOfWork, actor: str, round_id: str, wanted: contract.ReleaseRound) -> Facts:
    """Raises Refused not_found, command_conflict, changed_meanwhile, round_over, nothing_to_release, and what speaks
    against a proposal: not_enrolled, has_mentorship, already_proposed, days_unlikely."""
    digest = repeats.digest(wanted, round_id)
    if repeats.made_before(unit, actor, wanted.command_id, digest) is not None:
        return page(unit.connection, actor, round_id)
    # The run before the round, as everywhere.
    mentorships.lock_run(unit.connection, seen(unit.connection, actor, round_id).one.cohort)
    who = _choosing(unit, actor, round_id)
    asked = {(one.mentee, one.mentor) for one in wanted.pairs}
    _check_pairs(unit.connection, actor, who, asked)
    _check_version(unit.connection, who, wanted.version)
    if wanted.run != who.one.run:
        raise Refused("changed_meanwhile", now=view(facts(unit.connection, who)))
    possible = _to_release(who, rounds.answer(unit.connection, round_id))
    chosen = [pair for pair in sorted(possible) if wanted.all or pair in asked]
    if not chosen or asked - possible.keys():
        raise Refused("nothing_to_release")
    after = rounds.release(unit, who.one, chosen, all_of_it=wanted.all and who.lead)
    for pair, reasons in _reasons(unit.connection, who, {pair: possible[pair] for pair in chosen}).items():
        seats: list[Seat] = [(pair[0], "mentee"), (pair[1], "mentor")]
        proposing.propose(
            unit, actor, who.one.cohort, round_id, seats, {pair: reasons}, order=wanted.order, days=wanted.days
        )
    repeats.keep(unit, actor, wanted.command_id, digest, round_id)
    return facts(unit.connection, _seen(unit.connection, actor, after))


Told = dict[Pair, tuple[Reason, ...] | None]


def _to_release(who: Seen, result: Result | None) -> Told:
    """What was found and what was chosen by hand, not released yet, of pairs that the actor decides; with its reasons,
    where the engine has told them."""
    found = {} if result is None else {(one.mentee, one.mentor): one.reasons for one in result.outcome.pairs}
    locks = who.one.locks
    by_hand = dict(locks.chosen)
    possible: Told = dict.fromkeys(locks.chosen)
    # What was said by hand after the answer goes before it.
    possible |= {
        pair: tuple(reason(one) for one in told)
        for pair, told in found.items()
        if by_hand.get(pair[0], pair[1]) == pair[1] and pair not in locks.forbid
    }
    return {pair: told for pair, told in possible.items() if pair not in who.one.released and who.decides(pair)}


def _reasons(connection: Connection, who: Seen, told: Told) -> dict[Pair, tuple[Reason, ...]]:
    """Also of choices by hand that no answer has."""
    known = {pair: reasons for pair, reasons in told.items() if reasons is not None}
    left = [pair for pair in told if pair not in known]
    if left:
        people = {person for pair in left for person in pair}
        known |= reasons_of(read_told(tell(who.one, there(connection, who.heads).of(people), None, None)), left)
    return known


# ── questions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def gathered(connection: Connection, actor: str, round_id: str) -> Gathered:
    """Raises Refused not_found."""
    return _gather(connection, seen(connection, actor, round_id))


def gathered_pair(connection: Connection, actor: str, round_id: str, pair: Pair) -> Gathered:
    """For who may bring the two together. Raises Refused not_found."""
    who = seen(connection, actor, round_id)
    _check_pairs(connection, actor, who, [pair])
    if pair[0] not in who.heads.mentees or pair[1] not in who.heads.mentors:
        raise Refused("not_found")
    return _gather(connection, who)


def gathered_for_work(connection: Connection, round_id: str) -> Gathered | None:
    """Whoever asked for it; None for a round that is there no more."""
    one = rounds.find(connection, round_id)
    run = None if one is None else sight.run(connection, one.cohort)
    if one is None or run is None:
        return None
    return _gather(connection, Seen(one, EVERYBODY, heads(connection, run)))


def _gather(connection: Connection, who: Seen) -> Gathered:
    answer = rounds.written_answer(connection, who.one.id)
    return Gathered(who, there(connection, who.heads), rounds.scores_of(connection, who.one.id), answer)
