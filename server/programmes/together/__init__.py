"""Who is with whom in the runs of programmes."""
