"""PortAudio's callbacks in the core, called as PortAudio calls them; and how devices are chosen."""

import builtins
import sys
import threading

import numpy as np
import pytest

from tests.core.playing import Playing
from tests.known_sounds import Tone, known
from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi
from vschaos.errors import DeviceError
from vschaos.realtime.devices.outputs import choose, portaudio
from vschaos.realtime.devices.stream import Outlet
from vschaos.realtime.protocol import OutputDevice

DRY = 4
"""PortAudio's flag: the output ran dry before this call."""

WIDE = known([Tone(20, 0.3, (1.0,)), Tone(31, 0.2, (-1.0,))])
"""With a spread, its sides differ."""


def called(outlet, frames, now_s=1.0, flags=0):
    """What PortAudio does with `vs_play`: shape (frames, channels), and one frame beyond that must be left alone."""
    out = np.full((frames + 1, outlet.channels), np.nan, np.float32)
    when = ffi.new("double[3]", [0.0, now_s, 0.0])
    callback = ffi.cast("int (*)(void *, void *, unsigned long, void *, unsigned long, void *)", core.vs_play)
    assert callback(ffi.NULL, floats(out, written_to=True), frames, when, flags, outlet.handle) == 0
    assert np.isnan(out[-1]).all()
    return out[:-1]


def playing(channels=2, rate=44_100, **values):
    here = Playing(WIDE, rate, spread=0.2, **values)
    return here, Outlet(here.player, channels)


@pytest.mark.parametrize("channels", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("block", [1, 16, 64, 1023, 1024, 1025, 5000])
def test_the_whole_buffer_is_filled_on_every_channel(channels, block):
    """Left on even channels, right on odd ones; a single one gets their mean. Blocks longer than a piece, too."""
    here, outlet = playing(channels, playing=1)
    total = 6000
    got = np.concatenate([called(outlet, min(block, total - at)) for at in range(0, total, block)])
    frames = Playing(WIDE, spread=0.2, playing=1).frames(total)
    assert np.abs(frames[:, 0] - frames[:, 1]).max() > 0.01
    if channels == 1:
        np.testing.assert_array_equal(got[:, 0], 0.5 * (frames[:, 0] + frames[:, 1]))
    else:
        np.testing.assert_array_equal(got, frames[:, np.arange(channels) % 2])
    assert outlet.calls == -(-total // block)
    assert here.player.meters().recoveries == 0


def test_silence_is_written_too():
    _, outlet = playing(3)
    assert not called(outlet, 500).any()
    assert outlet.first_sound_at == 0.0


def test_calls_blocks_and_intervals_are_counted():
    _, outlet = playing(2, 48_000)
    for number, frames in enumerate((256, 512, 64)):
        called(outlet, frames, 10.0 + 0.5 * number)
    assert (outlet.calls, outlet.block) == (3, 64)
    assert outlet.intervals.count == 2
    assert outlet.intervals.quantile_ms(1.0) == pytest.approx(500.0)
    assert outlet.renders.count == 3
    assert outlet.renders.quantile_ms(1.0) > 0.0
    assert outlet.load > 0.0
    assert outlet.thread_id == (threading.get_native_id() if sys.platform.startswith("linux") else 0)


def test_the_first_sound_is_when_it_was_handed_over():
    here, outlet = playing()
    called(outlet, 512, 5.0)
    here.set(playing=1)
    called(outlet, 4096, 6.0)
    called(outlet, 4096, 7.0)
    assert outlet.first_sound_at == 6.0


def test_a_device_that_runs_dry_is_counted_while_something_is_heard():
    here, outlet = playing(rate=48_000)
    outlet.handle.rate_hz = 1e-6  # no call is late
    called(outlet, 4096, 1.0, DRY)
    assert (outlet.underruns, outlet.late_underruns) == (0, 0)
    here.set(playing=1)
    called(outlet, 48_000, 2.0)
    before = outlet.underruns, outlet.late_underruns
    called(outlet, 48_000, 3.0, DRY)
    called(outlet, 48_000, 4.0, 8)  # another of PortAudio's flags
    assert (outlet.underruns - before[0], outlet.late_underruns - before[1]) == (1, 0)


def test_a_call_that_takes_longer_than_its_sound_is_late_and_counted_once():
    """A device of so high a rate that nothing can keep up: as one that would be too slow."""
    here, outlet = playing(playing=1)
    called(outlet, 4096)
    before = outlet.underruns
    outlet.handle.rate_hz = 1e12
    for number in range(3):
        called(outlet, 512, 2.0 + number, DRY)
    assert outlet.late_underruns == 3
    assert outlet.underruns - before == 3
    assert outlet.load > 1.0
    here.set(playing=0)
    here.frames(44_100)
    called(outlet, 512, 9.0)
    assert outlet.late_underruns == 3, "silence that comes late is silence all the same"


@pytest.mark.parametrize("channels", [1, 2, 5])
@pytest.mark.parametrize("frames", [1, 255, 256, 257, 3000])
def test_input_is_mixed_to_one_channel(channels, frames):
    here = Playing(WIDE)
    given = np.random.default_rng(0).standard_normal((frames, channels)).astype(np.float32)
    intake = ffi.new("vs_intake *")
    intake.ring, intake.channels = here.player.inlet, channels
    callback = ffi.cast("int (*)(void *, void *, unsigned long, void *, unsigned long, void *)", core.vs_take_in)
    for _ in range(2):
        assert callback(floats(given), ffi.NULL, frames, ffi.NULL, 0, intake) == 0
    out = np.zeros(2 * frames + 1, np.float32)
    assert core.vs_ring_read(here.player.inlet, floats(out, written_to=True), len(out)) == 2 * frames
    np.testing.assert_allclose(out[:-1], np.tile(given.mean(axis=1), 2), atol=1e-6)
    assert intake.calls == 2


def test_an_input_that_nobody_reads_is_dropped():
    here = Playing(WIDE)
    intake = ffi.new("vs_intake *")
    intake.ring, intake.channels = here.player.inlet, 1
    callback = ffi.cast("int (*)(void *, void *, unsigned long, void *, unsigned long, void *)", core.vs_take_in)
    given = np.zeros(60_000, np.float32)
    for _ in range(3):
        assert callback(floats(given), ffi.NULL, len(given), ffi.NULL, 0, intake) == 0
    assert core.vs_ring_fill(here.player.inlet) == core.vs_ring_capacity(here.player.inlet)


def test_without_portaudio_there_is_a_sentence(monkeypatch):
    imported = builtins.__import__

    def without(name, *rest, **more):
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
        return imported(name, *rest, **more)

    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DeviceError, match="libportaudio2"):
        portaudio()


def device(name, api="ALSA", default=False):
    return OutputDevice(name, api, 2, 48_000.0, default)


def test_a_name_finds_its_device_and_a_wrong_one_gets_a_sentence():
    outputs = ((3, device("USB Audio (hw:1)")), (1, device("USB")), (2, device("default", default=True)))
    assert choose(outputs, "")[0] == 3
    assert choose(outputs, "usb")[0] == 1
    assert choose(outputs, "hw:1")[0] == 3
    with pytest.raises(DeviceError, match="no audio output “tuba”"):
        choose(outputs, "tuba")
    with pytest.raises(DeviceError, match="no audio output on this computer"):
        choose((), "")
