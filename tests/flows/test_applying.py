"""Answering an open call without an account: begun, come back to by a mailed link, sent, changed, taken back, deleted
on its day."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from server.accounts.attempts import MAILS
from server.clock import system_clock
from server.database import Connection
from server.errors import Refused
from server.flows import applying
from server.flows.applying import BEGINS, FILE_BYTES, LOOKS, SAVES, Applying
from server.flows.files import Files
from server.matching.calls import service as calls
from server.matching.calls.service import Application
from server.matching.calls.tables import application, application_file, application_link
from server.storage.directory import DirectoryStorage
from server.unit_of_work import UnitOfWork
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, RUN, STRANGER, Office, copy_founded, open_office
from tests.flows.test_open_calls import CALLS, begin, begun, opened

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
GOOD = {
    "q_country": "MK",
    "q_languages_tag_1": "mk",
    "q_languages_level_1": "6",
    "q_about": "Плетам кошници.",
    "q_need": "Да знам да водам работилница.",
    "q_disciplines": "crafts",
    "q_access": "Место без скали.",
}


class Browser:
    """Somebody without an account, on one device."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.headers = {"Origin": str(office.client.base_url).rstrip("/"), "Accept-Language": "mk"}

    async def open(self, path: str, **headers: str) -> httpx2.Response:
        self.office.client.cookies.clear()
        return await self.office.client.get(path, headers=self.headers | headers)

    async def type(self, path: str, fields: dict[str, Any], files: Any = None) -> httpx2.Response:
        self.office.client.cookies.clear()
        if path.startswith("/call"):
            return await self.office.client.post(path, data=fields, headers=self.headers)
        parts = [*(files or []), ("f_none", ("", b"", "application/octet-stream"))]
        return await self.office.client.post(path, data=fields, files=parts, headers=self.headers)

    async def begin(self, call: Any, **fields: str) -> str:
        """The address that it goes on at."""
        typed = {
            "name": "Ајша",
            "email": "ajsa@elsewhere.example",
            "manner": "person",
            "zone": "Europe/Skopje",
        } | fields
        answer = await self.type(f"/call/{call['call']['slug']}?lang=mk", typed)
        assert answer.status_code == 303, answer.text
        return urlsplit(answer.headers["location"]).path

    async def version(self, path: str) -> str:
        page = (await self.open(f"{path}?change=1")).text
        return re.findall(r'name="version" value="(\d+)"', page)[0]

    async def save(self, path: str, do: str = "save", files: Any = None, **fields: str) -> httpx2.Response:
        own = {"name": "Ајша", "email": "ajsa@elsewhere.example", "zone": "Europe/Skopje"}
        typed = own | {"version": await self.version(path), "do": do} | fields
        return await self.type(path, typed, files)


async def links(office: Office, template: str) -> list[str]:
    return [json.loads(row.facts)["link"] for row in await office.mails() if row.template == template]


async def only(office: Office) -> Application:
    def look(connection: Connection) -> list[Application]:
        return [one for call in calls.calls_of(connection, RUN) for one in calls.of_call(connection, call.id)]

    (one,) = await office.read(look)
    return one


async def test_the_page_says_what_is_asked_until_when_who_reads_it_and_whom_to_thank(office: Office) -> None:
    credit = {"funder": "Fond", "words": {"mk": "Со поддршка од Фондот."}, "disclaimer": {"mk": "Мислењата се наши."}}
    run = await office.get(COORDINATOR, f"/cohorts/{RUN}")
    await office.put(COORDINATOR, f"/cohorts/{RUN}/credits", {"version": run["version"], "credits": [credit]})
    await opened(office)
    browser = Browser(office)
    page = await browser.open("/call/circles-2026")
    assert page.status_code == 200
    assert "script" not in page.headers["content-security-policy"].replace("script-src", "")
    text = unescape(page.text)
    for words in ("Кругови: отворен повик", "Со поддршка од Фондот.", "Мислењата се наши.", "Со што се занимавате?"):
        assert words in text
    assert "16 декември 2026" in text
    assert "23:59" in text
    assert "Europe/Belgrade" in text
    assert "16 март 2027" in text, "the day on which it is deleted"
    assert "30 декември 2026" in text, "and what was never sent"
    assert "vesna@people.example" in text
    there = await browser.open("/call/circles-2026?zone=America/Sao_Paulo&lang=sr-Latn")
    assert "19:59" in there.text
    assert 'lang="sr-Latn"' in there.text
    assert "Krugovi: otvoreni poziv" in unescape(there.text)


async def test_a_draft_is_there_for_its_team_alone(office: Office) -> None:
    call = (await office.get(COORDINATOR, CALLS))["proposal"]
    for lead in call["words"].values():
        lead["words"] = "Дојдете."
    await office.post(COORDINATOR, CALLS, {"command_id": office.id(), "call": call})
    browser = Browser(office)
    nothing, nowhere = await browser.open("/call/circles-2026"), await browser.open("/call/no-such-call")
    assert (nothing.status_code, nothing.text) == (404, nowhere.text)
    await office.get(COORDINATOR, CALLS)
    cookie = f"{office.cookie}={office.tokens[COORDINATOR]}"
    preview = await browser.open("/call/circles-2026", Cookie=cookie)
    assert preview.status_code == 200
    assert "Оваа страница ја гледа само тимот" in unescape(preview.text)
    typed = {"name": "X", "email": "x@elsewhere.example"}
    assert (await browser.type("/call/circles-2026", typed)).status_code == 404


async def test_saved_come_back_to_by_the_mailed_link_and_sent_with_a_copy(either_office: Office) -> None:
    office = either_office
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call)
    saved = await browser.save(path, q_about="Плетам кошници.", q_access="Место без скали.")
    assert saved.status_code == 200
    assert "Зачувано е." in unescape(saved.text)
    assert (await office.get(COORDINATOR, f"/calls/{call['id']}/applications"))["applications"] == []
    # On another device, by the link in the mail, which is another one.
    (mailed,) = await links(office, "application_begun")
    assert mailed != path
    assert "Плетам кошници." in unescape((await browser.open(mailed)).text)
    assert (await browser.save(mailed, "send", **GOOD)).status_code == 200
    (copy,) = await links(office, "application_sent")
    page = unescape((await browser.open(copy)).text)
    for words in ("Плетам кошници.", "Место без скали.", "Северна Македонија", "македонски: C2 или мојот јазик"):
        assert words in page
    facts = [str(row.facts) for row in await office.mails()]
    assert not any("кошници" in one or "скали" in one for one in facts), "a mail has nothing of what was written"
    one = await only(office)
    assert (one.state, one.needs, one.answers["languages"]) == ("sent", "Место без скали.", {"mk": 6})
    assert "access" not in one.answers, "what somebody needs is no answer that is chosen by"
    (row,) = (await office.get(COORDINATOR, f"/calls/{call['id']}/applications"))["applications"]
    assert (row["name"], row["state"]) == ("Ајша", "sent")
    taken = await browser.open(f"{copy}/copy")
    assert taken.headers["content-disposition"].startswith("attachment")
    assert "Плетам кошници." in unescape(taken.text)


async def test_what_can_not_be_sent_says_where_and_loses_nothing(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call)
    long = "а" * 2_001
    answer = await browser.save(path, "send", **(GOOD | {"q_need": long, "q_languages_level_1": ""}))
    assert answer.status_code == 422
    page = unescape(answer.text)
    assert long in page, "what was typed stands there"
    assert 'href="#field-need"' in page
    assert ("Ова има 2.001 знаци; можни се 2.000." in page) is True
    assert re.search(r'id="field-languages" tabindex="-1"[^>]*aria-invalid="true"', page)
    one = await only(office)
    assert (one.state, one.answers["about"]) == ("draft", "Плетам кошници."), "what is good is saved"
    missing = await browser.save(path, "send", q_about="")
    assert missing.status_code == 422
    assert unescape(missing.text).count("На ова треба да се одговори.") >= 5 * 2
    wrong = await browser.save(path, email="nobody", name=" ")
    assert wrong.status_code == 422
    assert "Ова не е адреса на е-пошта." in unescape(wrong.text)
    # What nobody offers is not taken.
    for fields in ({"q_disciplines": "nonsense"}, {"q_country": "QQ"}, {"q_languages_tag_1": "<b>"}):
        assert (await browser.save(path, **(GOOD | fields))).status_code == 422, fields


async def test_beginning_without_a_name_or_address_says_so(office: Office) -> None:
    await opened(office)
    browser = Browser(office)
    typed = {"name": "<b>Ајша</b>", "email": "ajsa", "manner": "organisation", "zone": "Europe/Skopje"}
    answer = await browser.type("/call/circles-2026?lang=mk", typed)
    assert answer.status_code == 422
    assert "&lt;b&gt;Ајша&lt;/b&gt;" in answer.text
    assert re.search(r'value="organisation" checked', answer.text)
    assert await office.rows(application) == []


async def test_a_call_that_closed_or_went_meanwhile_takes_nothing(office: Office) -> None:
    call = await opened(office)
    seen = await office.read(
        lambda connection: applying.public(connection, "circles-2026", ["mk"], None, office.clock.now)
    )
    assert seen is not None
    browser = Applying(
        office.product.database, office.product.writer, _storage(office), lambda: office.clock.now, False
    )
    typed = {"name": ["Ајша"], "email": ["ajsa@elsewhere.example"]}
    await office.put(COORDINATOR, f"/calls/{call['id']}/state", {"version": 2, "state": "closed"})
    for _ in range(2):
        with pytest.raises(Refused, match="call_over"):
            await browser.begin(seen, typed, "192.0.2.1")
        await office.ask(COORDINATOR, "DELETE", f"/calls/{call['id']}")


async def test_what_was_sent_changes_until_the_deadline_and_only_as_a_whole(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call)
    await browser.save(path, "send", **GOOD)
    refused = await browser.save(path, "send", **(GOOD | {"q_about": ""}))
    assert refused.status_code == 422
    assert (await only(office)).answers["about"] == "Плетам кошници."
    assert (await browser.save(path, "send", **(GOOD | {"q_about": "Плетам и учам."}))).status_code == 200
    assert (await only(office)).answers["about"] == "Плетам и учам."
    # A file more than there is room for is a fault like any other.
    many = [("f_work", (f"{number}.pdf", PDF, "application/pdf")) for number in range(7)]
    full = await browser.save(path, "send", many, **(GOOD | {"q_about": "Со прилози."}))
    one = await only(office)
    assert (full.status_code, one.answers["about"], one.files) == (422, "Плетам и учам.", ())
    assert "Со прилози." in unescape(full.text)
    assert len(await office.rows(application_file)) == 0
    # Two devices at once: neither takes the other's words away unseen.
    old = await browser.version(path)
    await browser.save(path, "send", **(GOOD | {"q_about": "Прво."}))
    late = await browser.save(path, "send", **(GOOD | {"q_about": "Второ.", "version": old}))
    assert (late.status_code, (await only(office)).answers["about"]) == (409, "Прво.")
    assert "Второ." in unescape(late.text)
    # The deadline passes while somebody writes.
    version = await browser.version(path)
    office.clock.now = call["call"]["closes_at"]
    over = await browser.type(path, {"version": version, "do": "send", **GOOD, "q_about": "Трето."})
    assert over.status_code == 409
    assert "Трето." in unescape(over.text)
    assert 'value="send"' not in over.text
    assert (await browser.open(path)).status_code == 200
    typed = {"name": "X", "email": "x@elsewhere.example"}
    assert (await browser.type("/call/circles-2026?lang=mk", typed)).status_code == 409


async def test_more_time_lets_who_has_begun_send(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    await browser.begin(call)
    later = call["call"]["closes_at"] + 3 * DAY
    await office.put(COORDINATOR, f"/calls/{call['id']}/deadline", {"version": 2, "closes_at": later})
    office.clock.now = call["call"]["closes_at"] + DAY
    (link,) = await links(office, "call_extended")
    assert (await browser.save(link, "send", **GOOD)).status_code == 200
    assert (await only(office)).state == "sent"


async def test_an_organisation_comes_with_up_to_three_people(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call, manner="organisation")
    people = {"organisation": "Задруга", "person_2": "Благоја", "person_3": "Весна"}
    missing = await browser.save(path, "send", **GOOD, **(people | {"organisation": ""}))
    assert missing.status_code == 422
    assert 'href="#field-organisation"' in missing.text
    assert (await browser.save(path, "send", **GOOD, **people)).status_code == 200
    one = await only(office)
    assert (one.organisation, one.people) == ("Задруга", ("Благоја", "Весна"))


async def test_the_team_gives_a_copy_to_whose_it_is_and_deletes_it_by_their_wish(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call)
    await browser.save(path, "send", **GOOD)
    (row,) = (await office.get(COORDINATOR, f"/calls/{call['id']}/applications"))["applications"]
    copy = await office.ask(COORDINATOR, "GET", f"/applications/{row['id']}/copy")
    assert copy.headers["content-disposition"].startswith("attachment")
    assert "Плетам кошници." in unescape(copy.text)
    acts = (await office.get(COORDINATOR, f"/cohorts/{RUN}/audit"))["acts"]
    assert [act["kind"] for act in acts].count("application_opened") == 1
    # Opened in whichever way, it is written down once.
    await office.post(COORDINATOR, f"/applications/{row['id']}/open")
    acts = (await office.get(COORDINATOR, f"/cohorts/{RUN}/audit"))["acts"]
    assert [act["kind"] for act in acts].count("application_opened") == 1
    for person in (COLLEAGUE, STRANGER):
        assert await office.refused(person, "GET", f"/applications/{row['id']}/copy") == "not_found"
        assert await office.refused(person, "DELETE", f"/applications/{row['id']}") == "not_found"
    await office.done(COORDINATOR, "DELETE", f"/applications/{row['id']}")
    assert await office.refused(COORDINATOR, "GET", f"/applications/{row['id']}/copy") == "not_found"
    assert (await browser.open(path)).status_code == 404


async def test_mentors_apply_likewise(office: Office) -> None:
    call = await opened(office, whom="both")
    browser = Browser(office)
    path = await browser.begin(call, part="mentor")
    page = unescape((await browser.open(path)).text)
    assert "Што можете да му дадете" in page
    assert "Што би сакале да можете" not in page
    give = {name: value for name, value in GOOD.items() if name != "q_need"} | {"q_give": "Сѐ што знам."}
    assert (await browser.save(path, "send", **give)).status_code == 200
    assert (await only(office)).part == "mentor"


async def test_files_are_looked_through_kept_removed_and_gone_with_it(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call)
    bad = await browser.save(path, files=[("f_work", ("virus.pdf", b"MZ", "application/pdf"))], q_about="Стои.")
    assert bad.status_code == 422
    assert "Стои." in unescape(bad.text)
    assert await office.rows(application_file) == []
    both = [("f_work", ("дело.pdf", PDF, "application/pdf")), ("f_work", ("два.pdf", PDF, "application/pdf"))]
    assert (await browser.save(path, files=both)).status_code == 200
    first, second = (await only(office)).files
    assert first.name == "дело.pdf"
    out = await browser.open(f"{path}/files/{first.id}")
    assert (out.content, out.headers["content-security-policy"]) == (PDF, "sandbox")
    removed = await browser.save(path, f"remove:{first.id}", q_about="И ова стои.")
    assert removed.status_code == 200
    one = await only(office)
    assert ([file.id for file in one.files], one.answers["about"]) == ([second.id], "И ова стои.")
    assert (await browser.open(f"{path}/files/{first.id}")).status_code == 404
    # A question that takes no files, and one that nobody asks.
    for field in ("f_about", "f_nothing"):
        await browser.save(path, files=[(field, ("x.pdf", PDF, "application/pdf"))])
    assert len((await only(office)).files) == 1
    many = [("f_work", (f"{number}.pdf", PDF, "application/pdf")) for number in range(6)]
    full = await browser.save(path, files=many)
    assert (full.status_code, len((await only(office)).files)) == (422, 6)
    # What looks for bytes that belong to nothing knows whose these are.
    product = office.product
    rooms: Any = None
    files = Files(product.database, product.writer, rooms, _storage(office), lambda: system_clock() + DAY, quota=1)
    assert await files.sweep() == 0
    assert (await browser.open(f"{path}/files/{second.id}")).content == PDF
    # Its bytes go with it.
    stored = {row.stored for row in await office.rows(application_file)}
    assert (await browser.type(f"{path}/delete", {})).status_code == 200
    assert await office.rows(application) == []
    kept = [file async for portion in _storage(office).listed() for file in portion]
    assert {file.name for file in kept} >= {second.stored}
    await _tidy(office)
    assert not {file.name async for portion in _storage(office).listed() for file in portion} & stored
    assert await office.rows(application_file) == []


def _storage(office: Office) -> DirectoryStorage:
    return DirectoryStorage(Path(office.url.removeprefix("sqlite:///")).parent / "files")


async def _tidy(office: Office) -> None:
    product = office.product
    await Applying(product.database, product.writer, _storage(office), lambda: office.clock.now, limited=False).tidy()


async def test_taken_back_leaves_nothing_but_that_there_was_one(either_office: Office) -> None:
    office = either_office
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call)
    await browser.save(path, "send", **GOOD)
    mailed = await links(office, "application_begun")
    gone = await browser.type(f"{path}/delete", {})
    assert gone.status_code == 200
    (row,) = await office.rows(application)
    assert (row.state, row.name, row.email, row.body) == ("withdrawn", "", "", None)
    assert await office.rows(application_link) == []
    for link in (path, *mailed):
        assert (await browser.open(link)).status_code == 404
    (shown,) = (await office.get(COORDINATOR, f"/calls/{call['id']}/applications"))["applications"]
    assert (shown["name"], shown["state"]) == ("", "withdrawn")
    assert [row.address for row in await office.mails() if row.template == "application_withdrawn"] == [
        "ajsa@elsewhere.example"
    ]


async def test_what_was_not_chosen_is_deleted_on_the_day_that_was_shown(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    names = ("Chosen", "Reserve", "Undecided", "Unsent")
    for name in names:
        path = await browser.begin(call, name=name)
        if name != "Unsent":
            await browser.save(path, "send", **GOOD, name=name)

    def decide(unit: Any) -> None:
        for one in calls.of_call(unit.connection, call["id"]):
            if one.name in ("Chosen", "Reserve"):
                calls.set_outcome(unit, one.id, "yes" if one.name == "Chosen" else "reserve")

    await office.unit(decide)

    async def left() -> set[str]:
        await _tidy(office)
        return {row.name for row in await office.rows(application)}

    # A later day counts for who comes later alone: nobody's words are kept for longer than they were told.
    changed = call["call"] | {"purge_on": "2027-04-16"}
    await office.put(COORDINATOR, f"/calls/{call['id']}", {"version": 2, "call": changed})
    office.clock.now = call["call"]["closes_at"] + 13 * DAY
    assert await left() == set(names)
    office.clock.now += DAY
    assert await left() == {"Chosen", "Reserve", "Undecided"}
    office.clock.now = call["call"]["closes_at"] + 89 * DAY
    assert await left() == {"Chosen", "Reserve", "Undecided"}
    office.clock.now += DAY
    assert await left() == {"Chosen"}


async def test_many_whose_day_has_come_are_deleted_part_by_part(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "DELETED_AT_ONCE", 2)
    call = await opened(office)
    for number in range(5):
        await begin(office, begun(call, name=str(number)))
    parts: list[int] = []
    forget = applying.forget

    def counted(unit: UnitOfWork, ids: list[str]) -> None:
        parts.append(len(ids))
        forget(unit, ids)

    monkeypatch.setattr(applying, "forget", counted)
    office.clock.now = call["call"]["closes_at"] + 15 * DAY
    await _tidy(office)
    assert (parts, await office.rows(application)) == ([2, 2, 1], [])


async def test_a_wrong_address_is_mended_and_its_links_are_dead(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call, email="typo@elsewhere.example")
    (stray,) = await links(office, "application_begun")
    await browser.save(path, email="ajsa@elsewhere.example")
    assert (await browser.open(stray)).status_code == 404
    assert (await browser.open(path)).status_code == 200
    waiting = [row for row in await office.mails() if row.template == "application_begun" and row.state == "waiting"]
    assert [row.address for row in waiting] == ["ajsa@elsewhere.example"]


async def test_whether_an_address_has_applied_shows_nowhere(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    await browser.begin(call)
    answers = []
    for email in ("ajsa@elsewhere.example", "nobody@elsewhere.example", "no address"):
        answer = await browser.type("/call/circles-2026/link?lang=mk", {"email": email})
        answers.append((answer.status_code, answer.text))
    assert len(set(answers)) == 1
    await office.unit(lambda unit: None)
    (link,) = await links(office, "application_link")
    assert (await browser.open(link)).status_code == 200
    # Whoever begins many with somebody else's address does not fill their box by that, nor hides what they sent.
    await browser.save(link, "send", **GOOD)
    for _ in range(6):
        await browser.begin(call)
    await browser.type("/call/circles-2026/link?lang=mk", {"email": " AJSA@elsewhere.example"})
    await office.unit(lambda unit: None)
    mailed = (await links(office, "application_link"))[1:]
    assert len(mailed) == 3
    assert ["Плетам" in (await browser.open(one)).text for one in mailed].count(True) == 1
    # Who begins again with the same address gets another one, as anybody would.
    again = await browser.begin(call)
    assert "Плетам" not in (await browser.open(again)).text


async def test_tokens_stand_nowhere_in_the_database(office: Office) -> None:
    call = await opened(office)
    path = await Browser(office).begin(call)
    token = path.rpartition("/")[2]
    for row in await office.rows(application_link):
        assert token.encode() not in bytes(row.digest)
    assert len(await office.rows(application_link)) == 2


async def test_a_form_of_another_site_is_refused(office: Office) -> None:
    await opened(office)
    browser = Browser(office)
    browser.headers["Origin"] = "https://elsewhere.example"
    answer = await browser.type("/call/circles-2026", {"name": "X", "email": "x@elsewhere.example"})
    assert answer.status_code == 403


async def told_to_wait(ask: Callable[[], Awaitable[httpx2.Response]], burst: int) -> httpx2.Response:
    """Soon after so many: on a slow machine some more are allowed meanwhile."""
    for number in range(2 * burst):
        answer = await ask()
        if answer.status_code == 429:
            assert number >= burst - 1
            return answer
    raise AssertionError("nobody was told to wait")


async def test_whoever_begins_without_end_is_told_to_wait(founded_file: Path, tmp_path: Path) -> None:
    async with open_office(copy_founded(founded_file, tmp_path), tmp_path, ATELJE_LIMITS="on") as office:
        call = await opened(office)
        browser = Browser(office)
        path = await browser.begin(call)
        typed = {"name": "Ајша", "email": "ajsa@elsewhere.example", "manner": "person", "zone": "Europe/Skopje"}
        answer = await told_to_wait(lambda: browser.type("/call/circles-2026?lang=mk", typed), BEGINS.burst)
        assert int(answer.headers["retry-after"]) > 0
        assert 'value="Ајша"' in answer.text, "what was typed comes back"
        # One address gets three mails of it at most, quietly.
        assert len(await links(office, "application_begun")) == MAILS.pair.burst
        # Nobody saves without end either.
        saved = {"version": "0", "do": "save", "q_about": "Стои."}
        late = await told_to_wait(lambda: browser.type(path, saved), SAVES.burst)
        assert "Стои." in unescape(late.text)
        # Nor are links guessed without end.
        await told_to_wait(lambda: browser.open(f"/apply/{0:043}"), LOOKS.burst)


async def test_every_word_of_a_person_stays_words(office: Office) -> None:
    call = await opened(office, contact="x@elsewhere.example")
    browser = Browser(office)
    path = await browser.begin(call, name='"><img src=x>')
    evil = '</textarea><script>alert(1)</script>"><b>'
    saved = await browser.save(path, "send", **(GOOD | {"q_about": evil, "q_access": evil}), name='"><img src=x>')
    for page in (saved.text, (await browser.open(path)).text, (await browser.open(f"{path}?change=1")).text):
        assert "<script" not in page
        assert "<img" not in page
    assert "<script" not in (await browser.open(f"{path}/copy")).text
    # Of the address too.
    for asked in ("?lang=%22%3E%3Cscript%3E", "?zone=%22%3E%3Cscript%3E"):
        assert "<script" not in (await browser.open(f"/call/circles-2026{asked}")).text


async def test_too_much_at_once_is_said_in_words(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    path = await browser.begin(call)
    large = [("f_work", ("large.pdf", PDF + b"x" * FILE_BYTES, "application/pdf"))]
    answer = await browser.save(path, files=large, q_about="Стои.")
    assert answer.status_code == 422
    assert "можни се до 10 MB" in unescape(answer.text)
    assert "Стои." in unescape(answer.text)
    assert (await only(office)).answers["about"] == "Стои."


async def test_an_earlier_day_holds_for_what_was_sent_before_too(office: Office) -> None:
    call = await opened(office)
    browser = Browser(office)
    await browser.save(await browser.begin(call), "send", **GOOD)
    earlier = call["call"] | {"purge_on": "2027-01-31"}
    await office.put(COORDINATOR, f"/calls/{call['id']}", {"version": 2, "call": earlier})
    assert (await only(office)).purge_on.isoformat() == "2027-01-31"
