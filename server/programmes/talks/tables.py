"""The tables of requests for a talk: who, to whom, about which class of things. No words."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Table, Text

from server.database import metadata

talk_request = Table(
    "talk_request",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("person", Text, nullable=False, comment="who would like a talk"),
    Column("asked", Text, nullable=False, comment="with whom: a person of the team"),
    Column("deputy", Text, comment="who answers if they do not; null where nobody else may be asked"),
    Column("matter", Text, nullable=False, comment="together, time, work, wellbeing or other"),
    Column("state", Text, nullable=False, comment="waiting, taken or over"),
    Column("taken_by", Text),
    Column("asked_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("answer_by", Text, nullable=False, comment="ISO date in the run's home zone"),
    Column("deputy_from", Text, nullable=False, comment="ISO date"),
    Column("deputy_told", Boolean, nullable=False, comment="a mail has told the deputy that somebody waits"),
    Index(None, "person"),
    Index(None, "asked"),
    Index(None, "deputy"),
)
_open = talk_request.c.state != "over"
Index(
    "ix_talk_request_open",
    talk_request.c.cohort_id,
    talk_request.c.person,
    talk_request.c.matter,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
