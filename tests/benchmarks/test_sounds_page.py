"""The benchmark of the Sounds page, on a few sounds: everything it does can be done."""

from __future__ import annotations

import json
import subprocess
import sys

SCRIPT = "import json; from benchmarks.sounds_page import run; print(json.dumps(run(300, settle=0.1)))"


def test_every_step_is_measured() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=300)
    figures = json.loads(done.stdout)
    assert figures["sounds"] == 300
    assert {"open", "scroll", "filter", "leave out all", "undo", "label all"} <= set(figures["longest_turn_ms"])
