"""From rendered notes to a dataset: notes are trimmed and joined to phrases, with labels for each moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from vschaos.data.labels.model import LabelEntry, Labels, Span
from vschaos.data.labels.writing import write_labels
from vschaos.data.pitch.notes import OCTAVE, PITCH, pitch_and_octave

SAMPLE_RATE_HZ = 44_100
NOTE_LEVEL_DB = -20.0
"""RMS of an instrument's loudest note at its loudest, in dB of full scale."""
PEAK = 0.9
GAP_S = 0.03
FADE_S = 0.03
LEVEL_S = 0.05
"""Levels are measured in blocks of this length."""

Audio = NDArray[np.float32]


@dataclass(frozen=True)
class Clip:
    """One note: its MIDI number, its samples (T,), and the seconds between which its pitch is clear."""

    note: int
    audio: Audio
    clear_from_s: float
    clear_until_s: float


@dataclass(frozen=True)
class Phrase:
    """Clips for one file; ``name`` has no suffix."""

    name: str
    clips: Sequence[Clip]


def sustained(note: int, audio: Audio, held_s: float, attack_s: float) -> Clip:
    """A note that is clear from the end of its attack to its release; a little of the release is kept."""
    end = min(len(audio), round((held_s + 2 * FADE_S) * SAMPLE_RATE_HZ))
    return Clip(note, _faded(audio[:end]), attack_s, held_s)


def decaying(note: int, audio: Audio, quiet_db: float, attack_s: float, lifted: float = 0.0) -> Clip:
    """A note that ends ``quiet_db`` below its loudest moment.

    ``lifted`` is the share of its decay, in dB, that a slow compressor removes, 0 … 1.
    """
    levels = _levels_db(audio)
    last = int(np.flatnonzero(levels > levels.max() - quiet_db)[-1])
    block = round(LEVEL_S * SAMPLE_RATE_HZ)
    end = min(len(audio), (last + 1) * block)
    centres = (np.arange(last + 1) + 0.5) * block
    # Nothing is lifted before the loudest moment: the attack does not change.
    fall_db = np.where(np.arange(last + 1) > levels.argmax(), levels.max() - levels[: last + 1], 0.0)
    gain_db = np.interp(np.arange(end), centres, lifted * fall_db)
    return Clip(note, _faded(audio[:end] * (10 ** (gain_db / 20)).astype(np.float32)), attack_s, end / SAMPLE_RATE_HZ)


def phrases(name: str, clips: Sequence[Clip], notes_each: int) -> list[Phrase]:
    """Split the clips of an instrument into files of some notes each, with a common gain.

    Neighbours go to different files: a held-out file does not remove a range of the instrument.
    """
    level = levelled(clips)
    count = -(-len(level) // notes_each)
    return [Phrase(f"{name} {number + 1}", level[number::count]) for number in range(count)]


def levelled(clips: Sequence[Clip]) -> list[Clip]:
    """Clips with a common gain, the loudest at `NOTE_LEVEL_DB`, or its peak at `PEAK` if that is less."""
    loudest = 10 ** (max(float(_levels_db(clip.audio).max()) for clip in clips) / 20)
    peak = max(float(np.abs(clip.audio).max()) for clip in clips)
    gain = np.float32(min(10 ** (NOTE_LEVEL_DB / 20) / loudest, PEAK / peak))
    return [replace(clip, audio=clip.audio * gain) for clip in clips]


def write_dataset(folder: Path, phrases: Sequence[Phrase], *, labelled: bool) -> None:
    """Write each phrase as a file, in a plain folder or, ``labelled``, in ``data/`` with ``metadata/`` beside it."""
    sounds = folder / "data" if labelled else folder
    sounds.mkdir(parents=True, exist_ok=True)
    pitches: dict[str, LabelEntry] = {}
    octaves: dict[str, LabelEntry] = {}
    for phrase in phrases:
        gap = np.zeros(round(GAP_S * SAMPLE_RATE_HZ), np.float32)
        audio, spans = gap, []
        for clip in phrase.clips:
            begin_s = len(audio) / SAMPLE_RATE_HZ
            onset_s, offset_s = (round(begin_s + time_s, 4) for time_s in (clip.clear_from_s, clip.clear_until_s))
            spans.append((onset_s, offset_s, *pitch_and_octave(clip.note)))
            audio = np.concatenate([audio, clip.audio, gap])
        soundfile.write(sounds / f"{phrase.name}.wav", audio, SAMPLE_RATE_HZ, "PCM_16")
        name = f"data/{phrase.name}.wav"
        pitches[name] = LabelEntry(tuple(Span(onset_s, offset_s, pitch) for onset_s, offset_s, pitch, _ in spans))
        octaves[name] = LabelEntry(tuple(Span(onset_s, offset_s, octave) for onset_s, offset_s, _, octave in spans))
    if labelled:
        write_labels(folder, Labels((PITCH, OCTAVE), {PITCH.name: pitches, OCTAVE.name: octaves}))


def _faded(audio: Audio) -> Audio:
    faded = audio.copy()
    count = min(len(audio), round(FADE_S * SAMPLE_RATE_HZ))
    faded[len(audio) - count :] *= np.linspace(1, 0, count, dtype=np.float32)
    return faded


def _levels_db(audio: Audio) -> NDArray[np.float64]:
    """RMS of each block of `LEVEL_S`, in dB of full scale."""
    samples = round(LEVEL_S * SAMPLE_RATE_HZ)
    blocks = np.pad(audio, (0, -len(audio) % samples)).astype(np.float64).reshape(-1, samples)
    return 10 * np.log10(np.square(blocks).mean(axis=1) + 1e-12)
