"""Organisations, programmes and their runs: setting them up, and how far a run is on the way to its start."""
