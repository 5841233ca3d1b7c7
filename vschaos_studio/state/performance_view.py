"""Which of two truths to show: what this hand has just moved, or what the engine says. Qt-free.

The engine is the authority, but it answers some milliseconds later: a cursor that followed its answers would
lag behind the mouse and jump back after each move. So a value that was touched here stays as it was put for a
moment, and follows the engine again once the hand has rested. Time, in seconds, is always passed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vschaos.performance.controls import NOISE, Playable
from vschaos.realtime.protocol import Snapshot

HOLD_S = 0.25
"""Longer than an order takes to come back in a snapshot."""


NOTHING = Playable(latent_dims=0)


class Held:
    """One value, and when it was last touched here."""

    def __init__(self, value: float) -> None:
        self.value = value
        self._touched_at = -float("inf")

    def touch(self, value: float, now: float) -> None:
        """The hand here moved it."""
        self.value = value
        self._touched_at = now

    def follow(self, value: float, now: float) -> None:
        """The engine says so."""
        if now - self._touched_at >= HOLD_S:
            self.value = value


class PerformanceView:
    """The latent point, labels and sound controls as they are shown.

    Parameters
    ----------
    playable
        What the instrument shown lets be moved.
    """

    def __init__(self, playable: Playable = NOTHING, *, gain_db: float = 0.0) -> None:
        self._latent = [Held(0.0) for _ in range(playable.latent_dims)]
        self._labels = {label.name: Held(label.default) for label in playable.labels}
        self._noise = Held(NOISE)
        self._phase_mode = Held(0.0)
        self._gain_db = Held(gain_db)
        self._playing = Held(0.0)

    @property
    def latent(self) -> tuple[float, ...]:
        """Coordinates, each in −1…1."""
        return tuple(held.value for held in self._latent)

    @property
    def labels(self) -> Mapping[str, float]:
        """Value of each label, by name."""
        return {name: held.value for name, held in self._labels.items()}

    @property
    def noise(self) -> float:
        """The amount of noise, 0…1."""
        return self._noise.value

    @property
    def phase_mode(self) -> int:
        """Where the phase comes from, as an index of `vschaos.performance.controls.PHASE_MODES`."""
        return round(self._phase_mode.value)

    @property
    def gain_db(self) -> float:
        """Output level in dB."""
        return self._gain_db.value

    @property
    def playing(self) -> bool:
        """Whether it sounds, or will as soon as the engine can."""
        return self._playing.value > 0

    def fit(self, playable: Playable) -> None:
        """Another instrument: coordinates and labels that both have are kept, new ones are at their default."""
        kept = self._latent[: playable.latent_dims]
        self._latent = kept + [Held(0.0) for _ in range(playable.latent_dims - len(kept))]
        before = self._labels
        self._labels = {label.name: before.get(label.name, Held(label.default)) for label in playable.labels}
        for label in playable.labels:
            value = self._labels[label.name].value
            if label.or_default(value) != value:
                self._labels[label.name] = Held(label.default)

    def touch_latent(self, moves: Iterable[tuple[int, float]], now: float) -> None:
        """The hand here moved coordinates: pairs of an index from 0 and its value."""
        for index, value in moves:
            self._latent[index].touch(value, now)

    def touch_label(self, name: str, value: float, now: float) -> None:
        """The hand here set a label that the instrument has."""
        self._labels[name].touch(value, now)

    def touch_noise(self, noise: float, now: float) -> None:
        """The hand here moved the amount of noise."""
        self._noise.touch(noise, now)

    def touch_phase_mode(self, phase_mode: int, now: float) -> None:
        """The hand here chose where the phase comes from."""
        self._phase_mode.touch(float(phase_mode), now)

    def touch_gain(self, gain_db: float, now: float) -> None:
        """The hand here moved the gain."""
        self._gain_db.touch(gain_db, now)

    def touch_playing(self, playing: bool, now: float) -> None:
        """The hand here pressed play or stop."""
        self._playing.touch(float(playing), now)

    def hold(self, now: float) -> None:
        """Keep everything as shown for a moment: a fresh engine is only now being told of it."""
        sound = (self._noise, self._phase_mode, self._gain_db, self._playing)
        for held in (*self._latent, *self._labels.values(), *sound):
            held.touch(held.value, now)

    def follow(self, snapshot: Snapshot, now: float) -> None:
        """Take the engine's word, but for what was touched a moment ago.

        A snapshot of another number of coordinates is of an instrument that is no longer, or not yet, shown.
        """
        if len(snapshot.latent) == len(self._latent):
            for held, value in zip(self._latent, snapshot.latent, strict=True):
                held.follow(value, now)
        for label in snapshot.labels:
            if label.name in self._labels:
                self._labels[label.name].follow(label.value, now)
        self._noise.follow(snapshot.noise, now)
        self._phase_mode.follow(float(snapshot.phase_mode), now)
        self._gain_db.follow(snapshot.gain_db, now)
        self._playing.follow(float(snapshot.playing), now)
