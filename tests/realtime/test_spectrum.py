"""The picture of what is heard: where a tone is seen, and that nothing is reported of nothing."""

import threading

import numpy as np
import pytest

from vschaos.realtime.protocol import SPECTRUM_BANDS, SPECTRUM_FLOOR_DB, SPECTRUM_HZ
from vschaos.realtime.recording.history import History
from vschaos.realtime.spectrum import BandAnalysis, SpectrumWatch

CENTRES_HZ = np.geomspace(*SPECTRUM_HZ, SPECTRUM_BANDS)


def tone(rate, hertz, amplitude, count=48_000):
    left = amplitude * np.sin(2 * np.pi * hertz * np.arange(count) / rate)
    return np.stack((left, np.zeros(count)), axis=1).astype(np.float32)


@pytest.mark.parametrize(("rate", "hertz"), [(44_100, 60.0), (48_000, 440.0), (96_000, 12_000.0)])
def test_a_tone_is_seen_at_its_pitch_with_its_level(rate, hertz):
    analysis = BandAnalysis(rate)
    seen = np.frombuffer(analysis.bands(tone(rate, hertz, 0.1)[: analysis.length]), np.uint8)
    assert abs(np.log2(CENTRES_HZ[seen.argmax()] / hertz)) < 0.1
    level_db = SPECTRUM_FLOOR_DB * (1.0 - seen.max() / 255.0)
    assert level_db == pytest.approx(-20.0, abs=0.6)
    assert seen[np.abs(np.log2(CENTRES_HZ / hertz)) > 1.0].max() < 40


def test_only_what_is_new_is_reported_and_silence_once():
    history = History(100_000, 2)
    watch = SpectrumWatch(lambda: (history, 48_000), print)
    assert watch.look() is None
    history.write(tone(48_000, 440.0, 0.5))
    watch.look()
    assert watch.look() is None
    history.write(tone(48_000, 440.0, 0.25, 480))
    assert watch.look().peak_db == pytest.approx(20 * np.log10(0.25), abs=0.1)
    history.write(np.zeros((48_000, 2), np.float32))
    assert not any(watch.look().bands)
    history.write(np.zeros((480, 2), np.float32))
    assert watch.look() is None


def test_without_an_output_nothing_is_reported():
    assert SpectrumWatch(lambda: None, print).look() is None


def test_a_thread_watches_only_while_it_is_wanted():
    history, seen = History(100_000, 2), threading.Event()
    history.write(tone(48_000, 440.0, 0.5))
    numbers = iter(range(1_000_000))

    def heard():
        history.write(tone(48_000, 440.0, 0.5, 1 + next(numbers) % 7))
        return history, 48_000

    watch = SpectrumWatch(heard, lambda _spectrum: seen.set())
    for _ in range(2):
        watch.watch(True)
        watch.watch(True)
        assert seen.wait(60)
        watch.watch(False)
        assert not any(thread.name == "spectrum" for thread in threading.enumerate())
        seen.clear()
