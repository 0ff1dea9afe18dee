"""Alembic's entry: runs the migrations on the connection that the caller opened and locked."""

from typing import Literal

from alembic import context

from server.accounts import tables as _accounts  # noqa: F401 (registers its tables)
from server.database import Content, metadata
from server.inbox import tables as _inbox  # noqa: F401
from server.installation import installation as _installation  # noqa: F401
from server.post import tables as _post  # noqa: F401
from server.presence import tables as _presence  # noqa: F401
from server.programmes import tables as _programmes  # noqa: F401
from server.rooms import tables as _rooms  # noqa: F401


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """A migration stands for itself: it names no type of the product, which may change later."""
    return "sa.LargeBinary()" if kind == "type" and isinstance(item, Content) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
