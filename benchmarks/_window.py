"""A window that repaints its pad sixty times a second, as in playing; prints its figures at the end.

  python -m benchmarks._window

It opens, prints “painting”, and runs until its standard input ends.
"""

from __future__ import annotations

import json
import math
import sys
import threading
import time

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vschaos_studio.app import dress
from vschaos_studio.ui.play.pad import LatentPad
from vschaos_studio.ui.theme import Theme

FRAME_MS = 16
SIZE = (900, 700)


class Painter(QObject):
    """Moves the pad's cursor in circles and has all of it painted, as often as the timer comes."""

    over = Signal()

    def __init__(self, pad: LatentPad) -> None:
        super().__init__()
        self._pad = pad
        self.frames_at: list[float] = []
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._paint)

    def start(self) -> None:
        """Begin, and end when standard input does."""
        self._timer.start()
        threading.Thread(target=self._wait, name="waiting", daemon=True).start()

    def _paint(self) -> None:
        now = time.monotonic()
        self._pad.show_position(0.8 * math.cos(now), 0.8 * math.sin(now))
        self._pad.repaint()
        self.frames_at.append(now)

    def _wait(self) -> None:
        sys.stdin.read()
        self.over.emit()


def main() -> int:
    """Paint until told to end."""
    application = QApplication(sys.argv[:1])
    theme = Theme()
    dress(application, theme)
    window = QWidget()
    pad = LatentPad(theme, clock=time.monotonic)
    pad.show_playing(True)
    QVBoxLayout(window).addWidget(pad)
    window.resize(*SIZE)
    window.show()
    painter = Painter(pad)
    painter.over.connect(application.quit)
    painter.start()
    print("painting", flush=True)
    code = application.exec()
    between_s = np.diff(painter.frames_at)
    p99_ms = 1000.0 * float(np.quantile(between_s, 0.99)) if len(between_s) else 0.0
    print(json.dumps({"frames_per_s": round(1.0 / float(np.mean(between_s)), 1), "frame_p99_ms": round(p99_ms, 1)}))
    return code


if __name__ == "__main__":
    sys.exit(main())
