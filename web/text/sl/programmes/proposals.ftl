proposals-title = Predlogi
pair-other = Najdi koga drugega
pair-other-for = Najdi koga drugega: { $names }
