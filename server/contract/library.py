"""What a run puts into the hands of its people: a short list of things to read, hear or try."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.levels import L0, OPEN
from server.contract.programmes import Version

LibraryFor = Literal["all", "mentors", "mentees"]

ITEMS = 30
TITLE_LIMIT = 200
WORDS_LIMIT = 1_000
CREDIT_LIMIT = 200
LINK_LIMIT = 2_000


class LibraryItem(msgspec.Struct, frozen=True):
    """One thing. `language`: the tag of what it is written in. `author` and `licence` are as their owner wants them to
    be named, and empty where nobody says; what has no licence here is not free to be passed on.

    `link`: where it is; the server never fetches it. Without one, `words` hold the thing itself. `first`: to be read
    before the first meeting."""

    title: Annotated[str, L0]
    whom: Annotated[LibraryFor, L0]
    language: Annotated[str, L0]
    link: Annotated[str, L0] = ""
    words: Annotated[str, L0] = ""
    author: Annotated[str, L0] = ""
    licence: Annotated[str, L0] = ""
    first: Annotated[bool, L0] = False


class Library(msgspec.Struct, frozen=True):
    """All of a run's, in the order of its team."""

    version: Annotated[int, OPEN]
    items: Annotated[tuple[LibraryItem, ...], L0]


class SetLibrary(msgspec.Struct, frozen=True):
    """All of them, at most 30."""

    version: Annotated[Version, OPEN]
    items: Annotated[Annotated[tuple[LibraryItem, ...], Meta(max_length=ITEMS)], L0]


class RunLibrary(msgspec.Struct, frozen=True):
    """What a run has for me, by my parts in it."""

    cohort: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    items: Annotated[tuple[LibraryItem, ...], L0]


class MyLibrary(msgspec.Struct, frozen=True):
    """Of each of my runs that has something for me."""

    runs: Annotated[tuple[RunLibrary, ...], L0]
