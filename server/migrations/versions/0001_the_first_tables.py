"""The first tables.

Revision: 0001
After:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "epoch",
            sa.Text(),
            nullable=False,
            comment="names this life of every log; changed when offsets may be reused",
        ),
        sa.Column(
            "start_stamp",
            sa.Text(),
            nullable=False,
            comment="equal to the file beside it, unless the database was put back",
        ),
        sa.Column("token_key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column(
            "names", sa.Text(), nullable=False, comment="JSON: language tag -> name, in the organisation's own order"
        ),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False, comment="ISO 3166, two letters"),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False, comment="as given"),
        sa.Column("email_key", sa.Text(), nullable=False, comment="the address as it is compared"),
        sa.Column(
            "password_hash", sa.Text(), nullable=True, comment="argon2id; null for who cannot sign in with a password"
        ),
        sa.Column("language", sa.Text(), nullable=False, comment="BCP 47"),
        sa.Column("zone", sa.Text(), nullable=False, comment="IANA"),
        sa.Column("demo", sa.Boolean(), nullable=False, comment="signs in on loopback only: the password is public"),
        sa.Column("state", sa.Text(), nullable=False, comment="active or disabled"),
        sa.Column("created_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email_key", name=op.f("uq_person_email_key")),
    )
    op.create_table(
        "room",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False, comment="the room's id outside of this database"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("key", name=op.f("uq_room_key")),
    )
    op.create_table(
        "set_up_link",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_set_up_link")),
    )
    op.create_table(
        "draft",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_draft_room_id_room")),
        sa.PrimaryKeyConstraint("person", "room_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "entry",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.Column("actor", sa.Text(), nullable=True, comment="a person's id; null when the server itself acted"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column(
            "subject", sa.BigInteger(), nullable=True, comment="the message (its first offset) that the entry is about"
        ),
        sa.Column("command_id", sa.Text(), nullable=False),
        sa.Column(
            "command_hash",
            sa.LargeBinary(),
            nullable=True,
            comment="null once the body was taken back: a hash would confirm a guess",
        ),
        sa.Column("body", sa.LargeBinary(), nullable=True, comment="JSON as validated; null once taken back"),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_entry_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "offset", name=op.f("pk_entry")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index("ix_entry_command", ["command_id", "actor", "room_id"], unique=True)
        batch_op.create_index(
            "ix_entry_subject",
            ["room_id", "subject"],
            unique=False,
            sqlite_where=sa.text("subject IS NOT NULL"),
            postgresql_where=sa.text("subject IS NOT NULL"),
        )

    op.create_table(
        "login",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False, comment="SHA-256 of the cookie's token"),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column(
            "label", sa.Text(), nullable=False, comment="which browser on which system, for the person's own list"
        ),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False, comment="written at most once an hour"),
        sa.Column("expires_at", sa.BigInteger(), nullable=False, comment="moves on with seen_at, up to a last day"),
        sa.Column("ended_at", sa.BigInteger(), nullable=True, comment="null while it is good"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_login_person_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_login_token_hash")),
    )
    with op.batch_alter_table("login", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_login_ended_at"), ["ended_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_login_person"), ["person"], unique=False)

    op.create_table(
        "message",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "first", sa.BigInteger(), nullable=False, comment="offset of the entry that posted it: the message's id"
        ),
        sa.Column("last", sa.BigInteger(), nullable=False, comment="offset of the entry that changed it last"),
        sa.Column("number", sa.BigInteger(), nullable=False, comment="1, 2, 3 … in its room"),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("edited_at", sa.BigInteger(), nullable=True),
        sa.Column("reply_to", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=True, comment="null once withdrawn"),
        sa.Column("key_id", sa.SmallInteger(), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_message_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", "first", name=op.f("pk_message")),
    )
    op.create_table(
        "programme",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False, comment="JSON: language tag -> name"),
        sa.Column("lead_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["organisation.id"], name=op.f("fk_programme_lead_id_organisation")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
    )
    op.create_table(
        "read_marker",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_read_marker_room_id_room")),
        sa.PrimaryKeyConstraint("person", "room_id", name=op.f("pk_read_marker")),
    )
    op.create_table(
        "room_head",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False, comment="of the newest entry"),
        sa.Column("talk", sa.BigInteger(), nullable=False, comment="how many messages were ever posted"),
        sa.Column(
            "state_offset",
            sa.BigInteger(),
            nullable=False,
            comment="of the newest entry that changed the state document",
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_head_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", name=op.f("pk_room_head")),
    )
    op.create_table(
        "room_member",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=False, comment="entries with a higher offset may be read"),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_member_room_id_room")),
        sa.PrimaryKeyConstraint("person", "room_id", name=op.f("pk_room_member")),
    )
    op.create_table(
        "room_state",
        sa.Column("room_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "document", sa.LargeBinary(), nullable=False, comment="RoomState as JSON, as of the head's state_offset"
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_room_state_room_id_room")),
        sa.PrimaryKeyConstraint("room_id", name=op.f("pk_room_state")),
    )
    op.create_table(
        "cohort",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("programme_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False, comment="ISO date of its first day in the home zone"),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("home_zone", sa.Text(), nullable=False, comment="IANA: where its common dates are counted"),
        sa.Column("least_meetings", sa.Integer(), nullable=False, comment="a mentorship's meetings, at least"),
        sa.Column("least_gatherings", sa.Integer(), nullable=False, comment="a person's gatherings, at least"),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_cohort_programme_id_programme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
    )
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cohort_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "enrolment",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column(
            "role",
            sa.Text(),
            nullable=False,
            comment="mentee, mentor, coordinator, facilitator …; a person may have several",
        ),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True, comment="who brought the person in, if one did"),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_enrolment_cohort_id_cohort")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_enrolment_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("cohort_id", "role", "person", name=op.f("pk_enrolment")),
    )
    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrolment_person"), ["person"], unique=False)

    op.create_table(
        "mentorship",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("room_key", sa.Text(), nullable=False, comment="the room's id; from the match to the ending"),
        sa.Column("state", sa.Text(), nullable=False, comment="active, paused or ended"),
        sa.Column("opened_at", sa.BigInteger(), nullable=False, comment="ms since 1970, UTC"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_mentorship_cohort_id_cohort")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorship")),
        sa.UniqueConstraint("room_key", name=op.f("uq_mentorship_room_key")),
    )
    with op.batch_alter_table("mentorship", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mentorship_cohort_id"), ["cohort_id"], unique=False)

    op.create_table(
        "partnership",
        sa.Column("cohort_id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="lead, partner, handover or guest"),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_partnership_cohort_id_cohort")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_partnership_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("cohort_id", "organisation_id", name=op.f("pk_partnership")),
    )
    op.create_table(
        "mentorship_person",
        sa.Column("mentorship_id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="mentee or mentor"),
        sa.ForeignKeyConstraint(
            ["mentorship_id"], ["mentorship.id"], name=op.f("fk_mentorship_person_mentorship_id_mentorship")
        ),
        sa.PrimaryKeyConstraint("mentorship_id", "person", name=op.f("pk_mentorship_person")),
    )
    with op.batch_alter_table("mentorship_person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mentorship_person_person"), ["person"], unique=False)
