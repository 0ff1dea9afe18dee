"""Afterwards: who agreed to stay known, who wants to be found, and a person's own public page; and their photo."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from server.contract.commands import Id
from server.contract.levels import L0, L2, OPEN, OWN
from server.contract.programmes import Words
from server.contract.views import Person

OFFER_LIMIT = 500
PAGE_WORDS_LIMIT = 2_000
PHOTO_BYTES = 2 * 1024 * 1024
"""Of the file that is sent; what is kept is a small square picture without anything written in it."""

# ── alumni ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class AlumniWish(msgspec.Struct, frozen=True):
    """What holds for a year, by my own word. `consent`: the team may keep me in mind; without it all of the rest goes
    at once. `found`: other alumni of the programme and its team find me, with what I can offer (by language, up to 500
    letters each) and whether I would mentor again."""

    consent: Annotated[bool, L2]
    found: Annotated[bool, L2] = False
    mentor_again: Annotated[bool, L2] = False
    offers: Annotated[Words, L2] = {}


class MyAlumni(msgspec.Struct, frozen=True):
    """What I agreed to afterwards, in one programme. `expires_at`: ms, when it ends unless I say it again; None without
    consent. `asked`: it ends soon, so I am asked again."""

    programme: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    consent: Annotated[bool, L2]
    found: Annotated[bool, L2]
    mentor_again: Annotated[bool, L2]
    offers: Annotated[dict[str, str], L2]
    expires_at: Annotated[int | None, L2]
    asked: Annotated[bool, OWN]


class MyAlumniWishes(msgspec.Struct, frozen=True):
    """A programme each, of those with a run that I took part in to its end."""

    programmes: Annotated[tuple[MyAlumni, ...], L2]


class Alumna(msgspec.Struct, frozen=True):
    """Somebody who wants to be found."""

    person: Annotated[Person, L0]
    programme: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    mentor_again: Annotated[bool, L2]
    offers: Annotated[dict[str, str], L2]


class AlumniDirectory(msgspec.Struct, frozen=True):
    """Of the programmes that I am an alumna of by my own consent, or coordinate: by name, at most 1 000."""

    people: Annotated[tuple[Alumna, ...], L0]


# ── a public page ─────────────────────────────────────────────────────────────────────────────────────────────────────


class PageLink(msgspec.Struct, frozen=True):
    """`address`: begins with https://, up to 500 letters; `title`: up to 100."""

    title: Annotated[str, L0]
    address: Annotated[str, L0]


class SetPage(msgspec.Struct, frozen=True):
    """Everybody on the web reads this, under `/p/<slug>`, until the end of the day `until`: at most two years ahead.

    `slug`: 3 to 40 small letters, digits and hyphens. `words`: by language, up to 2 000 letters each. `cohort`: the run
    that it came of, whose funders are named. `listed`: search engines may show it.
    """

    slug: Annotated[str, L0]
    name: Annotated[str, L0]
    words: Annotated[Annotated[dict[str, str], Meta(min_length=1, max_length=12)], L0]
    cohort: Annotated[Id, L0]
    until: Annotated[date, L0]
    links: Annotated[Annotated[tuple[PageLink, ...], Meta(max_length=5)], L0] = ()
    listed: Annotated[bool, L0] = False


class Page(msgspec.Struct, frozen=True):
    """`over`: its last day is past, so nobody reads it any more."""

    slug: Annotated[str, L0]
    name: Annotated[str, L0]
    words: Annotated[dict[str, str], L0]
    cohort: Annotated[str, L0]
    until: Annotated[date, L0]
    links: Annotated[tuple[PageLink, ...], L0]
    listed: Annotated[bool, L0]
    over: Annotated[bool, OPEN]


class MyPage(msgspec.Struct, frozen=True):
    """`page`: None where I have none."""

    page: Annotated[Page | None, L0]


# ── photos ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class NewPhoto(msgspec.Struct, frozen=True):
    """A JPEG, PNG or WebP of up to 2 MiB, in base64. Its middle square is kept, 256 pixels wide."""

    picture: Annotated[bytes, L0]


class Photos(msgspec.Struct, frozen=True):
    """Whose photo I may see: those who share a room or a run with me, and my own. By person: a mark that changes with
    the picture, for `/api/v1/people/<person>/photo?v=<mark>`. Who is not here has none."""

    photos: Annotated[dict[str, str], L0]
