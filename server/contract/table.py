"""The contract as one table: every command, entry and view with its type, its right, its doors and its level per field.

What repeats is made from here: OpenAPI, the browser's types, the protocol's page, the matrix of roles and doors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from server.contract import accounts, commands, programmes, views
from server.contract.entries import (
    ENTRY_KINDS,
    CountNotice,
    Entry,
    FoundingMember,
    PersonEntry,
    PresenceNotice,
    ReadNotice,
    SwitchNotice,
    UnreadNotice,
)
from server.contract.levels import Level
from server.policy import Verb


class Command(NamedTuple):
    """`rpc` method and `POST /api/v1/rpc/<method>`. `verb` is the right that it needs."""

    data: type[msgspec.Struct]
    reply: type[msgspec.Struct]
    verb: Verb


class View(NamedTuple):
    """An HTTP door that is no command. `person`: needs a sign-in; `room`: and membership of the room in the path;
    `verb`: the right that it needs besides."""

    method: str
    path: str
    body: type[msgspec.Struct] | None
    reply: type[msgspec.Struct] | None
    person: bool = True
    room: bool = False
    verb: Verb | None = None


COMMANDS: dict[str, Command] = {
    "room.post": Command(commands.PostMessage, commands.Accepted, Verb.POST),
    "room.edit": Command(commands.EditMessage, commands.Accepted, Verb.EDIT),
    "room.withdraw": Command(commands.WithdrawMessage, commands.Accepted, Verb.WITHDRAW),
    "room.react": Command(commands.React, commands.Accepted, Verb.REACT),
    "room.unreact": Command(commands.Unreact, commands.Accepted, Verb.REACT),
    "room.add_member": Command(commands.AddMember, commands.Accepted, Verb.MANAGE),
    "room.remove_member": Command(commands.RemoveMember, commands.Accepted, Verb.MANAGE),
    "room.leave": Command(commands.LeaveRoom, commands.Accepted, Verb.LEAVE),
    "room.open_past": Command(commands.OpenPast, commands.Accepted, Verb.OPEN_PAST),
    "room.draft": Command(commands.SaveDraft, commands.Done, Verb.DRAFT),
    "room.read": Command(commands.MarkRead, commands.Done, Verb.MARK_READ),
    "room.show_presence": Command(commands.ShowPresence, commands.Done, Verb.SHOW_PRESENCE),
}

VIEWS: tuple[View, ...] = (
    View("POST", "/api/v1/login", accounts.SignIn, views.Me, person=False),
    View("POST", "/api/v1/logout", None, None, person=False),
    View("POST", "/api/v1/set-up", accounts.SetUp, views.Me, person=False),
    View("POST", "/api/v1/sign-in-link", accounts.MailLink, commands.Done, person=False),
    View("POST", "/api/v1/sign-in-link/use", accounts.UseSignInLink, views.Me, person=False),
    View("POST", "/api/v1/password/forgotten", accounts.MailLink, commands.Done, person=False),
    View("POST", "/api/v1/password/reset", accounts.ResetPassword, views.Me, person=False),
    View("POST", "/api/v1/links/look", accounts.LinkToken, accounts.LinkFacts, person=False),
    View("POST", "/api/v1/links/confirm-address", accounts.LinkToken, commands.Done, person=False),
    View("POST", "/api/v1/invitations/accept", accounts.AcceptInvitation, views.Me, person=False),
    View("GET", "/api/v1/invitations", None, accounts.MyInvitations, verb=Verb.INVITE),
    View("POST", "/api/v1/invitations", accounts.Invite, accounts.InvitationLink, verb=Verb.INVITE),
    View("POST", "/api/v1/invitations/{invitation}/renew", None, accounts.InvitationLink, verb=Verb.INVITE),
    View("DELETE", "/api/v1/invitations/{invitation}", None, commands.Done, verb=Verb.INVITE),
    View("GET", "/api/v1/me", None, views.Me),
    View("PUT", "/api/v1/me/preferences", views.Preferences, views.Me),
    View("GET", "/api/v1/me/mail", None, views.MailWishes),
    View("PUT", "/api/v1/me/mail", views.MailWishes, views.MailWishes),
    View("GET", "/api/v1/me/presence", None, views.PresenceWishes),
    View("PUT", "/api/v1/me/presence", views.PresenceWishes, views.PresenceWishes),
    View("GET", "/api/v1/me/account", None, accounts.MyAccount),
    View("PUT", "/api/v1/me/password", accounts.ChangePassword, commands.Done),
    View("POST", "/api/v1/me/address", accounts.ChangeAddress, commands.Done),
    View("GET", "/api/v1/me/logins", None, accounts.MyLogins),
    View("DELETE", "/api/v1/me/logins", None, commands.Done),
    View("DELETE", "/api/v1/me/logins/{login}", None, commands.Done),
    View("POST", "/api/v1/me/second-factor", accounts.Reauthentication, accounts.SecondFactorOffer),
    View("POST", "/api/v1/me/second-factor/confirm", accounts.Code, accounts.RecoveryCodes),
    View("POST", "/api/v1/me/second-factor/codes", accounts.Reauthentication, accounts.RecoveryCodes),
    View("POST", "/api/v1/me/second-factor/end", accounts.Reauthentication, commands.Done),
    View("POST", "/api/v1/connection-token", None, accounts.ConnectionToken),
    View("GET", "/api/v1/me/programmes", None, programmes.MyParts),
    View("GET", "/api/v1/me/audit", None, programmes.Audit),
    View("GET", "/api/v1/programmes", None, programmes.Programmes),
    View("POST", "/api/v1/programmes", programmes.NewProgramme, programmes.CohortPage, verb=Verb.FOUND),
    View("PUT", "/api/v1/programmes/{programme}", programmes.ChangeProgramme, programmes.Programme, verb=Verb.RUN),
    View("POST", "/api/v1/programmes/{programme}/cohorts", programmes.NewCohort, programmes.CohortPage, verb=Verb.RUN),
    View(
        "POST",
        "/api/v1/organisations",
        programmes.NewOrganisation,
        programmes.Organisation,
        verb=Verb.ADD_ORGANISATION,
    ),
    View(
        "PUT",
        "/api/v1/organisations/{organisation}",
        programmes.ChangeOrganisation,
        programmes.Organisation,
        verb=Verb.CHANGE_ORGANISATION,
    ),
    View("GET", "/api/v1/cohorts/{cohort}", None, programmes.CohortPage, verb=Verb.SEE_COHORT),
    View("PUT", "/api/v1/cohorts/{cohort}", programmes.ChangeCohort, programmes.CohortPage, verb=Verb.CHANGE_COHORT),
    View(
        "PUT",
        "/api/v1/cohorts/{cohort}/state",
        programmes.SetCohortState,
        programmes.CohortPage,
        verb=Verb.CHANGE_COHORT,
    ),
    View(
        "PUT",
        "/api/v1/cohorts/{cohort}/partners",
        programmes.SetPartners,
        programmes.CohortPage,
        verb=Verb.CHANGE_COHORT,
    ),
    View(
        "PUT",
        "/api/v1/cohorts/{cohort}/credits",
        programmes.SetCredits,
        programmes.CohortPage,
        verb=Verb.CHANGE_COHORT,
    ),
    View("POST", "/api/v1/cohorts/{cohort}/circles", programmes.OpenCircle, programmes.Circle, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/cohorts/{cohort}/audit", None, programmes.Audit, verb=Verb.SEE_COHORT),
    View(
        "POST",
        "/api/v1/cohorts/{cohort}/people/preview",
        programmes.ReadList,
        programmes.ReadPeople,
        verb=Verb.SEE_COHORT,
    ),
    View("POST", "/api/v1/cohorts/{cohort}/people", programmes.EnrolPeople, programmes.Enrolled, verb=Verb.ENROL),
    View("DELETE", "/api/v1/cohorts/{cohort}/people/{person}/{role}", None, commands.Done, verb=Verb.ENROL),
    View(
        "POST",
        "/api/v1/cohorts/{cohort}/people/{person}/invitation",
        None,
        programmes.EnrolledPerson,
        verb=Verb.ENROL,
    ),
    View(
        "POST",
        "/api/v1/cohorts/{cohort}/mentorships",
        programmes.OpenMentorship,
        programmes.Mentorship,
        verb=Verb.PAIR,
    ),
    View(
        "PUT",
        "/api/v1/mentorships/{mentorship}/state",
        programmes.SetMentorshipState,
        programmes.Mentorship,
        verb=Verb.PAIR,
    ),
    View(
        "POST",
        "/api/v1/mentorships/{mentorship}/mentors",
        programmes.AddMentor,
        programmes.Mentorship,
        verb=Verb.PAIR,
    ),
    View("POST", "/api/v1/mentorships/{mentorship}/stop", None, commands.Done, verb=Verb.STOP),
    View("GET", "/api/v1/rooms", None, views.MyRooms),
    View("GET", "/api/v1/rooms/{room}", None, views.RoomSnapshot, room=True),
    View("GET", "/api/v1/rooms/{room}/talk", None, views.TalkPage, room=True),
)


def structs() -> tuple[type[msgspec.Struct], ...]:
    """Every struct of the contract, once, in a stable order."""
    found: dict[type[msgspec.Struct], None] = {}
    for command in COMMANDS.values():
        found |= {command.data: None, command.reply: None}
    found |= {commands.Quote: None, Entry: None, FoundingMember: None} | dict.fromkeys(ENTRY_KINDS.values())
    found |= {PersonEntry: None, UnreadNotice: None, ReadNotice: None}
    found |= {PresenceNotice: None, CountNotice: None, SwitchNotice: None}
    for view in VIEWS:
        found |= {struct: None for struct in (view.body, view.reply) if struct is not None}
    found |= {accounts.Invitation: None, accounts.MyLogin: None}
    found |= dict.fromkeys((programmes.CohortCard, programmes.Help, programmes.Partner, programmes.Credit))
    found |= dict.fromkeys((programmes.Part, programmes.MentorshipMember, programmes.Step, programmes.ListLine))
    found |= dict.fromkeys((programmes.NewPart, programmes.MyMentorship, programmes.MyPart, programmes.Act))
    found |= {
        views.FirstWords: None,
        views.Person: None,
        views.RoomCard: None,
        views.Member: None,
        views.Message: None,
        views.Reaction: None,
    }
    return tuple(found)


def field_levels(struct: type[msgspec.Struct]) -> Iterator[tuple[str, Level | None]]:
    """Each field with its level, or None where somebody forgot it."""
    for name, hint in get_type_hints(struct, include_extras=True).items():
        marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
        yield name, next((mark for mark in marks if isinstance(mark, Level)), None)
