"""What the living picture of the sound costs the engine and the window, in percent of a core each.

The engine plays a factory instrument on a JACK server of 48 kHz while its pad moves, and reports spectra or not. A
window paints the picture, as wide as in a window of usual size, from columns that it gets thirty times a second.

Options are in VSCHAOS_PICTURE, for example ``seconds=20``.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from benchmarks._live import Watch, at_rate, audio_server, engine_on, options, play, rounded
from testing.servers import EngineProcess
from vschaos.instrument.library import factory_instruments
from vschaos.performance.demo_path import demo_position
from vschaos.realtime.protocol import SPECTRUM_BANDS, Figures, Spectrum, Touch, WatchSound

VARIABLE = "VSCHAOS_PICTURE"
MOVES_PER_S = 60.0
COLUMNS_PER_S = 30.0
SIZE = (820, 64)


@dataclass(frozen=True)
class PictureOptions:
    """How long each load is measured, and how often it is measured by turns."""

    seconds: float = 10.0
    turns: int = 3


def run(chosen: PictureOptions | None = None) -> dict[str, Any]:
    """Medians over the turns.

    Returns
    -------
    dict
        ``engine_percent`` without and with spectra, ``spectra_per_s``; the engine's callback in ms at the end of a life
        without and of one with spectra (``p50``, ``p999``, ``max``), and its late underruns; ``window_percent``, the
        time in which a column is taken up and painted, on Qt's offscreen platform, times thirty.
    """
    chosen = chosen or options(VARIABLE, PictureOptions())
    lives = {watched: [_engine(watched, chosen.seconds) for _ in range(chosen.turns)] for watched in (False, True)}
    return {
        **{
            "with_spectra" if watched else "without": {
                name: rounded(float(np.median([one[name] for one in life]))) for name in life[0]
            }
            for watched, life in lives.items()
        },
        "window_percent": _window(),
    }


def _engine(watched: bool, seconds: float) -> dict[str, float]:
    with (
        tempfile.TemporaryDirectory() as name,
        audio_server("jack", Path(name)) as server,
        engine_on(server, Path(name)) as engine,
    ):
        play(engine, factory_instruments()[0])
        engine.send(WatchSound(watched))
        before = _spectra(engine)
        with Watch(psutil.Process(engine.process.pid)) as watch:
            at_rate(MOVES_PER_S, seconds, lambda _, passed: engine.send(Touch("pad", demo_position(passed))))
        count = _spectra(engine) - before
        engine.finish()
        figures = engine.wait_event(Figures)
    return {
        "engine_percent": 100.0 * watch.cpu_share,
        "spectra_per_s": count / seconds,
        "callback_p50_ms": figures.callback_p50_ms,
        "callback_p999_ms": figures.callback_p999_ms,
        "callback_max_ms": figures.callback_max_ms,
        "late_underruns": figures.late_underruns,
        "stolen_s": watch.stolen_s,
    }


def _spectra(engine: EngineProcess) -> int:
    return sum(isinstance(event, Spectrum) for event in engine.events)


def _window() -> float:
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from vschaos_studio.ui.play.sound_picture import SoundPicture
    from vschaos_studio.ui.theme import Theme

    application = QApplication.instance() or QApplication([])
    picture = SoundPicture(Theme(), clock=time.monotonic)
    picture.resize(*SIZE)
    picture.show()
    random = np.random.default_rng(0)
    columns = [Spectrum(random.integers(0, 256, SPECTRUM_BANDS, np.uint8).tobytes(), -6.0) for _ in range(600)]
    began = time.process_time()
    for column in columns:
        picture.show_spectrum(column)
        application.processEvents()
    spent = time.process_time() - began
    picture.close()
    return round(100.0 * spent / len(columns) * COLUMNS_PER_S, 2)
