proposals-title = Prijedlozi
pair-other = Nađi nekog drugog
pair-other-for = Nađi nekog drugog: { $names }
