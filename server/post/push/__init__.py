"""Web push without content: a device learns that there is something new, and nothing of what."""
