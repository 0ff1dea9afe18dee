"""What coordinators tell and read of programmes, and everybody of what they take part in: levels L0 to L2 alone. No
field here comes from a room, and none says how much or when somebody wrote."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L1, L2, OPEN, OWN
from server.contract.views import Person

PartnerRole = Literal["lead", "partner", "handover", "guest"]
EnrolmentRole = Literal["mentee", "mentor", "coordinator", "facilitator", "safeguarding", "handover", "alumna"]
MentorshipRole = Literal["mentee", "mentor"]
CohortState = Literal["draft", "running", "ended"]
MentorshipState = Literal["active", "paused", "stopped", "ended"]
CircleKind = Literal["mentors", "mentees", "joint", "staff", "workshop"]
Arrival = Literal["unopened", "opened", "lapsed", "here", "gone"]
StepName = Literal["programme", "team", "help", "credits", "people", "rooms", "start"]
AuditKind = Literal[
    "programme_founded",
    "cohort_opened",
    "cohort_changed",
    "partners_changed",
    "organisation_changed",
    "enrolled",
    "enrolment_ended",
    "invited_again",
    "mentorship_opened",
    "mentorship_changed",
    "mentorship_stopped",
    "mentor_added",
    "group_opened",
    "member_added",
    "member_removed",
    "report_opened",
    "exported",
    "open_call_changed",
    "application_deleted",
    "reviewer_named",
    "reviewer_removed",
    "application_opened",
    "conflict_declared",
    "conflict_lifted",
    "application_decided",
    "interview_asked",
    "letter_sent",
]

Version = Annotated[int, Meta(ge=1, le=2**53 - 1)]
"""Of what is edited: which state the editor has seen. Another one than the newest is refused as `changed_meanwhile`,
and the newest comes along as `now` in the problem details."""
Words = Annotated[dict[str, str], Meta(max_length=20)]
"""By language tag (`sr-Cyrl`, `sr-Latn`, `hr`, `sq` …), in the order of who wrote them."""
Count = Annotated[int, Meta(ge=0, le=1_000)]

# ── organisations ─────────────────────────────────────────────────────────────────────────────────────────────────────


class Organisation(msgspec.Struct, frozen=True):
    """`names`: at least one, each up to 200 letters. `country`: ISO 3166, two letters; `zone`: IANA.

    `mine`: I may change it.
    """

    id: Annotated[str, L0]
    names: Annotated[dict[str, str], L0]
    town: Annotated[str, L0]
    country: Annotated[str, L0]
    zone: Annotated[str, L0]
    version: Annotated[int, OPEN]
    mine: Annotated[bool, OPEN]


class NewOrganisation(msgspec.Struct, frozen=True):
    """Add one, by who set the server up or runs a programme."""

    command_id: Annotated[CommandId, OPEN]
    names: Annotated[Words, L0]
    town: Annotated[str, L0]
    country: Annotated[str, L0]
    zone: Annotated[str, L0]


class ChangeOrganisation(msgspec.Struct, frozen=True):
    """By its own coordinators, or the lead's of a run that it takes part in."""

    version: Annotated[Version, OPEN]
    names: Annotated[Words, L0]
    town: Annotated[str, L0]
    country: Annotated[str, L0]
    zone: Annotated[str, L0]


# ── programmes and their runs ─────────────────────────────────────────────────────────────────────────────────────────


class CohortCard(msgspec.Struct, frozen=True):
    """One run of a programme. Without names of its own it is called as its programme. `end`: its last day."""

    id: Annotated[str, L0]
    names: Annotated[dict[str, str], L0]
    start: Annotated[date, L1]
    end: Annotated[date, L1]
    state: Annotated[CohortState, L0]


class Programme(msgspec.Struct, frozen=True):
    """`lead`: the organisation that leads it. `cohorts`: those of its runs that I coordinate, the newest first."""

    id: Annotated[str, L0]
    names: Annotated[dict[str, str], L0]
    lead: Annotated[str, L0]
    version: Annotated[int, OPEN]
    cohorts: Annotated[tuple[CohortCard, ...], L0]


class Programmes(msgspec.Struct, frozen=True):
    """What I coordinate. `may_found`: I set the server up, so I may begin a programme; `organisations`: those of my
    programmes and those that I added; for who may begin one, all."""

    may_found: Annotated[bool, OPEN]
    organisations: Annotated[tuple[Organisation, ...], L0]
    programmes: Annotated[tuple[Programme, ...], L0]


class NewProgramme(msgspec.Struct, frozen=True):
    """Begin a programme with its first run, a draft. Whoever does it coordinates it, for the lead."""

    command_id: Annotated[CommandId, OPEN]
    names: Annotated[Words, L0]
    lead: Annotated[Id, L0]
    start: Annotated[date, L1]
    end: Annotated[date, L1]
    home_zone: Annotated[str, L0]


class ChangeProgramme(msgspec.Struct, frozen=True):
    version: Annotated[Version, OPEN]
    names: Annotated[Words, L0]


class NewCohort(msgspec.Struct, frozen=True):
    """Another run, a draft. `copy_from`: a run of the same programme whose partners, minimums, help, care, first words
    and credits it takes over, and none of its people. Whoever does it coordinates it, for the lead."""

    command_id: Annotated[CommandId, OPEN]
    names: Annotated[Words, L0]
    start: Annotated[date, L1]
    end: Annotated[date, L1]
    home_zone: Annotated[str, L0]
    copy_from: Annotated[Id | None, L0] = None


class Help(msgspec.Struct, frozen=True):
    """Whom everybody in the run may ring up."""

    name: Annotated[str, L0]
    phone: Annotated[str, L0]


class ChangeCohort(msgspec.Struct, frozen=True):
    """Everything of a run that is not a list of its own.

    `silence_days`: after so many days of silence the person themself is asked, then both, then the team is told; agreed
    with everybody at the start, or None for no such care. `first_words`: what stands at the top of each new room of the
    run, in the reader's language; up to 1 000 letters each.
    """

    version: Annotated[Version, OPEN]
    names: Annotated[Words, L0]
    start: Annotated[date, L1]
    end: Annotated[date, L1]
    home_zone: Annotated[str, L0]
    least_meetings: Annotated[Count, L0]
    least_gatherings: Annotated[Count, L0]
    help: Annotated[Help | None, L0]
    silence_days: Annotated[tuple[Count, Count, Count] | None, L0]
    first_words: Annotated[Words, L0]


class SetCohortState(msgspec.Struct, frozen=True):
    """From draft to running, from running to ended; and back from running to draft while it has no mentorship."""

    version: Annotated[Version, OPEN]
    state: Annotated[CohortState, L0]


class Partner(msgspec.Struct, frozen=True):
    organisation: Annotated[Id, L0]
    role: Annotated[PartnerRole, L0]


class SetPartners(msgspec.Struct, frozen=True):
    """All of them, the lead included. One whose people take part can't be left out."""

    version: Annotated[Version, OPEN]
    partners: Annotated[Annotated[tuple[Partner, ...], Meta(max_length=100)], L0]


class Credit(msgspec.Struct, frozen=True):
    """What has to be said of a funder on everything public, by language. `starts`, `ends`: days on which it holds;
    None for as long as the run is remembered."""

    funder: Annotated[str, L0]
    words: Annotated[Words, L0]
    disclaimer: Annotated[Words, L0]
    starts: Annotated[date | None, L0] = None
    ends: Annotated[date | None, L0] = None


class SetCredits(msgspec.Struct, frozen=True):
    """All of them, in the order in which they are shown."""

    version: Annotated[Version, OPEN]
    credits: Annotated[Annotated[tuple[Credit, ...], Meta(max_length=50)], L0]


class Part(msgspec.Struct, frozen=True):
    """A person's part in a run. `arrival`: whether they have come; `email` is told of those alone who have not: it is
    where their invitation went. `invited_at`: ms."""

    person: Annotated[Person, L0]
    role: Annotated[EnrolmentRole, L0]
    organisation: Annotated[str | None, L0]
    arrival: Annotated[Arrival, L0]
    email: Annotated[str | None, L0] = None
    invited_at: Annotated[int | None, L0] = None


class MentorshipMember(msgspec.Struct, frozen=True):
    person: Annotated[Id, L0]
    role: Annotated[MentorshipRole, L0]


class Mentorship(msgspec.Struct, frozen=True):
    """`stopped`: one of them ended it, at once and without a reason. `since`: ms, of its state. `mine`: I may change
    it."""

    id: Annotated[str, L0]
    room: Annotated[str, L0]
    people: Annotated[tuple[MentorshipMember, ...], L0]
    state: Annotated[MentorshipState, L2]
    opened_at: Annotated[int, L0]
    since: Annotated[int, L2]
    version: Annotated[int, OPEN]
    mine: Annotated[bool, OPEN]


class Circle(msgspec.Struct, frozen=True):
    """A group of a run, with its one lasting room. Its members follow from who takes part."""

    kind: Annotated[CircleKind, L0]
    room: Annotated[str, L0]


class Step(msgspec.Struct, frozen=True):
    """Of the seven on the way to the start. `left`: how many things or people it still waits for, where that counts."""

    name: Annotated[StepName, L0]
    state: Annotated[Literal["done", "next", "later"], L0]
    left: Annotated[int, L0] = 0


class CohortPage(msgspec.Struct, frozen=True):
    """A run as its coordinator sees it: for the lead all of it; for a partner its own people, the mentorships that they
    are in, and what is joint. `lead`: I coordinate it for the lead, so I may change all."""

    id: Annotated[str, L0]
    programme: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    names: Annotated[dict[str, str], L0]
    start: Annotated[date, L1]
    end: Annotated[date, L1]
    home_zone: Annotated[str, L0]
    state: Annotated[CohortState, L0]
    least_meetings: Annotated[int, L0]
    least_gatherings: Annotated[int, L0]
    help: Annotated[Help | None, L0]
    silence_days: Annotated[tuple[int, int, int] | None, L0]
    first_words: Annotated[dict[str, str], L0]
    version: Annotated[int, OPEN]
    lead: Annotated[bool, OPEN]
    organisations: Annotated[tuple[Organisation, ...], L0]
    partners: Annotated[tuple[Partner, ...], L0]
    credits: Annotated[tuple[Credit, ...], L0]
    people: Annotated[tuple[Part, ...], L0]
    mentorships: Annotated[tuple[Mentorship, ...], L2]
    circles: Annotated[tuple[Circle, ...], L0]
    steps: Annotated[tuple[Step, ...], L0]


# ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class ReadList(msgspec.Struct, frozen=True):
    """Read a list of people and say what is wrong with it; nothing is stored.

    One of `pasted` (cells parted by tabs, semicolons or commas) and `file` (the bytes that a spreadsheet wrote, in
    base64; at most 1 MiB). Columns: name, e-mail, role, language, organisation, in this order or by their headings in
    one of our languages. `role`, `language`, `organisation` hold where a line says nothing of it.
    """

    role: Annotated[EnrolmentRole, L0]
    language: Annotated[Id, L0]
    organisation: Annotated[Id | None, L0] = None
    pasted: Annotated[str | None, L0] = None
    file: Annotated[bytes | None, L0] = None


class ListLine(msgspec.Struct, frozen=True):
    """A line as it was understood. `faults`: codes of refusals, for which it can't be taken; `doubts`: codes of what
    only a person can judge. `other`: the line that a fault or a doubt compares it with."""

    line: Annotated[int, L0]
    name: Annotated[str, L0]
    email: Annotated[str, L0]
    role: Annotated[EnrolmentRole | None, L0]
    language: Annotated[str | None, L0]
    organisation: Annotated[str | None, L0]
    faults: Annotated[tuple[str, ...], L0] = ()
    doubts: Annotated[tuple[str, ...], L0] = ()
    other: Annotated[int | None, L0] = None


class ReadPeople(msgspec.Struct, frozen=True):
    """Every line that was not empty. `encoding`: how the file was read, for who wonders about its letters."""

    lines: Annotated[tuple[ListLine, ...], L0]
    good: Annotated[int, L0]
    bad: Annotated[int, L0]
    encoding: Annotated[str, OPEN]


class NewPart(msgspec.Struct, frozen=True):
    """`organisation`: who brings the person in; None where no organisation of the run does."""

    name: Annotated[str, L0]
    email: Annotated[str, L0]
    role: Annotated[EnrolmentRole, L0]
    language: Annotated[str, L0]
    organisation: Annotated[Id | None, L0] = None


class EnrolPeople(msgspec.Struct, frozen=True):
    """One person or many, all of them or nobody. Who is not here yet gets an invitation by mail.

    One bad line refuses all: a single person by its own code, a list as `list_has_faults`.
    """

    command_id: Annotated[CommandId, OPEN]
    people: Annotated[Annotated[tuple[NewPart, ...], Meta(min_length=1, max_length=5_000)], L0]


class EnrolledPerson(msgspec.Struct, frozen=True):
    """`link`: of a fresh invitation, to pass on; told this once, and not when the command is repeated."""

    part: Annotated[Part, L0]
    link: Annotated[str | None, OWN] = None


class Enrolled(msgspec.Struct, frozen=True):
    """In the order of the list."""

    people: Annotated[tuple[EnrolledPerson, ...], L0]


# ── rooms from people ─────────────────────────────────────────────────────────────────────────────────────────────────


class OpenMentorship(msgspec.Struct, frozen=True):
    """Mentors and mentees of a run get a room of their own, at once."""

    command_id: Annotated[CommandId, OPEN]
    people: Annotated[Annotated[tuple[MentorshipMember, ...], Meta(max_length=20)], L0]


class SetMentorshipState(msgspec.Struct, frozen=True):
    """`paused`: nobody is asked why it is quiet. `ended`: its room stays as it is, and nothing is added."""

    version: Annotated[Version, OPEN]
    state: Annotated[Literal["active", "paused", "ended"], L2]


class AddMentor(msgspec.Struct, frozen=True):
    """Another mentor of the run, who reads the room from now on."""

    command_id: Annotated[CommandId, OPEN]
    version: Annotated[Version, OPEN]
    person: Annotated[Id, L0]


class OpenCircle(msgspec.Struct, frozen=True):
    """Once; asked again it answers the same."""

    kind: Annotated[CircleKind, L0]


# ── what I take part in, and who did what ─────────────────────────────────────────────────────────────────────────────


class MyMentorship(msgspec.Struct, frozen=True):
    """`role`: mine in it."""

    id: Annotated[str, L0]
    room: Annotated[str, L0]
    role: Annotated[MentorshipRole, L0]
    state: Annotated[MentorshipState, L2]


class MyPart(msgspec.Struct, frozen=True):
    """A run that I take part in, in these roles. `circles`: those that I am in."""

    cohort: Annotated[CohortCard, L0]
    programme_names: Annotated[dict[str, str], L0]
    organisation_names: Annotated[dict[str, str], L0]
    roles: Annotated[tuple[EnrolmentRole, ...], L0]
    help: Annotated[Help | None, L0]
    silence_days: Annotated[tuple[int, int, int] | None, L0]
    mentorships: Annotated[tuple[MyMentorship, ...], L2]
    circles: Annotated[tuple[Circle, ...], L0]


class MyParts(msgspec.Struct, frozen=True):
    """The newest run first. `organisation_names`: of the lead."""

    parts: Annotated[tuple[MyPart, ...], L0]


class Act(msgspec.Struct, frozen=True):
    """Who did what, about whom, when (ms); never a content. `by`: None for the server itself. `role`: which part, or
    which state was set."""

    id: Annotated[str, OPEN]
    at: Annotated[int, L0]
    kind: Annotated[AuditKind, L0]
    by: Annotated[Person | None, L0]
    about: Annotated[Person | None, L0]
    role: Annotated[str | None, L0]


class Audit(msgspec.Struct, frozen=True):
    """The newest first; `earlier`: there are more, with `?before=<id>`."""

    acts: Annotated[tuple[Act, ...], L0]
    earlier: Annotated[bool, OPEN]
