"""The engine plays on beside a training and a window that repaints: no sample is missing by our fault, no memory leaks.

``VSCHAOS_SOAK_S`` is how many seconds it plays; half a minute unless it is set. ``vschaos bench playing`` is the long
form, and tells more. How many blocks may be late after all, `StolenTime.allowed_late_underruns` says.
"""

from __future__ import annotations

import json
import os

import pytest

from benchmarks.playing import PlayingOptions, run
from testing.stolen_time import BLOCK_S, StolenTime

SECONDS = float(os.environ.get("VSCHAOS_SOAK_S", "30"))
GROWTH_MB = 6.0
"""Over the whole run, by the median slope: caches that still fill in a short one; 0.2 MB a minute in half an hour."""


@pytest.mark.timeout(SECONDS + 500)
def test_no_sample_is_missing_and_no_memory_leaks():
    figures = run(PlayingOptions(seconds=SECONDS))
    print(json.dumps(figures, indent=2))
    assert figures["training_steps"] > 0, "there was a load"
    assert figures["window_painted"]["frames_per_s"] > 10.0
    assert figures["callbacks"] * BLOCK_S > 0.9 * SECONDS, "the device went on"
    stolen = StolenTime(figures["stolen_s"], SECONDS)
    realtime = figures["realtime_priority"] and figures["server_realtime"]
    assert figures["late_underruns"] <= stolen.allowed_late_underruns(figures["callbacks"], realtime=realtime)
    assert figures["memory_slope_mb_min"] * SECONDS / 60.0 < GROWTH_MB
