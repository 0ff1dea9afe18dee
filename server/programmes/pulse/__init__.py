"""How it is going, in one of five words, once a month and only from who wants to say it."""
