place-nothing = Tu še ni ničesar.
thing-up = Premakni gor
thing-down = Premakni dol
