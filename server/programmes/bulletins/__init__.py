"""What coordinators announce to the people of a run, and what those answer."""
