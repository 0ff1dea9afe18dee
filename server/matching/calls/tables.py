"""The tables of open calls. Runs and people are other domains': their ids stand without a key."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from server.database import Content, metadata

call = Table(
    "call",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, nullable=False),
    Column("slug", Text, nullable=False, unique=True, comment="the end of its public address"),
    Column("state", Text, nullable=False, comment="draft, open or closed"),
    Column("whom", Text, nullable=False, comment="mentees, mentors or both"),
    Column("opens_at", BigInteger, nullable=False, comment="ms"),
    Column("closes_at", BigInteger, nullable=False, comment="ms"),
    Column("zone", Text, nullable=False, comment="IANA"),
    Column("purge_on", Text, nullable=False, comment="ISO date in that zone: what was not chosen is deleted"),
    Column("languages", Text, nullable=False, comment="JSON: language tags, the first one first"),
    Column("words", Text, nullable=False, comment="JSON: language tag -> title, words"),
    Column("questions", Text, nullable=False, comment="JSON"),
    Column("contact", Text, nullable=False, comment="an e-mail address to ask at"),
    Column("made_by", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False, comment="ms"),
    Column("version", Integer, nullable=False),
    Index(None, "cohort_id"),
)

application = Table(
    "application",
    metadata,
    Column("id", Text, primary_key=True),
    Column("call_id", Text, ForeignKey("call.id"), nullable=False),
    Column("cohort_id", Text, nullable=False),
    Column("part", Text, nullable=False, comment="mentee or mentor"),
    Column("manner", Text, nullable=False, comment="person or organisation"),
    Column("name", Text, nullable=False, comment="empty once it was withdrawn"),
    Column("email", Text, nullable=False),
    Column("language", Text, nullable=False, comment="BCP 47"),
    Column("zone", Text, nullable=False, comment="IANA"),
    Column("state", Text, nullable=False, comment="draft, sent or withdrawn"),
    Column("outcome", Text, nullable=False, comment="none, yes, reserve or no"),
    Column("body", Content, comment="JSON: organisation, people, answers, needs; null once it was withdrawn"),
    Column("key_id", Integer),
    Column("made_at", BigInteger, nullable=False, comment="ms"),
    Column("sent_at", BigInteger, comment="ms, for the last time"),
    Column("purge_on", Text, nullable=False, comment="ISO date, as its applicant was shown"),
    Column("version", Integer, nullable=False),
    Index(None, "call_id"),
    Index(None, "cohort_id"),
    Index(None, "purge_on"),
)

application_link = Table(
    "application_link",
    metadata,
    Column("digest", LargeBinary, nullable=False, comment="SHA-256 of the token in a mail"),
    Column("application_id", Text, ForeignKey("application.id"), nullable=False),
    Column("made_at", BigInteger, nullable=False, comment="ms"),
    PrimaryKeyConstraint("digest"),
    Index(None, "application_id"),
)

application_file = Table(
    "application_file",
    metadata,
    Column("stored", Text, primary_key=True, comment="its name in the storage"),
    Column("application_id", Text, comment="null: it belongs to nothing any more, and its bytes are to be deleted"),
    Column("id", Text, nullable=False),
    Column("question", Text, nullable=False, comment="key"),
    Column("name", Content, nullable=False),
    Column("key_id", Integer),
    Column("type", Text, nullable=False),
    Column("size", Integer, nullable=False, comment="bytes"),
    Index(None, "application_id"),
)
