"""The table of profiles. People and runs are other domains': their ids stand without a key."""

from sqlalchemy import BigInteger, Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

matching_profile = Table(
    "matching_profile",
    metadata,
    Column("cohort_id", Text, nullable=False),
    Column("role", Text, nullable=False, comment="mentee or mentor"),
    Column("person", Text, nullable=False),
    Column("need", Text, nullable=False, comment="what a mentee wants to be able to do; what a mentor can give"),
    Column("goals", Text, nullable=False),
    Column("skills", Text, nullable=False, comment="JSON: keys of terms, wanted or given"),
    Column("back", Text, nullable=False, comment="JSON: keys of terms, what a mentor can or would like to learn"),
    Column("disciplines", Text, nullable=False, comment="JSON: keys of terms"),
    Column("traits", Text, nullable=False, comment="JSON: keys of terms, one's own"),
    Column("requires", Text, nullable=False, comment="JSON: keys of terms, of the other one"),
    Column("languages", Text, nullable=False, comment="JSON: language -> 1 (A1) to 6 (C2, or one's own)"),
    Column("country", Text, comment="ISO 3166, two letters"),
    Column("capacity", Integer, nullable=False, comment="mentees that a mentor takes"),
    Column("for_team", Text, nullable=False, comment="words that only the team reads"),
    Column("excludes", Text, nullable=False, comment="JSON: people; only the team reads them"),
    Column("ranking", Text, nullable=False, comment="JSON: lists of people, best first; only the team reads them"),
    Column("version", Integer, nullable=False),
    Column("said_by", Text, comment="who wrote it last"),
    Column("said_at", BigInteger, nullable=False, comment="ms"),
    PrimaryKeyConstraint("cohort_id", "role", "person"),
    Index(None, "person"),
)
