"""What people tell the team, and what the team notes of its support.

Revision: 0008
After: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _talks()
    _pulse_and_care()
    _support()


def _talks() -> None:
    op.create_table(
        "talk_request",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="who would like a talk"),
        sa.Column("asked", sa.Text(), nullable=False, comment="with whom: a person of the team"),
        sa.Column(
            "deputy",
            sa.Text(),
            nullable=True,
            comment="who answers if they do not; null where nobody else may be asked",
        ),
        sa.Column("matter", sa.Text(), nullable=False, comment="together, time, work, wellbeing or other"),
        sa.Column("state", sa.Text(), nullable=False, comment="waiting, taken or over"),
        sa.Column("taken_by", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.Column("answer_by", sa.Text(), nullable=False, comment="ISO date in the run's home zone"),
        sa.Column("deputy_from", sa.Text(), nullable=False, comment="ISO date"),
        sa.Column(
            "deputy_told", sa.Boolean(), nullable=False, comment="a mail has told the deputy that somebody waits"
        ),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_talk_request_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_request")),
    )
    for column in ("person", "asked", "deputy"):
        op.create_index(op.f(f"ix_talk_request_{column}"), "talk_request", [column])
    still_open = sa.text("state != 'over'")
    op.create_index(
        "ix_talk_request_open",
        "talk_request",
        ["cohort_id", "person", "matter"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )


def _pulse_and_care() -> None:
    op.create_table(
        "pulse",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False, comment="ISO date: the first day of the run's month"),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column(
            "word", sa.Text(), nullable=True, comment="flowing, fine, uneven, stuck or hard; null for not this time"
        ),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_pulse_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("cohort_id", "month", "person", name=op.f("pk_pulse")),
    )
    op.create_table(
        "care",
        sa.Column("mentorship_id", sa.Text(), nullable=False),
        sa.Column(
            "step",
            sa.Integer(),
            nullable=False,
            comment="0: none; 1: some were asked; 2: all; 3: the team knows",
        ),
        sa.Column("told_at", sa.BigInteger(), nullable=True, comment="ms, of the step; null before the first"),
        sa.Column("asked", sa.Text(), nullable=False, comment="JSON: the people whom the first step asked"),
        sa.Column(
            "said",
            sa.Text(),
            nullable=True,
            comment="well or elsewhere: what one of them said instead of a word in the room",
        ),
        sa.Column("said_at", sa.BigInteger(), nullable=True, comment="ms"),
        sa.ForeignKeyConstraint(["mentorship_id"], ["mentorship.id"], name=op.f("fk_care_mentorship_id_mentorship")),
        sa.PrimaryKeyConstraint("mentorship_id", name=op.f("pk_care")),
    )


def _support() -> None:
    op.create_table(
        "support",
        sa.Column("id", sa.Text(), nullable=False, comment="ordered by the time it was made"),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="the mentee"),
        sa.Column("level", sa.Text(), nullable=False, comment="mentoring, education, networking, promotion or team"),
        sa.Column("day", sa.Text(), nullable=False, comment="ISO date"),
        sa.Column("words", sa.Text(), nullable=False, comment="a sentence by the team"),
        sa.Column("given_by", sa.Text(), nullable=False, comment="person"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_support_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
    )
    op.create_index(op.f("ix_support_cohort_id_person"), "support", ["cohort_id", "person"])
    op.create_index(op.f("ix_support_person"), "support", ["person"])
    op.create_table(
        "support_wish",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="the mentee"),
        sa.Column("level", sa.Text(), nullable=False, comment="of which they would like more"),
        sa.Column("wished_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_support_wish_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("cohort_id", "person", "level", name=op.f("pk_support_wish")),
    )
