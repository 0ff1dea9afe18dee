"""Files of rooms: what is on its way, and which bytes belong to what.

Revision: 0017
After: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_room_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "upload",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("room_id", _room_id, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False, comment="of the file; empty once it is one of the room's"),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False, comment="MIME, as its name or its browser says"),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="bytes"),
        sa.Column("received", sa.BigInteger(), nullable=False, comment="bytes, from the beginning"),
        sa.Column("begun_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.Column("item", sa.BigInteger(), nullable=True, comment="the file that it has become, by its offset"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_upload_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    op.create_index(op.f("ix_upload_room_id"), "upload", ["room_id"])
    op.create_index(op.f("ix_upload_person"), "upload", ["person"])
    op.create_table(
        "stored_file",
        sa.Column("stored", sa.Text(), nullable=False, comment="what the storage calls these bytes: chance"),
        sa.Column("room_id", _room_id, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False, comment="bytes"),
        sa.Column("upload", sa.Text(), nullable=True, comment="the one that they are a part of"),
        sa.Column("start", sa.BigInteger(), nullable=True, comment="the part's place in it, in bytes"),
        sa.Column("item", sa.BigInteger(), nullable=True, comment="the file that they are, by its offset"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_stored_file_room_id_room")),
        sa.PrimaryKeyConstraint("stored", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("upload", "start", name=op.f("uq_stored_file_upload_start")),
    )
    op.create_index(op.f("ix_stored_file_room_id_item"), "stored_file", ["room_id", "item"])
    nothing = sa.text("upload IS NULL AND item IS NULL")
    op.create_index("ix_stored_file_nothing", "stored_file", ["stored"], sqlite_where=nothing, postgresql_where=nothing)
