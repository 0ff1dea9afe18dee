"""Mentors who may be asked again, and whom a run has asked.

Revision: 0039
After: 0038
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mentor_pool",
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=False, comment="ISO date: the last day on which it holds"),
        sa.Column("said_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("organisation_id", sa.Text(), nullable=True, comment="with whom they came"),
        sa.Column("profile", sa.Text(), nullable=False, comment="JSON: what they could give when they said it"),
        sa.PrimaryKeyConstraint("programme_id", "person", name=op.f("pk_mentor_pool")),
    )
    op.create_index(op.f("ix_mentor_pool_person"), "mentor_pool", ["person"])
    op.create_index(op.f("ix_mentor_pool_until"), "mentor_pool", ["until"])
    op.create_table(
        "pool_invitation",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("invited_by", sa.Text(), nullable=False),
        sa.Column("invited_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("says", sa.Boolean(), nullable=True, comment="null as long as they have not answered"),
        sa.PrimaryKeyConstraint("cohort_id", "person", name=op.f("pk_pool_invitation")),
    )
    op.create_index(op.f("ix_pool_invitation_person"), "pool_invitation", ["person"])
