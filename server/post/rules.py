"""When a mail is tried, when it is given up, when it would disturb; what it may hold. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.post.model import Mail, Template, Values

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Letter:
    """What a template takes and how long it is of use. `link`: it has a button. `gathers`: it can be unsubscribed, and
    does not come at night."""

    values: frozenset[str]
    life: int = 3 * DAY
    gathers: bool = False

    @property
    def link(self) -> bool:
        return "link" in self.values


LETTERS: Mapping[Template, Letter] = {
    # `until` (ms): the link's last moment. A mail whose link is over is sent no more: `life`.
    "invitation": Letter(frozenset(("inviter", "link", "until"))),
    "password_reset": Letter(frozenset(("link", "until")), life=HOUR),
    "sign_in_link": Letter(frozenset(("link", "until")), life=HOUR),
    "address_confirm": Letter(frozenset(("link", "until")), life=DAY),
    "address_changed": Letter(frozenset()),
    "password_changed": Letter(frozenset()),
    "second_factor_changed": Letter(frozenset()),
    "unread": Letter(frozenset(("sender", "link")), life=DAY, gathers=True),
}


class MailIncomplete(ValueError):
    """A mail without what its template needs, or with more: a fault of who wrote it, found before it is queued."""


def check(mail: Mail) -> None:
    """Raises MailIncomplete."""
    expected = LETTERS[mail.template].values
    if mail.values.keys() != expected:
        raise MailIncomplete(f"{mail.template} takes {', '.join(sorted(expected)) or 'nothing'}")
    if not _fit(mail.values):
        raise MailIncomplete(f"{mail.template}: link is a path, until a time in ms, everything else text")


def _fit(values: Values) -> bool:
    return all(_fits(name, value) for name, value in values.items())


def _fits(name: str, value: object) -> bool:
    if name == "until":
        return isinstance(value, int)
    if name == "link":
        # Where it leads to is a matter of the configuration alone.
        return isinstance(value, str) and value.startswith("/") and not value.startswith("//") and value.isprintable()
    return isinstance(value, str)
