"""Tasks that wait until a test lets them run, one by one."""

from tests.studio.immediate_tasks import ImmediateTasks


class HeldTask:
    """A task that was started and has not run."""

    def __init__(self):
        self.running = True

    def cancel(self):
        self.running = False


class Held:
    """A TaskRunner for tests."""

    def __init__(self):
        self.held = []

    def run_task(self, *task):
        made = HeldTask()
        self.held.append((made, task))
        return made

    def run_one(self):
        made, task = self.held.pop(0)
        if made.running:
            ImmediateTasks().run_task(*task)

    def run_all(self):
        while self.held:
            self.run_one()
