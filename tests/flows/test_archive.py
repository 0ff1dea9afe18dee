"""What a person takes along of a room: all that they may read in it and nothing else, as one page of its own."""

from __future__ import annotations

import io
import os
import re
import zipfile
from base64 import b64encode
from collections.abc import AsyncIterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
from msgspec import Raw
from msgspec.json import encode
from msgspec.structs import replace
from pycrdt import Doc, Text

from server.contract.entries import FoundingMember
from server.contract.notes import SECTIONS
from server.contract.things import Added, Earlier, Item
from server.flows.archive_things import html, title
from server.flows.archive_zip import Packed, zipped
from server.rooms import things
from server.rooms.service import Rooms, open_room
from server.rooms.things.agreement.rules import OFFER
from server.rooms.things.cards.contract import Card
from server.rooms.things.files.contract import AddFile, File
from server.rooms.things.goals.contract import Goal
from server.rooms.things.led.contract import LedAct
from server.rooms.things.reflections.contract import SharedAnswer, SharedReflection
from server.rooms.things.steps.contract import NextStep
from tests.flows.office import COORDINATOR, NOBODY, Office
from tests.flows.test_files import files_of, item, open_pair
from tests.flows.test_pairing import move, pair
from tests.rooms.things.examples import EXAMPLES, INNER, WORDS, example
from tests.rooms.things.files import samples

WORD = "čuvarkuća"


async def nothing(_kind: str, _item: Item[Any]) -> str:
    return ""


async def post(office: Office, person: str, room: str, text: str, **more: Any) -> int:
    body = {"room": room, "command_id": office.id(), "text": text, **more}
    return int((await office.post(person, "/rpc/room.post", body))["offset"])


class Page(HTMLParser):
    """The words of a page, and whatever it would load or run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "action")]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.words.append(data.strip())


async def test_a_member_takes_along_what_they_may_read_in_their_language_and_times(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "djordje+blagica"))["room"]
    first = await post(office, "djordje", room, "Prvi <b>utisak</b> & @[blagica]")
    await post(office, "blagica", room, "Одговор", reply_to=first)
    gone = await post(office, "djordje", room, "To nisam hteo")
    await office.post("djordje", "/rpc/room.withdraw", {"room": room, "command_id": office.id(), "message": gone})
    await office.post(
        "blagica", "/rpc/room.react", {"room": room, "command_id": office.id(), "message": first, "emoji": "👍"}
    )
    for number in range(60):
        await post(office, "blagica", room, f"ред {number}")
    answer = await office.ask("djordje", "GET", f"/rooms/{room}/archive")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="atelje-2026-11-18.html"'
    page = Page(answer.text)
    words = "\n".join(page.words)
    for shown in (
        "Соба: Ђорђе Љубинковић, Благица Ѓурчинова",
        "Prvi <b>utisak</b> & @Благица Ѓурчинова",
        "Одговор на:",
        "Та порука је повучена.",
        "👍 Благица Ѓурчинова",
        "среда, 18. новембар 2026., 12:00",
        "ред 0\n",
        "ред 59",
    ):
        assert shown in words, shown
    assert "hteo" not in answer.text
    assert not {"script", "img", "link", "iframe", "form"} & set(page.tags)
    assert [link[:2] for link in page.links] == ["#m"], "to what is answered, and nowhere else"
    # The programme's first words are there for who reads their language, or one near it.
    assert "Dobro došli." in words
    assert "Добредојдовте." in (await office.ask("blagica", "GET", f"/rooms/{room}/archive")).text


async def test_every_kind_of_thing_stands_in_it_and_all_of_it_in_the_form_for_programs(office: Office) -> None:
    room = (await pair(office, "djordje+blagica"))["room"]
    kinds = {method: kind.name for kind in things.KINDS for method in kind.commands}
    items: dict[str, int] = {}
    for method in [name for name in EXAMPLES if "item" not in EXAMPLES[name]]:
        said = {"room": room, "command_id": office.id(), **example(method, f"{WORD}-{method}", items)}
        items[kinds[method]] = (await office.post("djordje", f"/rpc/{method}", said))["offset"]
    for number in range(51):
        await post(office, "blagica", room, f"ред {number}")
    page = (await office.ask("djordje", "GET", f"/rooms/{room}/archive")).text
    data = await office.get("djordje", f"/rooms/{room}/archive?as=json")
    snapshot = await office.get("djordje", f"/rooms/{room}")
    assert data["things"] == snapshot["things"]
    assert set(data["things"]) == set(items)
    assert [one["text"] for one in data["messages"]] == [f"ред {number}" for number in range(51)]
    assert data["members"] == {"djordje": "mentee", "blagica": "mentor"}
    for method in EXAMPLES:
        if "item" not in EXAMPLES[method] and WORDS in EXAMPLES[method].values():
            assert f"{WORD}-{method}" in page, method
    for kind, kept in data["things"].items():
        assert f"<h2>{title(kind, 'sr-Cyrl')}</h2>" in page
        assert f'<article id="t{kept[0]["id"]}">' in page


async def test_of_things_stands_on_the_page_what_people_wrote_and_no_code() -> None:
    answers = (SharedAnswer("moved", "the sea"),)
    file = INNER["files"]
    assert isinstance(file, AddFile)
    brought = msgspec.convert({one: getattr(file, one, 1) for one in File.__struct_fields__}, File)
    before = Earlier(1, "bor", "", {"text": "run", "term": "long"}), Earlier(1, "bor", "", {"paused": False, "slow": 0})
    bodies: dict[str, Added] = {
        "cards": Card("listen-1"),
        "files": brought,
        "goals": Goal("short", "swim", "", "far", "ana", "open"),
        "led": LedAct("pace", None, "", None, "stands", 9, paused=True),
        "reflections": SharedReflection("2026-11", answers),
        "steps": NextStep("pack", "ana", date(2026, 11, 3), 1, "gone", "7", None),
        "agreement": replace(OFFER, own_themes=("bor's work",)),
    }
    history = {"goals": before[:1], "led": before[1:]}
    kept = {name: Raw(encode((Item(2, "ana", 1, 2, body, history.get(name, ())),))) for name, body in bodies.items()}
    parts = html(kept, "en", {"ana": "Ana", "bor": "Bor"}, str, nothing)
    page = "".join([part async for part in parts])
    lines = {line for line in re.split("<[^>]*>| · |\n", page) if line}
    titles = {title(name, "en") for name in bodies}
    assert lines - titles == {
        *("1", "Ana", "Bor", "a.pdf", "good", "swim", "far", "run", "2026-11", "the sea", "pack", "3 November 2026"),
        *("bor&#x27;s work", "21:00", "08:00"),
    }


async def test_who_came_later_takes_nothing_of_before_and_a_stranger_nothing(office: Office) -> None:
    room = (await pair(office, "nika+ines"))["room"]
    await post(office, "nika", room, "pre tega")
    assert await move(office, room, "djordje", "guest") == ""
    await post(office, "nika", room, "po tem")
    later = (await office.ask("djordje", "GET", f"/rooms/{room}/archive")).text
    assert "po tem" in later
    assert "pre tega" not in later
    nowhere = await office.ask(NOBODY, "GET", "/rooms/nowhere/archive")
    for other in (COORDINATOR, NOBODY):
        assert (await office.ask(other, "GET", f"/rooms/{room}/archive")).content == nowhere.content
    assert nowhere.status_code == 404
    assert (await office.ask("", "GET", f"/rooms/{room}/archive")).status_code == 401


# ── files, notes and what is one's own ────────────────────────────────────────────────────────────────────────────────

SECRET = "moja skrivnost"


async def packed(office: Office, person: str) -> zipfile.ZipFile:
    answer = await office.ask(person, "GET", "/rooms/r/archive?as=zip")
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == 'attachment; filename="atelje-2026-11-18.zip"'
    return zipfile.ZipFile(io.BytesIO(answer.content))


async def write_note(office: Office, person: str, title: str, **sections: str) -> int:
    said = {"room": "r", "command_id": office.id(), "title": title, "day": "2026-11-17"}
    item = int((await office.post(person, "/rpc/room.open_note", said))["offset"])
    document: Doc[Text] = Doc({section: Text() for section in SECTIONS})
    for section, words in sections.items():
        document[section] += words
    update = b64encode(document.get_update()).decode()
    written = {"room": "r", "command_id": office.id(), "item": item, "update": update}
    await office.post(person, "/rpc/room.write_note", written)
    return item


async def test_the_whole_archive_has_files_and_notes_and_what_is_ones_own(either_office: Office) -> None:
    office = either_office
    await open_pair(office)
    sketch = samples.picture("JPEG")
    picture = await item(office, "nika", "Скица.jpg", sketch, text="The stage")
    gone = await item(office, "ines", "gone.pdf", samples.PDF)
    plan = await item(office, "ines", "plan.pdf", samples.PDF)
    await office.post("ines", "/rpc/room.remove_file", {"room": "r", "command_id": office.id(), "item": gone})
    note = await write_note(office, "ines", "Mreže / ../plan", decided="Gremo *v* <Kranj>", next="- [ ] karte")
    await office.put("nika", "/me/notes/n1", {"room": "r", "text": f"{SECRET} <nike>", "changed_at": 0})
    await office.put("ines", "/me/notes/n1", {"room": "r", "text": f"{SECRET} ines", "changed_at": 0})
    members = [FoundingMember("nika", "mentee"), FoundingMember("ines", "mentor")]
    await office.unit(lambda unit: open_room(unit, "s", "pair", members, office.id()))
    await office.put("nika", "/me/notes/n2", {"room": "s", "text": "of another room", "changed_at": 0})
    for person in ("nika", "ines"):
        answer = {"page": "2026-10", "question": "moved", "text": f"odgovor {person}"}
        await office.put(person, "/rooms/r/reflections", answer)

    archive = await packed(office, "nika")
    assert archive.testzip() is None
    names = archive.namelist()
    assert names == [
        *("room.html", "room.json", f"notes/{note}-Mreže - ..-plan.md"),
        *(f"files/{picture}-Скица.jpg", f"files/{plan}-plan.pdf"),
    ]
    assert archive.read(f"files/{plan}-plan.pdf") == samples.PDF
    shown = (await office.ask("nika", "GET", f"/rooms/r/files/{picture}")).content
    assert archive.read(f"files/{picture}-Скица.jpg") == shown
    assert samples.PLACE not in shown
    markdown = archive.read(names[2]).decode()
    assert markdown.startswith("# Mreže / ../plan · 2026-11-17\n\n## ")
    assert "Gremo *v* <Kranj>" in markdown
    assert "- [ ] karte" in markdown
    page = archive.read("room.html").decode()
    links = [link for link in Page(page).links if not link.startswith("#")]
    assert [unquote(link) for link in links] == [f"files/{picture}-Скица.jpg", f"files/{plan}-plan.pdf"]
    data = msgspec.json.decode(archive.read("room.json"))
    assert data["notes"] == [
        {"item": note, "text": {"talked": "", "decided": "Gremo *v* <Kranj>", "next": "- [ ] karte", "open": ""}}
    ]
    assert [one["text"] for one in data["own"]["notes"]] == [f"{SECRET} <nike>"]
    assert [one["answers"][0]["text"] for one in data["own"]["pages"]] == ["odgovor nika"]
    for alone in (page, (await office.ask("nika", "GET", "/rooms/r/archive")).text):
        assert "Gremo *v* &lt;Kranj&gt;" in alone
        assert f"{SECRET} &lt;nike&gt;" in alone
        assert "odgovor nika" in alone

    # Of the other one's own nothing is in any form.
    for form in ("", "?as=json", "?as=zip"):
        got = (await office.ask("nika", "GET", f"/rooms/r/archive{form}")).content
        inside = [got] if form != "?as=zip" else [archive.read(name) for name in names]
        assert not [one for one in inside if b"skrivnost ines" in one or b"odgovor ines" in one]


async def test_who_came_later_takes_no_file_and_no_note_of_before_and_a_stranger_nothing(office: Office) -> None:
    await open_pair(office)
    await item(office, "nika", "before.pdf", samples.PDF)
    await write_note(office, "nika", "before", decided="pre tega")
    await office.put("nika", "/me/notes/n1", {"room": "r", "text": SECRET, "changed_at": 0})
    await office.unit(lambda unit: Rooms().change_members(unit, "r", {"tadeja": "guest"}))
    after = await item(office, "ines", "after.pdf", samples.PDF)
    archive = await packed(office, "tadeja")
    assert archive.namelist() == ["room.html", "room.json", f"files/{after}-after.pdf"]
    for name in archive.namelist():
        assert not [one for one in (b"before", b"pre tega", SECRET.encode()) if one in archive.read(name)]
    for other in (COORDINATOR, NOBODY, "djordje"):
        assert await office.refused(other, "GET", "/rooms/r/archive?as=zip") == "not_found"


async def test_a_file_whose_bytes_are_lost_is_left_out(office: Office, tmp_path: Path) -> None:
    await open_pair(office)
    lost = await item(office, "nika", "lost.pdf", samples.PDF)
    kept = await item(office, "nika", "kept.txt", b"Kept.")
    (body,) = [one["body"] for one in await files_of(office, "nika") if one["id"] == lost]
    (path,) = (tmp_path / "files").rglob(body["stored"])
    path.unlink()
    archive = await packed(office, "nika")
    assert archive.namelist() == ["room.html", "room.json", f"files/{kept}-kept.txt"]


async def test_of_a_large_file_no_more_than_a_piece_is_held() -> None:
    """Sent piece by piece: what goes out keeps up with what comes in."""
    piece, came = os.urandom(65_536), 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal came
        for _ in range(160):
            came += len(piece)
            yield piece

    async def files() -> AsyncIterator[Packed]:
        yield Packed("large", pieces(), dense=True)
        yield Packed("words", pieces())

    sent, whole = 0, []
    async for part in zipped(files(), (2026, 11, 18, 12, 0, 0)):
        sent += len(part)
        whole.append(part)
        assert came - sent < 4 * len(piece)
    archive = zipfile.ZipFile(io.BytesIO(b"".join(whole)))
    assert archive.testzip() is None
    assert archive.read("large") == archive.read("words") == piece * 160
