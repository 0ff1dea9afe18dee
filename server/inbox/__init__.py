"""Each person's own log: hints of what changed for them, without content."""
