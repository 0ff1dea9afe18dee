"""Accounts: links by mail, invitations, second factors, logins that stay.

Revision: 0002
After: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DAY = 24 * 3_600_000


def upgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "keeper",
                sa.Boolean(),
                nullable=False,
                server_default=sa.false(),
                comment="set the server up: may invite whoever runs a programme or not",
            )
        )
    # Whoever came first set it up.
    op.execute(
        "UPDATE person SET keeper = TRUE WHERE id IN "
        "(SELECT id FROM person WHERE NOT demo ORDER BY created_at, id LIMIT 1)"
    )
    with op.batch_alter_table("login", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "stay",
                sa.Boolean(),
                nullable=False,
                server_default=sa.false(),
                comment="on the person's own device, by their word",
            )
        )
        batch_op.add_column(
            sa.Column(
                "idle",
                sa.BigInteger(),
                nullable=False,
                server_default=str(30 * DAY),
                comment="ms that it lives without being used",
            )
        )
        batch_op.add_column(
            sa.Column(
                "ends_at",
                sa.BigInteger(),
                nullable=False,
                server_default="0",
                comment="its last day, however much it is used",
            )
        )
    op.execute(sa.text("UPDATE login SET ends_at = created_at + :life").bindparams(life=180 * DAY))
    for table, columns in (("person", ("keeper",)), ("login", ("stay", "idle", "ends_at"))):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.alter_column(column, server_default=None)
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.alter_column("state", comment="invited, withdrawn, active or disabled")

    op.create_table(
        "link",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False, comment="invitation, password_reset, sign_in or address"),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column(
            "email",
            sa.Text(),
            nullable=False,
            comment="where it was mailed to, and the only address that it is good for",
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=True, comment="when somebody first looked what it is"),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_link_person_person")),
        sa.PrimaryKeyConstraint("person", "purpose", name=op.f("pk_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_link_token_hash")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("inviter", sa.Text(), nullable=True, comment="null for the command line"),
        sa.Column("invited_at", sa.BigInteger(), nullable=False),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_invitation_person_person")),
        sa.ForeignKeyConstraint(["inviter"], ["person.id"], name=op.f("fk_invitation_inviter_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("person", name=op.f("uq_invitation_person")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_inviter"), ["inviter"], unique=False)
    op.create_table(
        "second_factor",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False, comment="sealed"),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True, comment="null while it is only offered"),
        sa.Column(
            "last_step",
            sa.BigInteger(),
            nullable=False,
            comment="of the newest code that was used: none is good twice",
        ),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_second_factor_person_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_second_factor")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column(
            "code_hash",
            sa.LargeBinary(),
            nullable=False,
            comment="SHA-256; the row goes when the code is used",
        ),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_recovery_code_person_person")),
        sa.PrimaryKeyConstraint("person", "code_hash", name=op.f("pk_recovery_code")),
    )
