"""The Export page with an exporter that speaks the protocol: success, refusal, crash, cancel."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from tests.studio.children import fake_child
from tests.studio.conftest import other_instrument
from vschaos_studio.services.tasks import ImmediateTasks, ThreadTasks
from vschaos_studio.state.notices import Level
from vschaos_studio.ui.pages.export_page import ExportPage


@pytest.fixture
def make(qtbot, notices, theme, tmp_path):
    def page(scenario="export_well", tasks=None):
        made = ExportPage(
            notices=notices,
            tasks=tasks or ImmediateTasks(),
            launcher=fake_child(scenario),
            theme=theme,
            folder=tmp_path / "exports",
        )
        qtbot.addWidget(made)
        made.resize(1190, 730)
        made.show()
        return made

    yield page
    QCoreApplication.processEvents()


def texts(layout):
    cells = [layout.itemAt(i).widget() for i in range(layout.count())]
    return [cell.text() for cell in cells]


def test_without_an_instrument_it_says_where_to_get_one(make):
    page = make()
    assert page._empty.isVisible()
    page.export()
    assert not page.progress.isVisible()


def test_the_instrument_is_described_and_a_name_offered(make, instrument_file):
    page = make()
    page.set_instrument(instrument_file)
    assert page._instrument_name.text() == "Test bells"
    shown = " ".join(texts(page._facts)).replace("\u00a0", " ")
    assert "5 latent dimensions" in shown
    assert "44.1 kHz" in shown
    assert "CC0-1.0" in shown
    assert page.form.name == "Test_bells"
    assert page.help.lines["decode"].line.text() == "nn~ Test_bells.ts decode 2048"


def test_a_damaged_instrument_is_told_and_the_one_shown_stays(make, instrument_file, tmp_path, notices):
    page = make()
    page.set_instrument(instrument_file)
    broken = tmp_path / "broken.vschaos"
    broken.write_bytes(instrument_file.read_bytes()[:100])
    page.set_instrument(broken)
    assert notices.posted[-1].level is Level.ERROR
    assert page._instrument == instrument_file


def test_an_instrument_that_gets_better_keeps_what_was_typed(make, instrument_file, tmp_path):
    page = make()
    page.set_instrument(instrument_file)
    page.form._name.setText("mine")
    page.set_instrument(instrument_file)
    assert page.form.name == "mine"
    page.set_instrument(other_instrument(tmp_path / "other.vschaos", name="Glass"))
    assert page.form.name == "Glass"


def test_a_successful_export_tells_what_was_tested(make, instrument_file, notices, qtbot):
    page = make()
    page.set_instrument(instrument_file)
    with qtbot.waitSignal(page.exported) as told:
        page.export_button.click()
    assert told.args == ["/exports/bells.ts"]
    assert page.progress.verdict.text() == "bells.ts is ready"
    checks = texts(page.progress._checks)
    assert "Sounds as here" in checks
    assert "Any buffer." in checks
    assert page.progress.reveal.isVisible()
    assert page.export_button.isEnabled()
    assert notices.posted[-1].level is Level.INFO


@pytest.mark.parametrize(("scenario", "words"), [("export_refused", "Read-only"), ("export_crash", "unexpectedly")])
def test_a_failed_export_is_told_with_its_remedy(make, instrument_file, notices, scenario, words):
    page = make(scenario)
    page.set_instrument(instrument_file)
    page.export()
    assert words in notices.posted[-1].sentence
    assert notices.posted[-1].remedy
    assert page.progress.verdict.text() == "Nothing was written"
    assert words in page.progress.detail.text()
    assert not page.progress.reveal.isVisible()
    assert page.export_button.isEnabled()


def test_a_running_export_shows_its_stage_and_can_be_cancelled(make, instrument_file, qtbot, notices):
    tasks = ThreadTasks()
    page = make("export_hang", tasks)
    page.set_instrument(instrument_file)
    page.export()
    qtbot.waitUntil(lambda: page.progress.sentence.text() == "Checking.", timeout=20_000)
    assert not page.export_button.isEnabled()
    assert page.escape_button() is page.progress.cancel
    page.progress.cancel.click()
    assert not page.progress.isVisible()
    assert page.export_button.isEnabled()
    assert "nothing was written" in notices.posted[-1].sentence
    assert tasks.shutdown()


def test_the_name_is_what_max_and_pd_can_read(make, instrument_file):
    page = make()
    page.set_instrument(instrument_file)
    page.form._name.setText("my; bell, $1 / two.ts")
    assert page.form.name == "my_bell_1_two"
    page.form._name.setText("  ,;  ")
    assert not page.export_button.isEnabled()


def test_replacing_a_file_is_said_before(make, instrument_file, tmp_path):
    page = make()
    page.set_instrument(instrument_file)
    assert "Writes" in page.form._target.text()
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "Test_bells.ts").write_bytes(b"old")
    page.form.refresh()
    assert "Replaces" in page.form._target.text()


def test_copying_an_object(make, instrument_file):
    page = make()
    page.set_instrument(instrument_file)
    line = page.help.lines["encode"]
    line.copy.click()
    assert QGuiApplication.clipboard().text() == "nn~ Test_bells.ts encode 2048"
    assert line.copy.text() == "Copied"
    line._calm.stop()
