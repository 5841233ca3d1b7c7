"""Set-up: missing things are installed or reported, and nothing is done twice."""

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
def compiling(monkeypatch):
    return load("compile_core", monkeypatch)


@pytest.fixture
def prepare(needs, compiling, monkeypatch, tmp_path):
    module = load("prepare", monkeypatch)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "prepared.json")
    return module


def test_needs_are_checked_directly(needs, tmp_path):
    (tmp_path / "font.sf2").touch()
    assert needs.Need(sys.executable, "python", needs.Proof.COMMAND).is_met()
    assert not needs.Need("no-such-command", "x", needs.Proof.COMMAND).is_met()
    assert needs.Need(f"{tmp_path}/*.sf2", "x", needs.Proof.FILE).is_met()
    assert not needs.Need(f"{tmp_path}/*.sf3", "x", needs.Proof.FILE).is_met()
    assert not needs.Need("libnosuchthing.so.9", "x").is_met()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels include everything")
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


def test_without_permission_the_exact_command_is_printed(prepare, needs, monkeypatch):
    monkeypatch.setattr(prepare, "missing", list)
    monkeypatch.setattr(prepare, "may_install", lambda: False)
    monkeypatch.setattr(prepare, "install", lambda names: pytest.fail("installed without permission"))
    purpose = prepare.Purpose(required=(needs.Need("libwindow.so.1", "libwindow1"),))
    with pytest.raises(prepare.PreparationError, match=r"libwindow\.so\.1") as caught:
        prepare.prepare_system(purpose)
    assert "apt-get install --yes --no-install-recommends libwindow1" in str(caught.value)


def test_missing_useful_things_do_not_stop_the_start(prepare, needs, monkeypatch, capsys):
    monkeypatch.setattr(prepare, "missing", list)
    monkeypatch.setattr(prepare, "may_install", lambda: False)
    prepare.prepare_system(prepare.Purpose(useful=(needs.Need("libsound.so.1", "libsound1"),)))
    assert "no sound without libsound.so.1" in capsys.readouterr().err


def test_packages_are_installed_if_allowed(prepare, needs, monkeypatch):
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
        arguments = [str(word) for word in command]
        self.commands.append(arguments)
        if self._fails and self._fails in arguments:
            return subprocess.CompletedProcess(command, 1)
        if arguments[1:3] == ["-m", "venv"]:
            (self._venv / "bin").mkdir(parents=True)
            (self._venv / "bin" / "python").touch()
            (self._venv / "pyvenv.cfg").write_text("version = 3.11\n")
        if arguments[0].startswith(str(self._venv)) and not Path(arguments[0]).exists():
            raise FileNotFoundError(arguments[0])
        return subprocess.CompletedProcess(command, 0)

    @property
    def installs(self):
        return [arguments[-1] for arguments in self.commands if "pip" in arguments]


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


def test_a_python_without_venv_is_reported(prepare, monkeypatch):
    monkeypatch.setattr(prepare.subprocess, "run", FakeRun(prepare.VENV, fails="import ensurepip, venv"))
    monkeypatch.setattr(prepare, "may_install", lambda: False)
    with pytest.raises(prepare.PreparationError, match=r"python3\.\d+-venv"):
        prepare.prepare_packages(frozenset())


@pytest.mark.skipif(sys.platform == "win32", reason="the fake environment has the layout of other systems")
@pytest.mark.parametrize(
    ("own", "fails", "expected"),
    [
        ("", "", "scripts/compile_core.py"),
        ("gcc", "import ziglang", "scripts/compile_core.py"),
        ("", "import ziglang", "--editable"),
    ],
)
def test_a_changed_core_alone_is_compiled_again(prepare, monkeypatch, own, fails, expected):
    run = FakeRun(prepare.VENV, fails=fails)
    monkeypatch.setattr(prepare.subprocess, "run", run)
    monkeypatch.setenv("CC", own)
    prepare.prepare_packages(frozenset())
    run.commands.clear()
    monkeypatch.setattr(prepare, "is_up_to_date", lambda: True)
    prepare.prepare_core()
    assert run.commands == []
    monkeypatch.setattr(prepare, "is_up_to_date", lambda: False)
    prepare.prepare_core()
    assert expected in run.commands[-1]
    assert not any(argument.endswith("[dev]") for command in run.commands for argument in command)


def test_a_core_that_does_not_compile_is_reported(prepare, monkeypatch):
    monkeypatch.setattr(prepare.subprocess, "run", FakeRun(prepare.VENV, fails="scripts/compile_core.py"))
    monkeypatch.setattr(prepare, "is_up_to_date", lambda: False)
    prepare.VENV.joinpath("bin").mkdir(parents=True)
    prepare.VENV.joinpath("bin", "python").touch()
    with pytest.raises(prepare.PreparationError, match="could not be compiled"):
        prepare.prepare_core()


@pytest.mark.parametrize("change", ["source", "header", "library", "compiler"])
def test_the_core_is_compiled_when_something_has_changed(compiling, monkeypatch, tmp_path, change):
    monkeypatch.setattr(compiling, "CORE", tmp_path)
    monkeypatch.setattr(compiling, "STAMP", tmp_path / ".compiled")
    monkeypatch.setattr(compiling, "DECLARATIONS", tmp_path / "declarations.py")
    monkeypatch.delenv("CC", raising=False)
    (tmp_path / "voice.c").write_text("int one;")
    (tmp_path / "voice.h").write_text("")
    assert not compiling.is_up_to_date()
    for path in (compiling.DECLARATIONS, *(build.path for build in compiling.builds())):
        path.touch()
    compiling.STAMP.write_text(compiling.fingerprint())
    assert compiling.is_up_to_date()
    match change:
        case "source":
            (tmp_path / "voice.c").write_text("int two;")
        case "header":
            (tmp_path / "voice.h").write_text("int two;")
        case "library":
            compiling.builds()[0].path.unlink()
        case "compiler":
            monkeypatch.setenv("CC", "cc")
    assert not compiling.is_up_to_date()


def test_a_compiler_that_is_not_there_is_reported_and_leaves_no_stamp(compiling, monkeypatch, tmp_path):
    monkeypatch.setattr(compiling, "CORE", tmp_path)
    monkeypatch.setattr(compiling, "STAMP", tmp_path / ".compiled")
    monkeypatch.setenv("CC", "no-such-compiler -O9")
    with pytest.raises(compiling.CompileError, match="no-such-compiler could not be started"):
        compiling.compile_core()
    assert list(tmp_path.iterdir()) == []
