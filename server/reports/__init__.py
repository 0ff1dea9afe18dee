"""Messages of a room that one of its members shows to the safeguarding contact: copied when they are shown, kept until
a day that is told beforehand, read by that contact alone."""
