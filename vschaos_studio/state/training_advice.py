"""Which kind of training suits a folder of sounds, and why: from what its scan has found. Qt-free.

Each sound's fingerprint (`vschaos.data.fingerprint`) says how long it stays near its loudest, and how much of it is
low; nothing is decoded for it. The limits are cautious: where most sounds do not clearly ask for a kind of their own,
the amount of sound decides between Sketch and Full. They were tried on recordings: see docs/training.md, “Advice”.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vschaos.data.fingerprint import EDGES_HZ, STEP_S, Print, read_fingerprint
from vschaos.data.scan import ScanReport, SoundFile
from vschaos_studio.language import tr
from vschaos_studio.state.dataset import duration_text
from vschaos_studio.state.training_labels import LabelFacts
from vschaos_studio.state.training_request import SIZES, Size

MOST_SOUNDS = 1000
"""Of more sounds, every second, third … is looked at."""

MOST = 0.6
"""Most of the sounds: this share of them, or of their time."""

MUCH_S = 600.0
"""From so much sound on, Full is advised rather than Sketch."""

STROKE_S, ATTACK_S = 0.6, 0.12
"""A stroke is within 20 dB of its loudest for less than that in all, and is loudest so soon after it begins."""

SUSTAINED_S, LOW_HZ, LOW_SHARE, CALM_DB = 1.5, 340, 0.6, 2.5
"""A low, sustained sound: within 12 dB of its loudest for so long, with this share of its power below this frequency,
and changing by no more than this from one moment to the next."""


@dataclass(frozen=True)
class Advice:
    """A configuration that suits the sounds, and the reason, which follows “suggested”."""

    configuration: str
    reason: str

    @property
    def sentence(self) -> str:
        """Such as “Suggested: Tight, as most of these sounds are short strokes.”."""
        title = next(size.title for size in SIZES if size.configuration == self.configuration)
        return tr("Suggested: {kind}, {reason}.", kind=title, reason=self.reason)


def advise(report: ScanReport, labels: Sequence[LabelFacts] = ()) -> Advice | None:
    """What suits these sounds; None if all are silent. Takes tenths of a second for thousands: for a worker thread."""
    heard = report.audible
    if not heard:
        return None
    keyboard = next(size for size in SIZES if size.labels)
    if _on_most_sounds(keyboard, labels):
        return Advice(keyboard.configuration, tr("as most of these sounds have pitch and octave"))
    looked = [(sound, known) for sound in heard[:: 1 + len(heard) // MOST_SOUNDS] if (known := _print(sound))]
    whole_s = sum(sound.duration_s for sound, _known in looked)
    if looked and sum(is_stroke(known) for _sound, known in looked) >= MOST * len(looked):
        return Advice("dgt_tight", tr("as most of these sounds are short strokes"))
    if looked and sum(sound.duration_s for sound, known in looked if is_low_and_sustained(known)) >= MOST * whole_s:
        return Advice("dgt_large", tr("as most of this sound is low and sustained"))
    amount_s = sum(sound.duration_s for sound in heard)
    if amount_s >= MUCH_S:
        return Advice("dgt_mid", tr("as there is much to learn: {time}", time=duration_text(amount_s)))
    return Advice("dgt_small", tr("which learns {time} of sound quickly", time=duration_text(amount_s)))


def is_stroke(known: Print) -> bool:
    """Whether a sound begins with its loudest and is over soon."""
    level_db, slot_s = _course(known)
    return bool(np.sum(level_db > -20) * slot_s < STROKE_S and level_db.argmax() * slot_s <= ATTACK_S)


def is_low_and_sustained(known: Print) -> bool:
    """Whether a sound lasts, changes little, and is mostly bass."""
    level_db, slot_s = _course(known)
    lasts = np.sum(level_db > -12) * slot_s >= SUSTAINED_S
    low = known.power[:, : EDGES_HZ.index(LOW_HZ)].sum() >= LOW_SHARE * known.power.sum()
    changes_db = np.abs(np.diff(level_db[level_db > -40]))
    return bool(lasts and low and changes_db.sum() <= CALM_DB * len(changes_db))


def _course(known: Print) -> tuple[np.ndarray, float]:
    """Level of each slot below the loudest, in dB, and a slot's length in seconds."""
    power = known.power.sum(axis=1)
    return 10 * np.log10(np.maximum(power / power.max(), 1e-12)), known.per_slot * STEP_S


def _on_most_sounds(size: Size, labels: Sequence[LabelFacts]) -> bool:
    many = {one.name for one in labels if not one.refused and 2 * one.labelled >= one.sounds}
    return many.issuperset(size.labels)


def _print(sound: SoundFile) -> Print | None:
    return read_fingerprint(sound.facts.fingerprint) if sound.facts is not None else None
