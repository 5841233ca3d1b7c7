"""Options out of range are sentences that name the option and its range."""

from __future__ import annotations

import math
from argparse import Namespace

import pytest

from vschaos.cli.option_limits import check_options
from vschaos.configs.records import Limits
from vschaos.errors import VschaosError

LIMITS = {"gain_db": Limits(-60, 12, "dB"), "seconds": Limits(0, 3600, "seconds", above=True), "n": Limits(1, math.inf)}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"gain_db": 40.0}, "--gain-db is 40; it must be −60 to 12 dB."),
        ({"gain_db": math.nan}, "--gain-db is nan; it must be −60 to 12 dB."),
        ({"seconds": 0.0}, "--seconds is 0; it must be above 0 to 3,600 seconds."),
        ({"gain_db": 0.0, "n": 0}, "--n is 0; it must be 1 or more."),
    ],
)
def test_a_value_out_of_range_is_a_sentence(values, sentence):
    with pytest.raises(VschaosError) as caught:
        check_options(Namespace(**values), LIMITS)
    assert caught.value.sentence == sentence


def test_options_that_are_not_set_are_skipped():
    check_options(Namespace(gain_db=12, seconds=None), LIMITS)
