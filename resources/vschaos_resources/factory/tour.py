"""A tour of an instrument, as sound and as a picture of its spectrum: what the places of its pad sound like."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.performance.demo_path import demo_position
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.performance.table import TERRAIN
from vschaos.realtime.loading import LoadedInstrument, load_instrument
from vschaos.realtime.offline import render

TOUR_S = 34.0
"""Two swells of the path."""
SURFACES = {"pad": "plane", TERRAIN: "map"}
"""What a tour leads over: a control, and its name in the window."""
WINDOW = 4096
LOW_HZ, HIGH_HZ = 40.0, 18_000.0
ROWS, COLUMNS = 160, 680
"""Size of a spectrogram in pixels."""
MARGIN = 60
"""Pixels beside and below it."""
RANGE_DB = (-110.0, -30.0)
TICKS_HZ = (100, 1000, 10_000)

Sound = NDArray[np.float32]


def tour(instrument: LoadedInstrument, surface: str) -> Sound:
    """A walk of `TOUR_S` over one of the `SURFACES`, as it is heard, shape (T, 2)."""
    performance = Performance(instrument.playable, terrain=instrument.terrain)
    performance.touch([Touch("play", (1.0,))], Origin.CLI)
    return render(instrument, performance, TOUR_S, lambda time_s: (Touch(surface, demo_position(time_s)),))


def draw_tour(instrument: Path, picture: Path) -> None:
    """Write a PNG file with the spectrograms of an instrument's tours, over octaves and seconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import pyqtgraph
    from PySide6.QtGui import QImage

    application = pyqtgraph.mkQApp()
    loaded = load_instrument(instrument)
    view = pyqtgraph.GraphicsView()
    view.resize(COLUMNS + MARGIN, len(SURFACES) * (ROWS + MARGIN))
    layout = pyqtgraph.GraphicsLayout()
    view.setCentralItem(layout)
    for row, (surface, name) in enumerate(SURFACES.items()):
        plot = layout.addPlot(row=row, col=0, title=f"{loaded.name}, a tour of the {name}")
        image = pyqtgraph.ImageItem(_spectrogram(tour(loaded, surface)[:, 0], loaded.sample_rate_hz), levels=RANGE_DB)
        image.setColorMap("inferno")
        low, high = np.log10((LOW_HZ, HIGH_HZ))
        image.setRect(0.0, low, TOUR_S, high - low)
        plot.addItem(image)
        plot.getViewBox().setRange(xRange=(0.0, TOUR_S), yRange=(low, high), padding=0.0)
        axis = plot.getAxis("left")
        axis.setWidth(MARGIN)
        axis.setTicks([[(float(np.log10(hertz)), f"{hertz / 1000:g} kHz") for hertz in TICKS_HZ]])
    application.processEvents()  # lays the axes out
    view.grab().toImage().convertToFormat(QImage.Format.Format_Indexed8).save(str(picture))


def _spectrogram(sound: Sound, rate: int) -> NDArray[np.floating]:
    """Levels of a sound (T,) in dB of a full-scale sinusoid, shape (COLUMNS, ROWS), rows evenly over octaves."""
    begins = np.linspace(0, len(sound) - WINDOW, COLUMNS).astype(int)
    frames = np.lib.stride_tricks.sliding_window_view(sound, WINDOW)[begins] * np.hanning(WINDOW)
    power = np.square(np.abs(np.fft.rfft(frames))) * (4.0 / WINDOW) ** 2
    edges = np.geomspace(LOW_HZ, HIGH_HZ, ROWS + 1) * WINDOW / rate
    first = edges[:-1].astype(int)
    rows = [
        power[:, low : max(high, low + 1)].max(axis=1) for low, high in zip(first, edges[1:].astype(int), strict=True)
    ]
    return 10.0 * np.log10(np.stack(rows, axis=1) + 1e-20)
