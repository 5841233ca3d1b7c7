"""Whether pitch labels without names count from A: some of the sounds are listened to. Loads torch when it is used.

The time is bounded, however large the dataset: at most `MOST_SOUNDS` sounds, of each some seconds, within its first
`REACH_S`. See `vschaos.data.pitch.class_order` for what the orders are.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from vschaos.data.labels.model import LabelEntry, Labels
from vschaos.data.pitch.notes import PITCH
from vschaos.data.scan import SoundFile
from vschaos.errors import AudioFileError

MOST_SOUNDS = 16
REACH_S = 20.0
_BATCHES, _MOST_BATCHES = 2, 6  # of 0.64 s, of each sound: with notes in them, and heard at all
_ENOUGH = 5  # sounds that agree
_SURE = 0.5  # of a note, by the network's evidence
_FEWEST_FRAMES = 5
_OURS, _FROM_A = 0, 9
"""Semitones from a label to what is heard, modulo an octave."""


def counts_from_a(sounds: Sequence[SoundFile], labels: Labels, stopped: Callable[[], bool] = lambda: False) -> bool:
    """Whether what is heard fits pitch labels that count from A, better than such that count from C.

    Parameters
    ----------
    sounds
        The labelled sounds, and others.
    labels
        Theirs, with the task ``pitch``.
    stopped
        Asked between batches; once true, what was heard so far decides.
    """
    entries = labels.entries.get(PITCH.name, {})
    pitch = Labels((labels.task(PITCH.name),), {PITCH.name: entries})
    votes: list[int] = []
    chosen = list(itertools.islice(_in_turns(sounds, entries), MOST_SOUNDS))
    if chosen:
        from vschaos.data.pitch.crepe import Model
        from vschaos.data.pitch.extraction import load

        load(Model.TINY)
    for sound in chosen:
        if stopped() or (len(votes) >= _ENOUGH and len(set(votes)) == 1):
            break
        try:
            vote = _difference(sound, pitch, stopped)
        except AudioFileError:  # it changed since the scan; the final reading reports it
            continue
        if vote is not None:
            votes.append(vote)
    return votes.count(_FROM_A) > max(votes.count(_OURS), len(votes) // 2)


def _in_turns(sounds: Sequence[SoundFile], entries: Mapping[str, LabelEntry]) -> Iterator[SoundFile]:
    """The sounds that have a label early enough, one of each pitch before the second of any."""
    by_pitch: dict[float, list[SoundFile]] = {}
    for sound in sounds:
        entry = entries.get(sound.relative)
        for span in entry.spans if entry is not None else ():
            if span.value is not None and span.onset_s < min(REACH_S, sound.duration_s):
                by_pitch.setdefault(span.value, []).append(sound)
                break
    for turn in itertools.zip_longest(*by_pitch.values()):
        yield from (sound for sound in turn if sound is not None)


def _difference(sound: SoundFile, pitch: Labels, stopped: Callable[[], bool]) -> int | None:
    """Semitones, 0 to 11, from the labels of a sound to what is heard; None where nothing certain is."""
    from vschaos.data.pitch.crepe import Model
    from vschaos.data.pitch.extraction import frames_of, hear
    from vschaos.data.pitch.track import HOP_S, LOWEST_NOTE

    found: list[int] = []
    count = batches = batches_with_notes = 0
    for frames in frames_of(sound.path, sound.signals[0]):
        times_s = HOP_S * np.arange(count, count + len(frames), dtype=np.float64)
        count += len(frames)
        if times_s[0] > REACH_S or batches_with_notes == _BATCHES or batches == _MOST_BATCHES or stopped():
            break
        asked = pitch.at(sound.relative, times_s)[:, 0]
        labelled = np.isfinite(asked)
        if not labelled.any():
            continue
        evidence = hear(frames[labelled], Model.TINY).evidence
        sure = evidence.max(axis=1) > _SURE
        found += ((LOWEST_NOTE + evidence.argmax(axis=1) - asked[labelled].astype(int)) % 12)[sure].tolist()
        batches += 1
        batches_with_notes += bool(sure.any())
    return int(np.bincount(found).argmax()) if len(found) >= _FEWEST_FRAMES else None
