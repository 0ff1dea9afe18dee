"""What people told the team of a run goes when the words in its rooms go; what somebody said of what they look for goes
with them."""

from __future__ import annotations

from server.flows import open_calls
from server.matching.calls import service as calls
from server.matching.profiles import service as profiles
from server.matching.proposals import service as proposals
from server.matching.rounds import service as rounds
from server.programmes.care import store as care
from server.programmes.pulse import store as pulse
from server.programmes.support import store as support
from server.programmes.talks import store as talks
from server.unit_of_work import UnitOfWork


def forget_signals(unit: UnitOfWork, cohort: str) -> None:
    """Requests for a talk, monthly words, steps of the care, wishes, profiles, proposals, rounds, and the
    applications of those who were chosen; once more changes nothing."""
    talks.forget(unit.connection, cohort)
    pulse.forget(unit.connection, cohort)
    care.forget(unit.connection, cohort)
    support.forget_wishes(unit.connection, cohort)
    profiles.forget_cohort(unit.connection, cohort)
    proposals.forget(unit.connection, cohort)
    open_calls.forget(unit, calls.of_cohort_ids(unit.connection, cohort))
    rounds.remove_cohort(unit.connection, cohort)
