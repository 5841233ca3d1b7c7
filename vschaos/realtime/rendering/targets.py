"""What a performance asks for, in the core's terms."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from vschaos.core.player import Targets
from vschaos.performance.performance import Sounding
from vschaos.performance.table import LATENT_SMOOTHING_MS, SILENT_DB
from vschaos.realtime.loading import LoadedInstrument

SPREAD = 0.12
"""How far left and right are from the middle on each axis, at full spread."""

GLIDE_SHARE = 3.0
"""A glide time is three time constants: 95 % of the way."""

GATE_HYSTERESIS_DB = 6.0


class TargetsWriter:
    """Writes targets for one instrument.

    Parameters
    ----------
    instrument
        What sounds; None while nothing is loaded.

    Attributes
    ----------
    targets
        What was written last.
    """

    def __init__(self, instrument: LoadedInstrument | None) -> None:
        self.targets = Targets()
        self.targets.labels[:] = math.nan
        self.targets.input_labels[:] = math.nan
        self._instrument = instrument
        self._values: Mapping[str, float] = {}
        self._place: tuple[tuple[float, ...], Mapping[str, float]] | None = None

    def write(self, sounding: Sounding, *, part: int = 0, tick: int = 0, hushed: bool = False) -> Targets:
        """What ``sounding`` comes to, from a tick on; ``hushed`` fades it out."""
        state, values = sounding.state, self.targets.values
        if state.values is not self._values:
            self._values = state.values
            self._write_values(state.values)
        values.part, values.tick = part, tick
        values.rest = 1.0 - linear_gain(sounding.level_db)
        values.playing = state.playing and not hushed
        values.panics = state.panics
        place = (sounding.latent, sounding.labels)
        if self._instrument is not None and place != self._place:
            self._place = place
            self._write_point(sounding, self._instrument)
        return self.targets

    def _write_values(self, given: Mapping[str, float]) -> None:
        values = self.targets.values
        values.gain = linear_gain(given["gain"])
        # What the model of phrases leads moves, and is as loud, as the sounds were: nothing is smoothed or evened.
        hand = 1.0 - given["wander"] if self._instrument and self._instrument.phrases else 1.0
        values.smoothing_s = max(hand * LATENT_SMOOTHING_MS / 1000.0, given["glide"] / GLIDE_SHARE)
        values.attack_s, values.decay_s = given["envelope.attack"], given["envelope.decay"]
        values.sustain, values.release_s = given["envelope.sustain"], given["envelope.release"]
        values.spread = SPREAD * given["spread"]
        values.noise = given["noise"]
        values.bend = given["bend"]
        values.life = hand * given["life"]
        values.even = hand * given["even"]
        values.freeze = given["freeze"] >= 0.5
        values.phase_mode = round(given["phase"])
        values.most_notes = round(given["voices"])
        values.input, values.input_phase = given["input"] >= 0.5, given["input.phase"] >= 0.5
        values.input_mix = given["input.mix"]
        values.input_opens = _amplitude(given["input.gate"])
        values.input_shuts = _amplitude(given["input.gate"] - GATE_HYSTERESIS_DB)
        for axis in range(self._instrument.playable.latent_dims if self._instrument else 0):
            self.targets.input_scale[axis] = given[f"input.scale.z{axis + 1}"]

    def _write_point(self, sounding: Sounding, instrument: LoadedInstrument) -> None:
        targets, dims = self.targets, instrument.playable.latent_dims
        count = min(dims, len(sounding.latent))
        point = np.asarray(sounding.latent[:count])
        targets.point[:count] = point
        targets.input_offset[:count] = point - instrument.playable.home[:count]
        for place, task in enumerate(instrument.tasks):
            value = sounding.labels.get(task, math.nan)
            targets.labels[place] = value
            targets.input_labels[place] = math.nan if task in instrument.predicted else value


def linear_gain(gain_db: float) -> float:
    """Amplitude factor of a level; the lowest level of the control is silence."""
    return 0.0 if gain_db <= SILENT_DB else _amplitude(gain_db)


def _amplitude(level_db: float) -> float:
    return math.pow(10.0, level_db / 20.0)
