proposals-title = Предлози
pair-other = Нађи неког другог
pair-other-for = Нађи неког другог: { $names }
