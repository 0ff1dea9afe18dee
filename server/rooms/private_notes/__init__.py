"""What somebody writes down about a room for themself alone: nothing here gives a note to anybody but its author."""
