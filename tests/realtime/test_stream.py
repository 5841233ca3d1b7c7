import builtins
import sys

import numpy as np
import pytest

from vschaos.errors import DeviceError
from vschaos.realtime.outputs import choose_output, portaudio
from vschaos.realtime.protocol import OutputDevice
from vschaos.realtime.ring import Ring
from vschaos.realtime.stream import Feeder


def test_the_whole_buffer_is_filled_on_every_channel_and_gaps_are_counted():
    ring = Ring(100)
    feeder = Feeder(ring, clock=iter(np.arange(1.0, 99.0)).__next__)
    feeder.sounding = True
    ring.write(np.arange(1, 11, dtype=np.float32))
    out = np.full((8, 3), np.nan, np.float32)
    feeder.fill(out)
    np.testing.assert_array_equal(out, np.repeat(np.arange(1, 9)[:, None], 3, axis=1))
    assert feeder.underruns == 0
    assert feeder.first_sound_at == 1.0
    out[:] = np.nan
    feeder.fill(out)
    np.testing.assert_array_equal(out[:, 1], [9, 10, 0, 0, 0, 0, 0, 0])
    feeder.fill(out)
    assert not out.any()
    assert feeder.underruns == 2
    ring.write(np.ones(8, np.float32))
    feeder.fill(out, device_ran_dry=True)
    assert feeder.underruns == 3
    assert feeder.shortages == 2
    assert feeder.largest_block == 8
    assert feeder.intervals.count == 3
    assert feeder.intervals.quantile_ms(1.0) == 1000.0


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
    assert choose_output(outputs, "")[0] == 3
    assert choose_output(outputs, "usb")[0] == 1
    assert choose_output(outputs, "hw:1")[0] == 3
    with pytest.raises(DeviceError, match="no audio output “tuba”"):
        choose_output(outputs, "tuba")
    with pytest.raises(DeviceError, match="no audio output on this computer"):
        choose_output((), "")
