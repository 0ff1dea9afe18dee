"""Open calls of a run, and the applications to them: by people without an account, who come back by a mailed link."""
