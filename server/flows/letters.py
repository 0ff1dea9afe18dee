"""Letters of the accounts go into the post."""

from __future__ import annotations

from server.accounts.service import Letter
from server.post.service import Mail, enqueue
from server.unit_of_work import UnitOfWork


def post_letter(unit: UnitOfWork, letter: Letter) -> None:
    """It goes out if what it tells is committed."""
    enqueue(
        unit,
        Mail(
            template=letter.template,
            address=letter.address,
            language=letter.language,
            zone=letter.zone,
            person=letter.person,
            values=letter.values,
        ),
    )
