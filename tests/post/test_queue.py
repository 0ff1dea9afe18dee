"""The queue of outgoing mail: what goes in, when it is tried again, when it is given up, what is left of it."""

from __future__ import annotations

from typing import Any

import pytest

from server.errors import Refused
from server.post.rules import MailIncomplete
from server.post.service import enqueue
from server.unit_of_work import UnitOfWork
from tests.post.house import VALUES, House, a_mail


async def test_a_mail_is_queued_with_what_it_tells_and_not_without(house: House) -> None:
    def refuse(unit: UnitOfWork) -> None:
        enqueue(unit, a_mail())
        raise Refused("not_found")

    with pytest.raises(Refused):
        await house.writer.run(refuse)
    assert await house.rows() == []
    (mail_id,) = await house.enqueue(a_mail())
    (row,) = await house.rows()
    assert (row.id, row.state, row.due_at, row.address) == (mail_id, "waiting", house.now, "nika@example.org")


@pytest.mark.parametrize(
    "values",
    [
        {},
        VALUES["sign_in_link"] | {"text": "what somebody said"},
        VALUES["sign_in_link"] | {"link": "https://evil.example/"},
        VALUES["sign_in_link"] | {"link": "//evil.example/"},
        VALUES["sign_in_link"] | {"link": "/a\r\nBcc: x@example.org"},
        VALUES["sign_in_link"] | {"until": "tomorrow"},
    ],
)
async def test_a_mail_that_its_template_does_not_know_is_a_fault_at_once(house: House, values: Any) -> None:
    with pytest.raises(MailIncomplete):
        await house.enqueue(a_mail(values=values))
