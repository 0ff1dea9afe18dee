"""Messages that are shown to the safeguarding contact.

Revision: 0011
After: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

AT = "ms since 1970, UTC"


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Text(), nullable=False, comment="ordered by the time it was made"),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("room_key", sa.Text(), nullable=False),
        sa.Column("room_kind", sa.Text(), nullable=False),
        sa.Column("reporter", sa.Text(), nullable=False, comment="person"),
        sa.Column("contact", sa.Text(), nullable=False, comment="person: who alone may read it"),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False, comment="received, looking or closed"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment=AT),
        sa.Column("expires_at", sa.BigInteger(), nullable=False, comment="ms; when nothing of it is kept any more"),
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False, comment="tells the same command from another one"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index("ix_report_command", ["reporter", "command_id"], unique=True)
        batch_op.create_index(batch_op.f("ix_report_contact"), ["contact"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_expires_at"), ["expires_at"], unique=False)
    op.create_table(
        "reported_message",
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="0, 1, 2 … as they were said"),
        sa.Column("message", sa.BigInteger(), nullable=False, comment="its id in the room"),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="ms, of its posting"),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_reported_message_report_id_report")),
        sa.PrimaryKeyConstraint("report_id", "place", name=op.f("pk_reported_message")),
    )
    op.create_table(
        "report_act",
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="0, 1, 2 …"),
        sa.Column("kind", sa.Text(), nullable=False, comment="sent, opened, looking or closed"),
        sa.Column("by", sa.Text(), nullable=False, comment="person"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment=AT),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_act_report_id_report")),
        sa.PrimaryKeyConstraint("report_id", "place", name=op.f("pk_report_act")),
    )
