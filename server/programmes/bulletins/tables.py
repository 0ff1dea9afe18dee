"""Announcements, who has put which away, and what was answered. Whom one is for follows from who takes part."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

bulletin = Table(
    "bulletin",
    metadata,
    Column("id", Text, primary_key=True, comment="ordered by the time it was made"),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("author", Text, nullable=False, comment="person"),
    Column("audience", Text, nullable=False, comment="all, mentors or mentees"),
    Column("organisation_id", Text, ForeignKey("organisation.id"), comment="only its people; null for all"),
    Column("texts", Text, nullable=False, comment="JSON: language tag -> title and words"),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("people", Integer, nullable=False, comment="whom it is for: how many"),
    Column("told_to", Text, comment="the last person who was told, by id; empty: nobody yet; null: all were"),
    Column("taken_back", Boolean, nullable=False, comment="its words are gone; it goes when all were told"),
    Index(None, "cohort_id", "id"),
)
_is_telling = bulletin.c.told_to.is_not(None)
Index("ix_bulletin_telling", bulletin.c.id, sqlite_where=_is_telling, postgresql_where=_is_telling)

bulletin_read = Table(
    "bulletin_read",
    metadata,
    Column("person", Text, nullable=False),
    Column("bulletin_id", Text, ForeignKey("bulletin.id"), nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms; of the author: when they last looked at the answers"),
    PrimaryKeyConstraint("person", "bulletin_id"),
    Index(None, "bulletin_id"),
)

bulletin_answer = Table(
    "bulletin_answer",
    metadata,
    Column("id", Text, primary_key=True, comment="ordered by the time it was made"),
    Column("bulletin_id", Text, ForeignKey("bulletin.id"), nullable=False),
    Column("person", Text, nullable=False),
    Column("words", Text, nullable=False, comment="for the author of the announcement alone"),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Index(None, "bulletin_id", "id"),
)
