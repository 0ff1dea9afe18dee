"""What the team announces to those who take part, and what they answer: the team's own words, and never a room's."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L2, OPEN, OWN
from server.contract.views import Person

Audience = Literal["all", "mentors", "mentees"]

TITLE_LIMIT = 120
WORDS_LIMIT = 4_000
ANSWER_LIMIT = 2_000


class BulletinText(msgspec.Struct, frozen=True):
    """In one language: a title in one line, up to 120 letters, and plain words with their line breaks, up to 4 000."""

    title: Annotated[str, L0]
    words: Annotated[str, L0]


Texts = Annotated[dict[str, BulletinText], Meta(min_length=1, max_length=12)]
"""By language tag, in the order of who wrote them."""


class NewBulletin(msgspec.Struct, frozen=True):
    """Tell it to everybody in a run, or to its mentors or mentees alone: on their first screen, and by one mail each.

    `organisation`: only to people whom it brought in. Who coordinates for a partner reaches that partner's people
    alone, with or without naming it.
    """

    command_id: Annotated[CommandId, OPEN]
    to: Annotated[Audience, L0]
    texts: Annotated[Texts, L0]
    organisation: Annotated[Id | None, L0] = None


class Bulletin(msgspec.Struct, frozen=True):
    """As the team sees it. `at`: ms. `people`: how many it is for; who has read it is told to nobody.

    `mailing`: not all mails are on their way yet. `mine`: I wrote it; `may_take_back`: I wrote it, or lead.
    `answers`: how many came, `new_answers` how many of them since I last looked; both 0 for all but the author.
    """

    id: Annotated[str, OPEN]
    at: Annotated[int, L0]
    author: Annotated[Person, L0]
    to: Annotated[Audience, L0]
    organisation: Annotated[str | None, L0]
    texts: Annotated[dict[str, BulletinText], L0]
    people: Annotated[int, L0]
    mailing: Annotated[bool, OPEN]
    mine: Annotated[bool, OPEN]
    may_take_back: Annotated[bool, OPEN]
    answers: Annotated[int, L2]
    new_answers: Annotated[int, OWN]


class Bulletins(msgspec.Struct, frozen=True):
    """Of a run, the newest first, at most 100: for the lead all, for a partner its own and the lead's that its people
    see."""

    bulletins: Annotated[tuple[Bulletin, ...], L0]


class MyAnswer(msgspec.Struct, frozen=True):
    """What I answered. `at`: ms."""

    at: Annotated[int, OWN]
    words: Annotated[str, OWN]


class MyBulletin(msgspec.Struct, frozen=True):
    """One that is for me, in my language or the nearest that it was written in. `at`: ms.

    `language`: that of the words. `read`: I have put it away, so that it does not stand on the first screen any more.
    """

    id: Annotated[str, OPEN]
    at: Annotated[int, L0]
    author: Annotated[Person, L0]
    cohort: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    language: Annotated[str, L0]
    title: Annotated[str, L0]
    words: Annotated[str, L0]
    read: Annotated[bool, OWN]
    answers: Annotated[tuple[MyAnswer, ...], OWN] = ()


class MyBulletins(msgspec.Struct, frozen=True):
    """The newest first, at most 50. Those of a time before I came in are not for me."""

    bulletins: Annotated[tuple[MyBulletin, ...], L0]


class AnswerBulletin(msgspec.Struct, frozen=True):
    """Up to 2 000 letters, for the author alone."""

    command_id: Annotated[CommandId, OPEN]
    words: Annotated[str, L2]


class BulletinAnswer(msgspec.Struct, frozen=True):
    """`at`: ms."""

    id: Annotated[str, OPEN]
    at: Annotated[int, L2]
    person: Annotated[Person, L0]
    words: Annotated[str, L2]


class BulletinAnswers(msgspec.Struct, frozen=True):
    """What reached me, the author, the newest first, at most 500."""

    answers: Annotated[tuple[BulletinAnswer, ...], L2]
