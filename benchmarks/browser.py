"""How long the browser of instruments takes until all pictures are shown: when they are made, and when they are kept.

Fifty instruments, copies of the factory's, on Qt's offscreen platform.
"""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from vschaos.instrument.library import factory_instruments

COUNT = 50


def run() -> dict[str, Any]:
    """Seconds of a first and of a second opening, each of a browser of its own; and the size of what is kept."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "library").mkdir()
        for number, source in zip(range(COUNT), itertools.cycle(factory_instruments()), strict=False):
            shutil.copyfile(source, folder / "library" / f"{source.stem} {number}.vschaos")
        first_s, again_s = (_open(application, folder) for _ in range(2))
        kept = sum(path.stat().st_size for path in (folder / "pictures").iterdir())
    return {"instruments": COUNT, "first_s": first_s, "again_s": again_s, "kept_mb": round(kept / 1e6, 2)}


def _open(application: Any, folder: Path) -> float:
    from vschaos_studio.services.tasks import ThreadTasks
    from vschaos_studio.state.instrument_list import Places
    from vschaos_studio.state.notices import Notices
    from vschaos_studio.ui.browser.instrument_browser import InstrumentBrowser
    from vschaos_studio.ui.browser.picture_cache import PictureCache
    from vschaos_studio.ui.theme import Theme

    tasks = ThreadTasks()
    player: Any = SimpleNamespace(status=None)
    began = time.perf_counter()
    browser = InstrumentBrowser(
        theme=Theme(),
        tasks=tasks,
        notices=Notices(),
        player=player,
        places=lambda: Places((), folder / "library", folder / "runs"),
        played=lambda: None,
        pictures=PictureCache(folder / "pictures"),
        work=folder,
    )
    browser.show()
    while len(browser.model.cards) < COUNT or any(card.picture is None for card in browser.model.cards):
        application.processEvents()
        time.sleep(0.001)
    passed = time.perf_counter() - began
    browser.close()
    tasks.shutdown()
    return round(passed, 2)
