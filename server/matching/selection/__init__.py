"""Choosing among applications: who reads them, what they think of each, interviews, outcomes and their letters."""
