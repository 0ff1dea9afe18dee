"""A list of people is read and looked over before anything is stored, and by the same eyes that take it then."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from server.accounts.tables import person
from server.programmes.tables import enrolment
from tests.flows.office import (
    COLLEAGUE,
    COORDINATOR,
    LEAD,
    NOBODY,
    PARTNER,
    RUN,
    STRANGER,
    Office,
    copy_founded,
    open_office,
)

PREVIEW = f"/cohorts/{RUN}/people/preview"
ASKED = {"role": "mentee", "language": "mk", "organisation": LEAD}


async def read(office: Office, pasted: str | None = None, by: str = COORDINATOR, **fields: Any) -> Any:
    return await office.post(by, PREVIEW, ASKED | {"pasted": pasted} | fields)


def told(lines: list[Any]) -> list[tuple[int, list[str], list[str]]]:
    return [(line["line"], line["faults"], line["doubts"]) for line in lines]


async def test_each_line_is_told_with_what_is_wrong_in_it(either_office: Office) -> None:
    office = either_office
    before = [await office.rows(table) for table in (person, enrolment)]
    rows = [
        "Име\tЕ-пошта\tУлога\tЈазик\tОрганизација",
        "Pavle Trn\tpavle@new.example\tmentor\tsrpski\tУдружење Трећа обала",
        "Вида\tvida@new\tменти\t\t",
        "=HYPERLINK(1)\tform@new.example\t\t\t",
        "Пaвле Трн\ttrn@new.example\t\t\t",
        "Nika\tnika@people.example\tmentor\t\t",
        "Ines Žužić\tines@people.example\tmentor\t\t",
        "Djordje Ljubinkovic\tnew@new.example\tdirektor\tklingon\tNowhere",
        "Pavle Trn\tPAVLE@new.example \tmentor\t\t",
    ]
    answer = await read(office, "\r\n".join(rows))
    assert told(answer["lines"]) == [
        (2, [], []),
        (3, ["email_invalid"], []),
        (4, ["name_formula"], []),
        (5, [], ["name_mixed", "name_doubled"]),
        (6, ["other_side"], []),
        (7, ["already_enrolled"], []),
        (8, ["role_unknown", "language_unknown", "organisation_unknown"], ["name_doubled"]),
        (9, ["line_doubled"], []),
    ]
    first = answer["lines"][0]
    assert (first["role"], first["language"], first["organisation"]) == ("mentor", "sr-Latn", LEAD)
    assert [line["other"] for line in answer["lines"]] == [None, None, None, 2, None, None, None, 2]
    second = answer["lines"][1]
    assert (second["role"], second["language"], second["organisation"]) == ("mentee", "mk", LEAD)
    assert (answer["good"], answer["bad"], answer["encoding"]) == (2, 6, "UTF-8")
    assert [await office.rows(table) for table in (person, enrolment)] == before


async def test_what_is_good_can_be_taken_as_it_was_told(office: Office) -> None:
    file = "Ime;E-mail;Uloga\r\nĐorđe Ćosić;d@new.example;mentor\r\nŽeljka Šarić;z@new.example;\r\n".encode("cp1250")
    answer = await read(office, None, file=base64.b64encode(file).decode())
    assert (answer["encoding"], answer["good"], answer["bad"]) == ("windows-1250", 2, 0)
    people = [
        {name: line[name] for name in ("name", "email", "role", "language", "organisation")} for line in answer["lines"]
    ]
    body = {"command_id": office.id(), "people": people}
    taken = await office.post(COORDINATOR, f"/cohorts/{RUN}/people", body)
    assert [one["part"]["person"]["name"] for one in taken["people"]] == ["Đorđe Ćosić", "Željka Šarić"]
    again = await read(office, None, file=base64.b64encode(file).decode())
    assert [line["faults"] for line in again["lines"]] == [["already_enrolled"]] * 2


async def test_a_partner_takes_in_its_own_and_learns_nothing_of_others(office: Office) -> None:
    lines = "Djordje Ljubinkovic;x@new.example\nПетар;p@new.example;;;Udruženje Treća obala"
    answer = await read(office, lines, by=COLLEAGUE, organisation=None)
    assert told(answer["lines"]) == [(1, [], []), (2, ["organisation_unknown"], [])]
    assert answer["lines"][0]["organisation"] == PARTNER
    # Whether somebody of others is the one or the other; of their own it is said.
    people = (
        "Nika;nika@people.example\nInes;ines@people.example\nGoran;goran@people.example\nZvezda;zvezda@people.example"
    )
    answer = await read(office, people, by=COLLEAGUE, organisation=None)
    faults = [["others_person"], ["others_person"], ["other_side"], ["already_enrolled"]]
    assert [line["faults"] for line in answer["lines"]] == faults
    body = {"command_id": office.id(), "people": [{**answer["lines"][0], "organisation": PARTNER}]}
    assert await office.refused(COLLEAGUE, "POST", f"/cohorts/{RUN}/people", body) == "others_person"
    for by in (NOBODY, STRANGER, "nika"):
        assert await office.refused(by, "POST", PREVIEW, ASKED | {"pasted": lines}) == "not_found"


async def test_people_are_counted_not_lists(founded_file: Path, tmp_path: Path) -> None:
    lines = "\n".join(f"Person {n};p{n}@new.example" for n in range(5_000))
    people = [
        {"name": "", "email": f"p{n}@new.example", "role": "mentee", "language": "mk", "organisation": LEAD}
        for n in range(5_000)
    ]
    async with open_office(copy_founded(founded_file, tmp_path), tmp_path, ATELJE_LIMITS="on") as office:
        body = {"command_id": office.id(), "people": people}
        codes = [await office.refused(COORDINATOR, "POST", f"/cohorts/{RUN}/people", body) for _ in range(3)]
        assert codes == ["list_has_faults", "list_has_faults", "too_many_attempts"]
        # Others have their own allowance.
        one = {"command_id": office.id(), "people": [people[0] | {"organisation": PARTNER}]}
        assert await office.refused(COLLEAGUE, "POST", f"/cohorts/{RUN}/people", one) == "name_invalid"
        office.product.accounts.invitations.count_looked_up(COORDINATOR, 45_001)
        assert await office.refused(COORDINATOR, "POST", PREVIEW, ASKED | {"pasted": lines}) == "too_many_attempts"


async def test_lists_that_are_none(office: Office) -> None:
    async def refused(**fields: Any) -> str:
        return await office.refused(COORDINATOR, "POST", PREVIEW, ASKED | fields)

    assert await refused() == "bad_request"
    assert await refused(pasted="x", file="eA==") == "bad_request"
    assert await refused(pasted=" \n ") == "list_empty"
    assert await refused(file=base64.b64encode(b"PK\x03\x04\x00\x00").decode()) == "list_unreadable"
    assert await refused(pasted="Nika;n@x.example\n" * 5_001) == "list_too_long"
    assert await refused(pasted="x" * (1024 * 1024 + 1)) == "too_large"


async def test_five_thousand_people_are_read_and_many_are_taken(office: Office) -> None:
    lines = "\n".join(f"Person {n};p{n}@new.example;{('menti', 'mentor')[n % 2]}" for n in range(5_000))
    answer = await read(office, lines)
    assert (answer["good"], answer["bad"]) == (5_000, 0)
    names = ("name", "email", "role", "language", "organisation")
    people = [{name: line[name] for name in names} for line in answer["lines"][:600]]
    with office.statements() as heard:
        taken = await office.post(COORDINATOR, f"/cohorts/{RUN}/people", {"command_id": office.id(), "people": people})
    assert len(taken["people"]) == 600
    assert len(heard) < 60
    assert len(await office.mails()) == 600
