"""Searches for the times of a series.

Revision: 0032
After: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "poll",
        sa.Column("meetings", sa.Integer(), nullable=False, server_default="1", comment="of a series; 1 for none"),
    )
    op.add_column(
        "poll",
        sa.Column("every", sa.Text(), nullable=False, server_default="month", comment="week, fortnight or month"),
    )
