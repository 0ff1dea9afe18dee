"""What every story may ask for."""

from tests.stories.opening import open_site, shared, site

__all__ = ["open_site", "shared", "site"]
