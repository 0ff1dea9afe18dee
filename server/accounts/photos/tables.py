"""People's photos, small enough to lie beside them."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Table, Text

from server.database import metadata

photo = Table(
    "photo",
    metadata,
    Column("person", Text, ForeignKey("person.id"), primary_key=True),
    Column("picture", LargeBinary, nullable=False, comment="WebP, 256 pixels square, made here"),
    Column("mark", Text, nullable=False, comment="changes with the picture, so that caches know a new one"),
)
