"""The tables of a selection. Applications are another part's: their ids stand without a key, and what is said of one
goes when it goes."""

from sqlalchemy import BigInteger, Column, Index, Integer, PrimaryKeyConstraint, SmallInteger, Table, Text

from server.database import Content, metadata

reviewer = Table(
    "reviewer",
    metadata,
    Column("call_id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("reach", Text, nullable=False, comment="all, or own: of the organisation's country"),
    Column("named_at", BigInteger, nullable=False, comment="ms"),
    PrimaryKeyConstraint("call_id", "person"),
    Index(None, "person"),
)

review_opened = Table(
    "review_opened",
    metadata,
    Column("application_id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("opened_at", BigInteger, nullable=False, comment="ms, for the first time"),
    PrimaryKeyConstraint("application_id", "person"),
    Index(None, "person"),
)

review_conflict = Table(
    "review_conflict",
    metadata,
    Column("application_id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("reason", Text, nullable=False, comment="a class: same_organisation, worked_together, close or other"),
    Column("declared_at", BigInteger, nullable=False, comment="ms"),
    PrimaryKeyConstraint("application_id", "person"),
    Index(None, "person"),
)

review_note = Table(
    "review_note",
    metadata,
    Column("application_id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("tendency", Text, nullable=False, comment="yes, reserve, no or unsure"),
    Column("words", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("begun_at", BigInteger, nullable=False, comment="ms, for the first time"),
    Column("written_at", BigInteger, nullable=False, comment="ms"),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("application_id", "person"),
    Index(None, "person"),
)

interview = Table(
    "interview",
    metadata,
    Column("id", Text, primary_key=True),
    Column("application_id", Text, nullable=False, unique=True),
    Column("asked_by", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False, comment="ms"),
    Column("minutes", Integer, nullable=False),
    Column("starts", Text, nullable=False, comment="JSON: ms"),
    Column("place", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("state", Text, nullable=False, comment="asked, chosen or none_suits"),
    Column("chosen", BigInteger, comment="ms"),
)

outcome_letter = Table(
    "outcome_letter",
    metadata,
    Column("call_id", Text, nullable=False),
    Column("outcome", Text, nullable=False, comment="yes, reserve or no"),
    Column("language", Text, nullable=False, comment="BCP 47"),
    Column("title", Text, nullable=False),
    Column("words", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("call_id", "outcome", "language"),
)

own_letter = Table(
    "own_letter",
    metadata,
    Column("application_id", Text, nullable=False),
    Column("outcome", Text, nullable=False, comment="for which it is written"),
    Column("title", Text, nullable=False),
    Column("words", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("application_id", "outcome"),
)

letter_sending = Table(
    "letter_sending",
    metadata,
    Column("application_id", Text, nullable=False),
    Column("outcome", Text, nullable=False, comment="each letter leaves once"),
    Column("call_id", Text, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False, comment="ms"),
    Column("state", Text, nullable=False, comment="waiting, or gone into the queue of mails"),
    PrimaryKeyConstraint("application_id", "outcome"),
    Index(None, "state", "call_id"),
)

taking_in = Table(
    "taking_in",
    metadata,
    Column("application_id", Text, primary_key=True),
    Column("call_id", Text, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False, comment="ms"),
    Column("organisation_id", Text, comment="that looks after them from then on"),
    Column("state", Text, nullable=False, comment="waiting, done or refused"),
    Column("code", Text, comment="of the refusal"),
    Index(None, "state"),
)
