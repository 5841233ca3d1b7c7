"""The Export page with an exporter that speaks the protocol: success, refusal, crash, cancel."""

import json
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.studio import fake_exporter
from tests.studio.children import fake_child
from tests.studio.conftest import other_instrument
from tests.studio.immediate_tasks import ImmediateTasks
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import ThreadTasks
from vschaos_studio.settings.table import EXPORT_AUTHOR, EXPORT_LICENCE, EXPORT_RATE_HZ
from vschaos_studio.state.notices import Level
from vschaos_studio.state.project import ProjectExport, Work
from vschaos_studio.ui.export.export_page import ExportPage


@pytest.fixture
def make(qtbot, notices, theme, tmp_path):
    """A page whose exporter plays a scenario, or, with none, makes a folder."""

    def page(scenario="", tasks=None, *, settings=None, pd=""):
        made = ExportPage(
            notices=notices,
            tasks=tasks or ImmediateTasks(),
            launcher=fake_child(scenario) if scenario else Launcher([sys.executable, "-I", fake_exporter.__file__]),
            theme=theme,
            settings=settings,
            folder=tmp_path / "exports",
            pd=pd,
        )
        qtbot.addWidget(made)
        made.resize(1190, 730)
        made.show()
        return made

    yield page
    QCoreApplication.processEvents()


def texts(layout):
    return [cell.text() for cell in layout.itemAt(0).widget().findChildren(QLabel)]


def test_without_an_instrument_it_says_where_to_get_one(make):
    page = make()
    assert page.empty.isVisible()
    page.export()
    assert not page.progress.isVisible()


def test_the_instrument_is_described_and_a_name_offered(make, instrument_file):
    page = make()
    page.set_instrument(instrument_file)
    assert page.instrument_name.text() == "Test bells"
    shown = " ".join(texts(page.facts)).replace("\u00a0", " ")
    assert "5 latent dimensions" in shown
    assert "44.1 kHz" in shown
    assert page.form.name == "Test_bells"
    assert (page.form.author.text(), page.form.licence.text()) == ("A tester", "CC0-1.0")
    assert page.form.notes.toPlainText() == "Bells, struck softly."
    assert page.help.copies["decode", "Pd"].copied == "nn~ Test_bells.ts decode 2048"


def test_a_damaged_instrument_is_reported_and_the_one_shown_stays(make, instrument_file, tmp_path, notices):
    page = make()
    page.set_instrument(instrument_file)
    broken = tmp_path / "broken.vschaos"
    broken.write_bytes(instrument_file.read_bytes()[:100])
    page.set_instrument(broken)
    assert notices.posted[-1].level is Level.ERROR
    assert page.path == instrument_file


def test_an_instrument_that_gets_better_keeps_what_was_typed(make, instrument_file, tmp_path):
    page = make()
    page.set_instrument(instrument_file)
    page.form.name_field.setText("mine")
    page.form.author.setText("Me")
    page.set_instrument(instrument_file)
    assert page.form.name == "mine"
    assert page.form.author.text() == "Me"
    page.set_instrument(other_instrument(tmp_path / "other.vschaos", name="Glass"))
    assert page.form.name == "Glass"


def test_a_successful_export_shows_what_was_tested(make, instrument_file, notices, qtbot, tmp_path):
    page = make()
    page.set_instrument(instrument_file)
    with qtbot.waitSignal(page.exported) as emitted:
        page.export_button.click()
    assert emitted.args == [str(tmp_path / "exports" / "Test_bells" / "Test_bells.ts")]
    assert page.progress.verdict.text() == "Test_bells is ready"
    assert "decode 86 × real time" in page.progress.speed.text()
    # The speed is emitted above the others, and not twice.
    assert set(page.progress.checks.rows) == {"contract", "live", "map"}
    mark, title, sentence = page.progress.checks.rows["live"]
    assert (mark.text(), title.text(), sentence.text()) == ("✓", "Sounds as in the studio", "The check live held.")
    assert page.progress.files.path.text() == str(tmp_path / "exports" / "Test_bells")
    assert [name for name, _ in page.progress.files.listed][:2] == ["Test_bells.ts", "Test_bells.pd"]
    assert page.progress.files.reveal.isVisible()
    assert page.export_button.isEnabled()
    assert notices.posted[-1].level is Level.INFO


def test_what_is_typed_stands_on_the_card(make, instrument_file, tmp_path):
    page = make()
    page.set_instrument(instrument_file)
    page.form.author.setText(" A. Player ")
    page.form.licence.setText("CC-BY-4.0")
    page.form.notes.setPlainText("Loud.")
    page.export()
    card = (tmp_path / "exports" / "Test_bells" / "Test_bells.md").read_text(encoding="utf-8")
    assert card.startswith("A. Player\nCC-BY-4.0\nLoud.\n")


def test_the_rate_of_max_or_pd_is_chosen_remembered_and_kept(make, instrument_file, tmp_path, settings):
    page = make(settings=settings)
    page.set_instrument(instrument_file)
    assert [page.form.rate.itemText(row).replace("\u00a0", " ") for row in range(page.form.rate.count())] == [
        "44.1 kHz, the instrument’s own",
        "48 kHz",
        "96 kHz",
    ]
    assert page.form.sample_rate_hz == 0
    page.form.rate.setCurrentIndex(1)
    assert "Resampled from 44.1 kHz to 48 kHz" in page.form.rate_note.text().replace("\u00a0", " ")
    page.export()
    assert [one.sample_rate_hz for one in page.exports] == [48_000]
    assert settings.get(EXPORT_RATE_HZ) == 48_000
    page.form.rate.setCurrentIndex(2)
    page.past.rows[0].again.click()
    assert page.form.sample_rate_hz == 48_000
    assert [one.sample_rate_hz for one in page.exports] == [48_000]
    again = make(settings=settings)
    again.set_instrument(instrument_file)
    assert again.form.sample_rate_hz == 48_000


def test_author_and_licence_are_remembered_for_instruments_that_name_none(make, instrument_file, tmp_path, settings):
    page = make(settings=settings)
    page.set_instrument(instrument_file)
    page.export()
    # The instrument's own words are no habit of the user's.
    assert (settings.get(EXPORT_AUTHOR), settings.get(EXPORT_LICENCE)) == ("", "")
    page.form.author.setText("A. Player")
    page.form.licence.setText("CC-BY-4.0")
    page.export()
    page.set_instrument(other_instrument(tmp_path / "glass.vschaos", name="Glass", author="", licence="MIT"))
    assert page.form.author.text() == "A. Player"
    assert page.form.licence.text() == "MIT"


@pytest.mark.skipif(os.name != "posix", reason="the double of Pd is a shell script")
def test_the_patch_opens_in_pd_at_the_instruments_rate(make, instrument_file, tmp_path, qtbot):
    emitted, pd = tmp_path / "emitted", tmp_path / "pd"
    pd.write_text(f'#!/bin/sh\nprintf "%s\\n" "$PWD" "$@" > "{emitted}.part"\nmv "{emitted}.part" "{emitted}"\n')
    pd.chmod(0o755)
    page = make(pd=str(pd))
    page.set_instrument(instrument_file)
    page.export()
    page.progress.files.pd.click()
    qtbot.waitUntil(emitted.exists)
    folder = tmp_path / "exports" / "Test_bells"
    assert emitted.read_text().splitlines() == [str(folder), "-r", "44100", str(folder / "Test_bells.pd")]


def test_without_pd_nothing_offers_it(make, instrument_file):
    page = make()
    page.set_instrument(instrument_file)
    page.export()
    assert not page.progress.files.pd.isVisible()


def test_a_pd_that_does_not_start_is_reported(make, instrument_file, notices):
    page = make(pd="/gone/pd")
    page.set_instrument(instrument_file)
    page.export()
    page.open_in_pd()
    assert "did not start" in notices.posted[-1].sentence
    assert "Test_bells.pd" in notices.posted[-1].remedy


def test_the_folder_is_shown_or_its_place_is_reported(make, instrument_file, tmp_path, monkeypatch, notices):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(Path(url.toLocalFile())))
    page = make()
    page.set_instrument(instrument_file)
    page.reveal()
    assert not asked
    page.export()
    page.progress.files.reveal.click()
    assert asked == [tmp_path / "exports" / "Test_bells"]
    assert str(tmp_path / "exports" / "Test_bells") in notices.posted[-1].remedy


def test_an_instrument_that_nn_cannot_use_is_not_exported(make, tmp_path):
    page = make()
    page.set_instrument(other_instrument(tmp_path / "odd.vschaos", name="Odd", n_fft=2400, hop_samples=600))
    assert not page.export_button.isEnabled()
    assert "hop of 600" in page.help.problem_text.text()
    page.export()
    assert not page.progress.isVisible()
    page.set_instrument(other_instrument(tmp_path / "even.vschaos", name="Even"))
    assert page.export_button.isEnabled()
    assert not page.help.problem.isVisible()


@pytest.mark.parametrize(("scenario", "words"), [("export_refused", "Read-only"), ("export_crash", "unexpectedly")])
def test_a_failed_export_is_reported_with_its_remedy(make, instrument_file, notices, scenario, words):
    page = make(scenario)
    page.set_instrument(instrument_file)
    page.export()
    assert words in notices.posted[-1].sentence
    assert notices.posted[-1].remedy
    assert page.progress.verdict.text() == "Nothing was written"
    assert words in page.progress.detail.text()
    assert not page.progress.files.isVisible()
    assert "as it was" not in page.progress.detail.text()
    assert page.export_button.isEnabled()


def test_a_failed_export_says_that_the_older_one_stays(make, instrument_file, tmp_path):
    page = make("export_refused")
    page.set_instrument(instrument_file)
    (tmp_path / "exports" / "Test_bells").mkdir(parents=True)
    (tmp_path / "exports" / "Test_bells" / "Test_bells.ts").write_bytes(b"old")
    page.export()
    assert "The existing export in “Test_bells” is unchanged" in page.progress.detail.text()


def test_a_running_export_shows_its_stage_and_can_be_cancelled(make, instrument_file, qtbot, notices):
    tasks = ThreadTasks()
    page = make("export_hang", tasks)
    page.set_instrument(instrument_file)
    page.export()
    qtbot.waitUntil(lambda: page.progress.sentence.text() == "Checking.")
    assert not page.export_button.isEnabled()
    assert not page.form.isEnabled()
    assert {row[0].text() for row in page.progress.checks.rows.values()} == {"·"}
    assert page.escape_button() is page.progress.cancel
    page.progress.cancel.click()
    assert not page.progress.isVisible()
    assert page.export_button.isEnabled()
    assert page.form.isEnabled()
    assert "nothing was written" in notices.posted[-1].sentence
    assert tasks.shutdown()


def test_the_name_is_what_max_and_pd_can_read(make, instrument_file):
    page = make()
    page.set_instrument(instrument_file)
    page.form.name_field.setText("my; bell, $1 / two.ts")
    assert page.form.name == "my_bell_1_two"
    page.form.name_field.setText("  ,;  ")
    assert not page.export_button.isEnabled()


def test_replacing_an_export_is_said_before(make, instrument_file, tmp_path):
    page = make()
    page.set_instrument(instrument_file)
    assert "Creates the folder Test_bells" in page.form.target.text()
    folder = tmp_path / "exports" / "Test_bells"
    folder.mkdir(parents=True)
    page.form.refresh()
    assert "Adds to the existing folder" in page.form.target.text()
    (folder / "Test_bells.ts").write_bytes(b"old")
    page.form.refresh()
    assert "once the new one has passed its checks" in page.form.target.text()


def test_copying_an_object(make, instrument_file):
    page = make()
    page.set_instrument(instrument_file)
    for host, file, buffer in (("Max", "Test_bells", 1024), ("Pd", "Test_bells.ts", 2048)):
        copy = page.help.copies["encode", host]
        copy.click()
        assert QGuiApplication.clipboard().text() == f"nn~ {file} encode {buffer}"
        assert copy.text() == "Copied"
        copy.timer.stop()
    page.form.name_field.setText("mine")
    assert page.help.copies["encode", "Max"].copied == "nn~ mine encode 1024"


def test_another_instruments_export_is_replaced_only_by_a_button_that_says_so(
    make, instrument_file, tmp_path, monkeypatch
):
    monkeypatch.setenv("FAKE_ARGUMENTS", str(tmp_path / "arguments.json"))
    page = make("export_well")
    page.set_instrument(instrument_file)
    assert page.export_button.text() == "Export for nn~"
    module = tmp_path / "exports" / "Taken" / "Taken.ts"
    module.parent.mkdir(parents=True)
    module.write_bytes(b"of somebody else")
    page.form.name_field.setText("Taken")
    assert page.export_button.text() == "Replace it"
    assert "not an export of this program" in page.other.text()
    assert page.other.isVisible()
    page.form.name_field.setText("Free")
    assert page.export_button.text() == "Export for nn~"
    assert not page.other.isVisible()
    page.export_button.click()
    assert "--replace" not in json.loads((tmp_path / "arguments.json").read_text())
    page.form.name_field.setText("Taken")
    page.export_button.click()
    assert "--replace" in json.loads((tmp_path / "arguments.json").read_text())


def test_the_exports_of_the_project_are_listed_and_made_again(make, instrument_file, tmp_path, notices, monkeypatch):
    page = make()
    page.set_instrument(instrument_file)
    assert page.past.empty.isVisible()
    page.form.author.setText("Me")
    page.export()
    page.form.name_field.setText("second")
    page.export()
    module = tmp_path / "exports" / "Test_bells" / "Test_bells.ts"
    first = page.past.rows[1]
    assert page.past.empty.isHidden()
    assert first.text.text().startswith(f"of “{instrument_file.stem}” · today")
    first.copy.click()
    assert QGuiApplication.clipboard().text() == str(module)
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    first.folder.click()
    assert shown == [str(module.parent)]
    module.unlink()
    page.hide()
    page.show()
    first = page.past.rows[1]
    assert "is not there any more" in first.text.text()
    page.form.author.setText("Another")
    first.again.click()
    assert module.is_file()
    # The same file again: it is one export, and the last one.
    assert [(one.name, one.author) for one in page.exports] == [("second", "Me"), ("Test_bells", "Me")]


def test_an_export_that_fails_leaves_the_one_before_in_the_list(make, instrument_file, tmp_path):
    page = make("export_refused")
    before = ProjectExport(Work.ENDED, instrument_file, tmp_path / "exports", "Test_bells")
    page.begin_project([before])
    page.set_instrument(instrument_file)
    page.export()
    assert page.exports == (before,)
    assert len(page.past.rows) == 1


def test_an_export_of_a_training_is_of_the_instrument_that_was_trained(make, tmp_path):
    page = make()
    trained = tmp_path / "runs" / "Bells" / "version_0" / "last.vschaos"
    page.begin_project([ProjectExport(Work.INTERRUPTED, trained, tmp_path / "exports", "bells")])
    row = page.past.rows[0]
    assert row.text.text() == "of “Bells” · was interrupted"
    assert "“Bells”" in row.again.toolTip()


def test_an_export_whose_instrument_is_gone_says_so(make, instrument_file, tmp_path, notices):
    page = make()
    page.set_instrument(instrument_file)
    page.begin_project([ProjectExport(Work.INTERRUPTED, tmp_path / "gone.vschaos", tmp_path / "exports", "bells")])
    row = page.past.rows[0]
    assert row.text.text() == "of “gone” · was interrupted"
    assert not row.folder.isEnabled()
    row.again.click()
    assert "gone.vschaos" in notices.posted[-1].sentence
    assert page.path == instrument_file
