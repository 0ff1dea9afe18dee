"""Who would like a talk with the team, and who answers."""
