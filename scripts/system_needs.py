"""What this program and its tests need from a Linux system, what is missing, and how to install it.

Each need is checked directly: a library that loads, a command on the path, a file. So nothing is installed twice,
whatever a distribution calls its packages. Uses only the standard library, because it runs before any installation.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from vschaos_studio.early import ALWAYS, FOR_X11


class Proof(Enum):
    """How to check for something."""

    LIBRARY = "library"
    COMMAND = "command"
    FILE = "file"


@dataclass(frozen=True)
class Need:
    """Something that the system must have.

    Attributes
    ----------
    what
        A shared library, a command, or a pattern of files.
    package
        The Debian and Ubuntu package that contains it.
    proof
        How to check for it.
    """

    what: str
    package: str
    proof: Proof = Proof.LIBRARY

    def is_met(self) -> bool:
        """Whether the system has it."""
        if self.proof is Proof.COMMAND:
            return shutil.which(self.what) is not None
        if self.proof is Proof.FILE:
            return any(Path("/").glob(self.what.removeprefix("/")))
        try:
            ctypes.CDLL(self.what)
        except OSError:
            return False
        return True


WINDOW = tuple(Need(library, package) for library, package in (ALWAYS | FOR_X11).items())
SOUND = (Need("libportaudio.so.2", "libportaudio2"),)
SCREEN = tuple(
    Need(command, package, Proof.COMMAND)
    for command, package in (("Xvfb", "xvfb"), ("xauth", "xauth"), ("xdotool", "xdotool"), ("import", "imagemagick"))
)
TESTS = (
    *SCREEN,
    Need("dbus-daemon", "dbus-daemon", Proof.COMMAND),
    Need("/usr/share/dbus-1/services/org.a11y.Bus.service", "at-spi2-core", Proof.FILE),
    Need("jackd", "jackd2", Proof.COMMAND),
    Need("jack_rec", "jackd2", Proof.COMMAND),
    Need("pulseaudio", "pulseaudio", Proof.COMMAND),
    Need("parec", "pulseaudio-utils", Proof.COMMAND),
    Need("/usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so", "libasound2-plugins", Proof.FILE),
    Need("pd", "puredata-core", Proof.COMMAND),
    Need("pdsend", "puredata-utils", Proof.COMMAND),
    Need("/usr/include/m_pd.h", "puredata-dev", Proof.FILE),
    Need("/usr/lib/p*d*/tcl/pd-gui.tcl", "puredata-gui", Proof.FILE),
    Need("/usr/lib/p*d*/extra/bonk~", "puredata-extra", Proof.FILE),
    Need("fluidsynth", "fluidsynth", Proof.COMMAND),
    Need("/usr/share/sounds/sf2/FluidR3_GM.sf2", "fluid-soundfont-gm", Proof.FILE),
    Need("espeak-ng", "espeak-ng", Proof.COMMAND),
    Need("sox", "sox", Proof.COMMAND),
    Need("gcc", "gcc", Proof.COMMAND),
    Need("/usr/include/stdlib.h", "libc6-dev", Proof.FILE),
    Need("lv2apply", "lilv-utils", Proof.COMMAND),
    Need("/usr/include/lv2/core/lv2.h", "lv2-dev", Proof.FILE),
    Need("desktop-file-validate", "desktop-file-utils", Proof.COMMAND),
    Need("update-mime-database", "shared-mime-info", Proof.COMMAND),
    Need("appstreamcli", "appstream", Proof.COMMAND),
)
PACKAGES = tuple(
    Need(command, package, Proof.COMMAND)
    for command, package in (("objdump", "binutils"), ("xz", "xz-utils"), ("c++", "g++"))
)
BARE_SYSTEM = (
    Need("/usr/sbin/debootstrap", "debootstrap", Proof.FILE),
    Need("/usr/share/keyrings/debian-archive-keyring.gpg", "debian-archive-keyring", Proof.FILE),
)


def missing(needs: Iterable[Need]) -> list[Need]:
    """The missing ones; none on systems whose wheels include everything."""
    return [need for need in needs if not need.is_met()] if sys.platform == "linux" else []


def packages(needs: Iterable[Need]) -> list[str]:
    """Their packages, without duplicates."""
    return sorted({need.package for need in needs})


def install_line(names: Iterable[str]) -> str:
    """The command that installs packages on Debian and Ubuntu."""
    sudo = "" if _is_root() else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install --yes --no-install-recommends {' '.join(names)}"


def may_install() -> bool:
    """Whether packages can be installed without a password."""
    if shutil.which("apt-get") is None:
        return False
    if _is_root():
        return True
    return shutil.which("sudo") is not None and _succeeds(["sudo", "-n", "true"])


def install(names: Iterable[str], run: Callable[[list[str]], bool] | None = None) -> bool:
    """Install packages; False on failure."""
    run = run or _succeeds
    sudo = [] if _is_root() else ["sudo", "-n"]
    quiet = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"]
    return run([*quiet, "update"]) and run([*quiet, "install", "--yes", "--no-install-recommends", *names])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0
