"""Outgoing mail: a queue in the database, texts in the reader's language, never content."""
