"""Make what a person installs on Linux of a packaged app: a Debian package, and an archive with an install script.

``python -m scripts.app.package_linux dist/vschaos-studio`` writes ``dist/vschaos-studio_VERSION_ARCH.deb`` and
``dist/vschaos-studio-VERSION-linux-MACHINE.tar.xz``. Without dpkg and binutils there is only the archive.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from scripts.app.desktop_files import SOURCES, write_desktop_files
from scripts.app.elf_needs import NeedsError, depends
from vschaos import __version__

MAINTAINER = "The vschaos studio authors <vschaos-studio@localhost>"
RECOMMENDS = ("hicolor-icon-theme", "libasound2-plugins", "shared-mime-info", "xdg-utils")
DESCRIPTIONS = {
    "vschaos-studio": (
        "instrument builder: learns from a folder of sounds, and plays",
        "Trains a small neural network on a folder of sounds, and plays the result on a two-dimensional pad, with "
        "MIDI, gamepads and OSC. Exports instruments for Max and Pure Data.",
    ),
    "vschaos-player": (
        "player of vschaos instruments",
        "Plays instruments that were built with vschaos studio on a two-dimensional pad, with MIDI, gamepads and OSC.",
    ),
}
SYSTEM = ("libasound.so.2", "libjack.so.0")
"""Libraries that are better those of the system, where it has them: they load its plug-ins, or talk to its server."""
OF_DESKTOP = (
    *("libX11", "libxcb", "libxkbcommon", "libfontconfig", "libfreetype", "libpng", "libexpat", "libbrotli"),
    *("libglib", "libgthread", "libpcre2", "libdbus", "libsystemd", "libcap", "libgcrypt", "libgpg-error", "liblz4"),
    *("libzstd", "libgssapi", "libkrb5", "libk5crypto", "libkeyutils", "libcom_err", "libstdc++", "libgcc_s", "libdb"),
)
"""Libraries that every desktop has in the same version for years: the Debian package depends on them."""


def main(argv: Sequence[str] | None = None) -> int:
    """Make both; returns the exit code."""
    parser = argparse.ArgumentParser(description="Make a Debian package and an archive of a packaged app.")
    parser.add_argument("app", type=Path)
    parser.add_argument("--fast", action="store_true", help="compress little, to try the packages out")
    arguments = parser.parse_args(argv)
    app: Path = arguments.app.resolve()
    if not (app / "_internal").is_dir():
        sys.exit(f"There is no packaged app in {app}. Build it with “make app”.")
    with tempfile.TemporaryDirectory(prefix=".package-", dir=app.parent) as work:
        made = []
        if shutil.which("dpkg-deb") and shutil.which("objdump"):
            try:
                made.append(debian_package(app, Path(work), fast=arguments.fast))
            except NeedsError as error:
                sys.exit(str(error))
        else:
            print("No Debian package is made: dpkg-deb or objdump is missing.")
        made.append(archive(app, Path(work), fast=arguments.fast))
    for path in made:
        print(f"Built: {os.path.relpath(path)} ({path.stat().st_size / 1e6:.0f} MB)")
    return 0


def programs(app: Path) -> list[str]:
    """The names of the programs of an app."""
    return sorted(path.name for path in app.iterdir() if path.is_file() and os.access(path, os.X_OK))


def fill(app: Path, prefix: Path) -> None:
    """Put an app, and what a desktop needs to know, below a prefix such as ``/usr``."""
    from scripts.app.licences import write_licences  # needs PyInstaller, which packages the app

    home = prefix / "lib" / app.name
    home.parent.mkdir(parents=True)
    # By hard links.
    shutil.copytree(app, home, symlinks=True, copy_function=os.link)
    write_desktop_files(app.name, prefix / "share")
    write_licences(app, prefix / "share" / "doc" / app.name)
    (prefix / "bin").mkdir()
    for program in programs(app):
        (prefix / "bin" / program).symlink_to(f"../lib/{app.name}/{program}")


def archive(app: Path, work: Path, *, fast: bool) -> Path:
    """The archive that is installed anywhere, by its script."""
    name = f"{app.name}-{__version__}-linux-{platform.machine()}"
    folder = work / name
    folder.mkdir()
    fill(app, folder)
    write_scripts(app.name, folder)
    target = app.parent / f"{name}.tar.xz"
    compressor = "xz -T0 -0" if fast else "xz -T0 -6"
    command = ["tar", "--create", "--owner=0", "--group=0", "--sort=name", f"--use-compress-program={compressor}"]
    subprocess.run([*command, f"--file={target}", f"--directory={work}", name], check=True)
    return target


def write_scripts(name: str, folder: Path) -> None:
    """Write the scripts that install and remove the app ``name``."""
    for script in ("install.sh", "uninstall.sh"):
        place = folder / script
        place.write_text(
            (SOURCES / script)
            .read_text(encoding="utf-8")
            .replace("@NAME@", name)
            .replace("@SYSTEM@", " ".join(SYSTEM)),
            encoding="utf-8",
        )
        place.chmod(0o755)


def debian_package(app: Path, work: Path, *, fast: bool) -> Path:
    """The Debian package."""
    root = work / "debian"
    fill(app, root / "usr")
    for library in (root / "usr" / "lib" / app.name / "_internal").glob("lib*"):
        if library.name.startswith((*SYSTEM, *OF_DESKTOP)):
            library.unlink()
    # What other users may read and run.
    subprocess.run(["chmod", "-R", "u=rwX,go=rX", root / "usr" / "share", root / "usr" / "bin"], check=True)
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    control = root / "DEBIAN"
    control.mkdir()
    sums = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    size_kib = sum(path.stat().st_size for path in files) // 1024
    (control / "control").write_text(
        control_fields(app.name, size_kib, depends(root / "usr" / "lib")), encoding="utf-8"
    )
    target = app.parent / f"{app.name}_{__version__}_{debian_architecture()}.deb"
    compression = ["-Zgzip", "-z1"] if fast else ["-Zxz"]
    subprocess.run(["dpkg-deb", *compression, "--root-owner-group", "--build", root, target], check=True)
    return target


def debian_architecture() -> str:
    """Debian's name of this machine's kind."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def control_fields(name: str, size_kib: int, needed: Sequence[str]) -> str:
    """The control file of the Debian package."""
    short, long = DESCRIPTIONS[name]
    other = next(one for one in DESCRIPTIONS if one != name)
    fields = {
        "Package": name,
        "Version": __version__,
        "Architecture": debian_architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": size_kib,
        "Depends": ", ".join(needed),
        "Recommends": ", ".join(RECOMMENDS),
        # Both have the program “vschaos” and the file types.
        "Conflicts": other,
        "Replaces": other,
        "Section": "sound",
        "Priority": "optional",
        "Description": f"{short}\n {long}",
    }
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


if __name__ == "__main__":
    sys.exit(main())
