when-title = When could I?
when-asked-by = { $name } asks, in order to find a time for all
when-yes = Yes
when-maybe = If need be
when-no = No
when-noted = Noted.
when-noted-all = Noted, thank you. It can be changed until it is decided.
when-undo = Take back
