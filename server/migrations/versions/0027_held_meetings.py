"""Who said that a meeting was held, and where its people came from.

Revision: 0027
After: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "held_meeting", sa.Column("confirmed_by", sa.Text(), nullable=True, comment="who said that it was held")
    )
    op.create_table(
        "held_meeting_person",
        sa.Column("mentorship_id", sa.Text(), nullable=False),
        sa.Column("meeting", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True, comment="who had brought the person in on that day"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166, of that organisation"),
        sa.ForeignKeyConstraint(
            ["mentorship_id", "meeting"],
            ["held_meeting.mentorship_id", "held_meeting.meeting"],
            name=op.f("fk_held_meeting_person_mentorship_id_held_meeting"),
        ),
        sa.PrimaryKeyConstraint("mentorship_id", "meeting", "person", name=op.f("pk_held_meeting_person")),
    )
    # Of what was held until now: where they come from today is the best that is known.
    op.execute(
        "INSERT INTO held_meeting_person (mentorship_id, meeting, person, organisation_id, country) "
        "SELECT h.mentorship_id, h.meeting, p.person, o.id, o.country FROM held_meeting h "
        "JOIN mentorship m ON m.id = h.mentorship_id "
        "JOIN mentorship_person p ON p.mentorship_id = m.id "
        "LEFT JOIN enrolment e ON e.cohort_id = m.cohort_id AND e.person = p.person AND e.role = p.role "
        "LEFT JOIN organisation o ON o.id = e.organisation_id"
    )
