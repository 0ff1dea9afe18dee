readers = Tko može čitati ovu sobu
readers-members = Samo oni koji su u njoj: { $names }. Nitko drugi, bez obzira na ulogu.
readers-team = Tim vidi da soba postoji i tko je u njoj, a ništa od napisanog.
readers-keeper = Tko održava poslužitelj, tehnički bi mogao pročitati ono što je na njemu pohranjeno.
members = U ovoj sobi
leave-now = Napusti sobu
