"""Reactions, mentions, and each person's own log.

Revision: 0004
After: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mention",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False, comment="the message"),
        sa.Column("person", sa.Text(), nullable=False, comment="who is named in it"),
        sa.Column(
            "number", sa.BigInteger(), nullable=False, comment="the message's number, to compare with a read marker"
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_mention_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "first", "person", name=op.f("pk_mention")),
    )
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_mention_person_room_id_number"), ["person", "room_id", "number"], unique=False
        )

    op.create_table(
        "reaction",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False, comment="the message"),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("emoji", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False, comment="of the entry that added it"),
        sa.Column(
            "since", sa.BigInteger(), nullable=False, comment="offset from which on somebody has given this emoji"
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_reaction_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "first", "person", "emoji", name=op.f("pk_reaction")),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "quote",
                sa.Text(),
                nullable=True,
                comment="Quote as JSON: a place in the words of reply_to, never the words",
            )
        )

    op.create_table(
        "inbox_head",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False, comment="of the newest entry"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_inbox_head")),
    )
    op.create_table(
        "inbox_entry",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True, comment="the id of the room, where one is meant"),
        sa.PrimaryKeyConstraint("person", "offset", name=op.f("pk_inbox_entry")),
    )
