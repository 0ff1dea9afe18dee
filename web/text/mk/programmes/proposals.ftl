proposals-title = Предлози
pair-other = Најди некој друг
pair-other-for = Најди некој друг: { $names }
need-question = има прашање за предлог.
need-question-do = Кон предлозите
