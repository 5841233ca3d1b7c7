"""What the doctor looks for in the sounds themselves. Torch-free; see `vschaos.data.doctor.doctor`.

Each check reads a scan's report and yields suspicions. A sound that was scanned without facts is judged by its length
and format alone.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator

from vschaos.data.doctor.channels import channel_suspicions
from vschaos.data.doctor.findings import Severity, Suspicion, of_sounds
from vschaos.data.doctor.recordings import recording_suspicions
from vschaos.data.facts import MEAN, SILENCE_DB, SoundFacts
from vschaos.data.mix import cancels
from vschaos.data.scan import ScanReport, SoundFile, recorded

FEW_S = 60.0
"""Less sound than this teaches little."""
SHORT_S = 0.2
"""Shorter sounds are mostly edges: each frame of a window hangs over one."""
LONG_SILENCE_S = 5.0
SILENT_SHARE = 0.5
SILENT_SHARE_S = 1.0
"""A share of silence counts from this many seconds on: a hit may decay."""
CLIPPED_SAMPLES = 6
CLIPPED_SHARE = 1e-5
DC = 0.005
QUIETER_DB = 24.0
"""So far below the others' level is far."""


def sound_suspicions(report: ScanReport) -> Iterator[Suspicion]:
    """Everything that a scan's facts give reason to suspect, apart from duplicates."""
    if not report.files:
        return
    yield from _amount(report)
    yield from _lengths(report)
    yield from _formats(report)
    yield from channel_suspicions(report.files)
    yield from recording_suspicions(report.files)
    yield from _silent(report)
    heard = [(sound, facts) for sound, facts in _examined(report) if not sound.silent]
    yield from _silences(heard)
    yield from _clipping(heard)
    yield from _offset(heard)
    yield from _levels(heard)


def _examined(report: ScanReport) -> Iterator[tuple[SoundFile, SoundFacts]]:
    for sound in report.files:
        if sound.facts is not None:
            yield sound, sound.facts


def _silent(report: ScanReport) -> Iterator[Suspicion]:
    silent = [sound for sound in report.files if sound.silent]
    all_of_them = len(silent) == len(report.files)
    automatic = "Set “Channels” on the Sounds page to automatic (data.dataset.mix=auto)."
    for sounds, one, many, remedies in (
        (
            [sound for sound in silent if not recorded(sound)],
            "{file} is silent.",
            "{count} are silent",
            ("Replace it by one with sound.", "Replace them by recordings with sound."),
        ),
        (
            [sound for sound in silent if recorded(sound)],
            "{file} is silent in the channels that are learnt.",
            "{count} are silent in the channels that are learnt",
            (automatic, automatic),
        ),
    ):
        yield from of_sounds(
            "silence",
            Severity.PROBLEM if all_of_them else Severity.WARNING,
            sounds,
            one,
            many,
            f"Its level stays more than {-SILENCE_DB:.0f} dB below full scale. Training leaves such sounds "
            "out, and does not start if there are no others.",
            remedies[len(sounds) > 1],
        )


def _amount(report: ScanReport) -> Iterator[Suspicion]:
    if not 0.0 < report.duration_s < FEW_S:
        return
    amount = f"{report.duration_s:.0f} s of sound" if report.duration_s >= 1 else "less than a second of sound"
    yield Suspicion(
        "little_sound",
        Severity.WARNING,
        (),
        lambda _files: f"There is only {amount} in all.",
        "An instrument plays what lies between its sounds: with so little it only learns them by heart.",
        "Add sounds: some minutes, better an hour.",
    )


def _lengths(report: ScanReport) -> Iterator[Suspicion]:
    short = [sound for sound in report.files if sound.duration_s < SHORT_S]
    yield from of_sounds(
        "short",
        Severity.NOTE,
        short,
        "{file} is very short.",
        "{count} are very short",
        f"Below {SHORT_S:.1f} s, training mostly sees the edges of the sound and the silence around it.",
        "Use longer sounds, or join several into one file.",
    )


def _formats(report: ScanReport) -> Iterator[Suspicion]:
    rates = Counter(sound.sample_rate_hz for sound in report.files)
    if len(rates) < 2:
        return
    usual = max(rates, key=lambda rate: (rates[rate], rate))
    others = [sound for sound in report.files if sound.sample_rate_hz != usual]
    found = ", ".join(f"{rate} Hz" for rate in sorted(rates) if rate != usual)
    yield from of_sounds(
        "mixed_rates",
        Severity.NOTE,
        others,
        f"{{file}} has a sample rate of {found}, the others have {usual} Hz.",
        f"{{count}} have another sample rate ({found}) than the others ({usual} Hz)",
        "All sounds are resampled to the model's rate. A sound of a lower rate lacks treble, and the instrument "
        "will lack it as well.",
        "Replace sounds of a low rate by recordings in 44100 Hz or more, if there are any; otherwise leave it.",
    )


def _silences(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    long, most = [], []
    for sound, facts in heard:
        if MEAN in sound.signals and cancels(facts):
            continue  # what is silent in the mean is not in the file, and "cancelling" reports it
        if facts.longest_silence_s >= LONG_SILENCE_S:
            long.append(sound)
        elif facts.silent_s >= max(SILENT_SHARE_S, SILENT_SHARE * sound.duration_s):
            most.append(sound)
    explanation = (
        "All parts of a sound count equally in training: silence wastes time and capacity for what you want to hear."
    )
    yield from of_sounds(
        "long_silence",
        Severity.WARNING,
        long,
        "{file} has a long silence.",
        f"{{count}} have silences of {LONG_SILENCE_S:.0f} s or more",
        explanation,
        "Cut the silence out, or split the sound there.",
    )
    yield from of_sounds(
        "mostly_silent",
        Severity.NOTE,
        most,
        "{file} is mostly silent.",
        "{count} are mostly silent",
        explanation,
        "Trim the beginning and the end.",
    )


def _clipping(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    clipped = []
    for sound, facts in heard:
        judged = sound.channels if MEAN in sound.signals else len(sound.signals)
        share = facts.clipped / (sound.duration_s * sound.sample_rate_hz * judged)
        if facts.clipped >= CLIPPED_SAMPLES and share >= CLIPPED_SHARE:
            clipped.append(sound)
    yield from of_sounds(
        "clipping",
        Severity.WARNING,
        clipped,
        "{file} is clipped: its peaks are cut off.",
        "{count} are clipped, their peaks cut off",
        "Cut peaks add a harsh buzz to the sound, and the instrument will play the buzz as well.",
        "Record or export it again at a lower level; turning it down now does not restore the peaks.",
    )


def _offset(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    shifted = [(facts.dc, sound) for sound, facts in heard if facts.dc >= DC]
    if shifted:
        most = max(dc for dc, _ in shifted)
        yield from of_sounds(
            "dc",
            Severity.WARNING,
            [sound for _, sound in shifted],
            f"{{file}} has a DC offset of {100 * most:.1f} % of full scale.",
            f"{{count}} have a DC offset, of up to {100 * most:.1f} % of full scale",
            "A constant offset is inaudible, but it clicks where a sound begins and ends, and is learnt as a very low "
            "tone.",
            "Remove the DC offset in an audio editor, or use a high-pass filter at 10 Hz.",
        )


def _levels(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    if len(heard) < 3:
        return
    usual_db = statistics.median(facts.level_db for _, facts in heard)
    quiet = [sound for sound, facts in heard if facts.level_db < usual_db - QUIETER_DB]
    loud = [sound for sound, facts in heard if facts.level_db > usual_db + QUIETER_DB]
    for sounds, level in ((quiet, "quieter"), (loud, "louder")):
        yield from of_sounds(
            "loudness",
            Severity.NOTE,
            sounds,
            f"{{file}} is more than {QUIETER_DB:.0f} dB {level} than the others.",
            f"{{count}} are more than {QUIETER_DB:.0f} dB {level} than the others",
            "The instrument learns the loudness of a sound with it: the pad will be quiet or loud where these "
            "sounds are.",
            "Bring them to the level of the others, unless the difference is intended.",
        )
