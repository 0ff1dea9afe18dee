proposed-title = Prijedlog za tebe
proposed-look = Pogledaj u miru
proposed-until = otvoreno do: { $when }
proposed-waiting = Odgovor je bio: da. Sada se pitaju ostali; kad svi kažu da, soba se otvara.
proposed-opened = Vaša je soba otvorena
proposed-times = Pogledaj prve termine
proposed-over = Jedan prijedlog više nije otvoren. Tim traži dalje.
