"""Hints between nodes: a port, one adapter in memory and one over channels-redis. A hint may be lost, late or doubled;
whoever holds a position reads what is missing from the log."""
