"""The table of what people want of their calendars."""

from sqlalchemy import BigInteger, Boolean, Column, LargeBinary, Table, Text

from server.database import metadata

calendar_wish = Table(
    "calendar_wish",
    metadata,
    Column("person", Text, primary_key=True),
    Column("titles", Text, nullable=False, comment="plain: a meeting is called a meeting; names: also with whom"),
    Column("invitations", Boolean, nullable=False, comment="by mail"),
    Column("feed", LargeBinary, unique=True, comment="SHA-256 of what stands in the feed's address; null: none"),
    Column("feed_since", BigInteger, comment="ms"),
)
