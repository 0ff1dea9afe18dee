"""What a run came to, in counts and minutes: never what was said."""
