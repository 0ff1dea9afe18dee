"""The queue of outgoing mail.

Revision: 0003
After: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mail",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True, comment="null for who has no account yet"),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False, comment="BCP 47"),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA"),
        sa.Column(
            "facts",
            sa.Text(),
            nullable=True,
            comment="JSON: names, links, times; null once nobody needs them, because links are secrets",
        ),
        sa.Column("state", sa.Text(), nullable=False, comment="waiting, sending, sent, failed or caught"),
        sa.Column(
            "due_at",
            sa.BigInteger(),
            nullable=True,
            comment="ms; the next attempt, or the end of the lease while sending; null when over",
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="sent, failed or caught"),
        sa.Column(
            "reason",
            sa.Text(),
            nullable=True,
            comment="why the last attempt failed: a code of the mail server or one word",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(
            "ix_mail_due",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("due_at IS NOT NULL"),
            postgresql_where=sa.text("due_at IS NOT NULL"),
        )
        batch_op.create_index("ix_mail_ended", ["ended_at"], unique=False)

    op.create_table(
        "told_unread",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False, comment="the room's id"),
        sa.Column(
            "read",
            sa.BigInteger(),
            nullable=False,
            comment="the read marker then: until it rises nothing more is told",
        ),
        sa.PrimaryKeyConstraint("person", "room", name=op.f("pk_told_unread")),
    )
    op.create_table(
        "unwanted_mail",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", "template", name=op.f("pk_unwanted_mail")),
    )
