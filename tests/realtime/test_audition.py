"""A sound file beside the instrument: what is heard is the file, at the device's rate, and no click besides."""

import threading

import numpy as np
import pytest
import soundfile

from tests.realtime.conftest import RATE, Sine, at, loaded
from tests.realtime.test_renderer import PLAYING, STOPPED, clicks
from vschaos.realtime.audition import BUFFER_S, Audition
from vschaos.realtime.renderer import Renderer

DEVICE = 48_000


class Room:
    """An audition, what it complained of, and a renderer that plays it."""

    def __init__(self, rate=DEVICE):
        self.told = []
        self.rate = rate
        self.audition = Audition(self.told.append)
        self.renderer = Renderer(rate, self.audition)

    def play(self, path):
        self.audition.play(str(path), self.rate)
        # No waiting on the clock: the sound's thread ends once all is in the ring, unless the file is longer.
        if soundfile.info(path).duration < BUFFER_S:
            self.loaded()

    def loaded(self):
        for thread in threading.enumerate():
            if thread.name == "audition":
                thread.join(20)

    def hear(self, seconds, state=STOPPED):
        return self.renderer.pull(round(seconds * self.rate), state)[:, 0]


@pytest.fixture
def room():
    made = []

    def build(rate=DEVICE):
        made.append(Room(rate))
        return made[-1]

    yield build
    for one in made:
        one.audition.stop()
        one.loaded()


def tone(path, hz=1000.0, seconds=1.0, rate=RATE, channels=1, amplitude=0.5):
    time = np.arange(round(seconds * rate)) / rate
    wave = amplitude * np.sin(2 * np.pi * hz * time)
    soundfile.write(path, np.repeat(wave[:, None], channels, 1), rate, subtype="FLOAT")
    return path


@pytest.mark.parametrize(("rate", "channels", "suffix"), [(44_100, 1, "wav"), (48_000, 2, "wav"), (96_000, 6, "wav")])
def test_a_file_is_heard_once_at_its_pitch_level_and_length_without_an_instrument(
    room, tmp_path, rate, channels, suffix
):
    here = room()
    path = tone(tmp_path / f"a.{suffix}", rate=rate, channels=channels)
    here.play(path)
    assert here.audition.path == str(path)
    assert not here.renderer.silent
    got = here.hear(1.5)
    assert here.audition.path == ""
    assert here.renderer.silent
    heard = np.flatnonzero(np.abs(got) > 1e-3)
    assert len(got[heard[0] : heard[-1]]) / DEVICE == pytest.approx(1.0, abs=0.03)
    middle = got[DEVICE // 4 : DEVICE // 4 + DEVICE // 2]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    assert np.argmax(spectrum) * 2 == pytest.approx(1000, abs=2)
    assert np.abs(middle).max() == pytest.approx(0.5, rel=0.02)
    assert not here.told


def test_an_attack_stays_one(room, tmp_path):
    """After 3 ms a first sound is at its full level, though nothing sounded before."""
    here = room()
    path = tmp_path / "click.wav"
    soundfile.write(path, np.full(DEVICE // 10, 0.5), DEVICE, subtype="FLOAT")
    here.hear(0.1)
    here.play(path)
    got = here.hear(0.1)
    begin = np.flatnonzero(got)[0]
    assert got[begin + round(0.003 * DEVICE)] > 0.4


def test_stopping_and_changing_do_not_click(room, tmp_path):
    here = room()
    first, second = tone(tmp_path / "a.wav", 300), tone(tmp_path / "b.wav", 500)
    here.play(first)
    got = [here.hear(0.31)]
    here.play(second)
    got.append(here.hear(0.27))
    here.audition.stop()
    got.append(here.hear(0.2))
    sound = np.concatenate(got)
    hard = np.where(np.arange(DEVICE) < 24_025, 0.5, 0.0) * np.sin(2 * np.pi * 300 * np.arange(DEVICE) / DEVICE)
    assert clicks(hard, DEVICE) > 0.1
    # Beside the beginning, whose fade is shorter.
    assert clicks(sound, DEVICE) < 0.05
    assert np.abs(sound[-DEVICE // 10 :]).max() < 1e-4
    assert here.renderer.silent
    assert here.audition.path == ""


def test_it_is_added_to_the_instrument_at_the_output_gain(room, tmp_path):
    here = room(RATE)
    here.renderer.take(loaded(Sine(hz=440.0, amplitude=0.2)))
    here.play(tone(tmp_path / "a.wav", 1000.0, amplitude=0.2))
    quiet = at(play=1, gain=-20)
    loud, soft = (np.abs(np.fft.rfft(here.hear(0.4, state)[-RATE // 10 :])) for state in (PLAYING, quiet))
    for bin_ in (44, 100):  # 10 Hz each
        assert loud[bin_] > 200
        assert 20 * np.log10(soft[bin_] / loud[bin_]) == pytest.approx(-20.0, abs=0.2)


def test_panic_silences_it(room, tmp_path):
    here = room()
    here.play(tone(tmp_path / "a.wav", 300))
    here.hear(0.2)
    got = here.hear(0.2, at(panics=1))
    assert np.abs(got[DEVICE // 20 :]).max() < 1e-3
    assert here.audition.path == ""
    assert clicks(got, DEVICE) < 0.05


def test_a_long_file_is_never_in_memory_as_a_whole(room, tmp_path):
    here = room()
    here.audition.play(str(tone(tmp_path / "long.wav", seconds=3 * BUFFER_S, rate=8000)), DEVICE)
    sound = here.audition._wanted
    assert sound._ring.capacity == BUFFER_S * DEVICE
    heard = 0.0
    while here.audition.path:
        heard += 0.25
        before = sound._played
        here.hear(0.25)
        # The thread looks for room now and then; where it is late there is silence, and nothing is skipped.
        assert sound._played - before <= 0.25 * DEVICE + 512
        assert heard < 10_000
    assert sound._played == pytest.approx(3 * BUFFER_S * DEVICE, abs=0.03 * DEVICE)


@pytest.mark.parametrize("content", [None, b"", b"not a sound at all"])
def test_a_file_that_cannot_be_heard_is_told_of(room, tmp_path, content):
    here = room()
    path = tmp_path / "gone.wav"
    if content is not None:
        path.write_bytes(content)
    here.audition.play(str(path), DEVICE)
    here.loaded()
    assert not here.hear(0.1).any()
    assert "gone.wav" in here.told[0].sentence
    assert here.told[0].remedy
    assert here.audition.path == ""


def test_a_sound_that_nobody_wants_any_more_lets_go_of_its_thread(room, tmp_path):
    here = room()
    path = tone(tmp_path / "long.wav", seconds=3 * BUFFER_S, rate=8000)
    for _ in range(5):
        here.audition.play(str(path), DEVICE)
    here.audition.stop()
    here.loaded()
    assert not [thread for thread in threading.enumerate() if thread.name == "audition"]
    assert not here.hear(0.1).any()
    assert here.renderer.silent
