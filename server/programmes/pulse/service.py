"""The use cases of the monthly question. Never commits: the writer does."""

from __future__ import annotations

from datetime import date

from server.errors import Refused
from server.programmes.model import CohortState
from server.programmes.pulse import rules, store
from server.programmes.pulse.rules import ASKED as ASKED
from server.programmes.pulse.rules import question as question
from server.programmes.pulse.store import answers as answers
from server.unit_of_work import UnitOfWork


def answer(
    unit: UnitOfWork,
    cohort: str,
    person: str,
    month: date,
    word: str | None,
    *,
    roles: tuple[str, ...],
    state: CohortState,
    span: tuple[date, date],
    today: date,
) -> None:
    """`roles`: the person's in the run; `span`: its first and its last day. Raises Refused pulse_not_asked for any
    other month than that of the question."""
    asked = rules.is_asked(roles, state) and rules.question(*span, today) == month
    if not asked:
        raise Refused("pulse_not_asked")
    store.answer(unit.connection, cohort, month, person, word)
