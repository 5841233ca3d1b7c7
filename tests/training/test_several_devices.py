"""Several processes that share each batch learn what one learns, and stop together."""

import contextlib
import csv
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from tests.training.trainings import TINY, Telling, learn, tiny, weights
from vschaos.errors import ConfigError
from vschaos.training import events
from vschaos.training.ranks import leading, own_rows

TRAIN = ["train", "--events", "--name", "tiny"]
COURSE = [*TINY, "training.batch_size=16", "training.validation_every=10"]


@contextlib.contextmanager
def started(command, tones, rundir, *settings):
    """A trainer whose events are read; its orders stay open."""
    process = subprocess.Popen(
        [*command, *TRAIN, "--rundir", str(rundir), "--root", str(tones), *COURSE, *settings],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        yield process, (events.EVENTS.decode(line) for line in process.stdout)
        complaints = process.stderr.read()
        assert process.wait(120) == 0, complaints
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()


PYTHON = [sys.executable, "-P", "-m", "vschaos"]
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node=2", "--no-python", *PYTHON]


@pytest.mark.parametrize("command", [PYTHON, TORCHRUN], ids=["lightning", "torchrun"])
def test_two_processes_learn_what_one_does(tones, tmp_path, command):
    alone = Telling()
    finished = learn(tiny(tones, tmp_path / "one", *COURSE, steps=20), alone)
    settings = ["trainer.devices=2"] if command is PYTHON else []
    with started(command, tones, tmp_path / "two", "training.max_steps=20", *settings) as (_, told):
        both = list(told)
    last = both[-1]
    assert (last.outcome, last.step) == (events.Outcome.COMPLETE, 20)
    assert [type(event) for event in both].count(events.Started) == 1
    assert [path.name for path in (tmp_path / "two" / "tiny").iterdir()] == ["version_0"]
    one, two = weights(Path(finished.run)), weights(Path(last.run))
    assert one.keys() == two.keys()
    for name, values in one.items():
        torch.testing.assert_close(two[name], values, rtol=1e-4, atol=1e-5)
    errors = [
        [event.error_db for event in seen if isinstance(event, events.Validated)] for seen in (alone.events, both)
    ]
    assert errors[0] == pytest.approx(errors[1], abs=1e-4)
    assert loss_per_step(Path(finished.run)) == pytest.approx(loss_per_step(Path(last.run)), rel=1e-4)


def loss_per_step(run):
    """Mean loss over all steps: how often it is told depends on the clock."""
    with (run / "logs" / "metrics.csv").open() as file:
        rows = [(int(row["step"]), float(row["loss"])) for row in csv.DictReader(file) if row["loss"]]
    before = [0, *(step for step, _ in rows)]
    return sum(loss * (step - last) for (step, loss), last in zip(rows, before, strict=False)) / rows[-1][0]


def test_an_order_to_one_stops_both(tones, tmp_path):
    settings = ["trainer.devices=2", "training.max_steps=100000"]
    with started(PYTHON, tones, tmp_path, *settings) as (process, told):
        for event in told:
            if isinstance(event, events.Progress):
                process.send_signal(signal.SIGTERM)
                break
        finished = list(told)[-1]
    assert finished.outcome is events.Outcome.STOPPED
    assert 0 < finished.step < 100_000


def test_a_batch_that_cannot_be_shared_is_a_sentence(tones, tmp_path):
    with pytest.raises(ConfigError, match="batch_size is 9, which 2 processes cannot share"):
        learn(tiny(tones, tmp_path, "training.batch_size=9", "trainer.devices=2"))


@pytest.mark.parametrize(
    ("environment", "leads"),
    [
        ({}, True),
        ({"RANK": "0", "LOCAL_RANK": "0"}, True),
        ({"RANK": "8", "LOCAL_RANK": "0"}, False),
        ({"NODE_RANK": "0", "LOCAL_RANK": "1"}, False),
        ({"NODE_RANK": "1", "LOCAL_RANK": "0"}, False),
        ({"SLURM_PROCID": "0", "SLURM_LOCALID": "0"}, True),
        ({"SLURM_PROCID": "3"}, False),
    ],
)
def test_one_process_leads(environment, leads):
    assert leading(environment) is leads


def test_the_rows_of_all_processes_are_the_batch():
    rows = list(range(12))
    assert [item for rank in range(3) for item in rows[own_rows(12, rank, 3)]] == rows
