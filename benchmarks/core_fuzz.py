"""A million damaged members ``core.bin``: how many the compiled core opens and refuses, under sanitizers.

Made by chance from small instruments that have all kinds of layers and labels: bits flipped, ends cut, numbers changed
or exchanged, pieces of another member spliced in. What is opened is played for a hop, and analysed for one. An access
beyond the memory, an undefined operation or a leak ends the program with a report. Needs gcc and its sanitizers.
``VSCHAOS_CORE_FUZZ=cases=20000,seed=3`` makes other cases.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from testing.core_members import small_members
from testing.core_programs import MEMORY, compile_program, run_program

VARIABLE = "VSCHAOS_CORE_FUZZ"
_PATIENCE_S = 7200.0


def run() -> dict[str, Any]:
    """Counts of cases, and how long they took."""
    settings = dict(part.split("=", 1) for part in os.environ.get(VARIABLE, "").split(",") if "=" in part)
    return fuzzed(int(settings.get("cases", 1_000_000)), int(settings.get("seed", 0)))


def fuzzed(cases: int, seed: int) -> dict[str, Any]:
    """The same for a number of cases.

    Raises
    ------
    RuntimeError
        A sanitizer reported an error; the text has its report.
    """
    with tempfile.TemporaryDirectory(prefix="vschaos-fuzz-") as folder:
        paths = []
        for name, member in small_members().items():
            paths.append(Path(folder) / f"{name}.bin")
            paths[-1].write_bytes(member)
        program = compile_program("fuzz.c", Path(folder) / "fuzz", MEMORY)
        began = time.perf_counter()
        counts = json.loads(run_program(program, [cases, seed, *paths], _PATIENCE_S))
        return {"cases": cases, "seed": seed} | counts | {"seconds": round(time.perf_counter() - began, 1)}


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
