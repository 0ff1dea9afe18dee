"""Rounds of a run: made, set, locked, chosen by hand, given to the engine and released, by who coordinates it.

Who leads the run sees and does all of it. Who coordinates for a partner sees pairs in which one of their own people is,
and chooses where both are; what the whole is like (figures, conflicts, quotas) is told to the lead alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from server.accounts.service import names_of, readers
from server.contract import rounds as contract
from server.contract.commands import Done
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows.overview import scope_of
from server.flows.round_people import SIDES, There, entrants, there
from server.matching.rounds import service as rounds
from server.matching.rounds.service import (
    Asked,
    Cost,
    Demanded,
    Explained,
    Locks,
    Needs,
    Outcome,
    Pair,
    Result,
    Round,
    Said,
    Scores,
)
from server.policy import Actor, Verb, may
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.service import subject
from server.programmes.repeats import service as repeats
from server.programmes.sight import service as sight
from server.programmes.sight.service import EVERYBODY, Part, Run, Scope
from server.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Seen:
    """A round, and how much of it somebody sees. `own`: people whom they brought in; None for everybody."""

    one: Round
    run: Run
    scope: Scope
    parts: tuple[Part, ...]

    @property
    def lead(self) -> bool:
        return self.scope == EVERYBODY

    @property
    def own(self) -> frozenset[str] | None:
        if self.lead:
            return None
        return frozenset(one.person for one in self.parts if one.organisation == self.scope.organisation)

    def concerns(self, pair: Pair) -> bool:
        return self.own is None or bool(self.own & set(pair))

    def decides(self, pair: Pair) -> bool:
        return self.own is None or self.own >= set(pair)


# ── which, and by whom ────────────────────────────────────────────────────────────────────────────────────────────────


def seen(connection: Connection, actor: str, round_id: str, *, leads: bool = False) -> Seen:
    """`leads`: what only the lead may do. Raises Refused not_found."""
    return _seen(connection, actor, rounds.find(connection, round_id), leads=leads)


def _changing(unit: UnitOfWork, actor: str, round_id: str, *, leads: bool = True) -> Seen:
    """Locked until the commit. Raises Refused not_found."""
    return _seen(unit.connection, actor, rounds.lock(unit.connection, round_id), leads=leads)


def _seen(connection: Connection, actor: str, one: Round | None, *, leads: bool) -> Seen:
    if one is None:
        raise Refused("not_found")
    run, scope = scope_of(connection, actor, one.cohort)
    if leads and not _may(connection, actor, one.cohort, Verb.CHANGE_COHORT):
        raise Refused("not_found")
    return Seen(one, run, scope, tuple(sight.team(connection, one.cohort, SIDES)))


def _may(
    connection: Connection, actor: str, cohort: str, verb: Verb, organisations: Collection[str | None] = ()
) -> bool:
    return may(Actor(actor), verb, subject(mentorships.coordinators(connection, cohort), organisations))


def _check_pairs(connection: Connection, actor: str, who: Seen, pairs: Iterable[Pair]) -> None:
    """Raises Refused not_found unless the actor may bring all of them together."""
    organisation = {(one.role, one.person): one.organisation for one in who.parts}
    for mentee, mentor in pairs:
        sides = {organisation.get(("mentee", mentee)), organisation.get(("mentor", mentor))}
        if not who.lead and not _may(connection, actor, who.one.cohort, Verb.PAIR, sides):
            raise Refused("not_found")


def _check_version(connection: Connection, actor: str, who: Seen, version: int) -> None:
    """Raises Refused changed_meanwhile, with what is there now."""
    if who.one.version != version:
        raise Refused("changed_meanwhile", now=shown(connection, who))


# ── for who coordinates ───────────────────────────────────────────────────────────────────────────────────────────────


def make(unit: UnitOfWork, actor: str, cohort: str, wanted: contract.NewRound) -> contract.Round:
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
    return page(unit.connection, actor, one.id)


def of_run(connection: Connection, actor: str, cohort: str) -> contract.Rounds:
    """Raises Refused not_found for who does not coordinate it."""
    scope_of(connection, actor, cohort)
    found = rounds.of_cohort(connection, cohort)
    names = names_of(connection, {one.made_by for one in found})
    return contract.Rounds(
        tuple(
            contract.RoundCard(
                one.id,
                one.state,
                one.made_at,
                _named(one.made_by, names),
                one.work.state,
                sum(seen(connection, actor, one.id).concerns(pair) for pair in one.released),
            )
            for one in found
        )
    )


def page(connection: Connection, actor: str, round_id: str) -> contract.Round:
    """Raises Refused not_found."""
    return shown(connection, seen(connection, actor, round_id))


def set_settings(unit: UnitOfWork, actor: str, round_id: str, wanted: contract.SetRoundSettings) -> contract.Round:
    """Raises Refused not_found, changed_meanwhile, round_over, quota_invalid."""
    who = _changing(unit, actor, round_id)
    _check_version(unit.connection, actor, who, wanted.version)
    return shown(unit.connection, replace(who, one=rounds.set_settings(unit, who.one, wanted.settings)))


def set_locks(unit: UnitOfWork, actor: str, round_id: str, wanted: contract.SetRoundLocks) -> contract.Round:
    """Raises Refused not_found, changed_meanwhile, round_over, lock_unknown, locks_contradict, pair_excluded,
    too_many_locks."""
    who = _changing(unit, actor, round_id, leads=False)
    asked = Locks(*(frozenset((one.mentee, one.mentor) for one in side) for side in _sides(wanted)))
    for name, side in zip(Locks.__struct_fields__, _sides(wanted), strict=True):
        _check_doubled(name, side)
    _check_pairs(unit.connection, actor, who, asked.pin | asked.forbid | asked.chosen)
    _check_version(unit.connection, actor, who, wanted.version)
    before = who.one.locks
    every = before.pin | before.forbid | before.chosen
    locks = rounds.merged(before, asked, None if who.lead else {pair for pair in every if who.decides(pair)})
    known = there(unit.connection, who.run)
    rounds.check_locks(locks, who.one.released, known.mentees, known.mentors, known.excluded)
    return shown(unit.connection, replace(who, one=rounds.set_locks(unit, who.one, locks)))


def _sides(wanted: contract.SetRoundLocks) -> tuple[tuple[contract.RoundPair, ...], ...]:
    return wanted.pin, wanted.forbid, wanted.chosen


def _check_doubled(name: str, side: tuple[contract.RoundPair, ...]) -> None:
    """Raises Refused locks_contradict."""
    known: set[contract.RoundPair] = set()
    for number, one in enumerate(side):
        if one in known:
            raise Refused("locks_contradict", place=f"{name}[{number}]")
        known.add(one)


def callable_people(connection: Connection, actor: str, round_id: str) -> tuple[dict[str, str], dict[str, str]]:
    """What lines of others' scores may call people: by id and by address. Raises Refused not_found."""
    who = seen(connection, actor, round_id, leads=True)
    addresses = {person: one.email.lower() for person, one in readers(connection, _people(who.parts)).items()}
    sides = []
    for role in SIDES:
        ids = [one.person for one in who.parts if one.role == role]
        sides.append({one: one for one in ids} | {addresses[one]: one for one in ids if one in addresses})
    return sides[0], sides[1]


def _people(parts: Iterable[Part]) -> set[str]:
    return {one.person for one in parts}


def set_scores(unit: UnitOfWork, actor: str, round_id: str, version: int, scores: Scores | None) -> contract.Round:
    """Raises Refused not_found, changed_meanwhile, round_over."""
    who = _changing(unit, actor, round_id)
    _check_version(unit.connection, actor, who, version)
    return shown(unit.connection, replace(who, one=rounds.set_scores(unit, who.one, scores)))


def start(unit: UnitOfWork, actor: str, round_id: str, wanted: contract.StartRoundWork) -> contract.Round:
    """Raises Refused not_found, changed_meanwhile, round_over, round_empty."""
    who = _changing(unit, actor, round_id)
    _check_version(unit.connection, actor, who, wanted.version)
    return shown(unit.connection, replace(who, one=replace(who.one, work=rounds.order(unit, who.one, actor))))


def cancel(unit: UnitOfWork, actor: str, round_id: str) -> contract.Round:
    """Raises Refused not_found."""
    who = _changing(unit, actor, round_id)
    return shown(unit.connection, replace(who, one=replace(who.one, work=rounds.cancel(unit, who.one))))


def close(unit: UnitOfWork, actor: str, round_id: str) -> Done:
    """Raises Refused not_found, round_over."""
    who = _changing(unit, actor, round_id)
    if who.one.state != "closed":
        rounds.close(unit, who.one)
    return Done()


def release(unit: UnitOfWork, actor: str, round_id: str, wanted: contract.ReleaseRound) -> contract.Round:
    """Raises Refused not_found, command_conflict, changed_meanwhile, round_over, nothing_to_release."""
    digest = repeats.digest(wanted, round_id)
    if repeats.made_before(unit, actor, wanted.command_id, digest) is not None:
        return page(unit.connection, actor, round_id)
    who = _changing(unit, actor, round_id, leads=False)
    pairs = [(one.mentee, one.mentor) for one in wanted.pairs]
    _check_pairs(unit.connection, actor, who, pairs)
    _check_version(unit.connection, actor, who, wanted.version)
    result = rounds.answer(unit.connection, round_id)
    if wanted.run != who.one.run:
        raise Refused("changed_meanwhile", now=shown(unit.connection, who))
    possible = _to_release(who, result)
    chosen = [pair for pair in sorted(possible) if wanted.all or pair in set(pairs)]
    if not chosen or set(pairs) - possible.keys():
        raise Refused("nothing_to_release")
    left = {pair for pair in possible if pair not in chosen}
    after = rounds.release(unit, who.one, chosen, all_of_it=wanted.all and who.lead and not left)
    repeats.keep(unit, actor, wanted.command_id, digest, round_id)
    return shown(unit.connection, replace(who, one=after))


def _to_release(who: Seen, result: Result | None) -> dict[Pair, tuple[Said, ...]]:
    """What was found and what was chosen by hand, not released yet, of pairs that the actor decides; with its
    reasons."""
    found = {} if result is None else {(one.mentee, one.mentor): one.reasons for one in result.outcome.pairs}
    by_hand = dict(who.one.locks.chosen)
    # A choice by hand that came after the answer goes before it.
    possible = {pair: reasons for pair, reasons in found.items() if by_hand.get(pair[0], pair[1]) == pair[1]}
    possible |= {pair: () for pair in who.one.locks.chosen if pair not in possible}
    return {pair: reasons for pair, reasons in possible.items() if pair not in who.one.released and who.decides(pair)}


# ── as it is shown ────────────────────────────────────────────────────────────────────────────────────────────────────


def _named(person: str, names: Mapping[str, str]) -> Person:
    return Person(person, names.get(person, ""))


def shown(connection: Connection, who: Seen) -> contract.Round:
    one = who.one
    known = there(connection, who.run)
    result = rounds.answer(connection, one.id)
    scores = rounds.scores_of(connection, one.id)
    names = names_of(connection, _people(who.parts) | {one.made_by, one.work.asked_by} - {""})

    def locked(pairs: Iterable[Pair]) -> tuple[contract.LockedPair, ...]:
        mine = sorted(pair for pair in pairs if who.concerns(pair))
        return tuple(contract.LockedPair(_named(a, names), _named(b, names)) for a, b in mine)

    return contract.Round(
        id=one.id,
        cohort=one.cohort,
        state=one.state,
        made_at=one.made_at,
        made_by=_named(one.made_by, names),
        settings=one.settings,
        pin=locked(one.locks.pin),
        forbid=locked(one.locks.forbid),
        chosen=locked(one.locks.chosen),
        released=locked(one.released),
        scores=contract.RoundScores(scores.pairs, scores.least, scores.most) if scores and who.lead else None,
        mentees=len(known.mentees),
        mentors=len(known.mentors),
        silent=tuple(_named(one, names) for one in sorted(known.silent) if who.own is None or one in who.own),
        work=_work(one, names),
        result=None if result is None else _result(who, result, names),
        stale=result is not None and result.stamp != stamp(known, one, scores),
        lead=who.lead,
        version=one.version,
    )


def stamp(known: There, one: Round, scores: Scores | None) -> str:
    """Of all that an answer is made from, but the answer before it."""
    return rounds.stamp(known.stamp, one, "" if scores is None else scores.digest)


def _work(one: Round, names: Mapping[str, str]) -> contract.RoundWork:
    work = one.work
    if work.state == "none":
        return contract.RoundWork("none")
    return contract.RoundWork(
        state=work.state,
        stage=work.stage,  # type: ignore[arg-type]
        step=work.step,
        steps=work.steps,
        fault=work.fault,
        asked_at=work.asked_at,
        asked_by=_named(work.asked_by, names),
    )


def _result(who: Seen, result: Result, names: Mapping[str, str]) -> contract.RoundResult:
    told, own = result.outcome, who.own
    pairs = [one for one in told.pairs if who.concerns((one.mentee, one.mentor))]
    previous = sum(one.kept for one in told.pairs)
    return contract.RoundResult(
        run=result.run,
        made_at=result.made_at,
        engine=told.engine,
        input=told.input,
        unit=told.unit,
        proved=told.proved,
        bound=told.bound if who.lead else None,
        pairs=tuple(
            contract.MatchedPair(
                _named(one.mentee, names), _named(one.mentor, names), one.score, one.how, one.kept, one.breaks
            )
            for one in pairs
        ),
        shares=tuple(
            contract.PersonShare(_named(one.mentee, names), one.score, one.best, one.choices)
            for one in told.shares
            if own is None or one.mentee in own
        ),
        loads=tuple(
            contract.MentorLoad(_named(one.mentor, names), one.mentees, one.capacity)
            for one in told.loads
            if own is None or one.mentor in own
        ),
        measures=_measures(told) if who.lead else None,
        ruled_out=tuple(contract.RuleCount(one.rule, one.pairs, one.alone) for one in told.ruled_out if who.lead),
        quotas=tuple(contract.QuotaMet(one.quota, one.wanted, one.reached) for one in told.quotas if who.lead),
        kept=previous if who.lead else 0,
        could_be_kept=told.could_be_kept if who.lead else 0,
        curve=tuple(contract.KeepPoint(one.keep, one.kept, one.matched, one.total) for one in told.curve if who.lead),
        stability=_stability(told) if who.lead else None,
        conflict=_conflict(told, names) if who.lead else None,
    )


def _measures(told: Outcome) -> contract.RoundMeasures | None:
    figures = told.figures
    if figures is None:
        return None
    return contract.RoundMeasures(**{name: getattr(figures, name) for name in figures.__struct_fields__})


def _stability(told: Outcome) -> contract.StabilityGain | None:
    calmed = told.calmed
    if calmed is None:
        return None
    return contract.StabilityGain(calmed.searched, calmed.blocking_before, calmed.total_before)


def _conflict(told: Outcome, names: Mapping[str, str]) -> contract.RoundConflict | None:
    clash = told.clash
    if clash is None:
        return None

    def demand(one: Demanded) -> contract.ConflictDemand:
        pair = (None, None) if one.pair is None else tuple(_named(person, names) for person in one.pair)
        quota = None if one.quota is None else contract.QuotaMet(one.quota.quota, one.quota.wanted, one.quota.reached)
        return contract.ConflictDemand(one.kind, pair[0], pair[1], quota, one.rule)

    people = tuple(_named(person, names) for person in clash.people)
    return contract.RoundConflict(tuple(map(demand, clash.demands)), people, clash.matched)


# ── questions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the engine has to be told; `stamp` says whether it is so still."""

    who: Seen
    known: There
    scores: Scores | None
    answered: tuple[Pair, ...]
    solved: bool
    stamp: str

    def asked(self) -> Asked:
        """Takes a part of a second for thousands: not in the loop's thread."""
        one = self.who.one
        mentees, mentors = entrants(self.known)
        return Asked(
            mentees,
            mentors,
            one.settings,
            tuple(sorted(one.locks.pin - one.released)),
            tuple(sorted(one.locks.forbid)),
            tuple(sorted(one.locks.chosen - one.released)),
            tuple(sorted(one.released)),
            self.answered,
            None if self.scores is None else self.scores.rows,
            one.cohort,
        )


def gather(connection: Connection, who: Seen) -> Gathered:
    known = there(connection, who.run)
    result = rounds.answer(connection, who.one.id)
    scores = rounds.scores_of(connection, who.one.id)
    pairs = () if result is None else tuple((one.mentee, one.mentor) for one in result.outcome.pairs)
    return Gathered(who, known, scores, pairs, result is not None, stamp(known, who.one, scores))


def gather_for_work(connection: Connection, round_id: str) -> Gathered | None:
    """Whoever asked for it; None for a round that is there no more."""
    one = rounds.find(connection, round_id)
    run = None if one is None else sight.run(connection, one.cohort)
    if one is None or run is None:
        return None
    return gather(connection, Seen(one, run, EVERYBODY, ()))


def gathered(connection: Connection, actor: str, round_id: str) -> Gathered:
    """Raises Refused not_found."""
    return gather(connection, seen(connection, actor, round_id))


def gathered_pair(connection: Connection, actor: str, round_id: str, mentee: str, mentor: str) -> Gathered:
    """For who may bring the two together. Raises Refused not_found."""
    who = seen(connection, actor, round_id)
    parts = {(one.role, one.person) for one in who.parts}
    if ("mentee", mentee) not in parts or ("mentor", mentor) not in parts:
        raise Refused("not_found")
    _check_pairs(connection, actor, who, [(mentee, mentor)])
    return gather(connection, who)


def needs(connection: Connection, gathered: Gathered, told: Needs, start: int) -> contract.RoundNeeds:
    """Mentees one by one, with their own words."""
    words = gathered.known.words
    people = {one.mentee for one in told.needs} | {one.mentor for one in told.needs if one.mentor is not None}
    names = names_of(connection, people | {each.mentor for one in told.needs for each in one.possible})
    skills = {person: tuple(sorted(one.skills)) for (_, person), one in gathered.known.said.items()}
    return contract.RoundNeeds(
        tuple(
            contract.MenteeNeed(
                _named(one.mentee, names),
                *words.get(one.mentee, ("", "")),
                skills.get(one.mentee, ()),
                None if one.mentor is None else _named(one.mentor, names),
                one.how,
                tuple(
                    contract.PossibleMentor(
                        _named(each.mentor, names), each.score, each.seats, _said(each.reasons), _said(each.caveats)
                    )
                    for each in one.possible
                ),
                one.to_find,
                one.against,
            )
            for one in told.needs
        ),
        start,
        told.of,
        told.left,
        told.to_find,
    )


def _said(reasons: Iterable[Said]) -> tuple[contract.PairReason, ...]:
    return tuple(contract.PairReason(one.code, one.parameters, one.shared) for one in reasons)


def pair_page(connection: Connection, gathered: Gathered, pair: Pair, told: Explained) -> contract.PairPage:
    """What it would cost, and who would move for the two, is told to the lead alone."""
    moved = {one for cost in (told.force, told.forbid) if cost is not None for move in cost.moves
             for one in (move.mentee, move.before, move.after) if one is not None}  # fmt: skip
    names = names_of(connection, {*pair} | moved)

    def known(person: str | None) -> Person | None:
        return None if person is None else _named(person, names)

    def cost(one: Cost | None) -> contract.PairCost | None:
        if one is None or not gathered.who.lead:
            return None
        moves = tuple(
            contract.PairMove(_named(move.mentee, names), known(move.before), known(move.after)) for move in one.moves
        )
        return contract.PairCost(one.people, one.points, moves, one.proved)

    return contract.PairPage(
        mentee=_named(pair[0], names),
        mentor=_named(pair[1], names),
        state=told.state,
        score=told.score,
        unit=told.unit,
        best=told.best,
        parts=told.parts,
        why=_said(told.why),
        caveats=_said(told.caveats),
        why_not=_said(told.why_not),
        change=_said(told.change),
        force=cost(told.force),
        forbid=cost(told.forbid),
    )
