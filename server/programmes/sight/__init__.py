"""What the team of a run sees of its people: one question, whoever asks it."""
