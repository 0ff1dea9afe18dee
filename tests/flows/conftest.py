"""What every flow may ask for."""

from tests.flows.office import either_office, founded_file, founded_postgres, founded_url, office

__all__ = ["either_office", "founded_file", "founded_postgres", "founded_url", "office"]
