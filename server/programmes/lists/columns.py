"""The cells of a list: parted by tabs, semicolons or commas, with headings or in their usual order. Pure."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from server.errors import Refused

LINES_LIMIT = 5_000
CELL_LIMIT = 500
"""Letters that are read of a cell: more than it may hold, and no more than are normalised at once, which takes long for
long runs of marks."""
Column = Literal["name", "surname", "email", "role", "language", "organisation"]
ORDER: tuple[Column, ...] = ("name", "email", "role", "language", "organisation")

Latin = Callable[[str], str]
"""Serbian Cyrillic in Latin letters."""

_SEPARATORS = ("\t", ";", ",")
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_ADDRESSED = re.compile(r"\s*\"?([^<>\"]*)\"?\s*<([^<>\s]+)>\s*[,;]?\s*")
"""As mail programs have it: Name <address>."""

_HEADINGS: dict[Column, tuple[str, ...]] = {
    "name": ("ime", "ime i prezime", "ime in priimek", "prezime i ime", "priimek in ime", "name", "full name", "osoba"),
    "surname": ("prezime", "priimek", "surname", "last name", "family name"),
    "email": (
        *("e-mail", "email", "mail", "mejl", "e-posta", "eposta", "e-naslov", "el. posta", "adresa", "e-adresa"),
        *("elektronska posta", "elektronski naslov", "e-postni naslov", "e-mail adresa", "email adresa"),
        *("email address", "e-mail address"),
    ),
    "role": ("uloga", "role", "vloga"),
    "language": ("jezik", "language", "jazik"),
    "organisation": (
        *("organizacija", "organisation", "organization", "udruga", "udruzenje", "zdruzenie", "drustvo", "zavod"),
    ),
}
_FIRST = ("first name", "given name")


class Row(NamedTuple):
    """`number`: which line of the list it is, from 1."""

    number: int
    cells: dict[Column, str]


def fold(text: str, latin: Latin) -> str:
    """As words are compared: in small Latin letters without their marks."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", latin(unicodedata.normalize("NFC", text)))
        if unicodedata.category(character) != "Mn"
    )
    folded = bare.casefold().replace("đ", "dj").replace("ѕ", "dz")
    # What only Macedonian writes has lost its mark by now.
    return " ".join(latin(folded).split())


def read_rows(text: str, latin: Latin) -> list[Row]:
    """Every line that is not empty, but for headings. Raises Refused list_unreadable, list_empty, list_too_long."""
    lines = [(number, cells) for number, cells in read_lines(text) if any(cell.strip() for cell in cells)]
    if not lines:
        raise Refused("list_empty")
    columns = _headings(lines[0][1], latin)
    if columns is not None:
        del lines[0]
    if not lines:
        raise Refused("list_empty")
    if len(lines) > LINES_LIMIT:
        raise Refused("list_too_long", limit=LINES_LIMIT)
    columns = columns or _usual(lines[0][1])
    return [Row(number, _cells(cells, columns)) for number, cells in lines]


def read_lines(text: str, letters: int = CELL_LIMIT) -> Iterator[tuple[int, list[str]]]:
    """With their numbers, from 1. `letters`: that are read of a cell. Raises Refused list_unreadable, list_too_long."""
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    separator = said[1] if said else _separator(text)
    filled = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
            filled += any(cell.strip() for cell in cells)
            # One more for the headings.
            if filled > LINES_LIMIT + 1:
                raise Refused("list_too_long", limit=LINES_LIMIT)
            yield number + bool(said), [cell.strip()[:letters] for cell in cells]
    except csv.Error:
        raise Refused("list_unreadable") from None


def _separator(text: str) -> str:
    """What parts most lines into the same number of cells."""
    some = [line for line in text[:20_000].splitlines() if line.strip()][:20]

    def fits(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in some]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_SEPARATORS, key=fits)


def _headings(cells: Sequence[str], latin: Latin) -> list[Column | None] | None:
    """Which column each is; None where the line is no heading but a person."""
    if any("@" in cell for cell in cells):
        return None
    folded = [fold(cell, latin).strip(" :*.") for cell in cells]
    columns: list[Column | None] = [_column(word) for word in folded]
    return columns if any(columns) else None


def _column(word: str) -> Column | None:
    if word in _FIRST:
        return "name"
    return next((column for column, words in _HEADINGS.items() if word in words), None)


def _usual(cells: Sequence[str]) -> list[Column | None]:
    """In the order that is asked for; an address that stands first is taken for what it is."""
    if len(cells) > 1 and "@" in cells[0] and "@" not in cells[1]:
        return ["email", "name", *ORDER[2:]]
    return list(ORDER)


def _cells(cells: Sequence[str], columns: Sequence[Column | None]) -> dict[Column, str]:
    found: dict[Column, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column is not None and cell.strip():
            found.setdefault(column, cell.strip())
    addressed = None if "email" in found else _ADDRESSED.fullmatch(found.get("name", ""))
    if addressed is not None:
        found |= {"name": addressed[1].strip(), "email": addressed[2]}
    if "surname" in found:
        found["name"] = f"{found.get('name', '')} {found.pop('surname')}".strip()
    return found
