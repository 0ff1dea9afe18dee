"""What people chose about being seen. Who is here stands in no table."""

from sqlalchemy import BigInteger, Boolean, Column, Index, PrimaryKeyConstraint, Table, Text

from server.database import metadata

presence_choice = Table(
    "presence_choice",
    metadata,
    Column("person", Text, primary_key=True),
    Column("hidden", Boolean, nullable=False, comment="is shown in no room, whatever is switched on there"),
    Column("typing", Boolean, nullable=False, comment="may be seen writing where they are shown"),
    Column("changed_at", BigInteger, nullable=False, comment="ms since 1970, UTC; of the rooms below too"),
    # Asked every few seconds by every node: whose choices have changed since?
    Index(None, "changed_at"),
)

presence_room = Table(
    "presence_room",
    metadata,
    Column("person", Text, nullable=False),
    Column("room", Text, nullable=False, comment="where the person has switched it on"),
    PrimaryKeyConstraint("person", "room"),
)
