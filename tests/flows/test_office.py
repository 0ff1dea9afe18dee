"""The office that other tests work in: everybody is in it, and knows who they are."""

from __future__ import annotations

from server.programmes.audit.service import acts_of_cohort, acts_of_person, record
from server.unit_of_work import UnitOfWork
from tests.flows.office import COORDINATOR, NOBODY, RUN, Office


async def test_everybody_is_signed_in_and_may_ask(either_office: Office) -> None:
    assert (await either_office.get(NOBODY, "/me"))["name"] == "Zoe Marlow"
    assert (await either_office.get(COORDINATOR, "/me/account"))["invites"]
    assert await either_office.refused("", "GET", "/me") == "sign_in_required"


async def test_acts_stay_in_their_order(office: Office) -> None:
    def work(unit: UnitOfWork) -> None:
        for about in ("nika", None, "zvezda", "nika"):
            record(unit, RUN, "enrolled", COORDINATOR, about, "mentee")

    await office.unit(work)
    acts, earlier = await office.read(lambda c: acts_of_cohort(c, RUN))
    assert [act.about for act in acts] == ["nika", "zvezda", None, "nika"]
    assert not earlier
    acts, _ = await office.read(lambda c: acts_of_cohort(c, RUN, acts[1].id, people={"nika"}))
    assert [act.about for act in acts] == [None, "nika"]
    acts, _ = await office.read(lambda c: acts_of_person(c, "nika"))
    assert len(acts) == 2
