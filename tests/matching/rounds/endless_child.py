"""Works until whoever asked goes away, or kills it."""

import sys

from tests.matching.rounds.doubles import begin

begin()
sys.stdin.buffer.read()
