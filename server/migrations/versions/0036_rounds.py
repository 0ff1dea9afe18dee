"""Rounds: what is set in them, orders to the engine, and its answers.

Revision: 0032
After: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "matching_round",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False, comment="open, released or closed"),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("settings", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("locks", sa.Text(), nullable=False, comment="JSON: pin, forbid, chosen"),
        sa.Column("released", sa.Text(), nullable=False, comment="JSON: pairs of which proposals were made"),
        sa.Column("run", sa.Integer(), nullable=False, comment="of the newest answer; 0: none"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matching_round")),
    )
    op.create_index(op.f("ix_matching_round_cohort_id_made_at"), "matching_round", ["cohort_id", "made_at"])
    op.create_table(
        "matching_work",
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False, comment="of one order"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, comment="of the round that it is for"),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("node", sa.Text(), nullable=True, comment="who works on it"),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="ms: nobody else may before"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=True, comment="why it failed"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["matching_round.id"], name=op.f("fk_matching_work_round_id_matching_round")
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_matching_work")),
    )
    op.create_index(op.f("ix_matching_work_state_until"), "matching_work", ["state", "until"])
    op.create_table(
        "matching_answer",
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("version", sa.Integer(), nullable=False, comment="of the round that it is for"),
        sa.Column("stamp", sa.Text(), nullable=False, comment="of what people had told then"),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("input", sa.Text(), nullable=False, comment="digest of all that it depends on"),
        sa.Column("outcome", sa.LargeBinary(), nullable=False, comment="JSON"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["matching_round.id"], name=op.f("fk_matching_answer_round_id_matching_round")
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_matching_answer")),
    )
    op.create_table(
        "matching_score",
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("pairs", sa.Integer(), nullable=False),
        sa.Column("least", sa.BigInteger(), nullable=False),
        sa.Column("most", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("scores", sa.LargeBinary(), nullable=False, comment="JSON: of others, [mentee, mentor, score]"),
        sa.ForeignKeyConstraint(
            ["round_id"], ["matching_round.id"], name=op.f("fk_matching_score_round_id_matching_round")
        ),
        sa.PrimaryKeyConstraint("round_id", name=op.f("pk_matching_score")),
    )
