"""The tables of proposals. Runs, rounds, people and mentorships are others': their ids stand without a key."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

proposal = Table(
    "proposal",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, nullable=False),
    Column("round_id", Text, comment="null for one that was made by hand"),
    Column("made_by", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False, comment="ms"),
    Column("order", Text, nullable=False, comment="mentor_first or together"),
    Column("days", Integer, nullable=False, comment="for which each is asked"),
    Column("reasons", Text, nullable=False, comment="JSON: by pair, codes with their parameters and readers"),
    Column("state", Text, nullable=False),
    Column("expires_at", BigInteger, nullable=False, comment="ms"),
    Column("remind_at", BigInteger, comment="ms; null once it was done"),
    Column("ended_at", BigInteger, comment="ms"),
    Column("mentorship_id", Text, comment="what it became"),
    Column("version", Integer, nullable=False),
    Index(None, "cohort_id", "made_at"),
    Index(None, "state", "expires_at"),
)

proposal_person = Table(
    "proposal_person",
    metadata,
    Column("proposal_id", Text, ForeignKey("proposal.id"), nullable=False),
    Column("place", Integer, nullable=False, comment="in the order of the proposal"),
    Column("person", Text, nullable=False),
    Column("role", Text, nullable=False, comment="mentee or mentor"),
    Column("asked_at", BigInteger, comment="ms; null for who was not asked yet"),
    Column("says", Text, nullable=False, comment="waiting, yes or not_now"),
    Column("said_at", BigInteger, comment="ms"),
    Column("reason", Text, comment="a class; of a not_now alone"),
    PrimaryKeyConstraint("proposal_id", "person"),
    Index(None, "person"),
)

proposal_question = Table(
    "proposal_question",
    metadata,
    Column("id", Text, primary_key=True),
    Column("proposal_id", Text, ForeignKey("proposal.id"), nullable=False),
    Column("person", Text, nullable=False, comment="whose thread it is"),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms"),
    Column("text", Text, nullable=False),
    Index(None, "proposal_id"),
)
