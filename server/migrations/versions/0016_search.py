"""The words by which messages and things are found.

Revision: 0016
After: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "search_item",
        sa.Column("id", _id, autoincrement=False, nullable=False, comment="in the order of time"),
        sa.Column("room_id", _id, nullable=False),
        sa.Column(
            "place",
            sa.BigInteger(),
            nullable=False,
            comment="the message or the thing, by the offset of its first entry",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="message, or one of rooms.things.KINDS"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_search_item_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_item")),
        sa.UniqueConstraint("room_id", "place", name=op.f("uq_search_item_room_id_place")),
    )
    op.create_table(
        "search_head",
        sa.Column("room_id", _id, autoincrement=False, nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False, comment="of the newest entry whose words are found"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_search_head_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", name=op.f("pk_search_head")),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_words USING fts5("
            "words, detail='none', columnsize=0, prefix='2 3', tokenize=\"ascii tokenchars '#@%~'\")"
        )
        return
    op.execute(
        "CREATE TABLE search_words (id BIGINT NOT NULL CONSTRAINT pk_search_words PRIMARY KEY, "
        "room_id BIGINT NOT NULL, words TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX ix_search_words_room_id_id ON search_words (room_id, id)")
    op.execute("CREATE INDEX ix_search_words_words ON search_words USING gin (words)")
