"""When people meet, and who is invited.

Revision: 0019
After: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.Text(), nullable=False, comment="the UID of calendars"),
        sa.Column("kind", sa.Text(), nullable=False, comment="meeting, or what a programme has for many"),
        sa.Column("start", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA: whose wall clock rules"),
        sa.Column("wall", sa.Text(), nullable=False, comment="ISO, without zone: what that clock showed"),
        sa.Column("fold", sa.Integer(), nullable=False, comment="1: the second time that it showed so that night"),
        sa.Column("tz_release", sa.Text(), nullable=False, comment="of the rules by which start was computed"),
        sa.Column("place", sa.Text(), nullable=False, comment="call, telephone or address"),
        sa.Column("cohort_id", sa.Text(), nullable=True),
        sa.Column("mentorship_id", sa.Text(), nullable=True),
        sa.Column("room_key", sa.Text(), nullable=True),
        sa.Column("item", sa.BigInteger(), nullable=True, comment="which date of the room"),
        sa.Column("names", sa.Text(), nullable=False, comment="JSON: language tag -> name, of what is for many"),
        sa.Column(
            "address", sa.Text(), nullable=False, comment="of what is for many; a mentorship's stays in its room"
        ),
        sa.Column("state", sa.Text(), nullable=False, comment="agreed or cancelled"),
        sa.Column("revision", sa.Integer(), nullable=False, comment="the SEQUENCE of calendars"),
        sa.Column("changed_at", sa.BigInteger(), nullable=False, comment="ms"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
    )
    op.create_index("ux_appointment_item", "appointment", ["room_key", "item"], unique=True)
    op.create_index(op.f("ix_appointment_mentorship_id_start"), "appointment", ["mentorship_id", "start"])
    op.create_index(op.f("ix_appointment_cohort_id_start"), "appointment", ["cohort_id", "start"])
    op.create_index(op.f("ix_appointment_start"), "appointment", ["start"])
    op.create_table(
        "appointment_guest",
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True, comment="who had brought the person in on that day"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166, of that organisation"),
        sa.Column("answer", sa.Text(), nullable=False, comment="NEEDS-ACTION, ACCEPTED, DECLINED or TENTATIVE"),
        sa.Column("came", sa.Boolean(), nullable=True, comment="null until somebody has said so"),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_guest_appointment_id_appointment")
        ),
        sa.PrimaryKeyConstraint("appointment_id", "person", name=op.f("pk_appointment_guest")),
    )
    op.create_index(
        op.f("ix_appointment_guest_person_appointment_id"), "appointment_guest", ["person", "appointment_id"]
    )
