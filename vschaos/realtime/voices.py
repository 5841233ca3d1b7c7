"""All that sounds of one instrument: the voice of the pad, and one for each note, decoded together.

A voice has a latent point of its own that follows the pad, labels, and an envelope; the pad's own voice, number 0, is
held for as long as it plays. Each is one row of the decoder's batch, or two where the stereo spread sets left and right
apart. The batch is put together anew only when voices come or go::

    voice   0 (pad)   3 (note)   7 (note)              row     0    1    2    3    4    5
    sides   left right  left right  left right   ──▶   audio  0L   0R   3L   3R   7L   7R  ──▶ envelopes ──▶ (hop, 2)

Runs on the inference thread. The only module of the sounding path, beside `vschaos.realtime.live_input`, that touches
torch; a network's misbehaviour ends in the renderer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.performance.authority import Sounding
from vschaos.performance.notes import AllNotesOff, NoteBend, NoteEvent, NoteOff, NoteOn, note_labels
from vschaos.performance.table import LATENT_SMOOTHING_MS, MOST_VOICES
from vschaos.realtime.decoder import LoadedInstrument, rearranged
from vschaos.realtime.envelope import ATTACK, CUT, HELD, OFF, RELEASE, Envelopes
from vschaos.realtime.ring import Frames

PAD = 0
VOICES = 1 + MOST_VOICES + 4
"""The pad's voice, the notes', and some in which notes end whose place was needed."""

SPREAD = 0.12
"""How far left and right are from the middle on each axis, at full spread."""

GLIDE_SHARE = 3.0
"""A glide time is three time constants: 95 % of the way."""

COLLAPSE_HOPS = 8
"""Hops in which the right side fades into the left one when the spread goes back to nothing."""


@dataclass(frozen=True)
class _Settings:
    """What the plain controls come to, worked out when one of them has changed."""

    follow: float
    wide: bool
    offset: NDArray[np.float64]
    noise: float
    phase_mode: int


@dataclass
class _Note:
    """A key that sounds, and how it is bent."""

    key: int
    channel: int
    number: int
    bend: NoteBend


class VoiceBank:
    """The voices of an instrument, at the instrument's rate.

    Parameters
    ----------
    instrument
        What sounds.
    """

    def __init__(self, instrument: LoadedInstrument) -> None:
        self.instrument = instrument
        self._dims = instrument.playable.latent_dims
        self._hop_ms = 1000.0 * instrument.hop_samples / instrument.sample_rate_hz
        self._pitched = {"pitch", "octave"} <= set(instrument.tasks)
        self._envelopes = Envelopes(VOICES)
        self._points = np.zeros((VOICES, self._dims))
        self._fresh = np.ones(VOICES, bool)
        self._notes: dict[int, _Note] = {}
        self._bends: dict[int, NoteBend] = {}
        self._count = 0
        signs = np.where(np.arange(self._dims) % 2, -1.0, 1.0)
        self._offset = SPREAD * signs
        self._decode = instrument.decoder.decode
        self._silence = instrument.decoder.initial_synthesis(1)
        self._nothing = np.zeros(instrument.hop_samples)
        self._values: Mapping[str, float] = {}
        self.reset()

    def reset(self) -> None:
        """Forget everything: the next sound starts from silence, at its target."""
        self._envelopes.stage[:] = OFF
        self._envelopes.level[:] = 0.0
        self._fresh[:] = True
        self._notes.clear()
        self._sides: tuple[tuple[int, int], ...] = ()
        self._left = np.full(VOICES, -1, np.int64)
        self._right = np.full(VOICES, -1, np.int64)
        self._collapse = 0
        self._arrange(())

    def take_over(self, other: VoiceBank) -> None:
        """Hold the notes that another bank holds, at their level."""
        self._envelopes.stage[:] = other._envelopes.stage
        self._envelopes.level[:] = other._envelopes.level
        self._envelopes.strength[:] = other._envelopes.strength
        self._notes = {voice: replace(note) for voice, note in other._notes.items()}
        self._bends = dict(other._bends)
        self._count = other._count

    @property
    def notes_sounding(self) -> int:
        """How many notes are heard."""
        return int(np.count_nonzero(self._envelopes.stage))

    def take_notes(self, events: tuple[NoteEvent, ...], most: int) -> None:
        """Start and end notes, at most so many at once: the oldest makes room."""
        for event in events:
            match event:
                case NoteOn(key, velocity, channel):
                    self._release(key, channel)
                    self._start(key, velocity, channel, most)
                case NoteOff(key, channel):
                    self._release(key, channel)
                case NoteBend(channel):
                    self._bends[channel] = event
                    for note in self._notes.values():
                        if note.channel == channel:
                            note.bend = event
                case AllNotesOff():
                    for voice in self._notes:
                        self._envelopes.stage[voice] = RELEASE

    def hop(
        self, sounding: Sounding, pad_level: NDArray[np.float64] | None, heard: NDArray[np.float32] | None
    ) -> Frames:
        """One hop, shape (hop, 2), at the instrument's rate. The caller is in torch's inference mode.

        Parameters
        ----------
        sounding
            What the hands want.
        pad_level
            Level of the pad's voice, shape (hop,); None where it is not heard.
        heard
            Where the live input is, in the place of the pad: coordinates and labels, shape (D + K,); or None.
        """
        if sounding.state.values is not self._values:
            self._take_values(sounding.state.values)
        settings, hop_samples = self._settings, self.instrument.hop_samples
        if self._notes:
            self._tidy()
        if pad_level is None:
            self._fresh[PAD] = True
        self._arrange(self._wanted(pad_level is not None, settings.wide))
        if not self._sides:
            return np.zeros((hop_samples, 2), np.float32)
        self._place(sounding, heard)
        audio, self._state = self._decode(
            self._coordinates, self._labels, self._noise, settings.phase_mode, self._state
        )
        samples = np.ascontiguousarray(audio.numpy()[:, 0])
        if self._collapse:
            samples = self._collapsing(samples)
        out = np.empty((hop_samples, 2), np.float32)
        held = self._nothing if pad_level is None else pad_level
        self._envelopes.mix(samples, self._left, self._right, held, out)
        return out

    def _take_values(self, values: Mapping[str, float]) -> None:
        self._values = values
        smoothing_ms = max(LATENT_SMOOTHING_MS, 1000.0 * values["glide"] / GLIDE_SHARE)
        self._settings = _Settings(
            follow=1.0 - math.exp(-self._hop_ms / smoothing_ms),
            wide=values["spread"] > 0.0,
            offset=values["spread"] * self._offset,
            noise=values["noise"],
            phase_mode=round(values["phase"]),
        )
        self._envelopes.shape(
            values["envelope.attack"],
            values["envelope.decay"],
            values["envelope.sustain"],
            values["envelope.release"],
            self.instrument.sample_rate_hz,
        )

    # ── notes ─────────────────────────────────────────────────────────────────────────────────────────────

    def _start(self, key: int, velocity: float, channel: int, most: int) -> None:
        stage = self._envelopes.stage
        held = [voice for voice in self._notes if stage[voice] in (ATTACK, HELD)]
        released = [voice for voice in self._notes if stage[voice] == RELEASE]
        oldest = sorted(released, key=self._age) + sorted(held, key=self._age)
        for voice in oldest[: max(len(oldest) - most + 1, 0)]:
            stage[voice] = CUT
        free = next((voice for voice in range(1, VOICES) if stage[voice] == OFF), None)
        if free is None:
            free = min(self._notes, key=lambda voice: self._envelopes.level[voice])
        else:
            self._fresh[free] = True
            self._envelopes.level[free] = 0.0
        self._count += 1
        self._notes[free] = _Note(key, channel, self._count, self._bends.get(channel, NoteBend(channel)))
        self._envelopes.strength[free] = velocity
        stage[free] = ATTACK

    def _age(self, voice: int) -> int:
        return self._notes[voice].number

    def _release(self, key: int, channel: int) -> None:
        for voice, note in self._notes.items():
            if (note.key, note.channel) == (key, channel) and self._envelopes.stage[voice] < RELEASE:
                self._envelopes.stage[voice] = RELEASE

    def _tidy(self) -> None:
        for voice in [voice for voice in self._notes if self._envelopes.stage[voice] == OFF]:
            del self._notes[voice]

    # ── the batch ─────────────────────────────────────────────────────────────────────────────────────────

    def _wanted(self, pad: bool, wide: bool) -> tuple[tuple[int, int], ...]:
        """Voice and side of each row; side 0 alone is both."""
        was_wide = any(side for _, side in self._sides)
        if was_wide and not wide and not self._collapse:
            self._collapse = COLLAPSE_HOPS
        sides = (0, 1) if wide or self._collapse > 1 else (0,)
        self._collapse = 0 if wide else max(self._collapse - 1, 0)
        return tuple((voice, side) for voice in ((PAD,) * pad + tuple(sorted(self._notes))) for side in sides)

    def _arrange(self, sides: tuple[tuple[int, int], ...]) -> None:
        """Put the batch together for these rows, going on from those that sounded already."""
        rows = len(sides)
        if sides == self._sides and not any(self._fresh[voice] for voice, _ in sides):
            return
        before = {place: row for row, place in enumerate(self._sides)}
        origins = [len(self._sides)] * rows
        for row, (voice, side) in enumerate(sides):
            if not self._fresh[voice]:
                origins[row] = before.get((voice, side), before.get((voice, 0), len(self._sides)))
        if self._sides and rows:
            self._state = rearranged(self._state, self._silence, torch.tensor(origins))
        elif rows:
            self._state = self.instrument.decoder.initial_synthesis(rows)
        self._sides = sides
        self._left[:] = self._right[:] = -1
        for row, (voice, side) in enumerate(sides):
            self._right[voice] = row
            if side == 0:
                self._left[voice] = row
        if rows:
            self._coordinates = torch.zeros(rows, self._dims, 1)
            self._labels = torch.zeros(rows, len(self.instrument.tasks), 1)
            self._noise = torch.zeros(rows, 1)
            self._coordinate_rows = self._coordinates.numpy()[:, :, 0]
            self._label_rows = self._labels.numpy()[:, :, 0]
            self._noise_rows = self._noise.numpy()

    def _place(self, sounding: Sounding, heard: NDArray[np.float32] | None) -> None:
        """Move every voice's point on, and write what the decoder is to be told."""
        settings, dims = self._settings, self._dims
        base = np.zeros(dims)
        count = min(dims, len(sounding.latent))
        base[:count] = sounding.latent[:count]
        labels = [sounding.labels.get(task, math.nan) for task in self.instrument.tasks]
        for row, (voice, side) in enumerate(self._sides):
            if side == 0:
                self._move(voice, base if voice != PAD or heard is None else heard[:dims], settings.follow)
            point = self._points[voice]
            self._coordinate_rows[row] = point - settings.offset if side else point + settings.offset
            if labels:
                self._label_rows[row] = labels
                if voice == PAD and heard is not None:
                    self._label_rows[row] = heard[dims:]
                elif voice != PAD and self._pitched:
                    for task, value in note_labels(self._notes[voice].key).items():
                        self._label_rows[row, self.instrument.tasks.index(task)] = value
        self._noise_rows[:] = settings.noise

    def _move(self, voice: int, base: NDArray[np.floating], follow: float) -> None:
        target = base
        note = self._notes.get(voice)
        if note is not None:
            bend = (note.bend.x, note.bend.y, note.bend.z)[: self._dims]
            target = base.copy()
            target[: len(bend)] = np.clip(target[: len(bend)] + bend, -1.0, 1.0)
        if self._fresh[voice]:
            self._fresh[voice] = False
            self._points[voice] = target
        else:
            self._points[voice] += follow * (target - self._points[voice])

    def _collapsing(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Fade right rows into left ones: ``_collapse`` counts down to the hop in which they are the same."""
        hop = samples.shape[1]
        done = COLLAPSE_HOPS - 1 - self._collapse
        share = np.clip((done + np.arange(1, hop + 1) / hop) / (COLLAPSE_HOPS - 2), 0.0, 1.0).astype(np.float32)
        mixed = samples.copy()
        for row, (voice, side) in enumerate(self._sides):
            if side:
                mixed[row] = (1.0 - share) * samples[row] + share * samples[self._left[voice]]
        return mixed
