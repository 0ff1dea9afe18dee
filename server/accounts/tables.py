"""People and what proves that a browser is one of them. Of tokens only a hash is kept: a copy of this database signs
nobody in."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, LargeBinary, Table, Text

from server.database import metadata

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False, comment="as given"),
    Column("email_key", Text, nullable=False, unique=True, comment="the address as it is compared"),
    Column("password_hash", Text, comment="argon2id; null for who cannot sign in with a password"),
    Column("language", Text, nullable=False, comment="BCP 47"),
    Column("zone", Text, nullable=False, comment="IANA"),
    Column("demo", Boolean, nullable=False, comment="signs in on loopback only: the password is public"),
    Column("state", Text, nullable=False, comment="active or disabled"),
    Column("created_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
)

login = Table(
    "login",
    metadata,
    Column("id", Text, primary_key=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True, comment="SHA-256 of the cookie's token"),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("label", Text, nullable=False, comment="which browser on which system, for the person's own list"),
    Column("created_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False, comment="written at most once an hour"),
    Column("expires_at", BigInteger, nullable=False, comment="moves on with seen_at, up to a last day"),
    Column("ended_at", BigInteger, comment="null while it is good"),
    Index(None, "person"),
    # Asked every few seconds by every node: which logins have ended since?
    Index(None, "ended_at"),
)

set_up_link = Table(
    "set_up_link",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("created_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
)
