"""Rounds of a run: settings, locks and choices by hand, the engine's answer, and why it is what it is."""
