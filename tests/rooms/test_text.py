"""What may be stored as a message."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from server.contract.commands import MESSAGE_LIMIT
from server.errors import Refused
from server.nfc import with_sorted_marks
from server.rooms.text import clean_text


def refusal(words: str) -> str:
    with pytest.raises(Refused) as refused:
        clean_text(words)
    return refused.value.code


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        ("Jožefo, čaj?", "Jožefo, čaj?"),
        ("Joz\u030cefo", "Jožefo"),
        ("\u0438\u0306", "й"),
        ("\u1112\u1161\u11ab", "한"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("\r", "\n"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("\tindented  ", "\tindented  "),
        ("👩‍👩‍👧‍👦 🏳️‍🌈 👋🏽 🇸🇮", "👩‍👩‍👧‍👦 🏳️‍🌈 👋🏽 🇸🇮"),
        ("می‌خواهم", "می‌خواهم"),
        ("\u202eright to left\u202c", "\u202eright to left\u202c"),
        ("\u2068isolated", "\u2068isolated"),
        (".", "."),
        ("\u0301.", "\u0301."),
    ],
)
def test_a_text_is_stored_in_nfc_with_plain_line_ends(words: str, stored: str) -> None:
    if words == "\r":
        assert refusal(words) == "text_empty"
    else:
        assert clean_text(words) == stored


@pytest.mark.parametrize(
    "words", ["\0", "a\0b", "\x07", "\x1b[31mred", "\x7f", "\x85", "\x9f", "\ud800", "a\udfff", "\uffff"]
)
def test_controls_and_lone_surrogates_are_refused(words: str) -> None:
    assert refusal(words) == "text_not_allowed"


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "\n\t\n",
        "\u200b",
        "\u200b\u200d\u2060\ufeff",
        "\u00a0\u3000",
        "\u2028",
        "\u3164",
        "\u2800",
        "\u00ad",
        "\u0301\u0302",
        "\U000e0041",
    ],
)
def test_what_nobody_could_see_is_empty(words: str) -> None:
    assert refusal(words) == "text_empty"


def test_the_limit_counts_code_points() -> None:
    assert clean_text("😀" * MESSAGE_LIMIT) == "😀" * MESSAGE_LIMIT
    assert clean_text("a" * MESSAGE_LIMIT) == "a" * MESSAGE_LIMIT
    with pytest.raises(Refused) as refused:
        clean_text("😀" * (MESSAGE_LIMIT + 1))
    assert (refused.value.code, refused.value.parameters) == ("text_too_long", {"length": 8_001, "limit": 8_000})
    assert refusal("a" * (MESSAGE_LIMIT + 1)) == "text_too_long"


def test_the_limit_counts_after_normalising() -> None:
    assert clean_text("c\u030c" * MESSAGE_LIMIT) == "č" * MESSAGE_LIMIT
    assert clean_text("a\r\n" * (MESSAGE_LIMIT // 2)) == "a\n" * (MESSAGE_LIMIT // 2)
    # One code point that NFC spells with two.
    assert refusal("\u0958" * (MESSAGE_LIMIT // 2 + 1)) == "text_too_long"


def test_zalgo_is_a_text() -> None:
    zalgo = "Z" + "\u0334\u0321\u0317\u034b" * 40 + "algo"
    assert clean_text(zalgo) == unicodedata.normalize("NFC", zalgo)


@pytest.mark.parametrize("marks", ["\u0301\u0327" * 16_000, "\u0301" * 16_000 + "\u0327" * 15_000])
def test_a_hostile_heap_of_marks_takes_no_time(marks: str) -> None:
    """Normalising alone takes more than half a second of this, in which nobody's message is stored."""
    began = time.process_time()
    assert refusal("a" + marks) == "text_too_long"
    assert time.process_time() - began < 0.2


CLEANABLE = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("\u0301\u0327\u0323e\u1100\u1161\r\n\u00e9"))
)


def outcome(words: str) -> str:
    try:
        return clean_text(words)
    except Refused as refused:
        return f"refused: {refused.code}"


@given(CLEANABLE, st.integers(0, 90))
@example("", 40)
def test_a_clean_text_is_nfc_and_stays_as_it_is(words: str, marks: int) -> None:
    words += "\u0323\u0301" * marks
    stored = outcome(words)
    if not stored.startswith("refused: "):
        assert stored == unicodedata.normalize(
            "NFC", words.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
        )
        assert clean_text(stored) == stored


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_the_short_way_for_plain_english_gives_what_the_long_way_gives(words: str) -> None:
    plain = outcome(words)
    # A letter that is not ASCII takes the long way, and nothing else changes by it.
    beside = outcome(words + "\u00e9")
    assert beside == (plain + "\u00e9" if not plain.startswith("refused: ") else beside)
    if plain == "refused: text_not_allowed":
        assert beside == plain
    if plain == "refused: text_empty":
        assert beside == words.replace("\r\n", "\n").replace("\r", "\n") + "\u00e9"


def test_marks_in_their_order_are_what_normalising_would_make_of_them() -> None:
    heap = "a" + "\u0301\u0327\u0345\u0323" * 30 + "b" + "\u0327\u0301" * 3
    in_order = with_sorted_marks(heap)
    assert in_order != heap
    assert unicodedata.normalize("NFD", heap) == unicodedata.normalize("NFD", in_order)
    assert unicodedata.normalize("NFC", heap) == unicodedata.normalize("NFC", in_order)
