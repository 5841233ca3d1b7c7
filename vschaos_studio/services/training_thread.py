"""The thread that owns a training: it starts the trainer process, reads its events and hands on orders.

The training itself runs in a process of its own (``vschaos train … --events``), so that neither its load nor its
crash reaches the window or the sound. :meth:`TrainingThread.run` is the only method that runs in the thread; all
others are called from the window's.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QThread, Signal

from vschaos.errors import VschaosError
from vschaos.messages import Problem
from vschaos.training.events import EVENTS, ORDERS, Cancel, Event, Finished, Order, Outcome, Started, StopAndKeep
from vschaos_studio.language import tr
from vschaos_studio.services.child_process import ChildProcess
from vschaos_studio.services.process import Launcher
from vschaos_studio.state.training_request import Request, ResumeRequest
from vschaos_studio.state.training_runs import can_continue

log = logging.getLogger(__name__)

GO_ON = tr("Continue", "begins a sentence")
"""What the user does with a training that was ended and can go on from what it kept."""

LIGHTER = tr("If that does not help, choose the sketch size or fewer sounds.")

GRACE_MS = 60_000
"""How long a trainer may take to save its instrument on a busy computer; killed sooner, it would lose it."""

EXIT_WAIT_S = 10.0
"""How long a trainer may take to exit after its last event."""


class TrainingThread(QThread):
    """One training from its start to its end.

    Signals
    -------
    event_received
        An :data:`~vschaos.training.events.Event`. The last one is always a ``Finished``, or a ``Problem`` that is an
        error, and comes exactly once, however the trainer ended.

    Parameters
    ----------
    launcher
        Starts the trainer.
    request
        What to train.
    """

    event_received = Signal(object)

    def __init__(self, launcher: Launcher, request: Request) -> None:
        super().__init__()
        self.request = request
        self._child = ChildProcess[Order, Event](
            launcher, request.arguments(), tr("The training"), EVENTS.decode, ORDERS.encode, patience_s=EXIT_WAIT_S
        )
        self._cancelled = False
        self._run_folder = str(request.run) if isinstance(request, ResumeRequest) else ""

    # Called from the window's thread

    def stop_and_keep(self) -> None:
        """Ask the trainer to end after its present step and to keep the instrument."""
        self._child.send(StopAndKeep())

    def cancel(self) -> None:
        """Ask the trainer to end after its present step and to delete the run."""
        self._cancelled = True
        self._child.send(Cancel())

    def kill(self) -> None:
        """End the trainer at once, for one that does not answer; a kill after :meth:`cancel` counts as cancelled."""
        self._child.kill()

    def begin_shutdown(self) -> None:
        """Before quitting: ask the trainer to keep what it has."""
        if self.isRunning() and not self._cancelled:
            self.stop_and_keep()

    def shutdown(self, grace_ms: int = GRACE_MS) -> None:
        """Before quitting: ask the trainer to keep what it has, wait for it, kill it if it does not end."""
        if self.isRunning():
            self.begin_shutdown()
            if not self.wait(grace_ms):
                self.kill()
                self.wait()

    # Called in the thread

    def run(self) -> None:
        """Start the trainer and follow it to its end."""
        log.info("training: %s", self.request.arguments())
        try:
            self._child.start()
        except VschaosError as error:
            self.event_received.emit(Problem.of(error))
            return
        last = self._child.follow(self._receive)
        # A trainer that has sent its last event, or closed its output, has nothing left to do.
        self._child.close()
        self.event_received.emit(last or self._failure())

    def _receive(self, event: Event) -> Event | None:
        """Hand on an event; the last one is returned, to be handed on when the trainer has ended."""
        match event:
            case Finished() | Problem(is_error=True):
                return event
            case Started():
                self._run_folder = event.run
        self.event_received.emit(event)
        return None

    def _failure(self) -> Finished | Problem:
        if self._cancelled:
            return Finished(Outcome.CANCELLED, self._run_folder, "", 0)
        if self._child.killed:
            return Problem(tr("The training was ended at once."), tr("What was saved until then is kept."))
        again = GO_ON if can_continue(self._run_folder) else ""
        return Problem.of(self._child.failure(again=again, lighter=LIGHTER))
