"""Profiles for the matching, and the terms that they are made of.

Revision: 0032
After: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "matching_terms",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column(
            "terms", sa.Text(), nullable=False, comment="JSON: the whole lists, in the order in which they are shown"
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("cohort_id", name=op.f("pk_matching_terms")),
    )
    op.create_table(
        "matching_profile",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="mentee or mentor"),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column(
            "need", sa.Text(), nullable=False, comment="what a mentee wants to be able to do; what a mentor can give"
        ),
        sa.Column("goals", sa.Text(), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False, comment="JSON: keys of terms, wanted or given"),
        sa.Column(
            "back",
            sa.Text(),
            nullable=False,
            comment="JSON: keys of terms, what a mentor can or would like to learn",
        ),
        sa.Column("disciplines", sa.Text(), nullable=False, comment="JSON: keys of terms"),
        sa.Column("traits", sa.Text(), nullable=False, comment="JSON: keys of terms, one's own"),
        sa.Column("requires", sa.Text(), nullable=False, comment="JSON: keys of terms, of the other one"),
        sa.Column("languages", sa.Text(), nullable=False, comment="JSON: language -> 1 (A1) to 6 (C2, or one's own)"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166, two letters"),
        sa.Column("capacity", sa.Integer(), nullable=False, comment="mentees that a mentor takes"),
        sa.Column("for_team", sa.Text(), nullable=False, comment="words that only the team reads"),
        sa.Column("excludes", sa.Text(), nullable=False, comment="JSON: people; only the team reads them"),
        sa.Column(
            "ranking",
            sa.Text(),
            nullable=False,
            comment="JSON: lists of people, best first; only the team reads them",
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=True, comment="who wrote it last"),
        sa.Column("said_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.PrimaryKeyConstraint("cohort_id", "role", "person", name=op.f("pk_matching_profile")),
    )
    op.create_index(op.f("ix_matching_profile_person"), "matching_profile", ["person"])
