"""What the notice bar offers for trainings: to continue one that failed, and to put one back into the queue."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from vschaos.messages import Problem
from vschaos_studio.language import tr
from vschaos_studio.services.training_thread import GO_ON
from vschaos_studio.state.notices import Action, Level, Notice, Notices
from vschaos_studio.state.training_queue import TrainingQueue
from vschaos_studio.state.training_request import Request, ResumeRequest


class TrainOffers(QObject):
    """Posts notices, and runs the actions of their buttons.

    Signals
    -------
    queue_changed
        The queue has changed.

    Parameters
    ----------
    ask
        Runs a request now or later.
    active
        Whether a training runs.
    """

    queue_changed = Signal()

    def __init__(
        self,
        *,
        notices: Notices,
        queue: TrainingQueue,
        ask: Callable[[Request], None],
        active: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._queue = queue
        self._ask = ask
        self._active = active
        self._resumable: list[ResumeRequest] = []
        self._latest: ResumeRequest | None = None

    @property
    def latest(self) -> ResumeRequest | None:
        """The request that continues the training that failed last; None if there is none, or it was continued."""
        return self._latest if self._latest in self._resumable else None

    def begin(self) -> None:
        """Another training starts: the page has no failed one to show any more."""
        self._latest = None

    def post_failure(self, event: Problem, resumption: ResumeRequest | None) -> None:
        """Post how a training failed, with a button that continues it, if it can be continued."""
        action = None
        self._latest = resumption
        if resumption is not None:
            self._resumable.append(resumption)
            action = Action(GO_ON, partial(self.resume, resumption))
        self._notices.post(Notice(event.sentence, event.remedy, Level.ERROR, action))

    def resume(self, request: ResumeRequest) -> None:
        """Continue a failed training; only once, though the notice and the page both offer it."""
        if request in self._resumable:
            self._resumable.remove(request)
            self._ask(request)

    def remove_waiting(self, place: int) -> None:
        """Remove a training from the queue, and offer to put it back."""
        removed = self._queue.remove(place)
        if removed is not None:
            self.queue_changed.emit()
            undo = Action(tr("Undo"), partial(self._put_back, place, removed))
            sentence = tr("“{name}” was removed from the queue.", name=removed.name)
            self._notices.post(Notice(sentence, action=undo))

    def _put_back(self, place: int, request: Request) -> None:
        if self._active():
            self._queue.add(request, place)
            self.queue_changed.emit()
        else:
            self._ask(request)
