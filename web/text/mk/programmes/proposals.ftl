proposals-title = Предлози
pair-other = Најди некој друг
pair-other-for = Најди некој друг: { $names }
