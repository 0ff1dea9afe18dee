"""What people of a run tell its team so that the right two meet: the need first, and what a mentor can give. The team
reads it, and the person. With whom somebody is proposed reads the need, the goals, skills and disciplines alone."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L2, OPEN
from server.contract.programmes import Version, Words
from server.contract.views import Person

Role = Literal["mentee", "mentor"]
TermKind = Literal["skill", "discipline", "trait"]
Key = Annotated[str, Meta(pattern=r"\A[a-z0-9-]{1,40}\Z")]
Keys = Annotated[tuple[Key, ...], Meta(max_length=40)]
LanguageLevel = Annotated[int, Meta(ge=1, le=6)]
"""1 is A1, 5 is C1, 6 is C2 or one's own language."""
Languages = Annotated[dict[Annotated[str, Meta(max_length=8)], LanguageLevel], Meta(max_length=40)]
Missing = Literal["need", "skills", "languages", "country"]


class Term(msgspec.Struct, frozen=True):
    """One of the programme's own lists. `key` stays, whatever it is called."""

    key: Annotated[Key, L0]
    kind: Annotated[TermKind, L0]
    names: Annotated[Words, L0]


class Terms(msgspec.Struct, frozen=True):
    """Of a run, in the order in which they are shown. `mine`: I may change them."""

    terms: Annotated[tuple[Term, ...], L0]
    version: Annotated[int, OPEN]
    mine: Annotated[bool, OPEN]


class SetTerms(msgspec.Struct, frozen=True):
    """All of them, in order. Whoever chose one that is left out has not chosen it any more. At most 60 of a kind, each
    with a name of up to 80 letters in at least one language."""

    version: Annotated[Version, OPEN]
    terms: Annotated[Annotated[tuple[Term, ...], Meta(max_length=200)], L0]


class Profile(msgspec.Struct, frozen=True):
    """`need`: what a mentee wants to be able to do, what a mentor can give; up to 2 000 letters, as `goals`. `skills`:
    wanted, or given. `back`: what a mentor could learn from a mentee, what a mentor would like to learn. `traits`: my
    own; `requires`: those that the other one must have. All of these are keys of the run's terms.

    `languages`: by language (`sr`, `mk` …) the level. `country`: ISO 3166. `capacity`: how many mentees a mentor takes.
    `for_team`: up to 1 000 letters that only the team reads, as with whom it would not go well.
    """

    need: Annotated[str, L2] = ""
    goals: Annotated[str, L2] = ""
    skills: Annotated[Keys, L2] = ()
    back: Annotated[Keys, L2] = ()
    disciplines: Annotated[Keys, L2] = ()
    traits: Annotated[Keys, L2] = ()
    requires: Annotated[Keys, L2] = ()
    languages: Annotated[Languages, L2] = {}
    country: Annotated[Annotated[str, Meta(max_length=2)] | None, L2] = None
    capacity: Annotated[Annotated[int, Meta(ge=1, le=10)], L2] = 1
    for_team: Annotated[str, L2] = ""


class MyProfile(msgspec.Struct, frozen=True):
    """What I said in one part of a run. `version`: 1 as long as nothing was said. `said_by`: who wrote it last, me or
    somebody of the team for me; `said_at`: ms. `excludes`: with whom the team is not to bring me together, as it
    understood me; `ranking`: whom I wish for, the best first, in one list equally good. `hours`: I have said when I can
    usually meet. `open`: the run goes on, so I can change it."""

    cohort: Annotated[str, L0]
    role: Annotated[Role, L0]
    profile: Annotated[Profile, L2]
    excludes: Annotated[tuple[Person, ...], L2]
    ranking: Annotated[tuple[tuple[Person, ...], ...], L2]
    missing: Annotated[tuple[Missing, ...], L2]
    hours: Annotated[bool, L2]
    said_by: Annotated[Person | None, L0]
    said_at: Annotated[int, L0]
    version: Annotated[int, OPEN]
    open: Annotated[bool, L0]
    terms: Annotated[tuple[Term, ...], L0]


class SetMyProfile(msgspec.Struct, frozen=True):
    """`excludes`: those of the ones that are there who are still to be kept from me; the team alone adds others."""

    version: Annotated[Version, OPEN]
    profile: Annotated[Profile, L2]
    excludes: Annotated[Annotated[tuple[Id, ...], Meta(max_length=50)], L2] = ()


class PersonProfile(msgspec.Struct, frozen=True):
    """What somebody of the run said, for its team. `excludes`, `ranking` (the best first, in one list equally good):
    people of the other side."""

    person: Annotated[Person, L0]
    role: Annotated[Role, L0]
    organisation: Annotated[str | None, L0]
    profile: Annotated[Profile, L2]
    excludes: Annotated[tuple[Person, ...], L2]
    ranking: Annotated[tuple[tuple[str, ...], ...], L2]
    missing: Annotated[tuple[Missing, ...], L2]
    hours: Annotated[bool, L2]
    said_by: Annotated[Person | None, L0]
    said_at: Annotated[int, L0]
    version: Annotated[int, OPEN]


class CohortProfiles(msgspec.Struct, frozen=True):
    """Of every mentee and mentor of the run that I look after, whether they have said anything or not."""

    profiles: Annotated[tuple[PersonProfile, ...], L2]
    terms: Annotated[tuple[Term, ...], L0]


class SetProfile(msgspec.Struct, frozen=True):
    """By the team, for somebody who told it; they are told that it was done. `excludes`, `ranking`: people of the
    other side of the run."""

    version: Annotated[Version, OPEN]
    profile: Annotated[Profile, L2]
    excludes: Annotated[Annotated[tuple[Id, ...], Meta(max_length=50)], L2] = ()
    ranking: Annotated[Annotated[tuple[tuple[Id, ...], ...], Meta(max_length=300)], L2] = ()


# ── as a list ─────────────────────────────────────────────────────────────────────────────────────────────────────────

Column = Literal[
    "key",
    "name",
    "role",
    "organisation",
    "need",
    "goals",
    "skills",
    "back",
    "disciplines",
    "traits",
    "requires",
    "languages",
    "country",
    "capacity",
    "for_team",
    "excludes",
]


class ReadProfileList(msgspec.Struct, frozen=True):
    """Read a list of profiles and say what is wrong with it; nothing is stored. One of `pasted` and `file` (in base64;
    at most 1 MiB), as the list that can be taken out, with its headings in one of our languages. Who is meant is told
    by the number or the name. An empty cell changes nothing, `-` empties what is there."""

    pasted: Annotated[str | None, L2] = None
    file: Annotated[bytes | None, L2] = None


class CellFault(msgspec.Struct, frozen=True):
    """`code`: of a refusal, for which the line can't be taken; `words`: what stands there."""

    column: Annotated[Column, OPEN]
    code: Annotated[str, OPEN]
    words: Annotated[str, L2]


class NewProfile(msgspec.Struct, frozen=True):
    """What somebody would say after it was taken. `version`: what they say now."""

    person: Annotated[Id, L0]
    role: Annotated[Role, L0]
    version: Annotated[Version, OPEN]
    profile: Annotated[Profile, L2]
    excludes: Annotated[Annotated[tuple[Id, ...], Meta(max_length=50)], L2] = ()


class ProfileLine(msgspec.Struct, frozen=True):
    """A line as it was understood. `name`: of whom it is taken for, else what stands there. `changes`: which columns
    would be another thing afterwards. `profile`: None for a line with faults."""

    line: Annotated[int, L0]
    name: Annotated[str, L0]
    role: Annotated[Role | None, L0]
    changes: Annotated[tuple[Column, ...], L2]
    faults: Annotated[tuple[CellFault, ...], L2]
    profile: Annotated[NewProfile | None, L2]


class ReadProfiles(msgspec.Struct, frozen=True):
    """Every line that was not empty. `encoding`: how the file was read."""

    lines: Annotated[tuple[ProfileLine, ...], L2]
    good: Annotated[int, L0]
    bad: Annotated[int, L0]
    encoding: Annotated[str, OPEN]


class SetProfiles(msgspec.Struct, frozen=True):
    """All of them or none; of those whom somebody changed meanwhile, none."""

    command_id: Annotated[CommandId, OPEN]
    profiles: Annotated[Annotated[tuple[NewProfile, ...], Meta(min_length=1, max_length=5_000)], L2]
