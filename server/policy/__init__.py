"""Who may do what: one table over frozen facts, denied by default. Domains give the facts, everybody asks here."""

from server.policy.table import Actor, CohortSubject, HouseSubject, RoomSubject, Subject, Verb, may

__all__ = ["Actor", "CohortSubject", "HouseSubject", "RoomSubject", "Subject", "Verb", "may"]
