"""Mentors who said that they may be asked again, until a day of their own; and whom a new run has asked."""
