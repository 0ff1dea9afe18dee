"""What a programme's date becomes once its day comes: its door, who came, and who needs what at its place."""
