"""The tables of gatherings. Their times, places and guests are the appointments' of the same ids."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

gathering = Table(
    "gathering",
    metadata,
    Column("id", Text, primary_key=True, comment="of the planned date, and of the appointment"),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("door", Text, nullable=False, comment="closed, lobby, open, over or off"),
    Column("due_at", BigInteger, comment="ms: when the door turns next, by whichever node"),
    Column("opened_by", Text),
    Column("opened_at", BigInteger, comment="ms"),
    Column("follows_until", BigInteger, nullable=False, comment="ms: until then its guests follow who takes part"),
    Column("confirmed_by", Text, comment="who said who came"),
    Column("confirmed_at", BigInteger, comment="ms"),
    Column("minutes", Integer, comment="that it took"),
    Column("agenda_due_at", BigInteger, comment="ms: when its agenda goes to its room"),
    Column("agenda_at", BigInteger, comment="ms: when that was done, once"),
    Index(None, "cohort_id"),
    Index(None, "due_at"),
    Index(None, "agenda_due_at"),
)

outdated_guest = Table(
    "outdated_guest",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("person", Text, nullable=False, comment="whose invitations have to follow what was changed"),
    Column("actor", Text, comment="who changed it; null: the server"),
    PrimaryKeyConstraint("cohort_id", "person"),
)

gathering_need = Table(
    "gathering_need",
    metadata,
    Column("gathering_id", Text, ForeignKey("gathering.id"), nullable=False),
    Column("person", Text, nullable=False),
    Column("words", Text, nullable=False, comment="deleted thirty days after"),
    Column("told_to", Text, nullable=False, comment="JSON: who was named to read it"),
    Column("forget_at", BigInteger, nullable=False, comment="ms"),
    PrimaryKeyConstraint("gathering_id", "person"),
    Index(None, "forget_at"),
    Index(None, "person"),
)
