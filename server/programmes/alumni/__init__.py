"""Who agreed to stay known after a run, and who wants to be found."""
