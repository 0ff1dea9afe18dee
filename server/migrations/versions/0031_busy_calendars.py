"""Calendars of people's own, which say when they are busy.

Revision: 0031
After: 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "busy_calendar",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column(
            "address",
            sa.Text(),
            nullable=True,
            comment="where it is read again and again, a secret; null: it came as a file",
        ),
        sa.Column(
            "busy",
            sa.LargeBinary(),
            nullable=False,
            comment="pairs of seconds since 1970, each 64 bits, little-endian",
        ),
        sa.Column("left_out", sa.Integer(), nullable=False, comment="entries that could not be understood"),
        sa.Column("read_at", sa.BigInteger(), nullable=True, comment="ms; null until it was read"),
        sa.Column("until", sa.BigInteger(), nullable=True, comment="ms; what lies later was not read"),
        sa.Column("fault", sa.Text(), nullable=True, comment="why it could not be read the last time"),
        sa.Column("faults", sa.Integer(), nullable=False, comment="times in a row"),
        sa.Column("due_at", sa.BigInteger(), nullable=True, comment="ms: when it is read next; null: never"),
        sa.Column("added_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.PrimaryKeyConstraint("person", "id", name=op.f("pk_busy_calendar")),
    )
    op.create_index(op.f("ix_busy_calendar_due_at"), "busy_calendar", ["due_at"])
