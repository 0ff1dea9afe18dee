"""The hours in which a person is told nothing that can wait.

Revision: 0021
After: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "quiet_hours",
        sa.Column("person", sa.Text(), nullable=False, comment="who has chosen their own"),
        sa.Column("start", sa.Text(), nullable=False, comment="HH:MM by the clock where the person is"),
        sa.Column("end", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_quiet_hours")),
    )
