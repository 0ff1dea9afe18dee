"""Words that are hidden from everybody in a group, until they are given back or let go.

Revision: 0018
After: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "withheld",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False, comment="the message that is hidden from everybody"),
        sa.Column("text", sa.LargeBinary(), nullable=False, comment="its words, until they are given back or let go"),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_withheld_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "first", name=op.f("pk_withheld")),
    )
