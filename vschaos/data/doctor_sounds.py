"""What the doctor looks for in the sounds themselves. Torch-free; see `vschaos.data.doctor`.

Each check takes a scan's report and yields suspicions. A sound that was scanned without facts is judged by its length
and format alone.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator

from vschaos.data.doctor_findings import Severity, Suspicion, sentence
from vschaos.data.facts import SILENCE_DB, SoundFacts
from vschaos.data.scan import ScanReport, SoundFile

FEW_S = 60.0
"""Less sound than this teaches little."""
SHORT_S = 0.2
"""Shorter sounds are mostly edges: each frame of a window hangs over one."""
LONG_SILENCE_S = 5.0
SILENT_SHARE = 0.5
SILENT_SHARE_S = 1.0
"""A share of silence counts from so many seconds on: a hit may well decay."""
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
    silent = [sound for sound, facts in _examined(report) if _is_silent(sound, facts)]
    if silent:
        yield Suspicion(
            "silence",
            Severity.PROBLEM if len(silent) == len(report.files) else Severity.WARNING,
            _names(silent),
            sentence("{file} is silent.", "{count} are silent"),
            f"Nothing in it rises above {-SILENCE_DB:.0f} dB below full scale; the instrument learns silence from it.",
            "Remove it, or replace it by a recording that has sound.",
        )
    heard = [(sound, facts) for sound, facts in _examined(report) if not _is_silent(sound, facts)]
    yield from _silences(heard)
    yield from _clipping(heard)
    yield from _offset(heard)
    yield from _levels(heard)
    yield from _channels(heard)


def _examined(report: ScanReport) -> Iterator[tuple[SoundFile, SoundFacts]]:
    for sound in report.files:
        if sound.facts is not None:
            yield sound, sound.facts


def _names(sounds: list[SoundFile]) -> tuple[str, ...]:
    return tuple(sound.relative for sound in sounds)


def _is_silent(sound: SoundFile, facts: SoundFacts) -> bool:
    return facts.silent_s >= sound.duration_s - 1e-3


def _amount(report: ScanReport) -> Iterator[Suspicion]:
    if report.duration_s >= FEW_S:
        return
    told = f"{report.duration_s:.0f} s of sound" if report.duration_s >= 1 else "less than a second of sound"
    yield Suspicion(
        "little_sound",
        Severity.WARNING,
        (),
        lambda _files: f"There is only {told} in all.",
        "An instrument can only play what lies between the sounds that it has heard: from so little it learns them by"
        " heart.",
        "Add sounds: some minutes, better an hour.",
    )


def _lengths(report: ScanReport) -> Iterator[Suspicion]:
    short = [sound for sound in report.files if sound.duration_s < SHORT_S]
    if short:
        yield Suspicion(
            "short",
            Severity.NOTE,
            _names(short),
            sentence("{file} is very short.", "{count} are very short"),
            f"Under {SHORT_S:.1f} s, most of what is learnt is the edge of the sound and the silence around it.",
            "Use longer sounds, or join several into one file.",
        )


def _formats(report: ScanReport) -> Iterator[Suspicion]:
    rates = Counter(sound.sample_rate_hz for sound in report.files)
    if len(rates) < 2:
        return
    usual = max(rates, key=lambda rate: (rates[rate], rate))
    others = [sound for sound in report.files if sound.sample_rate_hz != usual]
    found = ", ".join(f"{rate} Hz" for rate in sorted(rates) if rate != usual)
    yield Suspicion(
        "mixed_rates",
        Severity.NOTE,
        _names(others),
        sentence(
            f"{{file}} has a sample rate of {found}, the others have {usual} Hz.",
            f"{{count}} have another sample rate ({found}) than the others ({usual} Hz)",
        ),
        "All sounds are resampled to the model's rate. One of a lower rate lacks treble, and the instrument learns "
        "that lack with it.",
        "Replace sounds of a low rate by recordings in 44100 Hz or more, if there are any; else leave it.",
    )


def _silences(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    long, most = [], []
    for sound, facts in heard:
        if facts.longest_silence_s >= LONG_SILENCE_S:
            long.append(sound)
        elif facts.silent_s >= max(SILENT_SHARE_S, SILENT_SHARE * sound.duration_s):
            most.append(sound)
    explanation = (
        "Every stretch of a sound is as likely to be learnt from as any other: silence takes time and room from "
        "what you want to hear."
    )
    if long:
        yield Suspicion(
            "long_silence",
            Severity.WARNING,
            _names(long),
            sentence("{file} has a long silence.", f"{{count}} have silences of {LONG_SILENCE_S:.0f} s or more"),
            explanation,
            "Cut the silence out, or split the sound there.",
        )
    if most:
        yield Suspicion(
            "mostly_silent",
            Severity.NOTE,
            _names(most),
            sentence("{file} is mostly silent.", "{count} are mostly silent"),
            explanation,
            "Trim the beginning and the end.",
        )


def _clipping(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    clipped = []
    for sound, facts in heard:
        share = facts.clipped / (sound.duration_s * sound.sample_rate_hz * sound.channels)
        if facts.clipped >= CLIPPED_SAMPLES and share >= CLIPPED_SHARE:
            clipped.append(sound)
    if clipped:
        yield Suspicion(
            "clipping",
            Severity.WARNING,
            _names(clipped),
            sentence("{file} is clipped: its peaks are cut off.", "{count} are clipped, their peaks cut off"),
            "Cut peaks are a harsh buzz on top of the sound, and the instrument will play the buzz as well.",
            "Record or export it again with less level; turning it down now does not bring the peaks back.",
        )


def _offset(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    shifted = [(facts.dc, sound) for sound, facts in heard if facts.dc >= DC]
    if shifted:
        most = max(dc for dc, _ in shifted)
        yield Suspicion(
            "dc",
            Severity.WARNING,
            _names([sound for _, sound in shifted]),
            sentence(
                f"{{file}} is off centre by {100 * most:.1f} % of full scale.",
                f"{{count}} are off centre, by up to {100 * most:.1f} % of full scale",
            ),
            "A constant offset (DC) is inaudible, clicks where a sound begins and ends, and is learnt as a very low "
            "tone.",
            "Remove the DC offset in an audio editor, or use a high-pass filter at 10 Hz.",
        )


def _levels(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    if len(heard) < 3:
        return
    usual_db = statistics.median(facts.level_db for _, facts in heard)
    quiet = [sound for sound, facts in heard if facts.level_db < usual_db - QUIETER_DB]
    loud = [sound for sound, facts in heard if facts.level_db > usual_db + QUIETER_DB]
    for sounds, word in ((quiet, "quieter"), (loud, "louder")):
        if sounds:
            yield Suspicion(
                "loudness",
                Severity.NOTE,
                _names(sounds),
                sentence(
                    f"{{file}} is more than {QUIETER_DB:.0f} dB {word} than the others.",
                    f"{{count}} are more than {QUIETER_DB:.0f} dB {word} than the others",
                ),
                "The instrument learns how loud a sound is as a part of what it is: on the pad, it will be quiet or "
                "loud where these are.",
                "Bring them to the level of the others, unless the difference is meant.",
            )


def _channels(heard: list[tuple[SoundFile, SoundFacts]]) -> Iterator[Suspicion]:
    equal = [sound for sound, facts in heard if facts.channels_equal]
    if equal:
        yield Suspicion(
            "mono_as_stereo",
            Severity.NOTE,
            _names(equal),
            sentence("{file} is mono: its channels are equal.", "{count} are mono, stored in several equal channels"),
            "It does no harm: sounds are learnt in mono. The files are larger than they need be.",
            f"Nothing needs to be done; saved as mono, {'it takes' if len(equal) == 1 else 'they take'} half the room.",
        )
