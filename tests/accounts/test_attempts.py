"""How often a password may be tried, and by whom a person can not be shut out."""

from __future__ import annotations

import pytest

from server.accounts.attempts import KEPT, Attempts
from server.errors import Refused


class Trial:
    def __init__(self, *, limited: bool = True) -> None:
        self.seconds = 0.0
        self.attempts = Attempts(lambda: self.seconds, limited=limited)

    def fail(self, account: str, address: str) -> bool:
        """Whether a try was let through; it failed then."""
        try:
            self.attempts.begin(account, address)
        except Refused:
            return False
        return True

    def succeed(self, account: str, address: str) -> None:
        self.attempts.succeeded(self.attempts.begin(account, address))

    def failures(self, account: str, address: str) -> int:
        """How many tries are let through now."""
        return next(count for count in range(1_000) if not self.fail(account, address))


def stranger(number: int) -> str:
    return f"198.51.{number // 250}.{number % 250}"


def test_one_address_has_few_tries_for_one_account() -> None:
    trial = Trial()
    assert trial.failures("ana", "203.0.113.7") == 6
    trial.seconds += 59
    assert trial.failures("ana", "203.0.113.7") == 0
    trial.seconds += 1
    assert trial.failures("ana", "203.0.113.7") == 1


def test_the_wait_that_is_told_is_enough() -> None:
    trial = Trial()
    trial.failures("ana", "203.0.113.7")
    with pytest.raises(Refused, match="too_many_attempts") as refused:
        trial.attempts.begin("ana", "203.0.113.7")
    assert int(refused.value.parameters["seconds"]) > 0
    trial.seconds += int(refused.value.parameters["seconds"])
    assert trial.fail("ana", "203.0.113.7")


def test_an_address_has_so_many_tries_for_all_accounts_together() -> None:
    trial = Trial()
    assert sum(trial.fail(f"person {number}", "203.0.113.7") for number in range(200)) == 60


def test_who_succeeds_costs_the_others_at_their_address_nothing() -> None:
    trial = Trial()
    for number in range(500):
        trial.succeed(f"person {number}", "203.0.113.7")


def test_signing_in_makes_up_for_earlier_mistakes() -> None:
    trial = Trial()
    for _ in range(5):
        trial.fail("ana", "203.0.113.7")
    trial.succeed("ana", "203.0.113.7")
    assert trial.failures("ana", "203.0.113.7") == 6


def test_an_account_of_ones_own_gives_no_more_tries_at_others() -> None:
    trial = Trial()
    for number in range(59):
        trial.succeed("mallory", "203.0.113.7")
        assert trial.fail(f"person {number}", "203.0.113.7")
    assert trial.failures("somebody else", "203.0.113.7") == 1


def test_many_addresses_are_slowed_at_one_account() -> None:
    trial = Trial()
    assert sum(trial.fail("ana", stranger(number)) for number in range(500)) == 60


def test_strangers_cannot_shut_a_person_out_of_where_they_have_been() -> None:
    trial = Trial()
    trial.succeed("ana", "203.0.113.7")
    for number in range(500):
        trial.fail("ana", stranger(number))
    trial.succeed("ana", "203.0.113.7")
    assert trial.failures("ana", "203.0.113.7") == 6


def test_a_stranger_behind_the_same_address_cannot_shut_a_person_out_of_where_they_have_been() -> None:
    """A device in the same house, a whole network behind one address."""
    trial = Trial()
    trial.succeed("ana", "203.0.113.7")
    for number in range(500):
        trial.fail(f"person {number}", "203.0.113.7")
    assert not trial.fail("somebody new", "203.0.113.7")
    trial.succeed("ana", "203.0.113.7")


def test_a_browser_by_which_somebody_came_in_is_told_from_strangers_wherever_it_goes() -> None:
    trial = Trial()
    for number in range(500):
        trial.fail("ana", stranger(number))
        trial.fail(f"person {number}", "203.0.113.7")
    assert not trial.fail("ana", "203.0.113.7"), "after a start anew nothing is remembered of her address"
    trial.attempts.succeeded(trial.attempts.begin("ana", "203.0.113.7", "her browser"))


def test_a_browser_by_which_somebody_came_in_has_few_tries_too() -> None:
    trial = Trial()
    for _ in range(6):
        trial.attempts.begin("ana", "203.0.113.7", "her browser")
    with pytest.raises(Refused, match="too_many_attempts"):
        trial.attempts.begin("ana", "198.51.100.1", "her browser")


def test_a_stranger_behind_another_address_cannot_shut_a_person_out_at_all() -> None:
    trial = Trial()
    for _ in range(1_000):
        trial.fail("ana", "198.51.100.1")
    trial.succeed("ana", "203.0.113.7")


def test_a_try_that_nobody_looked_at_does_not_count() -> None:
    trial = Trial()
    for _ in range(100):
        trial.attempts.not_tried(trial.attempts.begin("ana", "203.0.113.7"))


def test_tries_that_run_at_the_same_time_count_from_their_beginning() -> None:
    trial = Trial()
    running = [trial.attempts.begin("ana", "203.0.113.7") for _ in range(6)]
    assert not trial.fail("ana", "203.0.113.7")
    trial.attempts.succeeded(running[0])


def test_nothing_grows_without_end() -> None:
    trial = Trial()
    for number in range(KEPT + 500):
        trial.succeed(f"person {number}", stranger(number))
    kept = (trial.attempts._pairs, trial.attempts._networks, trial.attempts._accounts)
    assert all(len(buckets._buckets) <= KEPT for buckets in kept)
    assert len(trial.attempts._known) == KEPT


def test_without_limits_everything_is_let_through() -> None:
    trial = Trial(limited=False)
    assert all(trial.fail("ana", "203.0.113.7") for _ in range(500))
