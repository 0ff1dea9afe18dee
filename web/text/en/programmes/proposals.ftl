proposals-title = Proposals
pair-other = Find somebody else
pair-other-for = Find somebody else for: { $names }
need-question = has a question about a proposal.
need-question-do = To the proposals
