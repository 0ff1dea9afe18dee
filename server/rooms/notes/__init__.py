"""What is written in a room's shared notes: a log of its own for each, of Yjs updates."""
