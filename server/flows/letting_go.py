"""Proposals that can come to nothing any more, since somebody of them takes no part, or walks with others now."""

from __future__ import annotations

from collections.abc import Collection

from server.matching.proposals import service as proposals
from server.matching.proposals.service import Proposal
from server.post.service import call_back
from server.programmes.mentorships.service import coordinators
from server.unit_of_work import UnitOfWork


def let_go(unit: UnitOfWork, cohort: str, people: Collection[str]) -> None:
    """The run is locked."""
    for one in proposals.let_go(unit, cohort, people):
        call_back(unit, one.id)
        tell(unit, one)


def tell(unit: UnitOfWork, one: Proposal) -> None:
    """Who was asked, and those who coordinate the run: never who was not."""
    for each in one.people:
        if each.asked_at is not None:
            unit.tell(each.person, "programme_changed", one.cohort)
    for other in coordinators(unit.connection, one.cohort):
        unit.tell(other.person, "programme_changed", one.cohort)
