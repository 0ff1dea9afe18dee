"""The use cases of the care for silence. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Collection

from server.programmes.care import store
from server.programmes.care.model import SignOfLifeKind
from server.programmes.care.model import Steps as Steps
from server.programmes.care.model import Watched as Watched
from server.programmes.care.rules import LAST as LAST
from server.programmes.care.rules import asked_first as asked_first
from server.programmes.care.rules import asks as asks
from server.programmes.care.rules import begins_anew as begins_anew
from server.programmes.care.rules import dates as dates
from server.programmes.care.rules import is_due as is_due
from server.programmes.care.rules import life_of as life_of
from server.programmes.care.rules import still_so as still_so
from server.programmes.care.store import watched as watched
from server.programmes.care.store import watched_of as watched_of
from server.programmes.care.store import watched_one as watched_one
from server.unit_of_work import UnitOfWork


def begin_anew(unit: UnitOfWork, one: Watched) -> bool:
    """Somebody has spoken since the last step. False when another node was there first."""
    return store.set_step(unit.connection, one.id, was=one.steps.step, step=0, told_at=None, asked=())


def go_on(unit: UnitOfWork, one: Watched, asked: Collection[str]) -> bool:
    """The next step comes. `asked`: whom the first one asks. False when another node was there first."""
    kept = tuple(asked) if one.steps.step == 0 else one.steps.asked
    step = one.steps.step + 1
    return store.set_step(unit.connection, one.id, was=one.steps.step, step=step, told_at=unit.now, asked=kept)


def show_life(unit: UnitOfWork, mentorship: str, kind: SignOfLifeKind) -> None:
    """One of them says so, and it counts as a word in the room does."""
    store.say(unit.connection, mentorship, kind, unit.now)
