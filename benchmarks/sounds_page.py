"""How smoothly the Sounds page shows very many sounds: the longest turn of the event loop, for each thing done.

The page is real, on a platform without a screen; the sounds are invented, so that nothing has to be decoded. What runs
on worker threads is left to them: only the window's own thread is timed, by its processor time. A turn above 50 ms is
seen.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from vschaos.data.facts import SoundFacts
from vschaos.data.labels.model import Labels, Task, whole_file
from vschaos.data.labels.writing import write_labels
from vschaos.data.scan import Rejection, ScanReport, SoundFile

COUNT = 20_000
SIZE = (1356, 840)
LIMIT_MS = 50.0


def run(count: int = COUNT, settle: float = 1.0) -> dict[str, Any]:
    """Milliseconds of the longest turn by what is done, and what lies above the limit; all waits times ``settle``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from vschaos_studio.app import dress
    from vschaos_studio.ui.theme import Theme

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme()
    dress(application, theme)
    with tempfile.TemporaryDirectory(prefix="vschaos-sounds-") as folder:
        turns = _turns(application, theme, _report(Path(folder), count), settle)
    seen = {name: took for name, took in turns.items() if took > LIMIT_MS}
    return {"sounds": count, "longest_turn_ms": turns, "above_limit": seen}


def _report(root: Path, count: int) -> ScanReport:
    """Sounds that are not there, a tenth of them clipped, and labels of half of them that are."""
    rng = np.random.default_rng(0)
    files = []
    for place in range(count):
        name = f"folder {place // 500:02d}/take {place:05d}.wav"
        clipped = 200 if place % 10 == 0 else 0
        facts = SoundFacts(0.5, -20.0, clipped, 0.0, 0.0, 0.0, False, "")
        length_s = float(rng.uniform(0.3, 9.0))
        files.append(SoundFile(root / name, name, length_s, 44_100, 1 + place % 2, facts, str(place)))
    rejected = tuple(
        Rejection(root / f"note {place}.txt", f"note {place}.txt", "It is a text file, not a sound.", "")
        for place in range(count // 20)
    )
    entries = {file.relative: whole_file(float(place % 12)) for place, file in enumerate(files[::2])}
    task = Task("kind", "int", tuple("abcdefghijkl"))
    write_labels(root, Labels((task,), {"kind": entries}))
    return ScanReport(root, tuple(files), rejected)


def _turns(application: Any, theme: Any, report: ScanReport, settle: float) -> dict[str, float]:
    from PySide6.QtCore import Qt

    from vschaos_studio.services.tasks import ThreadTasks
    from vschaos_studio.state.history import History
    from vschaos_studio.state.label_text import LabelChoice
    from vschaos_studio.state.notices import Notices
    from vschaos_studio.ui.sounds.file_model import FIRST_TASK, LENGTH
    from vschaos_studio.ui.sounds.sounds_page import SoundsPage

    history = History()
    page = SoundsPage(notices=Notices(), tasks=ThreadTasks(), theme=theme, history=history)
    page.resize(*SIZE)
    page.show()
    table = page.view.table
    turns: dict[str, float] = {}

    def timed(name: str, act: Callable[[], object], settle_s: float = 2.0) -> None:
        """Do something, and let everything happen that follows from it."""
        longest, until = _took_ms(act), time.monotonic() + settle * settle_s
        while time.monotonic() < until:
            longest = max(longest, _took_ms(application.processEvents))
            time.sleep(0.002)
        turns[name] = round(longest, 1)

    def scroll() -> None:
        bar = table.verticalScrollBar()
        longest = 0.0

        def go(place: int) -> None:
            bar.setValue(place)
            application.processEvents()

        for place in range(bar.minimum(), bar.maximum(), max(bar.maximum() // 60, 1)):
            longest = max(longest, _took_ms(partial(go, place)))
        turns["scroll"] = round(longest, 1)

    timed("open", lambda: page._on_report(report), 15.0)
    scroll()
    timed("sort by length", lambda: table.sortByColumn(LENGTH, Qt.SortOrder.AscendingOrder))
    timed("sort by label", lambda: table.sortByColumn(FIRST_TASK, Qt.SortOrder.AscendingOrder))
    timed("filter", lambda: page.view.bar.choose(LabelChoice("kind")))
    timed("show all", lambda: page.view.bar.choose(LabelChoice()))
    timed("select all", table.selectAll)
    timed("leave out all", table.toggle_use, 6.0)
    timed("list what is left out", lambda: page.view.sections.show_panel(page.view.left_out))
    timed("undo", history.undo, 6.0)
    timed("leave out one", lambda: page.left_out.leave_out([report.files[0].relative]), 6.0)
    timed("select found", lambda: table.select_sounds([file.relative for file in report.files[::10]]))
    timed("label all", lambda: _label_all(page, report), 6.0)
    page.shutdown()
    page.close()
    return turns


def _label_all(page: Any, report: ScanReport) -> None:
    from vschaos_studio.state.label_edits import SetLabel

    page.labels.make(SetLabel("kind", tuple(file.relative for file in report.files), "b"))


def _took_ms(act: Callable[[], object]) -> float:
    began = time.thread_time()
    act()
    return 1000 * (time.thread_time() - began)
