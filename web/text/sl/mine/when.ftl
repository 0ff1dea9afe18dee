when-title = Kdaj lahko?
when-asked-by = Sprašuje { $name }, da se najde čas za vse
when-yes = Da
when-maybe = Če je treba
when-no = Ne
when-noted = Zabeleženo.
when-noted-all = Zabeleženo, hvala. Dokler ni nič odločeno, se da spremeniti.
when-undo = Vrni, kot je bilo
