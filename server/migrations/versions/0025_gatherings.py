"""Doors of gatherings, and what people need there.

Revision: 0025
After: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gathering",
        sa.Column("id", sa.Text(), nullable=False, comment="of the planned date, and of the appointment"),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("door", sa.Text(), nullable=False, comment="closed, lobby, open, over or off"),
        sa.Column("due_at", sa.BigInteger(), nullable=True, comment="ms: when the door turns next, by whichever node"),
        sa.Column("opened_by", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=True, comment="ms"),
        sa.Column(
            "stale", sa.Boolean(), nullable=False, comment="who takes part has changed since its guests were looked at"
        ),
        sa.Column("confirmed_by", sa.Text(), nullable=True, comment="who said who came"),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True, comment="ms"),
        sa.Column("minutes", sa.Integer(), nullable=True, comment="that it took"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_gathering_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gathering")),
    )
    op.create_index(op.f("ix_gathering_cohort_id"), "gathering", ["cohort_id"])
    op.create_index(op.f("ix_gathering_due_at"), "gathering", ["due_at"])
    op.create_table(
        "gathering_need",
        sa.Column("gathering_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False, comment="deleted thirty days after"),
        sa.Column("told_to", sa.Text(), nullable=False, comment="JSON: who was named to read it"),
        sa.Column("forget_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gathering.id"], name=op.f("fk_gathering_need_gathering_id_gathering")
        ),
        sa.PrimaryKeyConstraint("gathering_id", "person", name=op.f("pk_gathering_need")),
    )
    op.create_index(op.f("ix_gathering_need_forget_at"), "gathering_need", ["forget_at"])
    op.create_index(op.f("ix_gathering_need_person"), "gathering_need", ["person"])
