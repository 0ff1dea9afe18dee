"""What gatherings bring onto the agenda of their rooms.

Revision: 0030
After: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "gathering",
        sa.Column("agenda_due_at", sa.BigInteger(), nullable=True, comment="ms: when its agenda goes to its room"),
    )
    op.add_column(
        "gathering",
        sa.Column("agenda_at", sa.BigInteger(), nullable=True, comment="ms: when that was done, once"),
    )
    op.create_index(op.f("ix_gathering_agenda_due_at"), "gathering", ["agenda_due_at"])
