"""All SQL of the accounts. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, or_, select, update

from server.accounts.model import Credentials, Login, NewLogin, NewPerson
from server.accounts.tables import login, person, set_up_link
from server.contract.views import Me
from server.database import Statement, statement

ACTIVE, DISABLED = "active", "disabled"
NAMES_AT_ONCE = 500

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
            "state": ACTIVE,
            "created_at": now,
        }
        for new, email_key in people
    ]
    if rows:
        connection.execute(insert(person), rows)


def people_exist(connection: Connection) -> bool:
    return connection.execute(select(exists(select(person.c.id)))).scalar_one()


def credentials(connection: Connection, email_key: str) -> Credentials | None:
    found = select(person.c.id, person.c.password_hash, person.c.demo, person.c.state == ACTIVE)
    row = connection.execute(found.where(person.c.email_key == email_key)).first()
    return None if row is None else Credentials(row[0], row[1], bool(row[2]), bool(row[3]))


def still_good(connection: Connection, known: Credentials) -> bool:
    """Whether the person may still sign in with the password that was just checked. Locks the person's row."""
    found = select(person.c.id).where(person.c.id == known.person, person.c.state == ACTIVE)
    return (
        connection.execute(found.where(person.c.password_hash == known.password_hash).with_for_update()).first()
        is not None
    )


def set_password_hash(connection: Connection, person_id: str, password_hash: str) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(password_hash=password_hash))


def me(connection: Connection, person_id: str) -> Me | None:
    found = select(person.c.id, person.c.name, person.c.email, person.c.language, person.c.zone)
    row = connection.execute(found.where(person.c.id == person_id)).first()
    return None if row is None else Me(*row)


def set_preferences(connection: Connection, person_id: str, language: str, zone: str) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(language=language, zone=zone))


def disable(connection: Connection, person_id: str) -> None:
    connection.execute(update(person).where(person.c.id == person_id).values(state=DISABLED))


def names_of(connection: Connection, people: Collection[str]) -> dict[str, str]:
    """Names by person id, of those that exist."""
    names: dict[str, str] = {}
    ids = iter(people)
    while some := list(islice(ids, NAMES_AT_ONCE)):
        rows = connection.execute(select(person.c.id, person.c.name).where(person.c.id.in_(some)))
        names |= {row[0]: row[1] for row in rows}
    return names


def person_exists(connection: Connection, person_id: str) -> bool:
    """And may take part: who is disabled may not."""
    return connection.exec_driver_sql(_ACTIVE.on(connection), (person_id,)).first() is not None


_ACTIVE = statement("SELECT id FROM person WHERE id = ? AND state = 'active'")


# ── logins ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_GOOD_LOGIN = (
    "SELECT l.id, l.person, p.demo, l.created_at, l.seen_at, l.expires_at "
    "FROM login l JOIN person p ON p.id = l.person "
    "WHERE l.ended_at IS NULL AND p.state = 'active' AND l.expires_at > ? AND "
)
_LOGIN_BY_TOKEN = statement(_GOOD_LOGIN + "l.token_hash = ?")
_LOGIN_BY_ID = statement(_GOOD_LOGIN + "l.id = ?")


def login_by_token(connection: Connection, token_hash: bytes, now: int) -> Login | None:
    return _login(connection, _LOGIN_BY_TOKEN, now, token_hash)


def login_by_id(connection: Connection, login_id: str, now: int) -> Login | None:
    return _login(connection, _LOGIN_BY_ID, now, login_id)


def _login(connection: Connection, which: Statement, now: int, key: bytes | str) -> Login | None:
    row = connection.exec_driver_sql(which.on(connection), (now, key)).first()
    return None if row is None else Login(row[0], row[1], bool(row[2]), row[3], row[4], row[5])


def add_login(connection: Connection, new: NewLogin) -> None:
    row = {
        "id": new.id,
        "token_hash": new.token_hash,
        "person": new.person,
        "label": new.label,
        "created_at": new.created_at,
        "seen_at": new.created_at,
        "expires_at": new.expires_at,
    }
    connection.execute(insert(login).values(row))


def see_login(connection: Connection, login_id: str, now: int, expires_at: int) -> None:
    """A login that was used. Time never runs back in it, whichever node's clock is behind."""
    used = update(login).where(login.c.id == login_id, login.c.seen_at < now)
    connection.execute(used.values(seen_at=now, expires_at=expires_at))


def end_login(connection: Connection, token_hash: bytes, now: int) -> list[str]:
    """The id of the login that is over now, if one was good."""
    return _end(connection, login.c.token_hash == token_hash, now)


def end_logins(connection: Connection, person_id: str, now: int) -> list[str]:
    return _end(connection, login.c.person == person_id, now)


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
