"""Files that were brought, to count them with the messages.

Revision: 0028
After: 0027
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brought_file",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("item", sa.BigInteger(), nullable=False, comment="of the entry that brought it: the file's id"),
        sa.Column("number", sa.BigInteger(), nullable=False, comment="its place among its room's messages and files"),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_brought_file_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "item", name=op.f("pk_brought_file")),
    )
    # SQLite keeps no comments, and would copy the whole table for one.
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("room_head", "talk", comment="how many messages and files there ever were")
        op.alter_column("message", "number", comment="1, 2, 3 … in its room, counted with the files")
