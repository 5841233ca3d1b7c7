"""The benchmark of the compiled core, in its smallest run; and a Python that is made to stand still."""

import os
import subprocess
import sys

from benchmarks._live import ROOT
from benchmarks.core import CoreOptions, run

LONGEST_PAUSE = """
import time
longest, before = 0.0, time.monotonic()
until = before + 1.5
while before < until:
    now = time.monotonic()
    longest, before = max(longest, now - before), now
print(longest)
"""


def test_hops_of_both_decoders_are_timed():
    found = run(CoreOptions(hops=3, voices="1+2", instruments="factory"))
    name = next(key for key, value in found.items() if isinstance(value, dict))
    figures = found[name]
    for decoder in ("int16", "float32", "torch"):
        for load in ("voices_1", "voices_2"):
            assert 0.0 < figures[decoder][load]["loop_ms"] <= figures[decoder][load]["loop_p99_ms"]
    assert figures["int16"]["network"]["loop_ms"] > 0.0
    assert figures["int16"]["synthesis"]["sleeps_ms"] > 0.0
    assert len(figures["torch_over_core"]["voices_2"]) == 2


def test_a_thread_that_is_injected_holds_the_interpreters_lock():
    stalled = {"PYTHONPATH": str(ROOT / "benchmarks" / "_stalled"), "VSCHAOS_STALL_MS": "200"}
    printed = subprocess.run(
        [sys.executable, "-c", LONGEST_PAUSE], env=os.environ | stalled, capture_output=True, text=True, check=True
    )
    assert float(printed.stdout) > 0.15
