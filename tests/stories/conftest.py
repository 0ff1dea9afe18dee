"""What every story may ask for."""

from tests.stories.opening import open_shared, open_site, shared, site

__all__ = ["open_shared", "open_site", "shared", "site"]
