"""Who did what, about whom: append-only, and never a content."""
