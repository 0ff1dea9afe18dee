"""The contract as one table: every command, entry and view with its type, its right, its doors and its level per field.

What repeats is made from here: OpenAPI, the browser's types, the protocol's page, the matrix of roles and doors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from server.contract import (
    accounts,
    alumni,
    applying,
    bulletins,
    calendar,
    calendars,
    commands,
    dates,
    gatherings,
    hours,
    library,
    memory,
    mentor_pool,
    notes,
    notifications,
    polls,
    profiles,
    programmes,
    proposals,
    reflections,
    releases,
    reports,
    rounds,
    selecting,
    signals,
    sums,
    views,
)
from server.contract.entries import (
    ENTRY_KINDS,
    CountNotice,
    Entry,
    PersonEntry,
    PresenceNotice,
    ReadNotice,
    SwitchNotice,
    UnreadNotice,
)
from server.contract.levels import Level
from server.contract.things import Item
from server.policy import Verb
from server.rooms import things
from server.rooms.things.files import contract as files


class Command(NamedTuple):
    """`rpc` method and `POST /api/v1/rpc/<method>`. `verb` is the right that it needs."""

    data: type[msgspec.Struct]
    reply: type[msgspec.Struct]
    verb: Verb


class View(NamedTuple):
    """An HTTP door that is no command. `person`: needs a sign-in; `room`: and membership of the room in the path;
    `verb`: the right that it needs besides. `query`: what may stand behind the question mark."""

    method: str
    path: str
    body: type[msgspec.Struct] | None
    reply: type[msgspec.Struct] | None
    person: bool = True
    room: bool = False
    verb: Verb | None = None
    query: type[msgspec.Struct] | None = None


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
    "room.write_note": Command(notes.WriteNote, commands.Accepted, Verb.SHARE),
    "room.show_presence": Command(commands.ShowPresence, commands.Done, Verb.SHOW_PRESENCE),
} | {
    method: Command(data, commands.Accepted, verb)
    for kind in things.KINDS
    for method, (data, verb) in (*kind.commands.items(), *kind.led.items())
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
    View("GET", "/api/v1/me/quiet-hours", None, notifications.MyQuietHours),
    View("PUT", "/api/v1/me/quiet-hours", notifications.MyQuietHours, notifications.MyQuietHours),
    View("GET", "/api/v1/me/push", None, notifications.MyPush),
    View("PUT", "/api/v1/me/push", notifications.SubscribePush, notifications.MyPush),
    View("DELETE", "/api/v1/me/push/{login}", None, notifications.MyPush),
    View("POST", "/api/v1/me/push/{login}/test", None, commands.Done),
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
    View("GET", "/api/v1/me/bulletins", None, bulletins.MyBulletins),
    View(
        "POST",
        "/api/v1/cohorts/{cohort}/bulletins",
        bulletins.NewBulletin,
        bulletins.Bulletin,
        verb=Verb.ANNOUNCE,
    ),
    View("GET", "/api/v1/cohorts/{cohort}/bulletins", None, bulletins.Bulletins, verb=Verb.SEE_COHORT),
    View("DELETE", "/api/v1/bulletins/{bulletin}", None, commands.Done, verb=Verb.ANNOUNCE),
    View("POST", "/api/v1/bulletins/{bulletin}/read", None, commands.Done, verb=Verb.READ_BULLETIN),
    View(
        "POST",
        "/api/v1/bulletins/{bulletin}/answers",
        bulletins.AnswerBulletin,
        commands.Done,
        verb=Verb.READ_BULLETIN,
    ),
    View("GET", "/api/v1/bulletins/{bulletin}/answers", None, bulletins.BulletinAnswers, verb=Verb.HEAR_ANSWERS),
    View("GET", "/api/v1/me/calendar", None, calendar.MyCalendar),
    View("GET", "/api/v1/me/meetings", None, dates.MyMeetings),
    View("GET", "/api/v1/me/polls", None, polls.MyPolls),
    View("PUT", "/api/v1/me/polls/{poll}", polls.AnswerPoll, polls.MyPoll),
    View("GET", "/api/v1/cohorts/{cohort}/polls", None, polls.Polls, verb=Verb.SEE_COHORT),
    View("POST", "/api/v1/cohorts/{cohort}/polls", polls.NewPoll, polls.Poll, verb=Verb.SEE_COHORT),
    View("GET", "/api/v1/polls/{poll}/times", None, polls.PollTimes, verb=Verb.SEE_COHORT),
    View("GET", "/api/v1/polls/{poll}/times/{start}", None, polls.FoundTime, verb=Verb.SEE_COHORT),
    View("PUT", "/api/v1/polls/{poll}/asked", polls.ChooseTimes, polls.Poll, verb=Verb.SEE_COHORT),
    View("PUT", "/api/v1/polls/{poll}/decided", polls.ChooseTimes, polls.Poll, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/me/proposals", None, proposals.MyProposals),
    View(
        "PUT",
        "/api/v1/me/proposals/{proposal}",
        proposals.SayToProposal,
        proposals.MyProposal,
        verb=Verb.ANSWER_PROPOSAL,
    ),
    View(
        "POST",
        "/api/v1/me/proposals/{proposal}/questions",
        proposals.AskOfProposal,
        proposals.MyProposal,
        verb=Verb.ANSWER_PROPOSAL,
    ),
    View("GET", "/api/v1/cohorts/{cohort}/proposals", None, proposals.Proposals, verb=Verb.SEE_COHORT),
    View("POST", "/api/v1/cohorts/{cohort}/proposals", proposals.NewProposal, proposals.Proposal, verb=Verb.PAIR),
    View("DELETE", "/api/v1/proposals/{proposal}", None, commands.Done, verb=Verb.PAIR),
    View(
        "POST",
        "/api/v1/proposals/{proposal}/questions",
        proposals.AnswerQuestion,
        proposals.Proposal,
        verb=Verb.ANSWER_QUESTION,
    ),
    View("DELETE", "/api/v1/polls/{poll}", None, commands.Done, verb=Verb.SEE_COHORT),
    View("GET", "/api/v1/me/profiles/{cohort}/{role}", None, profiles.MyProfile, verb=Verb.TAKE_PART),
    View(
        "PUT",
        "/api/v1/me/profiles/{cohort}/{role}",
        profiles.SetMyProfile,
        profiles.MyProfile,
        verb=Verb.TAKE_PART,
    ),
    View("GET", "/api/v1/cohorts/{cohort}/profiles", None, profiles.CohortProfiles, verb=Verb.SEE_COHORT),
    # Lines of text, text/csv.
    View("GET", "/api/v1/cohorts/{cohort}/profiles.csv", None, None, verb=Verb.SEE_COHORT),
    View(
        "POST",
        "/api/v1/cohorts/{cohort}/profiles/preview",
        profiles.ReadProfileList,
        profiles.ReadProfiles,
        verb=Verb.SEE_COHORT,
    ),
    View("POST", "/api/v1/cohorts/{cohort}/profiles", profiles.SetProfiles, commands.Done, verb=Verb.ENROL),
    View(
        "PUT",
        "/api/v1/cohorts/{cohort}/profiles/{role}/{person}",
        profiles.SetProfile,
        profiles.PersonProfile,
        verb=Verb.ENROL,
    ),
    View("GET", "/api/v1/cohorts/{cohort}/terms", None, profiles.Terms, verb=Verb.TAKE_PART),
    View("PUT", "/api/v1/cohorts/{cohort}/terms", profiles.SetTerms, profiles.Terms, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/cohorts/{cohort}/calls", None, applying.OpenCalls, verb=Verb.SEE_COHORT),
    View("POST", "/api/v1/cohorts/{cohort}/calls", applying.NewCall, applying.OpenCall, verb=Verb.CHANGE_COHORT),
    View("PUT", "/api/v1/calls/{call}", applying.ChangeCall, applying.OpenCall, verb=Verb.CHANGE_COHORT),
    View("PUT", "/api/v1/calls/{call}/state", applying.SetCallState, applying.OpenCall, verb=Verb.CHANGE_COHORT),
    View("PUT", "/api/v1/calls/{call}/deadline", applying.MoveDeadline, applying.OpenCall, verb=Verb.CHANGE_COHORT),
    View("DELETE", "/api/v1/calls/{call}", None, commands.Done, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/calls/{call}/applications", None, applying.Applications, verb=Verb.CHANGE_COHORT),
    # One page, text/html, as its applicant takes it along.
    View("GET", "/api/v1/applications/{application}/copy", None, None, verb=Verb.CHANGE_COHORT),
    View("DELETE", "/api/v1/applications/{application}", None, commands.Done, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/cohorts/{cohort}/rounds", None, rounds.Rounds, verb=Verb.SEE_COHORT),
    View("POST", "/api/v1/cohorts/{cohort}/rounds", rounds.NewRound, rounds.Round, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/rounds/{round}", None, rounds.Round, verb=Verb.SEE_COHORT),
    View("DELETE", "/api/v1/rounds/{round}", None, commands.Done, verb=Verb.CHANGE_COHORT),
    View("PUT", "/api/v1/rounds/{round}/settings", rounds.SetRoundSettings, rounds.Round, verb=Verb.CHANGE_COHORT),
    View("PUT", "/api/v1/rounds/{round}/locks", rounds.SetRoundLocks, rounds.Round, verb=Verb.PAIR),
    View("PUT", "/api/v1/rounds/{round}/scores", rounds.SetRoundScores, rounds.Round, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/rounds/{round}/work", None, rounds.RoundWork, verb=Verb.SEE_COHORT),
    View("POST", "/api/v1/rounds/{round}/work", rounds.StartRoundWork, rounds.Round, verb=Verb.CHANGE_COHORT),
    View("DELETE", "/api/v1/rounds/{round}/work", None, rounds.Round, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/rounds/{round}/needs", None, rounds.RoundNeeds, verb=Verb.SEE_COHORT, query=rounds.WhichNeeds),
    View("GET", "/api/v1/rounds/{round}/pairs/{mentee}/{mentor}", None, rounds.PairPage, verb=Verb.PAIR),
    View("POST", "/api/v1/rounds/{round}/release", rounds.ReleaseRound, rounds.Round, verb=Verb.PAIR),
    View("GET", "/api/v1/me/reviews", None, selecting.MyReviews),
    View("POST", "/api/v1/applications/{application}/open", None, selecting.ReviewedApplication, verb=Verb.REVIEW),
    View(
        "PUT",
        "/api/v1/applications/{application}/note",
        selecting.WriteReview,
        selecting.ReviewedApplication,
        verb=Verb.REVIEW,
    ),
    View(
        "POST",
        "/api/v1/applications/{application}/conflict",
        selecting.DeclareConflict,
        commands.Done,
        verb=Verb.REVIEW,
    ),
    View("GET", "/api/v1/applications/{application}/files/{file}", None, None, verb=Verb.REVIEW),
    View("GET", "/api/v1/calls/{call}/selection", None, selecting.Selection, verb=Verb.SELECT),
    View(
        "PUT",
        "/api/v1/calls/{call}/reviewers/{person}",
        selecting.NameReviewer,
        selecting.Selection,
        verb=Verb.SELECT,
    ),
    View("DELETE", "/api/v1/calls/{call}/reviewers/{person}", None, selecting.Selection, verb=Verb.SELECT),
    View(
        "DELETE",
        "/api/v1/applications/{application}/conflicts/{person}",
        None,
        selecting.ReviewedApplication,
        verb=Verb.SELECT,
    ),
    View(
        "PUT",
        "/api/v1/applications/{application}/outcome",
        selecting.SetOutcome,
        selecting.ReviewedApplication,
        verb=Verb.SELECT,
    ),
    View(
        "POST",
        "/api/v1/applications/{application}/interview",
        selecting.AskForInterview,
        selecting.ReviewedApplication,
        verb=Verb.SELECT,
    ),
    View(
        "DELETE",
        "/api/v1/applications/{application}/interview",
        None,
        selecting.ReviewedApplication,
        verb=Verb.SELECT,
    ),
    View("GET", "/api/v1/calls/{call}/letters", None, selecting.OutcomeLetters, verb=Verb.SELECT),
    View(
        "PUT",
        "/api/v1/calls/{call}/letters/{outcome}/{language}",
        selecting.SetLetter,
        selecting.OutcomeLetters,
        verb=Verb.SELECT,
    ),
    View("POST", "/api/v1/calls/{call}/letters", selecting.SendLetters, selecting.OutcomeLetters, verb=Verb.SELECT),
    View("GET", "/api/v1/applications/{application}/letter", None, selecting.ApplicantLetter, verb=Verb.SELECT),
    View(
        "PUT",
        "/api/v1/applications/{application}/letter",
        selecting.SetLetter,
        selecting.ApplicantLetter,
        verb=Verb.SELECT,
    ),
    View("POST", "/api/v1/calls/{call}/people", selecting.TakeIn, selecting.Selection, verb=Verb.SELECT),
    View("GET", "/api/v1/me/mentor-pool", None, mentor_pool.MyPool),
    View("PUT", "/api/v1/me/mentor-pool/{cohort}", mentor_pool.AskMeAgain, mentor_pool.MyPool, verb=Verb.TAKE_PART),
    View(
        "PUT",
        "/api/v1/me/mentor-pool/{cohort}/answer",
        mentor_pool.AnswerPool,
        commands.Done,
        verb=Verb.TAKE_PART,
    ),
    View("GET", "/api/v1/cohorts/{cohort}/mentor-pool", None, mentor_pool.MentorPool, verb=Verb.SEE_COHORT),
    View(
        "POST",
        "/api/v1/cohorts/{cohort}/mentor-pool/{person}",
        None,
        mentor_pool.MentorPool,
        verb=Verb.ENROL,
    ),
    View("GET", "/api/v1/me/hours", None, hours.MyHours),
    View("PUT", "/api/v1/me/hours", hours.SetHours, hours.MyHours),
    View("DELETE", "/api/v1/me/hours", None, commands.Done),
    View("GET", "/api/v1/me/calendars", None, hours.MyOtherCalendars),
    View("POST", "/api/v1/me/calendars", hours.ReadCalendar, hours.MyOtherCalendars),
    # At most 10 MB of bytes, application/octet-stream: an .ics file, under an id of one's own.
    View("PUT", "/api/v1/me/calendars/{calendar}", None, hours.MyOtherCalendars),
    View("DELETE", "/api/v1/me/calendars/{calendar}", None, commands.Done),
    View("GET", "/api/v1/me/calendar-wishes", None, calendars.CalendarWishes),
    View("PUT", "/api/v1/me/calendar-wishes", calendars.SetCalendarWishes, calendars.CalendarWishes),
    View("POST", "/api/v1/me/calendar-feed", None, calendars.FeedAddress),
    View("DELETE", "/api/v1/me/calendar-feed", None, commands.Done),
    View("GET", "/api/v1/cohorts/{cohort}/calendar", None, calendar.Calendar, verb=Verb.SEE_COHORT),
    View("GET", "/api/v1/cohorts/{cohort}/calendar/proposal", None, calendar.Calendar, verb=Verb.SEE_COHORT),
    View(
        "GET",
        "/api/v1/cohorts/{cohort}/calendar/moved",
        None,
        calendar.Calendar,
        verb=Verb.SEE_COHORT,
        query=calendar.MovedBy,
    ),
    View(
        "POST",
        "/api/v1/gatherings/{gathering}/answer",
        gatherings.AnswerGathering,
        commands.Done,
        verb=Verb.TAKE_PART,
    ),
    View("GET", "/api/v1/cohorts/{cohort}/sums", None, sums.CohortSums, verb=Verb.SEE_COHORT),
    # Lines of text, text/csv.
    View("GET", "/api/v1/cohorts/{cohort}/sums.csv", None, None, verb=Verb.SEE_COHORT),
    View("GET", "/api/v1/gatherings/{gathering}", None, gatherings.GatheringPage, verb=Verb.SEE_GATHERING),
    View(
        "PUT",
        "/api/v1/gatherings/{gathering}/attendance",
        gatherings.SetAttendance,
        gatherings.GatheringPage,
        verb=Verb.HOLD_GATHERING,
    ),
    View("PUT", "/api/v1/gatherings/{gathering}/need", gatherings.SayNeed, commands.Done, verb=Verb.TAKE_PART),
    View("GET", "/api/v1/gatherings/{gathering}/needs", None, gatherings.GatheringNeeds, verb=Verb.READ_NEEDS),
    View("POST", "/api/v1/gatherings/{gathering}/open", None, commands.Done, verb=Verb.HOLD_GATHERING),
    View(
        "PUT",
        "/api/v1/cohorts/{cohort}/calendar",
        calendar.SetCalendar,
        calendar.Calendar,
        verb=Verb.CHANGE_COHORT,
    ),
    View("GET", "/api/v1/me/library", None, library.MyLibrary),
    View("GET", "/api/v1/cohorts/{cohort}/library", None, library.Library, verb=Verb.SEE_COHORT),
    View("PUT", "/api/v1/cohorts/{cohort}/library", library.SetLibrary, library.Library, verb=Verb.CHANGE_COHORT),
    View("GET", "/api/v1/me/alumni", None, alumni.MyAlumniWishes),
    View("PUT", "/api/v1/me/alumni/{programme}", alumni.AlumniWish, alumni.MyAlumni),
    View("GET", "/api/v1/alumni", None, alumni.AlumniDirectory),
    View("GET", "/api/v1/me/page", None, alumni.MyPage),
    View("PUT", "/api/v1/me/page", alumni.SetPage, alumni.MyPage),
    View("DELETE", "/api/v1/me/page", None, commands.Done),
    View("GET", "/api/v1/me/photos", None, alumni.Photos),
    View("PUT", "/api/v1/me/photo", alumni.NewPhoto, alumni.Photos),
    View("DELETE", "/api/v1/me/photo", None, commands.Done),
    # A picture, image/webp.
    View("GET", "/api/v1/people/{person}/photo", None, None),
    View("GET", "/api/v1/cohorts/{cohort}/team", None, signals.MyTeam, verb=Verb.TAKE_PART),
    View("GET", "/api/v1/cohorts/{cohort}/talks", None, signals.AskedTalks, verb=Verb.ANSWER_TALK),
    View("POST", "/api/v1/cohorts/{cohort}/talks", signals.AskForTalk, signals.MyTalk, verb=Verb.TAKE_PART),
    View("GET", "/api/v1/me/talks", None, signals.MyTalks),
    View("DELETE", "/api/v1/talks/{talk}", None, commands.Done, verb=Verb.TAKE_BACK_TALK),
    View("POST", "/api/v1/talks/{talk}/take", None, signals.AskedTalk, verb=Verb.ANSWER_TALK),
    View("POST", "/api/v1/talks/{talk}/close", None, commands.Done, verb=Verb.ANSWER_TALK),
    View("GET", "/api/v1/me/signals", None, signals.MySignals),
    View("PUT", "/api/v1/cohorts/{cohort}/pulse", signals.SetPulse, signals.Pulse, verb=Verb.TAKE_PART),
    View("POST", "/api/v1/mentorships/{mentorship}/care", signals.SignOfLife, signals.Care, verb=Verb.SHOW_LIFE),
    View("GET", "/api/v1/cohorts/{cohort}/support", None, signals.CohortSupport, verb=Verb.SEE_COHORT),
    View("POST", "/api/v1/cohorts/{cohort}/support", signals.GiveSupport, signals.Support, verb=Verb.SUPPORT),
    View("DELETE", "/api/v1/cohorts/{cohort}/support/{support}", None, commands.Done, verb=Verb.SUPPORT),
    View("GET", "/api/v1/me/support", None, signals.MySupport),
    View("POST", "/api/v1/me/support/wish", signals.WishSupport, signals.RunSupport, verb=Verb.TAKE_PART),
    View("GET", "/api/v1/cohorts/{cohort}/overview", None, signals.TeamOverview, verb=Verb.SEE_COHORT),
    View("GET", "/api/v1/cohorts/{cohort}/seen", None, signals.SeenOfMe, verb=Verb.TAKE_PART),
    View("GET", "/api/v1/me/reports", None, reports.MyReports),
    View("GET", "/api/v1/reports", None, reports.ShownReports, verb=Verb.READ_REPORT),
    View("POST", "/api/v1/reports/{report}/open", None, reports.OpenedReport, verb=Verb.READ_REPORT),
    View("PUT", "/api/v1/reports/{report}/state", reports.SetReportState, reports.ShownReport, verb=Verb.READ_REPORT),
    View("GET", "/api/v1/rooms", None, views.MyRooms),
    View("GET", "/api/v1/rooms/{room}/search", None, memory.Found, room=True, query=memory.SearchFor),
    View("GET", "/api/v1/search", None, memory.Found, query=memory.SearchFor),
    View("GET", "/api/v1/rooms/{room}/since", None, memory.Since, room=True, query=memory.SinceWhen),
    View("GET", "/api/v1/rooms/{room}", None, views.RoomSnapshot, room=True),
    View("GET", "/api/v1/rooms/{room}/reflections", None, reflections.OwnPages, room=True),
    View("PUT", "/api/v1/rooms/{room}/reflections", reflections.SaveAnswer, commands.Done, room=True),
    View("GET", "/api/v1/rooms/{room}/talk", None, views.TalkPage, room=True),
    View("GET", "/api/v1/rooms/{room}/archive", None, None, room=True),
    View("GET", "/api/v1/rooms/{room}/releases/{item}/link", None, releases.ReleaseLink, room=True),
    View("GET", "/api/v1/rooms/{room}/reports", None, reports.ReportWays, room=True),
    View(
        "POST",
        "/api/v1/rooms/{room}/reports",
        reports.ReportMessages,
        reports.MyReport,
        room=True,
        verb=Verb.REPORT,
    ),
    View("GET", "/api/v1/rooms/{room}/call", None, views.CallOffer, room=True),
    View("GET", "/api/v1/clock", None, views.ServerTime, person=False),
    View("GET", "/api/v1/rooms/{room}/notes/{item}", None, notes.NoteSnapshot, room=True),
    View("GET", "/api/v1/me/notes", None, notes.PrivateNotes),
    View("PUT", "/api/v1/me/notes/{note}", notes.SetPrivateNote, notes.PrivateNote, verb=Verb.DRAFT),
    View("DELETE", "/api/v1/me/notes/{note}", None, commands.Done),
    View("POST", "/api/v1/rooms/{room}/uploads", files.NewUpload, files.Upload, room=True),
    View("GET", "/api/v1/rooms/{room}/uploads/{upload}", None, files.Upload, room=True),
    # At most 1 MiB of bytes, application/octet-stream, from where the header Upload-Offset says.
    View("PUT", "/api/v1/rooms/{room}/uploads/{upload}", None, files.Upload, room=True),
    View("DELETE", "/api/v1/rooms/{room}/uploads/{upload}", None, commands.Done, room=True),
    View("POST", "/api/v1/rooms/{room}/uploads/{upload}/finish", files.FinishUpload, commands.Accepted, room=True),
    # The bytes, of whichever type; a picture, image/webp.
    View("GET", "/api/v1/rooms/{room}/files/{item}", None, None, room=True),
    View("GET", "/api/v1/rooms/{room}/files/{item}/thumbnail", None, None, room=True),
)


ENTRIES: dict[str, type[msgspec.Struct]] = ENTRY_KINDS | things.ENTRIES
"""Every kind of entry of a room's log, with its body."""


def structs() -> tuple[type[msgspec.Struct], ...]:
    """Every struct of the contract, once, in a stable order: what the doors take and answer, and all that is in it."""
    found: dict[type[msgspec.Struct], None] = {}
    for command in COMMANDS.values():
        _collect(command.data, found)
        _collect(command.reply, found)
    for struct in (Entry, *ENTRIES.values(), Item, *(kind.body for kind in things.KINDS)):
        _collect(struct, found)
    _collect(notes.NoteWritten, found)
    for notice in (notes.PlaceNotice, PersonEntry, UnreadNotice, ReadNotice, PresenceNotice, CountNotice, SwitchNotice):
        _collect(notice, found)
    for view in VIEWS:
        for struct in (view.body, view.reply, view.query):
            if struct is not None:
                _collect(struct, found)
    return tuple(found)


def _collect(hint: Any, found: dict[type[msgspec.Struct], None]) -> None:
    """The structs that a type is made of."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct) and hint not in found:
        found[hint] = None
        for field in get_type_hints(hint).values():
            _collect(field, found)
    for part in get_args(hint):
        _collect(part, found)


def field_levels(struct: type[msgspec.Struct]) -> Iterator[tuple[str, Level | None]]:
    """Each field with its level, or None where somebody forgot it."""
    for name, hint in get_type_hints(struct, include_extras=True).items():
        marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
        yield name, next((mark for mark in marks if isinstance(mark, Level)), None)
