"""Meetings that were held, as the team counts them.

Revision: 0012
After: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "held_meeting",
        sa.Column("mentorship_id", sa.Text(), nullable=False),
        sa.Column(
            "meeting", sa.Integer(), nullable=False, comment="its id in the room, to find it again when it is corrected"
        ),
        sa.Column("day", sa.Text(), nullable=False, comment="ISO date"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False, comment="call, telephone or in_person"),
        sa.ForeignKeyConstraint(
            ["mentorship_id"], ["mentorship.id"], name=op.f("fk_held_meeting_mentorship_id_mentorship")
        ),
        sa.PrimaryKeyConstraint("mentorship_id", "meeting", name=op.f("pk_held_meeting")),
    )
