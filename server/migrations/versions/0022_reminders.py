"""What is still to be said before a date.

Revision: 0022
After: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminder",
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("ahead", sa.Text(), nullable=False, comment="day or hour"),
        sa.Column("due_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.PrimaryKeyConstraint("appointment_id", "person", "ahead", name=op.f("pk_reminder")),
    )
    op.create_index(op.f("ix_reminder_due_at"), "reminder", ["due_at"])
    op.create_index(op.f("ix_mail_person"), "mail", ["person", "template"])
