when-title = Kad mogu?
when-asked-by = Pita { $name }, da se nađe vrijeme za sve
when-yes = Da
when-maybe = Ako treba
when-no = Ne
when-noted = Zabilježeno.
when-noted-all = Zabilježeno, hvala. Dok ništa nije odlučeno, može se promijeniti.
when-undo = Vrati kako je bilo
