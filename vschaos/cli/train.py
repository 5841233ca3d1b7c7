"""Train an instrument on a folder of sounds.

  vschaos train --config-name dgt_small name=bells rundir=runs +data.dataset.root=my_sounds

Any setting of the configuration can be overridden as name.of.setting=value (Hydra's grammar; but the values of name,
rundir and data.dataset.root are used as they are); the files in vschaos/configs explain them.

The run is rundir/name/version_N; last.vschaos and best.vschaos in it can be played while
the training goes on, and previews/ has sounds to judge its progress by. Ctrl-C stops and keeps the instrument.

  training.minutes=20        plan the training to end after so many minutes; or training.max_steps=N
  training.patience=10       end when the held-out error has not fallen for so many validations
  +check=1                   show network, sounds, labels, device and time, and ask before starting
  +data.dataset.n_files=10   train on the first 10 files only

A configuration of your own extends one of ours by a first line such as defaults: [dgt_mid, _self_], else the common
base; give its path, or its name and a folder:

  vschaos train --config-name ./mine.yaml name=bells +data.dataset.root=my_sounds
  vschaos train --config-dir my_configs -cn mine --cfg job     print the result, do not train

Labels (a folder metadata/ beside data/, or the names of folders) can be set while playing, or predicted:

  --config-name dgt_pitch_cond         pitch and octave are chosen while playing
  --config-name dgt_pitch_prediction   the same, and predicted where sounds have no label
  +model.conditioning.kind={dim: 5} +data.dataset.metadata_callbacks.kind.name=read_folder_names

Resume a training that was stopped, killed or ended too early: the newest version, or the one of -v; from its last
checkpoint, or with -n best from the one with the lowest error:

  vschaos train resume -m runs/bells
  vschaos train resume -m runs/bells -v 2 --minutes 30   half an hour more
  vschaos train resume -m runs/bells -d moved/my_sounds -n best

Start from another instrument, a file, a training or the name of a factory instrument, with sounds added or others:

  vschaos train name=more_bells +data.dataset.root=more_sounds train.from=runs/bells training.minutes=1

Several trainings, one after another; each line of the file holds the arguments of one, # begins a comment:

  vschaos train --queue evening.txt

The fastest device is used (training.device=cpu, cuda or mps chooses). Several graphics cards share each batch:
trainer.devices=2; for several computers see docs/training.md. Names and keys of vschaos2 work, too: see
docs/from-vschaos2.md.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import msgspec
import yaml

from vschaos import terminal
from vschaos.cli.train_queue import run_queue
from vschaos.configs.agreement import settings_to_repeat
from vschaos.configs.compose import compose_config, config_names, find_configuration
from vschaos.configs.schema import Config
from vschaos.errors import ConfigError, VschaosError
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.library import find_instrument
from vschaos.messages import LineWriter, Problem
from vschaos.training.console import ConsoleProgress
from vschaos.training.events import EVENTS, Finished, Outcome, Sink
from vschaos.training.ranks import leading
from vschaos.training.stop_flags import StopFlags, read_orders, stop_on_signals
from vschaos.training.worker import yield_to_music

RESUME = "resume"
LAST, BEST = "last", "best"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's options."""
    add = parser.add_argument
    add("--config-name", "-cn", default="dgt_small", help=f"one of {', '.join(config_names())}, or a path of your own")
    add("--config-dir", "-cd", "--config-path", "-cp", type=Path, metavar="FOLDER", help="configurations of your own")
    add("--cfg", "-c", choices=("job",), help="print the resolved configuration as YAML; do not train")
    add("overrides", nargs="*", metavar="setting=value", help="overrides of the configuration; or: resume")
    add("--name", help="the same as name=…, for names with any characters")
    add("--rundir", help="the same as rundir=…, for paths with any characters")
    add(
        "--root", "-d", "--dataset", metavar="FOLDER",
        help="the same as +data.dataset.root=…, for paths with any characters; resume: where the sounds are now",
    )  # fmt: skip
    add("--from", dest="start_from", metavar="X", help="the same as train.from=…, for paths with any characters")
    add("-m", "--model", type=Path, metavar="RUN", help="resume: the training's folder, rundir/name or a version in it")
    add("-v", "--version", type=int, metavar="N", help="resume: which version; default: the newest")
    add(
        "-n",
        "--checkpoint",
        type=_checkpoint,
        choices=(LAST, BEST),
        help="resume: from which checkpoint; default: last",
    )
    add("--steps", type=int, default=0, metavar="N", help="resume: add N steps to those that it has completed")
    add("--minutes", type=float, default=0.0, metavar="M", help="resume: add M minutes to those that it has taken")
    add("--queue", type=Path, metavar="FILE", help="run a training for each line of a file, one after another")
    add("--json", action="store_true", help="one JSON object on stdout at the end, everything else on stderr")
    add("--events", action="store_true", help="events on stdout and orders on stdin, as JSON lines")
    add("--background", action="store_true", help="use only the time that other programs leave")
    # Settings before and after options alike: argparse by itself takes only those in one place.
    parser.parse_args = parser.parse_intermixed_args


def _checkpoint(text: str) -> str:
    return text.removesuffix(".ckpt")


def run(arguments: argparse.Namespace) -> int:
    """Train, and report progress on the terminal or as events."""
    if arguments.queue:
        return run_queue(arguments.queue)
    # What a library prints must not come between the lines that a program reads.
    out = sys.stdout
    with contextlib.redirect_stdout(sys.stderr if arguments.events or arguments.json else out):
        return _train(arguments, out)


def _train(arguments: argparse.Namespace, out: TextIO) -> int:
    orders = StopFlags()
    console = terminal.console(stderr=arguments.json or bool(arguments.cfg))
    sink = LineWriter(EVENTS, out, orders.stop.set) if arguments.events else ConsoleProgress(console)
    if arguments.background:
        # Before torch loads: threads that wait for each other lose whole time slices as soon as one of them has to
        # wait for another program. A step on two cores, beside a busy process: 256 ms by two threads, 36 ms by one.
        os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) - 1)))
        yield_to_music()
    stop_on_signals(orders)
    if arguments.events and leading():
        read_orders(sys.stdin, orders)
    try:
        if arguments.cfg and arguments.overrides[:1] != [RESUME]:
            resolved = _config(arguments, sink).to_plain()
            print(yaml.safe_dump(resolved, sort_keys=False, allow_unicode=True), end="", file=out)
            return 0
        finished = _job(arguments, sink)(sink, orders)
    except VschaosError as error:
        if arguments.events:
            sink(Problem.of(error))
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
            fields = {**msgspec.structs.asdict(finished), "outcome": finished.outcome.value}
            print(json.dumps(fields, ensure_ascii=False), file=out)
    return 0 if finished.outcome is not Outcome.CANCELLED else 130


def _config(arguments: argparse.Namespace, sink: Sink) -> Config:
    """The resolved configuration of a new training."""
    plain = {
        "name": arguments.name,
        "rundir": arguments.rundir,
        "data.dataset.root": arguments.root,
        "start_from": arguments.start_from,
    }
    texts = {setting: value for setting, value in plain.items() if value is not None}

    def notice(sentence: str) -> None:
        sink(Problem(sentence, is_error=False))

    name, folder = arguments.config_name, arguments.config_dir
    config = compose_config(name, arguments.overrides, texts, folder, notice)
    if config.start_from:
        # What was set for the earlier instrument need not be set again, unless this is another configuration.
        earlier = read_instrument(find_instrument(Path(config.start_from)), with_weights=False)
        if earlier.card.training.configuration == find_configuration(name, folder).name:
            repeated = settings_to_repeat(Config.from_plain(earlier.config))
            return compose_config(name, [*repeated, *arguments.overrides], texts, folder)
    return config


def _job(arguments: argparse.Namespace, sink: Sink) -> Callable[[Sink, StopFlags], Finished | None]:
    """What is asked for, its settings checked; a job that gives None was not started."""
    if arguments.overrides[:1] == [RESUME]:
        return _resumption(arguments)
    for option, value in (("-m", arguments.model), ("-v", arguments.version), ("-n", arguments.checkpoint)):
        if value is not None:
            raise ConfigError(f"{option} names a training to resume.", "Write: vschaos train resume -m RUN.")
    if arguments.steps or arguments.minutes:
        raise ConfigError(
            "--steps and --minutes extend a resumed training.",
            "For a new training, use training.max_steps=N or training.minutes=M.",
        )
    config = _config(arguments, sink)
    configuration = find_configuration(arguments.config_name, arguments.config_dir).name

    # Lightning takes seconds to import: mistakes in the configuration are reported before.
    def job(sink: Sink, orders: StopFlags) -> Finished | None:
        from vschaos.training.session import train

        if config.check and leading():
            from vschaos.training.check import confirm

            if not confirm(config, configuration, sink, orders):
                return None
        return train(config, configuration, sink, orders)

    return job


def _resumption(arguments: argparse.Namespace) -> Callable[[Sink, StopFlags], Finished]:
    if arguments.model is None:
        raise ConfigError("No training is named.", "Add -m RUN, the folder of the training: rundir/name.")
    if arguments.cfg:
        raise ConfigError("--cfg prints the configuration of a new training.", "Read config.yaml in the run's folder.")
    fixed = (("--name", arguments.name), ("--rundir", arguments.rundir), ("--from", arguments.start_from))
    for option, value in fixed:
        if value is not None:
            raise ConfigError(f"{option} cannot be changed: a training resumes in its own folder.", "Leave it out.")
    folder, overrides = arguments.model, tuple(arguments.overrides[1:])

    def job(sink: Sink, orders: StopFlags) -> Finished:
        from vschaos.training.resume import Changes
        from vschaos.training.runs import find_run
        from vschaos.training.session import resume

        changes = Changes(
            arguments.steps, arguments.minutes, arguments.root or "", overrides, best=arguments.checkpoint == BEST
        )
        return resume(find_run(folder, arguments.version), changes, sink, orders)

    return job
