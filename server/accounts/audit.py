"""Who did what to an account, and how it came out: ids and codes, never a name, an address or a token."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

from server.errors import Refused

log = logging.getLogger("atelje.audit")

DONE = "done"


def audit(act: str, result: str = DONE, *, person: str | None = None, by: str | None = None) -> None:
    """`person`: whose account; `by`: who acted, if somebody else. `result`: done, or the code of the refusal."""
    who = {name: value for name, value in (("person", person), ("by", by)) if value is not None}
    log.info("audit", extra={"act": act, "result": result} | who)


@contextlib.contextmanager
def audited(act: str, person: str | None = None, by: str | None = None) -> Iterator[None]:
    """A line for how it ends; what fails unexpectedly is logged at the edge."""
    try:
        yield
    except Refused as refused:
        audit(act, refused.code, person=person, by=by)
        raise
    audit(act, person=person, by=by)
