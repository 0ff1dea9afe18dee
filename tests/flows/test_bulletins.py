"""Announcements: who gets what, in which language, by one mail each; and that answers reach the author alone."""

from __future__ import annotations

from typing import Any

from server.flows.bulletins import BulletinNews
from server.post import service as post
from server.programmes.bulletins.tables import bulletin, bulletin_answer
from tests.flows.office import COLLEAGUE, COORDINATOR, LEAD, NOBODY, PARTNER, RUN, STRANGER, Office

MENTORS = {"tadeja", "ines", "blagica", "goran"}
MENTEES = {"djordje", "nika", "zvezda", "xhemile"}
PARTNERS = {"blagica", "goran", "zvezda", "xhemile"}
WORDS = {
    "sr-Cyrl": {"title": "Завршна свечаност", "words": "У суботу у десет.\nПонесите џак."},
    "mk": {"title": "Завршна средба", "words": "Во сабота во десет."},
    "en": {"title": "Closing day", "words": "On Saturday at ten."},
}


def new(office: Office, to: str = "all", **more: Any) -> dict[str, Any]:
    return {"command_id": office.id(), "to": to, "texts": WORDS} | more


async def announce(office: Office, person: str = COORDINATOR, to: str = "all", **more: Any) -> dict[str, Any]:
    answer: dict[str, Any] = await office.post(person, f"/cohorts/{RUN}/bulletins", new(office, to, **more))
    return answer


async def tell(office: Office) -> None:
    await BulletinNews(office.database, office.product.writer, leaves=False).tell()


async def readers_of(office: Office, id: str) -> set[str]:
    people = {*MENTORS, *MENTEES, "aida", COORDINATOR, COLLEAGUE, STRANGER, NOBODY}
    mine = {person: (await office.get(person, "/me/bulletins"))["bulletins"] for person in people}
    return {person for person, found in mine.items() if id in [one["id"] for one in found]}


async def mailed(office: Office) -> set[str]:
    return {row.person for row in await office.mails() if row.template == "bulletin"}


async def test_everybody_it_is_for_reads_it_and_gets_one_mail(either_office: Office) -> None:
    office = either_office
    made = await announce(office)
    assert (made["people"], made["mailing"], made["mine"]) == (10, True, True)
    everybody = MENTORS | MENTEES | {"aida", COLLEAGUE}
    assert await readers_of(office, made["id"]) == everybody, "and its author is told by nobody"
    await tell(office)
    await tell(office)
    assert await mailed(office) == everybody
    assert len(await office.mails()) == len(everybody)
    assert "programme_changed" in await office.told("nika")
    (listed,) = (await office.get(COORDINATOR, f"/cohorts/{RUN}/bulletins"))["bulletins"]
    assert not listed["mailing"]


async def test_mentors_mentees_or_one_organisations_people(office: Office) -> None:
    for to, organisation, people in (
        ("mentors", None, MENTORS),
        ("mentees", None, MENTEES),
        ("all", PARTNER, PARTNERS | {COLLEAGUE}),
        ("mentors", PARTNER, {"blagica", "goran"}),
    ):
        made = await announce(office, to=to, organisation=organisation)
        assert await readers_of(office, made["id"]) == people
        assert made["people"] == len(people)


async def test_a_partner_reaches_its_own_people_alone(office: Office) -> None:
    made = await announce(office, COLLEAGUE)
    assert made["organisation"] == PARTNER
    assert await readers_of(office, made["id"]) == PARTNERS
    path = f"/cohorts/{RUN}/bulletins"
    assert await office.refused(COLLEAGUE, "POST", path, new(office, organisation=LEAD)) == "organisation_unknown"
    assert await office.refused(COORDINATOR, "POST", path, new(office, organisation="attic")) == "organisation_unknown"
    for person in ("nika", "aida", STRANGER, NOBODY):
        assert await office.refused(person, "POST", path, new(office)) == "not_found"
        assert await office.refused(person, "GET", path) == "not_found"
    of_lead = await announce(office, organisation=LEAD)
    of_all = await announce(office)
    seen = [one["id"] for one in (await office.get(COLLEAGUE, path))["bulletins"]]
    assert seen == [of_all["id"], made["id"]], "not what is for other people"
    assert of_lead["id"] in [one["id"] for one in (await office.get(COORDINATOR, path))["bulletins"]]


async def test_each_reads_it_in_their_language_or_the_nearest(office: Office) -> None:
    made = await announce(office)
    read = {}
    for person in ("djordje", "ines", "blagica", "nika", "aida"):
        (one,) = (await office.get(person, "/me/bulletins"))["bulletins"]
        assert one["id"] == made["id"]
        read[person] = (one["language"], one["title"])
    assert read == {
        "djordje": ("sr-Cyrl", "Завршна свечаност"),
        "ines": ("sr-Latn", "Završna svečanost"),
        "blagica": ("mk", "Завршна средба"),
        "nika": ("en", "Closing day"),
        "aida": ("sr-Latn", "Završna svečanost"),
    }
    only = {"sq": {"title": "Dita", "words": "Të shtunën."}}
    await announce(office, texts=only)
    assert (await office.get("nika", "/me/bulletins"))["bulletins"][0]["language"] == "sq"


async def test_the_mail_says_it_and_can_be_stopped(office: Office) -> None:
    await office.put("nika", "/me/mail", {"unread": True, "bulletins": False})
    await announce(office, to="mentees")
    await tell(office)
    assert await mailed(office) == MENTEES - {"nika"}
    await office.product.post.send_all()
    shown = {one.to.partition("@")[0]: one.wording for one in await office.product.post.caught()}
    mail = shown["djordje"]
    assert mail.subject == "Завршна свечаност"
    assert mail.words == "У суботу у десет.\nПонесите џак."
    assert "Vesna Njagul" in mail.lead
    assert mail.stop_link


async def test_the_same_again_is_told_once(office: Office) -> None:
    wanted = new(office)
    path = f"/cohorts/{RUN}/bulletins"
    first = await office.post(COORDINATOR, path, wanted)
    assert await office.post(COORDINATOR, path, wanted) == first
    assert len(await office.rows(bulletin)) == 1
    other = wanted | {"to": "mentors"}
    assert await office.refused(COORDINATOR, "POST", path, other) == "command_conflict"


async def test_what_was_taken_back_is_gone_for_everybody_and_mails_that_wait_do_not_go(either_office: Office) -> None:
    office = either_office
    made = await announce(office)
    await tell(office)
    path = f"/bulletins/{made['id']}"
    await office.post("nika", f"{path}/answers", {"command_id": office.id(), "words": "Pridem."})
    for person in ("nika", COLLEAGUE, STRANGER):
        assert await office.refused(person, "DELETE", path) == "not_found"
    told = len(await office.told("nika"))
    await office.done(COORDINATOR, "DELETE", path)
    assert await readers_of(office, made["id"]) == set()
    assert {row.reason for row in await office.mails()} == {"taken_back"}
    assert await office.refused("nika", "POST", f"{path}/read") == "not_found"
    await tell(office)
    assert len(await office.told("nika")) == told + 1
    assert await office.rows(bulletin) == []
    assert await office.refused(COORDINATOR, "DELETE", path) == "not_found"


async def test_a_lead_takes_a_partners_back(office: Office) -> None:
    made = await announce(office, COLLEAGUE)
    await office.done(COORDINATOR, "DELETE", f"/bulletins/{made['id']}")


async def test_answers_reach_the_author_alone(office: Office) -> None:
    made = await announce(office, COLLEAGUE)
    path = f"/bulletins/{made['id']}/answers"
    wanted = {"command_id": office.id(), "words": "Не можам, на пат сум."}
    for _ in range(2):
        await office.post("zvezda", path, wanted)
    (answer,) = (await office.get(COLLEAGUE, path))["answers"]
    assert (answer["person"]["id"], answer["words"]) == ("zvezda", "Не можам, на пат сум.")
    for person in (COORDINATOR, "zvezda", "goran", "nika", NOBODY):
        assert await office.refused(person, "GET", path) == "not_found"
    for person in (COORDINATOR, COLLEAGUE, "nika", NOBODY):
        mine = {"command_id": office.id(), "words": "x"}
        assert await office.refused(person, "POST", path, mine) == "not_found"
    counts = [(one["answers"], one["new_answers"]) for one in await listed(office, COLLEAGUE)]
    assert counts == [(1, 1)]
    assert [(one["answers"], one["new_answers"]) for one in await listed(office, COORDINATOR)] == [(0, 0)]
    office.clock.now += 1
    await office.post(COLLEAGUE, f"/bulletins/{made['id']}/read")
    assert [(one["answers"], one["new_answers"]) for one in await listed(office, COLLEAGUE)] == [(1, 0)]
    (mine,) = (await office.get("zvezda", "/me/bulletins"))["bulletins"]
    assert [one["words"] for one in mine["answers"]] == ["Не можам, на пат сум."]


async def test_an_author_who_has_left_the_team_hears_nothing_any_more(office: Office) -> None:
    made = await announce(office, COLLEAGUE)
    path = f"/bulletins/{made['id']}"
    await office.post("zvezda", f"{path}/answers", {"command_id": office.id(), "words": "Еве ме."})
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/{COLLEAGUE}/coordinator")
    assert await office.refused(COLLEAGUE, "GET", f"{path}/answers") == "not_found"
    assert await office.refused(COLLEAGUE, "POST", f"{path}/read") == "not_found"
    late = {"command_id": office.id(), "words": "Има ли некој?"}
    assert await office.refused("zvezda", "POST", f"{path}/answers", late) == "not_found"


async def test_an_answer_that_came_while_it_was_taken_back_holds_nothing_up(either_office: Office) -> None:
    office = either_office
    made, other = await announce(office), await announce(office, to="mentors")
    await office.done(COORDINATOR, "DELETE", f"/bulletins/{made['id']}")
    answer = {"id": "late", "bulletin_id": made["id"], "person": "nika", "at": 1, "words": "Pridem."}
    late = bulletin_answer.insert().values(**answer)
    await office.product.writer.run(lambda unit: unit.connection.execute(late).rowcount)
    await tell(office)
    assert [row.id for row in await office.rows(bulletin)] == [other["id"]]
    assert await mailed(office) == MENTORS


async def listed(office: Office, person: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await office.get(person, f"/cohorts/{RUN}/bulletins"))["bulletins"]
    return found


async def test_nobody_is_flooded(office: Office) -> None:
    for _ in range(10):
        await announce(office, to="mentors")
    assert await office.refused(COORDINATOR, "POST", f"/cohorts/{RUN}/bulletins", new(office)) == "too_fast"
    office.clock.now += 3_600_000
    await announce(office)


async def test_what_was_put_away_stays_readable(office: Office) -> None:
    made = await announce(office)
    await office.post("nika", f"/bulletins/{made['id']}/read")
    assert [one["read"] for one in (await office.get("nika", "/me/bulletins"))["bulletins"]] == [True]
    assert [one["read"] for one in (await office.get("ines", "/me/bulletins"))["bulletins"]] == [False]


async def test_what_nobody_could_read_is_refused(office: Office) -> None:
    path = f"/cohorts/{RUN}/bulletins"
    for texts, code in (
        ({}, "bad_request"),
        ({"en": {"title": " ", "words": "x"}}, "text_empty"),
        ({"en": {"title": "x" * 121, "words": "x"}}, "text_too_long"),
        ({"en": {"title": "x", "words": "x" * 4_001}}, "text_too_long"),
        ({"en": {"title": "x", "words": "a\0b"}}, "text_not_allowed"),
        ({"en": {"title": "\u202ex", "words": "b"}}, "text_not_allowed"),
        ({"<b>": {"title": "x", "words": "x"}}, "language_unknown"),
    ):
        assert await office.refused(COORDINATOR, "POST", path, new(office, texts=texts)) == code


async def test_mails_at_night_wait_for_the_morning_and_links_go_first(office: Office) -> None:
    office.clock.now += 11 * 3_600_000
    await announce(office)
    await tell(office)
    assert {row.due_at - office.clock.now for row in await office.mails()} == {9 * 3_600_000}
    office.clock.now += 9 * 3_600_000

    def ask_for_a_link(unit: Any) -> None:
        values = {"link": "/sign-in-link#t", "until": unit.now + 60_000}
        post.enqueue(unit, post.Mail("sign_in_link", "x@people.example", "en", "UTC", None, values))

    await office.unit(ask_for_a_link)
    taken = await office.unit(lambda unit: post.store.take(unit.connection, unit.now, 1, 1, post.rules.GATHERING))
    assert [one.mail.template for one in taken] == ["sign_in_link"]
