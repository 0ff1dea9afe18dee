"""What a person wants of their own calendar: how titles read there, whether invitations come by mail, and the address
of a feed that shows their dates to whoever has it."""
