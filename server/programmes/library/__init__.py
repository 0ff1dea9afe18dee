"""What a run gives its people to read: kept and shown as a whole."""
