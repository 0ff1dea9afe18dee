"""Programmes that are set up in the browser, and rooms that close.

Revision: 0006
After: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    why = "why nothing is added any more: stopped or ended; follows from the log"
    op.add_column("room", sa.Column("closed", sa.Text(), nullable=True, comment=why))
