looking-for = Što tražim
can-give = Što mogu dati
looking-title = Tim traži parove
looking-lead-mentee = Najprije recite što želite moći; to čita samo tim.
looking-lead-mentor = Recite što možete dati; to čita samo tim.
looking-say = Reci
looking-said = Rečeno, hvala. Pogledaj ponovno
