"""The tables of each person's own log. Who never had an entry has no row."""

from sqlalchemy import BigInteger, Column, PrimaryKeyConstraint, Table, Text

from server.database import metadata

inbox_head = Table(
    "inbox_head",
    metadata,
    Column("person", Text, primary_key=True),
    Column("offset", BigInteger, nullable=False, comment="of the newest entry"),
)

inbox_entry = Table(
    "inbox_entry",
    metadata,
    Column("person", Text, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("kind", Text, nullable=False),
    Column("about", Text, comment="the id of the room, where one is meant"),
    PrimaryKeyConstraint("person", "offset"),
)
