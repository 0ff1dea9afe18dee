"""The revision of an appointment that its time and place are of: answers to it count.

Revision: 0029
After: 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("appointment") as batch_op:
        batch_op.add_column(
            sa.Column(
                "asked_at",
                sa.Integer(),
                server_default="0",
                nullable=False,
                comment="the revision that its time and place are of",
            )
        )
    # Of those that are there no answer to an earlier one counted.
    op.execute("UPDATE appointment SET asked_at = revision")
    with op.batch_alter_table("appointment") as batch_op:
        batch_op.alter_column("asked_at", server_default=None)
