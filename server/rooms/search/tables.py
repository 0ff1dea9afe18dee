"""What search keeps: which message or thing has which number, how far each room's log was read, and the words.

The words stand in `search_words`, which each database makes in its own way and SQLAlchemy does not know: a table of
SQLite's FTS5, or one with PostgreSQL's `tsvector`. Words are cut and folded here, and neither database touches them.
"""

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Table, Text, UniqueConstraint, event

from server.database import RowId, metadata

WORDS = "search_words"

search_item = Table(
    "search_item",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=False, comment="in the order of time"),
    Column("room_id", RowId, ForeignKey("room.id"), nullable=False),
    Column("place", BigInteger, nullable=False, comment="the message or the thing, by the offset of its first entry"),
    Column("kind", Text, nullable=False, comment="message, or one of rooms.things.KINDS"),
    UniqueConstraint("room_id", "place"),
)

search_head = Table(
    "search_head",
    metadata,
    Column("room_id", RowId, ForeignKey("room.id"), primary_key=True, autoincrement=False),
    Column("offset", BigInteger, nullable=False, comment="of the newest entry whose words are found"),
)

# Two letters and three have lists of their own: what somebody has begun to type is found as fast as a whole word.
SQLITE = """CREATE VIRTUAL TABLE search_words USING fts5(
    words, detail='none', columnsize=0, prefix='2 3', tokenize="ascii tokenchars '#@%~'")"""
POSTGRESQL = (
    """CREATE TABLE search_words (
    id BIGINT NOT NULL CONSTRAINT pk_search_words PRIMARY KEY, room_id BIGINT NOT NULL, words TSVECTOR NOT NULL)""",
    "CREATE INDEX ix_search_words_room_id_id ON search_words (room_id, id)",
    "CREATE INDEX ix_search_words_words ON search_words USING gin (words)",
)


@event.listens_for(search_item, "after_create")
def _create_words(_table: Table, connection: Connection, **_: object) -> None:
    for sql in (SQLITE,) if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(sql)
