"""Builds every object of the studio and hands it on; there are no globals.

Boot order: log, settings, Qt, the search for a window that is there already, style, error channels, services, Play
page, window, project. Once the window has been
painted, the engine process starts, so that loading torch does not compete with the first paint, and the other pages
are made. Shutdown goes backwards: labels are written; engine, tasks and training end before Qt does.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog

from vschaos.data.cache import cache_folder
from vschaos.edition import PROGRAM, learns
from vschaos.errors import VschaosError
from vschaos.instrument.library import factory_instruments
from vschaos.messages import Problem
from vschaos.realtime.protocol import Recovered
from vschaos_studio.obstacle_dialog import show_fatal
from vschaos_studio.services.crash import CrashReporter
from vschaos_studio.services.engine_bridge import EngineBridge
from vschaos_studio.services.first_start import FirstStart
from vschaos_studio.services.forecast_task import forecast_times
from vschaos_studio.services.interrupts import Interrupts
from vschaos_studio.services.languages import translate_qt
from vschaos_studio.services.leftover_sweep import sweep_leftovers
from vschaos_studio.services.log import close_studio_log, log_folder, open_studio_log
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.project_keeper import ProjectKeeper
from vschaos_studio.services.recordings import recovered_notice
from vschaos_studio.services.set_keeper import SetKeeper
from vschaos_studio.services.smoke_test import SmokeTest
from vschaos_studio.services.system_looks import SystemLooks
from vschaos_studio.services.tasks import ThreadTasks
from vschaos_studio.settings.folders import (
    FILE_NAME,
    config_folder,
    default_runs_folder,
    library_folder,
    projects_folder,
    sets_folder,
)
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import RUNS_FOLDER, TOUR_SEEN, UPDATES_AT_START
from vschaos_studio.state.history import History
from vschaos_studio.state.instrument_list import Places
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.state.project import SUFFIX
from vschaos_studio.ui.actions.help_actions import announce_update
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.appearance import Appearance
from vschaos_studio.ui.application import StudioApplication, fatal_messages
from vschaos_studio.ui.controls.spoken_role import install_roles
from vschaos_studio.ui.dialogs.crash_dialog import CrashDialog
from vschaos_studio.ui.first_paint import FirstPaint
from vschaos_studio.ui.icons import picture
from vschaos_studio.ui.local_urls import path_of_argument
from vschaos_studio.ui.main_window import MainWindow
from vschaos_studio.ui.pages import OtherPages
from vschaos_studio.ui.play.play_page import PlayPage
from vschaos_studio.ui.player_window import PlayerWindow
from vschaos_studio.ui.session import Session
from vschaos_studio.ui.stylesheet import palette, stylesheet
from vschaos_studio.ui.theme import DARK, Theme


@dataclass
class Studio:
    """Everything that lives as long as the program does."""

    appearance: Appearance
    notices: Notices
    settings: Settings
    tasks: ThreadTasks
    bridge: EngineBridge
    projects: ProjectKeeper
    sets: SetKeeper
    history: History
    window: MainWindow
    session: Session

    def shutdown(self) -> None:
        """End what runs beside the window; returns when it is gone.

        First what is quick to save, last the trainer, which may need a while to save its model: a system that ends its
        session may not wait for all of it.
        """
        others = self.window.made_others
        self.sets.flush()
        # While the trainer still runs: the project says that it was interrupted.
        self.projects.close()
        if others is not None:
            others.train.begin_shutdown()
            others.sounds.shutdown()
        self.bridge.stop()
        self.tasks.shutdown()
        if others is not None:
            others.train.shutdown()


def name(application: QApplication) -> None:
    """Give the application its name and its style."""
    application.setApplicationName(PROGRAM)
    application.setDesktopFileName(PROGRAM.replace(" ", "-"))
    install_roles()
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(picture("studio", DARK.accent, 64)))


def dress(application: QApplication, theme: Theme) -> None:
    """The same, and the colours of one theme."""
    name(application)
    application.setPalette(palette(theme))
    application.setStyleSheet(stylesheet(theme))


def appearance_of(settings: Settings) -> Appearance:
    """How the window looks by these settings and those of the system."""
    application = cast(QApplication, QApplication.instance())
    return Appearance(application, settings, SystemLooks(application))


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
    projects: Path,
    library: Path,
    work: Path,
    appearance: Appearance | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Studio:
    """Make the window and all it needs; shows and starts nothing yet.

    ``projects`` is where projects are that have no name yet, ``sets`` where the sets of instruments were before there
    were projects, ``library`` where instruments are that the user adds, ``work`` a folder of this process alone.
    """
    appearance = appearance or appearance_of(settings)
    theme = appearance.theme
    notices = Notices()
    tasks = ThreadTasks()
    bridge = EngineBridge(launcher, log_folder=logs, clock=clock)
    history = History()
    keeper = ProjectKeeper(folder=projects, sets=sets, settings=settings, notices=notices, tasks=tasks)
    set_keeper = SetKeeper(bridge, store=keeper, history=history, work=work, clock=clock)
    play = PlayPage(
        theme=theme,
        notices=notices,
        settings=settings,
        bridge=bridge,
        tasks=tasks,
        factory=factory,
        clock=clock,
        is_still=lambda: appearance.less_motion,
    )

    def make_others() -> OtherPages:
        # Imported here: these modules take as long to load as all others, and their pages are not seen at first.
        from vschaos_studio.ui.export.export_page import ExportPage
        from vschaos_studio.ui.sounds.sounds_page import SoundsPage
        from vschaos_studio.ui.train.train_page import TrainPage

        sounding = partial(_sounding, bridge)
        sounds = SoundsPage(
            notices=notices, tasks=tasks, launcher=launcher, history=history, sounding=sounding, theme=theme
        )
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

    def make_browser(parent: StudioWindow) -> QDialog:
        # Imported here, as it is not seen at first.
        from vschaos_studio.ui.browser.instrument_browser import InstrumentBrowser
        from vschaos_studio.ui.browser.picture_cache import PictureCache

        def places() -> Places:
            files = tuple(one.file for one in keeper.project.instruments)
            runs = Path(settings.get(RUNS_FOLDER) or default_runs_folder())
            return Places(tuple(factory), library, runs, files)

        browser = InstrumentBrowser(
            theme=theme,
            tasks=tasks,
            notices=notices,
            player=bridge,
            places=places,
            played=lambda: play.instrument,
            pictures=PictureCache(cache_folder() / "pictures"),
            work=work,
            parent=parent,
        )
        browser.chosen.connect(window.open_instrument)
        return browser

    window = (MainWindow if learns() else PlayerWindow)(
        appearance=appearance,
        notices=notices,
        settings=settings,
        tasks=tasks,
        play=play,
        projects=keeper,
        history=history,
        make_others=make_others,
        make_browser=make_browser,
        version=version,
    )
    session = Session(window, keeper, sets=set_keeper, history=history, factory=factory, tasks=tasks)
    appearance.dress()
    return Studio(appearance, notices, settings, tasks, bridge, keeper, set_keeper, history, window, session)


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


def prepare(*, arguments: Sequence[str], smoke_test: bool, version: str) -> Callable[[], int]:
    """Make all of the studio; returns what runs it until its window is closed, and returns the exit code.

    ``arguments`` are what to open: paths, or URLs of files.
    """
    paths = [path_of_argument(text) for text in arguments]
    logs = log_folder()
    handler = open_studio_log(logs)
    settings = Settings(config_folder() / FILE_NAME)
    damage: VschaosError | None = None
    try:
        settings.load()
    except VschaosError as error:
        damage = error
    with fatal_messages(show_fatal):
        application = StudioApplication(sys.argv[:1])
    first_start = FirstStart(config_folder(), version)
    if not smoke_test and first_start.hand_over(paths):
        close_studio_log(handler)
        return lambda: 0
    translate_qt(application)
    name(application)
    reporter = CrashReporter(version)
    reporter.install()
    factory = factory_instruments()
    work = tempfile.TemporaryDirectory(prefix="vschaos-", ignore_cleanup_errors=True)
    studio = build(
        settings=settings,
        launcher=Launcher(),
        logs=logs,
        version=version,
        factory=factory,
        sets=sets_folder(),
        projects=projects_folder(),
        library=library_folder(),
        work=Path(work.name),
    )
    channel = ErrorChannel(studio, reporter)
    first_start.asked.connect(studio.window.come_forward)
    application.asked.connect(studio.window.open_paths)
    interrupts = Interrupts()
    interrupts.received.connect(studio.window.closing.close_unasked)
    application.commitDataRequest.connect(studio.window.save_all)
    studio.window.closed.connect(application.quit)
    if damage is not None:
        studio.notices.error(damage)
    project = next((path for path in paths if path.suffix.lower() == SUFFIX and path.is_file()), None)
    studio.projects.start(project, saves=not smoke_test)
    others = [path for path in paths if path != project]
    if others:
        # Afterwards, what the project shows would cover it.
        studio.window.complete()
        studio.window.open_paths(others)
    first_paint = FirstPaint(studio.window)
    if smoke_test:
        has_instrument = studio.window.play.instrument is not None
        smoke = SmokeTest(studio.bridge, with_instrument=has_instrument, parent=studio.window)
        first_paint.painted.connect(smoke.see_painted)
        smoke.done.connect(application.exit)
        reporter.crashed.connect(smoke.fail)
    first_paint.painted.connect(gc.enable)  # see __main__
    first_paint.painted.connect(studio.bridge.start)
    first_paint.painted.connect(partial(sweep_leftovers, studio.tasks, settings, projects_folder()))
    first_paint.painted.connect(studio.window.complete)
    if not settings.get(TOUR_SEEN) and not paths and not smoke_test:
        first_paint.painted.connect(studio.window.show_tour)
    if settings.get(UPDATES_AT_START) and not smoke_test:
        first_paint.painted.connect(partial(announce_update, studio.window))
    studio.window.show()

    def run() -> int:
        try:
            return application.exec()
        finally:
            studio.shutdown()
            first_start.close()
            interrupts.close()
            reporter.uninstall()
            channel.deleteLater()
            work.cleanup()
            close_studio_log(handler)

    return run
