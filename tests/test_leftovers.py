"""Files of killed writers are removed; those of living writers and of other programs are not."""

import os
import signal
import subprocess
import sys
import time

import pytest

from testing.servers import wait_for
from vschaos.files import replacing
from vschaos.leftovers import sweep

WRITING = {
    "file": "with replacing(folder / 'a.json') as file: file.write(b'x'); file.flush(); wait()",
    "sound": (
        "with AudioWriter(folder / 'a.wav', sample_rate_hz=8000, channels=1) as file:"
        " file.write(np.zeros((1, 9999), 'f')); wait()"
    ),
    "folder": "with staged_folder(folder) as stage: (stage / 'a.ts').write_bytes(b'x'); wait()",
}
PROGRAM = """
import sys, threading
from pathlib import Path
import numpy as np
from vschaos.audio import AudioWriter
from vschaos.export.folder import staged_folder
from vschaos.files import replacing

def wait():
    print("writing", flush=True)
    threading.Event().wait()

folder = Path(sys.argv[1])
"""
LATER_S = 60.0


@pytest.mark.parametrize("what", WRITING)
def test_files_of_killed_writers_are_removed_and_of_living_ones_are_not(tmp_path, what):
    writer = subprocess.Popen(
        [sys.executable, "-c", PROGRAM + WRITING[what], str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert writer.stdout.readline() == "writing\n"
        (part,) = tmp_path.iterdir()
        assert sweep(tmp_path, time.time() + LATER_S) == []
        assert part.exists()
    finally:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    assert sweep(tmp_path, time.time()) == [], "a living writer may be between two steps"
    wait_for(lambda: sweep(tmp_path, time.time() + LATER_S) == [part], 5)
    assert not list(tmp_path.iterdir())


def test_other_programs_files_and_links_stay(tmp_path):
    old = time.time() - 3600
    kept = [tmp_path / name for name in ("film.part", ".vschaos-short.part", ".abcdefgh.part", ".vschaos-abcdefgh.tmp")]
    for path in kept:
        path.touch()
        os.utime(path, (old, old))
    (tmp_path / "target").mkdir()
    (tmp_path / ".vschaos-abcdefgh.part").symlink_to(tmp_path / "target")
    assert sweep(tmp_path, time.time() + LATER_S) == []
    assert len(list(tmp_path.iterdir())) == len(kept) + 2


def test_files_of_earlier_versions_are_removed_after_a_day(tmp_path):
    part = tmp_path / ".abcd_f9h.part"
    part.touch()
    assert sweep(tmp_path, time.time() + 3600) == []
    assert sweep(tmp_path, time.time() + 25 * 3600) == [part]


def test_subfolders_are_searched_to_the_given_depth(tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    part = deep / ".vschaos-abcdefgh.part"
    part.touch()
    later = time.time() + LATER_S
    assert sweep(tmp_path, later, 1) == []
    assert sweep(tmp_path, later, 2) == [part]
    assert sweep(tmp_path / "nowhere", later, 2) == []


def test_a_file_that_is_being_replaced_is_not_removed(tmp_path):
    with replacing(tmp_path / "a.json") as file:
        file.write(b"new")
        assert sweep(tmp_path, time.time() + LATER_S) == []
    assert (tmp_path / "a.json").read_bytes() == b"new"
