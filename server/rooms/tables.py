"""The rooms' tables. `entry` is the truth; `message`, `brought_file`, `mention`, `reaction`, `room_state`,
`room_thing`, `room_member` and the head's counts follow from it. `upload` and `stored_file` know which bytes lie in the
storage.

Append-ordered row tables with integer room keys: an append then dirties few pages, which decides how many fit into
a second. Person ids only, never names or addresses.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
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
    Column("talk", BigInteger, nullable=False, comment="how many messages and files there ever were"),
    Column("state_offset", BigInteger, nullable=False, comment="of the newest entry that changed the state document"),
)

room_state = Table(
    "room_state",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), primary_key=True, autoincrement=False),
    Column("document", LargeBinary, nullable=False, comment="RoomState as JSON, as of the head's state_offset"),
)

room_thing = Table(
    "room_thing",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("kind", Text, nullable=False, comment="pins, …: one of rooms.things.KINDS"),
    Column("document", Content, nullable=False, comment="its items as JSON; follows from the log"),
    Column("key_id", SmallInteger),
    PrimaryKeyConstraint("room_id", "kind"),
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
    Column("number", BigInteger, nullable=False, comment="1, 2, 3 … in its room, counted with the files"),
    Column("author", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("edited_at", BigInteger),
    Column("reply_to", BigInteger),
    Column("text", Content, comment="null once withdrawn"),
    Column("key_id", SmallInteger),
    Column("quote", Text, comment="Quote as JSON: a place in the words of reply_to, never the words"),
    PrimaryKeyConstraint("room_id", "first"),
)

brought_file = Table(
    "brought_file",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("item", BigInteger, nullable=False, comment="of the entry that brought it: the file's id"),
    Column("number", BigInteger, nullable=False, comment="its place among its room's messages and files"),
    Column("author", Text, nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("removed", Boolean, nullable=False),
    PrimaryKeyConstraint("room_id", "item"),
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

own_answer = Table(
    "own_answer",
    metadata,
    Column("person", Text, nullable=False, comment="who wrote it, and alone reads it"),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("page", Text, nullable=False, comment="a month, as 2026-11, or halfway"),
    Column("question", Text, nullable=False, comment="one of contract.reflections"),
    Column("text", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("saved_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("person", "room_id", "page", "question"),
)

note = Table(
    "note",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("item", BigInteger, nullable=False, comment="the note among its room's things"),
    Column("offset", BigInteger, nullable=False, comment="of the newest entry of its log"),
    Column("floor", BigInteger, nullable=False, comment="entries up to it are kept in the document alone"),
    Column("stamp", Text, nullable=False, comment="another one with each entry: tells what a copy in memory is of"),
    Column("written", BigInteger, nullable=False, comment="bytes of the updates behind the floor"),
    Column("compacted_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("document", Content, nullable=False, comment="a Yjs update: all up to the floor, at least"),
    Column("key_id", SmallInteger),
    UniqueConstraint("room_id", "item"),
)

note_entry = Table(
    "note_entry",
    metadata,
    Column("note_id", RowId, ForeignKey("note.id"), nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("actor", Text, comment="a person's id; null when the server itself acted"),
    Column("kind", Text, nullable=False, comment="note_written or member_removed"),
    Column("command_id", Text, nullable=False),
    Column("body", Content, nullable=False, comment="of note_written a Yjs update, else JSON"),
    Column("key_id", SmallInteger),
    PrimaryKeyConstraint("note_id", "offset"),
)

private_note = Table(
    "private_note",
    metadata,
    Column("person", Text, nullable=False, comment="its author, and the only one who reads it"),
    Column("id", Text, nullable=False, comment="made by its author"),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("text", Content, nullable=False),
    Column("key_id", SmallInteger),
    Column("made_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    PrimaryKeyConstraint("person", "id"),
    Index(None, "room_id"),
)
upload = Table(
    "upload",
    metadata,
    Column("id", Text, primary_key=True),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False, index=True),
    Column("person", Text, nullable=False, index=True),
    Column("name", Content, nullable=False, comment="of the file; empty once it is one of the room's"),
    Column("key_id", SmallInteger),
    Column("type", Text, nullable=False, comment="MIME, as its name or its browser says"),
    Column("size", BigInteger, nullable=False, comment="bytes"),
    Column("received", BigInteger, nullable=False, comment="bytes, from the beginning"),
    Column("begun_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("item", BigInteger, comment="the file that it has become, by its offset"),
)

stored_file = Table(
    "stored_file",
    metadata,
    Column("stored", Text, primary_key=True, comment="what the storage calls these bytes: chance"),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("size", BigInteger, nullable=False, comment="bytes"),
    Column("upload", Text, comment="the one that they are a part of"),
    Column("start", BigInteger, comment="the part's place in it, in bytes"),
    Column("item", BigInteger, comment="the file that they are, by its offset"),
    UniqueConstraint("upload", "start"),
    Index(None, "room_id", "item"),
)
# Neither a part nor a file any more: to be deleted, soon and with the row.
_is_nothing = stored_file.c.upload.is_(None) & stored_file.c.item.is_(None)
Index("ix_stored_file_nothing", stored_file.c.stored, sqlite_where=_is_nothing, postgresql_where=_is_nothing)


withheld = Table(
    "withheld",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("first", BigInteger, nullable=False, comment="the message that is hidden from everybody"),
    Column("text", Content, nullable=False, comment="its words, until they are given back or let go"),
    Column("key_id", SmallInteger),
    PrimaryKeyConstraint("room_id", "first"),
)
