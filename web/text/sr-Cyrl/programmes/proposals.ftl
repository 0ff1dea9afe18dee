proposals-title = Предлози
pair-other = Нађи неког другог
pair-other-for = Нађи неког другог: { $names }
need-question = има питање о предлогу.
need-question-do = На предлоге
