"""Where the bytes of files lie: a port, a directory, and a service that speaks as Amazon's S3 does.

Whoever keeps bytes names them at random and remembers the name; a name tells nothing of whose or what they are.
"""
