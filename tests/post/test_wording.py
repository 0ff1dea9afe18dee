"""Every mail in every language: whole, in the reader's script, with the reader's times, without anybody's tricks."""

from __future__ import annotations

import re
import unicodedata

import pytest

from server.post.letter import as_html, as_text
from server.post.model import Template
from server.post.rules import GATHERING, LETTERS
from server.post.wording import LANGUAGES, TextMissing, Wording, latin, shown_language, source, text, word
from tests.post.house import NOON, VALUES, a_mail

ORIGIN = "https://rooms.example.org"
STOP = f"{ORIGIN}/mail/unsubscribe/t"


def written(template: Template, language: str, **facts: object) -> Wording:
    return word(a_mail(template, language=language, **facts), NOON, ORIGIN, STOP)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", LETTERS)
def test_every_mail_is_whole_in_every_language(template: Template, language: str) -> None:
    wording = written(template, language)
    for shown in (wording.subject, as_text(wording), as_html(wording).partition("</style>")[2]):
        assert not re.search(r"[{}]|\$\w|None", shown), shown
    assert wording.subject
    assert wording.lead
    assert wording.note
    assert wording.foot.endswith((".", "!"))
    assert bool(wording.link) == bool(wording.button) == ("link" in VALUES[template])
    for name, value in VALUES[template].items():
        if isinstance(value, str) and name not in ("tongue", "calendar"):
            assert value in wording.subject + as_text(wording)
            assert value in as_html(wording)
    if "until" in VALUES[template]:
        assert ":00" in wording.note or ":15" in wording.note


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_behind_a_mail_are_whole_in_every_language(language: str) -> None:
    for message in ("title", "stop", "stopped", "again", "wanted", "unknown"):
        assert text(language, f"unwanted-{message}")
    facts = dict.fromkeys(("people", "name", "at", "zone"), "/")
    for message in [
        "title",
        "made",
        "people",
        "left",
        "first",
        "back",
        "changed",
        "answers",
        "none",
        "emptied",
        "keep",
    ]:
        assert text(language, f"archive-{message}", facts)
    for template in GATHERING:
        assert text(language, template, part="stop-title")
        assert text(language, template, part="stop-lead")


def test_the_scripts_do_not_mix() -> None:
    for template in LETTERS:
        for language in ("sr-Cyrl", "mk"):
            wording = written(template, language, values=dict.fromkeys(VALUES[template], "/") | times(template))
            assert not re.search("[A-Za-z]", wording.subject + wording.lead + wording.button + wording.note)
        for language in ("sr-Latn", "hr", "sl", "en"):
            wording = written(template, language, values=dict.fromkeys(VALUES[template], "/") | times(template))
            words = wording.subject + wording.lead + wording.button + wording.note
            assert not re.search("[А-Яа-яЉЊЏЋЂљњџћђ]", words)


def times(template: Template) -> dict[str, object]:
    return {name: value for name, value in VALUES[template].items() if isinstance(value, int)}


def test_times_are_the_readers() -> None:
    notes = {language: written("sign_in_link", language, zone="Europe/Skopje").note for language in LANGUAGES}
    assert "среда, 18. новембар 2026., 12:15" in notes["sr-Cyrl"]
    assert "sreda, 18. novembar 2026., 12:15" in notes["sr-Latn"]
    assert "srijeda, 18. studenoga 2026., 12:15" in notes["hr"]
    assert "среда, 18 ноември 2026\u202fг., 12:15" in notes["mk"]
    assert "sreda, 18. november 2026, 12:15" in notes["sl"]
    assert "Wednesday, 18 November 2026, 12:15" in notes["en"]
    assert "11:15" in written("sign_in_link", "en", zone="Europe/Lisbon").note


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("bs", "hr"), ("sq", "en"), ("tr", "en"), ("pt", "en"), ("pt-PT", "en"), ("cnr", "sr-Latn"), ("sh", "sr-Latn"),
        ("bs-Latn", "hr"), ("sr", "sr-Cyrl"), ("mk", "mk"), ("xx", "en"), ("", "en"),
    ],
)  # fmt: skip
def test_a_language_that_we_lack_falls_back(read: str, shown: str) -> None:
    assert shown_language(read) == shown
    assert written("unread", read).subject == written("unread", shown).subject


def test_latin_is_derived_letter_by_letter() -> None:
    assert latin("Љубав, џунгла; ЏУНГЛА и Џемал: Његош, ЊЕГОШ, Ђ") == (
        "Ljubav, džungla; DŽUNGLA i Džemal: Njegoš, NJEGOŠ, Đ"
    )
    assert not re.search("[а-яА-Яђљњћџ]", source("sr-Latn"))


def test_what_a_language_lacks_is_said_aloud() -> None:
    with pytest.raises(TextMissing):
        text("en", "no-such-message")
    with pytest.raises(TextMissing):
        text("en", "unread", {}, "subject")


HOSTILE = [
    "Ana\r\nBcc: all@people.example",
    "Ana\nSubject: x",
    "Ana\0",
    "\u202eanA",
    "Ana\u2066",
    "\u2028Ana",
    "Ana\x85Bcc: x",
    "<b>Ana</b>",
    '"><script>alert(1)</script>',
    "{ $link }",
    "=?utf-8?q?Ana?=",
    "Ana" * 500,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_a_name(name: str) -> None:
    wording = written("unread", "en", values={"sender": name, "link": "/room/p2"})
    assert "\n" not in wording.subject + wording.lead
    assert len(wording.subject) < 200
    kinds = {unicodedata.category(character) for character in wording.subject}
    assert not kinds & {"Cc", "Cf", "Zl", "Zp", "Cs"}
    html = as_html(wording)
    assert "<script" not in html
    assert "<b>" not in html


def test_a_name_from_right_to_left_turns_nothing_else_around() -> None:
    wording = written("unread", "en", values={"sender": "ליה", "link": "/room/p2"})
    assert wording.subject == "\u2068ליה\u2069 has written to you"


def test_a_mail_loads_nothing_and_follows_nobody() -> None:
    for template in LETTERS:
        html = as_html(written(template, "en"))
        assert not re.search(r"<(img|link|script|iframe|object|video|form)\b|url\(|@import|\bon\w+=", html)
        assert set(re.findall(r'https?://[^"<\s]+', html)) <= {f"{ORIGIN}{VALUES[template].get('link')}", STOP}
        assert html.count('class="button"') == ("link" in VALUES[template])
