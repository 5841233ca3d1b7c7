"""Runs are found by what a user calls them, and no two trainings work in one."""

import os
import signal
import subprocess
import sys

import pytest

from vschaos.configs.compose import compose_config
from vschaos.errors import TrainingError
from vschaos.training.runs import Record, changed_sounds, find_run, locked, new_run, read_record

SOUNDS = {"a.wav": "k1", "Töne/b.wav": "k2"}


@pytest.fixture
def record():
    return Record(compose_config("dgt_mid", ["name=bells"]), "dgt_mid", SOUNDS)


def test_a_record_survives_a_round_trip(tmp_path, record):
    run = new_run(tmp_path, record)
    assert run == tmp_path / "bells" / "version_0"
    assert read_record(run) == record


def test_runs_are_found_by_training_version_or_file(tmp_path, record):
    runs = [new_run(tmp_path, record) for _ in range(11)]
    assert find_run(tmp_path / "bells") == runs[10]
    assert find_run(tmp_path / "bells", 2) == runs[2]
    assert find_run(runs[3]) == runs[3]
    assert find_run(runs[3], 4) == runs[4]
    assert find_run(runs[5] / "config.yaml") == runs[5]


def test_runs_that_are_not_there_are_sentences(tmp_path, record):
    new_run(tmp_path, record)
    with pytest.raises(TrainingError, match="nothing at"):
        find_run(tmp_path / "gongs")
    with pytest.raises(TrainingError, match="has no version 7"):
        find_run(tmp_path / "bells", 7)
    with pytest.raises(TrainingError, match="not the folder of a training"):
        find_run(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="kills a process")
def test_a_lock_vanishes_with_its_process(tmp_path):
    code = "import sys, threading; from pathlib import Path; from vschaos.training.runs import locked\n"
    code += "with locked(Path(sys.argv[1])):\n    print('held', flush=True)\n    threading.Event().wait(600)"
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "held\n"
        with pytest.raises(TrainingError, match="Another program"), locked(tmp_path):
            pass
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    with locked(tmp_path):
        pass


def test_changed_sounds_are_told_in_words():
    assert changed_sounds(SOUNDS, SOUNDS) == ""
    assert changed_sounds(SOUNDS, {"a.wav": "k9", "c.wav": "k3"}) == (
        "c.wav is new; Töne/b.wav is gone; a.wav is of other content"
    )
    many = {f"{number}.wav": "k" for number in range(9)}
    assert changed_sounds({}, many) == "0.wav, 1.wav, 2.wav and 6 others are new"
