"""Sets the repository up for a purpose, doing only what is missing: system libraries, ``.venv``, Python packages.

``prepare.py run`` before the studio starts, ``test`` and ``lint`` before the checks, ``app`` before it is packaged.
Standard library only. A stamp in ``.venv`` holds a fingerprint of ``pyproject.toml`` and of Python, and which extras
are installed, so that a second call takes a moment.
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

from system_needs import SOUND, TESTS, WINDOW, Need, Proof, install, install_line, may_install, missing, packages

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "prepared.json"


@dataclass(frozen=True)
class Purpose:
    """What a command needs.

    Attributes
    ----------
    extras
        Of ``pyproject.toml``.
    required
        Of the system; without them the command makes no sense.
    useful
        Of the system; without them the command goes on, with less.
    """

    extras: frozenset[str] = frozenset()
    required: tuple[Need, ...] = ()
    useful: tuple[Need, ...] = ()


PURPOSES = {
    "run": Purpose(required=WINDOW, useful=SOUND),
    "test": Purpose(frozenset({"dev"}), required=(*WINDOW, *SOUND, *TESTS)),
    "lint": Purpose(frozenset({"dev"})),
    "app": Purpose(frozenset({"dev", "app"}), required=(*WINDOW, *SOUND, Need("objdump", "binutils", Proof.COMMAND))),
}


class PreparationError(Exception):
    """Something is missing that only the user can bring; the text says what, and how."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prepare; returns the exit code."""
    parser = argparse.ArgumentParser(description="Set this repository up.")
    parser.add_argument("purpose", choices=PURPOSES)
    purpose = PURPOSES[parser.parse_args(argv).purpose]
    try:
        prepare_system(purpose)
        prepare_packages(purpose.extras)
    except PreparationError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def prepare_system(purpose: Purpose) -> None:
    """Install what the system lacks, where that may be done; else say what to type."""
    lacking = packages(missing((*purpose.required, *purpose.useful)))
    if lacking and may_install():
        print(f"Installing system packages: {' '.join(lacking)}", flush=True)
        install(lacking)
    still_required, still_useful = missing(purpose.required), missing(purpose.useful)
    if still_required:
        raise PreparationError(
            f"Missing on this system: {', '.join(need.what for need in still_required)}\n"
            f"On Debian and Ubuntu, type: {install_line(packages((*still_required, *still_useful)))}\n"
            "On other systems, install the packages that hold them. Then run this command again."
        )
    if still_useful:
        print(
            f"No sound without {', '.join(need.what for need in still_useful)}. "
            f"On Debian and Ubuntu, type: {install_line(packages(still_useful))}",
            file=sys.stderr,
        )


def prepare_packages(extras: frozenset[str]) -> None:
    """Make ``.venv`` and install this package with the extras into it, unless that has been done."""
    stamp = read_stamp()
    if stamp.covers(fingerprint(), extras) and python_of(VENV).exists():
        return
    if not works(VENV):
        make_venv()
    wanted = sorted(extras | stamp.extras)
    target = f"{ROOT}[{','.join(wanted)}]" if wanted else str(ROOT)
    print("Installing Python packages into .venv (the first time, this takes a few minutes).", flush=True)
    command = [str(python_of(VENV)), "-m", "pip", "install", "--disable-pip-version-check", "--editable", target]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise PreparationError("The Python packages could not be installed; the lines above say why.")
    STAMP.write_text(json.dumps({"fingerprint": fingerprint(), "extras": wanted}) + "\n", encoding="utf-8")


def make_venv() -> None:
    """Make ``.venv`` anew with this Python; on Debian, install the module for it where that is missing."""
    if not can_make_venvs():
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if may_install():
            print(f"Installing system packages: {package}", flush=True)
            install([package])
        if not can_make_venvs():
            raise PreparationError(
                "This Python cannot make virtual environments: its “venv” module is not installed.\n"
                f"On Debian and Ubuntu, type: {install_line([package])}\nThen run this command again."
            )
    print("Making the virtual environment .venv.", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode != 0:
        raise PreparationError("The virtual environment .venv could not be made; the lines above say why.")


def can_make_venvs() -> bool:
    """Whether this Python has venv and, for its pip, ensurepip: Debian packs both apart."""
    code = "import ensurepip, venv"
    return subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL, check=False).returncode == 0


def works(venv: Path) -> bool:
    """Whether a virtual environment is whole and its Python new enough."""
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python_of(venv), "-c", code], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def python_of(venv: Path) -> Path:
    """The Python of a virtual environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def fingerprint() -> str:
    """Changes when ``pyproject.toml`` does, or the place of the repository, or the virtual environment's Python."""
    settings = VENV / "pyvenv.cfg"
    python = settings.read_bytes() if settings.exists() else b""
    parts = ((ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode(), python)
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@dataclass(frozen=True)
class Stamp:
    """What was installed, and from what."""

    fingerprint: str = ""
    extras: frozenset[str] = frozenset()

    def covers(self, current: str, extras: frozenset[str]) -> bool:
        """Whether nothing needs to be installed for these extras."""
        return self.fingerprint == current and extras <= self.extras


def read_stamp() -> Stamp:
    """The stamp of the last installation; an empty one if there is none that can be read."""
    try:
        fields = json.loads(STAMP.read_text(encoding="utf-8"))
        return Stamp(str(fields["fingerprint"]), frozenset(map(str, fields["extras"])))
    except (OSError, ValueError, KeyError, TypeError):
        return Stamp()


if __name__ == "__main__":
    sys.exit(main())
