"""What is still to be said before a date: a day, and an hour, before it."""
