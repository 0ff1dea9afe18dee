"""Lists of people as spreadsheets and mails have them: letters, columns, words."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import Refused
from server.post.latin import latin
from server.programmes.enrolments.rules import Line, is_mixed, look_over
from server.programmes.lists.columns import CELL_LIMIT, fold, read_rows
from server.programmes.lists.letters import read_letters
from server.programmes.lists.meaning import language_of, role_of

LATIN = "Ime;E-mail\r\nĐorđe Ćosić;d@x.example\r\nŽeljka Šarić-Čolić;z@x.example\r\n"
SLOVENE = "ime;e-pošta\r\nAnže Žgajnar;a@x.example\r\nMaja Šircelj;m@x.example\r\n"
CYRILLIC = "Име;Е-пошта\r\nЂорђе Ћосић;d@x.example\r\nБлагица Ѓурчинова;b@x.example\r\n"
ALBANIAN = "Name;Email\r\nXhemile Ademi-Çela;x@x.example\r\nDritë Hoxha;d@x.example\r\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (LATIN, "utf-8", "UTF-8"),
        (LATIN, "utf-8-sig", "UTF-8"),
        (CYRILLIC, "utf-16", "UTF-16"),
        (LATIN, "utf-16-le", "UTF-16"),
        (LATIN, "utf-16-be", "UTF-16"),
        (LATIN, "cp1250", "windows-1250"),
        (SLOVENE, "cp1250", "windows-1250"),
        (CYRILLIC, "cp1251", "windows-1251"),
        (ALBANIAN, "cp1252", "windows-1250"),
        (LATIN, "mac_croatian", "MacCroatian"),
        (CYRILLIC, "mac_cyrillic", "MacCyrillic"),
        (ALBANIAN, "mac_roman", "MacCroatian"),
        ("Name;Email\r\nJan;j@x.example", "ascii", "UTF-8"),
    ],
)
def test_letters_are_read_in_whatever_a_spreadsheet_writes(text: str, encoding: str, name: str) -> None:
    assert read_letters(text.encode(encoding)) == (text, name)


def test_the_mark_of_the_other_order_is_read_too() -> None:
    assert read_letters(codecs.BOM_UTF16_BE + LATIN.encode("utf-16-be")) == (LATIN, "UTF-16")


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04\x14\x00\x06\x00\x08\x00", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\x00\x00", b"\x1b[31m"],
    ids=["workbook", "half a letter", "picture", "terminal"],
)
def test_what_is_no_list_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(Refused, match="list_unreadable"):
        read_letters(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_refused(data: bytes) -> None:
    try:
        read_rows(read_letters(data)[0], latin)
    except Refused as refused:
        assert refused.code in ("list_unreadable", "list_empty", "list_too_long")  # noqa: PT017


def cells(text: str) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_rows(text, latin)]


def test_columns_stand_in_their_order_or_under_their_headings() -> None:
    usual = [{"name": "Nika", "email": "n@x.example", "role": "menti"}]
    assert cells("Nika;n@x.example;menti") == usual
    assert cells("Nika\tn@x.example\tmenti\n\n") == usual
    assert cells("Nika,n@x.example,menti\r\n,,\r\n") == usual
    assert cells("sep=;\r\nNika;n@x.example;menti") == usual
    assert cells("n@x.example;Nika;menti") == usual
    assert cells("Улога;Белешка;Име;Е-пошта\nменти;x;Nika;n@x.example") == [usual[0] | {"role": "менти"}]
    assert cells("Ime,Priimek,E-pošta\nNika,Šircelj,n@x.example") == [{"name": "Nika Šircelj", "email": "n@x.example"}]
    assert cells('"Šircelj, Nika";n@x.example') == [{"name": "Šircelj, Nika", "email": "n@x.example"}]
    assert cells("Nika Šircelj <n@x.example>,\nJan <j@x.example>")[1] == {"name": "Jan", "email": "j@x.example"}


def test_lines_keep_the_numbers_that_they_have_in_the_list() -> None:
    rows = read_rows("Name;E-mail\n\nNika;n@x.example\n;\nJan;j@x.example", latin)
    assert [row.number for row in rows] == [3, 5]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "list_empty"),
        (" \n;;\n", "list_empty"),
        ("Name;E-mail\n", "list_empty"),
        ("x;y\n" * 5_001, "list_too_long"),
    ],
)
def test_lists_with_nobody_and_lists_with_too_many(text: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        read_rows(text, latin)


def test_of_a_cell_so_much_is_read_as_can_be_normalised_at_once() -> None:
    marks = "a" + "\u0301\u0316" * 50_000
    for text in (f"Ime;{marks}\nAna;a@new.example;{marks}", f"{marks};a@new.example"):
        for row in read_rows(text, latin):
            assert max(map(len, row.cells.values())) <= CELL_LIMIT


def test_five_thousand_lines_are_not_too_many() -> None:
    assert len(read_rows("Name;E-mail\n" + "x;y\n" * 5_000, latin)) == 5_000


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("mentee", "mentee"),
        ("Менти", "mentee"),
        ("mentoriranka", "mentee"),
        ("mentorica", "mentor"),
        ("ментор/ка", "mentor"),
        ("Koordinatorka", "coordinator"),
        ("координација", "coordinator"),
        ("водење средби", "facilitator"),
        ("zaščita", "safeguarding"),
        ("преузима", "handover"),
        ("alumni", "alumna"),
        ("direktor", None),
    ],
)
def test_roles_as_our_languages_call_them(word: str, role: str | None) -> None:
    assert role_of(fold(word, latin)) == role


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("sr-latn", "sr-Latn"),
        ("српски", "sr-Cyrl"),
        ("srpski", "sr-Latn"),
        ("srpski (ćirilica)", "sr-Cyrl"),
        ("српски латиница", "sr-Latn"),
        ("Hrvatski", "hr"),
        ("македонски", "mk"),
        ("slovenščina", "sl"),
        ("English", "en"),
        ("shqip", "sq"),
        ("Latin", None),
    ],
)
def test_languages_as_our_languages_call_them(word: str, language: str | None) -> None:
    assert language_of(fold(word, latin), word) == language


def test_a_name_is_the_same_in_either_script_with_or_without_marks() -> None:
    assert fold("Ђорђе  Ћосић", latin) == fold("Djordje Cosic", latin) == fold("ĐORĐE ĆOSIĆ", latin)
    assert fold("Ѓорѓи Ќосев", latin) == fold("Горги Косев", latin)
    assert fold("Nika", latin) != fold("Nina", latin)


def test_letters_of_two_scripts_in_one_word_are_seen() -> None:
    assert is_mixed("Пaвле Трн")
    assert not is_mixed("Павле Trn")
    assert not is_mixed("Xhemile Џемиле-Ademi")
    assert not is_mixed("Łukasz O’Neill")


def test_lines_are_compared_with_each_other_and_with_the_run() -> None:
    lines = [
        Line("a@x", "ana", "mentee"),
        Line("a@x", "ana", "mentee"),
        Line("a@x", "ana", "mentor"),
        Line("b@x", "ana", "mentor"),
        Line("c@x", "cile", "mentor"),
        Line("c@x", "cile", "coordinator"),
        Line("", "dana", "mentor"),
        Line("e@x", "eva", "mentee"),
    ]
    found = look_over(lines, {"c@x": ["coordinator"], "e@x": ["mentor"]}, {"eva": ["old@x"]})
    assert [(one.faults, one.doubts, one.other) for one in found] == [
        ([], [], None),
        (["line_doubled"], [], 1),
        (["other_side"], [], 1),
        ([], ["name_doubled"], 1),
        ([], [], None),
        (["already_enrolled"], [], None),
        ([], [], None),
        (["other_side"], ["name_doubled"], None),
    ]
