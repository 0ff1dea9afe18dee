"""When the people of a mentorship met, as they recorded it: how often, on which day, how long and how."""
