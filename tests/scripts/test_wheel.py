"""The wheel has everything in it: built, and installed into a new environment, it runs without the source tree."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ("*.egg-info", "__pycache__", ".*_cache", ".venv", ".git", "build", "dist", "tests", "docs", "typings")


def ran(*command, **options):
    result = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False, **options)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The programs' folder of an environment with nothing but the wheel; its requirements are those of the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*BUILT))
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    ran(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(tree))
    shutil.rmtree(tree)
    environment = folder / "environment"
    venv.create(environment, symlinks=True)
    packages = sysconfig.get_path("purelib", "venv", {"base": str(environment), "platbase": str(environment)})
    (wheel,) = folder.glob("*.whl")
    ran(*pip, "--python", str(environment), "install", "--no-deps", str(wheel))
    # As a plain entry of the path, where the link of an editable installation does not count.
    (Path(packages) / "requirements.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return environment / ("Scripts" if sys.platform == "win32" else "bin")


@pytest.fixture
def run(installed, tmp_path):
    def run(program, *arguments):
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        environment = kept | {"QT_QPA_PLATFORM": "offscreen"}
        return ran(str(installed / program), *arguments, cwd=tmp_path, env=environment)

    return run


def test_it_is_the_wheel_that_runs(run, installed):
    for package in ("vschaos", "vschaos_studio", "vschaos_resources"):
        found = run("python", "-c", f"import {package}; print({package}.__file__)")
        assert Path(found.strip()).is_relative_to(installed.parent)


def test_a_factory_instrument_is_listed_and_sounds(run, tmp_path):
    assert "Fifths" in run("vschaos", "instruments", "list")
    run("vschaos", "play", "Fifths", "--render", str(tmp_path / "out.wav"), "--seconds", "1")
    assert (tmp_path / "out.wav").stat().st_size > 48_000


def test_the_window_opens_and_its_engine_starts(run):
    assert "first_paint_at" in run("vschaos-studio", "--smoke-test")


def test_the_recipes_of_the_factory_instruments_are_in_it(run):
    assert "Fifths" in run("python", "-m", "vschaos_resources.factory", "--help")
