"""Durations, formats and totals in plain texts."""

from pathlib import Path

import pytest

from vschaos.data.scan import Rejection, ScanReport, SoundFile
from vschaos_studio.state.dataset import NO_BREAK, Totals, channels_text, clock, duration_text, rate_text, sounds_text


@pytest.mark.parametrize(
    ("seconds", "texts"),
    [(0.0, "0.0 s"), (4.24, "4.2 s"), (9.96, "10 s"), (59.6, "1 min 00 s"), (482, "8 min 02 s"), (3599.7, "1 h 00 min"),
     (11220, "3 h 07 min")],
)  # fmt: skip
def test_totals_read_well(seconds, texts):
    assert duration_text(seconds).replace(NO_BREAK, " ") == texts


@pytest.mark.parametrize(
    ("seconds", "texts"),
    [(0.046, "0:00.05"), (59.999, "1:00.00"), (75, "1:15.00"), (3600, "1:00:00"), (7384.6, "2:03:05")],
)
def test_a_column_of_lengths_never_shows_sixty_seconds(seconds, texts):
    assert clock(seconds) == texts


def test_rates_and_channels():
    assert [rate_text(rate).replace(NO_BREAK, " ") for rate in (44100, 48000, 11025)] == [
        "44.1 kHz", "48 kHz", "11.025 kHz",
    ]  # fmt: skip
    assert [channels_text(count).replace(NO_BREAK, " ") for count in (1, 2, 8)] == ["mono", "stereo", "8 channels"]


def test_the_totals_of_a_report():
    file = SoundFile(Path("/x/a.wav"), "a.wav", 241.0, 44100, 1)
    rejection = Rejection(Path("/x/b.txt"), "b.txt", "It is a text file.", "")
    whole = Totals.of(ScanReport(Path("/x"), (file, file), (rejection,)))
    assert whole.sentence().replace(NO_BREAK, " ") == "2 sounds · 8 min 02 s · 1 left out"
    assert "left out" not in Totals.of(ScanReport(Path("/x"), (file,))).sentence()
    assert sounds_text(1).replace(NO_BREAK, " ") == "1 sound"
    assert sounds_text(5000).replace(NO_BREAK, " ") == "5,000 sounds"
