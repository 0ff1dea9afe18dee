"""Who might walk with whom: proposed by the team with its reasons, asked of each, answered. Never a score, a rank, or
how many others there were."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L1, L2, OPEN
from server.contract.programmes import MentorshipRole
from server.contract.views import Person

ProposalOrder = Literal["mentor_first", "together"]
ProposalState = Literal["asking_mentors", "asking_mentees", "asking_all", "opened", "declined", "expired", "taken_back"]
Says = Literal["waiting", "yes", "not_now"]
ReasonClass = Literal["time", "not_fitting", "other_plans", "none"]
Standing = Literal["asked", "waiting", "opened", "over"]
WORDS = 2_000


class Reason(msgspec.Struct, frozen=True):
    """Why two people fit, or what to know before; the words are made where it is read. `code` with its `parameters`:
    keys of the run's own terms, tags of languages and countries, minutes, hours."""

    code: Annotated[str, L2]
    parameters: Annotated[dict[str, str | int | tuple[str, ...]], L2]


# ── for the people of a proposal ──────────────────────────────────────────────────────────────────────────────────────


class Proposed(msgspec.Struct, frozen=True):
    """Somebody with whom I might walk. `organisation`, `town`: of whoever brought them in, empty where nobody did.
    `gives`: in their own words, what they can give, or what they want to be able to do; `skills`, `disciplines`: the
    same as terms of the run. Of what I cannot know of them yet nothing stands here."""

    person: Annotated[Person, L0]
    role: Annotated[MentorshipRole, L0]
    organisation: Annotated[dict[str, str], L0]
    town: Annotated[str, L0]
    gives: Annotated[str, L2] = ""
    goals: Annotated[str, L2] = ""
    skills: Annotated[tuple[str, ...], L2] = ()
    disciplines: Annotated[tuple[str, ...], L2] = ()


class ThreadLine(msgspec.Struct, frozen=True):
    """`by`: who wrote it, the person themself or one of the team. `at`: ms."""

    by: Annotated[Person, L0]
    at: Annotated[int, L2]
    words: Annotated[str, L2]


class MyProposal(msgspec.Struct, frozen=True):
    """What I am asked, and how it stands to me: `asked`; `waiting` once I said yes and others have not all; `opened`;
    `over`, whatever the reason, which is told to nobody. `caveats`: what to know before. `terms`: names of the keys in
    both, in my language, or as they stand. `expires_at`: ms, while I am asked. `room`, `first_times`: once it is open;
    starts (ms) at which all of us could, as far as all gave hours."""

    id: Annotated[str, OPEN]
    cohort: Annotated[str, L0]
    programme: Annotated[dict[str, str], L0]
    role: Annotated[MentorshipRole, L0]
    standing: Annotated[Standing, L2]
    says: Annotated[Says, L2]
    people: Annotated[tuple[Proposed, ...], L2]
    reasons: Annotated[tuple[Reason, ...], L2]
    caveats: Annotated[tuple[Reason, ...], L2]
    terms: Annotated[dict[str, dict[str, str]], L2]
    thread: Annotated[tuple[ThreadLine, ...], L2]
    expires_at: Annotated[int | None, L1] = None
    room: Annotated[str | None, L0] = None
    first_times: Annotated[tuple[int, ...], L1] = ()


class MyProposals(msgspec.Struct, frozen=True):
    """The newest first."""

    proposals: Annotated[tuple[MyProposal, ...], L2]


class SayToProposal(msgspec.Struct, frozen=True):
    """Yes, or not now; the same again changes nothing. What is proposed never changes, so there is no version to be
    seen. `reason`: its class, if I like to say one; the team alone reads it."""

    says: Annotated[Literal["yes", "not_now"], L2]
    reason: Annotated[ReasonClass, L2] = "none"


class AskOfProposal(msgspec.Struct, frozen=True):
    """Tell me more: asked of the team, before I say anything else."""

    command_id: Annotated[CommandId, OPEN]
    words: Annotated[str, L2]


# ── for the team ──────────────────────────────────────────────────────────────────────────────────────────────────────


class ProposalPerson(msgspec.Struct, frozen=True):
    """`asked`: they know of it. `reason`: the class of why not now. `waits_for_answer`: the last line of their thread
    is theirs. `here`: they have an account already. `own`: what they said is mine to see, and to answer."""

    person: Annotated[Person, L0]
    role: Annotated[MentorshipRole, L0]
    asked: Annotated[bool, L2]
    here: Annotated[bool, L0]
    own: Annotated[bool, OPEN]
    says: Annotated[Says, L2]
    said_at: Annotated[int | None, L2] = None
    reason: Annotated[ReasonClass | None, L2] = None
    waits_for_answer: Annotated[bool, L2] = False
    thread: Annotated[tuple[ThreadLine, ...], L2] = ()


class PairReasons(msgspec.Struct, frozen=True):
    mentee: Annotated[str, L0]
    mentor: Annotated[str, L0]
    reasons: Annotated[tuple[Reason, ...], L2]


class Proposal(msgspec.Struct, frozen=True):
    """`round`: in which it was found, null for one made by hand. `mine`: I may take it back."""

    id: Annotated[str, OPEN]
    round: Annotated[str | None, L2]
    state: Annotated[ProposalState, L2]
    order: Annotated[ProposalOrder, L2]
    people: Annotated[tuple[ProposalPerson, ...], L2]
    reasons: Annotated[tuple[PairReasons, ...], L2]
    made_by: Annotated[Person, L0]
    made_at: Annotated[int, L2]
    expires_at: Annotated[int, L2]
    ended_at: Annotated[int | None, L2]
    mentorship: Annotated[str | None, L0]
    mine: Annotated[bool, OPEN]


class Proposals(msgspec.Struct, frozen=True):
    """Of a run, the newest first; with the names of the terms that stand in them."""

    proposals: Annotated[tuple[Proposal, ...], L2]
    terms: Annotated[dict[str, dict[str, str]], L2]


class ProposedSeat(msgspec.Struct, frozen=True):
    person: Annotated[Id, L0]
    role: Annotated[MentorshipRole, L0]


class NewProposal(msgspec.Struct, frozen=True):
    """Ask these people, a pair or a team, by hand. `days`: for which each is asked."""

    command_id: Annotated[CommandId, OPEN]
    people: Annotated[Annotated[tuple[ProposedSeat, ...], Meta(min_length=1, max_length=20)], L0]
    order: Annotated[ProposalOrder, L2] = "mentor_first"
    days: Annotated[int, L2] = 5


class AnswerQuestion(msgspec.Struct, frozen=True):
    """A line of the team's in a person's thread."""

    command_id: Annotated[CommandId, OPEN]
    person: Annotated[Id, L0]
    words: Annotated[str, L2]
