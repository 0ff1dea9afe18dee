"""Choosing among applications: several readers who think for themselves, interviews, outcomes, and a letter each."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L2, OPEN
from server.contract.programmes import Version
from server.contract.views import Person

Reach = Literal["all", "own"]
Reason = Literal["same_organisation", "worked_together", "close", "other"]
Tendency = Literal["yes", "reserve", "no", "unsure"]
Outcome = Literal["none", "yes", "reserve", "no"]
Decided = Literal["yes", "reserve", "no"]
Part = Literal["mentee", "mentor"]
Seen = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""Which state of a thing the editor has seen; 0 of what nobody has written yet."""
Moment = Annotated[int, Meta(ge=0, le=253402300799000)]

# ── what is read ──────────────────────────────────────────────────────────────────────────────────────────────────────


class ReviewCard(msgspec.Struct, frozen=True):
    """One application that I am to read. `need`: the beginning of what they want."""

    id: Annotated[str, L0]
    name: Annotated[str, L2]
    part: Annotated[Part, L2]
    need: Annotated[str, L2]
    state: Annotated[Literal["unread", "read", "written"], L2]


class ReviewCall(msgspec.Struct, frozen=True):
    """A call to which I read applications. `titles`: by language. `purge_on`: the day on which what was not chosen is
    deleted, with what was written of it."""

    id: Annotated[str, L0]
    cohort: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    titles: Annotated[dict[str, str], L0]
    purge_on: Annotated[date, L0]
    applications: Annotated[tuple[ReviewCard, ...], L2]


class MyReviews(msgspec.Struct, frozen=True):
    """The newest first; nothing for who was not asked to read."""

    calls: Annotated[tuple[ReviewCall, ...], L2]


class Answered(msgspec.Struct, frozen=True):
    """A question with its answer. `names`: the question, by language. One of the three holds the answer: `words`, the
    names of what was `chosen`, or by language how well (1 to 6) in `levels`."""

    key: Annotated[str, L2]
    kind: Annotated[str, L2]
    names: Annotated[dict[str, str], L2]
    words: Annotated[str, L2]
    chosen: Annotated[tuple[dict[str, str], ...], L2]
    levels: Annotated[dict[str, int], L2]


class ReviewFile(msgspec.Struct, frozen=True):
    """At `/api/v1/applications/{application}/files/{id}`."""

    id: Annotated[str, L2]
    name: Annotated[str, L2]
    type: Annotated[str, L2]
    size: Annotated[int, L2]


class ReviewNote(msgspec.Struct, frozen=True):
    """What one reader thinks. `written_at`: ms."""

    by: Annotated[Person, L2]
    tendency: Annotated[Tendency, L2]
    words: Annotated[str, L2]
    written_at: Annotated[int, L2]
    version: Annotated[int, OPEN]


class ReviewConflict(msgspec.Struct, frozen=True):
    """Who does not read it, and the class of why."""

    person: Annotated[Person, L2]
    reason: Annotated[Reason, L2]


class Interview(msgspec.Struct, frozen=True):
    """Times (ms) that the applicant was asked about, and what they said."""

    minutes: Annotated[int, L2]
    starts: Annotated[tuple[int, ...], L2]
    place: Annotated[str, L2]
    state: Annotated[Literal["asked", "chosen", "none_suits"], L2]
    chosen: Annotated[int | None, L2]
    asked_by: Annotated[Person, L2]


class ReviewedApplication(msgspec.Struct, frozen=True):
    """An application, opened. `need`: what they want, before all else. `maybe_conflict`: they name the organisation
    that I am of. `note`: mine; `notes`: the others', empty until mine is written, and `waiting` says whether there are
    any. What decides is there for who decides: `email`, `conflicts`, `interview`."""

    id: Annotated[str, L0]
    call: Annotated[str, L0]
    name: Annotated[str, L2]
    part: Annotated[Part, L2]
    organisation: Annotated[str, L2]
    people: Annotated[tuple[str, ...], L2]
    language: Annotated[str, L2]
    zone: Annotated[str, L2]
    sent_at: Annotated[int, L2]
    need: Annotated[str, L2]
    answers: Annotated[tuple[Answered, ...], L2]
    files: Annotated[tuple[ReviewFile, ...], L2]
    maybe_conflict: Annotated[bool, L2]
    note: Annotated[ReviewNote | None, L2]
    notes: Annotated[tuple[ReviewNote, ...], L2]
    waiting: Annotated[bool, L2]
    decides: Annotated[bool, OPEN]
    outcome: Annotated[Outcome, L2]
    version: Annotated[int, OPEN]
    email: Annotated[str | None, L2]
    conflicts: Annotated[tuple[ReviewConflict, ...], L2]
    interview: Annotated[Interview | None, L2]


class WriteReview(msgspec.Struct, frozen=True):
    """`version`: of my note as I have seen it; 0 for the first."""

    version: Annotated[Seen, OPEN]
    tendency: Annotated[Tendency, L2]
    words: Annotated[str, L2]


class DeclareConflict(msgspec.Struct, frozen=True):
    """From then on the application does not exist for me."""

    reason: Annotated[Reason, L2]


# ── by who decides ────────────────────────────────────────────────────────────────────────────────────────────────────


class Reviewer(msgspec.Struct, frozen=True):
    """`reach`: all, or those from the country of the organisation that the person is of. Of what they are to read:
    how much that is, and what they have written."""

    person: Annotated[Person, L2]
    reach: Annotated[Reach, L2]
    country: Annotated[str | None, L0]
    applications: Annotated[int, L2]
    written: Annotated[int, L2]


class PossibleReviewer(msgspec.Struct, frozen=True):
    """Somebody of the run who can be asked to read. `country`: of their organisation."""

    person: Annotated[Person, L0]
    country: Annotated[str | None, L0]


class Leaning(msgspec.Struct, frozen=True):
    by: Annotated[Person, L2]
    tendency: Annotated[Tendency, L2]


class SelectionRow(msgspec.Struct, frozen=True):
    """`unread`: who is to read it and has not written yet; `conflicts`: how many do not read it. `told`: the outcome
    whose letter leaves or has left. `taken_in`: whether they were brought into the run; `code`: why not."""

    id: Annotated[str, L0]
    name: Annotated[str, L2]
    part: Annotated[Part, L2]
    language: Annotated[str, L2]
    need: Annotated[str, L2]
    leanings: Annotated[tuple[Leaning, ...], L2]
    unread: Annotated[tuple[Person, ...], L2]
    conflicts: Annotated[int, L2]
    interview: Annotated[Interview | None, L2]
    outcome: Annotated[Outcome, L2]
    told: Annotated[Decided | None, L2]
    taken_in: Annotated[Literal["waiting", "done", "refused"] | None, L2]
    code: Annotated[str | None, L2]
    version: Annotated[int, OPEN]


class Selection(msgspec.Struct, frozen=True):
    """A call as it is chosen from. `organisations`: of the run, by id, their names. `to_tell`: how many letters would
    leave now; `leaving`: how many wait for their turn; `told`: how many have left."""

    call: Annotated[str, L0]
    cohort: Annotated[str, L0]
    titles: Annotated[dict[str, str], L0]
    closes_at: Annotated[int, L0]
    purge_on: Annotated[date, L0]
    reviewers: Annotated[tuple[Reviewer, ...], L2]
    possible: Annotated[tuple[PossibleReviewer, ...], L0]
    organisations: Annotated[dict[str, dict[str, str]], L0]
    applications: Annotated[tuple[SelectionRow, ...], L2]
    to_tell: Annotated[int, L2]
    leaving: Annotated[int, L2]
    told: Annotated[int, L2]


class NameReviewer(msgspec.Struct, frozen=True):
    reach: Annotated[Reach, L2]


class SetOutcome(msgspec.Struct, frozen=True):
    """Reversible until its letter leaves; after that, who waits in reserve can still get a yes or a no."""

    version: Annotated[Version, OPEN]
    outcome: Annotated[Outcome, L2]


class AskForInterview(msgspec.Struct, frozen=True):
    """Two or three times (ms), of which the applicant chooses by a link. `place`: how it is held."""

    command_id: Annotated[CommandId, OPEN]
    minutes: Annotated[int, L2]
    starts: Annotated[Annotated[tuple[Moment, ...], Meta(min_length=1, max_length=3)], L2]
    place: Annotated[str, L2]


class OutcomeLetter(msgspec.Struct, frozen=True):
    """What everybody with this outcome who reads this language is told. `edited`: by somebody of the team, else it is
    as it comes; `people`: how many would get it now."""

    outcome: Annotated[Decided, L2]
    language: Annotated[str, L2]
    title: Annotated[str, L2]
    words: Annotated[str, L2]
    edited: Annotated[bool, L2]
    people: Annotated[int, L2]
    version: Annotated[int, OPEN]


class LetterTo(msgspec.Struct, frozen=True):
    """Who would be told what now. `own`: in words for them alone."""

    application: Annotated[str, L0]
    name: Annotated[str, L2]
    outcome: Annotated[Decided, L2]
    language: Annotated[str, L2]
    own: Annotated[bool, L2]


class OutcomeLetters(msgspec.Struct, frozen=True):
    """`undecided`: how many have no outcome, and get no letter."""

    call: Annotated[str, L0]
    letters: Annotated[tuple[OutcomeLetter, ...], L2]
    to: Annotated[tuple[LetterTo, ...], L2]
    undecided: Annotated[int, L2]
    leaving: Annotated[int, L2]
    told: Annotated[int, L2]


class ApplicantLetter(msgspec.Struct, frozen=True):
    """What one applicant would be told, as a mail has it. `own`: in words for them alone; `version`: of these."""

    outcome: Annotated[Decided, L2]
    language: Annotated[str, L2]
    greeting: Annotated[str, L2]
    title: Annotated[str, L2]
    words: Annotated[str, L2]
    closing: Annotated[str, L2]
    own: Annotated[bool, L2]
    version: Annotated[int, OPEN]


class SetLetter(msgspec.Struct, frozen=True):
    """`version`: of the letter as I have seen it; 0 of what nobody edited. Without words it is again as it comes."""

    version: Annotated[Seen, OPEN]
    title: Annotated[str, L2]
    words: Annotated[str, L2]


class SendLetters(msgspec.Struct, frozen=True):
    """Everything that was not told yet leaves, once. `people`: how many that are, as I have seen it."""

    command_id: Annotated[CommandId, OPEN]
    people: Annotated[int, L2]


class TakeIn(msgspec.Struct, frozen=True):
    """Who was told a yes is invited and brought into the run, as a mentor or a mentee. `organisation`: that looks after
    them from then on."""

    command_id: Annotated[CommandId, OPEN]
    organisation: Annotated[Id | None, L0]
    applications: Annotated[Annotated[tuple[Id, ...], Meta(min_length=1, max_length=500)], L2]
