"""Install the packaged app as a person does, use it, remove it, and print the facts as JSON.

``python -m scripts.app.check_app dist/vschaos-studio`` takes the packages that ``make app`` put beside that folder, and
with ``dist/vschaos-player`` those of ``make player``, with which a user neither learns nor exports. In
a bare Debian system (`bare_debian`), without network, the Debian package is installed, started from the menu and by a
double click on each kind of file; a user learns, plays, exports and quits; then the package is removed, and what is
left is listed. After that, the archive is installed, started and removed by its scripts. Where no such system can be
made, the archive is used on this computer with an empty home. Screenshots lie in ``build/check-app/NAME``. The exit
code is 1 if anything fails.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.app.bare_debian import USER, Debian, in_own_namespaces, leave_network, may_make, mounted, prepared
from scripts.app.desktop_session import environment, session
from scripts.app.package_linux import debian_architecture
from scripts.app.user_story import COMMANDS, UserStory
from vschaos import __version__

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "check-app"
CACHE = ROOT / "build" / "debian"
OWN = "vschaos-studio"
"""Folders of the user's settings, projects and logs, in both editions."""
NOT_OURS = (
    "/home/",
    "/root/",
    "/run/",
    "/tmp/",
    "/var/cache/",
    "/var/lib/apt/",
    "/var/lib/dpkg/",
    "/var/log/",
    "/etc/ld.so.cache",
)
"""What the system itself changes when a package comes and goes."""


class Facts:
    """What was found, and what failed."""

    def __init__(self) -> None:
        self.found: dict[str, Any] = {}
        self.failures: list[str] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A step that may fail without ending the check."""
        print(f"… {name}", file=sys.stderr, flush=True)
        try:
            yield
        except (OSError, RuntimeError, LookupError, ValueError, subprocess.SubprocessError) as error:
            self.failures.append(f"{name}: {error}")
            print(f"  {error}", file=sys.stderr, flush=True)

    def require(self, name: str, fact: object, *, right: bool) -> None:
        """Note a fact, and a failure if it is not right."""
        self.found[name] = fact
        if not right:
            self.failures.append(f"{name} is {fact}")


def main() -> int:
    """Check the app; returns the exit code."""
    parser = argparse.ArgumentParser(description="Check the app as it is installed.")
    parser.add_argument("app", type=Path, help="folder of the packaged app, beside which its packages are")
    app: Path = parser.parse_args().app.resolve()
    package = app.parent / f"{app.name}_{__version__}_{debian_architecture()}.deb" if shutil.which("dpkg") else None
    archives = sorted(app.parent.glob(f"{app.name}-{__version__}-linux-*.tar.xz"))
    if not archives:
        sys.exit(f"There is no archive of {app.name} in {app.parent}. Build it with “make app”.")
    facts = Facts()
    shutil.rmtree(PICTURES / app.name, ignore_errors=True)
    if may_make() and package is not None and package.exists():
        in_own_namespaces("VSCHAOS_CHECK_APP")
        prepared(CACHE)
        with tempfile.TemporaryDirectory(prefix="trial-", dir=CACHE, ignore_cleanup_errors=True) as work:
            Path(work).chmod(0o755)
            check_in_debian(app.name, package, archives[-1], Path(work), facts)
    else:
        print("A bare Debian system cannot be made here (that takes root, debootstrap and unshare).", file=sys.stderr)
        facts.found["system"] = "this computer, with an empty home"
        with tempfile.TemporaryDirectory(prefix="vschaos-home-", ignore_cleanup_errors=True) as home:
            runtime = Path(home) / "runtime"
            runtime.mkdir(mode=0o700)
            check_archive(Debian(Path("/"), environment(Path(home), str(runtime))), archives[-1], facts)
    facts.found["failures"] = facts.failures
    print(json.dumps(facts.found, indent=2))
    return 1 if facts.failures else 0


def check_in_debian(name: str, package: Path, archive: Path, work: Path, facts: Facts) -> None:
    """The whole check, in systems of their own."""
    facts.found["system"] = "bare Debian"
    home = Path("/home") / USER
    with facts.step("what the package depends on"):
        bare = mounted(CACHE, "base", work, environment(home))
        install(bare, package)
        facts.require("missing_libraries", missing := missing_libraries(bare, name), right=not missing)
        facts.found["version"] = bare.run("vschaos", "--version").stdout.strip()
    system = mounted(CACHE, "desktop", work, environment(home))
    with facts.step("install the package"):
        before = files(system)
        install(system, package)
        du = system.run("du", "--summarize", "--bytes", f"/usr/lib/{name}").stdout
        facts.found["installed_mb"] = round(int(du.split()[0]) / 1e6)
        facts.found["package_mb"] = round(package.stat().st_size / 1e6)
        leave_network()
        with session(system, PICTURES / name) as user:
            UserStory(user, facts, name, Path(f"/usr/lib/{name}")).whole()
        system.run("apt-get", "purge", "--yes", name, as_root=True)
        facts.require("left_by_package", left := left_over(system, before), right=not left)
    with facts.step("the archive"):
        check_archive(mounted(CACHE, "desktop", work / "archive", environment(home)), archive, facts, whole=False)


def check_archive(system: Debian, archive: Path, facts: Facts, *, whole: bool = True) -> None:
    """Install the archive by its script, use it, and remove it."""
    lacking = [command for command in COMMANDS if system.run("which", command, check=False).returncode != 0]
    if lacking:
        raise RuntimeError(f"Missing on this system: {', '.join(lacking)}")
    name = archive.name.partition(f"-{__version__}-")[0]
    before = files(system, system.home)
    shutil.copyfile(archive, system.path("/tmp") / archive.name)
    system.run("tar", "--extract", f"--file=/tmp/{archive.name}", "--directory=/tmp")
    system.run(f"/tmp/{archive.name.removesuffix('.tar.xz')}/install.sh")
    with session(system, PICTURES / name) as user:
        story = UserStory(user, facts, name, system.home / ".local" / "lib" / name)
        story.whole() if whole else story.start_and_quit("archive")
    system.run(system.home / ".local" / "lib" / name / "uninstall.sh")
    own = tuple(str(system.home / folder / OWN) for folder in (".config", ".local/share", ".local/state", ".cache"))
    left = [path for path in files(system, system.home) - before if ".local/" in path and not path.startswith(own)]
    left = [path for path in left if not any(one.startswith(path) for one in own)]
    facts.require("left_by_archive", sorted(left), right=not left)


def install(system: Debian, package: Path) -> None:
    """Install a package from a file, and what it depends on."""
    shutil.copyfile(package, system.path("/tmp") / package.name)
    system.install(f"/tmp/{package.name}")


def missing_libraries(system: Debian, name: str) -> list[str]:
    """The libraries that are found neither in the app nor in the system."""
    place = f"/usr/lib/{name}"
    files = f"find {place} -type f '(' -name '*.so*' -o -perm -1 ')' -exec ldd {{}} + 2>/dev/null"
    script = f"LD_LIBRARY_PATH={place}/_internal; export LD_LIBRARY_PATH; {files} | grep 'not found' | sort -u"
    return system.run("sh", "-c", script, check=False).stdout.splitlines()


def files(system: Debian, below: Path = Path("/")) -> set[str]:
    """All paths of a system, or of a folder of it."""
    return set(system.run("find", below, "-xdev", as_root=True, check=False).stdout.splitlines())


def left_over(system: Debian, before: set[str]) -> list[str]:
    """What a removed package has left outside of the homes: new files of no package, and files that name it."""
    lists = system.path("/var/lib/dpkg/info").glob("*.list")
    owned = {line for one in lists for line in one.read_text(encoding="utf-8").splitlines()}
    new = files(system) - before - owned
    search = ("grep", "--recursive", "--files-with-matches", "vschaos", "/etc", "/usr/share", "/var/lib/dpkg/info")
    named = system.run(*search, as_root=True, check=False)
    return sorted(path for path in {*new, *named.stdout.splitlines()} if not path.startswith(NOT_OURS))


if __name__ == "__main__":
    sys.exit(main())
