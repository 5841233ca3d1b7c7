"""`vschaos script` as a shell and the studio call it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from vschaos.cli.main import main
from vschaos.errors import ExportError
from vschaos.export.report import EXPORT_MESSAGES, Check, ExportDone, Stage, StageBegun
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument


@pytest.fixture(scope="module")
def instrument(tmp_path_factory):
    path = tmp_path_factory.mktemp("instruments") / "small.vschaos"
    write_instrument(path, untrained(seed=1, latent_dims=3, hidden=16))
    return path


def test_json_lines_tell_the_stages_and_the_result(instrument, tmp_path, capfd):
    assert main(["script", str(instrument), "-o", str(tmp_path / "out"), "-n", "tiny", "--json"]) == 0
    messages = [EXPORT_MESSAGES.decode(line) for line in capfd.readouterr().out.splitlines()]
    assert [message.stage for message in messages if isinstance(message, StageBegun)] == list(Stage)
    result = messages[-1]
    assert isinstance(result, ExportDone)
    assert result.path == str(tmp_path / "out" / "tiny" / "tiny.ts")
    assert {Path(file).name for file in result.files} >= {"tiny.ts", "tiny.pd", "tiny.maxpat", "tiny.md"}
    checks = [message for message in messages if isinstance(message, Check)]
    assert tuple(checks) == result.verified.checks
    assert {check.name for check in checks} >= {"live", "chunks"}
    assert all(check.sentence for check in checks)
    assert result.verified.decode_x_realtime > 0


def test_a_run_is_exported_from_the_version_asked_for(tmp_path, capsys):
    for version in (0, 1):
        write_instrument(tmp_path / "run" / f"version_{version}" / "best.vschaos", untrained(seed=version, hidden=16))
    assert main(["script", str(tmp_path / "run"), "-v", "0", "--checkpoint", "best", "-o", str(tmp_path / "out")]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["untrained_0"]
    assert (tmp_path / "out" / "untrained_0" / "untrained_0.ts").is_file()
    assert "Done: " in capsys.readouterr().out


@pytest.mark.parametrize("as_json", [False, True])
def test_what_is_missing_is_reported_in_a_sentence(tmp_path, capsys, as_json):
    flags = ["--json"] if as_json else []
    assert main(["script", str(tmp_path / "none"), "-o", str(tmp_path / "out"), *flags]) == 1
    printed = capsys.readouterr()
    if as_json:
        refused = EXPORT_MESSAGES.decode(printed.out)
        assert "Nothing found at" in refused.sentence
        assert refused.remedy
    else:
        assert "Nothing found at" in printed.err
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a process without asking it")
def test_sigterm_leaves_nothing_behind(instrument, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "vschaos", "script", str(instrument), "-o", str(tmp_path / "out"), "--json"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(scratch)},
    )
    assert process.stdout is not None
    with process:
        for line in process.stdout:
            message = EXPORT_MESSAGES.decode(line)
            if isinstance(message, StageBegun) and message.stage is Stage.VERIFY:
                break
        children = psutil.Process(process.pid).children(recursive=True)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=240) == 128 + signal.SIGTERM
    _, alive = psutil.wait_procs(children, timeout=60)
    assert not alive
    assert not (tmp_path / "out").exists()
    assert not list(scratch.iterdir())


def test_n_is_the_checkpoint_or_the_name_and_the_current_folder_is_the_place(tmp_path, monkeypatch, capsys):
    for number, checkpoint in enumerate(("last", "best")):
        write_instrument(tmp_path / "run" / "version_0" / f"{checkpoint}.vschaos", untrained(seed=number, hidden=16))
    opened = []

    def export(source, folder, name, **options):
        opened.append((source.name, folder, name, options["replace"]))
        raise ExportError("Enough.", "")

    monkeypatch.setattr("vschaos.cli.script.export_nn_tilde", export)
    run = str(tmp_path / "run")
    for more in (["-n", "best", "-t", "1"], ["-n", "last"], ["-n", "cello"], ["--name", "best", "--replace"], []):
        assert main(["script.py", run, *more]) == 1
    here = Path()
    assert opened == [
        ("best.vschaos", here, "", False),
        ("last.vschaos", here, "", False),
        ("last.vschaos", here, "cello", False),
        ("last.vschaos", here, "best", True),
        ("last.vschaos", here, "", False),
    ]
    assert main(["script", run, "-n", "best", "--checkpoint", "last"]) == 1
    assert "differ" in capsys.readouterr().err
