"""What people told the team of a run goes on the day on which the words in its rooms go."""

from __future__ import annotations

from server.programmes.care.tables import care
from server.programmes.endings.rules import beginning
from server.programmes.pulse.tables import pulse
from server.programmes.repeats import service as repeats
from server.programmes.support.tables import support, support_wish
from server.programmes.tables import programme_command
from server.programmes.talks.tables import talk_request
from tests.flows.office import COORDINATOR, DAY, RUN, Office
from tests.flows.test_care import MONTH, PULSE
from tests.flows.test_ending import PURGE, end, finish
from tests.flows.test_pairing import pair
from tests.flows.test_support import given
from tests.flows.test_talks import ask

TOLD = (talk_request, pulse, care, support_wish)


async def test_what_was_told_to_the_team_goes_with_the_words(either_office: Office) -> None:
    office = either_office
    mentorship = (await pair(office))["id"]
    await ask(office)
    await office.put("nika", PULSE, {"month": MONTH, "word": "fine"})
    await office.post("nika", f"/mentorships/{mentorship}/care", {"kind": "well"})
    await office.post(COORDINATOR, f"/cohorts/{RUN}/support", given(office))
    await office.post("nika", "/me/support/wish", {"cohort": RUN, "level": "team", "wished": True})
    await end(office)
    await finish(office)
    assert [len(await office.rows(table)) for table in TOLD] == [1, 1, 1, 1]
    office.clock.now = beginning(PURGE, "Europe/Belgrade")
    await finish(office)
    assert [len(await office.rows(table)) for table in TOLD] == [0, 0, 0, 0]
    assert len(await office.rows(support)) == 1, "what the team did is its own account"


async def test_a_run_that_had_no_rooms_is_forgotten_too(either_office: Office) -> None:
    office = either_office
    await ask(office)
    await office.put("nika", PULSE, {"month": MONTH, "word": "fine"})
    await end(office)
    await finish(office)
    assert [len(await office.rows(table)) for table in (talk_request, pulse)] == [1, 1]
    office.clock.now = beginning(PURGE, "Europe/Belgrade")
    await finish(office)
    assert [len(await office.rows(table)) for table in (talk_request, pulse)] == [0, 0]


async def test_commands_are_remembered_for_thirty_days(either_office: Office) -> None:
    office = either_office
    await ask(office)
    office.clock.now += repeats.DAYS_KEPT * DAY
    await ask(office, "zvezda")
    await office.unit(repeats.tidy)
    assert len(await office.rows(programme_command)) == 2
    office.clock.now += 1
    await office.unit(repeats.tidy)
    assert [row.person for row in await office.rows(programme_command)] == ["zvezda"]


async def test_an_ended_run_takes_nothing_more(office: Office) -> None:
    await end(office)
    body = {"command_id": office.id(), "to": COORDINATOR, "matter": "time"}
    assert await office.refused("nika", "POST", f"/cohorts/{RUN}/talks", body) == "cohort_over"
    assert await office.refused("nika", "PUT", PULSE, {"month": MONTH, "word": "fine"}) == "pulse_not_asked"
    wish = {"cohort": RUN, "level": "team", "wished": True}
    assert await office.refused("nika", "POST", "/me/support/wish", wish) == "cohort_over"
    assert (await office.get("nika", "/me/signals"))["runs"] == []
