"""Public pages of people who want their work shown."""
