"""The tables of people's hours, and of the calendars of theirs that say when they are busy. Hours are read and written
as a whole, by the person alone; of a calendar nothing is kept but when."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from server.database import metadata

person_hours = Table(
    "person_hours",
    metadata,
    Column("person", Text, primary_key=True),
    Column("zone", Text, nullable=False, comment="IANA: on whose wall clock they are meant"),
    Column("weekly", Text, nullable=False, comment="JSON: seven days from Monday on, of [start, end] in minutes"),
    Column("exceptions", Text, nullable=False, comment="JSON: ISO date -> the same for that day; [] is no time"),
    Column("country", Text, comment="ISO 3166, whose public holidays are kept free"),
    Column("version", Integer, nullable=False),
    Column("changed_at", BigInteger, nullable=False, comment="ms"),
)

busy_calendar = Table(
    "busy_calendar",
    metadata,
    Column("person", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("address", Text, comment="where it is read again and again, a secret; null: it came as a file"),
    Column("busy", LargeBinary, nullable=False, comment="pairs of seconds since 1970, each 64 bits, little-endian"),
    Column("left_out", Integer, nullable=False, comment="entries that could not be understood"),
    Column("read_at", BigInteger, comment="ms; null until it was read"),
    Column("until", BigInteger, comment="ms; what lies later was not read"),
    Column("fault", Text, comment="why it could not be read the last time"),
    Column("faults", Integer, nullable=False, comment="times in a row"),
    Column("due_at", BigInteger, comment="ms: when it is read next; null: never"),
    Column("added_at", BigInteger, nullable=False, comment="ms"),
    PrimaryKeyConstraint("person", "id"),
    Index(None, "due_at"),
)
