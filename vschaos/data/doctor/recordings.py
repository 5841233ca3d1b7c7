"""What the doctor finds in how sounds were recorded and stored, be it the same in all. Torch-free."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

from vschaos.data.doctor.findings import Severity, Suspicion, of_sounds
from vschaos.data.scan import SoundFile

LOW_RATE_HZ = 32_000
"""Lower sample rates lack treble that a grown-up hears."""
TREBLE_HZ = 17_500.0
"""Where the spectrum ends above, hardly anybody misses anything."""
SHARE_CUT = 0.5
"""Where this many sounds share one end of the spectrum, it is due to how they were made."""
SAME_END = 0.1
"""Ends that differ by no more than this share are the same."""
HUM_S = 5.0
"""A shorter sound may be a single low note of that pitch, unless many of them hum."""
FEWEST_HUM, SHARE_HUM = 3, 0.5
"""So many sounds, and such a share of all, are many."""


def recording_suspicions(sounds: Sequence[SoundFile]) -> Iterator[Suspicion]:
    """Headers that were never completed, treble that is missing, and mains hum."""
    yield from _unfinished(sounds)
    yield from _low_rate(sounds)
    yield from _low_pass(sounds)
    yield from _hum(sounds)


def _unfinished(sounds: Sequence[SoundFile]) -> Iterator[Suspicion]:
    unfinished = [sound for sound in sounds if sound.unfinished]
    yield from of_sounds(
        "unfinished",
        Severity.NOTE,
        unfinished,
        "The recording {file} was not finished: its header does not say how long it is.",
        "{count} are unfinished recordings, whose headers do not say how long they are",
        "The recorder was interrupted, or could not complete the header. All sound in the file "
        "is read to its end; other programs may show it as empty.",
        "Listen to how it ends. To repair the header, open it in an audio editor and save it again.",
    )


def _low_rate(sounds: Sequence[SoundFile]) -> Iterator[Suspicion]:
    highest_hz = max((sound.sample_rate_hz for sound in sounds), default=LOW_RATE_HZ)
    if highest_hz < LOW_RATE_HZ:
        yield Suspicion(
            "low_rate",
            Severity.WARNING,
            (),
            lambda _files: (
                f"No sound has a sample rate above {highest_hz} Hz, so none contains anything above "
                f"{highest_hz / 2000:g} kHz."
            ),
            "An instrument has only the treble of its sounds: this one will sound dull.",
            "Use recordings in 44100 Hz or more, if there are any; resampling these does not bring the treble back.",
        )


def _low_pass(sounds: Sequence[SoundFile]) -> Iterator[Suspicion]:
    ends = {
        sound.relative: sound.facts.top_hz
        for sound in sounds
        if sound.facts is not None and 0 < sound.facts.top_hz < min(TREBLE_HZ, 0.45 * sound.sample_rate_hz)
    }
    if not ends:
        return
    usual_hz = statistics.median(ends.values())
    cut = [sound for sound in sounds if abs(ends.get(sound.relative, 0.0) - usual_hz) <= SAME_END * usual_hz]
    if len(cut) < max(1, SHARE_CUT * len(sounds)):
        return
    yield from of_sounds(
        "low_pass",
        Severity.WARNING if usual_hz < 12_000 else Severity.NOTE,
        cut,
        f"{{file}} ends abruptly at {usual_hz / 1000:.1f} kHz: nothing is above.",
        f"{{count}} end abruptly at about {usual_hz / 1000:.1f} kHz, with nothing above",
        "Lossy formats such as mp3 and low sample rates cut the treble like this, and saving in a better format does "
        "not bring it back. The instrument will lack it as well.",
        "Use the original recordings, if there are any; otherwise leave it.",
    )


def _hum(sounds: Sequence[SoundFile]) -> Iterator[Suspicion]:
    heard = [sound for sound in sounds if sound.facts is not None and sound.facts.hum_hz]
    if len(heard) < max(FEWEST_HUM, SHARE_HUM * len(sounds)):
        heard = [sound for sound in heard if sound.duration_s >= HUM_S]
    mains = " and ".join(f"{hertz} Hz" for hertz in sorted({sound.facts.hum_hz for sound in heard if sound.facts}))
    yield from of_sounds(
        "hum",
        Severity.WARNING,
        heard,
        f"{{file}} has mains hum ({mains} and multiples).",
        f"{{count}} have mains hum ({mains} and multiples)",
        "It sounds all the time, also between the notes, and the instrument will hum as well.",
        "Remove it with notch filters or a noise reduction in an audio editor; before recording again, change the "
        "cable or the earth connection.",
    )
