"""When somebody can usually meet: weekly hours on their own wall clock, other hours on single days, holidays."""
