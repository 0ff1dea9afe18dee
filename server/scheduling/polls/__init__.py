"""A time for many: who has to be there, which times are looked at, who was asked, and what they answered."""
