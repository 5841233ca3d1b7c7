"""The thread that owns a training: it starts the trainer process, reads its events and hands on orders.

The learning itself runs in a process of its own (``vschaos train … --events``), so that neither its load nor its
crash reaches the window or the sound. :meth:`TrainingThread.run` is the only method that runs in the thread; all
others are called from the window's.
"""

from __future__ import annotations

import logging
import subprocess
import threading
from typing import IO

from PySide6.QtCore import QObject, QThread, Signal

from vschaos.messages import MessageError
from vschaos.training.events import EVENTS, ORDERS, Cancel, Failed, Finished, Outcome, Started, StopAndKeep
from vschaos_studio.services.child_death import Complaints, death_of
from vschaos_studio.services.process import Launcher, end
from vschaos_studio.state.training import Event
from vschaos_studio.state.training_request import Request

log = logging.getLogger(__name__)

LOGGED_GARBAGE = 20

EXIT_WAIT_S = 10.0
"""How long a trainer may take to go after its last word."""


class TrainingThread(QThread):
    """One training from its start to its end.

    Signals
    -------
    event_received
        An :data:`~vschaos_studio.state.training.Event`. The last one is always a ``Finished`` or a ``Failed``, and
        comes exactly once, however the trainer ended.

    Parameters
    ----------
    launcher
        Starts the trainer.
    request
        What to learn.
    """

    event_received = Signal(object)

    def __init__(self, launcher: Launcher, request: Request, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._launcher = launcher
        self.request = request
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._waiting_orders: list[StopAndKeep | Cancel] = []
        self._cancelled = False
        self._killed = False
        self._run_folder = ""

    # Called from the window's thread

    def stop_and_keep(self) -> None:
        """Ask the trainer to end after its present step and to keep the instrument."""
        self._order(StopAndKeep())

    def cancel(self) -> None:
        """Ask the trainer to end after its present step and to delete the run."""
        self._cancelled = True
        self._order(Cancel())

    def kill(self) -> None:
        """End the trainer at once, for one that does not answer; a kill after :meth:`cancel` counts as cancelled."""
        with self._lock:
            self._killed = True
            if self._process is not None:
                self._process.kill()

    def shutdown(self, grace_ms: int = 3000) -> None:
        """Before quitting: ask the trainer to keep what it has, wait a moment, then kill it and see it go."""
        if self.isRunning():
            if not self._cancelled:
                self.stop_and_keep()
            if not self.wait(grace_ms):
                self.kill()
                self.wait()

    def _order(self, order: StopAndKeep | Cancel) -> None:
        with self._lock:
            if self._process is None:
                self._waiting_orders.append(order)
            else:
                _write(self._process.stdin, order)

    # Called in the thread

    def run(self) -> None:
        """Start the trainer and follow it to its end."""
        arguments = self.request.arguments()
        log.info("training: %s", arguments)
        try:
            process = self._launcher.popen(arguments)
        except OSError as error:
            log.exception("the trainer could not be started")
            self._emit(Failed(f"The trainer cannot be started: {error.strerror or error}.", "Install the app again."))
            return
        complaints = Complaints(process.stderr, "trainer")
        with self._lock:
            self._process = process
            for order in self._waiting_orders:
                _write(process.stdin, order)
            if self._killed:
                process.kill()
        last = self._read_events(process)
        # A trainer that has said its last word, or closed its output, has nothing left to do.
        returncode = end(process, patience_s=EXIT_WAIT_S)
        if process.stdout is not None:
            process.stdout.close()
        said = complaints.close()
        self._emit(last if last is not None else self._death(returncode, said))

    def _read_events(self, process: subprocess.Popen[str]) -> Finished | Failed | None:
        """Hand on events until the last; None if the trainer falls silent without one."""
        garbage = 0
        assert process.stdout is not None
        for line in process.stdout:
            try:
                event: Event = EVENTS.decode(line)
            except MessageError as error:
                # A library that prints to standard output must not end a training.
                garbage += 1
                if garbage <= LOGGED_GARBAGE and line.strip():
                    log.warning("the trainer said something that is no event: %s", error)
                continue
            if isinstance(event, Finished | Failed):
                return event
            if isinstance(event, Started):
                self._run_folder = event.run
            self._emit(event)
        return None

    def _death(self, returncode: int, complaints: str) -> Finished | Failed:
        if self._cancelled:
            return Finished(Outcome.CANCELLED, self._run_folder, "", 0)
        if self._killed:
            return Failed("Learning was ended at once.", "What was saved until then is kept.")
        log.error("the trainer ended with code %s and no last word; it wrote:\n%s", returncode, complaints)
        error = death_of("Learning", returncode, complaints)
        return Failed(error.sentence, error.remedy)

    def _emit(self, event: Event) -> None:
        self.event_received.emit(event)


def _write(stdin: IO[str] | None, order: StopAndKeep | Cancel) -> None:
    if stdin is None:
        return
    try:
        stdin.write(ORDERS.encode(order) + "\n")
        stdin.flush()
    except (OSError, ValueError):
        log.info("the trainer was gone before it could be told %s", type(order).__name__)
