"""The groups' tables. That nobody is in the mentors' and in the mentees' group of one run is a unique index, whatever
any code believes."""

from sqlalchemy import BigInteger, Column, ForeignKey, ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table, Text

from server.database import metadata

circle = Table(
    "circle",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("kind", Text, nullable=False, comment="mentors, mentees, joint, staff or workshop"),
    Column("room_key", Text, nullable=False, unique=True, comment="the room's id"),
    Column("opened_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    PrimaryKeyConstraint("cohort_id", "kind"),
)

circle_member = Table(
    "circle_member",
    metadata,
    Column("cohort_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("left_at", BigInteger, comment="ms; who left alone is not brought back"),
    PrimaryKeyConstraint("cohort_id", "kind", "person"),
    ForeignKeyConstraint(["cohort_id", "kind"], ["circle.cohort_id", "circle.kind"]),
    Index(None, "person"),
)
_is_side = circle_member.c.kind.in_(("mentors", "mentees"))
Index(
    "ix_circle_member_side",
    circle_member.c.cohort_id,
    circle_member.c.person,
    unique=True,
    sqlite_where=_is_side,
    postgresql_where=_is_side,
)

circle_change = Table(
    "circle_change",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("person", Text, nullable=False, comment="whose groups have to follow their parts"),
    PrimaryKeyConstraint("cohort_id", "person"),
)
