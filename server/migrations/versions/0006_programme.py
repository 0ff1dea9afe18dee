"""Programmes that are set up in the browser, and rooms that close.

Revision: 0006
After: 0005
"""

from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    why = "why nothing is added any more: stopped or ended; follows from the log"
    op.add_column("room", sa.Column("closed", sa.Text(), nullable=True, comment=why))
    _organisations_and_programmes()
    _cohorts()
    _mentorships()
    _credits_acts_and_commands()


def _organisations_and_programmes() -> None:
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("added_by", sa.Text(), nullable=True, comment="person; null for what came along"))
    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    for table in ("organisation", "programme"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column("version", server_default=None)


def _cohorts() -> None:
    by_language = "JSON: language tag -> "
    care = "JSON: after so many days of silence the person, both, the team hear of it; null for no such care"
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "names",
                sa.Text(),
                nullable=False,
                server_default="{}",
                comment=f"{by_language}name; empty: called as its programme",
            )
        )
        batch_op.add_column(
            sa.Column("end", sa.Text(), nullable=False, server_default="", comment="ISO date of its last day")
        )
        batch_op.add_column(
            sa.Column("state", sa.Text(), nullable=False, server_default="running", comment="draft, running or ended")
        )
        batch_op.add_column(
            sa.Column("help_name", sa.Text(), nullable=True, comment="whom everybody in it may ring up")
        )
        batch_op.add_column(sa.Column("help_phone", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("silence_days", sa.Text(), nullable=True, comment=care))
        batch_op.add_column(
            sa.Column(
                "first_words",
                sa.Text(),
                nullable=False,
                server_default="{}",
                comment=f"{by_language}what stands at the top of each new room",
            )
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    cohort = sa.table("cohort", sa.column("id"), sa.column("start"), sa.column("weeks"), sa.column("end"))
    connection = op.get_bind()
    for id, start, weeks in connection.execute(sa.select(cohort.c.id, cohort.c.start, cohort.c.weeks)).all():
        last = date.fromisoformat(start) + timedelta(weeks=weeks, days=-1)
        connection.execute(sa.update(cohort).where(cohort.c.id == id).values(end=last.isoformat()))
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.drop_column("weeks")
        for column in ("names", "end", "state", "first_words", "version"):
            batch_op.alter_column(column, server_default=None)


def _mentorships() -> None:
    with op.batch_alter_table("mentorship", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("since", sa.BigInteger(), nullable=False, server_default="0", comment="ms, of its state")
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.alter_column("state", comment="active, paused, stopped or ended")
    op.execute("UPDATE mentorship SET since = opened_at")
    with op.batch_alter_table("mentorship", schema=None) as batch_op:
        for column in ("since", "version"):
            batch_op.alter_column(column, server_default=None)


def _credits_acts_and_commands() -> None:
    op.create_table(
        "credit",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="0, 1, 2 … as they are shown"),
        sa.Column("funder", sa.Text(), nullable=False),
        sa.Column(
            "words", sa.Text(), nullable=False, comment="JSON: language tag -> what has to be said of the funder"
        ),
        sa.Column("disclaimer", sa.Text(), nullable=False, comment="JSON: language tag -> words"),
        sa.Column("starts", sa.Text(), nullable=True, comment="ISO date from which it holds"),
        sa.Column("ends", sa.Text(), nullable=True, comment="ISO date up to which it holds"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_credit_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("cohort_id", "place", name=op.f("pk_credit")),
    )
    op.create_table(
        "act",
        sa.Column("id", sa.Text(), nullable=False, comment="ordered by the time it was made"),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True, comment="person; null for the server itself"),
        sa.Column("about", sa.Text(), nullable=True, comment="person"),
        sa.Column("role", sa.Text(), nullable=True, comment="which part, or which state was set; never a content"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_act_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
    )
    with op.batch_alter_table("act", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_act_cohort_id_id"), ["cohort_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_act_about_id"), ["about", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_act_actor_id"), ["actor", "id"], unique=False)
    op.create_table(
        "programme_command",
        sa.Column("person", sa.Text(), nullable=False, comment="who asked"),
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False, comment="tells the same command from another one"),
        sa.Column("made", sa.Text(), nullable=False, comment="the id of what came of it"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.PrimaryKeyConstraint("person", "command_id", name=op.f("pk_programme_command")),
    )
