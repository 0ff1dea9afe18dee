"""Alembic's entry: runs the migrations on the connection that the caller opened and locked."""

from typing import Literal

from alembic import context

from server.accounts import tables as _accounts  # noqa: F401 (registers its tables)
from server.accounts.photos import tables as _photos  # noqa: F401
from server.database import Content, metadata
from server.inbox import tables as _inbox  # noqa: F401
from server.installation import installation as _installation  # noqa: F401
from server.matching.calls import tables as _open_calls  # noqa: F401
from server.matching.mentor_pool import tables as _mentor_pool  # noqa: F401
from server.matching.profiles import tables as _profiles  # noqa: F401
from server.matching.proposals import tables as _proposals  # noqa: F401
from server.matching.rounds import tables as _matching_rounds  # noqa: F401
from server.matching.selection import tables as _selection  # noqa: F401
from server.matching.terms import tables as _terms  # noqa: F401
from server.post import tables as _post  # noqa: F401
from server.post.push import tables as _push  # noqa: F401
from server.presence import tables as _presence  # noqa: F401
from server.programmes import tables as _programmes  # noqa: F401
from server.programmes.alumni import tables as _alumni  # noqa: F401
from server.programmes.bulletins import tables as _bulletins  # noqa: F401
from server.programmes.calendar import tables as _calendar  # noqa: F401
from server.programmes.care import tables as _care  # noqa: F401
from server.programmes.circles import tables as _circles  # noqa: F401
from server.programmes.endings import tables as _endings  # noqa: F401
from server.programmes.gatherings import tables as _gatherings  # noqa: F401
from server.programmes.library import tables as _library  # noqa: F401
from server.programmes.meetings import tables as _meetings  # noqa: F401
from server.programmes.pages import tables as _pages  # noqa: F401
from server.programmes.pulse import tables as _pulse  # noqa: F401
from server.programmes.support import tables as _support  # noqa: F401
from server.programmes.talks import tables as _talks  # noqa: F401
from server.reports import tables as _reports  # noqa: F401
from server.rooms import tables as _rooms  # noqa: F401
from server.rooms.search import tables as _search
from server.scheduling.appointments import tables as _appointments  # noqa: F401
from server.scheduling.availability import tables as _availability  # noqa: F401
from server.scheduling.calendars import tables as _calendars  # noqa: F401
from server.scheduling.polls import tables as _polls  # noqa: F401
from server.scheduling.reminders import tables as _reminders  # noqa: F401


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """A migration stands for itself: it names no type of the product, which may change later."""
    return "sa.LargeBinary()" if kind == "type" and isinstance(item, Content) else False


def is_known(name: str | None, kind: str, _of: object) -> bool:
    """Not the words of search, which each database keeps in its own way, nor what SQLite adds to them."""
    return kind != "table" or not (name or "").startswith(_search.WORDS)


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render_item,
    include_name=is_known,
)
with context.begin_transaction():
    context.run_migrations()
