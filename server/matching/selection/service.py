"""The use cases of a selection. Never commits: the writer does. Whether a person may is decided before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from server.database import Connection
from server.errors import Refused
from server.matching.selection import rules, store
from server.matching.selection.model import OUTCOMES as OUTCOMES
from server.matching.selection.model import Conflict as Conflict
from server.matching.selection.model import Decided as Decided
from server.matching.selection.model import Interview as Interview
from server.matching.selection.model import Letter as Letter
from server.matching.selection.model import Note as Note
from server.matching.selection.model import Reach, Reason, Tendency
from server.matching.selection.model import Reviewer as Reviewer
from server.matching.selection.model import Sending as Sending
from server.matching.selection.model import TakingIn as TakingIn
from server.matching.selection.model import Written as Written
from server.matching.selection.rules import PLACE_LIMIT as PLACE_LIMIT
from server.matching.selection.rules import TITLE_LIMIT as TITLE_LIMIT
from server.matching.selection.rules import WORDS_LIMIT as WORDS_LIMIT
from server.matching.selection.rules import check_outcome as check_outcome
from server.matching.selection.rules import letter_of as letter_of
from server.matching.selection.rules import reaches as reaches
from server.matching.selection.rules import shown_notes as shown_notes
from server.matching.selection.rules import to_send as to_send
from server.matching.selection.store import calls_sending as calls_sending
from server.matching.selection.store import common_letters as common_letters
from server.matching.selection.store import conflicts as conflicts
from server.matching.selection.store import conflicts_of as conflicts_of
from server.matching.selection.store import forget as forget
from server.matching.selection.store import forget_call as forget_call
from server.matching.selection.store import interview_by_id as interview_by_id
from server.matching.selection.store import interviews as interviews
from server.matching.selection.store import notes as notes
from server.matching.selection.store import opened as opened
from server.matching.selection.store import own_letters as own_letters
from server.matching.selection.store import remove_reviewer as remove_reviewer
from server.matching.selection.store import reviewers as reviewers
from server.matching.selection.store import reviews_of as reviews_of
from server.matching.selection.store import sendings as sendings
from server.matching.selection.store import sendings_to as sendings_to
from server.matching.selection.store import taken_in as taken_in
from server.matching.selection.store import taking_in_of as taking_in_of
from server.matching.selection.store import to_take_in as to_take_in
from server.unit_of_work import UnitOfWork

LETTERS_AT_ONCE = 50
"""That one transaction puts into the queue."""


# ── reviewers and what they think ─────────────────────────────────────────────────────────────────────────────────────


def name_reviewer(unit: UnitOfWork, call: str, person: str, reach: Reach) -> bool:
    """Whether they were none before. Raises Refused too_many_reviewers."""
    new = store.name_reviewer(unit.connection, call, person, reach, unit.now)
    if new and len(store.reviewers(unit.connection, call)) > rules.REVIEWERS:
        raise Refused("too_many_reviewers", limit=rules.REVIEWERS)
    return new


def open_for(unit: UnitOfWork, application: str, person: str) -> bool:
    """Whether it is for the first time."""
    return store.open_for(unit.connection, application, person, unit.now)


def declare(unit: UnitOfWork, application: str, person: str, reason: Reason) -> None:
    """What they had written of it goes with that: nobody is to be led by it."""
    store.declare(unit.connection, Conflict(application, person, reason, unit.now))
    store.remove_note(unit.connection, application, person)


def lift(unit: UnitOfWork, application: str, person: str) -> None:
    """Raises Refused not_found."""
    if not store.lift(unit.connection, application, person):
        raise Refused("not_found")


def write_note(unit: UnitOfWork, application: str, person: str, tendency: Tendency, words: str, version: int) -> Note:
    """`version`: that the writer has seen, 0 of a first one. Raises Refused changed_meanwhile."""
    there = {one.person: one for one in store.notes(unit.connection, [application]).get(application, ())}
    after = Note(application, person, tendency, words, unit.now, version + 1)
    known = there.get(person)
    if (known.version if known else 0) != version:
        raise Refused("changed_meanwhile")
    if known is None:
        store.add_note(unit.connection, after)
    elif not store.put_note(unit.connection, after):
        raise Refused("changed_meanwhile")
    return after


# ── interviews ────────────────────────────────────────────────────────────────────────────────────────────────────────


def ask_for_interview(unit: UnitOfWork, wanted: Interview) -> Interview:
    """Instead of times that were asked about before. Raises Refused time_twice, interview_times, time_over,
    minutes_unlikely, interview_too_far."""
    one = replace(wanted, starts=rules.check_times(wanted.starts, wanted.minutes, unit.now))
    store.remove_interview(unit.connection, one.application)
    store.add_interview(unit.connection, one)
    return one


def take_interview_back(unit: UnitOfWork, application: str) -> None:
    """Raises Refused not_found."""
    if application not in store.interviews(unit.connection, [application]):
        raise Refused("not_found")
    store.remove_interview(unit.connection, application)


def answer_interview(unit: UnitOfWork, one: Interview, chosen: int | None) -> Interview:
    """None: none of the times suits. It can be said otherwise until then. Raises Refused time_not_offered,
    time_over."""
    if chosen is not None and chosen not in one.starts:
        raise Refused("time_not_offered")
    if chosen is not None and chosen <= unit.now:
        raise Refused("time_over")
    after = replace(one, state="none_suits" if chosen is None else "chosen", chosen=chosen)
    store.answer_interview(unit.connection, one.id, after.state, chosen)
    return after


# ── letters ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def edit_common(
    unit: UnitOfWork, call: str, outcome: Decided, language: str, letter: Letter | None, version: int
) -> None:
    """`letter`: None puts it back as it was written for everybody. `version`: that the editor has seen, 0 of what
    nobody edited. Raises Refused letters_leaving, changed_meanwhile."""
    _check_at_rest(unit.connection, call)
    known = store.common_letters(unit.connection, call).get((outcome, language))
    _check_seen(known, version)
    if letter is None:
        store.remove_common_letter(unit.connection, call, outcome, language)
    elif not store.put_common_letter(unit.connection, call, outcome, language, Written(letter, version + 1)):
        raise Refused("changed_meanwhile")


def edit_own(
    unit: UnitOfWork, call: str, application: str, outcome: Decided, letter: Letter | None, version: int
) -> None:
    """For one person alone; `letter`: None takes it away again. Raises Refused letters_leaving, letter_gone,
    changed_meanwhile."""
    _check_at_rest(unit.connection, call)
    if any(one.outcome == outcome for one in store.sendings_to(unit.connection, application)):
        raise Refused("letter_gone")
    known = store.own_letters(unit.connection, [application]).get((application, outcome))
    _check_seen(known, version)
    if letter is None:
        store.remove_own_letter(unit.connection, application, outcome)
    elif not store.put_own_letter(unit.connection, application, outcome, Written(letter, version + 1)):
        raise Refused("changed_meanwhile")


def _check_seen(known: Written | None, version: int) -> None:
    if (known.version if known else 0) != version:
        raise Refused("changed_meanwhile")


def _check_at_rest(connection: Connection, call: str) -> None:
    """What leaves right now is what was read before: nobody changes it on the way."""
    if any(one.state == "waiting" for one in store.sendings(connection, call)):
        raise Refused("letters_leaving")


def send(unit: UnitOfWork, call: str, actor: str, outcomes: Mapping[str, str]) -> int:
    """Of each application what its applicant was not told yet, once. How many leave with that."""
    letters = {(one.application, one.outcome) for one in store.sendings(unit.connection, call)}
    wanted = rules.to_send(outcomes, letters)
    new = [Sending(application, outcome, actor, unit.now, "waiting") for application, outcome in wanted.items()]
    store.add_sendings(unit.connection, call, new)
    return len(new)


def next_sendings(unit: UnitOfWork, call: str) -> list[Sending]:
    """The next that leave; gone with that, in the transaction that puts them into the queue."""
    return store.next_sendings(unit.connection, call, LETTERS_AT_ONCE)


# ── taking in ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def take_in(unit: UnitOfWork, call: str, actor: str, applications: Collection[str], organisation: str | None) -> int:
    """To be brought into the run soon after; who is already, or waits for it, is left. How many are new."""
    known = {one.application: one for one in store.taken_in(unit.connection, call)}
    new = [id for id in applications if id not in known or known[id].state == "refused"]
    for id in new:
        store.put_taking_in(unit.connection, call, TakingIn(id, actor, unit.now, organisation))
    return len(new)


def end_taking_in(unit: UnitOfWork, application: str, code: str | None = None) -> None:
    """`code`: why they could not be taken in."""
    store.end_taking_in(unit.connection, application, "done" if code is None else "refused", code)


def check_all_reach(open_ones: Sequence[str]) -> None:
    """Somebody has to be left who can decide. Raises Refused nobody_else_decides."""
    if not open_ones:
        raise Refused("nobody_else_decides")
