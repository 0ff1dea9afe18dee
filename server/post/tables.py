"""The queue of outgoing mail, what a person does not want of it, and when."""

from sqlalchemy import BigInteger, Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from server.database import metadata

mail = Table(
    "mail",
    metadata,
    Column("id", Text, primary_key=True),
    Column("template", Text, nullable=False),
    Column("person", Text, comment="null for who has no account yet"),
    Column("address", Text, nullable=False),
    Column("language", Text, nullable=False, comment="BCP 47"),
    Column("zone", Text, nullable=False, comment="IANA"),
    Column("facts", Text, comment="JSON: names, links, times; null once nobody needs them, because links are secrets"),
    Column("state", Text, nullable=False, comment="waiting, sending, sent, failed or caught"),
    Column("due_at", BigInteger, comment="ms; the next attempt, or the end of the lease while sending; null when over"),
    Column("tries", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger, comment="sent, failed or caught"),
    Column("reason", Text, comment="why the last attempt failed: a code of the mail server or one word"),
    Column("about", Text, comment="what it tells of, where that can be taken back"),
)
_is_open = mail.c.due_at.is_not(None)
Index("ix_mail_due", mail.c.due_at, sqlite_where=_is_open, postgresql_where=_is_open)
Index("ix_mail_ended", mail.c.ended_at)
Index("ix_mail_person", mail.c.person, mail.c.template)
Index("ix_mail_address", mail.c.address, mail.c.template)

unwanted_mail = Table(
    "unwanted_mail",
    metadata,
    Column("person", Text, nullable=False),
    Column("template", Text, nullable=False),
    PrimaryKeyConstraint("person", "template"),
)

quiet_hours = Table(
    "quiet_hours",
    metadata,
    Column("person", Text, primary_key=True, comment="who has chosen their own"),
    Column("start", Text, nullable=False, comment="HH:MM by the clock where the person is"),
    Column("end", Text, nullable=False),
)

told_unread = Table(
    "told_unread",
    metadata,
    Column("person", Text, nullable=False),
    Column("room", Text, nullable=False, comment="the room's id"),
    Column("read", BigInteger, nullable=False, comment="the read marker then: until it rises nothing more is told"),
    PrimaryKeyConstraint("person", "room"),
)
