"""Play an instrument without a window, with OSC; or render it to a file.

  vschaos play INSTRUMENT                              plays at once; controlled over OSC (port 9000)
  vschaos play INSTRUMENT --midi '*' --record out.wav  with MIDI keyboards, recorded
  vschaos play INSTRUMENT --render out.wav --tour      ten seconds of movement over the pad, as a file

INSTRUMENT is a .vschaos file or a training's folder; without one, the first factory instrument plays. Without
an audio output, OSC works, and the sound starts as soon as an output appears.
"""

from __future__ import annotations

import argparse
import math
import os
import signal
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vschaos import terminal
from vschaos.audio import AudioWriter
from vschaos.cli import play_request
from vschaos.errors import DeviceError, InstrumentError, VschaosError
from vschaos.instrument.library import factory_instruments, find_instrument
from vschaos.osc.namespace import PREFIX
from vschaos.osc.ports import LOOPBACK, OscSettings, check_settings
from vschaos.performance.demo_path import demo_position
from vschaos.performance.set_files import read_set
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.devices.outputs import NO_DEVICE, audible, choose, list_devices
from vschaos.realtime.protocol import EngineStatus, Problem, Recorded, Recovered, StreamStatus
from vschaos.realtime.scheduling import request_process_priority

if TYPE_CHECKING:
    from vschaos.realtime.engine import Engine

RENDER_S = 10.0
LONGEST_RENDER_S = 3600.0
RENDER_REMEDY = " “--render out.wav” makes a sound file without one."
STATUS_EVERY_S = 0.1
ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals at which the sound fades out and a recording is finished; the last is a terminal that was closed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow ``vschaos play``."""
    parser.add_argument("instrument", nargs="?", type=Path, help="a .vschaos file or a training's folder")
    parser.add_argument(
        "--osc-in", type=int, default=9000, metavar="PORT", help="receive on this port; 0: no OSC (9000)"
    )
    parser.add_argument(
        "--osc-out", type=int, default=9001, metavar="PORT", help="send changes and answers to this port (9001)"
    )
    parser.add_argument("--osc-prefix", default=PREFIX, metavar="PREFIX", help=f"put before every address ({PREFIX})")
    parser.add_argument(
        "--osc-host", default=LOOPBACK, metavar="ADDRESS", help=f"interface to listen on; 0.0.0.0 for all ({LOOPBACK})"
    )
    parser.add_argument(
        "--oscquery",
        type=int,
        default=0,
        metavar="PORT",
        help="serve a description of the addresses over HTTP on this port",
    )
    parser.add_argument("--device", default="", metavar="NAME", help="audio output, or a part of its name")
    parser.add_argument("--list-devices", action="store_true", help="list the audio outputs and exit")
    parser.add_argument("--latency", type=float, default=0.0, metavar="MS", help="minimum latency (0)")
    parser.add_argument("--input", metavar="NAME", help="play through this audio input; “default” for the system's")
    parser.add_argument("--midi", default="", metavar="NAME", help="listen to this MIDI input; “*” for all")
    parser.add_argument("--record", metavar="FILE", help="record the sound to a .wav or .flac, 24 bits")
    play_request.add_arguments(parser)
    parser.add_argument(
        "--lookahead",
        type=int,
        choices=(0, 1),
        default=0,
        help="frames that the phase may look ahead: 1 is cleaner and later (0)",
    )
    parser.add_argument("--seed", type=int, default=0, help="seed of the random numbers, when rendering (0)")
    parser.add_argument("--tour", action="store_true", help="move over the pad by itself")
    parser.add_argument("--seconds", type=float, metavar="N", help="end after this time (rendering: 10)")
    parser.add_argument("--render", type=Path, metavar="FILE", help="write a .wav, .flac or .aiff instead of playing")


def run(arguments: argparse.Namespace) -> int:
    """Play, render or list; returns the exit code."""
    if arguments.list_devices:
        return _list_devices()
    _check_seconds(arguments.seconds)
    path = _instrument_path(arguments.instrument)
    if arguments.render is not None:
        return _render(arguments, path)
    return _play(arguments, path)


def _check_seconds(seconds: float | None) -> None:
    if seconds is not None and not (math.isfinite(seconds) and seconds > 0):
        raise VschaosError(f"{seconds:g} is not a valid duration.", "Give --seconds a number above 0.")


def _instrument_path(given: Path | None) -> Path:
    if given is not None:
        return find_instrument(given)
    factory = factory_instruments()
    if not factory:
        raise InstrumentError("No factory instrument is installed.", "Give a .vschaos file or a training's folder.")
    return factory[0]


def _list_devices() -> int:
    outputs = list_devices().outputs
    for _, device in outputs:
        print(f"{device.name}  ({device.host_api}, {device.channels} channels, {device.sample_rate_hz:g} Hz)")
    if not outputs:
        print("There is no audio output on this computer.")
    return 0


def _tour(time_s: float) -> tuple[Touch, ...]:
    x, y = demo_position(time_s)
    return Touch("pad.x", (x,)), Touch("pad.y", (y,))


def _render(arguments: argparse.Namespace, path: Path) -> int:
    # A hop is too little work to share: on busy cores, threads that wait for each other made it five times slower.
    os.environ["OMP_NUM_THREADS"] = "1"
    from vschaos.realtime.loading import load_instrument
    from vschaos.realtime.offline import render

    seconds = arguments.seconds or RENDER_S
    if seconds > LONGEST_RENDER_S:
        raise VschaosError(f"{seconds:g} seconds are too long for one file.", "Render at most an hour.")
    instrument = load_instrument(path, arguments.lookahead)
    performance = play_request.requested(
        arguments, instrument.playable, instrument.terrain, arguments.seed, instrument.phrases
    )
    # Opened first, so that an unwritable path fails at once.
    with AudioWriter(arguments.render, sample_rate_hz=instrument.sample_rate_hz, channels=2) as file:
        began = time.perf_counter()
        file.write(render(instrument, performance, seconds, _tour if arguments.tour else None).T)
    speed = seconds / (time.perf_counter() - began)
    print(f"Wrote {seconds:g} s of “{instrument.name}” to {arguments.render} ({speed:.1f} times as fast as it sounds).")
    return 0


def _play(arguments: argparse.Namespace, path: Path) -> int:
    os.environ["OMP_NUM_THREADS"] = "1"
    from vschaos.realtime.engine import Engine
    from vschaos.realtime.loading import load_instrument

    if arguments.device:
        # A mistyped name ends here, rather than in a notice while waiting for it.
        choose(list_devices().outputs, arguments.device)
    osc = _osc_settings(arguments)
    notices = ProblemPrinter()
    engine = Engine(notices.show)
    instrument = load_instrument(path, arguments.lookahead)
    play_request.requested(arguments, instrument.playable, instrument.terrain)
    stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in ENDING}
    request_process_priority()
    engine.start()
    try:
        engine.adopt(instrument)
        play_request.apply(arguments, engine.performance)
        if arguments.snapshots:
            opened = read_set(arguments.snapshots)
            engine.bindings.load(opened.bindings)
        engine.midi.select(arguments.midi)
        if arguments.input is not None:
            engine.select_input("" if arguments.input == "default" else arguments.input)
            engine.touch((Touch("input", (1.0,)),), Origin.CLI)
        engine.select_device(arguments.device, arguments.latency)
        engine.osc.configure(osc)
        sounded = _stay(engine, instrument.name, arguments, stop)
        lost, has_failed = engine.audio_lost, engine.has_failed
    finally:
        figures = engine.shutdown()
        for number, handler in before.items():
            signal.signal(number, handler)
    if sys.stdout.isatty():
        terminal.write_over(f"Ended; {figures.underruns} dropouts.", sys.stdout, "\n")
    if has_failed:
        raise VschaosError("The engine stopped because of a bug.", "Please report the error above.")
    if lost:
        raise DeviceError(
            "The JACK server ended, and the sound with it.", "Start the server again, then start vschaos play again."
        )
    return 0 if sounded else 1


def _osc_settings(arguments: argparse.Namespace) -> OscSettings:
    """How OSC is to be; what cannot be ends here, rather than in a notice while playing."""
    settings = OscSettings(
        arguments.osc_in != 0,
        arguments.osc_in,
        arguments.osc_out,
        arguments.osc_prefix,
        arguments.osc_host,
        arguments.oscquery,
    )
    if settings.enabled:
        check_settings(settings)
    return settings


def _stay(engine: Engine, name: str, arguments: argparse.Namespace, stop: threading.Event) -> bool:
    """Play until the time is over, Ctrl-C, or the engine has lost its sound; returns whether there was a device."""
    began = time.monotonic()
    sounded = False
    if not sys.stdout.isatty():
        osc = f"OSC {arguments.osc_in} in, {arguments.osc_out} out" if arguments.osc_in else "no OSC"
        print(f"Playing “{name}” ({osc}). Ctrl-C ends.", flush=True)
    while not stop.wait(STATUS_EVERY_S):
        now = time.monotonic()
        is_over = arguments.seconds is not None and now - began >= arguments.seconds
        if is_over or engine.audio_lost or engine.has_failed:
            break
        if arguments.tour:
            engine.touch(_tour(now - began), Origin.CLI)
        status = engine.status()
        if status.stream is StreamStatus.RUNNING:
            if arguments.record and not sounded:
                engine.record(arguments.record)
            sounded = True
        if sys.stdout.isatty():
            terminal.write_over(status_line(name, status), sys.stdout)
    return sounded


def status_line(name: str, status: EngineStatus) -> str:
    """What is playing, in one line of a terminal."""
    x, y = (*status.latent, 0.0, 0.0)[:2]
    where = status.device or "no audio output"
    sound = f"{status.level_db:5.1f} dB" if status.level_db > -100 else "silent"
    parts = [name, f"pad {x:+.2f} {y:+.2f}", sound, where]
    if status.device:
        parts += [f"{status.latency_ms:.0f} ms", f"load {status.load:.0%}", f"{status.underruns} dropouts"]
    if status.osc.listening:
        parts.append(f"OSC {status.osc.in_port}→ {status.osc.received} in, {status.osc.sent} out")
    return ("▶ " if status.playing else "■ ") + " · ".join(parts)


@dataclass
class ProblemPrinter:
    """Prints the engine's notices to standard error, each but once in a row."""

    last: Problem | None = None

    def show(self, event: object) -> None:
        """Take any event of the engine; only notices, and what was recorded, are shown."""
        if isinstance(event, Recorded):
            event = Problem(f"Recorded {event.seconds:.1f} s to “{event.path}”.", "", is_error=False)
        if isinstance(event, Recovered):
            event = Problem(
                f"A recording that was cut off was completed: “{event.path}”, {event.seconds:.1f} s.",
                "",
                is_error=False,
            )
        if not isinstance(event, Problem) or event == self.last:
            return
        self.last = event
        remedy = event.remedy + (RENDER_REMEDY if event.sentence == NO_DEVICE.sentence else "")
        with audible():
            if sys.stderr.isatty():
                terminal.write_over("", sys.stderr)
            for line in filter(None, (f"vschaos play: {event.sentence}", remedy)):
                print(terminal.one_line(line), file=sys.stderr, flush=True)
