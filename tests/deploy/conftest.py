"""What every test of deployment may ask for."""

from tests.stories.opening import open_site

__all__ = ["open_site"]
