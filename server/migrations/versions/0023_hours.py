"""When people can usually meet.

Revision: 0023
After: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person_hours",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA: on whose wall clock they are meant"),
        sa.Column(
            "weekly", sa.Text(), nullable=False, comment="JSON: seven days from Monday on, of [start, end] in minutes"
        ),
        sa.Column(
            "exceptions", sa.Text(), nullable=False, comment="JSON: ISO date -> the same for that day; [] is no time"
        ),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166, whose public holidays are kept free"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_person_hours")),
    )
