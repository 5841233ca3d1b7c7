"""Tasks: results, failures and progress arrive in the window's thread, and nothing arrives after a cancel."""

import threading

import pytest

from tests.studio.immediate_tasks import ImmediateTasks
from vschaos.errors import VschaosError
from vschaos_studio.services.tasks import ThreadTasks


@pytest.fixture
def tasks(qapp):
    made = ThreadTasks(threads=2)
    yield made
    assert made.shutdown()


class Heard:
    """Callbacks that remember what came, and in which thread."""

    def __init__(self):
        self.done, self.errors, self.news, self.threads = [], [], [], set()

    def on_done(self, result):
        self.done.append(result)
        self.threads.add(threading.get_ident())

    def on_error(self, error):
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    def on_progress(self, *news):
        self.news.append(news)
        self.threads.add(threading.get_ident())

    def all(self):
        return self.on_done, self.on_error, self.on_progress


def test_work_is_beside_the_window_and_news_arrive_in_it(tasks, qtbot):
    heard, workers = Heard(), []

    def work(context):
        workers.append(threading.get_ident())
        for step in range(3):
            context.progress(step, 3)
        return "sum"

    task = tasks.run_task(work, *heard.all())
    qtbot.waitUntil(lambda: bool(heard.done))
    assert heard.done == ["sum"]
    assert heard.news == [(0, 3), (1, 3), (2, 3)]
    assert heard.threads == {threading.get_ident()}
    assert workers != [threading.get_ident()]
    assert not task.running


def test_a_sentence_goes_to_on_error(tasks, qtbot):
    heard = Heard()

    def work(context):
        raise VschaosError("The disk is full.", "Make room.")

    tasks.run_task(work, *heard.all())
    qtbot.waitUntil(lambda: bool(heard.errors))
    assert heard.errors[0].remedy == "Make room."
    assert not heard.done


def test_a_bug_recovers_the_page_and_reaches_the_crash_hook(tasks, qtbot):
    heard = Heard()

    def work(context):
        raise ZeroDivisionError("a bug")

    with qtbot.captureExceptions() as crashes:
        tasks.run_task(work, *heard.all())
        qtbot.waitUntil(lambda: bool(crashes))
    assert crashes[0][0] is ZeroDivisionError
    assert len(heard.errors) == 1


def test_nothing_is_heard_of_a_cancelled_task(tasks, qtbot):
    heard, other, entered, leave = Heard(), Heard(), threading.Event(), threading.Event()
    stopped = []

    def work(context):
        context.when_cancelled(lambda: stopped.append(True))
        entered.set()
        assert leave.wait(60)
        context.progress("late")
        return context.cancelled()

    task = tasks.run_task(work, *heard.all())
    assert entered.wait(60)
    task.cancel()
    task.cancel()
    assert stopped == [True]
    leave.set()
    tasks.run_task(lambda context: "next", *other.all())
    qtbot.waitUntil(lambda: bool(other.done))
    assert (heard.done, heard.errors, heard.news) == ([], [], [])
    assert not task.running


def test_a_stop_named_after_the_cancel_is_called_at_once(tasks, qtbot):
    entered, leave, stopped = threading.Event(), threading.Event(), threading.Event()

    def work(context):
        entered.set()
        assert leave.wait(60)
        context.when_cancelled(stopped.set)

    task = tasks.run_task(work, lambda result: None, lambda error: None)
    assert entered.wait(60)
    task.cancel()
    leave.set()
    assert stopped.wait(60)


def test_shutdown_cancels_and_waits(qapp):
    tasks, heard, entered = ThreadTasks(threads=1), Heard(), threading.Event()

    def work(context):
        ended = threading.Event()
        context.when_cancelled(ended.set)
        entered.set()
        assert ended.wait(60)

    tasks.run_task(work, *heard.all())
    tasks.run_task(work, *heard.all())  # waits behind the first, and never begins
    assert entered.wait(60)
    assert tasks.shutdown()
    qapp.processEvents()
    assert not heard.done


def test_the_double_runs_at_once():
    heard = Heard()

    def work(context):
        context.progress(1)
        return 2

    def fail(context):
        raise VschaosError("No.")

    assert not ImmediateTasks().run_task(work, *heard.all()).running
    ImmediateTasks().run_task(fail, *heard.all())
    assert (heard.done, heard.news, [str(error) for error in heard.errors]) == ([2], [(1,)], ["No."])
