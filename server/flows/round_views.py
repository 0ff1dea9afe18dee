"""A round as it is shown to who coordinates, and as the engine is asked about it. Pure: for thousands of people this
takes a part of a second, so it is done past the loop's thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from server.contract import rounds as contract
from server.contract.views import Person
from server.flows.round_people import Heads, There
from server.flows.round_telling import Told, previous
from server.matching.rounds import service as rounds
from server.matching.rounds.service import (
    Cost,
    Demanded,
    Explained,
    Needs,
    Outcome,
    Pair,
    Result,
    Round,
    Said,
    Scores,
    Written,
)
from server.programmes.sight.service import EVERYBODY, Scope

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A round, who is in it, and how much of it somebody sees."""

    one: Round
    scope: Scope
    heads: Heads

    @property
    def lead(self) -> bool:
        return self.scope == EVERYBODY

    @property
    def own(self) -> frozenset[str] | None:
        """People whom they brought in; None for everybody."""
        if self.lead:
            return None
        parts = self.heads.parts.values()
        return frozenset(one.person for one in parts if one.organisation == self.scope.organisation)

    def concerns(self, pair: Pair) -> bool:
        own = self.own
        return own is None or bool(own & set(pair))

    def decides(self, pair: Pair) -> bool:
        own = self.own
        return own is None or own >= set(pair)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is shown of a round; the answer as it was written."""

    who: Seen
    answer: Written | None
    scores: Scores | None
    names: Names


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the engine has to be told."""

    who: Seen
    there: There
    scores: Scores | None
    answer: Written | None

    @property
    def stamp(self) -> str:
        return stamp(self.who, self.scores)

    def answered(self) -> tuple[Pair, ...]:
        """The pairs of the newest answer."""
        return () if self.answer is None else previous(self.answer.outcome)

    def told(self) -> bytes:
        """For a child. Takes a part of a second for thousands."""
        return tell(self.who.one, self.there, self.answer, self.scores)


def tell(one: Round, there: There, answer: Written | None, scores: Scores | None) -> bytes:
    """For a child."""
    heads = there.heads
    told = Told(
        one.cohort,
        heads.run.home_zone,
        heads.run.start,
        heads.run.end,
        one.settings,
        one.locks,
        tuple(sorted(heads.declined)),
        tuple(there.said.values()),
        {person: heads.parts[role, person].organisation for role, person in there.said},
        dict(there.countries),
        dict(heads.mentors),
        tuple(there.hours),
        None if answer is None else answer.outcome,
        None if scores is None else scores.written,
    )
    return msgspec.msgpack.encode(told)


def stamp(who: Seen, scores: Scores | None) -> str:
    """Of all that an answer is made from, but the answer before it."""
    return rounds.stamp(who.heads.stamp, who.one, "" if scores is None else scores.digest)


# ── a round ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def view(facts: Facts) -> contract.Round:
    who, one, names = facts.who, facts.who.one, facts.names
    own = who.own

    def locked(pairs: Iterable[Pair]) -> tuple[contract.LockedPair, ...]:
        mine = sorted(pair for pair in pairs if own is None or own & set(pair))
        return tuple(contract.LockedPair(_named(a, names), _named(b, names)) for a, b in mine)

    result = None if facts.answer is None else facts.answer.read()
    scores = facts.scores if who.lead else None
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
        scores=None if scores is None else contract.RoundScores(scores.pairs, scores.least, scores.most),
        mentees=_count(who.heads.mentees, own),
        mentors=_count(who.heads.mentors, own),
        silent=tuple(_named(person, names) for person in sorted(who.heads.silent) if own is None or person in own),
        work=view_work(one, names),
        result=None if result is None else _result(who, result, names),
        stale=result is not None and result.stamp != stamp(who, facts.scores),
        lead=who.lead,
        version=one.version,
    )


def _count(people: Iterable[str], own: frozenset[str] | None) -> int:
    return sum(own is None or person in own for person in people)


def _named(person: str, names: Names) -> Person:
    return Person(person, names.get(person, ""))


def view_work(one: Round, names: Names) -> contract.RoundWork:
    work = one.work
    if work.state == "none":
        return contract.RoundWork("none", run=one.run)
    return contract.RoundWork(
        state=work.state,
        stage=work.stage,  # type: ignore[arg-type]
        step=work.step,
        steps=work.steps,
        fault=work.fault,
        asked_at=work.asked_at,
        asked_by=_named(work.asked_by, names),
        run=one.run,
    )


def _result(who: Seen, result: Result, names: Names) -> contract.RoundResult:
    told, own, lead = result.outcome, who.own, who.lead
    pairs = [one for one in told.pairs if own is None or own & {one.mentee, one.mentor}]
    return contract.RoundResult(
        run=result.run,
        made_at=result.made_at,
        engine=told.engine,
        input=told.input,
        unit=told.unit,
        proved=told.proved,
        bound=told.bound if lead else None,
        pairs=tuple(
            contract.MatchedPair(
                _named(one.mentee, names),
                _named(one.mentor, names),
                one.score,
                "released" if (one.mentee, one.mentor) in who.one.released else one.how,
                one.kept,
                one.breaks,
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
        measures=_measures(told) if lead else None,
        ruled_out=tuple(contract.RuleCount(one.rule, one.pairs, one.alone) for one in told.ruled_out if lead),
        quotas=tuple(contract.QuotaMet(one.quota, one.wanted, one.reached) for one in told.quotas if lead),
        kept=sum(one.kept for one in told.pairs) if lead else 0,
        could_be_kept=told.could_be_kept if lead else 0,
        curve=tuple(contract.KeepPoint(one.keep, one.kept, one.matched, one.total) for one in told.curve if lead),
        stability=_stability(told) if lead else None,
        conflict=_conflict(told, names) if lead else None,
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


def _conflict(told: Outcome, names: Names) -> contract.RoundConflict | None:
    clash = told.clash
    if clash is None:
        return None

    def demand(one: Demanded) -> contract.ConflictDemand:
        mentee, mentor = (None, None) if one.pair is None else (_named(person, names) for person in one.pair)
        quota = None if one.quota is None else contract.QuotaMet(one.quota.quota, one.quota.wanted, one.quota.reached)
        return contract.ConflictDemand(one.kind, mentee, mentor, quota, one.rule)

    people = tuple(_named(person, names) for person in clash.people)
    return contract.RoundConflict(tuple(map(demand, clash.demands)), people, clash.matched)


# ── questions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def people_of_needs(told: Needs) -> set[str]:
    """Whose names are shown."""
    had = {one.mentor for one in told.needs if one.mentor is not None}
    return {one.mentee for one in told.needs} | had | {each.mentor for one in told.needs for each in one.possible}


def view_needs(gathered: Gathered, told: Needs, start: int, names: Names) -> contract.RoundNeeds:
    """Mentees one by one, with their own words."""
    return contract.RoundNeeds(
        tuple(
            contract.MenteeNeed(
                _named(one.mentee, names),
                *gathered.there.words(one.mentee),
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


def people_of_pair(pair: Pair, told: Explained) -> set[str]:
    """Whose names are shown."""
    costs = [cost for cost in (told.force, told.forbid) if cost is not None]
    moved = {one for cost in costs for move in cost.moves for one in (move.mentee, move.before, move.after)}
    return {*pair} | {one for one in moved if one is not None}


def view_pair(gathered: Gathered, pair: Pair, told: Explained, names: Names) -> contract.PairPage:
    """What it would cost, and who would move for the two, is told to the lead alone."""

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
