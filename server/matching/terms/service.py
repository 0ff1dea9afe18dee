"""The use cases of runs' lists. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Sequence

from server.database import Connection
from server.errors import Refused
from server.matching.terms import rules, store
from server.matching.terms.model import KINDS as KINDS
from server.matching.terms.model import Kind as Kind
from server.matching.terms.model import Term as Term
from server.matching.terms.model import Terms as Terms
from server.matching.terms.model import terms
from server.matching.terms.rules import LIMIT as LIMIT
from server.matching.terms.rules import NAME_LIMIT as NAME_LIMIT
from server.matching.terms.rules import usual as usual
from server.unit_of_work import UnitOfWork


def of_cohort(connection: Connection, cohort: str) -> Terms:
    """Those of the run, or the usual ones as long as nobody has changed them."""
    return store.find(connection, cohort) or rules.usual()


def put(unit: UnitOfWork, cohort: str, version: int, wanted: Sequence[Term]) -> Terms:
    """`version`: the one that was seen. Raises Refused changed_meanwhile, term_twice, too_many_terms."""
    rules.check(wanted)
    after = terms(wanted, version + 1)
    if not store.put(unit.connection, cohort, after):
        raise Refused("changed_meanwhile")
    return after


def copy(unit: UnitOfWork, source: str, cohort: str) -> None:
    """Into a run that has none of its own yet."""
    earlier = store.find(unit.connection, source)
    if earlier is not None:
        store.put(unit.connection, cohort, terms(earlier.list, 2))
