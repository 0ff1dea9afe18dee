proposed-title = A proposal for you
proposed-look = Look at it in peace
proposed-until = open until { $when }
proposed-waiting = You said yes. Now the others are asked; when everybody has said yes, the room opens.
proposed-opened = Your room is open
proposed-times = See the first times
proposed-over = A proposal is not open any more. The team looks on for you.
