"""Finding words in rooms: derived from the log, filled by a follower of it, emptied with what is taken back.

It is the one place where content stands in plain words beside the log: folded, so that both scripts are one.
"""
