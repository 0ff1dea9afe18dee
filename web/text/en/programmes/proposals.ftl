proposals-title = Proposals
pair-other = Find somebody else
pair-other-for = Find somebody else for: { $names }
