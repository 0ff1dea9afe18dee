"""The rooms' tables. `entry` is the truth; `message`, `mention`, `reaction`, `room_state`, `room_member` and the head's
counts follow from it.

Append-ordered row tables with integer room keys: an append then dirties few pages, which decides how many fit into
a second. Person ids only, never names or addresses.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from server.database import Content, RowId, metadata

room = Table(
    "room",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", Text, nullable=False, unique=True, comment="the room's id outside of this database"),
    Column("kind", Text, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed", Text, comment="why nothing is added any more: stopped or ended; follows from the log"),
)

room_head = Table(
    "room_head",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), primary_key=True, autoincrement=False),
    Column("offset", BigInteger, nullable=False, comment="of the newest entry"),
    Column("talk", BigInteger, nullable=False, comment="how many messages were ever posted"),
    Column("state_offset", BigInteger, nullable=False, comment="of the newest entry that changed the state document"),
)

room_state = Table(
    "room_state",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), primary_key=True, autoincrement=False),
    Column("document", LargeBinary, nullable=False, comment="RoomState as JSON, as of the head's state_offset"),
)

room_member = Table(
    "room_member",
    metadata,
    Column("person", Text, nullable=False),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("floor", BigInteger, nullable=False, comment="entries with a higher offset may be read"),
    PrimaryKeyConstraint("person", "room_id"),
)

entry = Table(
    "entry",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("actor", Text, comment="a person's id; null when the server itself acted"),
    Column("kind", Text, nullable=False),
    Column("subject", BigInteger, comment="the message (its first offset) that the entry is about"),
    Column("command_id", Text, nullable=False),
    Column("command_hash", LargeBinary, comment="null once the body was taken back: a hash would confirm a guess"),
    Column("body", Content, comment="JSON as validated; null once taken back"),
    Column("key_id", SmallInteger),
    PrimaryKeyConstraint("room_id", "offset"),
)
# Led by the command id: ids are time-ordered, so that new rows fall side by side.
Index("ix_entry_command", entry.c.command_id, entry.c.actor, entry.c.room_id, unique=True)
# Only edits, withdrawals and reactions have a subject, so that posts pay nothing for finding a message's versions.
_has_subject = entry.c.subject.is_not(None)
Index("ix_entry_subject", entry.c.room_id, entry.c.subject, sqlite_where=_has_subject, postgresql_where=_has_subject)

message = Table(
    "message",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("first", BigInteger, nullable=False, comment="offset of the entry that posted it: the message's id"),
    Column("last", BigInteger, nullable=False, comment="offset of the entry that changed it last"),
    Column("number", BigInteger, nullable=False, comment="1, 2, 3 … in its room"),
    Column("author", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("edited_at", BigInteger),
    Column("reply_to", BigInteger),
    Column("text", Content, comment="null once withdrawn"),
    Column("key_id", SmallInteger),
    Column("quote", Text, comment="Quote as JSON: a place in the words of reply_to, never the words"),
    PrimaryKeyConstraint("room_id", "first"),
)

mention = Table(
    "mention",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("first", BigInteger, nullable=False, comment="the message"),
    Column("person", Text, nullable=False, comment="who is named in it"),
    Column("number", BigInteger, nullable=False, comment="the message's number, to compare with a read marker"),
    PrimaryKeyConstraint("room_id", "first", "person"),
    Index(None, "person", "room_id", "number"),
)

reaction = Table(
    "reaction",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("first", BigInteger, nullable=False, comment="the message"),
    Column("person", Text, nullable=False),
    Column("emoji", Text, nullable=False),
    Column("offset", BigInteger, nullable=False, comment="of the entry that added it"),
    Column("since", BigInteger, nullable=False, comment="offset from which on somebody has given this emoji"),
    PrimaryKeyConstraint("room_id", "first", "person", "emoji"),
)

read_marker = Table(
    "read_marker",
    metadata,
    Column("person", Text, nullable=False),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("number", BigInteger, nullable=False),
    PrimaryKeyConstraint("person", "room_id"),
)

draft = Table(
    "draft",
    metadata,
    Column("person", Text, nullable=False),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("text", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("saved_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("person", "room_id"),
)
