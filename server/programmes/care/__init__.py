"""Silence in a mentorship, and whom it is told to, in steps that were agreed at the start."""
