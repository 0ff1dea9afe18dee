"""Groups of a run, and rooms of a run that close and are emptied.

Revision: 0007
After: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _circles()
    _endings()


def _circles() -> None:
    op.create_table(
        "circle",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="mentors, mentees, joint, staff or workshop"),
        sa.Column("room_key", sa.Text(), nullable=False, comment="the room's id"),
        sa.Column("opened_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_circle_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("cohort_id", "kind", name=op.f("pk_circle")),
        sa.UniqueConstraint("room_key", name=op.f("uq_circle_room_key")),
    )
    op.create_table(
        "circle_member",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("left_at", sa.BigInteger(), nullable=True, comment="ms; who left alone is not brought back"),
        sa.ForeignKeyConstraint(
            ["cohort_id", "kind"],
            ["circle.cohort_id", "circle.kind"],
            name=op.f("fk_circle_member_cohort_id_kind_circle"),
        ),
        sa.PrimaryKeyConstraint("cohort_id", "kind", "person", name=op.f("pk_circle_member")),
    )
    op.create_index(op.f("ix_circle_member_person"), "circle_member", ["person"])
    sides = sa.text("kind IN ('mentors', 'mentees')")
    op.create_index(
        "ix_circle_member_side",
        "circle_member",
        ["cohort_id", "person"],
        unique=True,
        sqlite_where=sides,
        postgresql_where=sides,
    )
    op.create_table(
        "circle_change",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="whose groups have to follow their parts"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_circle_change_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("cohort_id", "person", name=op.f("pk_circle_change")),
    )


def _endings() -> None:
    op.create_table(
        "unfinished",
        sa.Column(
            "room_key", sa.Text(), nullable=False, comment="a room of a run that has ended; the run's id: itself"
        ),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True, comment="ms; of its next step; null when all is done"),
        sa.Column("purge_on", sa.Text(), nullable=False, comment="ISO date on which its content is removed for good"),
        sa.Column("purge_at", sa.BigInteger(), nullable=False, comment="ms; when that day begins in the home zone"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_unfinished_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("room_key", name=op.f("pk_unfinished")),
    )
    open_still = sa.text("due_at IS NOT NULL")
    op.create_index("ix_unfinished_due", "unfinished", ["due_at"], sqlite_where=open_still, postgresql_where=open_still)
