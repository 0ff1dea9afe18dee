"""The use cases of open calls and applications. Never commits: the writer does."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from server.database import Connection
from server.errors import Refused
from server.matching.calls import rules, store
from server.matching.calls.model import Answer as Answer
from server.matching.calls.model import Application as Application
from server.matching.calls.model import Brought as Brought
from server.matching.calls.model import Call as Call
from server.matching.calls.model import CallState as CallState
from server.matching.calls.model import Choice as Choice
from server.matching.calls.model import Feeds as Feeds
from server.matching.calls.model import Lead as Lead
from server.matching.calls.model import Manner as Manner
from server.matching.calls.model import Outcome as Outcome
from server.matching.calls.model import Part as Part
from server.matching.calls.model import Question as Question
from server.matching.calls.rules import asked_of as asked_of
from server.matching.calls.rules import draft_until as draft_until
from server.matching.calls.rules import lacking as lacking
from server.matching.calls.rules import takes as takes
from server.matching.calls.store import Counts as Counts
from server.matching.calls.store import addresses as addresses
from server.matching.calls.store import call_at as call_at
from server.matching.calls.store import calls_of as calls_of
from server.matching.calls.store import counts as counts
from server.matching.calls.store import drop_files as drop_files
from server.matching.calls.store import find_call as find_call
from server.matching.calls.store import named_files as named_files
from server.matching.calls.store import of_call as of_call
from server.matching.calls.store import released as released
from server.unit_of_work import UnitOfWork

# ── for who reads and chooses ─────────────────────────────────────────────────────────────────────────────────────────


def application(connection: Connection, application_id: str) -> Application | None:
    """One that was sent; None for what is only begun, withdrawn, deleted or never was."""
    one = store.find(connection, application_id)
    return one if one is not None and one.state == "sent" else None


def begun_or_sent(connection: Connection, application_id: str) -> Application | None:
    """For who applies."""
    one = store.find(connection, application_id)
    return one if one is not None and one.state != "withdrawn" else None


def set_outcome(unit: UnitOfWork, application_id: str, outcome: Outcome) -> Application:
    """Once more changes nothing. Raises Refused not_found for what is not there, or was withdrawn."""
    one = application(unit.connection, application_id)
    if one is None:
        raise Refused("not_found")
    return one if one.outcome == outcome else _put(unit, replace(one, outcome=outcome))


def new_link(unit: UnitOfWork, application_id: str) -> str:
    """A token for a mail to who applied. The database knows its hash alone: who needs a link again gets another one,
    and of each application the newest ones are good."""
    token = new_links(unit, [application_id])[application_id]
    store.keep_newest(unit.connection, application_id, rules.LINKS)
    return token


def new_links(unit: UnitOfWork, ids: Collection[str]) -> dict[str, str]:
    """By application, for mails to many: in one statement, and no earlier link is dead for it."""
    tokens = {one: secrets.token_urlsafe(32) for one in ids}
    store.add_links(unit.connection, {one: rules.digest_of(token) for one, token in tokens.items()}, unit.now)
    return tokens


def keep_link(unit: UnitOfWork, application_id: str, token: str) -> None:
    """Every other link to it is dead."""
    store.end_links(unit.connection, [application_id])
    store.add_links(unit.connection, {application_id: rules.digest_of(token)}, unit.now)


# ── the call ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def begin_call(unit: UnitOfWork, one: Call) -> None:
    """Raises Refused too_many_calls, slug_taken, slug_invalid, call_…"""
    rules.check(one)
    if len(store.calls_of(unit.connection, one.cohort)) >= rules.CALLS:
        raise Refused("too_many_calls", limit=rules.CALLS)
    if store.call_at(unit.connection, one.slug) is not None:
        raise Refused("slug_taken")
    store.add_call(unit.connection, one)


def change_call(unit: UnitOfWork, before: Call, after: Call) -> Call:
    """Once somebody has begun, its questions stay but for their words. Nobody's words are kept for longer than they
    were told, and for less long if it says so now. Raises Refused changed_meanwhile, slug_taken, slug_invalid,
    call_…"""
    rules.check(after)
    other = store.call_at(unit.connection, after.slug)
    if other is not None and other.id != before.id:
        raise Refused("slug_taken")
    if has_applications(unit.connection, before.id):
        rules.check_same_questions(before.questions, after.questions)
        if before.whom != after.whom:
            raise Refused("call_questions_fixed")
        store.shorten(unit.connection, before.id, after.purge_on)
    return _put_call(unit, replace(after, version=before.version + 1))


def set_state(unit: UnitOfWork, one: Call, wanted: CallState) -> Call:
    """Raises Refused state_not_possible, call_over."""
    rules.check_state(one, wanted, unit.now, applied=has_applications(unit.connection, one.id))
    return _put_call(unit, replace(one, state=wanted, version=one.version + 1))


def remove_call(unit: UnitOfWork, one: Call) -> None:
    """Raises Refused call_has_applications."""
    if has_applications(unit.connection, one.id):
        raise Refused("call_has_applications")
    store.remove_call(unit.connection, one.id)


def has_applications(connection: Connection, call: str) -> bool:
    return call in store.counts(connection, [call])


def _put_call(unit: UnitOfWork, one: Call) -> Call:
    if not store.put_call(unit.connection, one):
        raise Refused("changed_meanwhile")
    return one


# ── applying ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def begin(unit: UnitOfWork, call: Call, one: Application) -> None:
    """Raises Refused call_over, call_full, answer_invalid for a part that the call is not for."""
    if not rules.takes(call, unit.now):
        raise Refused("call_over")
    if not rules.may_apply_as(call, one.part):
        raise Refused("answer_invalid")
    if sum(store.counts(unit.connection, [call.id]).get(call.id, Counts())) >= rules.APPLICATIONS:
        raise Refused("call_full")
    store.add(unit.connection, one)


def by_token(connection: Connection, token: str) -> tuple[Call, Application] | None:
    """Of who holds the link: None once it was withdrawn or deleted."""
    one = store.by_link(connection, rules.digest_of(token)) if rules.is_token(token) else None
    if one is None or one.state == "withdrawn":
        return None
    call = store.find_call(connection, one.call)
    assert call is not None
    return call, one


def save(unit: UnitOfWork, call: Call, one: Application) -> Application:
    """Raises Refused call_over, changed_meanwhile."""
    if not rules.takes(call, unit.now):
        raise Refused("call_over")
    return _put(unit, one)


def send(unit: UnitOfWork, call: Call, one: Application) -> Application:
    """For the first time, or instead of what was sent before. Whoever sends has read until when it is kept. Raises
    Refused call_over, changed_meanwhile, application_incomplete."""
    if rules.lacking(call, one):
        raise Refused("application_incomplete")
    return save(unit, call, replace(one, state="sent", sent_at=unit.now, purge_on=call.purge_on))


def withdraw(unit: UnitOfWork, one: Application) -> None:
    """Everything in it is gone at once, the links to it are dead; that there was one is known until its day. Raises
    Refused changed_meanwhile."""
    store.end_links(unit.connection, [one.id])
    store.release_files(unit.connection, [one.id])
    if not store.put(unit.connection, rules.withdrawn(one)):
        raise Refused("changed_meanwhile")


def _put(unit: UnitOfWork, one: Application) -> Application:
    after = replace(one, version=one.version + 1)
    if not store.put(unit.connection, after):
        raise Refused("changed_meanwhile")
    return after


def add_file(unit: UnitOfWork, one: Application, file: Brought) -> Application:
    """Raises Refused too_many_application_files."""
    if len(one.files) >= rules.FILES:
        raise Refused("too_many_application_files", limit=rules.FILES)
    store.add_file(unit.connection, one.id, file)
    return replace(one, files=(*one.files, file))


def remove_file(unit: UnitOfWork, one: Application, file: str) -> Application:
    store.release_file(unit.connection, one.id, file)
    return replace(one, files=tuple(other for other in one.files if other.id != file))


# ── what is kept for how long ─────────────────────────────────────────────────────────────────────────────────────────


def due(connection: Connection, now: int) -> list[str]:
    """Whose day has come, where their call is: all that was not chosen; and what was begun and never sent, two weeks
    after the deadline."""
    tomorrow = datetime.fromtimestamp(now / 1000, UTC).date() + timedelta(days=2)
    calls: dict[str, Call] = {}
    found = []
    for one in store.kept(connection, tomorrow):
        if one.call not in calls:
            call = store.find_call(connection, one.call)
            assert call is not None
            calls[one.call] = call
        if _is_due(calls[one.call], one, now):
            found.append(one.id)
    return found


def _is_due(call: Call, one: store.Kept, now: int) -> bool:
    today = rules.day_of(now, call.zone)
    if one.state == "draft":
        return today >= min(one.purge_on, rules.draft_until(call))
    return one.outcome != "yes" and today >= one.purge_on


def forget(connection: Connection, ids: Collection[str]) -> None:
    """Wholly."""
    store.remove(connection, ids)


def of_cohort_ids(connection: Connection, cohort: str) -> list[str]:
    """All of a run, begun and sent and withdrawn."""
    return store.ids_of_cohort(connection, cohort)
