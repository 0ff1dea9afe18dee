"""That it is really the person: asked again before what a thief of a login would change first."""

from __future__ import annotations

from typing import TypeVar

from server.accounts import store
from server.accounts.ground import Ground
from server.accounts.model import Credentials, Visitor
from server.accounts.rules import FRESH
from server.database import StorageError
from server.errors import Refused
from server.unit_of_work import Unit, UnitOfWork

T = TypeVar("T")


async def reauthenticated(
    ground: Ground, who: Visitor, password: str | None, address: str, unit: Unit[T], code: str | None = None
) -> T:
    """Runs the unit for who gives their present password; who has none needs a login of the last ten minutes.

    `code`: what the unit looks at, if it does. Raises Refused password_wrong, sign_in_again, sign_in_required,
    too_many_attempts, and what the unit raises.
    """
    known = await prove(ground, who, password, address)
    return await ground.run_with_code(who.person, code, address, proven(known, unit))


async def prove(ground: Ground, who: Visitor, password: str | None, address: str) -> Credentials:
    """Raises Refused password_wrong, sign_in_again, sign_in_required, too_many_attempts."""
    known = await ground.database.read(lambda c: store.credentials_of(c, who.person))
    if known is None or not ground.lets_in(known):
        raise Refused("sign_in_required")
    if known.password_hash is None:
        await _check_fresh(ground, who)
    else:
        await _check_password(ground, known, password or "", address)
    return known


def proven(known: Credentials, unit: Unit[T]) -> Unit[T]:
    """The unit, refused as password_wrong if the password was changed since it was proved."""

    def work(of: UnitOfWork) -> T:
        if not store.still_good(of.connection, known):
            raise Refused("password_wrong")
        return unit(of)

    return work


async def _check_fresh(ground: Ground, who: Visitor) -> None:
    now = ground.clock()
    login = await ground.database.read(lambda c: store.login_by_id(c, who.login, now))
    if login is None or now - login.created_at > FRESH:
        raise Refused("sign_in_again")


async def _check_password(ground: Ground, known: Credentials, password: str, address: str) -> None:
    """Within the limits of signing in: a stolen login gives no more guesses than none."""
    attempt = ground.attempts.begin(known.email_key, address)
    try:
        fits = await ground.passwords.verify(known.password_hash, password)
    except (Refused, *StorageError):
        ground.attempts.not_tried(attempt)
        raise
    if not fits:
        raise Refused("password_wrong")
    ground.attempts.succeeded(attempt)
