"""Proposals: asked of people, answered by them, and opened by the last yes: mentorship, room, draft agreement and first
agenda in one transaction.

By default mentors are asked first, and a mentee hears a name only after that mentor's yes. Nothing of a no reaches
anybody but the team, which reads who said it and the class of the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from server.accounts.invitations import Invitations as Inviting
from server.accounts.service import comers, readers
from server.clock import Clock
from server.contract import proposals as contract
from server.contract.accounts import Invite
from server.contract.commands import Done
from server.database import Database
from server.errors import Refused
from server.flows import proposal_views as views
from server.flows.letting_go import tell
from server.flows.pairing import Pairing
from server.flows.why_they_fit import why_they_fit
from server.languages import best_language
from server.matching.proposals import service as proposals
from server.matching.proposals.model import Order, Seat, Why
from server.matching.proposals.service import DAYS, QUESTION, Proposal
from server.policy import Actor, CohortSubject, Verb, may
from server.post.model import Template
from server.post.service import Mail, call_back, call_back_from, enqueue_all, enqueue_wanted
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.model import Run
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.repeats import service as repeats
from server.programmes.words import clean_words
from server.rooms.things.agenda.first import first_points
from server.rooms.things.agreement.rules import OFFER
from server.unit_of_work import UnitOfWork, Writer

PATH = "/proposal"


@dataclass(frozen=True, slots=True)
class Proposing:
    pairing: Pairing
    inviting: Inviting

    # ── asking ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def propose(
        self,
        unit: UnitOfWork,
        actor: str,
        cohort: str,
        round: str | None,
        people: Sequence[Seat],
        reasons: Why,
        *,
        order: Order = "mentor_first",
        days: int = DAYS,
    ) -> Proposal:
        """Made, and those who come first are asked. For a release of a round, and by hand.

        Raises Refused not_found for who may not, cohort_over, not_enrolled, has_mentorship, mentorship_incomplete,
        days_unlikely, already_proposed.
        """
        run = mentorships.lock_run(unit.connection, cohort)
        found = mentorships.candidates(unit.connection, cohort, [person for person, _ in people])
        brought_by = {found.enrolled.get(seat) for seat in people}
        if run is None or not may(Actor(actor), Verb.PAIR, subject(coordinators(unit.connection, cohort), brought_by)):
            raise Refused("not_found")
        mentorships.check_open(run)
        for person, role in people:
            if (person, role) not in found.enrolled:
                raise Refused("not_enrolled")
            if role == "mentee" and person in found.taken:
                raise Refused("has_mentorship")
        one = proposals.make(unit, cohort, round, people, reasons, made_by=actor, order=order, days=days)
        self._ask(unit, run, one, proposals.fresh(None, one), "proposal_asked")
        tell(unit, one)
        return one

    def _ask(self, unit: UnitOfWork, run: Run, one: Proposal, people: Collection[str], template: Template) -> None:
        """A mail to who is here; who has no account yet gets their invitation, which leads to the same page."""
        there = readers(unit.connection, people)
        mails = [
            Mail(
                template,
                reader.email,
                reader.language,
                reader.zone,
                person,
                {
                    "programme": run.programme_names[best_language(run.programme_names, reader.language)],
                    "link": f"{PATH}/{one.id}",
                },
                one.id,
            )
            for person, reader in there.items()
            if self.pairing.to_demo or not reader.demo
        ]
        enqueue_wanted(unit, template, mails)
        self._invite(unit, one, [person for person in people if person not in there])

    def _invite(self, unit: UnitOfWork, one: Proposal, people: Sequence[str]) -> None:
        waiting = [
            comer
            for comer in comers(unit.connection, people, unit.now).values()
            if comer.arrival not in ("here", "gone") and comer.email
        ]
        # Of what is asked here only the address counts: who is invited keeps what was said of them.
        wanted = [Invite(comer.name, comer.email, "en") for comer in waiting]
        letters = [each.letter for each in self.inviting.expect(unit, one.made_by, wanted) if each.letter is not None]
        enqueue_all(
            unit, [Mail(it.template, it.address, it.language, it.zone, it.person, it.values, one.id) for it in letters]
        )

    # ── for the team ──────────────────────────────────────────────────────────────────────────────────────────────────

    def make(self, unit: UnitOfWork, actor: str, cohort: str, wanted: contract.NewProposal) -> contract.Proposal:
        """By hand. Raises Refused as `propose`, and command_conflict."""
        who = views.viewer(unit.connection, actor, cohort)
        asked = repeats.digest(wanted, cohort)
        made = repeats.made_before(unit, actor, wanted.command_id, asked)
        if made is None:
            seats: list[Seat] = [(one.person, one.role) for one in wanted.people]
            reasons = why_they_fit(unit.connection, cohort, seats, unit.now)
            one = self.propose(unit, actor, cohort, None, seats, reasons, order=wanted.order, days=wanted.days)
            made = one.id
            repeats.keep(unit, actor, wanted.command_id, asked, made)
        return _team_view(unit, _there(unit, made), actor, who)

    def take_back(self, unit: UnitOfWork, actor: str, proposal: str) -> Done:
        """Raises Refused not_found for who may not, proposal_over."""
        _, one = _locked(unit, proposal)
        enrolled = views.organisations_of(unit.connection, one.cohort, {each.person for each in one.people})
        brought_by = {enrolled.get((each.person, each.role)) for each in one.people}
        if not may(Actor(actor), Verb.PAIR, subject(coordinators(unit.connection, one.cohort), brought_by)):
            raise Refused("not_found")
        if one.state != "taken_back":
            self._changed(unit, proposals.take_back(unit, one))
        return Done()

    def answer_question(
        self, unit: UnitOfWork, actor: str, proposal: str, wanted: contract.AnswerQuestion
    ) -> contract.Proposal:
        """Raises Refused not_found for who may not, proposal_over, thread_full, text_…, command_conflict."""
        run, one = _locked(unit, proposal)
        each = proposals.of(one, wanted.person)
        enrolled = views.organisations_of(unit.connection, one.cohort, [wanted.person])
        theirs = subject(
            coordinators(unit.connection, one.cohort),
            {None if each is None else enrolled.get((each.person, each.role))},
        )
        if not may(Actor(actor), Verb.ANSWER_QUESTION, theirs) or each is None:
            raise Refused("not_found")
        asked = repeats.digest(wanted, proposal)
        if repeats.made_before(unit, actor, wanted.command_id, asked) is None:
            text = clean_words(wanted.words, QUESTION)
            one = proposals.ask(unit, one, each.person, actor, text)
            repeats.keep(unit, actor, wanted.command_id, asked, one.id)
            self._ask(unit, run, one, [each.person], "proposal_answered")
            unit.tell(each.person, "programme_changed", one.cohort)
            _tell_team(unit, one)
        return _team_view(unit, one, actor, views.viewer(unit.connection, actor, one.cohort))

    # ── for who is asked ──────────────────────────────────────────────────────────────────────────────────────────────

    def say(self, unit: UnitOfWork, person: str, proposal: str, wanted: contract.SayToProposal) -> contract.MyProposal:
        """Of two last yeses at one moment the later finds it open. Raises Refused not_found for who was not asked,
        proposal_over."""
        run, before = _asked_locked(unit, person, proposal)
        reason = wanted.reason if wanted.says == "not_now" else None
        after = proposals.say(unit, before, person, wanted.says, reason)
        if after != before:
            after = self._follow(unit, run, before, after)
            self._changed(unit, after)
        return _my_view(unit, after, person)

    def _follow(self, unit: UnitOfWork, run: Run, before: Proposal, after: Proposal) -> Proposal:
        call_back_from(unit, {after.id: [each.person for each in after.people if each.says != "waiting"]})
        if after.state == "opened":
            return self._open(unit, run, after)
        if fresh := proposals.fresh(before, after):
            self._ask(unit, run, after, fresh, "proposal_asked")
        return after

    def _open(self, unit: UnitOfWork, run: Run, after: Proposal) -> Proposal:
        """All of it or nothing. Where it cannot be any more, since somebody walks with others now or takes no part, it
        is over, as if the team had taken it back."""
        seats = {each.person: each.role for each in after.people}
        found = mentorships.candidates(unit.connection, run.id, seats)
        taken = any(role == "mentee" and person in found.taken for person, role in seats.items())
        if taken or run.state == "ended" or any(seat not in found.enrolled for seat in seats.items()):
            return proposals.withdraw(unit, after)
        walk = self.pairing.open_for(unit, after.made_by, run, seats, after.id)
        rooms = self.pairing.rooms
        rooms.arrange(unit, walk.room, OFFER)
        for point in first_points():
            rooms.arrange(unit, walk.room, point)
        return proposals.became(unit, after, walk.id)

    def ask(self, unit: UnitOfWork, person: str, proposal: str, wanted: contract.AskOfProposal) -> contract.MyProposal:
        """Raises Refused not_found for who was not asked, proposal_over, thread_full, text_…, command_conflict."""
        _, one = _asked_locked(unit, person, proposal)
        asked = repeats.digest(wanted, proposal)
        if repeats.made_before(unit, person, wanted.command_id, asked) is None:
            one = proposals.ask(unit, one, person, person, clean_words(wanted.words, QUESTION))
            repeats.keep(unit, person, wanted.command_id, asked, one.id)
            unit.tell(person, "programme_changed", one.cohort)
            _tell_team(unit, one)
        return _my_view(unit, one, person)

    def _changed(self, unit: UnitOfWork, one: Proposal) -> None:
        if not proposals.is_open(one):
            call_back(unit, one.id)
        tell(unit, one)

    # ── what time brings ──────────────────────────────────────────────────────────────────────────────────────────────

    def lapse(self, unit: UnitOfWork, proposal: str) -> None:
        """Asked anew behind the lock: meanwhile somebody may have answered, or another node was here."""
        run, before = _locked(unit, proposal)
        after = proposals.lapse(unit, before)
        if after == before:
            return
        if proposals.is_open(after):
            # Who waits for the team is not reminded of the answer that they owe.
            owed = proposals.team_owes(proposals.questions_of(unit.connection, [proposal]))
            waited_for = [each.person for each in proposals.waited_for(after) if each.person not in owed]
            self._ask(unit, run, after, waited_for, "proposal_waits")
        else:
            self._changed(unit, after)


class ProposalCare:
    """Looks now and then whose time is over, and who has to be reminded."""

    def __init__(self, database: Database, writer: Writer[Any], clock: Clock, proposing: Proposing) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._proposing = proposing

    async def look(self) -> None:
        now = self._clock()
        for proposal in await self._database.read(lambda connection: proposals.due(connection, now)):
            await self._writer.run(partial(self._proposing.lapse, proposal=proposal))


# ── who may, and what is there ────────────────────────────────────────────────────────────────────────────────────────


def _locked(unit: UnitOfWork, proposal: str) -> tuple[Run, Proposal]:
    """With its run, which is locked. Raises Refused not_found."""
    first = proposals.find(unit.connection, proposal)
    run = None if first is None else mentorships.lock_run(unit.connection, first.cohort)
    # Anew, behind the lock.
    one = proposals.find(unit.connection, proposal)
    if run is None or one is None:
        raise Refused("not_found")
    return run, one


def _asked_locked(unit: UnitOfWork, person: str, proposal: str) -> tuple[Run, Proposal]:
    run, one = _locked(unit, proposal)
    asked = tuple(each.person for each in one.people if each.asked_at is not None)
    if not may(Actor(person), Verb.ANSWER_PROPOSAL, CohortSubject(concerned=asked)):
        raise Refused("not_found")
    return run, one


def _there(unit: UnitOfWork, proposal: str) -> Proposal:
    one = proposals.find(unit.connection, proposal)
    if one is None:
        raise Refused("not_found")
    return one


def _tell_team(unit: UnitOfWork, one: Proposal) -> None:
    for other in coordinators(unit.connection, one.cohort):
        unit.tell(other.person, "programme_changed", one.cohort)


def _team_view(unit: UnitOfWork, one: Proposal, actor: str, who: views.Viewer) -> contract.Proposal:
    return views.team_views(unit.connection, [one], actor, who)[0]


def _my_view(unit: UnitOfWork, one: Proposal, person: str) -> contract.MyProposal:
    return views.my_views(unit.connection, [one], person, unit.now)[0]
