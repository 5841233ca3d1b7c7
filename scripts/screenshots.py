"""Screenshots of every page, empty and filled, and of the browser of instruments, at six sizes, without a screen.

``python -m scripts.screenshots FOLDER [INSTRUMENT]``

VSCHAOS_THEME=light or "high contrast" shows another theme, VSCHAOS_LARGE=on large controls, VSCHAOS_LANGUAGE=de, fr or
pseudo another language. Each size is
that of a screen; the window has all of it but for its own title. What does not fit is printed, and the exit code is 1
then. ``tests/studio/ui/test_fit.py`` holds the same sizes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from testing.pseudo_language import choose_language_of_tests

choose_language_of_tests()  # before modules translate their texts as they are imported

from testing.fit import SCREENS, Screen, misfits  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from vschaos_studio.ui.main_window import StudioWindow


def main() -> int:
    """Make them all; returns the exit code."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    faults = 0
    for screen in SCREENS:
        # The scale is set once a process.
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(screen.scale)}
        command = [sys.executable, "-m", "scripts.screenshots", *sys.argv[1:3], f"--screen={SCREENS.index(screen)}"]
        faults += subprocess.run(command, env=environment, check=False).returncode
    return min(faults, 1)


def shoot(screen: Screen, folder: Path, instrument: Path | None) -> int:
    """Make those of one size; returns whether something does not fit."""
    from PySide6.QtWidgets import QApplication

    from vschaos.instrument.library import factory_instruments
    from vschaos_studio.app import build, name
    from vschaos_studio.services.process import Launcher
    from vschaos_studio.settings.store import Settings
    from vschaos_studio.settings.table import LARGE_CONTROLS, THEME
    from vschaos_studio.ui.browser.instrument_browser import InstrumentBrowser
    from vschaos_studio.ui.pages import PAGES, PLAY

    application = QApplication([])
    name(application)
    with tempfile.TemporaryDirectory() as home:
        at = Path(home)
        factory = factory_instruments()
        settings = Settings(at / "settings.json")
        settings.set(THEME, os.environ.get("VSCHAOS_THEME", "dark"))
        settings.set(LARGE_CONTROLS, os.environ.get("VSCHAOS_LARGE", "off"))
        studio = build(
            settings=settings,
            launcher=Launcher(),
            logs=at,
            version="",
            factory=factory,
            sets=at / "sets",
            projects=at / "projects",
            library=at / "instruments",
            work=at,
            clock=time.monotonic,
        )
        window = studio.window
        window.open_instrument(instrument or factory[0])
        window.resize(*screen.window)
        window.show()
        fits = (window.width(), window.height()) == screen.window
        faults = [] if fits else [f"{screen.name}: the window is too large"]
        shown = [(entry.id, "") for entry in PAGES]
        for page, part in (*shown, ("sounds", "-filled"), ("train", "-filled")):
            if part == "-filled" and not window.others.sounds.report:
                _fill(window, at / "sounds", application)
            window.show_page(window.page_of(page))
            tabs = window.play.side.tabs.tabs
            for tab in range(tabs.count() if page == PLAY else 1):
                tabs.setCurrentIndex(tab)
                for _ in range(5):
                    application.processEvents()
                name = f"{screen.name}-{page}-{tab + 1}" if page == PLAY else f"{screen.name}-{page}{part}"
                window.grab().save(str(folder / f"{name}.png"))
                faults += [f"{name}: {fault}" for fault in misfits(window)]
        window.show_browser()
        browser = window.browser
        assert isinstance(browser, InstrumentBrowser)
        browser.resize(*screen.window)
        while not browser.model.cards or any(card.picture is None for card in browser.model.cards):
            application.processEvents()
        browser.grab().save(str(folder / f"{screen.name}-browser.png"))
        faults += [f"{screen.name} browser: {fault}" for fault in misfits(browser)]
        browser.close()
        print("\n".join(faults), end="\n" if faults else "")
        studio.shutdown()
    return int(bool(faults))


def _fill(window: StudioWindow, folder: Path, application: QApplication) -> None:
    """Open the sounds that come with the program, and wait until the Train page knows them and their labels."""
    from vschaos_studio.services.first_sounds import copy_first_sounds

    window.open_sounds(copy_first_sounds(folder).folder)
    window.show_page(window.others.train)
    form = window.others.train.form
    while not (form.labels.menus and form.advice.isVisible()):
        application.processEvents()


if __name__ == "__main__":
    *given, last = sys.argv
    if last.startswith("--screen="):
        named = Path(given[2]) if len(given) > 2 else None
        sys.exit(shoot(SCREENS[int(last.removeprefix("--screen="))], Path(given[1]), named))
    sys.exit(main())
