"""The use cases of requests for a talk. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from server.errors import Refused
from server.ids import new_id
from server.programmes.talks import rules, store
from server.programmes.talks.model import Matter, TalkRequest
from server.programmes.talks.model import TeamPart as TeamPart
from server.programmes.talks.rules import TEAM_ROLES as TEAM_ROLES
from server.programmes.talks.rules import allowed as allowed
from server.programmes.talks.rules import answerers as answerers
from server.programmes.talks.rules import who_can as who_can
from server.programmes.talks.store import by_id as by_id
from server.programmes.talks.store import deputies_due as deputies_due
from server.programmes.talks.store import for_person as for_person
from server.programmes.talks.store import of_person as of_person
from server.programmes.talks.store import tell_deputy as tell_deputy
from server.unit_of_work import UnitOfWork


def ask(
    unit: UnitOfWork,
    cohort: str,
    person: str,
    asked: str,
    matter: Matter,
    choice: Sequence[TeamPart],
    organisation: str | None,
    today: date,
) -> TalkRequest:
    """`choice`: whom the person may ask; `organisation`: who brought them in. Raises Refused not_to_ask,
    already_asked."""
    if asked not in {one.person for one in choice}:
        raise Refused("not_to_ask")
    if store.is_open(unit.connection, cohort, person, matter):
        raise Refused("already_asked")
    answer_by = rules.working_day(today, rules.ANSWER_DAYS)
    new = TalkRequest(
        id=new_id(),
        cohort=cohort,
        person=person,
        asked=asked,
        deputy=rules.deputy_for(choice, asked, organisation),
        matter=matter,
        state="waiting",
        taken_by=None,
        asked_at=unit.now,
        answer_by=answer_by,
        deputy_from=rules.working_day(answer_by, 1),
    )
    store.add(unit.connection, new)
    return new


def take_back(unit: UnitOfWork, one: TalkRequest) -> None:
    """As if nobody had asked."""
    store.remove(unit.connection, one.id)


def take(unit: UnitOfWork, one: TalkRequest, actor: str) -> TalkRequest:
    """Raises Refused talk_not_open: somebody else was faster, or it is over."""
    if not store.set_state(unit.connection, one.id, "taken", actor):
        raise Refused("talk_not_open")
    return replace(one, state="taken", taken_by=actor)


def close(unit: UnitOfWork, one: TalkRequest, actor: str) -> None:
    """Once more changes nothing. Raises Refused talk_not_open: somebody else takes care of it."""
    if (one.state, one.taken_by) == ("over", actor):
        return
    if not store.set_state(unit.connection, one.id, "over", actor):
        raise Refused("talk_not_open")
