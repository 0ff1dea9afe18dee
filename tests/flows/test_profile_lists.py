"""Profiles as a list: what goes out comes in again, every bad line is named, and nothing is stored by half."""

from __future__ import annotations

import base64
import csv
import io
from typing import Any

import pytest

from server.matching.profiles.tables import matching_profile
from tests.flows.office import COLLEAGUE, COORDINATOR, Office
from tests.flows.test_profiling import MINE, NEED, TEAM, row, said

PREVIEW = f"{TEAM}/preview"


async def look(office: Office, lines: str, reader: str = COORDINATOR) -> Any:
    return await office.post(reader, PREVIEW, {"pasted": lines})


async def take(office: Office, read: Any, actor: str = COORDINATOR) -> Any:
    good = [line["profile"] for line in read["lines"] if line["profile"]]
    return await office.post(actor, TEAM, {"command_id": office.id(), "profiles": good})


async def table(office: Office, reader: str = COORDINATOR) -> str:
    answer = await office.ask(reader, "GET", f"{TEAM}.csv")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    return answer.text


def faults(read: Any) -> list[tuple[int, str, str, str]]:
    return [
        (line["line"], one["column"], one["code"], one["words"]) for line in read["lines"] for one in line["faults"]
    ]


async def test_what_goes_out_comes_in_as_the_same(either_office: Office) -> None:
    office = either_office
    await said(office, "nika", **NEED)
    await office.put(
        COORDINATOR, f"{TEAM}/mentor/ines", {"version": 1, "profile": {"capacity": 3}, "excludes": ["nika"]}
    )
    out = await table(office)
    read = await look(office, out)
    assert (read["good"], read["bad"]) == (8, 0)
    assert [line["changes"] for line in read["lines"]] == [[]] * 8
    before = (await office.get(COORDINATOR, TEAM))["profiles"]
    await take(office, read)
    after = (await office.get(COORDINATOR, TEAM))["profiles"]
    own = ("profile", "excludes", "ranking")
    assert [[one[name] for name in own] for one in after] == [[one[name] for name in own] for one in before]


async def test_it_goes_out_in_the_readers_language_and_a_partner_gets_their_own(office: Office) -> None:
    await said(office, "zvezda", need="Изложба.", skills=["budgets"], languages={"mk": 6, "hr": 4})
    lines = list(csv.reader(io.StringIO((await table(office, COLLEAGUE)).removeprefix("\ufeff")), delimiter=";"))
    assert lines[0][:4] == ["Број", "Име", "Улога", "Организација"]
    assert {line[0] for line in lines[1:]} == {"blagica", "goran", "zvezda", "xhemile"}
    (hers,) = [line for line in lines if line[0] == "zvezda"]
    assert hers[1:3] == ["Ѕвезда Ќосева", "менти"]
    assert hers[4] == "Изложба."
    assert hers[6] == "Буџети и пари"
    assert hers[11] == "mk C2; hr B2"


async def test_no_cell_is_a_formula_on_the_way_out(office: Office) -> None:
    for person, need in (("nika", "=1+1"), ("djordje", "- budgets first"), ("zvezda", "@home")):
        await said(office, person, need=need)
    needs = [line[4] for line in csv.reader(io.StringIO(await table(office)), delimiter=";")]
    assert {"'=1+1", "'- budgets first", "'@home"} <= set(needs)
    assert not any(need.startswith(("=", "+", "-", "@")) for need in needs)


async def test_whoever_is_meant_is_found_by_number_or_by_name_in_any_script(office: Office) -> None:
    read = await look(office, "name;need\nDjordje Ljubinkovic;Light.\nDzvezda Kjoseva;Thread.\nnika sircelj;Dolls.\n")
    assert faults(read) == [(3, "name", "not_enrolled", "Dzvezda Kjoseva")]
    assert [line["profile"] and line["profile"]["person"] for line in read["lines"]] == ["djordje", None, "nika"]
    read = await look(office, "Number\tNeed or offer\nnika\tDolls.\n")
    assert read["lines"][0]["changes"] == ["need"]


async def test_every_bad_line_is_named_with_what_stands_there(office: Office) -> None:
    read = await look(
        office,
        "key;role;need;skills;languages;country;capacity;excludes\n"
        "nika;mentee;Good;Budgets and money;sl C2, 5;SI;;\n"
        "nobody;mentee;;;;;;\n"
        "ines;mentee;;;;;;\n"
        'tadeja;mentor;=cmd;"Budgets and money; flying";martian B1;XX;many;djordje\n'
        "djordje;mentee;;;sr;;;nika\n"
        "djordje;mentee;Twice;;;;;\n",
    )
    assert faults(read) == [
        (2, "languages", "level_unknown", "sl C2, 5"),
        (3, "key", "not_enrolled", "nobody"),
        (4, "key", "not_enrolled", "ines"),
        (5, "need", "cell_formula", "=cmd"),
        (5, "skills", "term_unknown", "flying"),
        (5, "languages", "language_unknown", "martian B1"),
        (5, "country", "country_unknown", "XX"),
        (5, "capacity", "capacity_invalid", "many"),
        (6, "languages", "level_unknown", "sr"),
        (6, "excludes", "not_enrolled", "nika"),
        (7, "name", "line_doubled", "Ђорђе Љубинковић"),
    ]
    assert (read["good"], read["bad"]) == (0, 6)
    assert all(line["profile"] is None for line in read["lines"])
    assert await office.rows(matching_profile) == []


async def test_names_of_terms_are_read_in_any_language_and_may_hold_a_comma(office: Office) -> None:
    for skills in (
        "Finding funds, writing applications; Буџети и новац",
        "Traženje sredstava i pisanje prijava|budgets",
        "fundraising, BUDZETI I NOVAC",
    ):
        read = await look(office, f'key;skills\nnika;"{skills}"\n')
        assert faults(read) == [], skills
        assert set(read["lines"][0]["profile"]["profile"]["skills"]) == {"fundraising", "budgets"}


async def test_an_empty_cell_changes_nothing_and_a_dash_empties(office: Office) -> None:
    await said(office, "nika", **NEED)
    await take(office, await look(office, "key;need;goals;skills\nnika;;-;–\n"))
    hers = (await office.get("nika", f"{MINE}/mentee"))["profile"]
    assert (hers["need"], hers["goals"], hers["skills"]) == (NEED["need"], "", [])
    assert hers["languages"] == NEED["languages"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "mac_cyrillic"])
async def test_a_file_of_any_old_program_is_read(office: Office, encoding: str) -> None:
    lines = "Име;Потреба или понуда\r\nЂорђе Љубинковић;Желим да осветлим целу сцену.\r\n"
    file = base64.b64encode(lines.encode(encoding)).decode()
    read = await office.post(COORDINATOR, PREVIEW, {"file": file})
    assert read["lines"][0]["profile"]["profile"]["need"] == "Желим да осветлим целу сцену."


async def test_what_is_no_list_is_refused_in_words(office: Office) -> None:
    for body, code in (
        ({}, "bad_request"),
        ({"pasted": ""}, "list_empty"),
        ({"pasted": "key;need\n"}, "list_empty"),
        ({"pasted": "Something\nelse\n"}, "list_unreadable"),
        ({"file": base64.b64encode(b"PK\x03\x04" + bytes(range(32))).decode()}, "list_unreadable"),
        ({"pasted": "key;need\n" + "nika;x\n" * 100_000}, "list_too_long"),
        ({"pasted": "x" * (1024 * 1024 + 1)}, "too_large"),
    ):
        assert await office.refused(COORDINATOR, "POST", PREVIEW, body) == code


async def test_nothing_is_stored_by_half(either_office: Office) -> None:
    office = either_office
    read = await look(office, "key;need\nnika;One.\ndjordje;Two.\n")
    await said(office, "djordje", need="Mine.")
    good = [line["profile"] for line in read["lines"]]
    wanted = {"command_id": "c-list", "profiles": good}
    assert await office.refused(COORDINATOR, "POST", TEAM, wanted) == "changed_meanwhile"
    assert (await office.get("nika", f"{MINE}/mentee"))["version"] == 1
    bad = [good[0], good[1] | {"version": 2, "profile": {"need": "x" * 3_000}}]
    answer = await office.ask(COORDINATOR, "POST", TEAM, {"command_id": "c-bad", "profiles": bad})
    assert (answer.json()["code"], answer.json()["line"], answer.json()["fault"]) == (
        "list_has_faults",
        2,
        "text_too_long",
    )
    assert (await office.get("nika", f"{MINE}/mentee"))["version"] == 1


async def test_the_same_list_again_is_taken_once_and_keeps_what_it_does_not_hold(office: Office) -> None:
    told = {"version": 1, "profile": {}, "ranking": [["tadeja"]]}
    await office.put(COORDINATOR, f"{TEAM}/mentee/nika", told)
    read = await look(office, "key;need\nnika;One.\n")
    wanted = {"command_id": "c-list", "profiles": [read["lines"][0]["profile"]]}
    await office.post(COORDINATOR, TEAM, wanted)
    await office.post(COORDINATOR, TEAM, wanted)
    hers = await row(office, COORDINATOR, "nika")
    assert (hers["version"], hers["ranking"], hers["profile"]["need"]) == (3, [["tadeja"]], "One.")


async def test_a_partner_takes_in_their_own_alone(office: Office) -> None:
    read = await look(office, "key;need\nnika;One.\nzvezda;Two.\n", COLLEAGUE)
    assert faults(read) == [(2, "key", "not_enrolled", "nika")]
    stolen = {"person": "nika", "role": "mentee", "version": 1, "profile": {}}
    wanted = {"command_id": office.id(), "profiles": [stolen]}
    assert await office.refused(COLLEAGUE, "POST", TEAM, wanted) == "not_found"
    assert await office.refused("nika", "POST", PREVIEW, {"pasted": "key\nnika\n"}) == "not_found"
    assert await office.refused("nika", "GET", f"{TEAM}.csv") == "not_found"
