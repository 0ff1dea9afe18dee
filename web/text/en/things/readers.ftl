readers = Who can read this room
readers-members = Only the people in it: { $names }. Nobody else, whatever their role.
readers-team = The team sees that the room exists and who is in it, nothing of what is written.
readers-keeper = Whoever keeps the server could technically read what is stored on it.
members = In this room
leave-now = Leave the room
