"""What people tell and read of their own account: coming in, links by mail, invitations, logins, the second step."""

from typing import Annotated, Literal

import msgspec

from server.contract.levels import L0, OWN

Purpose = Literal["invitation", "password_reset", "sign_in", "address"]

# ── coming in ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class SignIn(msgspec.Struct, frozen=True):
    """`stay`: this is my own device, keep me in for 90 days. `code`: from an app, or a recovery code; only who has
    turned it on is asked for it."""

    email: Annotated[str, OWN]
    password: Annotated[str, OWN]
    code: Annotated[str | None, OWN] = None
    stay: Annotated[bool, OWN] = False


class SetUp(msgspec.Struct, frozen=True):
    """The first person of an empty server. `token` comes from the single-use link that the server printed."""

    token: Annotated[str, OWN]
    name: Annotated[str, L0]
    email: Annotated[str, OWN]
    password: Annotated[str, OWN]
    language: Annotated[str, OWN]
    zone: Annotated[str, OWN]
    stay: Annotated[bool, OWN] = False


class MailLink(msgspec.Struct, frozen=True):
    """Send a link to this address. The answer is the same whether or not somebody has it."""

    email: Annotated[str, OWN]


class UseSignInLink(msgspec.Struct, frozen=True):
    """Come in by a mailed link, good for 20 minutes and once."""

    token: Annotated[str, OWN]
    code: Annotated[str | None, OWN] = None
    stay: Annotated[bool, OWN] = False


class ResetPassword(msgspec.Struct, frozen=True):
    """A new password by a mailed link, good for 30 minutes and once. Every login ends, and this browser is in."""

    token: Annotated[str, OWN]
    password: Annotated[str, OWN]
    code: Annotated[str | None, OWN] = None
    stay: Annotated[bool, OWN] = False


class LinkToken(msgspec.Struct, frozen=True):
    """What stands behind `#` in a link's address."""

    token: Annotated[str, OWN]


class LinkFacts(msgspec.Struct, frozen=True):
    """What a link is for, and for whom; reading it does not use it up.

    `email` is masked (`a…@example.org`); of purpose `address` it is the new one. `code`: using it takes a code of the
    second step. `expires_at`: ms. `inviter`: who sent the invitation.
    """

    purpose: Annotated[Purpose, OWN]
    name: Annotated[str, L0]
    email: Annotated[str, OWN]
    language: Annotated[str, OWN]
    code: Annotated[bool, OWN]
    expires_at: Annotated[int, OWN]
    inviter: Annotated[str | None, L0] = None


# ── invitations ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Invite(msgspec.Struct, frozen=True):
    """Invite a person to this server. A link is mailed to them, and told to the inviter to pass on."""

    name: Annotated[str, L0]
    email: Annotated[str, OWN]
    language: Annotated[str, OWN]
    zone: Annotated[str | None, OWN] = None


class Invitation(msgspec.Struct, frozen=True):
    """One that I sent. `state`: nobody looked at it yet, somebody did, its seven days are over, or the person is here.
    Times in ms."""

    id: Annotated[str, L0]
    name: Annotated[str, L0]
    email: Annotated[str, OWN]
    language: Annotated[str, OWN]
    state: Annotated[Literal["unopened", "opened", "lapsed", "accepted"], L0]
    invited_at: Annotated[int, L0]
    expires_at: Annotated[int, L0]


class InvitationLink(msgspec.Struct, frozen=True):
    """A fresh invitation with its link, told this once: earlier links of it are dead.

    The page has the words to pass on: from `inviter` to `name`, in `language` and its script.
    """

    invitation: Annotated[Invitation, L0]
    link: Annotated[str, OWN]
    inviter: Annotated[str, L0]


class MyInvitations(msgspec.Struct, frozen=True):
    """The newest first."""

    invitations: Annotated[tuple[Invitation, ...], L0]


class AcceptInvitation(msgspec.Struct, frozen=True):
    """I am the invited person. Without a password I come in by mailed links alone."""

    token: Annotated[str, OWN]
    name: Annotated[str, L0]
    language: Annotated[str, OWN]
    zone: Annotated[str, OWN]
    password: Annotated[str | None, OWN] = None
    stay: Annotated[bool, OWN] = False


# ── my account ────────────────────────────────────────────────────────────────────────────────────────────────────────


class MyAccount(msgspec.Struct, frozen=True):
    """What I can do here beside what is in `Me`.

    `password`: I have one; else what asks for it takes a sign-in of the last ten minutes instead. `pending_email`: an
    address of mine that waits for being confirmed. `recovery_codes`: how many are left. `invites`: I may invite.
    """

    password: Annotated[bool, OWN]
    pending_email: Annotated[str | None, OWN]
    second_factor: Annotated[bool, OWN]
    recovery_codes: Annotated[int, OWN]
    invites: Annotated[bool, OWN]


class ChangePassword(msgspec.Struct, frozen=True):
    """`current`: the present one, where there is one. `end_others`: sign me out everywhere else."""

    password: Annotated[str, OWN]
    current: Annotated[str | None, OWN] = None
    end_others: Annotated[bool, OWN] = False


class ChangeAddress(msgspec.Struct, frozen=True):
    """A link goes to the new address; until it is opened the old one stays."""

    email: Annotated[str, OWN]
    password: Annotated[str | None, OWN] = None


class MyLogin(msgspec.Struct, frozen=True):
    """A browser that is signed in as me. `label`: which browser on which system. `this`: the one that asks. Times in
    ms; `seen_at` is exact to the hour."""

    id: Annotated[str, OWN]
    label: Annotated[str, OWN]
    created_at: Annotated[int, OWN]
    seen_at: Annotated[int, OWN]
    expires_at: Annotated[int, OWN]
    stay: Annotated[bool, OWN]
    this: Annotated[bool, OWN]


class MyLogins(msgspec.Struct, frozen=True):
    """The one that was used last first."""

    logins: Annotated[tuple[MyLogin, ...], OWN]


# ── the second step ───────────────────────────────────────────────────────────────────────────────────────────────────


class Reauthentication(msgspec.Struct, frozen=True):
    """That it is really me. `code`: where the second step is on."""

    password: Annotated[str | None, OWN] = None
    code: Annotated[str | None, OWN] = None


class SecondFactorOffer(msgspec.Struct, frozen=True):
    """For an app that shows codes; nothing is on before one of them was given. `qr`: a picture's `data:` address;
    `uri`: `otpauth://…`, what the picture says; `secret`: what to type where there is no camera."""

    secret: Annotated[str, OWN]
    uri: Annotated[str, OWN]
    qr: Annotated[str, OWN]


class Code(msgspec.Struct, frozen=True):
    """Six digits from the app."""

    code: Annotated[str, OWN]


class RecoveryCodes(msgspec.Struct, frozen=True):
    """Ten codes for the day without the app, told this once; each is good once. Earlier ones are dead."""

    codes: Annotated[tuple[str, ...], OWN]


class ConnectionToken(msgspec.Struct, frozen=True):
    """Short-lived (5 minutes), for the `connect` command of SDKs that have no cookie."""

    token: Annotated[str, OWN]
