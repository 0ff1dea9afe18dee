"""Two scripts as one: the test set of PRODUCT 4.5, and the way back to the original."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.rooms.search.content import SNIPPET, Sought, fits, snippet_of
from server.rooms.search.fold import fold, places_of, terms_of, words_of


def finds(wanted: str, text: str) -> bool:
    words = list(places_of(text))
    return all(any(fits(term, word.forms) for word in words) for term in terms_of(wanted, 8))


@pytest.mark.parametrize("wanted", ["Ђорђе", "Đorđe", "Djordje", "djordje", "DJORDJE", "Dorde", "ђорђ", "djo"])
@pytest.mark.parametrize("text", ["Ђорђе", "Đorđe", "Djordje", "ЂОРЂЕ"])
def test_a_name_is_found_however_it_is_written(wanted: str, text: str) -> None:
    # Dorde is how some write Đorđe, and nobody Djordje.
    assert finds(wanted, f"Zdravo, {text}!") != (wanted == "Dorde" and text == "Djordje")


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("Ljubica", "Љубица"),
        ("ЉУБИЦА", "Ljubica"),
        ("Ǉubica", "љубица"),
        ("Cosic", "Ćosić"),
        ("Ćosić", "Cosic"),
        ("Чосић", "Ćosić"),
        ("Kjoseva", "Ќосева"),
        ("Ќосева", "Ќосева"),
        ("Koseva", "Ќосева"),
        ("Gjurcinova", "Ѓурчинова"),
        ("Ǵurčinova", "Ѓурчинова"),
        ("Ѕвезда", "Dzvezda"),
        ("zvezda", "Ѕвезда"),
        ("Џемиле", "Džemile"),
        ("ǅemile", "Џемиле"),
        ("Tanjug", "Тањуг"),
        ("injekcija", "инјекција"),
        ("nadživeti", "надживети"),
        ("ipek", "İpek"),
        ("İPEK", "ipek"),
        ("Isikli", "Işıklı"),
        ("IŞIKLI", "ışıklı"),
        ("елка", "ёлка"),
        ("Oberg", "Öberg"),
        ("Sehic Hodzic", "Šehić-Hodžić"),
        ("Znidarsic", "Žnidaršič"),
        ("Conceicao", "Conceição"),
        ("strasse", "Straße"),
        ("mirembrema", "Mirëmbrëma"),
        ("пари", "pare пари"),
        ("fin", "ﬁn"),
        ("meki", "me\u00adki"),
    ],
)
def test_scripts_and_marks_make_no_difference(wanted: str, text: str) -> None:
    assert finds(wanted, text)
    assert finds(unicodedata.normalize("NFD", wanted), text)
    assert finds(wanted, unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(("wanted", "text"), [("kola", "kolja"), ("pare", "пари"), ("on", "možda"), ("o", "ono")])
def test_what_is_something_else_is_not_found(wanted: str, text: str) -> None:
    assert not finds(wanted, text)


@pytest.mark.parametrize(
    ("wanted", "text", "marked"),
    [
        ("djordje", "Видим: Ђорђе је ту", ["Ђорђе"]),
        ("ђорђе", "Djordje i Đorđe", ["Djordje", "Đorđe"]),
        ("znid", "👩🏽‍🎨 Maja Žnidaršič-Hočevar", ["Žnidaršič"]),
        ("ipek", "Merhaba İpek 🇲🇰", ["İpek"]),
        ("koseva", "Ѕвезда К\u0301осева.", ["К\u0301осева"]),
        ("z\u030cena", "žena i ž", ["žena"]),
    ],
)
def test_highlights_point_into_the_original(wanted: str, text: str, marked: list[str]) -> None:
    terms = terms_of(wanted, 8)
    found = snippet_of([text], Sought(terms, [frozenset()] * len(terms)))
    assert found is not None
    assert [found.text[start:end] for start, end in found.marks] == marked


@settings(max_examples=25)
@given(st.text(max_size=60))
def test_every_word_stands_where_its_place_says(text: str) -> None:
    folded = fold(text)
    assert len(folded.places) == len(folded.text) + 1
    assert folded.places == sorted(folded.places)
    composed = unicodedata.normalize("NFC", text)
    assert words_of(composed) == {form for word in places_of(composed) for form in word.forms}
    for word in places_of(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.forms[0] in {form for part in places_of(text[word.start : word.end]) for form in part.forms}


@settings(max_examples=25)
@given(st.text(min_size=SNIPPET, max_size=600), st.text(alphabet="abc ", max_size=200))
def test_a_snippet_shows_what_was_found_and_no_more_than_it_may(around: str, between: str) -> None:
    text = f"{around} {between} Ђорђе {around}"
    found = snippet_of([text], Sought([("djordje", "dorde")], [frozenset()]))
    assert found is not None
    assert len(found.text) <= SNIPPET
    assert found.text in text
    assert "Ђорђе" in [found.text[start:end] for start, end in found.marks]


def test_an_endless_word_and_a_heap_of_marks_take_no_time() -> None:
    began = time.monotonic()
    for text in ("a" * 8_000, "ж" * 8_000, "a" + "\u0301\u0316" * 4_000, "đ " * 4_000, "👩🏽‍🎨" * 1_500):
        list(places_of(text))
        words_of(text)
    assert time.monotonic() - began < 2
