"""The tables of appointments. Rooms, mentorships and people are other domains': their ids stand without a key."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

appointment = Table(
    "appointment",
    metadata,
    Column("id", Text, primary_key=True, comment="the UID of calendars"),
    Column("kind", Text, nullable=False, comment="meeting, or what a programme has for many"),
    Column("start", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("minutes", Integer, nullable=False),
    Column("zone", Text, nullable=False, comment="IANA: whose wall clock rules"),
    Column("wall", Text, nullable=False, comment="ISO, without zone: what that clock showed"),
    Column("fold", Integer, nullable=False, comment="1: the second time that it showed so that night"),
    Column("tz_release", Text, nullable=False, comment="of the rules by which start was computed"),
    Column("place", Text, nullable=False, comment="call, telephone or address"),
    Column("cohort_id", Text),
    Column("mentorship_id", Text),
    Column("room_key", Text),
    Column("item", BigInteger, comment="which date of the room"),
    Column("names", Text, nullable=False, comment="JSON: language tag -> name, of what is for many"),
    Column("address", Text, nullable=False, comment="of what is for many; a mentorship's stays in its room"),
    Column("state", Text, nullable=False, comment="agreed or cancelled"),
    Column("revision", Integer, nullable=False, comment="the SEQUENCE of calendars"),
    Column("asked_at", Integer, nullable=False, comment="the revision that its time and place are of"),
    Column("ended_at", Integer, nullable=False, comment="the highest revision by which it ended for some alone; or -1"),
    Column("changed_at", BigInteger, nullable=False, comment="ms"),
    Index("ux_appointment_item", "room_key", "item", unique=True),
    Index(None, "mentorship_id", "start"),
    Index(None, "cohort_id", "start"),
    Index(None, "start"),
)

appointment_guest = Table(
    "appointment_guest",
    metadata,
    Column("appointment_id", Text, ForeignKey("appointment.id"), nullable=False),
    Column("person", Text, nullable=False),
    Column("organisation_id", Text, comment="who had brought the person in on that day"),
    Column("country", Text, comment="ISO 3166, of that organisation"),
    Column("answer", Text, nullable=False, comment="NEEDS-ACTION, ACCEPTED, DECLINED or TENTATIVE"),
    Column("came", Boolean, comment="null until somebody has said so"),
    Column("known_start", BigInteger, nullable=False, comment="ms: the time that they were told last; 0: none"),
    Column("known_at", Integer, nullable=False, comment="the revision that that was of; -1: none"),
    Column("told_by", Text, comment="the mail that told it"),
    PrimaryKeyConstraint("appointment_id", "person"),
    Index(None, "person", "appointment_id"),
)
