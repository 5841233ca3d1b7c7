"""The studio's own proof that it starts: window painted, engine ready, instrument loaded, nothing heavy in here.

``vschaos-studio --smoke-test`` prints one line of JSON and quits: exit code 0 if all of it happened in time.
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QObject, QTimer, Signal

from vschaos_studio.services.engine_bridge import EngineBridge, EngineState

TIMEOUT_MS = 200_000
HEAVY = ("torch", "lightning", "scipy", "pyqtgraph", "sounddevice")


class SmokeTest(QObject):
    """Waits for the engine and, by :meth:`see_painted`, for the window.

    Parameters
    ----------
    with_instrument
        Whether the engine is to load an instrument, which is waited for.

    Signals
    -------
    done
        Exit code.
    """

    done = Signal(int)

    def __init__(self, bridge: EngineBridge, *, with_instrument: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painted_at: float | None = None
        self._painted_cpu_s: float | None = None
        self._ready_at: float | None = None
        self._loaded_at: float | None = None
        self._with_instrument = with_instrument
        self._over = False
        bridge.state_changed.connect(self._see_state)
        bridge.instrument_loaded.connect(self._see_loaded)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TIMEOUT_MS)
        self._timer.timeout.connect(self._give_up)
        self._timer.start()

    def fail(self, reason: str) -> None:
        """Something went wrong that nobody caught."""
        print(reason, file=sys.stderr, flush=True)
        self._finish(1)

    def see_painted(self) -> None:
        """The window is on the screen."""
        self._painted_at = time.time()
        self._painted_cpu_s = time.process_time()
        self._finish_if_done()

    def _see_state(self, state: EngineState) -> None:
        if state is EngineState.READY:
            self._ready_at = time.time()
        elif state is EngineState.FAILED:
            self._finish(1)
        self._finish_if_done()

    def _see_loaded(self) -> None:
        self._loaded_at = time.time()
        self._finish_if_done()

    def _finish_if_done(self) -> None:
        loaded = self._loaded_at is not None or not self._with_instrument
        if self._painted_at is not None and self._ready_at is not None and loaded:
            self._finish(0)

    def _give_up(self) -> None:
        self._finish(1)

    def _finish(self, code: int) -> None:
        if self._over:
            return
        self._over = True
        self._timer.stop()
        heavy = [name for name in HEAVY if name in sys.modules]
        facts = {
            "first_paint_at": self._painted_at,
            "first_paint_cpu_s": self._painted_cpu_s,
            "engine_ready_at": self._ready_at,
            "instrument_loaded_at": self._loaded_at,
            "resident_mb": resident_mb(),
            "heavy_modules": heavy,
        }
        print(json.dumps(facts), flush=True)
        self.done.emit(code)


def resident_mb() -> float | None:
    """Memory that this process holds, in MB; None where the system does not report it."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 (no file, but the kernel)
            line = next(line for line in status if line.startswith("VmRSS"))
    except (OSError, StopIteration):
        return None
    return round(int(line.split()[1]) / 1024, 1)
