"""Commands that were carried out: the same id again gets the same answer, and nothing twice."""
