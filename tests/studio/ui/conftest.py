"""The whole window, with an engine that makes no sound."""

import pytest

from vschaos_studio.app import build, dress
from vschaos_studio.settings.table import LARGE_CONTROLS, REDUCED_MOTION
from vschaos_studio.ui.appearance import OFF


@pytest.fixture
def studio(qtbot, settings, fake_engine, tmp_path, clock, theme, qapp):
    dress(qapp, theme)
    for setting in (LARGE_CONTROLS, REDUCED_MOTION):
        settings.set(setting, OFF)  # whatever the system has, or a test has given it
    made = build(
        settings=settings,
        launcher=fake_engine().launcher,
        logs=tmp_path / "logs",
        version="1.2.3",
        factory=[],
        sets=tmp_path / "sets",
        projects=tmp_path / "projects",
        library=tmp_path / "library",
        work=tmp_path,
        clock=clock,
    )
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.shutdown()
    while made.window.notice_bar.shown is not None:
        made.window.notice_bar.dismiss()
    made.window.hide()


@pytest.fixture
def window(studio):
    return studio.window


@pytest.fixture
def start(qtbot, settings, fake_engine, tmp_path, theme, qapp, instrument_file):
    """Start the program, as often as one likes; the last one ends before."""
    running = []
    dress(qapp, theme)

    def end():
        for studio in running:
            studio.window.close()
            studio.shutdown()
            while studio.window.notice_bar.shown is not None:
                studio.window.notice_bar.dismiss()
            studio.window.deleteLater()
        running.clear()

    def make(path=None, engine=False):
        end()
        studio = build(
            settings=settings,
            launcher=fake_engine().launcher,
            logs=tmp_path / "logs",
            version="1",
            factory=[instrument_file],
            sets=tmp_path / "sets",
            projects=tmp_path / "projects",
            library=tmp_path / "library",
            work=tmp_path,
        )
        running.append(studio)
        studio.projects.start(path)
        studio.window.show()
        studio.window.complete()
        if engine:
            with qtbot.waitSignal(studio.bridge.set_opened):
                studio.bridge.start()
        return studio

    yield make
    end()
