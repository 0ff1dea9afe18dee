"""Who shows that they are here.

Revision: 0005
After: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "presence_choice",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False, comment="is shown in no room, whatever is switched on there"),
        sa.Column("typing", sa.Boolean(), nullable=False, comment="may be seen writing where they are shown"),
        sa.Column("changed_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC; of the rooms below too"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_presence_choice")),
    )
    op.create_index(op.f("ix_presence_choice_changed_at"), "presence_choice", ["changed_at"])
    op.create_table(
        "presence_room",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False, comment="where the person has switched it on"),
        sa.PrimaryKeyConstraint("person", "room", name=op.f("pk_presence_room")),
    )
