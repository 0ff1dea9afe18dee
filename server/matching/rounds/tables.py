"""The tables of rounds. Runs and people are other domains': their ids stand without a key."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from server.database import metadata

matching_round = Table(
    "matching_round",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, nullable=False),
    Column("state", Text, nullable=False, comment="open, released or closed"),
    Column("made_by", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False, comment="ms"),
    Column("settings", Text, nullable=False, comment="JSON"),
    Column("locks", Text, nullable=False, comment="JSON: pin, forbid, chosen"),
    Column("released", Text, nullable=False, comment="JSON: pairs of which proposals were made"),
    Column("run", Integer, nullable=False, comment="of the newest answer; 0: none"),
    Column("version", Integer, nullable=False),
    Index(None, "cohort_id", "made_at"),
)

matching_work = Table(
    "matching_work",
    metadata,
    Column("round_id", Text, ForeignKey("matching_round.id"), primary_key=True),
    Column("id", Text, nullable=False, comment="of one order"),
    Column("state", Text, nullable=False),
    Column("version", Integer, nullable=False, comment="of the round that it is for"),
    Column("asked_by", Text, nullable=False),
    Column("asked_at", BigInteger, nullable=False, comment="ms"),
    Column("node", Text, comment="who works on it"),
    Column("until", BigInteger, nullable=False, comment="ms: nobody else may before"),
    Column("tries", Integer, nullable=False),
    Column("stage", Text, nullable=False),
    Column("step", Integer, nullable=False),
    Column("steps", Integer, nullable=False),
    Column("fault", Text, comment="why it failed"),
    Index(None, "state", "until"),
)

matching_answer = Table(
    "matching_answer",
    metadata,
    Column("round_id", Text, ForeignKey("matching_round.id"), primary_key=True),
    Column("run", Integer, nullable=False),
    Column("made_at", BigInteger, nullable=False, comment="ms"),
    Column("version", Integer, nullable=False, comment="of the round that it is for"),
    Column("stamp", Text, nullable=False, comment="of what people had told then"),
    Column("engine", Text, nullable=False),
    Column("input", Text, nullable=False, comment="digest of all that it depends on"),
    Column("outcome", LargeBinary, nullable=False, comment="JSON"),
)

matching_score = Table(
    "matching_score",
    metadata,
    Column("round_id", Text, ForeignKey("matching_round.id"), primary_key=True),
    Column("pairs", Integer, nullable=False),
    Column("least", BigInteger, nullable=False),
    Column("most", BigInteger, nullable=False),
    Column("digest", Text, nullable=False),
    Column("scores", LargeBinary, nullable=False, comment="JSON: of others, [mentee, mentor, score]"),
)
