import builtins
import ctypes
import sys

import numpy as np
import pytest

from vschaos.errors import DeviceError
from vschaos.realtime.outputs import choose, portaudio
from vschaos.realtime.protocol import OutputDevice
from vschaos.realtime.ring import Ring
from vschaos.realtime.stream import Feeder, _listen, _play, machine_code


def fed(ring, count, start=1):
    """Frames that count up on the left and down on the right."""
    up = np.arange(start, start + count, dtype=np.float32) / 1000
    ring.write(np.stack([up, -up], axis=1))
    return up


def called(feeder, frames, channels, now_s=1.0, flags=0):
    """What PortAudio does, through the same machine code."""
    out, when = np.full((frames, channels), np.nan, np.float32), np.array([0.0, now_s, 0.0])
    addresses = feeder.addresses(channels)
    void = ctypes.c_void_p
    callback = ctypes.CFUNCTYPE(ctypes.c_int, void, void, ctypes.c_ulong, void, ctypes.c_ulong, void)(
        machine_code(_play).address
    )
    assert callback(None, out.ctypes.data, frames, when.ctypes.data, flags, addresses.ctypes.data) == 0
    return out


@pytest.mark.parametrize("through", ["python", "machine code"])
def test_the_whole_buffer_is_filled_on_every_channel_and_gaps_are_counted(through):
    ring = Ring(100)
    feeder = Feeder(ring)

    def fill(frames, channels, now_s, dry=False):
        if through == "machine code":
            return called(feeder, frames, channels, now_s, 4 * dry)
        out = np.full((frames, channels), np.nan, np.float32)
        feeder.fill(out, now_s, dry)
        return out

    feeder.sounding = True
    up = fed(ring, 10)
    got = fill(8, 3, 1.0)
    np.testing.assert_array_equal(got, np.stack([up[:8], -up[:8], up[:8]], axis=1))
    assert feeder.underruns == 0
    assert feeder.first_sound_at == 1.0
    got = fill(8, 3, 2.0)
    np.testing.assert_array_equal(got[:2, 1], -up[8:])
    assert (np.abs(np.diff(got[1:, 0])) < 0.05 * up[9]).all(), "it dies away rather than breaking off"
    assert np.abs(fill(500, 3, 3.0)).max() < up[9]
    assert feeder.underruns == feeder.shortages == 2
    fed(ring, 80)
    again = fill(80, 3, 4.0, True)
    assert 0 < again[0, 0] < 0.1 * 1 / 1000, "it comes back softly"
    np.testing.assert_allclose(again[70:, 0], np.arange(71, 81) / 1000, rtol=1e-6)
    assert feeder.underruns == 3
    assert feeder.shortages == 2
    assert feeder.largest_block == 500
    assert feeder.intervals.count == 3
    assert feeder.intervals.quantile_ms(1.0) == 1000.0


def test_one_channel_gets_both_sides():
    ring = Ring(100)
    ring.write(np.array([[0.5, 0.25]], np.float32))
    out = np.zeros((1, 1), np.float32)
    Feeder(ring).fill(out)
    assert out[0, 0] == 0.375


def test_input_is_mixed_to_one_channel():
    ring = Ring(100, channels=1)
    given = np.array([[0.5, 0.25], [-1.0, 1.0]], np.float32)
    addresses = np.array([2, ring.samples.ctypes.data, 100, ring.counters.ctypes.data, *[0] * 6], np.int64)
    void = ctypes.c_void_p
    listen = ctypes.CFUNCTYPE(ctypes.c_int, void, void, ctypes.c_ulong, void, ctypes.c_ulong, void)(
        machine_code(_listen).address
    )
    assert listen(given.ctypes.data, None, 2, None, 0, addresses.ctypes.data) == 0
    out = np.zeros((2, 1), np.float32)
    assert ring.read_into(out) == 2
    np.testing.assert_array_equal(out[:, 0], [0.375, 0.0])


def test_late_silence_is_no_underrun():
    feeder = Feeder(Ring(10))
    feeder.fill(np.zeros((4, 2), np.float32))
    assert feeder.underruns == 0


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
