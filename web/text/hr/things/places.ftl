place-nothing = Ovdje još nema ničega.
thing-up = Pomakni gore
thing-down = Pomakni dolje
