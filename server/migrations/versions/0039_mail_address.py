"""How often somebody was mailed about something within a day.

Revision: 0038
After: 0037
"""

from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_mail_address", "mail", ["address", "template"])
