"""What a member writes for themselves alone: a page for each month, and one for half-way."""
