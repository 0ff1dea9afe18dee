"""Shared notes with logs of their own, and private ones.

Revision: 0013
After: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT = "ms since 1970, UTC"


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("room_id", ROW_ID, nullable=False),
        sa.Column("item", sa.BigInteger(), nullable=False, comment="the note among its room's things"),
        sa.Column("offset", sa.BigInteger(), nullable=False, comment="of the newest entry of its log"),
        sa.Column("floor", sa.BigInteger(), nullable=False, comment="entries up to it are kept in the document alone"),
        sa.Column(
            "stamp", sa.Text(), nullable=False, comment="another one with each entry: tells what a copy in memory is of"
        ),
        sa.Column("written", sa.BigInteger(), nullable=False, comment="bytes of the updates behind the floor"),
        sa.Column("compacted_at", sa.BigInteger(), nullable=False, comment=AT),
        sa.Column("document", sa.LargeBinary(), nullable=False, comment="a Yjs update: all up to the floor, at least"),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_note_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("room_id", "item", name=op.f("uq_note_room_id_item")),
    )
    op.create_table(
        "note_entry",
        sa.Column("note_id", ROW_ID, nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment=AT),
        sa.Column("actor", sa.Text(), nullable=True, comment="a person's id; null when the server itself acted"),
        sa.Column("kind", sa.Text(), nullable=False, comment="note_written or member_removed"),
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="of note_written a Yjs update, else JSON"),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_note_entry_note_id_note")),
        sa.PrimaryKeyConstraint("note_id", "offset", name=op.f("pk_note_entry")),
    )
    op.create_table(
        "private_note",
        sa.Column("person", sa.Text(), nullable=False, comment="its author, and the only one who reads it"),
        sa.Column("id", sa.Text(), nullable=False, comment="made by its author"),
        sa.Column("room_id", ROW_ID, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_private_note_room_id_room")),
        sa.PrimaryKeyConstraint("person", "id", name=op.f("pk_private_note")),
    )
    with op.batch_alter_table("private_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_private_note_room_id"), ["room_id"], unique=False)
