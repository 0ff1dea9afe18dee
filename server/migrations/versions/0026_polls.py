"""Searches for a time that suits many.

Revision: 0026
After: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "poll",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="of the date that comes of it"),
        sa.Column("whom", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False, comment="ISO date"),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False, comment="minutes of the day"),
        sa.Column("until", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA"),
        sa.Column("at_least", sa.Integer(), nullable=False),
        sa.Column("sessions", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False, comment="looking, asking or decided"),
        sa.Column("asked", sa.Text(), nullable=False, comment="JSON: starts, ms"),
        sa.Column("decided", sa.Text(), nullable=False, comment="JSON: starts, ms"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
    )
    op.create_index(op.f("ix_poll_cohort_id_made_at"), "poll", ["cohort_id", "made_at"])
    op.create_table(
        "poll_guest",
        sa.Column("poll_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False, comment="needed, one_of or welcome"),
        sa.Column("person", sa.Text(), nullable=True, comment="null for who has no account"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False, comment="BCP 47"),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_poll_guest_poll_id_poll")),
        sa.PrimaryKeyConstraint("poll_id", "id", name=op.f("pk_poll_guest")),
    )
    op.create_index(op.f("ix_poll_guest_person"), "poll_guest", ["person"])
    op.create_table(
        "poll_answer",
        sa.Column("poll_id", sa.Text(), nullable=False),
        sa.Column("guest_id", sa.Text(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("says", sa.Text(), nullable=False, comment="yes, maybe or no"),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_poll_answer_poll_id_poll")),
        sa.PrimaryKeyConstraint("poll_id", "guest_id", "start", name=op.f("pk_poll_answer")),
    )
