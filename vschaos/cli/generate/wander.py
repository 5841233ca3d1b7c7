"""`vschaos generate wander`: an instrument plays by itself, in phrases like those of its sounds."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence

from vschaos.cli.generate.output import GenerateOutput
from vschaos.cli.generate.session import Session
from vschaos.errors import InstrumentError, VschaosError
from vschaos.performance.gesture_files import write_gesture
from vschaos.performance.gestures import MOST_EVENTS, Gesture
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.performance.table import PHASE_MODES, axis_id, label_id
from vschaos.realtime.loading import LoadedInstrument, prepare
from vschaos.realtime.offline import render

FOLDER = "phrases"


def generate(arguments: argparse.Namespace, output: GenerateOutput) -> int:
    """Render all phrases and report each; returns the exit code."""
    session = Session(arguments)
    if session.instrument.phrases is None:
        raise InstrumentError(
            f"“{session.instrument.card.name}” has not learned to play by itself.",
            "Train it again, for ten seconds or longer, with some seconds of sound.",
        )
    loaded = prepare(session.instrument, lookahead=arguments.lookahead)
    touches = _touches(arguments, session)
    with output.progress(arguments.count * arguments.seconds) as advance:
        for index in range(arguments.count):
            target = arguments.out / FOLDER / f"phrase_{index + 1}{session.suffix}"
            seed = arguments.seed + index
            sound = render(loaded, _begun(loaded, touches, seed), arguments.seconds, rate_hz=session.out_rate_hz)
            written = session.write(target, [sound[:, :1].T], 1, f"phrase {seed}", advance)
            kept = target.with_suffix(".json")
            write_gesture(kept, recorded(loaded, _begun(loaded, touches, seed), arguments.seconds))
            output.wrote(dataclasses.replace(written, latent_path=str(kept)))
    return output.done()


def recorded(loaded: LoadedInstrument, performance: Performance, seconds: float) -> Gesture:
    """The gesture that keeps what a performance plays by itself; shorter where it would be too long for a file."""
    tick_s = loaded.hop_samples / loaded.sample_rate_hz
    longest_s = tick_s * MOST_EVENTS / (loaded.playable.latent_dims + 2)
    performance.touch([Touch("gesture.record", (1.0,))], Origin.CLI)
    for _ in range(round(min(seconds, longest_s) / tick_s)):
        performance.advance(tick_s)
    performance.touch([Touch("gesture.record", (0.0,))], Origin.CLI)
    performance.advance(0.0)
    assert performance.gesture is not None
    return performance.gesture


def _begun(loaded: LoadedInstrument, touches: Sequence[Touch], seed: int) -> Performance:
    performance = Performance(loaded.playable, seed, loaded.terrain, loaded.phrases)
    performance.touch(touches, Origin.CLI)
    return performance


def _touches(arguments: argparse.Namespace, session: Session) -> list[Touch]:
    dims = session.instrument.card.latent_dims
    start = arguments.start or ()
    if len(start) > dims:
        raise VschaosError(f"--start has {len(start)} coordinates.", f"This instrument has {dims}.")
    if not all(-1.0 <= value <= 1.0 for value in start):
        raise VschaosError("--start is outside the sounds of this instrument.", "Give coordinates from −1 to 1.")
    values = {axis_id(axis): value for axis, value in enumerate(start)}
    values |= {label_id(name): value for name, value in session.labels.items()}
    values |= {"noise": arguments.noise, "phase": float(PHASE_MODES.index(arguments.phase))}
    values |= {"wander": arguments.wander, "play": 1.0}
    return [Touch(name, (float(value),)) for name, value in values.items()]
