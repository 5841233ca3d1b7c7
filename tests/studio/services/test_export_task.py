"""Following an export: its stages, its result, and a sentence for each way in which it can fail."""

import json
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.studio import fake_exporter
from tests.studio.children import fake_child
from vschaos.errors import ExportError, InstrumentError, VschaosError
from vschaos.export.description import ExportDescription
from vschaos.export.report import Check, Stage, StageBegun
from vschaos.instrument.bundle import read_card, read_instrument
from vschaos.instrument.library import factory_instruments
from vschaos_studio.services.export_task import ExportRequest, ExportResult, _worded, run_export
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskContext
from vschaos_studio.state.export import CHECK_TITLES, CardTexts, description_of, files_text

EXPORTER = Launcher([sys.executable, "-I", fake_exporter.__file__])
REQUEST = ExportRequest(Path("/runs/bells.vschaos"), Path("/exports"), "bells")


def export(scenario, request=REQUEST, on_news=lambda context, news: None):
    news = []

    def tell(item):
        news.append(item[0])
        on_news(context, item[0])

    context = TaskContext(tell)
    return run_export(fake_child(scenario), request, context), news


def test_stages_and_checks_are_handed_on():
    result, news = export("export_well")
    checks = Check("live", "Sounds as it does here."), Check("chunks", "Any buffer.")
    assert result == ExportResult(Path("/exports/bells.ts"), checks)
    assert [item.stage for item in news if isinstance(item, StageBegun)] == list(Stage)
    assert [item for item in news if isinstance(item, Check)] == list(checks)
    assert news[0].sentence == "Now: load."


def exported(request):
    news = []
    result = run_export(EXPORTER, request, TaskContext(lambda item: news.append(item[0])))
    assert result is not None
    return result, news


def test_each_check_is_handed_on_as_it_passes(instrument_file, tmp_path):
    result, news = exported(ExportRequest(instrument_file, tmp_path / "out", "bells"))
    told = [item for item in news if isinstance(item, Check)]
    assert [check.name for check in told] == list(fake_exporter.CHECKS)
    assert tuple(told) == result.checks
    assert news.index(told[-1]) < news.index(StageBegun(Stage.WRITE, "Writing."))


def test_the_result_lists_its_files_and_its_speed(instrument_file, tmp_path):
    result, _ = exported(ExportRequest(instrument_file, tmp_path / "out", "bells"))
    assert {path.name for path in result.files} == {
        "bells-help.pd",
        "bells.maxpat",
        "bells.md",
        "bells.pd",
        "bells.ts",
    }
    assert all(path.is_file() for path in result.files)
    assert (result.decode_x_realtime, result.forward_x_realtime) == (86.1, 57.6)
    assert result.beside(".pd") == tmp_path / "out" / "bells" / "bells.pd"
    assert result.beside("-map.pd") is None


def test_other_words_are_exported_and_the_instrument_stays_as_it_is(instrument_file, tmp_path):
    before = instrument_file.read_bytes()
    words = CardTexts("A. Player", "CC-BY-4.0", "Softly,\nplease.")
    exported(ExportRequest(instrument_file, tmp_path / "out", "bells", words))
    card = (tmp_path / "out" / "bells" / "bells.md").read_text(encoding="utf-8")
    author, licence, *notes, source = card.split("\n")
    assert (author, licence, "\n".join(notes)) == ("A. Player", "CC-BY-4.0", "Softly,\nplease.")
    assert instrument_file.read_bytes() == before
    assert Path(source).name == instrument_file.name
    assert not Path(source).parent.exists()


def test_the_copy_plays_the_same(instrument_file):
    """Nothing but the words is another."""
    words = CardTexts("A. Player", "CC-BY-4.0", "")
    before = read_instrument(instrument_file)
    with _worded(ExportRequest(instrument_file, Path("/out"), "b", words)) as request:
        copy = read_instrument(request.instrument)
    assert copy.card == replace(before.card, author="A. Player", licence="CC-BY-4.0", description="")
    assert copy.config == before.config
    assert np.array_equal(copy.points, before.points)
    assert all(np.array_equal(copy.weights[name], values) for name, values in before.weights.items())


def test_the_instruments_own_words_need_no_copy(instrument_file, tmp_path):
    own = CardTexts.of(read_card(instrument_file))
    exported(ExportRequest(instrument_file, tmp_path / "out", "bells", own))
    card = (tmp_path / "out" / "bells" / "bells.md").read_text(encoding="utf-8")
    assert card.endswith(f"\n{instrument_file}")


def test_no_room_for_the_copy_is_told(instrument_file, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "mkdtemp", lambda *_arguments, **_named: (_ for _ in ()).throw(OSError(28, "Full")))
    with pytest.raises(ExportError, match="Full") as refused:
        exported(ExportRequest(instrument_file, tmp_path / "out", "bells", CardTexts("me")))
    assert "space" in refused.value.remedy
    assert not (tmp_path / "out").exists()


def test_a_damaged_instrument_is_told(instrument_file, tmp_path):
    instrument_file.write_bytes(instrument_file.read_bytes()[:100])
    with pytest.raises(InstrumentError, match="damaged"):
        exported(ExportRequest(instrument_file, tmp_path / "out", "bells", CardTexts("me")))


def test_the_exporter_gets_names_as_they_are(monkeypatch, tmp_path):
    monkeypatch.setenv("FAKE_ARGUMENTS", str(tmp_path / "arguments.json"))
    export("export_well", ExportRequest(Path("-odd.vschaos"), Path("/a = {b} 鈴"), "-n"))
    given = json.loads((tmp_path / "arguments.json").read_text(encoding="utf-8"))
    assert given == ["script", "--out=/a = {b} 鈴", "--name=-n", "--json", "--", "-odd.vschaos"]


def test_the_verb_understands_these_arguments():
    import argparse

    from vschaos.cli import script

    parser = argparse.ArgumentParser()
    script.add_arguments(parser)
    request = ExportRequest(Path("-odd.vschaos"), Path("-folder"), "-n")
    parsed = parser.parse_args(request.arguments()[1:])
    assert (parsed.source, parsed.out, parsed.name, parsed.json) == (Path("-odd.vschaos"), Path("-folder"), "-n", True)


def test_a_refusal_is_handed_on():
    with pytest.raises(VschaosError, match="Read-only") as refused:
        export("export_refused")
    assert refused.value.remedy.startswith("Choose a folder")


def test_a_crash_is_told_without_its_trace(caplog):
    with pytest.raises(VschaosError, match="The export ended unexpectedly") as crash:
        export("export_crash")
    assert "no script today" not in str(crash.value)
    assert "no script today" in caplog.text


def test_silence_is_a_failure():
    with pytest.raises(VschaosError):
        export("silent")


def test_a_missing_program_is_told():
    with pytest.raises(VschaosError, match="cannot be started"):
        run_export(Launcher(["/nowhere/vschaos"]), REQUEST, TaskContext(lambda news: None))


def test_cancelling_ends_the_child():
    result, news = export("export_hang", on_news=lambda context, news: context.cancel())
    assert result is None
    assert len(news) == 1


def test_the_real_exporter_keeps_to_all_this(tmp_path):
    """The whole way: what it tells is what the page has words for, and what is typed stands on the card."""
    instrument = factory_instruments()[0]
    card = read_card(instrument)
    words = CardTexts("A. Player", card.licence, "Played softly.")
    request = ExportRequest(instrument, tmp_path / "out", "mine", words)
    news = []
    result = run_export(Launcher(), request, TaskContext(lambda item: news.append(item[0])))
    assert result is not None
    assert [item.stage for item in news if isinstance(item, StageBegun)] == list(Stage)
    assert [item for item in news if isinstance(item, Check)] == list(result.checks), "one by one"
    assert [check.name for check in result.checks] == list(CHECK_TITLES)
    assert result.path == request.target / "mine.ts"
    assert set(result.files) == set(request.target.iterdir())
    assert all(purpose for _, purpose in files_text(path.name for path in result.files))
    assert result.beside(".pd") is not None
    assert result.decode_x_realtime > 1
    described = description_of(read_instrument(instrument, with_weights=False), "mine")
    with zipfile.ZipFile(result.path) as archive:
        extra = next(name for name in archive.namelist() if name.endswith("extra/vschaos.json"))
        inside = ExportDescription.from_json(archive.read(extra).decode("utf-8"))
    assert replace(inside, patches=()) == replace(described, author="A. Player", description="Played softly.")
    assert len(inside.patches) == len([path for path in result.files if path.suffix not in (".ts", ".md")])
    text = (request.target / "mine.md").read_text(encoding="utf-8")
    assert "| Author | A. Player |" in text
    assert "Played softly." in text
