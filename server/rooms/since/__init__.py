"""What happened in a room while one of its members was away, read from what the room holds."""
