"""Two scripts as one: what people write, in small Latin letters without marks, as it is compared and never as it is
shown.

Ђ, Đ and Dj are one, so are Љ and Lj, Ќ and Kj; Č, Ć, Ч and Ћ are C. Letters that some write with two letters and some
with one (đ, ѓ, ќ, ѕ) have a second form, so that Djordje and Dorde both find Ђорђе.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from server.nfc import nfc

WORD_LIMIT = 60
"""Code points of a word by which it is found; the rest of a longer one does not count."""

RARE = 0x10000
"""From here on characters are not remembered: nobody writes many of them but who wants to fill our memory."""

_LETTERS = dict(zip("абвгдежзијклмнопрстуфхцчшыэіїўґћ", "abvgdezzijklmnoprstufhccsyeiiugc", strict=True)) | {
    "ђ": "dj", "ѓ": "gj", "ѕ": "dz", "љ": "lj", "њ": "nj", "ќ": "kj", "џ": "dz", "й": "j",
    "щ": "sc", "ю": "ju", "я": "ja", "є": "je", "ё": "e", "ъ": "", "ь": "",
    "đ": "dj", "ð": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    "ı": "i", "ŋ": "n", "ŧ": "t", "ə": "e", "ǵ": "gj", "ḱ": "kj",
}  # fmt: skip
_SHORT = {"đ": "d", "ђ": "d", "ѓ": "g", "ǵ": "g", "ќ": "k", "ḱ": "k", "ѕ": "z"}
"""The second form."""


class _Table(dict[int, str]):
    """For `str.translate`: what a character becomes, found out once for each."""

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, code: int) -> str:
        folded = self._fold(chr(code))
        if code < RARE:
            self[code] = folded
        return folded

    def _fold(self, character: str) -> str:
        # A capital first: İ has a small form of two characters.
        parts = (self._known(one) for one in nfc(character.casefold()))
        return "".join(parts)

    def _known(self, letter: str) -> str:
        if letter in self._letters:
            return self._letters[letter]
        if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
            return ""
        if letter.isascii():
            return letter if letter.isalnum() else " "
        apart = unicodedata.normalize("NFKD", letter)
        if apart == letter:
            return letter if letter.isalnum() else " "
        return "".join(self._known(one) for each in apart for one in each.casefold())


_long = _Table(_LETTERS)
_short = _Table(_LETTERS | _SHORT)
_ASCII = re.compile("[a-z0-9]+")
_WITH_SHORT = frozenset("đĐђЂѓЃǵǴќЌḱḰѕЅ")


class Word(NamedTuple):
    """A word of a text. `forms`: as it is compared, one or two; `start`, `end`: where it stands, in code points."""

    forms: tuple[str, ...]
    start: int
    end: int


class Folded(NamedTuple):
    """`text`: folded, its words between blanks. `places`: for each of its characters, the code point of the original
    that it comes from; and one more, the original's length."""

    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From where to where in the original a part of `text` stands: whole letters with their marks."""
        first, last = self.places[start], self.places[end - 1]
        while end < len(self.places) - 1 and self.places[end] == last:
            end += 1
        return first, self.places[end]


def fold(text: str) -> Folded:
    """The folded text with its way back."""
    return _fold(text, _long)


def words_of(text: str) -> set[str]:
    """All forms of all words of a text in NFC: what it is found by."""
    if text.isascii():
        return {word[:WORD_LIMIT] for word in _ASCII.findall(text.lower())}
    found = _cut(text.translate(_long))
    if not _WITH_SHORT.isdisjoint(text):
        found |= _cut(text.translate(_short))
    return found


def places_of(text: str) -> Iterator[Word]:
    """The words of a text in their order."""
    longs = _fold(text, _long)
    shorts = list(_spans(_fold(text, _short))) if not _WITH_SHORT.isdisjoint(nfc(text)) else None
    for number, (word, start, end) in enumerate(_spans(longs)):
        other = word if shorts is None else shorts[number][0]
        yield Word((word,) if other == word else (word, other), start, end)


def terms_of(wanted: str, limit: int) -> list[tuple[str, ...]]:
    """The words that somebody looks for, each in all of its forms; at most so many, each once."""
    found: dict[tuple[str, ...], None] = {}
    for word in places_of(nfc(wanted)):
        found[word.forms] = None
    return list(found)[:limit]


def _cut(folded: str) -> set[str]:
    return {word[:WORD_LIMIT] for word in folded.split()}


def _spans(folded: Folded) -> Iterator[tuple[str, int, int]]:
    at = 0
    for word in folded.text.split():
        at = folded.text.index(word, at)
        yield (word[:WORD_LIMIT], *folded.span(at, at + len(word)))
        at += len(word)


def _fold(text: str, table: _Table) -> Folded:
    letters: list[str] = []
    places: list[int] = []
    for start, letter in _letters(text):
        folded = letter.translate(table)
        letters.append(folded)
        places += [start] * len(folded)
    return Folded("".join(letters), [*places, len(text)])


def _letters(text: str) -> Iterator[tuple[int, str]]:
    """Each letter with the marks behind it, composed, and where it begins."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            letter = text[start:place]
            yield start, letter if len(letter) == 1 else nfc(letter)
            start = place
