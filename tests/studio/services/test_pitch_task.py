"""Following an extraction of pitch: its events, its end, and a sentence for each way in which it can fail."""

import json
import sys
from pathlib import Path

import pytest

from vschaos.data.pitch.events import EVENTS, PitchFinished, PitchProgress, PitchStarted
from vschaos.errors import VschaosError
from vschaos.messages import Problem
from vschaos_studio.services.pitch_task import PitchRequest, run_pitch
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskContext

REQUEST = PitchRequest(Path("/sounds/bells"))
STARTED = PitchStarted(2, 10.0, 1)
PROGRESS = PitchProgress(1, 2, 5.0, 10.0, 3.0, "a.wav")
WARNED = Problem("“b.wav” was left out.", "Save it anew.", is_error=False)
FINISHED = PitchFinished(2, 2, 0.8, False)


def child(*events, after="", said=""):
    """A launcher of a child that says these events."""
    lines = [EVENTS.encode(event) if not isinstance(event, str) else event for event in events]
    script = f"import sys, threading\nfor line in {lines!r}: print(line, flush=True)\n"
    script += f"sys.stderr.write({said!r})\n{after}"
    return Launcher([sys.executable, "-I", "-S", "-c", script])


def extract(launcher, on_news=lambda context, news: None):
    news = []

    def tell(item):
        news.append(item[0])
        on_news(context, item[0])

    context = TaskContext(tell)
    return run_pitch(launcher, REQUEST, context), news


def test_events_are_handed_on_and_the_last_is_the_result():
    assert extract(child(STARTED, "a library says hello", WARNED, PROGRESS, FINISHED)) == (
        FINISHED, [STARTED, WARNED, PROGRESS],
    )  # fmt: skip


def test_a_name_that_looks_like_an_option_is_none(tmp_path):
    script = "import json, sys; json.dump(sys.argv[1:], open(sys.argv[-1] + '.json', 'w'))"
    launcher = Launcher([sys.executable, "-I", "-S", "-c", script])
    odd = tmp_path / "-x = {y} 鈴"
    with pytest.raises(VschaosError):
        run_pitch(launcher, PitchRequest(odd, overwrite=True), TaskContext(lambda news: None))
    given = json.loads(Path(f"{odd}.json").read_text())
    assert given == ["extract-pitch", "--events", "--overwrite", "--", str(odd)]


def test_a_failure_is_handed_on():
    with pytest.raises(VschaosError, match="full") as failed:
        extract(child(STARTED, Problem("The disk is full.", "Make room.")))
    assert failed.value.remedy == "Make room."


def test_a_death_is_told_and_explained():
    with pytest.raises(VschaosError, match="out of memory"):
        extract(child(STARTED, after="sys.exit(1)", said="MemoryError"))
    with pytest.raises(VschaosError, match="unexpectedly"):
        extract(child(STARTED, after="sys.exit(3)"))


def test_a_missing_program_is_told():
    with pytest.raises(VschaosError, match="cannot be started"):
        extract(Launcher(["/nowhere/vschaos"]))


def test_cancelling_ends_the_child():
    hanging = child(STARTED, after="threading.Event().wait(600)")
    last, news = extract(hanging, lambda context, event: context.cancel())
    assert last is None
    assert news == [STARTED]
