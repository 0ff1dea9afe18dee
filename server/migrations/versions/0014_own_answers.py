"""What a member of a room writes for themselves alone.

Revision: 0014
After: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_answer",
        sa.Column("person", sa.Text(), nullable=False, comment="who wrote it, and alone reads it"),
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("page", sa.Text(), nullable=False, comment="a month, as 2026-11, or halfway"),
        sa.Column("question", sa.Text(), nullable=False, comment="one of contract.reflections"),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_own_answer_room_id_room")),
        sa.PrimaryKeyConstraint("person", "room_id", "page", "question", name=op.f("pk_own_answer")),
    )
