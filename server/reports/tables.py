"""The tables of reports. What was shown lies here as it was then, whatever becomes of it in its room, until it expires.

People and rooms stand without a foreign key, as a domain's tables do not know another's.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from server.database import Content, metadata

report = Table(
    "report",
    metadata,
    Column("id", Text, primary_key=True, comment="ordered by the time it was made"),
    Column("cohort_id", Text, nullable=False),
    Column("room_key", Text, nullable=False),
    Column("room_kind", Text, nullable=False),
    Column("reporter", Text, nullable=False, comment="person"),
    Column("contact", Text, nullable=False, comment="person: who alone may read it"),
    Column("reason", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("state", Text, nullable=False, comment="received, looking or closed"),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("expires_at", BigInteger, nullable=False, comment="ms; when nothing of it is kept any more"),
    Column("command_id", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False, comment="tells the same command from another one"),
    Index("ix_report_command", "reporter", "command_id", unique=True),
    Index(None, "contact"),
    Index(None, "expires_at"),
)

reported_message = Table(
    "reported_message",
    metadata,
    Column("report_id", Text, ForeignKey("report.id"), nullable=False),
    Column("place", Integer, nullable=False, comment="0, 1, 2 … as they were said"),
    Column("message", BigInteger, nullable=False, comment="its id in the room"),
    Column("author", Text, nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms, of its posting"),
    Column("text", Content, nullable=False),
    Column("key_id", SmallInteger),
    PrimaryKeyConstraint("report_id", "place"),
)

report_act = Table(
    "report_act",
    metadata,
    Column("report_id", Text, ForeignKey("report.id"), nullable=False),
    Column("place", Integer, nullable=False, comment="0, 1, 2 …"),
    Column("kind", Text, nullable=False, comment="sent, opened, looking or closed"),
    Column("by", Text, nullable=False, comment="person"),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    PrimaryKeyConstraint("report_id", "place"),
)
