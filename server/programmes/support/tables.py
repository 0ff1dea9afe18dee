"""The tables of the support that mentees get, and of what they wish for. The mentee reads every word."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, PrimaryKeyConstraint, Table, Text

from server.database import metadata

support = Table(
    "support",
    metadata,
    Column("id", Text, primary_key=True, comment="ordered by the time it was made"),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("person", Text, nullable=False, comment="the mentee"),
    Column("level", Text, nullable=False, comment="mentoring, education, networking, promotion or team"),
    Column("day", Text, nullable=False, comment="ISO date"),
    Column("words", Text, nullable=False, comment="a sentence by the team"),
    Column("given_by", Text, nullable=False, comment="person"),
    Index(None, "cohort_id", "person"),
    Index(None, "person"),
)

support_wish = Table(
    "support_wish",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("person", Text, nullable=False, comment="the mentee"),
    Column("level", Text, nullable=False, comment="of which they would like more"),
    Column("wished_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    PrimaryKeyConstraint("cohort_id", "person", "level"),
)
