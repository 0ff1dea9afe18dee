"""Proposals: who might walk with whom, and what each says to it.

Revision: 0032
After: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=True, comment="null for one that was made by hand"),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("order", sa.Text(), nullable=False, comment="mentor_first or together"),
        sa.Column("days", sa.Integer(), nullable=False, comment="for which each is asked"),
        sa.Column(
            "reasons", sa.Text(), nullable=False, comment="JSON: by pair, codes with their parameters and readers"
        ),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("remind_at", sa.BigInteger(), nullable=True, comment="ms; null once it was done"),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="ms"),
        sa.Column("mentorship_id", sa.Text(), nullable=True, comment="what it became"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index(op.f("ix_proposal_cohort_id_made_at"), "proposal", ["cohort_id", "made_at"])
    op.create_index(op.f("ix_proposal_state_expires_at"), "proposal", ["state", "expires_at"])
    op.create_table(
        "proposal_person",
        sa.Column("proposal_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="in the order of the proposal"),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="mentee or mentor"),
        sa.Column("asked_at", sa.BigInteger(), nullable=True, comment="ms; null for who was not asked yet"),
        sa.Column("says", sa.Text(), nullable=False, comment="waiting, yes or not_now"),
        sa.Column("said_at", sa.BigInteger(), nullable=True, comment="ms"),
        sa.Column("reason", sa.Text(), nullable=True, comment="a class; of a not_now alone"),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_person_proposal_id_proposal")),
        sa.PrimaryKeyConstraint("proposal_id", "person", name=op.f("pk_proposal_person")),
    )
    op.create_index(op.f("ix_proposal_person_person"), "proposal_person", ["person"])
    op.create_table(
        "proposal_question",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("proposal_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="whose thread it is"),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_question_proposal_id_proposal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_question")),
    )
    op.create_index(op.f("ix_proposal_question_proposal_id"), "proposal_question", ["proposal_id"])
