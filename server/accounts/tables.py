"""People and what proves that a browser is one of them. Of tokens only a hash is kept: a copy of this database signs
nobody in."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, LargeBinary, PrimaryKeyConstraint, Table, Text

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
    Column("state", Text, nullable=False, comment="invited, withdrawn, active or disabled"),
    Column("created_at", BigInteger, nullable=False, comment="ms since 1970, UTC"),
    Column("keeper", Boolean, nullable=False, comment="set the server up: may invite whoever runs a programme or not"),
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
    Column("stay", Boolean, nullable=False, comment="on the person's own device, by their word"),
    Column("idle", BigInteger, nullable=False, comment="ms that it lives without being used"),
    Column("ends_at", BigInteger, nullable=False, comment="its last day, however much it is used"),
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

link = Table(
    "link",
    metadata,
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("purpose", Text, nullable=False, comment="invitation, password_reset, sign_in or address"),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("email", Text, nullable=False, comment="where it was mailed to, and the only address that it is good for"),
    Column("created_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("opened_at", BigInteger, comment="when somebody first looked what it is"),
    Column("used_at", BigInteger),
    # One of each: a new link takes the place of the one before, which is dead with that.
    PrimaryKeyConstraint("person", "purpose"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False, unique=True),
    Column("inviter", Text, ForeignKey("person.id"), comment="null for the command line"),
    Column("invited_at", BigInteger, nullable=False),
    Column("accepted_at", BigInteger),
    Index(None, "inviter"),
)

second_factor = Table(
    "second_factor",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("secret", LargeBinary, nullable=False, comment="sealed"),
    Column("confirmed_at", BigInteger, comment="null while it is only offered"),
    Column("last_step", BigInteger, nullable=False, comment="of the newest code that was used: none is good twice"),
)

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("code_hash", LargeBinary, nullable=False, comment="SHA-256; the row goes when the code is used"),
    PrimaryKeyConstraint("person", "code_hash"),
)
