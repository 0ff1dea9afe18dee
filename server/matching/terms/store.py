"""All SQL of runs' lists. Plain functions of a connection."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, insert, select, update

from server.matching.terms.model import Term, Terms, terms
from server.matching.terms.tables import matching_terms

_read = msgspec.json.Decoder(tuple[Term, ...]).decode


def find(connection: Connection, cohort: str) -> Terms | None:
    """None as long as nobody has changed them."""
    row = connection.execute(select(matching_terms).where(matching_terms.c.cohort_id == cohort)).first()
    return None if row is None else terms(_read(row.terms), row.version)


def put(connection: Connection, cohort: str, after: Terms) -> bool:
    """Whether the version before was the newest one."""
    written = {"terms": msgspec.json.encode(after.list).decode(), "version": after.version}
    theirs = matching_terms.c.cohort_id == cohort
    before = (theirs, matching_terms.c.version == after.version - 1)
    if connection.execute(update(matching_terms).where(*before).values(**written)).rowcount:
        return True
    if after.version != 2 or find(connection, cohort) is not None:
        return False
    connection.execute(insert(matching_terms).values(cohort_id=cohort, **written))
    return True
