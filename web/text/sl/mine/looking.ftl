looking-for = Kaj iščem
can-give = Kaj lahko dam
looking-title = Ekipa išče pare
looking-lead-mentee = Najprej povejte, kaj bi radi znali; to bere samo ekipa.
looking-lead-mentor = Povejte, kaj lahko daste; to bere samo ekipa.
looking-say = Povej
looking-said = Povedano, hvala. Poglej znova
