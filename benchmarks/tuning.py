"""How far notes are from the pitch that is asked for: without a bend, bent, and in other tunings.

For each factory instrument with pitch, or those that VSCHAOS_TUNING names (paths, with commas between them): held notes
at the start's place, by the offline renderer; all keys of the octaves that it has learned, bends of them, and the keys
of 19 equal steps and of a just scale. The median and the worst are absolute, in cents. “beside” is what lies between
the partials, relative to them, and “level” how much louder bent notes are than the plain ones of the same labels, in
decibels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks._cents import Tone, heard_tone
from benchmarks._instruments import chosen_instruments
from vschaos.performance.notes import NoteOn
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.performance.tuning import Tuning
from vschaos.realtime.loading import LoadedInstrument, load_instrument
from vschaos.realtime.offline import render

VARIABLE = "VSCHAOS_TUNING"
BENDS = (10.0, -10.0, 37.0, -37.0, 100.0, -100.0, 200.0, -200.0)
JUST = (0.0, 111.731, 203.910, 315.641, 386.314, 498.045, 590.224, 701.955, 813.686, 884.359, 1017.596, 1088.269)
HELD_S, SETTLED_S, FADE_S = 1.8, 0.4, 0.3
CONCERT_HZ, CONCERT_CENTS = 440.0, 6900.0
CHECKED_HZ = (65.406, 110.3, 233.08, 440.7, 987.1)


@dataclass(frozen=True)
class Case:
    """Notes of one kind; ``life`` 0 stands still."""

    tuning: Tuning | None = None
    bend: float = 0.0
    life: float = 0.0


def run() -> dict[str, Any]:
    """Figures for each instrument, and for the measurement itself."""
    return {"worst_on_known_tones_cents": round(_check(), 4)} | {
        path.stem: figures(instrument)
        for path in chosen_instruments(VARIABLE)
        if (instrument := load_instrument(path)).tasks
    }


def figures(instrument: LoadedInstrument) -> dict[str, Any]:
    """Figures of one instrument."""
    plain = Case()
    levels = {key: _level_db(_note(instrument, key, plain)) for key in _keys(instrument, plain)}
    cases = {
        "equal": plain,
        "equal, alive": Case(life=1.0),
        **{f"bend {bend:+.0f}": Case(bend=bend) for bend in BENDS},
        "19 equal steps": Case(Tuning("19", tuple(6000.0 + 1200.0 * (key - 60) / 19 for key in range(128)))),
        "just": Case(Tuning("just", tuple(1200.0 * (key // 12) + JUST[key % 12] for key in range(128)))),
    }
    return {name: _figures(instrument, case, levels) for name, case in cases.items()}


def _figures(instrument: LoadedInstrument, case: Case, levels: dict[int, float]) -> dict[str, float]:
    tones: list[Tone] = []
    louder: list[float] = []
    keys = _keys(instrument, case)
    for key in keys:
        sound = _note(instrument, key, case)
        tones.append(heard_tone(sound, instrument.sample_rate_hz, _asked_hz(key, case)))
        louder.append(_level_db(sound) - levels[_pitch(key, case)])
    off = np.abs([tone.cents for tone in tones])
    return {
        "notes": len(tones),
        "median_cents": round(float(np.median(off)), 2),
        "worst_cents": round(float(off.max()), 2),
        "worst_key": keys[int(off.argmax())],
        "within_5_cents": round(float(np.mean(off <= 5.0)), 3),
        "median_worst_partial_cents": round(float(np.median(np.abs([tone.worst_partial_cents for tone in tones]))), 2),
        "median_beside_db": round(float(np.median([tone.beside_db for tone in tones])), 1),
        "level_db": round(float(np.mean(louder)), 2),
    }


def _keys(instrument: LoadedInstrument, case: Case) -> Sequence[int]:
    """Keys whose labels were learned."""
    octave = next(label for label in instrument.playable.labels if label.name == "octave")
    known = range(12 * round(octave.low + 1), 12 * round(octave.high + 2))
    return [key for key in range(128) if _pitch(key, case) in known]


def _pitch(key: int, case: Case) -> int:
    place = case.tuning.place(key) if case.tuning is not None else None
    return key if case.tuning is None else -1 if place is None else place.pitch


def _asked_hz(key: int, case: Case) -> float:
    cents = 100.0 * key if case.tuning is None else case.tuning.cents[key] or 0.0
    return CONCERT_HZ * 2 ** ((cents + case.bend - CONCERT_CENTS) / 1200)


def _note(instrument: LoadedInstrument, key: int, case: Case) -> NDArray[np.float32]:
    """A held note, without its beginning."""
    performance = Performance(instrument.playable)
    performance.tuning = case.tuning
    performance.touch([Touch("life", (case.life,)), Touch("bend", (case.bend,))], Origin.CLI)
    sound = render(instrument, performance, HELD_S, lambda time_s: [NoteOn(key, 0.7)] if time_s == 0.0 else [])
    rate = instrument.sample_rate_hz
    return sound[round(SETTLED_S * rate) : -round(FADE_S * rate), 0]


def _level_db(sound: NDArray[np.float32]) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(np.square(sound, dtype=np.float64))) + 1e-9))


def _check() -> float:
    """The largest error on tones whose pitch is known, asked for half a semitone beside it."""
    time = np.arange(round((HELD_S - SETTLED_S - FADE_S) * 44_100)) / 44_100
    worst = 0.0
    for frequency_hz in CHECKED_HZ:
        sound = sum(np.sin(2 * np.pi * frequency_hz * n * time + n) / n for n in range(1, 13))
        for beside in (-40.0, 0.0, 40.0):
            found = heard_tone(np.asarray(sound), 44_100, frequency_hz * 2 ** (beside / 1200)).cents
            worst = max(worst, abs(found + beside))
    return worst
