"""The post's use cases: putting a mail into the queue, in the transaction of what it tells."""

from __future__ import annotations

from server.ids import new_id
from server.post import rules, store
from server.post.model import Mail as Mail
from server.unit_of_work import UnitOfWork


def enqueue(unit: UnitOfWork, mail: Mail) -> str:
    """Its id. It goes out soon after the commit, and never without one; nobody waits for it.

    Raises MailIncomplete for values that do not fit the template.
    """
    rules.check(mail)
    mail_id = new_id()
    store.add(unit.connection, mail_id, mail, unit.now)
    return mail_id
