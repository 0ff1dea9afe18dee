"""The groups of a run: who is in them follows from who takes part, and nobody is in both of the two that are apart."""
