"""Set up the repository for a purpose, as far as needed: system libraries, ``.venv``, Python packages.

``prepare.py run`` before the studio starts, ``test``, ``lint`` and ``check-app`` before the checks, ``docs`` before the
site, ``app`` before packaging. Uses only the standard library. A stamp in ``.venv`` holds a fingerprint of
``pyproject.toml`` and Python, and the installed extras, so that the next call is quick. The core is compiled with the
package, and again when its source has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compile_core import has_compiler_of_its_own, is_up_to_date
from system_needs import (
    BARE_SYSTEM,
    PACKAGES,
    SOUND,
    TESTS,
    WINDOW,
    Need,
    install,
    install_line,
    may_install,
    missing,
    packages,
)

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "prepared.json"


@dataclass(frozen=True)
class Purpose:
    """What a command needs.

    Attributes
    ----------
    extras
        Extras of ``pyproject.toml``.
    required
        Parts of the system without which the command cannot run.
    useful
        Parts of the system without which the command runs with limits.
    limit
        What these limits are.
    """

    extras: frozenset[str] = frozenset()
    required: tuple[Need, ...] = ()
    useful: tuple[Need, ...] = ()
    limit: str = "There will be no sound"


PURPOSES = {
    "run": Purpose(required=WINDOW, useful=SOUND),
    "docs": Purpose(frozenset({"docs"})),
    "test": Purpose(frozenset({"dev"}), required=(*WINDOW, *SOUND, *TESTS)),
    "lint": Purpose(frozenset({"dev"})),
    "app": Purpose(frozenset({"dev", "app"}), required=(*WINDOW, *SOUND, *PACKAGES)),
    "check-app": Purpose(
        frozenset({"dev"}), useful=BARE_SYSTEM, limit="The app is checked on this computer, not in a bare system,"
    ),
}


class PreparationError(Exception):
    """Something is missing that the user must install; the text explains it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Set up; returns the exit code."""
    parser = argparse.ArgumentParser(description="Set up this repository.")
    parser.add_argument("purpose", choices=PURPOSES)
    purpose = PURPOSES[parser.parse_args(argv).purpose]
    try:
        prepare_system(purpose)
        prepare_packages(purpose.extras)
        prepare_core()
    except PreparationError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def prepare_system(purpose: Purpose) -> None:
    """Install missing system packages if possible; else print the command to type."""
    lacking = packages(missing((*purpose.required, *purpose.useful)))
    if lacking and may_install():
        print(f"Installing system packages: {' '.join(lacking)}", flush=True)
        install(lacking)
    still_required, still_useful = missing(purpose.required), missing(purpose.useful)
    if still_required:
        raise PreparationError(
            f"Missing on this system: {', '.join(need.what for need in still_required)}\n"
            f"On Debian and Ubuntu, type: {install_line(packages((*still_required, *still_useful)))}\n"
            "On other systems, install the packages that contain them. Then run this command again."
        )
    if still_useful:
        print(
            f"{purpose.limit} without {', '.join(need.what for need in still_useful)}. "
            f"On Debian and Ubuntu, type: {install_line(packages(still_useful))}",
            file=sys.stderr,
        )


def prepare_packages(extras: frozenset[str]) -> None:
    """Make ``.venv`` and install this package with its extras, unless this was done before."""
    stamp = read_stamp()
    if stamp.covers(fingerprint(), extras) and python_of(VENV).exists():
        return
    if not works(VENV):
        make_venv()
    wanted = sorted(extras | stamp.extras)
    target = f"{ROOT}[{','.join(wanted)}]" if wanted else str(ROOT)
    print("Installing Python packages into .venv (a few minutes the first time).", flush=True)
    install = ("install", "--disable-pip-version-check", "--no-compile", "--editable")
    if not run_python("-m", "pip", *install, target):
        raise PreparationError("The Python packages could not be installed; see the messages above.")
    run_python("-m", "compileall", "-qq", "-j", "0", str(VENV))  # pip would do so on one processor
    STAMP.write_text(json.dumps({"fingerprint": fingerprint(), "extras": wanted}) + "\n", encoding="utf-8")


def prepare_core() -> None:
    """Compile the core if its source has changed since the package was installed.

    The compiler is `ziglang`, in ``.venv`` where the tests are set up; elsewhere pip brings it for the time of a build.
    """
    if is_up_to_date():
        return
    print("Compiling the core of the sound.", flush=True)
    if has_compiler_of_its_own() or run_python("-c", "import ziglang", quiet=True):
        compiled = run_python("scripts/compile_core.py")
    else:
        install = ("install", "--disable-pip-version-check", "--quiet", "--no-deps", "--editable")
        compiled = run_python("-m", "pip", *install, str(ROOT))
    if not compiled:
        raise PreparationError("The core could not be compiled; see the messages above.")


def run_python(*arguments: str, quiet: bool = False) -> bool:
    """Run the virtual environment's Python in the repository; whether it succeeded."""
    command = [str(python_of(VENV)), *arguments]
    errors = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stderr=errors, check=False).returncode == 0


def make_venv() -> None:
    """Create ``.venv`` again with this Python; on Debian, install the venv module if it is missing."""
    if not can_make_venvs():
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if may_install():
            print(f"Installing system packages: {package}", flush=True)
            install([package])
        if not can_make_venvs():
            raise PreparationError(
                "This Python cannot create virtual environments: its “venv” module is not installed.\n"
                f"On Debian and Ubuntu, type: {install_line([package])}\nThen run this command again."
            )
    print("Creating the virtual environment .venv.", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode != 0:
        raise PreparationError("The virtual environment .venv could not be created; see the messages above.")


def can_make_venvs() -> bool:
    """Whether this Python has venv and ensurepip, which are separate packages on Debian."""
    code = "import ensurepip, venv"
    return subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL, check=False).returncode == 0


def works(venv: Path) -> bool:
    """Whether a virtual environment works and its Python is new enough."""
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python_of(venv), "-c", code], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def python_of(venv: Path) -> Path:
    """The Python of a virtual environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def fingerprint() -> str:
    """A hash of ``pyproject.toml``, the path of the repository, and the virtual environment's Python."""
    settings = VENV / "pyvenv.cfg"
    python = settings.read_bytes() if settings.exists() else b""
    parts = ((ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode(), python)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@dataclass(frozen=True)
class Stamp:
    """What was installed."""

    fingerprint: str = ""
    extras: frozenset[str] = frozenset()

    def covers(self, current: str, extras: frozenset[str]) -> bool:
        """Whether these extras are installed already."""
        return self.fingerprint == current and extras <= self.extras


def read_stamp() -> Stamp:
    """The stamp of the last installation; an empty one if there is none."""
    try:
        fields = json.loads(STAMP.read_text(encoding="utf-8"))
        return Stamp(str(fields["fingerprint"]), frozenset(map(str, fields["extras"])))
    except (OSError, ValueError, KeyError, TypeError):
        return Stamp()


if __name__ == "__main__":
    sys.exit(main())
