"""The whole database as one file, and back: made while the server writes, checked wholly before anything is touched."""
