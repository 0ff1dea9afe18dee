"""The process that computes rounds: `server/matching/rounds/child.py`, with what it is told made into what the
engine is asked."""

from server.flows.round_telling import asked
from server.matching.rounds.child import main

if __name__ == "__main__":
    main(asked)
