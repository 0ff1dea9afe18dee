"""The demo's data files: whole, believable, and movable to any day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec
import pytest

from server.contract.commands import MESSAGE_LIMIT
from server.flows.demo.script import Edit, Line, Moment, Script, Talk, read_script
from server.rooms.text import clean_text

CYRILLIC, LATIN = re.compile("[\u0400-\u04ff]"), re.compile(r"[A-Za-z\u00c0-\u024f]")

# Around both changes of Europe's clocks, in the middle of both halves, around the end of a year, and a leap day.
TODAYS = [
    date(2026, 11, 20),
    date(2026, 10, 25),
    date(2026, 10, 26),
    date(2026, 11, 5),
    date(2027, 3, 27),
    date(2027, 3, 28),
    date(2027, 4, 10),
    date(2027, 5, 13),
    date(2027, 7, 1),
    date(2027, 1, 2),
    date(2028, 2, 29),
]


@pytest.fixture(scope="module")
def script() -> Script:
    return read_script()


def talk_in(script: Script, room: str) -> Talk:
    (found,) = (talk for talk in script.talks if talk.room == room)
    return found


def texts(talk: Talk) -> Iterator[str]:
    for line in talk.talk:
        yield line.text
        yield from (edit.text for edit in line.edits)
    yield from (draft.text for draft in talk.drafts.values())


def all_texts(script: Script) -> Iterator[str]:
    for talk in script.talks:
        yield from texts(talk)


def said_by(script: Script, room: str, person: str) -> str:
    return "\n".join(line.text for line in talk_in(script, room).talk if line.by == person)


# ── whole ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_field_that_nobody_knows_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.json.decode(b'{"by": "ana", "day": -1, "at": "10:00", "text": "hm", "txet": "hm"}', type=Line)


def test_every_key_stands_for_somebody_or_something(script: Script) -> None:
    programme = script.programme
    organisations = {one.key for one in programme.organisations}
    assert programme.programme.lead in organisations
    assert {one.organisation for one in programme.people} - {None} == organisations
    assert len(script.people) == len(programme.people) == 24
    assert [room.key for room in programme.rooms] == [talk.room for talk in script.talks]
    for room in programme.rooms:
        assert {person: script.people[person].role for person in room.people} == room.people


def test_who_speaks_in_a_room_is_in_it(script: Script) -> None:
    for room, talk in zip(script.programme.rooms, script.talks, strict=True):
        assert {line.by for line in talk.talk} == set(room.people)
        assert talk.unread.keys() | talk.drafts.keys() <= room.people.keys()


def test_a_reply_answers_an_earlier_message_that_still_stands(script: Script) -> None:
    for talk in script.talks:
        seen: dict[str, Line] = {}
        for line in talk.talk:
            assert line.reply_to is None or seen[line.reply_to].withdrawn is None
            if line.key is not None:
                assert line.key not in seen
                seen[line.key] = line
        assert set(seen) >= {line.reply_to for line in talk.talk if line.reply_to}


def test_nobody_has_own_messages_unread(script: Script) -> None:
    for talk in script.talks:
        for person, unread in talk.unread.items():
            assert 1 <= unread <= 3
            assert person not in {line.by for line in talk.talk[-unread:]}


def test_every_text_is_stored_as_it_is_written(script: Script) -> None:
    for text in all_texts(script):
        assert clean_text(text) == text
        assert len(text) <= MESSAGE_LIMIT
    names = [person.name for person in script.programme.people]
    assert [unicodedata.normalize("NFC", name) for name in names] == names


def test_no_word_mixes_two_scripts(script: Script) -> None:
    """Letters that look alike hide from search."""
    names = [part for person in script.programme.people for part in (person.name, person.town)]
    words = {word for text in [*all_texts(script), *names] for word in re.findall(r"\w+", text)}
    assert [word for word in words if CYRILLIC.search(word) and LATIN.search(word)] == []


# ── believable ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_rooms_are_long_enough_to_read_and_one_to_page_through(script: Script) -> None:
    counts = {talk.room: len(talk.talk) for talk in script.talks}
    assert all(count >= 18 for count in counts.values())
    assert max(counts.values()) >= 130


def test_rooms_have_what_talk_has(script: Script) -> None:
    for talk in script.talks:
        assert any(line.reply_to for line in talk.talk)
        assert any(line.edits for line in talk.talk)
        assert any(line.withdrawn for line in talk.talk)
        assert any("](https://example.org/" in line.text for line in talk.talk)
        assert any(re.search(r"\*\S", line.text) for line in talk.talk)
        assert min(len(text) for text in texts(talk)) <= 30
        assert max(len(text) for text in texts(talk)) >= 200
    joined = "\n".join(all_texts(script))
    for emoji in ("👩🏽‍🎨", "👨‍👩‍👧", "🇲🇰", "❤️"):
        assert emoji in joined
    assert re.search(r"^- ", joined, re.MULTILINE)
    assert re.search(r"^1\. ", joined, re.MULTILINE)


# A word or ending that the language has and its neighbours do not.
LANGUAGES = {
    ("p1", "djordje"): "размишљао",
    ("p1", "tadeja"): "lekarnarka",
    ("p2", "nika"): "terrified",
    ("p3", "zvezda"): "првпат",
    ("p3", "ljerka"): "dovoljno",
    ("p4", "luka"): "tiskara",
    ("p4", "cedomir"): "latinicom",
    ("p5", "xhemile"): "faleminderit",
    ("p6", "ines"): "tjedna",
    ("p6", "milica"): "nedelje",
    ("t7", "gorjan"): "дуќани",
    ("t7", "ipek"): "değişti",
}


@pytest.mark.parametrize(("place", "word"), LANGUAGES.items())
def test_people_write_in_their_languages(script: Script, place: tuple[str, str], word: str) -> None:
    said = said_by(script, *place).lower()
    assert word in re.findall(r"\w+", said)


SAMPLES = {
    "p1": (
        "Послао сам ти распоред за Крањ. Да ли да уторак буде у 18 часова?",
        "Lahko. Imava še dve odprti točki od zadnjič: proračun in luč.",
    ),
    "p3": (
        "Се плашам дека изложбата е преголема за мене. Не знам како да кажам не.",
        "Prije nego što kažem što ja mislim: što bi za tebe bilo dovoljno dobro?",
    ),
    "p5": ("Mirëmbrëma! Добровечер! Can we keep English for the notes?",),
    "p6": ("Cilj sam promenila: ne želim da vodim studio, želim mali tim.",),
}


@pytest.mark.parametrize(("room", "samples"), SAMPLES.items())
def test_what_the_screens_show_is_said_in_its_room(script: Script, room: str, samples: tuple[str, ...]) -> None:
    said = [line.text for line in talk_in(script, room).talk]
    assert [sample for sample in samples if sample not in said] == []


def test_the_guest_from_izmir_tells_the_changed_hour_after_the_clocks_changed(script: Script) -> None:
    (told,) = [line for line in talk_in(script, "t7").talk if "Saat farkı değişti, bizde 19.00 oldu." in line.text]
    assert script.programme.today + timedelta(days=told.day) > date(2026, 10, 25)


def test_a_marker_is_said_in_its_room_alone(script: Script) -> None:
    markers = {room.key: room.marker for room in script.programme.rooms if room.marker}
    assert markers == {"p3": "преголема"}
    heard = {talk.room for talk in script.talks for text in texts(talk) if "преголема" in text}
    assert heard == {"p3"}


def test_the_silent_pair_was_last_written_to_by_the_mentor_17_days_ago(script: Script) -> None:
    talk = talk_in(script, "p3")
    assert (talk.talk[-1].by, talk.talk[-1].day) == ("ljerka", -17)
    assert max(line.day for line in talk.talk) == -17


def test_quiet_hours_that_a_pair_agreed_on_are_broken_by_one_of_them_only(script: Script) -> None:
    """Luka writes at night on purpose: it is delivered silently."""
    at_night = {line.by for line in talk_in(script, "p4").talk if not "08:00" <= line.at < "20:00"}
    assert at_night == {"luka"}


def test_nothing_is_said_before_the_start_or_today(script: Script) -> None:
    """So that nothing of the demo lies in the future, at whatever hour it is loaded."""
    cohort = script.programme.cohort
    assert script.programme.today + timedelta(days=cohort.opened.day) == cohort.start
    for talk in script.talks:
        for line in talk.talk:
            assert (cohort.opened.day, cohort.opened.at) < (line.day, line.at) < (0, "")


# ── movable ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("at", ["02:30", "3:00", "24:00", "12:60", "noon"])
def test_a_time_that_a_clock_change_could_touch_is_refused(at: str) -> None:
    with pytest.raises(ValueError, match="no time between"):
        Moment(-1, at)


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_a_wall_time_stays_itself_wherever_the_demo_is_moved(script: Script, today: date) -> None:
    for talk in script.talks:
        for line in talk.talk:
            zone = script.people[line.by].zone
            for moment in (line, *line.edits, *filter(None, [line.withdrawn])):
                there = datetime.fromtimestamp(moment.in_zone(zone, today) / 1000, UTC).astimezone(ZoneInfo(zone))
                assert there.date() - today == timedelta(days=moment.day)
                assert there.strftime("%H:%M") == moment.at


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_talk_keeps_its_order_wherever_the_demo_is_moved(script: Script, today: date) -> None:
    """İzmir has no summer time, so that its people may come an hour nearer to the others, or go further from them."""
    for talk in script.talks:
        at = [line.in_zone(script.people[line.by].zone, today) for line in talk.talk]
        assert all(before <= after for before, after in pairwise(at))
        for line, said in zip(talk.talk, at, strict=True):
            zone = script.people[line.by].zone
            changes: list[Moment] = [*line.edits, *filter(None, [line.withdrawn])]
            assert all(said < change.in_zone(zone, today) for change in changes)


def test_every_edit_changes_something(script: Script) -> None:
    for talk in script.talks:
        for line in talk.talk:
            versions: list[Line | Edit] = [line, *line.edits]
            assert all(before.text != after.text for before, after in pairwise(versions))
