"""Measures the server beside two others in the same run, and prints one table: `python -m bench`."""
