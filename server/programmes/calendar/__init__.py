"""The dates that a run has for everybody."""
