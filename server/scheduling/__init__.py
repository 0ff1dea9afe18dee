"""When people can meet, and when they will. The modules here compute, and do no I/O: hours in their own zones, times in
common, series, calendars of others. What is stored has a folder each."""
