"""The tables of searches for a time. Runs and people are other domains': their ids stand without a key."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

poll = Table(
    "poll",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False, comment="ms"),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False, comment="of the date that comes of it"),
    Column("whom", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("first", Text, nullable=False, comment="ISO date"),
    Column("last", Text, nullable=False),
    Column("since", Integer, nullable=False, comment="minutes of the day"),
    Column("until", Integer, nullable=False),
    Column("zone", Text, nullable=False, comment="IANA"),
    Column("at_least", Integer, nullable=False),
    Column("sessions", Integer, nullable=False),
    Column("state", Text, nullable=False, comment="looking, asking or decided"),
    Column("asked", Text, nullable=False, comment="JSON: starts, ms"),
    Column("decided", Text, nullable=False, comment="JSON: starts, ms"),
    Column("version", Integer, nullable=False),
    Column("meetings", Integer, nullable=False, comment="of a series; 1 for none"),
    Column("every", Text, nullable=False, comment="week, fortnight or month"),
    Index(None, "cohort_id", "made_at"),
)

poll_guest = Table(
    "poll_guest",
    metadata,
    Column("poll_id", Text, ForeignKey("poll.id"), nullable=False),
    Column("id", Text, nullable=False),
    Column("part", Text, nullable=False, comment="needed, one_of or welcome"),
    Column("person", Text, comment="null for who has no account"),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("language", Text, nullable=False, comment="BCP 47"),
    PrimaryKeyConstraint("poll_id", "id"),
    Index(None, "person"),
)

poll_answer = Table(
    "poll_answer",
    metadata,
    Column("poll_id", Text, ForeignKey("poll.id"), nullable=False),
    Column("guest_id", Text, nullable=False),
    Column("start", BigInteger, nullable=False, comment="ms"),
    Column("says", Text, nullable=False, comment="yes, maybe or no"),
    PrimaryKeyConstraint("poll_id", "guest_id", "start"),
)
