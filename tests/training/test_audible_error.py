"""The error that a person reads: of what is heard, the same for a set with much silence as for one without."""

import pytest
import torch

from vschaos.training.audible_error import audible_error_db

PEAK, AUDIBLE, INAUDIBLE, SILENT = 0.5, 0.5e-2, 0.5e-3 / 2, 1e-6


def frames(*rows: tuple[float, ...]) -> torch.Tensor:
    return torch.tensor(rows)


def error(wanted: torch.Tensor, made: torch.Tensor) -> float:
    return float(audible_error_db(wanted, made)[0])


def test_a_gain_is_an_error_of_its_decibels():
    sound = 0.1 + 0.4 * torch.rand(5, 9)
    assert error(sound, sound) == 0
    assert error(sound, sound * 10 ** (-3 / 20)) == pytest.approx(3.0, abs=1e-4)


def test_what_is_far_below_the_peak_does_not_count():
    assert error(frames((PEAK, AUDIBLE, INAUDIBLE)), frames((PEAK, AUDIBLE, INAUDIBLE / 10))) == 0
    assert error(frames((PEAK, AUDIBLE, INAUDIBLE)), frames((PEAK, AUDIBLE / 10, INAUDIBLE))) == pytest.approx(10.0)


def test_what_is_added_counts_as_does_what_is_missing():
    one, other = frames((PEAK, SILENT)), frames((PEAK, AUDIBLE))
    assert error(one, other) == pytest.approx(error(other, one)) == pytest.approx(27.0, abs=0.1)


def test_silence_makes_no_error_smaller():
    sound, worse = torch.full((2, 4), 0.5), torch.full((2, 4), 0.25)
    silence = torch.full((6, 4), SILENT)
    found, counted = audible_error_db(torch.cat([sound, silence]), torch.cat([worse, silence / 2]))
    assert float(found) == pytest.approx(6.02, abs=0.01)
    assert counted == 2
    assert audible_error_db(silence, silence) == (0, 0)
    assert error(silence, sound[:1].expand(6, -1)) > 90


def test_a_wrong_level_counts_though_most_bins_are_right():
    loud = frames((PEAK, *[2 * AUDIBLE] * 20))
    assert error(loud, frames((PEAK / 2, *[2 * AUDIBLE] * 20))) == pytest.approx(6.0, abs=0.1)
