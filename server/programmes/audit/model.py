"""An act, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from server.contract.programmes import AuditKind


@dataclass(frozen=True, slots=True)
class Act:
    """`by`: the person who did it, None for the server itself; `about`: whom it concerned. `at`: ms. `role`: which
    part, or which state was set."""

    id: str
    cohort: str
    at: int
    kind: AuditKind
    by: str | None
    about: str | None
    role: str | None
