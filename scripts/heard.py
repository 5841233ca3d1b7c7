"""The sounds of ``docs/heard.md``, three of each factory instrument: ``python -m scripts.heard FOLDER [INSTRUMENT…]``.

Each piece is a gesture that ``vschaos play --render`` plays. The same instrument gives the same sound; the files are
Ogg Opus, without a random serial number, so that they are the same where the same versions write them.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr

from vschaos.instrument.library import factory_instruments
from vschaos.performance.gesture_files import write_gesture
from vschaos.performance.gestures import Gesture, GestureEvent

STEP_S = 0.05
RATE_HZ = 48_000
BIT_RATE = 64_000
FADE_S = 0.5
SILENT_DB = -60.0


@dataclass(frozen=True)
class Piece:
    """A sound of the page.

    Attributes
    ----------
    name
        Of its file, after the instrument's.
    seconds
        Its length.
    events
        What moves.
    options
        Of ``vschaos play``.
    """

    name: str
    seconds: float
    events: tuple[GestureEvent, ...] = ()
    options: tuple[str, ...] = ()


def walk(seconds: float, *turns: float, width: float = 0.7) -> tuple[GestureEvent, ...]:
    """Axis k swings around its middle, ``turns[k]`` times; axes without a number stay."""
    count = round(seconds / STEP_S)
    return tuple(
        GestureEvent(
            step * STEP_S, f"latent.z{k + 1}", (width * math.sin(2 * math.pi * (turn * step / count + k / len(turns))),)
        )
        for step in range(count + 1)
        for k, turn in enumerate(turns)
    )


def held(*place: float) -> tuple[GestureEvent, ...]:
    """A place on the axes, all the time."""
    return tuple(GestureEvent(0.0, f"latent.z{k}", (value,)) for k, value in enumerate(place, 1))


def ramp(control: str, seconds: float, *values: float) -> tuple[GestureEvent, ...]:
    """A control moves through values that are evenly spread over the time."""
    times = np.arange(round(seconds / STEP_S) + 1) * STEP_S
    curve = np.interp(times, np.linspace(0.0, seconds, len(values)), values)
    return tuple(GestureEvent(float(time), control, (float(value),)) for time, value in zip(times, curve, strict=True))


def note(at_s: float, length_s: float) -> Iterator[GestureEvent]:
    """The level of a note: at once there, then fading until the next."""
    for share, level_db in ((0.0, SILENT_DB), (0.06, 0.0), (0.25, -3.0), (0.5, -6.0), (0.75, -12.0), (0.94, -30.0)):
        yield GestureEvent(at_s + share * length_s, "level", (level_db,))


def melody(*keys: int, length_s: float = 0.75) -> tuple[GestureEvent, ...]:
    """MIDI keys, by the labels pitch and octave."""

    def events() -> Iterator[GestureEvent]:
        for number, key in enumerate(keys):
            yield GestureEvent(number * length_s, "label.pitch", (float(key % 12),))
            yield GestureEvent(number * length_s, "label.octave", (float(key // 12 - 1),))
            yield from note(number * length_s, length_s)

    return tuple(events())


def touches(lengths_s: Sequence[float], dims: int, seed: int) -> tuple[GestureEvent, ...]:
    """Places anywhere, each for a length, sounded as notes."""

    def events() -> Iterator[GestureEvent]:
        at_s, places = 0.0, np.random.default_rng(seed)
        for length_s in lengths_s:
            for k, value in enumerate(places.uniform(-0.8, 0.8, dims)):
                yield GestureEvent(at_s, f"latent.z{k + 1}", (float(value),))
            yield from note(at_s, length_s)
            at_s += length_s

    return tuple(events())


def phrase(*options: str, seconds: float = 9.0) -> Piece:
    """The instrument plays by itself."""
    return Piece("phrase", seconds, options=("--set", "wander", "1", *options))


PIECES: dict[str, tuple[Piece, ...]] = {
    "Fifths": (
        Piece("walk", 9.0, walk(9.0, 1, 1, 2, 1)),
        Piece("touches", 9.0, touches([0.75] * 12, 4, seed=3)),
        phrase("--seed", "1"),
    ),
    "Ordinario": (
        Piece("walk", 9.0, walk(9.0, 1, 1, 2), ("--meta", "pitch", "2", "octave", "4")),
        Piece("melody", 9.0, (*walk(9.0, 0.5, 0.5, 1), *melody(50, 57, 62, 65, 69, 74, 72, 69, 65, 62, 57, 50))),
        phrase("--meta", "pitch", "9", "octave", "3"),
    ),
    "Resonants": (
        Piece("walk", 9.0, walk(9.0, 1, 1, 2), ("--meta", "pitch", "7", "octave", "4")),
        Piece("melody", 9.0, (*walk(9.0, 0.5, 0.5, 1), *melody(55, 62, 67, 71, 74, 79, 78, 74, 71, 67, 62, 55))),
        phrase("--meta", "pitch", "4", "octave", "4"),
    ),
    "Vespers": (
        Piece("walk", 9.0, walk(9.0, 1, 1, 2), ("--meta", "pitch", "9", "octave", "3")),
        Piece("melody", 9.0, (*walk(9.0, 0.5, 0.5, 1), *melody(50, 57, 60, 62, 65, 62, 60, 57, 53, 55, 52, 50))),
        phrase("--meta", "pitch", "2", "octave", "3"),
    ),
    "Tamburi": (
        Piece("walk", 9.0, walk(9.0, 1, 1, 2, 1)),
        Piece("touches", 8.0, touches([0.5, 0.25, 0.25, 0.5, 0.5] * 4, 4, seed=2)),
        phrase(),
    ),
    "Objets": (
        Piece("walk", 9.0, walk(9.0, 1, 1, 2, 1)),
        Piece("noise", 8.0, (*held(0.61, -0.35, 0.61, 0.35), *ramp("noise", 8.0, 1.0, 1.0, -1.0, -1.0))),
        phrase(),
    ),
}


def main(folder: Path, *names: str) -> None:
    """Render the pieces of these instruments, or of all."""
    folder.mkdir(parents=True, exist_ok=True)
    instruments = {path.stem: path for path in factory_instruments()}
    for instrument in names or PIECES:
        for piece in PIECES[instrument]:
            target = folder / f"{instrument.lower()}-{piece.name}.ogg"
            write_opus(target, *rendered(instruments[instrument], piece))
            print(target)


def rendered(instrument: Path, piece: Piece) -> tuple[np.ndarray, int]:
    """The sound of a piece, [samples, channels], and its sample rate."""
    with tempfile.TemporaryDirectory() as home:
        gesture, sound = Path(home) / "gesture.json", Path(home) / "sound.wav"
        write_gesture(gesture, Gesture(piece.seconds + 1.0, piece.events))
        moves = ("--gesture", str(gesture)) if piece.events else ()
        command = ("play", str(instrument), "--render", str(sound), "--seconds", f"{piece.seconds:g}")
        subprocess.run(
            [sys.executable, "-m", "vschaos", *command, *moves, *piece.options], check=True, stdout=subprocess.DEVNULL
        )
        samples, rate_hz = soundfile.read(sound, dtype="float32", always_2d=True)
    fade = np.ones((len(samples), 1), np.float32)
    fade[-round(FADE_S * rate_hz) :, 0] = np.linspace(1.0, 0.0, round(FADE_S * rate_hz))
    return samples * fade, rate_hz


def write_opus(path: Path, samples: np.ndarray, rate_hz: int) -> None:
    """Write sound, [samples, channels], as Ogg Opus."""
    at_rate = soxr.resample(samples, rate_hz, RATE_HZ)
    layout = "stereo" if samples.shape[1] == 2 else "mono"
    with av.open(str(path), "w", format="ogg", options={"fflags": "+bitexact"}) as file:
        stream = file.add_stream("libopus", rate=RATE_HZ, layout=layout, bit_rate=BIT_RATE)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(at_rate.reshape(1, -1)), format="flt", layout=layout)
        frame.sample_rate = RATE_HZ
        file.mux(stream.encode(frame))
        file.mux(stream.encode(None))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
