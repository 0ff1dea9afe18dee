"""Who takes part in a run, as what, and brought in by whom."""
