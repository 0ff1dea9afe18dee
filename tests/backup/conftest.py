"""What every test of backups may ask for."""

from tests.stories.opening import open_site

__all__ = ["open_site"]
