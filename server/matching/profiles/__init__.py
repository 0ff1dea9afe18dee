"""What people of a run tell its team so that the right two meet: the need first, and what a mentor can give."""
