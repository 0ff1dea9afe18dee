"""When people meet, and who is invited: what reminders, calendars, sums and the team know of it. Never its words."""
