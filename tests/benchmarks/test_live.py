"""What the benchmarks of the playing engine share: options, slopes, rates; and the smallest run of each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from benchmarks import latency, voices
from benchmarks._live import at_rate, memory_slope_mb_min, options, quantiles


@dataclass(frozen=True)
class Chosen:
    seconds: float = 60.0
    server: str = "jack"
    training: bool = True
    most: int = 16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Chosen()),
        ("seconds=1800,server=pulse", Chosen(1800.0, "pulse")),
        ("training=no,most=4", Chosen(training=False, most=4)),
        ("training=0", Chosen(training=False)),
        ("training=1", Chosen()),
    ],
)
def test_options_come_from_the_environment(text, expected, monkeypatch):
    monkeypatch.setenv("VSCHAOS_TRIED", text)
    assert options("VSCHAOS_TRIED", Chosen()) == expected


def test_an_unknown_option_names_the_known_ones(monkeypatch):
    monkeypatch.setenv("VSCHAOS_TRIED", "second=3")
    with pytest.raises(ValueError, match="seconds, server, training, most"):
        options("VSCHAOS_TRIED", Chosen())


def test_a_leak_is_a_slope_and_a_step_at_the_beginning_is_none():
    seconds = np.arange(1.0, 121.0)
    noise = np.random.default_rng(0).normal(0.0, 0.05, len(seconds))
    resident_mb = 300.0 + 2.0 * seconds / 60.0 + noise + 80.0 * (seconds > 10.0)
    resident_mb[60] += 500.0
    assert memory_slope_mb_min(list(zip(seconds, resident_mb, strict=True))) == pytest.approx(2.0, abs=0.1)
    assert memory_slope_mb_min([(1.0, 300.0), (2.0, 301.0)]) is None


def test_quantiles_of_nothing_have_a_count():
    assert quantiles([]) == {"count": 0}
    assert quantiles(range(101)) == {"count": 101, "median": 50.0, "p90": 90.0, "p99": 99.0, "max": 100.0}


def test_a_rate_is_kept_beyond_the_clocks_own():
    calls = []
    done, took_s = at_rate(5000.0, 0.2, lambda number, _passed: calls.append(number))
    assert calls == list(range(done))
    # As many as were due when it last looked: none ahead of its time.
    assert done <= 5000.0 * took_s + 1


def test_latency_is_measured_in_what_jack_sounds():
    figures = latency.run(latency.LatencyOptions(changes=8, servers="jack", windows="2048", ways="osc"))["jack"][
        "2048/512"
    ]
    found = figures["osc"]
    assert found["first_changed_ms"]["count"] + found["left_out"] == 8
    assert found["first_changed_ms"]["count"] > 0
    assert 1.0 < found["first_changed_ms"]["median"] < found["half_ms"]["median"] < 300.0


def test_a_voice_takes_processor_time():
    found = voices.run(voices.VoicesOptions(seconds=2.0, voices="1+4"))["voices"]
    assert found[1]["sounding"] == 1
    assert found[4]["sounding"] == 4
    assert found[4]["percent"] > 0.0
