"""Who walks with whom: opening a mentorship, changing it, ending it."""
