"""Open calls, and applications to them.

Revision: 0032
After: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False, comment="the end of its public address"),
        sa.Column("state", sa.Text(), nullable=False, comment="draft, open or closed"),
        sa.Column("whom", sa.Text(), nullable=False, comment="mentees, mentors or both"),
        sa.Column("opens_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("closes_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA"),
        sa.Column(
            "purge_on", sa.Text(), nullable=False, comment="ISO date in that zone: what was not chosen is deleted"
        ),
        sa.Column("languages", sa.Text(), nullable=False, comment="JSON: language tags, the first one first"),
        sa.Column("words", sa.Text(), nullable=False, comment="JSON: language tag -> title, words"),
        sa.Column("questions", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("contact", sa.Text(), nullable=False, comment="an e-mail address to ask at"),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sa.UniqueConstraint("slug", name=op.f("uq_call_slug")),
    )
    op.create_index(op.f("ix_call_cohort_id"), "call", ["cohort_id"])
    op.create_table(
        "application",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("call_id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False, comment="mentee or mentor"),
        sa.Column("manner", sa.Text(), nullable=False, comment="person or organisation"),
        sa.Column("name", sa.Text(), nullable=False, comment="empty once it was withdrawn"),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False, comment="BCP 47"),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA"),
        sa.Column("state", sa.Text(), nullable=False, comment="draft, sent or withdrawn"),
        sa.Column("outcome", sa.Text(), nullable=False, comment="none, yes, reserve or no"),
        sa.Column(
            "body",
            sa.LargeBinary(),
            nullable=True,
            comment="JSON: organisation, people, answers, needs; null once it was withdrawn",
        ),
        sa.Column("key_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.Column("sent_at", sa.BigInteger(), nullable=True, comment="ms, for the last time"),
        sa.Column("purge_on", sa.Text(), nullable=False, comment="ISO date, as its applicant was shown"),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_application_call_id_call")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
    )
    op.create_index(op.f("ix_application_call_id"), "application", ["call_id"])
    op.create_index(op.f("ix_application_cohort_id"), "application", ["cohort_id"])
    op.create_index(op.f("ix_application_purge_on"), "application", ["purge_on"])
    op.create_table(
        "application_link",
        sa.Column("digest", sa.LargeBinary(), nullable=False, comment="SHA-256 of the token in a mail"),
        sa.Column("application_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=op.f("fk_application_link_application_id_application")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_application_link")),
    )
    op.create_index(op.f("ix_application_link_application_id"), "application_link", ["application_id"])
    op.create_table(
        "application_file",
        sa.Column("stored", sa.Text(), nullable=False, comment="its name in the storage"),
        sa.Column(
            "application_id",
            sa.Text(),
            nullable=True,
            comment="null: it belongs to nothing any more, and its bytes are to be deleted",
        ),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False, comment="key"),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.Integer(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False, comment="bytes"),
        sa.PrimaryKeyConstraint("stored", name=op.f("pk_application_file")),
    )
    op.create_index(op.f("ix_application_file_application_id"), "application_file", ["application_id"])
