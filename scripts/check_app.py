"""Start the packaged app like a new user, on a virtual screen, and print the results as JSON.

``check_app.py dist/vschaos-studio [--screenshot FILE]``: the command line answers; an instrument is exported (so that
TorchScript finds its sources) and rendered; the window opens and its engine starts, with an empty home
folder; a screenshot is saved. Linux only; needs Xvfb and ImageMagick. The exit code is 1 if anything fails.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SETTLE_S = 12.0
"""Time until the screenshot, which is not checked."""


def main() -> int:
    """Check the app; returns the exit code."""
    parser = argparse.ArgumentParser(description="Check the packaged app.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--instrument", type=Path, help="instrument to export; default: the first factory instrument")
    parser.add_argument("--screenshot", type=Path, default=Path("build/packaged-app.png"))
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if not (folder / "vschaos").exists():
        sys.exit(f"There is no packaged app in {folder}. Build it with “make app” first.")
    with tempfile.TemporaryDirectory(prefix="vschaos-app-") as home, screen() as display:
        environment = newcomer(Path(home), display)
        facts: dict[str, Any] = {"size_mb": round(size_mb(folder), 1)}
        facts["version"] = output_of([folder / "vschaos", "--version"], environment).strip()
        instrument = arguments.instrument or first_factory_instrument(folder)
        facts["export"] = exported(folder, environment, Path(home), instrument)
        facts["rendered_bytes"] = rendered(folder, environment, Path(home), instrument)
        facts["window"] = window(folder, environment)
        facts["screenshot"] = str(picture(folder, environment, arguments.screenshot))
    print(json.dumps(facts, indent=2))
    return 0


def newcomer(home: Path, display: str) -> dict[str, str]:
    """The environment of a user who has never started the app, without our virtual environment."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    return kept | {"HOME": str(home), "DISPLAY": display, "XDG_RUNTIME_DIR": str(runtime)}


@contextmanager
def screen() -> Iterator[str]:
    """A virtual X server; yields its display."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL) as server:
        os.close(write_end)
        try:
            with os.fdopen(read_end) as pipe:
                number = pipe.readline().strip()
            if not number:
                sys.exit("Xvfb did not start.")
            yield f":{number}"
        finally:
            server.terminate()


def size_mb(folder: Path) -> float:
    """Size of the folder on disk; links count once."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() or path.is_symlink()) / 1e6


def output_of(command: list[str | Path], environment: Mapping[str, str]) -> str:
    """The output of a program; ends the check if it fails or prints errors."""
    result = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240, check=False
    )
    if result.returncode != 0 or result.stderr.strip():
        sys.exit(f"{command[0]} ended with {result.returncode}:\n{result.stdout}\n{result.stderr}")
    return result.stdout


def first_factory_instrument(folder: Path) -> Path:
    """The first factory instrument; ends the check if there is none."""
    instruments = sorted((folder / "_internal" / "vschaos_resources" / "instruments").glob("*.vschaos"))
    if not instruments:
        sys.exit("The packaged app has no factory instrument.")
    return instruments[0]


def exported(folder: Path, environment: Mapping[str, str], home: Path, instrument: Path) -> dict[str, Any]:
    """Export an instrument with all checks."""
    lines = output_of([folder / "vschaos", "script", instrument, "-o", home / "out", "--json"], environment)
    result = json.loads(lines.splitlines()[-1])
    return {"file": Path(result["path"]).name, "decode_x_realtime": result["decode_x_realtime"]}


def rendered(folder: Path, environment: Mapping[str, str], home: Path, instrument: Path) -> int:
    """Render a second of sound; returns the file's size in bytes."""
    target = home / "second.wav"
    output_of([folder / "vschaos", "play", instrument, "--render", target, "--seconds", "1"], environment)
    return target.stat().st_size


def window(folder: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    """Run the studio's own check; times in seconds after the start."""
    start = time.time()
    facts = json.loads(output_of([folder / "vschaos-studio", "--smoke-test"], environment).splitlines()[-1])
    return {
        "first_paint_s": round(facts["first_paint_at"] - start, 2),
        "engine_ready_s": round(facts["engine_ready_at"] - start, 2),
        "resident_mb": facts["resident_mb"],
        "heavy_modules": facts["heavy_modules"],
    }


def picture(folder: Path, environment: Mapping[str, str], target: Path) -> Path:
    """Take a screenshot after `SETTLE_S`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen([folder / "vschaos-studio"], env=environment, stderr=subprocess.DEVNULL) as studio:
        try:
            time.sleep(SETTLE_S)
            if studio.poll() is not None:
                sys.exit(f"The studio exited with code {studio.returncode}.")
            subprocess.run(["import", "-window", "root", str(target)], env=environment, check=True, timeout=60)
        finally:
            studio.terminate()
    return target


if __name__ == "__main__":
    sys.exit(main())
