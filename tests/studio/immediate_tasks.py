"""The double of a task runner: no thread, no waiting."""

from collections.abc import Callable
from typing import Any

from vschaos.errors import VschaosError
from vschaos_studio.services.tasks import RunningTask, TaskContext


class ImmediateTasks:
    """Runs each task at once, in the calling thread, and calls back before it returns."""

    def run_task(
        self,
        function: Callable[[TaskContext], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[VschaosError], None],
        on_progress: Callable[..., None] | None = None,
    ) -> RunningTask:
        """See :meth:`TaskRunner.run_task`."""

        def report(values: tuple[object, ...]) -> None:
            if on_progress is not None:
                on_progress(*values)

        task = _ImmediateTask(TaskContext(report))
        try:
            result = function(task.context)
        except VschaosError as error:
            task.running = False
            on_error(error)
        else:
            task.running = False
            if not task.context.cancelled():
                on_done(result)
        return task


class _ImmediateTask:
    def __init__(self, context: TaskContext) -> None:
        self.context = context
        self.running = True

    def cancel(self) -> None:
        self.running = False
        self.context.cancel()
