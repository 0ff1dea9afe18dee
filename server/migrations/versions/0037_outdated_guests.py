"""What each guest of a date was told last, and whose invitations have to follow what was changed.

Revision: 0032
After: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

END = "appointment.start + appointment.minutes * 60000"


def upgrade() -> None:
    _add_to_appointments()
    _add_to_guests()
    _let_follow()


def _add_to_appointments() -> None:
    words = "the highest revision by which it ended for some alone; or -1"
    with op.batch_alter_table("appointment") as batch_op:
        batch_op.add_column(sa.Column("ended_at", sa.Integer(), server_default="-1", nullable=False, comment=words))
    # Whether it has ended for anybody was not kept.
    op.execute("UPDATE appointment SET ended_at = revision + 1")
    with op.batch_alter_table("appointment") as batch_op:
        batch_op.alter_column("ended_at", server_default=None)


def _add_to_guests() -> None:
    start = "ms: the time that they were told last; 0: none"
    known_at = "the revision that that was of; -1: none"
    with op.batch_alter_table("appointment_guest") as batch_op:
        batch_op.add_column(
            sa.Column("known_start", sa.BigInteger(), server_default="0", nullable=False, comment=start)
        )
        batch_op.add_column(sa.Column("known_at", sa.Integer(), server_default="-1", nullable=False, comment=known_at))
        batch_op.add_column(sa.Column("told_by", sa.Text(), nullable=True, comment="the mail that told it"))
    of_it = "FROM appointment WHERE appointment.id = appointment_guest.appointment_id"
    op.execute(
        f"UPDATE appointment_guest SET known_start = (SELECT start {of_it}), known_at = (SELECT asked_at {of_it}) "  # noqa: S608
        f"WHERE EXISTS (SELECT 1 {of_it} AND state = 'agreed')"
    )
    with op.batch_alter_table("appointment_guest") as batch_op:
        batch_op.alter_column("known_start", server_default=None)
        batch_op.alter_column("known_at", server_default=None)


def _let_follow() -> None:
    op.create_table(
        "outdated_guest",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False, comment="whose invitations have to follow what was changed"),
        sa.Column("actor", sa.Text(), nullable=True, comment="who changed it; null: the server"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_outdated_guest_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("cohort_id", "person", name=op.f("pk_outdated_guest")),
    )
    op.execute(
        "INSERT INTO outdated_guest (cohort_id, person) "
        "SELECT cohort_id, person FROM enrolment WHERE cohort_id IN (SELECT cohort_id FROM gathering WHERE stale) "
        "UNION SELECT gathering.cohort_id, appointment_guest.person FROM gathering "
        "JOIN appointment_guest ON appointment_guest.appointment_id = gathering.id WHERE gathering.stale"
    )
    words = "ms: until then its guests follow who takes part"
    with op.batch_alter_table("gathering") as batch_op:
        batch_op.add_column(
            sa.Column("follows_until", sa.BigInteger(), server_default="0", nullable=False, comment=words)
        )
    op.execute(
        f"UPDATE gathering SET follows_until = COALESCE((SELECT {END} FROM appointment "  # noqa: S608
        "WHERE appointment.id = gathering.id), 0)"
    )
    with op.batch_alter_table("gathering") as batch_op:
        batch_op.alter_column("follows_until", server_default=None)
        batch_op.drop_column("stale")
