"""Choosing among applications.

Revision: 0036
After: 0035
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reviewer",
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("reach", sa.Text(), nullable=False, comment="all, or own: of the organisation's country"),
        sa.Column("named_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.PrimaryKeyConstraint("call_id", "person", name=op.f("pk_reviewer")),
    )
    op.create_index(op.f("ix_reviewer_person"), "reviewer", ["person"])
    op.create_table(
        "review_opened",
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False, comment="ms, for the first time"),
        sa.PrimaryKeyConstraint("application_id", "person", name=op.f("pk_review_opened")),
    )
    op.create_index(op.f("ix_review_opened_person"), "review_opened", ["person"])
    op.create_table(
        "review_conflict",
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column(
            "reason", sa.Text(), nullable=False, comment="a class: same_organisation, worked_together, close or other"
        ),
        sa.Column("declared_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.PrimaryKeyConstraint("application_id", "person", name=op.f("pk_review_conflict")),
    )
    op.create_index(op.f("ix_review_conflict_person"), "review_conflict", ["person"])
    op.create_table(
        "review_note",
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("tendency", sa.Text(), nullable=False, comment="yes, reserve, no or unsure"),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("begun_at", sa.BigInteger(), nullable=False, comment="ms, for the first time"),
        sa.Column("written_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("application_id", "person", name=op.f("pk_review_note")),
    )
    op.create_index(op.f("ix_review_note_person"), "review_note", ["person"])
    op.create_table(
        "interview",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False, comment="JSON: ms"),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False, comment="asked, chosen or none_suits"),
        sa.Column("chosen", sa.BigInteger(), nullable=True, comment="ms"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview")),
        sa.UniqueConstraint("application_id", name=op.f("uq_interview_application_id")),
    )
    op.create_table(
        "outcome_letter",
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False, comment="yes, reserve or no"),
        sa.Column("language", sa.Text(), nullable=False, comment="BCP 47"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "outcome", "language", name=op.f("pk_outcome_letter")),
    )
    op.create_table(
        "own_letter",
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False, comment="for which it is written"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("application_id", "outcome", name=op.f("pk_own_letter")),
    )
    op.create_table(
        "letter_sending",
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False, comment="each letter leaves once"),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("state", sa.Text(), nullable=False, comment="waiting, or gone into the queue of mails"),
        sa.PrimaryKeyConstraint("application_id", "outcome", name=op.f("pk_letter_sending")),
    )
    op.create_index(op.f("ix_letter_sending_state_call_id"), "letter_sending", ["state", "call_id"])
    op.create_table(
        "taking_in",
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("organisation_id", sa.Text(), nullable=True, comment="that looks after them from then on"),
        sa.Column("state", sa.Text(), nullable=False, comment="waiting, done or refused"),
        sa.Column("code", sa.Text(), nullable=True, comment="of the refusal"),
        sa.PrimaryKeyConstraint("application_id", name=op.f("pk_taking_in")),
    )
    op.create_index(op.f("ix_taking_in_state"), "taking_in", ["state"])
