"""A bare Debian system in a folder, in which an app is tried as on a computer that never had it.

Two systems are made once by debootstrap and kept in a cache: ``base`` with almost nothing, and ``desktop`` with a
screen, a small desktop and a sound server. A trial writes into a layer above one of them. Everything is mounted for
this process alone, so the caller must have namespaces of its own (`in_own_namespaces`); nothing stays mounted.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
USER = "musician"
USER_ID = 1000
DESKTOP = (
    "adwaita-icon-theme at-spi2-core dbus desktop-file-utils hicolor-icon-theme imagemagick libasound2-plugins "
    "libegl1 libfile-mimeinfo-perl libgl1 libglib2.0-bin libgtk-3-bin openbox procps pulseaudio pulseaudio-utils "
    "shared-mime-info x11-utils xdg-utils xdotool xvfb xz-utils"
)
"""What ``desktop`` has more than ``base``."""

_DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
_NEW_NET = 0x40000000


class Debian:
    """A system in a folder.

    Parameters
    ----------
    root
        Its folder; ``/`` is this computer itself.
    environment
        Of everything that the user starts in it.
    """

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        self.root = root
        self.environment = dict(environment)
        self.home = Path(self.environment["HOME"])

    def path(self, inside: Path | str) -> Path:
        """The path, outside, of a path inside."""
        return self.root / str(inside).lstrip("/")

    def command(self, command: Sequence[str | Path], *, as_root: bool = False) -> list[str]:
        """The command line that runs a command inside."""
        if as_root:
            variables = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", "LC_ALL=C.UTF-8"]
            variables.append("DEBIAN_FRONTEND=noninteractive")
        else:
            variables = [f"{name}={value}" for name, value in self.environment.items()]
        enter: list[str] = []
        if self.root != Path("/"):
            enter = ["chroot", *([] if as_root else [f"--userspec={USER}:{USER}"]), str(self.root)]
        return [*enter, "env", "-i", f"--chdir={'/' if as_root else self.home}", *variables, *map(str, command)]

    def run(
        self, *command: str | Path, as_root: bool = False, check: bool = True, timeout_s: float = 600.0
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end.

        Raises
        ------
        RuntimeError
            If it fails, with its last lines.
        """
        done = subprocess.run(
            self.command(command, as_root=as_root),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
        if check and done.returncode != 0:
            said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{said}")
        return done

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a command that goes on."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(self.command(command), stdin=quiet, stdout=quiet, stderr=quiet)

    def install(self, *packages: str) -> None:
        """Install packages, by name or file, and what they depend on."""
        self.run("apt-get", "-qq", "update", as_root=True)
        keep = "APT::Keep-Downloaded-Packages=true"
        self.run(
            *("apt-get", "-o", keep, "install", "--yes", "--no-install-recommends", *packages),
            as_root=True,
            timeout_s=1800,
        )


def may_make() -> bool:
    """Whether this process may make such a system and enter it."""
    if os.geteuid() != 0 or not all(map(shutil.which, ("debootstrap", "unshare", "chroot"))):
        return False
    return subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"], check=False).returncode == 0


def in_own_namespaces(marker: str) -> None:
    """Start this program again where mounts and processes are its own; returns at once if it is there already."""
    if os.environ.get(marker):
        return
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private"]
    sys.exit(subprocess.run([*command, *sys.orig_argv], env=os.environ | {marker: "1"}, check=False).returncode)


def leave_network() -> None:
    """From now on this process and its children reach no network but themselves."""
    if ctypes.CDLL(None, use_errno=True).unshare(_NEW_NET) != 0:
        raise OSError(ctypes.get_errno(), "the network cannot be left")
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)


def prepared(cache: Path) -> None:
    """Make the two systems, unless the cache has them."""
    cache.mkdir(parents=True, exist_ok=True)
    base, desktop = cache / "base", cache / "desktop"
    if not (base / "made").exists():
        shutil.rmtree(base, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", SUITE, base, MIRROR], check=True, stdout=subprocess.DEVNULL)
        (base / "etc/apt/sources.list").write_text(f"deb {MIRROR} {SUITE} main\n", encoding="utf-8")
        system = Debian(base, {"HOME": "/root"})
        system.run("useradd", "--create-home", "--shell", "/bin/sh", f"--uid={USER_ID}", USER, as_root=True)
        (base / "made").touch()
    made = desktop / "made"
    if not made.exists() or made.read_text(encoding="utf-8") != DESKTOP:
        shutil.rmtree(desktop, ignore_errors=True)
        subprocess.run(["cp", "--archive", base, desktop], check=True)
        shutil.copyfile("/etc/resolv.conf", desktop / "etc/resolv.conf")
        Debian(desktop, {"HOME": "/root"}).install(*DESKTOP.split())
        made.write_text(DESKTOP, encoding="utf-8")


def mounted(cache: Path, name: str, work: Path, environment: Mapping[str, str]) -> Debian:
    """One of the two systems with a fresh layer above it in the folder ``work``, ready to run programs."""
    upper, scratch, root = (work / name / part for part in ("upper", "scratch", "root"))
    for folder in (upper, scratch, root):
        folder.mkdir(parents=True)
    layers = f"lowerdir={cache / name},upperdir={upper},workdir={scratch}"
    if _mount("-t", "overlay", "overlay", "-o", layers, root, check=False) != 0:
        subprocess.run(["cp", "--archive", f"{cache / name}/.", root], check=True)
    _mount("-t", "proc", "proc", root / "proc")
    _mount("-t", "sysfs", "-o", "ro", "sysfs", root / "sys", check=False)
    _mount("-t", "tmpfs", "-o", "mode=1777", "tmpfs", root / "tmp")
    _mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", root / "dev")
    for device in _DEVICES:
        (root / "dev" / device).touch()
        _mount("--bind", f"/dev/{device}", root / "dev" / device)
    for folder in ("pts", "shm"):
        (root / "dev" / folder).mkdir()
    _mount("-t", "devpts", "-o", "newinstance,ptmxmode=0666", "devpts", root / "dev/pts")
    _mount("-t", "tmpfs", "-o", "mode=1777", "tmpfs", root / "dev/shm")
    for link, target in (("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        (root / "dev" / link).symlink_to(target)
    (root / "dev/ptmx").symlink_to("pts/ptmx")
    kept = cache / "packages"
    (kept / "partial").mkdir(parents=True, exist_ok=True)
    _mount("--bind", kept, root / "var/cache/apt/archives")
    shutil.copyfile("/etc/resolv.conf", root / "etc/resolv.conf")
    runtime = root / f"run/user/{USER_ID}"
    runtime.mkdir(parents=True, mode=0o700)
    os.chown(runtime, USER_ID, USER_ID)
    return Debian(root, environment)


def _mount(*arguments: str | Path, check: bool = True) -> int:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if check and done.returncode != 0:
        raise OSError(f"mount {' '.join(map(str, arguments))}: {done.stderr.strip()}")
    return done.returncode
