"""What coordinators announce, a run's dates, photos, public pages, and who wants to be found afterwards.

Revision: 0009
After: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

AT = "ms since 1970, UTC"
ORDERED = "ordered by the time it was made"


def upgrade() -> None:
    _bulletins()
    _calendar()
    _afterwards()
    _photos()
    op.add_column(
        "mail", sa.Column("about", sa.Text(), nullable=True, comment="what it tells of, where that can be taken back")
    )


def _bulletins() -> None:
    op.create_table(
        "bulletin",
        sa.Column("id", sa.Text(), nullable=False, comment=ORDERED),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False, comment="person"),
        sa.Column("audience", sa.Text(), nullable=False, comment="all, mentors or mentees"),
        sa.Column("organisation_id", sa.Text(), nullable=True, comment="only its people; null for all"),
        sa.Column("texts", sa.Text(), nullable=False, comment="JSON: language tag -> title and words"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment=AT),
        sa.Column("people", sa.Integer(), nullable=False, comment="whom it is for: how many"),
        sa.Column(
            "told_to",
            sa.Text(),
            nullable=True,
            comment="the last person who was told, by id; empty: nobody yet; null: all were",
        ),
        sa.Column("taken_back", sa.Boolean(), nullable=False, comment="its words are gone; it goes when all were told"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_bulletin_cohort_id_cohort")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_bulletin_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin")),
    )
    with op.batch_alter_table("bulletin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulletin_cohort_id_id"), ["cohort_id", "id"], unique=False)
        batch_op.create_index(
            "ix_bulletin_telling",
            ["id"],
            unique=False,
            sqlite_where=sa.text("told_to IS NOT NULL"),
            postgresql_where=sa.text("told_to IS NOT NULL"),
        )
    op.create_table(
        "bulletin_read",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("bulletin_id", sa.Text(), nullable=False),
        sa.Column(
            "at",
            sa.BigInteger(),
            nullable=False,
            comment="ms; of the author: when they last looked at the answers",
        ),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletin.id"], name=op.f("fk_bulletin_read_bulletin_id_bulletin")),
        sa.PrimaryKeyConstraint("person", "bulletin_id", name=op.f("pk_bulletin_read")),
    )
    op.create_table(
        "bulletin_answer",
        sa.Column("id", sa.Text(), nullable=False, comment=ORDERED),
        sa.Column("bulletin_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False, comment="for the author of the announcement alone"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment=AT),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletin.id"], name=op.f("fk_bulletin_answer_bulletin_id_bulletin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin_answer")),
    )
    with op.batch_alter_table("bulletin_read", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulletin_read_bulletin_id"), ["bulletin_id"], unique=False)
    with op.batch_alter_table("bulletin_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bulletin_answer_bulletin_id_id"), ["bulletin_id", "id"], unique=False)


def _calendar() -> None:
    op.create_table(
        "run_calendar",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dates", sa.Text(), nullable=False, comment="JSON: kind, for whom, day, time, names, by day"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_run_calendar_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("cohort_id", name=op.f("pk_run_calendar")),
    )


def _afterwards() -> None:
    op.create_table(
        "alumna",
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False, comment="wants to be found in the directory"),
        sa.Column("mentor_again", sa.Boolean(), nullable=False),
        sa.Column("offers", sa.Text(), nullable=False, comment="JSON: language tag -> what they can offer"),
        sa.Column(
            "expires_at",
            sa.BigInteger(),
            nullable=False,
            comment="ms; when the consent ends unless it is said again",
        ),
        sa.Column("asked_at", sa.BigInteger(), nullable=True, comment="ms; when a mail asked whether it still holds"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_alumna_programme_id_programme")),
        sa.PrimaryKeyConstraint("programme_id", "person", name=op.f("pk_alumna")),
    )
    with op.batch_alter_table("alumna", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alumna_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_alumna_expires_at"), ["expires_at"], unique=False)
    op.create_table(
        "public_page",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False, comment="its address is /p/<slug>"),
        sa.Column("name", sa.Text(), nullable=False, comment="as the person wants to be called there"),
        sa.Column("words", sa.Text(), nullable=False, comment="JSON: language tag -> words"),
        sa.Column("links", sa.Text(), nullable=False, comment="JSON: title and address of each"),
        sa.Column("cohort_id", sa.Text(), nullable=False, comment="whose funders it names"),
        sa.Column("until", sa.Text(), nullable=False, comment="ISO date of its last day, in the person's zone"),
        sa.Column("listed", sa.Boolean(), nullable=False, comment="search engines may show it"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_public_page_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_public_page")),
        sa.UniqueConstraint("slug", name=op.f("uq_public_page_slug")),
    )


def _photos() -> None:
    op.create_table(
        "photo",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False, comment="WebP, 256 pixels square, made here"),
        sa.Column("mark", sa.Text(), nullable=False, comment="changes with the picture, so that caches know a new one"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_photo_person_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_photo")),
    )
