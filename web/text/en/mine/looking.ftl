looking-for = What I am looking for
can-give = What I can give
looking-title = The team is looking for pairs
looking-lead-mentee = Say first what you want to be able to do; it is read by the team alone.
looking-lead-mentor = Say what you can give; it is read by the team alone.
looking-say = Say it
looking-said = Said, thank you. Look at it again
