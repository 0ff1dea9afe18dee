proposals-title = Prijedlozi
pair-other = Nađi nekog drugog
pair-other-for = Nađi nekog drugog: { $names }
need-question = ima pitanje o prijedlogu.
need-question-do = Na prijedloge
