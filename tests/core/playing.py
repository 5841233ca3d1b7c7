"""A player as its tests use it: targets by name, sound in seconds or frames, in blocks of any size."""

import numpy as np
from scipy.signal import butter, sosfilt

from tests.known_sounds import HOP_SAMPLES, RATE_HZ
from vschaos.core.library import core
from vschaos.core.player import CorePlayer, Targets

RATE, HOP = RATE_HZ, HOP_SAMPLES
CEILING = 10 ** (-0.3 / 20)
STILL = {
    "gain": 1.0,
    "smoothing_s": 0.03,
    "attack_s": 0.002,
    "decay_s": 0.005,
    "sustain": 1.0,
    "release_s": 0.05,
    "most_notes": 16,
    "input_mix": 1.0,
    "input_opens": 0.01,
    "input_shuts": 0.005,
}


class Playing:
    """A player with one instrument."""

    def __init__(self, instrument=None, rate=RATE, **part):
        self.rate = rate
        self.player = CorePlayer(rate)
        self.targets = Targets()
        self.targets.labels[:] = np.nan
        self.targets.input_labels[:] = np.nan
        self.targets.input_scale[:] = 1.0
        for name, value in STILL.items():
            setattr(self.targets.values, name, value)
        self.block = 256
        if instrument is not None:
            self.swap(instrument, **part)

    def _write(self, point, labels, values):
        if point is not None:
            self.targets.point[:] = 0.0
            self.targets.point[: len(point)] = point
        if labels is not None:
            self.targets.labels[: len(labels)] = labels
        for name, value in values.items():
            setattr(self.targets.values, name, value)

    def swap(self, instrument, *, point=None, labels=None, part=None, **values):
        self._write(point, labels, values)
        self.targets.values.part = self.player.swap(instrument, self.targets, **(part or {}))

    def set(self, *, point=None, labels=None, tick=0, **values):
        """Hand over what there is, with some of it changed."""
        self._write(point, labels, values)
        self.targets.values.tick = tick
        self.player.set(self.targets)

    def on(self, key=60, velocity=1.0, channel=0, point=()):
        self.player.note(core.VS_NOTE_ON, key, channel, velocity, point=point)

    def move(self, channel, *point):
        self.player.note(core.VS_NOTE_MOVE, -1, channel, point=point)

    def off(self, key=60, channel=0):
        self.player.note(core.VS_NOTE_OFF, key, channel)

    def bend(self, channel=0, x=0.0, y=0.0, z=0.0):
        self.player.note(core.VS_NOTE_BEND, 0, channel, bend=(x, y, z))

    def all_off(self):
        self.player.note(core.VS_ALL_NOTES_OFF)

    def frames(self, count, block=None):
        """The next frames, shape (count, 2), beside a host that tidies up now and then."""
        block = block or self.block
        pieces = [np.zeros((0, 2), np.float32)]
        for done in range(0, count, block):
            pieces.append(self.player.render(min(block, count - done)))
            self.player.tidy()
        return np.concatenate(pieces)

    def hear(self, seconds):
        """One of two sides that are alike."""
        frames = self.frames(round(seconds * self.rate))
        np.testing.assert_array_equal(frames[:, 0], frames[:, 1])
        return frames[:, 0]


def clicks(samples, rate=RATE, above_hz=6000):
    """Peak of what a low tone has no business to have: the part above 6 kHz."""
    filtered = sosfilt(butter(8, above_hz, "highpass", fs=rate, output="sos"), samples)
    return np.abs(filtered[500:]).max()  # after what the filter makes of the beginning


def amplitude(samples, hz, rate=RATE):
    """Of the sinusoid of this frequency that fits best."""
    turns = 2 * np.pi * hz * np.arange(len(samples)) / rate
    basis = np.stack([np.sin(turns), np.cos(turns)], axis=1)
    return float(np.hypot(*np.linalg.lstsq(basis, samples.astype(np.float64), rcond=None)[0]))
