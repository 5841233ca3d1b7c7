"""A sound file beside the instrument: what is heard is the file, at the device's rate, and no click besides."""

import threading

import numpy as np
import pytest
import soundfile

from tests.core.playing import Playing, amplitude, clicks
from tests.known_sounds import Tone, known
from tests.realtime.conftest import RATE
from vschaos.core.library import core
from vschaos.realtime.audition import Audition

DEVICE = 48_000
BUFFER_S = 4
"""Of a sound's ring in the core."""


class Room:
    """An audition, what it complained of, and a player that it is heard through."""

    def __init__(self, rate=DEVICE):
        self.errors = []
        self.rate = rate
        self.audition = Audition(self.errors.append)
        self.here = Playing(rate=rate)
        self.here.set()
        self.player = self.here.player

    def play(self, path):
        self.audition.play(str(path), self.player)
        # No waiting on the clock: the sound's thread ends once all is in the ring, unless the file is longer.
        if soundfile.info(path).duration < BUFFER_S:
            self.loaded()

    def loaded(self):
        for thread in threading.enumerate():
            if thread.name == "audition":
                thread.join(60)

    def hear(self, seconds, **values):
        if values:
            self.here.set(**values)
        return self.here.hear(seconds)

    @property
    def silent(self):
        return bool(core.vs_player_silent(self.player.handle))


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
    assert not here.silent
    got = here.hear(1.5)
    assert here.audition.path == ""
    assert here.silent
    heard = np.flatnonzero(np.abs(got) > 1e-3)
    assert len(got[heard[0] : heard[-1]]) / DEVICE == pytest.approx(1.0, abs=0.03)
    middle = got[DEVICE // 4 : DEVICE // 4 + DEVICE // 2]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    assert np.argmax(spectrum) * 2 == pytest.approx(1000, abs=2)
    assert np.abs(middle).max() == pytest.approx(0.5, rel=0.02)
    assert not here.errors


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
    assert here.silent
    assert here.audition.path == ""


def test_it_is_added_to_the_instrument_at_the_output_gain(room, tmp_path):
    here = room(RATE)
    instrument = Tone(20, 0.2)
    here.here.swap(known(instrument), playing=1)
    here.play(tone(tmp_path / "a.wav", 1000.0, amplitude=0.2))
    loud, soft = (here.hear(0.4, gain=gain)[-RATE // 10 :] for gain in (1.0, 0.1))
    for hz in (instrument.hz(), 1000.0):
        assert amplitude(loud, hz) == pytest.approx(0.2, rel=0.02)
        assert amplitude(soft, hz) == pytest.approx(0.02, rel=0.02)


@pytest.mark.parametrize("rate", [DEVICE, RATE])
def test_the_next_one_can_go_on_where_this_one_has_come_to(room, tmp_path, rate):
    here = room()
    for name, later_hz in (("a.wav", 400), ("b.wav", 800)):
        halves = np.concatenate([np.sin(2 * np.pi * hz * np.arange(rate) / rate) for hz in (200, later_hz)])
        soundfile.write(tmp_path / name, 0.5 * halves, rate, subtype="FLOAT")
    here.play(tmp_path / "a.wav")
    here.hear(0.8)
    here.audition.play(str(tmp_path / "b.wav"), here.player, onward=True)
    here.loaded()
    got = here.hear(1.5)
    assert amplitude(got[DEVICE // 20 : DEVICE // 10], 200, DEVICE) > 0.4
    assert amplitude(got[DEVICE // 4 : DEVICE], 800, DEVICE) == pytest.approx(0.5, abs=0.02)
    assert here.audition.path == ""
    assert np.flatnonzero(np.abs(got) > 0.01)[-1] == pytest.approx(1.2 * DEVICE, abs=0.02 * DEVICE)
    here.play(tmp_path / "a.wav")
    here.hear(0.3)
    here.audition.play(str(tmp_path / "b.wav"), here.player, onward=True)
    here.audition.play(str(tmp_path / "a.wav"), here.player, onward=True)
    here.loaded()
    assert here.audition._sound.reached_s == pytest.approx(0.3, abs=0.02)


def test_panic_silences_it(room, tmp_path):
    here = room()
    here.play(tone(tmp_path / "a.wav", 300))
    here.hear(0.2)
    got = here.hear(0.2, panics=1)
    assert np.abs(got[DEVICE // 20 :]).max() < 1e-3
    assert here.audition.path == ""
    assert clicks(got, DEVICE) < 0.05


def test_a_long_file_is_never_in_memory_as_a_whole(room, tmp_path):
    here = room()
    here.audition.play(str(tone(tmp_path / "long.wav", seconds=3 * BUFFER_S, rate=8000)), here.player)
    sound = here.audition._sound

    def played():
        return core.vs_sound_played(sound.handle)

    heard = 0.0
    while here.audition.path:
        heard += 0.25
        before = played()
        here.hear(0.25)
        # The thread looks for room now and then; where it is late there is silence, and nothing is skipped.
        assert played() - before <= 0.25 * DEVICE + 512
        assert heard < 10_000
    assert played() == pytest.approx(3 * BUFFER_S * DEVICE, abs=0.03 * DEVICE)


@pytest.mark.parametrize("content", [None, b"", b"not a sound at all"])
def test_a_file_that_cannot_be_heard_is_errors_of(room, tmp_path, content):
    here = room()
    path = tmp_path / "gone.wav"
    if content is not None:
        path.write_bytes(content)
    here.audition.play(str(path), here.player)
    here.loaded()
    assert not here.hear(0.1).any()
    assert "gone.wav" in here.errors[0].sentence
    assert here.errors[0].remedy
    assert here.audition.path == ""


def test_a_sound_that_nobody_wants_any_more_lets_go_of_its_thread(room, tmp_path):
    here = room()
    path = tone(tmp_path / "long.wav", seconds=3 * BUFFER_S, rate=8000)
    for _ in range(5):
        here.audition.play(str(path), here.player)
    here.audition.stop()
    here.loaded()
    assert not [thread for thread in threading.enumerate() if thread.name == "audition"]
    assert not here.hear(0.1).any()
    assert here.silent


def test_channels_that_cancel_are_heard(room, tmp_path):
    wave = 0.5 * np.sin(2 * np.pi * 440 * np.arange(DEVICE) / DEVICE)
    quiet = np.zeros(DEVICE // 4)  # nothing tells yet which channel sounds
    audio = np.stack([np.append(quiet, wave), np.append(quiet, -wave)], axis=1)
    soundfile.write(tmp_path / "wide.wav", audio, DEVICE, subtype="FLOAT")
    one = room()
    one.play(tmp_path / "wide.wav")
    assert np.abs(one.hear(1.2)).max() > 0.2
