"""What is true of a database that was put back and was not true of the one that was copied.

Plain statements, because they are run before the schema is brought up to date, and on PostgreSQL within the one
transaction that puts everything back.
"""

from __future__ import annotations

from dataclasses import dataclass

from server.accounts import store as accounts
from server.installation import PUT_BACK as NEW_EPOCH
from server.post import store as post
from server.post.push import store as push
from server.programmes.bulletins import store as bulletins


@dataclass(frozen=True, slots=True)
class Settling:
    table: str
    """Which an older schema may lack."""
    sql: str


def settlings(now: int, epoch: str) -> list[Settling]:
    """The logs begin a new life; who was signed in signs in again, because the copy does not know who was signed out
    since; links that were mailed are over but for invitations; what waited to be mailed may have gone out long ago."""
    known = {"installation": NEW_EPOCH, **accounts.PUT_BACK, **post.PUT_BACK, **push.PUT_BACK, **bulletins.PUT_BACK}
    return [Settling(table, sql.format(now=int(now), epoch=epoch)) for table, sql in known.items()]
