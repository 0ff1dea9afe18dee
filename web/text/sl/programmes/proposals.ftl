proposals-title = Predlogi
pair-other = Najdi koga drugega
pair-other-for = Najdi koga drugega: { $names }
need-question = ima vprašanje o predlogu.
need-question-do = K predlogom
