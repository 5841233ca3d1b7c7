"""Setting up: what is missing is installed or told, and nothing is done twice."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def load(name, monkeypatch):
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def needs(monkeypatch):
    return load("system_needs", monkeypatch)


@pytest.fixture
def prepare(needs, monkeypatch, tmp_path):
    module = load("prepare", monkeypatch)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "prepared.json")
    return module


def test_presence_is_found_by_looking_for_the_thing_itself(needs, tmp_path):
    (tmp_path / "font.sf2").touch()
    assert needs.Need(sys.executable, "python", needs.Proof.COMMAND).is_met()
    assert not needs.Need("no-such-command", "x", needs.Proof.COMMAND).is_met()
    assert needs.Need(f"{tmp_path}/*.sf2", "x", needs.Proof.FILE).is_met()
    assert not needs.Need(f"{tmp_path}/*.sf3", "x", needs.Proof.FILE).is_met()
    assert not needs.Need("libnosuchthing.so.9", "x").is_met()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels bring everything along")
def test_only_what_is_missing_is_named_each_package_once(needs):
    here = needs.Need(sys.executable, "python", needs.Proof.COMMAND)
    gone = [needs.Need(f"libnosuchthing{n}.so.9", "nosuchthing") for n in (1, 2)]
    assert needs.packages(needs.missing((here, *gone))) == ["nosuchthing"]


def test_installing_updates_the_lists_first_and_asks_nothing(needs):
    commands = []
    assert needs.install(["one", "two"], run=lambda command: commands.append(command) or True)
    assert [command[-1] for command in commands] == ["update", "two"]
    assert all("DEBIAN_FRONTEND=noninteractive" in command for command in commands)
    assert not needs.install(["one"], run=lambda command: False)


def test_what_may_not_be_installed_is_told_with_the_exact_line(prepare, needs, monkeypatch):
    monkeypatch.setattr(prepare, "missing", list)
    monkeypatch.setattr(prepare, "may_install", lambda: False)
    monkeypatch.setattr(prepare, "install", lambda names: pytest.fail("installed without permission"))
    purpose = prepare.Purpose(required=(needs.Need("libwindow.so.1", "libwindow1"),))
    with pytest.raises(prepare.PreparationError, match=r"libwindow\.so\.1") as caught:
        prepare.prepare_system(purpose)
    assert "apt-get install --yes --no-install-recommends libwindow1" in str(caught.value)


def test_what_is_only_useful_does_not_stop_the_start(prepare, needs, monkeypatch, capsys):
    monkeypatch.setattr(prepare, "missing", list)
    monkeypatch.setattr(prepare, "may_install", lambda: False)
    prepare.prepare_system(prepare.Purpose(useful=(needs.Need("libsound.so.1", "libsound1"),)))
    assert "No sound without libsound.so.1" in capsys.readouterr().err


def test_what_may_be_installed_is(prepare, needs, monkeypatch):
    installed = []
    monkeypatch.setattr(prepare, "missing", lambda wanted: [need for need in wanted if need.package not in installed])
    monkeypatch.setattr(prepare, "may_install", lambda: True)
    monkeypatch.setattr(prepare, "install", installed.extend)
    prepare.prepare_system(prepare.Purpose(required=(needs.Need("libwindow.so.1", "libwindow1"),)))
    assert installed == ["libwindow1"]


class FakeRun:
    """Stands in for subprocess.run: notes the commands, and makes what venv would make."""

    def __init__(self, venv, fails=""):
        self.commands = []
        self._venv = venv
        self._fails = fails

    def __call__(self, command, **_):
        words = [str(word) for word in command]
        self.commands.append(words)
        if self._fails and self._fails in words:
            return subprocess.CompletedProcess(command, 1)
        if words[1:3] == ["-m", "venv"]:
            (self._venv / "bin").mkdir(parents=True)
            (self._venv / "bin" / "python").touch()
            (self._venv / "pyvenv.cfg").write_text("version = 3.11\n")
        if words[0].startswith(str(self._venv)) and not Path(words[0]).exists():
            raise FileNotFoundError(words[0])
        return subprocess.CompletedProcess(command, 0)

    @property
    def installs(self):
        return [words[-1] for words in self.commands if "pip" in words]


@pytest.mark.skipif(sys.platform == "win32", reason="the fake environment has the layout of other systems")
def test_the_second_time_nothing_is_run(prepare, monkeypatch):
    run = FakeRun(prepare.VENV)
    monkeypatch.setattr(prepare.subprocess, "run", run)
    prepare.prepare_packages(frozenset())
    assert run.installs == [str(prepare.ROOT)]
    done = len(run.commands)
    prepare.prepare_packages(frozenset())
    assert len(run.commands) == done
    prepare.prepare_packages(frozenset({"dev"}))
    assert run.installs[-1] == f"{prepare.ROOT}[dev]"
    done = len(run.commands)
    prepare.prepare_packages(frozenset())
    assert len(run.commands) == done


@pytest.mark.skipif(sys.platform == "win32", reason="the fake environment has the layout of other systems")
def test_a_changed_project_is_installed_again(prepare, monkeypatch):
    run = FakeRun(prepare.VENV)
    monkeypatch.setattr(prepare.subprocess, "run", run)
    prepare.prepare_packages(frozenset({"dev"}))
    stamp = json.loads(prepare.STAMP.read_text())
    prepare.STAMP.write_text(json.dumps(stamp | {"fingerprint": "of an older pyproject.toml"}))
    prepare.prepare_packages(frozenset())
    assert run.installs == [f"{prepare.ROOT}[dev]"] * 2


def test_a_failed_installation_leaves_no_stamp(prepare, monkeypatch):
    monkeypatch.setattr(prepare.subprocess, "run", FakeRun(prepare.VENV, fails="pip"))
    with pytest.raises(prepare.PreparationError, match="could not be installed"):
        prepare.prepare_packages(frozenset())
    assert not prepare.STAMP.exists()


def test_a_python_without_venv_is_told(prepare, monkeypatch):
    monkeypatch.setattr(prepare.subprocess, "run", FakeRun(prepare.VENV, fails="import ensurepip, venv"))
    monkeypatch.setattr(prepare, "may_install", lambda: False)
    with pytest.raises(prepare.PreparationError, match=r"python3\.\d+-venv"):
        prepare.prepare_packages(frozenset())
