"""All SQL of the accounts. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, or_, select, update

from server.accounts.model import (
    Addressee,
    Credentials,
    Known,
    Link,
    Login,
    NewLogin,
    NewPerson,
    Reader,
    Sent,
    Stage,
)
from server.accounts.rules import expiry
from server.accounts.tables import invitation, link, login, person, recovery_code, second_factor, set_up_link
from server.contract.accounts import Purpose
from server.contract.views import Me
from server.database import Statement, statement

ACTIVE: Stage = "active"
NAMES_AT_ONCE = 500

PUT_BACK = {
    "login": "UPDATE login SET ended_at = {now} WHERE ended_at IS NULL",
    "link": "UPDATE link SET used_at = {now} WHERE used_at IS NULL AND purpose <> 'invitation'",
    "set_up_link": "UPDATE set_up_link SET used_at = {now} WHERE used_at IS NULL",
}
"""By table, in a database that was put back from a copy, which does not know what ended since."""

# ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_people(connection: Connection, people: Sequence[tuple[NewPerson, str]], now: int) -> None:
    """Each with the key that their address is compared by."""
    rows = [
        {
            "id": new.id,
            "name": new.name,
            "email": new.email,
            "email_key": email_key,
            "password_hash": new.password_hash,
            "language": new.language,
            "zone": new.zone,
            "demo": new.demo,
            "state": new.stage,
            "created_at": now,
            "keeper": new.keeper,
        }
        for new, email_key in people
    ]
    if rows:
        connection.execute(insert(person), rows)


def people_exist(connection: Connection) -> bool:
    return connection.execute(select(exists(select(person.c.id)))).scalar_one()


def credentials(connection: Connection, email_key: str) -> Credentials | None:
    return _credentials(connection, person.c.email_key == email_key)


def some_password_hashes(connection: Connection, limit: int) -> list[str]:
    """At most so many, of whomever."""
    found = select(person.c.password_hash).where(person.c.password_hash.is_not(None)).order_by(person.c.id)
    return list(connection.execute(found.limit(limit)).scalars())


def credentials_of(connection: Connection, person_id: str) -> Credentials | None:
    return _credentials(connection, person.c.id == person_id)


def _credentials(connection: Connection, which: ColumnElement[bool]) -> Credentials | None:
    found = select(person.c.id, person.c.email_key, person.c.password_hash, person.c.demo, person.c.state == ACTIVE)
    row = connection.execute(found.where(which)).first()
    return None if row is None else Credentials(row[0], row[1], row[2], bool(row[3]), bool(row[4]))


def still_good(connection: Connection, known: Credentials) -> bool:
    """Whether the person may still sign in with the password that was just checked. Locks the person's row."""
    found = select(person.c.id).where(person.c.id == known.person, person.c.state == ACTIVE)
    same = person.c.password_hash.is_not_distinct_from(known.password_hash)
    return connection.execute(found.where(same).with_for_update()).first() is not None


def set_password_hash(connection: Connection, person_id: str, password_hash: str) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(password_hash=password_hash))


def me(connection: Connection, person_id: str) -> Me | None:
    found = select(person.c.id, person.c.name, person.c.email, person.c.language, person.c.zone)
    row = connection.execute(found.where(person.c.id == person_id)).first()
    return None if row is None else Me(*row)


def language_of(connection: Connection, person_id: str) -> str:
    """Empty for nobody."""
    return connection.execute(select(person.c.language).where(person.c.id == person_id)).scalar() or ""


def set_preferences(connection: Connection, person_id: str, language: str, zone: str) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(language=language, zone=zone))


def set_stage(connection: Connection, person_id: str, stage: Stage) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(state=stage))


def change_stage(connection: Connection, person_id: str, before: Stage, after: Stage) -> bool:
    """Whether the person stood at `before`."""
    changed = update(person).where(person.c.id == person_id, person.c.state == before).values(state=after)
    return connection.execute(changed.returning(person.c.id)).first() is not None


def is_invited(connection: Connection, person_id: str) -> bool:
    found = select(person.c.id).where(person.c.id == person_id, person.c.state == "invited")
    return connection.execute(found).first() is not None


def become_active(connection: Connection, person_id: str, name: str, language: str, zone: str) -> None:
    of_person = update(person).where(person.c.id == person_id)
    connection.execute(of_person.values(state=ACTIVE, name=name, language=language, zone=zone))


def describe(connection: Connection, person_id: str, name: str, language: str, zone: str) -> None:
    """Before they are here themselves, whoever invites says who they are."""
    connection.execute(update(person).where(person.c.id == person_id).values(name=name, language=language, zone=zone))


def set_email(connection: Connection, person_id: str, email: str, email_key: str) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(email=email, email_key=email_key))


def addressee(connection: Connection, person_id: str) -> Addressee | None:
    found = select(person.c.id, person.c.name, person.c.email, person.c.language, person.c.zone)
    row = connection.execute(found.where(person.c.id == person_id)).first()
    return None if row is None else Addressee(*row)


def find(connection: Connection, email_key: str) -> Known | None:
    row = connection.execute(_KNOWN.where(person.c.email_key == email_key)).first()
    return None if row is None else Known(*row)


def find_all(connection: Connection, email_keys: Sequence[str]) -> dict[str, Known]:
    """By the key of the address, of those that somebody has."""
    found: dict[str, Known] = {}
    keyed = _KNOWN.add_columns(person.c.email_key)
    for start in range(0, len(email_keys), NAMES_AT_ONCE):
        some = keyed.where(person.c.email_key.in_(email_keys[start : start + NAMES_AT_ONCE]))
        found |= {row[5]: Known(*row[:5]) for row in connection.execute(some)}
    return found


def known_by_id(connection: Connection, person_id: str) -> Known | None:
    row = connection.execute(_KNOWN.where(person.c.id == person_id)).first()
    return None if row is None else Known(*row)


def everybody(connection: Connection) -> list[Known]:
    return [Known(*row) for row in connection.execute(_KNOWN.order_by(person.c.name, person.c.id))]


_KNOWN = select(person.c.id, person.c.name, person.c.email, person.c.state, person.c.keeper)


def keepers(connection: Connection) -> tuple[str, ...]:
    found = select(person.c.id).where(person.c.keeper, person.c.state == ACTIVE)
    return tuple(connection.execute(found).scalars())


def names_of(connection: Connection, people: Collection[str]) -> dict[str, str]:
    """Names by person id, of those that exist."""
    names: dict[str, str] = {}
    ids = iter(people)
    while some := list(islice(ids, NAMES_AT_ONCE)):
        rows = connection.execute(select(person.c.id, person.c.name).where(person.c.id.in_(some)))
        names |= {row[0]: row[1] for row in rows}
    return names


def readers(connection: Connection, people: Collection[str]) -> dict[str, Reader]:
    """Of mail, by person id: those who may take part."""
    columns = select(person.c.id, person.c.name, person.c.email, person.c.language, person.c.zone, person.c.demo)
    rows = connection.execute(columns.where(person.c.id.in_(people), person.c.state == ACTIVE))
    return {row[0]: Reader(*row[1:5], demo=bool(row[5])) for row in rows}


def person_exists(connection: Connection, person_id: str) -> bool:
    """And may take part: who is disabled may not."""
    return connection.exec_driver_sql(_ACTIVE.on(connection), (person_id,)).first() is not None


_ACTIVE = statement("SELECT id FROM person WHERE id = ? AND state = 'active'")


# ── logins ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_GOOD_LOGIN = (
    "SELECT l.id, l.person, p.demo, l.label, l.created_at, l.seen_at, l.expires_at, l.stay, l.idle, l.ends_at "
    "FROM login l JOIN person p ON p.id = l.person "
    "WHERE l.ended_at IS NULL AND p.state = 'active' AND l.expires_at > ? AND "
)
_LOGIN_BY_TOKEN = statement(_GOOD_LOGIN + "l.token_hash = ?")
_LOGIN_BY_ID = statement(_GOOD_LOGIN + "l.id = ?")
_LOGINS_OF = statement(_GOOD_LOGIN + "l.person = ? ORDER BY l.seen_at DESC, l.id DESC")


def login_by_token(connection: Connection, token_hash: bytes, now: int) -> Login | None:
    return next(_logins(connection, _LOGIN_BY_TOKEN, now, token_hash), None)


def login_by_id(connection: Connection, login_id: str, now: int) -> Login | None:
    return next(_logins(connection, _LOGIN_BY_ID, now, login_id), None)


def logins_of(connection: Connection, person_id: str, now: int) -> list[Login]:
    """The one that was used last first."""
    return list(_logins(connection, _LOGINS_OF, now, person_id))


def _logins(connection: Connection, which: Statement, now: int, key: bytes | str) -> Iterator[Login]:
    for row in connection.exec_driver_sql(which.on(connection), (now, key)).all():
        yield Login(row[0], row[1], bool(row[2]), row[3], row[4], row[5], row[6], bool(row[7]), row[8], row[9])


def good_logins(connection: Connection, ids: Collection[str], now: int) -> frozenset[str]:
    """Of these, those that speak for somebody at a time."""
    good = select(login.c.id).join(person, person.c.id == login.c.person)
    good = good.where(login.c.ended_at.is_(None), login.c.expires_at > now, person.c.state == ACTIVE)
    wanted = list(ids)
    steps = (wanted[start : start + LOGINS_AT_ONCE] for start in range(0, len(wanted), LOGINS_AT_ONCE))
    return frozenset(one for step in steps for one in connection.execute(good.where(login.c.id.in_(step))).scalars())


LOGINS_AT_ONCE = 500


def add_login(connection: Connection, new: NewLogin) -> None:
    row = {
        "id": new.id,
        "token_hash": new.token_hash,
        "person": new.person,
        "label": new.label,
        "created_at": new.created_at,
        "seen_at": new.created_at,
        "expires_at": expiry(new.created_at, new.idle, new.ends_at),
        "stay": new.stay,
        "idle": new.idle,
        "ends_at": new.ends_at,
    }
    connection.execute(insert(login).values(row))


def renew_login(connection: Connection, login_id: str, new_id: str, token_hash: bytes, now: int) -> int | None:
    """Ends the login and begins one that is the same but for its id and token. When it ends at the latest; None when
    the login had ended."""
    if not _end(connection, login.c.id == login_id, now):
        return None
    row = connection.execute(select(login).where(login.c.id == login_id)).one()
    renewed = row._asdict() | {"id": new_id, "token_hash": token_hash, "ended_at": None}
    connection.execute(insert(login).values(renewed))
    return int(row.ends_at)


def see_login(connection: Connection, login_id: str, now: int, expires_at: int) -> None:
    """A login that was used. Time never runs back in it, whichever node's clock is behind."""
    used = update(login).where(login.c.id == login_id, login.c.seen_at < now)
    connection.execute(used.values(seen_at=now, expires_at=expires_at))


def end_login(connection: Connection, token_hash: bytes, now: int) -> list[str]:
    """The id of the login that is over now, if one was good."""
    return _end(connection, login.c.token_hash == token_hash, now)


def people_of_logins(connection: Connection, ids: Sequence[str]) -> list[str]:
    found = select(login.c.person).where(login.c.id.in_(ids)).distinct()
    return list(connection.execute(found).scalars())


def end_logins(connection: Connection, person_id: str, now: int, *, but: str = "") -> list[str]:
    """All of a person, or all `but` one of them."""
    return _end(connection, (login.c.person == person_id) & (login.c.id != but), now)


def end_login_of(connection: Connection, person_id: str, login_id: str, now: int) -> list[str]:
    return _end(connection, (login.c.person == person_id) & (login.c.id == login_id), now)


def _end(connection: Connection, which: ColumnElement[bool], now: int) -> list[str]:
    ended = update(login).where(which, login.c.ended_at.is_(None)).values(ended_at=now)
    return list(connection.execute(ended.returning(login.c.id)).scalars())


def forget_logins(connection: Connection, person_id: str, before: int) -> None:
    """Logins of a person that ended or lapsed before a time: nobody asks for them any more."""
    over = or_(login.c.ended_at < before, login.c.expires_at < before)
    connection.execute(delete(login).where(login.c.person == person_id, over))


def end_surplus_logins(connection: Connection, person_id: str, keep: int, now: int) -> list[str]:
    """Ends the good logins of a person beyond the `keep` that were used last."""
    mine = select(login.c.id).where(login.c.person == person_id, login.c.ended_at.is_(None))
    newest_first = mine.order_by(login.c.seen_at.desc(), login.c.id.desc())
    surplus = list(connection.execute(newest_first).scalars())[keep:]
    return _end(connection, login.c.id.in_(surplus), now) if surplus else []


def logins_ended_since(connection: Connection, since: int) -> list[str]:
    """Logins that were ended at this time (ms) or later."""
    return list(connection.execute(select(login.c.id).where(login.c.ended_at >= since)).scalars())


# ── the first person ──────────────────────────────────────────────────────────────────────────────────────────────────


def replace_set_up_links(connection: Connection, token_hash: bytes, now: int) -> None:
    connection.execute(delete(set_up_link))
    connection.execute(insert(set_up_link).values(token_hash=token_hash, created_at=now))


def is_set_up_open(connection: Connection, token_hash: bytes, since: int) -> bool:
    link = select(set_up_link.c.created_at).where(set_up_link.c.token_hash == token_hash)
    good = link.where(set_up_link.c.used_at.is_(None), set_up_link.c.created_at >= since)
    return connection.execute(good).first() is not None and not people_exist(connection)


def use_set_up_links(connection: Connection, token_hash: bytes, since: int, now: int) -> bool:
    """Uses up every link, in one statement, so that of two people who come at once one waits and finds none."""
    unused = set_up_link.c.used_at.is_(None)
    used = connection.execute(
        update(set_up_link)
        .where(unused)
        .values(used_at=now)
        .returning(set_up_link.c.token_hash, set_up_link.c.created_at)
    )
    good = any(row[0] == token_hash and row[1] >= since for row in used)
    return good and not people_exist(connection)


# ── links by mail ─────────────────────────────────────────────────────────────────────────────────────────────────────


def replace_link(connection: Connection, one: Link, token_hash: bytes, now: int) -> None:
    """The link takes the place of the person's earlier one for the same purpose."""
    end_link(connection, one.person, one.purpose)
    row = {"token_hash": token_hash, "created_at": now, "expires_at": one.expires_at}
    connection.execute(insert(link).values(person=one.person, purpose=one.purpose, email=one.email, **row))


def replace_links(connection: Connection, purpose: Purpose, links: Sequence[tuple[Link, bytes]], now: int) -> None:
    """The same for many people, each with the digest of its token."""
    for start in range(0, len(links), NAMES_AT_ONCE):
        people = [one.person for one, _ in links[start : start + NAMES_AT_ONCE]]
        connection.execute(delete(link).where(link.c.purpose == purpose, link.c.person.in_(people)))
    rows = [
        {
            "person": one.person,
            "purpose": purpose,
            "email": one.email,
            "token_hash": token_hash,
            "created_at": now,
            "expires_at": one.expires_at,
        }
        for one, token_hash in links
    ]
    if rows:
        connection.execute(insert(link), rows)


def good_link(connection: Connection, token_hash: bytes, now: int) -> Link | None:
    found = select(*_LINK).where(link.c.token_hash == token_hash, link.c.used_at.is_(None), link.c.expires_at > now)
    row = connection.execute(found).first()
    return None if row is None else _link(row)


def use_link(connection: Connection, token_hash: bytes, purpose: Purpose, now: int) -> Link | None:
    """In one statement, so that of two who come at once one waits and finds it used up."""
    good = (link.c.purpose == purpose, link.c.used_at.is_(None), link.c.expires_at > now)
    used = update(link).where(link.c.token_hash == token_hash, *good).values(used_at=now)
    row = connection.execute(used.returning(*_LINK)).first()
    return None if row is None else _link(row)


_LINK = (link.c.person, link.c.purpose, link.c.email, link.c.expires_at)


def _link(row: Sequence[Any]) -> Link:
    return Link(row[0], cast(Purpose, row[1]), row[2], row[3])


def open_link(connection: Connection, token_hash: bytes, now: int) -> None:
    """Somebody looks what it is; the first time counts."""
    seen = update(link).where(link.c.token_hash == token_hash, link.c.opened_at.is_(None))
    connection.execute(seen.values(opened_at=now))


def end_link(connection: Connection, person_id: str, purpose: Purpose) -> None:
    connection.execute(delete(link).where(link.c.person == person_id, link.c.purpose == purpose))


def end_links(connection: Connection, person_id: str) -> None:
    connection.execute(delete(link).where(link.c.person == person_id))


def forget_links(connection: Connection, before: int) -> None:
    """Those that lapsed before a time, with the addresses in them; of invitations the inviter still wants to know."""
    connection.execute(delete(link).where(link.c.expires_at < before, link.c.purpose != "invitation"))


def waiting_email(connection: Connection, person_id: str, now: int) -> str | None:
    """An address that the person has asked for and not confirmed."""
    waiting = select(link.c.email).where(link.c.person == person_id, link.c.purpose == "address")
    return connection.execute(waiting.where(link.c.used_at.is_(None), link.c.expires_at > now)).scalar()


# ── invitations ───────────────────────────────────────────────────────────────────────────────────────────────────────

_SENT = (
    select(
        invitation.c.id,
        invitation.c.person,
        invitation.c.inviter,
        person.c.name,
        person.c.email,
        person.c.language,
        person.c.zone,
        invitation.c.invited_at,
        invitation.c.accepted_at,
        link.c.expires_at,
        link.c.opened_at,
    )
    .join(person, person.c.id == invitation.c.person)
    .outerjoin(link, (link.c.person == invitation.c.person) & (link.c.purpose == "invitation"))
)


def invitations_of(connection: Connection, inviter: str) -> list[Sent]:
    """The newest first."""
    mine = _SENT.where(invitation.c.inviter == inviter)
    rows = connection.execute(mine.order_by(invitation.c.invited_at.desc(), invitation.c.id.desc()))
    return [Sent(*row) for row in rows]


def invitation_by_id(connection: Connection, invitation_id: str) -> Sent | None:
    return _sent(connection, invitation.c.id == invitation_id)


def invitation_to(connection: Connection, person_id: str) -> Sent | None:
    return _sent(connection, invitation.c.person == person_id)


def _sent(connection: Connection, which: ColumnElement[bool]) -> Sent | None:
    row = connection.execute(_SENT.where(which)).first()
    return None if row is None else Sent(*row)


def comers(connection: Connection, people: Collection[str]) -> dict[str, tuple[Stage, Sent]]:
    """How each has come, by person id; what stands of an invitation is empty for who had none."""
    found: dict[str, tuple[Stage, Sent]] = {}
    ids = iter(people)
    while some := list(islice(ids, NAMES_AT_ONCE)):
        for row in connection.execute(_COMERS.where(person.c.id.in_(some))):
            found[row[0]] = (row[1], Sent("", row[0], *row[2:]))
    return found


_COMERS = (
    select(
        person.c.id,
        person.c.state,
        invitation.c.inviter,
        person.c.name,
        person.c.email,
        person.c.language,
        person.c.zone,
        func.coalesce(invitation.c.invited_at, 0),
        invitation.c.accepted_at,
        link.c.expires_at,
        link.c.opened_at,
    )
    .outerjoin(invitation, invitation.c.person == person.c.id)
    .outerjoin(link, (link.c.person == person.c.id) & (link.c.purpose == "invitation"))
)


def inviter_name(connection: Connection, person_id: str) -> str | None:
    """Of who invited this person; None where nobody with an account did."""
    inviters = select(person.c.name).join(invitation, invitation.c.inviter == person.c.id)
    return connection.execute(inviters.where(invitation.c.person == person_id)).scalar()


def add_invitation(connection: Connection, invitation_id: str, person_id: str, inviter: str | None, now: int) -> None:
    row = {"id": invitation_id, "person": person_id, "inviter": inviter, "invited_at": now}
    connection.execute(insert(invitation).values(row))


def add_invitations(connection: Connection, new: Sequence[tuple[str, str]], inviter: str, now: int) -> None:
    """Each with its id and whom it is for."""
    rows = [{"id": id, "person": person_id, "inviter": inviter, "invited_at": now} for id, person_id in new]
    if rows:
        connection.execute(insert(invitation), rows)


def invite_all_again(connection: Connection, people: Sequence[str], now: int) -> int:
    """Their invitations are locked until the commit. How many there were."""
    count = 0
    for start in range(0, len(people), NAMES_AT_ONCE):
        theirs = invitation.c.person.in_(people[start : start + NAMES_AT_ONCE])
        count += connection.execute(update(invitation).where(theirs).values(invited_at=now)).rowcount
    return count


def lock_invitation_to(connection: Connection, person_id: str) -> None:
    """Until the commit: who brings the person into something else meanwhile waits for it, or has done so before."""
    connection.execute(select(invitation.c.id).where(invitation.c.person == person_id).with_for_update())


def invite_again(connection: Connection, invitation_id: str, now: int) -> None:
    connection.execute(update(invitation).where(invitation.c.id == invitation_id).values(invited_at=now))


def accept_invitation(connection: Connection, person_id: str, now: int) -> None:
    connection.execute(update(invitation).where(invitation.c.person == person_id).values(accepted_at=now))


def remove_invitation(connection: Connection, invitation_id: str) -> None:
    connection.execute(delete(invitation).where(invitation.c.id == invitation_id))


# ── the second step ───────────────────────────────────────────────────────────────────────────────────────────────────


def offer_second_factor(connection: Connection, person_id: str, secret: bytes) -> None:
    """`secret` is sealed. An earlier offer is void."""
    end_second_factor(connection, person_id)
    connection.execute(insert(second_factor).values(person=person_id, secret=secret, last_step=0))


def second_factor_secret(connection: Connection, person_id: str, *, confirmed: bool) -> bytes | None:
    """Sealed."""
    stands = second_factor.c.confirmed_at.is_not(None) if confirmed else second_factor.c.confirmed_at.is_(None)
    found = select(second_factor.c.secret).where(second_factor.c.person == person_id, stands)
    return connection.execute(found).scalar()


def use_step(connection: Connection, person_id: str, step: int) -> bool:
    """Whether no code of this half minute or a later one was used before."""
    newer = update(second_factor).where(second_factor.c.person == person_id, second_factor.c.last_step < step)
    used = newer.values(last_step=step).returning(second_factor.c.person)
    return connection.execute(used).first() is not None


def confirm_second_factor(connection: Connection, person_id: str, now: int) -> None:
    offered = update(second_factor).where(second_factor.c.person == person_id)
    connection.execute(offered.values(confirmed_at=now))


def end_second_factor(connection: Connection, person_id: str) -> None:
    connection.execute(delete(recovery_code).where(recovery_code.c.person == person_id))
    connection.execute(delete(second_factor).where(second_factor.c.person == person_id))


def replace_recovery_codes(connection: Connection, person_id: str, hashes: Sequence[bytes]) -> None:
    connection.execute(delete(recovery_code).where(recovery_code.c.person == person_id))
    connection.execute(insert(recovery_code), [{"person": person_id, "code_hash": one} for one in hashes])


def use_recovery_code(connection: Connection, person_id: str, code_hash: bytes) -> bool:
    mine = delete(recovery_code).where(recovery_code.c.person == person_id, recovery_code.c.code_hash == code_hash)
    return connection.execute(mine.returning(recovery_code.c.person)).first() is not None


def recovery_codes_left(connection: Connection, person_id: str) -> int:
    mine = select(func.count()).select_from(recovery_code).where(recovery_code.c.person == person_id)
    return connection.execute(mine).scalar_one()
