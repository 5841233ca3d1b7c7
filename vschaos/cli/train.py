"""Learn an instrument from a folder of sounds.

  vschaos train --config-name dgt_small name=bells rundir=runs +data.dataset.root=my_sounds

Any setting of the configuration can be overridden as name.of.setting=value (Hydra's grammar); the files in
vschaos/configs explain them. The run is rundir/name/version_N; last.vschaos and best.vschaos in it can be played while
the training goes on, and previews/ lets you hear how far it is. Ctrl-C stops and keeps the instrument.

  training.minutes=20        lay the course out to end after so many minutes; or training.max_steps=N
  training.patience=10       end when the held-out error has not fallen for so many validations
  +check=1                   show network, sounds, labels, device and time, and ask before starting
  +data.dataset.n_files=10   learn from the first 10 files only

Labels (a folder metadata/ beside data/, or the names of folders) can be told to the instrument, or guessed by it:

  --config-name dgt_pitch_cond         pitch and octave are chosen while playing
  --config-name dgt_pitch_prediction   the same, and guessed where sounds have no label
  +model.conditioning.kind={dim: 5} +data.dataset.metadata_callbacks.kind.name=read_folder_names

Go on with a training that was stopped, killed or ended too early; the newest version, or the one of -v:

  vschaos train resume -m runs/bells
  vschaos train resume -m runs/bells -v 2 --minutes 30

Several trainings, one after another; each line of the file holds the arguments of one, # begins a comment:

  vschaos train --queue evening.txt

The fastest device is taken (training.device=cpu, cuda or mps chooses). Several graphics cards share each batch:
trainer.devices=2; of several computers docs/training.md tells.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from rich.console import Console

from vschaos.cli.train_queue import run_queue
from vschaos.configs.compose import compose_config, config_names
from vschaos.errors import ConfigError, VschaosError
from vschaos.training.console import ConsoleProgress
from vschaos.training.events import Failed, Finished, Outcome, Sink
from vschaos.training.orders import Orders, stop_on_signals, take_orders
from vschaos.training.ranks import leading
from vschaos.training.worker import EventWriter, yield_to_music

RESUME = "resume"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's options."""
    add = parser.add_argument
    add("--config-name", default="dgt_small", help=f"one of {', '.join(config_names())}")
    add("overrides", nargs="*", metavar="setting=value", help="overrides of the configuration; or: resume")
    add("--name", help="the same as name=…, for names with any characters")
    add("--rundir", help="the same as rundir=…, for paths with any characters")
    add("--root", help="the same as +data.dataset.root=…, for paths with any characters")
    add("-m", "--model", type=Path, metavar="RUN", help="resume: the training's folder, rundir/name or a version in it")
    add("-v", "--version", type=int, metavar="N", help="resume: which version; default: the newest")
    add("--steps", type=int, default=0, metavar="N", help="resume: learn so many steps more")
    add("--minutes", type=float, default=0.0, metavar="M", help="resume: learn so many minutes more")
    add("--queue", type=Path, metavar="FILE", help="train what each line of a file says, one after another")
    add("--json", action="store_true", help="one JSON object on stdout at the end, everything else on stderr")
    add("--events", action="store_true", help="events on stdout and orders on stdin, as JSON lines")
    add("--background", action="store_true", help="use only the time that other programs leave")
    # Settings before and after options alike: argparse by itself takes only those in one place.
    parser.parse_args = parser.parse_intermixed_args


def run(arguments: argparse.Namespace) -> int:
    """Train, telling of it on the terminal or in events."""
    if arguments.queue:
        return run_queue(arguments.queue)
    # Whatever a library prints must not come between the lines that a program reads.
    out = sys.stdout
    with contextlib.redirect_stdout(sys.stderr if arguments.events or arguments.json else out):
        return _train(arguments, out)


def _train(arguments: argparse.Namespace, out: TextIO) -> int:
    orders = Orders()
    console = Console(stderr=arguments.json, highlight=False, soft_wrap=True)
    sink = EventWriter(out, orders) if arguments.events else ConsoleProgress(console)
    if arguments.background:
        # Before torch loads: threads that wait for each other lose whole time slices as soon as one of them has to
        # wait for another program. A step on two cores, beside a busy process: 256 ms by two threads, 36 ms by one.
        os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) - 1)))
        yield_to_music()
    stop_on_signals(orders)
    if arguments.events and leading():
        take_orders(sys.stdin, orders)
    try:
        finished = _job(arguments)(sink, orders)
    except VschaosError as error:
        if arguments.events:
            sink(Failed(error.sentence, error.remedy))
            return 1
        if arguments.json:
            print(json.dumps({"error": error.sentence, "remedy": error.remedy}, ensure_ascii=False), file=out)
        raise
    if finished is None:
        print("Not started.", file=sys.stderr)
        return 1
    if leading():
        sink(finished)
        if arguments.json:
            told = {**dataclasses.asdict(finished), "outcome": finished.outcome.value}
            print(json.dumps(told, ensure_ascii=False), file=out)
    return 0 if finished.outcome is not Outcome.CANCELLED else 130


def _job(arguments: argparse.Namespace) -> Callable[[Sink, Orders], Finished | None]:
    """What is asked for, its settings checked; a job that gives None was not started."""
    if arguments.overrides[:1] == [RESUME]:
        return _resumption(arguments)
    for option, value in (("-m", arguments.model), ("-v", arguments.version)):
        if value is not None:
            raise ConfigError(f"{option} names a training to go on with.", "Write: vschaos train resume -m RUN.")
    if arguments.steps or arguments.minutes:
        raise ConfigError(
            "--steps and --minutes prolong a training that is resumed.",
            "For a new one write training.max_steps=N or training.minutes=M.",
        )
    plain = {"name": arguments.name, "rundir": arguments.rundir, "data.dataset.root": arguments.root}
    texts = {setting: value for setting, value in plain.items() if value is not None}
    config = compose_config(arguments.config_name, arguments.overrides, texts)

    # Lightning takes seconds to import: a mistake in the configuration is told before.
    def job(sink: Sink, orders: Orders) -> Finished | None:
        from vschaos.training.session import train

        if config.check and leading():
            from vschaos.training.check import confirm

            if not confirm(config, arguments.config_name, sink, orders):
                return None
        return train(config, arguments.config_name, sink, orders)

    return job


def _resumption(arguments: argparse.Namespace) -> Callable[[Sink, Orders], Finished]:
    if arguments.model is None:
        raise ConfigError("No training is named.", "Add -m RUN, the training's folder, as rundir/name.")
    for option, value in (("--name", arguments.name), ("--rundir", arguments.rundir)):
        if value is not None:
            raise ConfigError(f"{option} cannot be changed: a training goes on in its own folder.", "Leave it out.")
    folder, overrides = arguments.model, tuple(arguments.overrides[1:])

    def job(sink: Sink, orders: Orders) -> Finished:
        from vschaos.training.resume import Changes
        from vschaos.training.runs import find_run
        from vschaos.training.session import resume

        changes = Changes(arguments.steps, arguments.minutes, arguments.root or "", overrides)
        return resume(find_run(folder, arguments.version), changes, sink, orders)

    return job
