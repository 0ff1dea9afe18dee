"""Files of a room."""
