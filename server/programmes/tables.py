"""The programmes' tables: who offers mentoring, one run of it with its people, and the mentorships that came of it.

Person ids and room keys stand without a foreign key: people belong to the accounts, rooms to the rooms, and a domain's
tables do not know another's. Nothing here says anything about what is said in a room.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

organisation = Table(
    "organisation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("names", Text, nullable=False, comment="JSON: language tag -> name, in the organisation's own order"),
    Column("town", Text, nullable=False),
    Column("country", Text, nullable=False, comment="ISO 3166, two letters"),
    Column("zone", Text, nullable=False, comment="IANA"),
)

programme = Table(
    "programme",
    metadata,
    Column("id", Text, primary_key=True),
    Column("names", Text, nullable=False, comment="JSON: language tag -> name"),
    Column("lead_id", Text, ForeignKey("organisation.id"), nullable=False),
)

cohort = Table(
    "cohort",
    metadata,
    Column("id", Text, primary_key=True),
    Column("programme_id", Text, ForeignKey("programme.id"), nullable=False),
    Column("start", Text, nullable=False, comment="ISO date of its first day in the home zone"),
    Column("weeks", Integer, nullable=False),
    Column("home_zone", Text, nullable=False, comment="IANA: where its common dates are counted"),
    Column("least_meetings", Integer, nullable=False, comment="a mentorship's meetings, at least"),
    Column("least_gatherings", Integer, nullable=False, comment="a person's gatherings, at least"),
    Index(None, "programme_id"),
)

partnership = Table(
    "partnership",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("organisation_id", Text, ForeignKey("organisation.id"), nullable=False),
    Column("role", Text, nullable=False, comment="lead, partner, handover or guest"),
    PrimaryKeyConstraint("cohort_id", "organisation_id"),
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column(
        "role", Text, nullable=False, comment="mentee, mentor, coordinator, facilitator …; a person may have several"
    ),
    Column("person", Text, nullable=False),
    Column("organisation_id", Text, ForeignKey("organisation.id"), comment="who brought the person in, if one did"),
    Column("enrolled_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    # In this order because the question asked most, within the writer's transaction, is who coordinates a cohort.
    PrimaryKeyConstraint("cohort_id", "role", "person"),
    Index(None, "person"),
)

mentorship = Table(
    "mentorship",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("room_key", Text, nullable=False, unique=True, comment="the room's id; from the match to the ending"),
    Column("state", Text, nullable=False, comment="active, paused or ended"),
    Column("opened_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Index(None, "cohort_id"),
)

mentorship_person = Table(
    "mentorship_person",
    metadata,
    Column("mentorship_id", Text, ForeignKey("mentorship.id"), nullable=False),
    Column("person", Text, nullable=False),
    Column("role", Text, nullable=False, comment="mentee or mentor"),
    PrimaryKeyConstraint("mentorship_id", "person"),
    Index(None, "person"),
)
