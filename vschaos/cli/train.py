"""Learn an instrument from a folder of sounds.

  vschaos train --config-name dgt_small name=bells rundir=runs +data.dataset.root=my_sounds

Any setting of the configuration can be overridden as name.of.setting=value (Hydra's grammar); the files in
vschaos/configs explain them. The run is rundir/name/version_N; last.vschaos and best.vschaos in it can be played while
the training goes on. Ctrl-C stops and keeps the instrument.

  +check=1                   print the network and the dataset, and ask before starting
  +data.dataset.n_files=10   learn from the first 10 files only
"""

from __future__ import annotations

import argparse
import os
import sys

from vschaos.configs.compose import compose_config, config_names
from vschaos.configs.schema import Config
from vschaos.errors import VschaosError
from vschaos.training.events import Failed, Outcome


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's options."""
    parser.add_argument("--config-name", default="dgt_small", help=f"one of {', '.join(config_names())}")
    parser.add_argument("overrides", nargs="*", metavar="setting=value", help="overrides of the configuration")
    parser.add_argument("--name", help="the same as name=…, for names with any characters")
    parser.add_argument("--rundir", help="the same as rundir=…, for paths with any characters")
    parser.add_argument("--root", help="the same as +data.dataset.root=…, for paths with any characters")
    parser.add_argument("--events", action="store_true", help="events on stdout and orders on stdin, as JSON lines")
    parser.add_argument("--background", action="store_true", help="use only the time that other programs leave")


def run(arguments: argparse.Namespace) -> int:
    """Train, telling of it on the terminal or in events."""
    # Lightning takes seconds to import: a mistake in the configuration is told before.
    from vschaos.training.console import ConsoleProgress, confirm
    from vschaos.training.orders import Orders, stop_on_signals, take_orders
    from vschaos.training.worker import EventWriter, yield_to_music

    orders = Orders()
    out, sys.stdout = sys.stdout, sys.stderr if arguments.events else sys.stdout
    sink = EventWriter(out, orders) if arguments.events else ConsoleProgress()
    if arguments.background:
        # Before torch loads: threads that wait for each other lose whole time slices as soon as one of them has to
        # wait for another program. A step on two cores, beside a busy process: 256 ms by two threads, 36 ms by one.
        os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) - 1)))
        yield_to_music()
    stop_on_signals(orders)
    if arguments.events:
        take_orders(sys.stdin, orders)
    try:
        config = _config(arguments)
        if config.check and not confirm(config, orders):
            return 0
        from vschaos.training.session import train

        finished = train(config, arguments.config_name, sink, orders)
    except VschaosError as error:
        if not arguments.events:
            raise
        sink(Failed(error.sentence, error.remedy))
        return 1
    sink(finished)
    return 0 if finished.outcome is not Outcome.CANCELLED else 130


def _config(arguments: argparse.Namespace) -> Config:
    plain = {"name": arguments.name, "rundir": arguments.rundir, "data.dataset.root": arguments.root}
    texts = {setting: value for setting, value in plain.items() if value is not None}
    return compose_config(arguments.config_name, arguments.overrides, texts)
