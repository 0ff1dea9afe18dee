"""The programmes' tables: who offers mentoring, one run of it with its people, the mentorships that came of it, and who
did what to whom of them.

Person ids and room keys stand without a foreign key: people belong to the accounts, rooms to the rooms, and a domain's
tables do not know another's. Nothing here says anything about what is said in a room.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from server.database import metadata

organisation = Table(
    "organisation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("names", Text, nullable=False, comment="JSON: language tag -> name, in the organisation's own order"),
    Column("town", Text, nullable=False),
    Column("country", Text, nullable=False, comment="ISO 3166, two letters"),
    Column("zone", Text, nullable=False, comment="IANA"),
    Column("version", Integer, nullable=False),
    Column("added_by", Text, comment="person; null for what came along"),
)

programme = Table(
    "programme",
    metadata,
    Column("id", Text, primary_key=True),
    Column("names", Text, nullable=False, comment="JSON: language tag -> name"),
    Column("lead_id", Text, ForeignKey("organisation.id"), nullable=False),
    Column("version", Integer, nullable=False),
)

cohort = Table(
    "cohort",
    metadata,
    Column("id", Text, primary_key=True),
    Column("programme_id", Text, ForeignKey("programme.id"), nullable=False),
    Column("names", Text, nullable=False, comment="JSON: language tag -> name; empty: called as its programme"),
    Column("start", Text, nullable=False, comment="ISO date of its first day in the home zone"),
    Column("end", Text, nullable=False, comment="ISO date of its last day"),
    Column("home_zone", Text, nullable=False, comment="IANA: where its common dates are counted"),
    Column("least_meetings", Integer, nullable=False, comment="a mentorship's meetings, at least"),
    Column("least_gatherings", Integer, nullable=False, comment="a person's gatherings, at least"),
    Column("state", Text, nullable=False, comment="draft, running or ended"),
    Column("help_name", Text, comment="whom everybody in it may ring up"),
    Column("help_phone", Text),
    Column(
        "silence_days",
        Text,
        comment="JSON: after so many days of silence the person, both, the team hear of it; null for no such care",
    ),
    Column(
        "first_words", Text, nullable=False, comment="JSON: language tag -> what stands at the top of each new room"
    ),
    Column("version", Integer, nullable=False),
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

credit = Table(
    "credit",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("place", Integer, nullable=False, comment="0, 1, 2 … as they are shown"),
    Column("funder", Text, nullable=False),
    Column("words", Text, nullable=False, comment="JSON: language tag -> what has to be said of the funder"),
    Column("disclaimer", Text, nullable=False, comment="JSON: language tag -> words"),
    Column("starts", Text, comment="ISO date from which it holds"),
    Column("ends", Text, comment="ISO date up to which it holds"),
    PrimaryKeyConstraint("cohort_id", "place"),
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
    Column("state", Text, nullable=False, comment="active, paused, stopped or ended"),
    Column("opened_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("since", BigInteger, nullable=False, comment="ms, of its state"),
    Column("version", Integer, nullable=False),
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

act = Table(
    "act",
    metadata,
    Column("id", Text, primary_key=True, comment="ordered by the time it was made"),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("kind", Text, nullable=False),
    Column("actor", Text, comment="person; null for the server itself"),
    Column("about", Text, comment="person"),
    Column("role", Text, comment="which part, or which state was set; never a content"),
    Index(None, "cohort_id", "id"),
    Index(None, "about", "id"),
    Index(None, "actor", "id"),
)

programme_command = Table(
    "programme_command",
    metadata,
    Column("person", Text, nullable=False, comment="who asked"),
    Column("command_id", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False, comment="tells the same command from another one"),
    Column("made", Text, nullable=False, comment="the id of what came of it"),
    Column("at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    PrimaryKeyConstraint("person", "command_id"),
)
