"""The table of the meetings that were held: what the team may know of them, and nothing of what was said."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

held_meeting = Table(
    "held_meeting",
    metadata,
    Column("mentorship_id", Text, ForeignKey("mentorship.id"), nullable=False),
    Column("meeting", Integer, nullable=False, comment="its id in the room, to find it again when it is corrected"),
    Column("day", Text, nullable=False, comment="ISO date"),
    Column("minutes", Integer, nullable=False),
    Column("manner", Text, nullable=False, comment="call, telephone or in_person"),
    Column("confirmed_by", Text, comment="who said that it was held"),
    PrimaryKeyConstraint("mentorship_id", "meeting"),
)

held_meeting_person = Table(
    "held_meeting_person",
    metadata,
    Column("mentorship_id", Text, nullable=False),
    Column("meeting", Integer, nullable=False),
    Column("person", Text, nullable=False),
    Column("organisation_id", Text, comment="who had brought the person in on that day"),
    Column("country", Text, comment="ISO 3166, of that organisation"),
    PrimaryKeyConstraint("mentorship_id", "meeting", "person"),
    ForeignKeyConstraint(["mentorship_id", "meeting"], ["held_meeting.mentorship_id", "held_meeting.meeting"]),
)
