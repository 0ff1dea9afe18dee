readers = Kdo lahko bere to sobo
readers-members = Samo ljudje, ki so v njej: { $names }. Nihče drug, ne glede na vlogo.
readers-team = Ekipa vidi, da soba obstaja in kdo je v njej, napisanega pa ne.
readers-keeper = Kdor skrbi za strežnik, bi tehnično lahko prebral, kar je na njem shranjeno.
members = V tej sobi
leave-now = Zapusti sobo
