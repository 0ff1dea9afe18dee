"""What people want of their calendars.

Revision: 0020
After: 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_wish",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column(
            "titles", sa.Text(), nullable=False, comment="plain: a meeting is called a meeting; names: also with whom"
        ),
        sa.Column("invitations", sa.Boolean(), nullable=False, comment="by mail"),
        sa.Column(
            "feed",
            sa.LargeBinary(),
            nullable=True,
            comment="SHA-256 of what stands in the feed's address; null: none",
        ),
        sa.Column("feed_since", sa.BigInteger(), nullable=True, comment="ms"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_calendar_wish")),
        sa.UniqueConstraint("feed", name=op.f("uq_calendar_wish_feed")),
    )
