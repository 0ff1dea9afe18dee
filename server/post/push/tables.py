"""Devices that people want to be told in, and what waits to be pushed to them: one push for each, whatever it tells."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from server.database import metadata

push_device = Table(
    "push_device",
    metadata,
    Column("login", Text, primary_key=True, comment="the browser: over when its login is"),
    Column("person", Text, nullable=False),
    Column("endpoint", Text, nullable=False, unique=True, comment="where its push service takes pushes; a secret"),
    Column("since", BigInteger, nullable=False, comment="ms"),
    Column("failed_at", BigInteger, comment="since when pushes do not arrive; null while they do"),
    Column("told_at", BigInteger, comment="when its push service has taken the last one"),
    Index(None, "person"),
)

push = Table(
    "push",
    metadata,
    Column("login", Text, primary_key=True),
    Column("kind", Text, nullable=False, comment="unread, meeting, starting or test; never sent"),
    Column("due_at", BigInteger, nullable=False, comment="ms; the next attempt, or the end of the lease of who sends"),
    Column("until", BigInteger, nullable=False, comment="when it is no news any more"),
    Column("tries", Integer, nullable=False),
    Index(None, "due_at"),
)
