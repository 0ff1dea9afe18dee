"""One public page per person, with its last day."""

from sqlalchemy import Boolean, Column, ForeignKey, Table, Text

from server.database import metadata

public_page = Table(
    "public_page",
    metadata,
    Column("person", Text, primary_key=True),
    Column("slug", Text, nullable=False, unique=True, comment="its address is /p/<slug>"),
    Column("name", Text, nullable=False, comment="as the person wants to be called there"),
    Column("words", Text, nullable=False, comment="JSON: language tag -> words"),
    Column("links", Text, nullable=False, comment="JSON: title and address of each"),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False, comment="whose funders it names"),
    Column("until", Text, nullable=False, comment="ISO date of its last day, in the person's zone"),
    Column("listed", Boolean, nullable=False, comment="search engines may show it"),
)
