"""Devices that people want to be told in, and the key that pushes to them are signed with.

Revision: 0024
After: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "installation",
        sa.Column(
            "push_key",
            sa.LargeBinary(),
            nullable=True,
            comment="P-256, private: browsers take pushes from who has it",
        ),
    )
    op.create_table(
        "push_device",
        sa.Column("login", sa.Text(), nullable=False, comment="the browser: over when its login is"),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False, comment="where its push service takes pushes; a secret"),
        sa.Column("since", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column(
            "failed_at", sa.BigInteger(), nullable=True, comment="since when pushes do not arrive; null while they do"
        ),
        sa.Column("told_at", sa.BigInteger(), nullable=True, comment="when its push service has taken the last one"),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_push_device")),
        sa.UniqueConstraint("endpoint", name=op.f("uq_push_device_endpoint")),
    )
    op.create_index(op.f("ix_push_device_person"), "push_device", ["person"])
    op.create_table(
        "push",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="unread, meeting, starting or test; never sent"),
        sa.Column(
            "due_at",
            sa.BigInteger(),
            nullable=False,
            comment="ms; the next attempt, or the end of the lease of who sends",
        ),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="when it is no news any more"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_push")),
    )
    op.create_index(op.f("ix_push_due_at"), "push", ["due_at"])
