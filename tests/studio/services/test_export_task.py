"""Following an export: its stages, its result, and a sentence for each way in which it can fail."""

import json
from pathlib import Path

import pytest

from tests.studio.children import fake_child
from vschaos.errors import ExportError
from vschaos_studio.services.export_task import ExportCheck, ExportRequest, ExportResult, run_export
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskContext

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
    checks = ExportCheck("live", "Sounds as it does here."), ExportCheck("chunks", "Any buffer.")
    assert result == ExportResult(Path("/exports/bells.ts"), checks)
    assert [item.stage for item in news] == ["load", "script", "verify", "write"]
    assert news[0].sentence == "Now: load."


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
    with pytest.raises(ExportError, match="Read-only") as refused:
        export("export_refused")
    assert refused.value.remedy.startswith("Choose a folder")


def test_a_crash_is_told_without_its_trace(caplog):
    with pytest.raises(ExportError, match="The export ended unexpectedly") as crash:
        export("export_crash")
    assert "no script today" not in str(crash.value)
    assert "no script today" in caplog.text


def test_silence_is_a_failure():
    with pytest.raises(ExportError):
        export("silent")


def test_a_missing_program_is_told():
    with pytest.raises(ExportError, match="cannot be started"):
        run_export(Launcher(["/nowhere/vschaos"]), REQUEST, TaskContext(lambda news: None))


def test_cancelling_ends_the_child():
    result, news = export("export_hang", on_news=lambda context, news: context.cancel())
    assert result is None
    assert len(news) == 1
