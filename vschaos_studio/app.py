"""Builds every object of the studio and hands it on; there are no globals.

Boot order: log, settings, Qt with its style, error channels, services, Play page, window. Once the window has been
painted, the engine process starts, so that loading torch does not compete with the first paint, and the other pages
are made. Shutdown goes backwards: labels are written; engine, tasks and training end before Qt does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from vschaos.errors import VschaosError
from vschaos.instrument.library import factory_instruments
from vschaos.messages import Problem
from vschaos.realtime.protocol import Recovered
from vschaos_studio.services.crash import CrashReporter
from vschaos_studio.services.engine_bridge import EngineBridge
from vschaos_studio.services.forecast_task import forecast_times
from vschaos_studio.services.interrupts import Interrupts
from vschaos_studio.services.leftover_sweep import sweep_leftovers
from vschaos_studio.services.log import close_studio_log, log_folder, open_studio_log
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.recordings import recovered_notice
from vschaos_studio.services.set_keeper import SetKeeper
from vschaos_studio.services.smoke_test import SmokeTest
from vschaos_studio.services.tasks import ThreadTasks
from vschaos_studio.settings.store import FILE_NAME, Settings, config_folder, sets_folder
from vschaos_studio.settings.table import INSTRUMENT, TOUR_SEEN
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.ui.controls.spoken_role import install_roles
from vschaos_studio.ui.dialogs.crash_dialog import CrashDialog
from vschaos_studio.ui.first_paint import FirstPaint
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.main_window import MainWindow
from vschaos_studio.ui.pages import OtherPages
from vschaos_studio.ui.play.play_page import PlayPage
from vschaos_studio.ui.stylesheet import palette, stylesheet
from vschaos_studio.ui.theme import Theme


@dataclass
class Studio:
    """Everything that lives as long as the program does."""

    theme: Theme
    notices: Notices
    settings: Settings
    tasks: ThreadTasks
    bridge: EngineBridge
    keeper: SetKeeper
    window: MainWindow

    def shutdown(self) -> None:
        """End what runs beside the window; returns when it is gone.

        First what is quick to save, last the trainer, which may need a while to save its model: a system that ends its
        session may not wait for all of it.
        """
        others = self.window.made_others
        if others is not None:
            others.train.begin_shutdown()
            others.sounds.shutdown()
        self.keeper.flush()
        self.bridge.stop()
        self.tasks.shutdown()
        if others is not None:
            others.train.shutdown()


def dress(application: QApplication, theme: Theme) -> None:
    """Give the application its name, colours and style sheet."""
    application.setApplicationName("vschaos studio")
    application.setDesktopFileName("vschaos-studio")
    install_roles()
    application.setStyle("Fusion")
    application.setPalette(palette(theme))
    application.setStyleSheet(stylesheet(theme))
    application.setWindowIcon(icon("studio", theme.accent, size=64))


def _sounding(bridge: EngineBridge) -> str:
    """Path of the sound file that the engine plays; empty while it plays none."""
    return bridge.status.auditioning if bridge.status is not None else ""


def build(
    *,
    settings: Settings,
    launcher: Launcher,
    logs: Path,
    version: str,
    factory: list[Path],
    sets: Path,
    clock: Callable[[], float] = time.monotonic,
) -> Studio:
    """Make the window and all it needs; shows and starts nothing yet.

    ``sets`` is where the sets of instruments are kept.
    """
    theme = Theme()
    notices = Notices()
    tasks = ThreadTasks()
    bridge = EngineBridge(launcher, log_folder=logs, clock=clock)
    keeper = SetKeeper(bridge, folder=sets, clock=clock)
    play = PlayPage(
        theme=theme,
        notices=notices,
        settings=settings,
        bridge=bridge,
        tasks=tasks,
        factory=factory,
        clock=clock,
    )

    play.controller.set_changed.connect(keeper.note_change)

    def make_others() -> OtherPages:
        # Imported here: these modules take as long to load as all others, and their pages are not seen at first.
        from vschaos_studio.ui.export.export_page import ExportPage
        from vschaos_studio.ui.sounds.sounds_page import SoundsPage
        from vschaos_studio.ui.train.train_page import TrainPage

        sounding = partial(_sounding, bridge)
        sounds = SoundsPage(notices=notices, tasks=tasks, launcher=launcher, sounding=sounding, theme=theme)
        sounds.audition_requested.connect(bridge.play_sound)
        sounds.audition_stopped.connect(bridge.stop_sound)
        return OtherPages(
            sounds=sounds,
            train=TrainPage(
                notices=notices,
                settings=settings,
                launcher=launcher,
                tasks=tasks,
                player=bridge,
                forecast=partial(forecast_times, launcher),
                theme=theme,
            ),
            export=ExportPage(notices=notices, tasks=tasks, launcher=launcher, theme=theme, settings=settings),
        )

    window = MainWindow(
        theme=theme, notices=notices, settings=settings, play=play, make_others=make_others, version=version
    )
    return Studio(theme, notices, settings, tasks, bridge, keeper, window)


def open_first(studio: Studio, path: Path | None, factory: list[Path]) -> None:
    """Open what the user named, else the instrument played last, else the factory's first."""
    if path is not None and path.is_dir():
        studio.window.open_sounds(path)
    elif path is not None:
        studio.window.open_instrument(path)
    if studio.window.play.instrument is not None:
        return
    remembered = studio.settings.get(INSTRUMENT)
    candidates = [Path(remembered)] if remembered and Path(remembered).is_file() else []
    for candidate in [*candidates, *factory]:
        if studio.window.play.open_instrument(candidate):
            return


class ErrorChannel(QObject):
    """Shows errors to the user: sentences in the notice bar, bugs in one dialog at a time."""

    def __init__(self, studio: Studio, reporter: CrashReporter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._open_dialog: CrashDialog | None = None
        reporter.mistake.connect(self._on_mistake)
        reporter.crashed.connect(self._on_crash)
        studio.bridge.noticed.connect(self._on_engine_notice)
        studio.bridge.recovered.connect(self._on_recovered)

    def _on_mistake(self, error: VschaosError) -> None:
        self._studio.notices.error(error)

    def _on_engine_notice(self, notice: Problem) -> None:
        level = Level.ERROR if notice.is_error else Level.INFO
        self._studio.notices.post(Notice(notice.sentence, notice.remedy, level))

    def _on_recovered(self, recovered: Recovered) -> None:
        self._studio.notices.post(recovered_notice(recovered))

    def _on_crash(self, report: str) -> None:
        if self._open_dialog is not None:
            return
        self._open_dialog = CrashDialog(report, self._studio.window)
        self._open_dialog.finished.connect(self._forget_dialog)
        self._studio.window.show_dialog(self._open_dialog)

    def _forget_dialog(self) -> None:
        self._open_dialog = None


def run(*, path: Path | None, smoke_test: bool, version: str) -> int:
    """Run the studio until its window is closed; returns the exit code."""
    logs = log_folder()
    handler = open_studio_log(logs)
    settings = Settings(config_folder() / FILE_NAME)
    damage: VschaosError | None = None
    try:
        settings.load()
    except VschaosError as error:
        damage = error
    application = QApplication(sys.argv[:1])
    dress(application, Theme())
    reporter = CrashReporter(version)
    reporter.install()
    factory = factory_instruments()
    studio = build(
        settings=settings, launcher=Launcher(), logs=logs, version=version, factory=factory, sets=sets_folder()
    )
    channel = ErrorChannel(studio, reporter)
    interrupts = Interrupts()
    interrupts.received.connect(studio.window.closing.close_unasked)
    application.commitDataRequest.connect(studio.window.save_all)
    studio.window.closed.connect(application.quit)
    if damage is not None:
        studio.notices.error(damage)
    open_first(studio, path, factory)
    first_paint = FirstPaint(studio.window)
    if smoke_test:
        has_instrument = studio.window.play.instrument is not None
        smoke = SmokeTest(studio.bridge, with_instrument=has_instrument, parent=studio.window)
        first_paint.painted.connect(smoke.see_painted)
        smoke.done.connect(application.exit)
        reporter.crashed.connect(smoke.fail)
    first_paint.painted.connect(studio.bridge.start)
    first_paint.painted.connect(partial(sweep_leftovers, studio.tasks, settings, sets_folder()))
    first_paint.painted.connect(studio.window.complete)
    if not settings.get(TOUR_SEEN) and path is None and not smoke_test:
        first_paint.painted.connect(studio.window.show_tour)
    studio.window.show()
    try:
        return application.exec()
    finally:
        studio.shutdown()
        interrupts.close()
        reporter.uninstall()
        channel.deleteLater()
        close_studio_log(handler)
