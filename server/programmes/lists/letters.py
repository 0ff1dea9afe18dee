"""The letters of a file that a spreadsheet wrote, read so that they make most sense in our languages. Pure."""

from __future__ import annotations

import codecs
import re
import unicodedata

from server.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD = ("cp1250", "cp1251", "cp1252", "mac_croatian", "mac_cyrillic", "mac_roman")
"""In the order in which they are taken when they make equal sense."""
NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "mac_croatian": "MacCroatian",
    "mac_cyrillic": "MacCyrillic",
    "mac_roman": "MacRoman",
}

_OURS = frozenset("čćžšđČĆŽŠĐëçËÇ" + "абвгдѓђежзѕијклљмнњопрстќћуфхцчџшАБВГДЃЂЕЖЗЅИЈКЛЉМНЊОПРСТЌЋУФХЦЧЏШ")
"""Letters beyond ASCII that our languages write, Albanian among them."""
_WORDS = re.compile(r"[^\W\d_]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_QUOTES = frozenset("„“”’–—\xa0")
_LOOKED_AT = 64 * 1024


def read_letters(data: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding. Raises Refused list_unreadable."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], encoding), NAMES[encoding]
    guessed = _wide(data)
    if guessed is not None:
        return _text(data, guessed), NAMES[guessed]
    try:
        return _checked(data.decode()), NAMES["utf-8"]
    except UnicodeDecodeError:
        encoding = _most_sensible(data)
        return _text(data, encoding), NAMES[encoding]


def _text(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeDecodeError:
        raise Refused("list_unreadable") from None


def _checked(text: str) -> str:
    """A workbook, a picture or an archive has such characters, and no list has."""
    if _CONTROLS.search(text):
        raise Refused("list_unreadable")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of what is mostly ASCII is zero."""
    some = data[:_LOOKED_AT]
    if len(some) < 4 or len(data) % 2:
        return None
    low, high = some[0::2].count(0) * 2 / len(some), some[1::2].count(0) * 2 / len(some)
    if high > 0.4 and low < 0.1:
        return "utf-16-le"
    return "utf-16-be" if low > 0.4 and high < 0.1 else None


def _most_sensible(data: bytes) -> str:
    """Raises Refused list_unreadable where none makes any sense."""
    found: list[tuple[int, int, str]] = []
    for place, encoding in enumerate(_OLD):
        try:
            found.append((_sense(data[:_LOOKED_AT].decode(encoding)), -place, encoding))
        except UnicodeDecodeError:
            continue
    if not found or max(found)[0] < 0:
        raise Refused("list_unreadable")
    return max(found)[2]


def _sense(text: str) -> int:
    """Higher for letters that our languages have, where words have them; lower for what no list of people has."""
    signs = sum(
        1 for character in text if character > "\x7f" and not character.isalpha() and character not in "„“”’–—\xa0"
    )
    controls = sum(1 for character in text if unicodedata.category(character) == "Cc" and character not in "\t\r\n")
    return sum(map(_sense_of_word, _WORDS.findall(text))) - 3 * signs - 10 * controls


def _sense_of_word(word: str) -> int:
    foreign = [letter for letter in word if letter > "\x7f"]
    sense = sum(2 if letter in _OURS else -1 for letter in foreign)
    if len({_is_cyrillic(letter) for letter in word}) > 1:
        sense -= 6
    if word[1:] != word[1:].lower() and word != word.upper():
        # Capitals inside of a word, as where a small letter was taken for another one.
        sense -= 3
    return sense


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"
