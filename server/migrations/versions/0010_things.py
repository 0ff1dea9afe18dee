"""What a room keeps beside its talk.

Revision: 0010
After: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "room_thing",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="pins, …: one of rooms.things.KINDS"),
        sa.Column("document", sa.LargeBinary(), nullable=False, comment="its items as JSON; follows from the log"),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_thing_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "kind", name=op.f("pk_room_thing")),
    )
