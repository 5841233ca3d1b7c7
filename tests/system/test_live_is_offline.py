"""What a server recorded of the live engine is what the offline renderer makes of the same gesture: to −80 dB."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from testing.servers import engine_process, jack_server, wait_for
from vschaos.configs.schema import RepresentationConfig
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.performance.gesture_files import write_gesture
from vschaos.performance.gestures import Gesture, GestureEvent
from vschaos.performance.performance import Performance
from vschaos.performance.state import Touch
from vschaos.realtime.loading import load_instrument
from vschaos.realtime.offline import render
from vschaos.realtime.protocol import EngineReady, Figures, InstrumentLoaded, LoadInstrument, OpenGesture

DIMS, RATE, SECONDS = 4, 44_100, 3.0
LONG_TICKS = RepresentationConfig(sample_rate_hz=RATE, n_fft=8192, hop_samples=2048)
"""The control thread may be late by nearly a tick: by 46 ms, which a busy machine seldom takes."""


@pytest.fixture(scope="module")
def piece(tmp_path_factory):
    """An instrument, and a gesture that starts it and sends it about."""
    folder = tmp_path_factory.mktemp("piece")
    write_instrument(folder / "i.vschaos", untrained(7, latent_dims=DIMS, representation=LONG_TICKS))
    steps = np.arange(0.0, SECONDS, 0.05)
    moves = [
        GestureEvent(float(t), "latents", (float(np.sin(3 * t)), float(np.cos(5 * t)), float(np.sin(t)), 0.0))
        for t in steps
    ]
    events = (GestureEvent(0.0, "gain", (-3.0,)), GestureEvent(0.0, "play", (1.0,)), *moves)
    gesture = Gesture(SECONDS, tuple(sorted(events, key=lambda event: event.time_s)))
    write_gesture(folder / "g.json", gesture)
    return folder, gesture


PART = 5000
"""Samples that are compared at once."""


def offline(piece):
    folder, gesture = piece
    instrument = load_instrument(folder / "i.vschaos")
    performance = Performance(instrument.playable)
    performance.load_gesture(gesture)

    def hands(time_s):
        return [Touch("gesture.loop", (0.0,)), Touch("gesture.play", (1.0,))] if time_s == 0.0 else []

    return render(instrument, performance, SECONDS, hands)


def test_the_same_gesture_is_the_same_bits(piece):
    once, again = offline(piece), offline(piece)
    np.testing.assert_array_equal(once, again)
    assert once.std() > 0.01


TAKES = 3
"""Where other programs hold up the control thread for longer, the sound goes another way: then it is played again."""


def test_live_is_offline(piece, tmp_path):
    folder, _ = piece
    expected = offline(piece)[: int(2.5 * RATE), 0]
    assert any(sounds_like(expected, *live(folder, tmp_path)) for _ in range(TAKES))


def live(folder, tmp_path):
    """What a server recorded, and how many blocks came late."""
    with jack_server(sample_rate_hz=RATE) as jack, engine_process(tmp_path, jack.environment) as engine:
        engine.wait_event(EngineReady)
        engine.send(LoadInstrument(str(folder / "i.vschaos")))
        engine.wait_event(InstrumentLoaded)
        engine.send(OpenGesture(str(folder / "g.json")))
        engine.wait_status(lambda status: status.gesture.duration_s > 0)
        engine.send(Touch("gesture.loop", (0.0,)))
        with ThreadPoolExecutor() as pool:
            recording = pool.submit(jack.record, tmp_path / "live.wav", 5)
            wait_for(lambda: any("jackrec" in port for port in jack.ports()), what="the recorder")
            engine.send(Touch("gesture.play", (1.0,)))
            heard = recording.result()
        engine.finish()
        return heard, engine.wait_event(Figures).late_underruns


def sounds_like(expected, heard, late_underruns):
    size = len(heard) + len(expected)
    likeness = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(expected, size)), size)
    late = int(np.argmax(likeness[: len(heard) - len(expected)]))
    # A busy machine may leave a gap, in one part, after which all comes later: each part is looked for where it may be.
    reach = 2048 * late_underruns
    parts = expected[: len(expected) // PART * PART].reshape(-1, PART)
    other = sum(_apart_db(heard, part, late + n * PART, reach) > -80 for n, part in enumerate(parts))
    return other <= 2 * late_underruns < len(parts) // 2


def _apart_db(heard, part, place, reach):
    """How far a part is from what was heard there, or up to ``reach`` samples away, where it is most alike."""
    around = heard[max(0, place - reach) : place + reach + len(part)]
    best = int(np.argmax(np.correlate(around, part, "valid")))
    difference = around[best : best + len(part)] - part
    return 20 * np.log10(max(difference.std(), 1e-12) / part.std())
