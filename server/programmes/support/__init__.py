"""What was done for a mentee, on five levels, and what they would like more of."""
