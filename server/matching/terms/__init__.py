"""The lists that a run's people choose from: what one can want or give, fields of work, and what one is."""
