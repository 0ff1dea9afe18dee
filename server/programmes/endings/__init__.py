"""What is left to be done once a run has ended: its rooms close, stay for a while, and are emptied."""
