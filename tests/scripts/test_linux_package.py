"""What a Linux desktop is told of the app agrees with the app, and with the rules of freedesktop.org."""

import configparser
import ctypes.util
import os
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vschaos_resources
from PySide6.QtGui import QImage

from scripts.app import desktop_files, elf_needs, package_linux
from vschaos import __version__
from vschaos.instrument.bundle import SUFFIX as INSTRUMENT
from vschaos_studio.state.project import SUFFIX as PROJECT
from vschaos_studio.state.project import Project, format_project

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "packaging" / "linux"
NAME = "vschaos-studio"
PLAYER = "vschaos-player"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def share(tmp_path):
    """The folder that is installed as ``/usr/share``."""
    desktop_files.write_desktop_files(NAME, tmp_path / "share")
    return tmp_path / "share"


def entry(name=NAME):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(SOURCES / f"{name}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def mime_types():
    return {kind.get("type"): kind for kind in ElementTree.parse(SOURCES / "vschaos.mime.xml").getroot()}


def metainfo(name=NAME):
    return ElementTree.parse(SOURCES / f"{name}.metainfo.xml").getroot()


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def run(*command, environment=None):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, env=environment)


def found_at(match, content):
    """Whether the bytes are what a rule of shared-mime-info asks for, with those inside it."""
    first, _, last = match.get("offset").partition(":")
    value = match.get("value").encode().decode("unicode_escape").encode("latin-1")
    here = any(content[at:].startswith(value) for at in range(int(first), int(last or first) + 1))
    return here and all(found_at(inner, content) for inner in match)


def test_the_menu_entry_names_the_program_and_its_windows():
    said = "application.desktopFileName(), application.applicationName(), sep='\\n'"
    code = f"from vschaos_studio.app import *; application = QApplication([]); name(application); print({said})"
    done = run(sys.executable, "-c", code, environment=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    assert done.stdout.splitlines() == [NAME, entry()["Name"]], done.stderr
    assert NAME in project()["gui-scripts"]


@pytest.mark.parametrize("name", [NAME, PLAYER])
def test_the_menu_entry_opens_both_kinds_of_files(name):
    shown = entry(name)
    assert shown["StartupWMClass"] == shown["Icon"] == name
    assert shown["Exec"].split() == [name, "%f"]
    assert set(filter(None, shown["MimeType"].split(";"))) == set(mime_types())


@pytest.mark.parametrize("name", [NAME, PLAYER])
def test_all_texts_are_in_all_languages(name):
    for key in ("GenericName", "Comment", "Keywords"):
        assert {f"{key}[de]", f"{key}[fr]"} <= set(entry(name))
    for kind in mime_types().values():
        assert [one.get(LANGUAGE) for one in kind.findall(f"{MIME}comment")] == [None, "de", "fr"]
    for tag in ("summary", "description/p", "description/ul/li"):
        languages = [one.get(LANGUAGE) for one in metainfo(name).findall(tag)]
        assert languages == [None, "de", "fr"] * (len(languages) // 3)
        assert languages


def test_types_have_the_suffixes_of_the_program():
    patterns = {kind.find(f"{MIME}glob").get("pattern") for kind in mime_types().values()}
    assert patterns == {f"*{INSTRUMENT}", f"*{PROJECT}"}


def test_types_are_known_by_what_is_in_the_files():
    factory = next((Path(vschaos_resources.__file__).parent / "instruments").glob("*.vschaos"))
    contents = {
        "application/x-vschaos-instrument": factory.read_bytes()[:100],
        "application/x-vschaos-project": format_project(Project(), Path("/")),
    }
    for name, kind in mime_types().items():
        for other, content in contents.items():
            assert found_at(kind.find(f"{MIME}magic/{MIME}match"), content) == (name == other)


def test_icons_are_there_in_all_sizes(share):
    icons = {f"mimetypes/{kind.find(f'{MIME}icon').get('name')}" for kind in mime_types().values()} | {f"apps/{NAME}"}
    theme = share / "icons" / "hicolor"
    for icon in icons:
        assert (theme / "scalable" / f"{icon}.svg").exists()
        for size in desktop_files.ICON_SIZES_PX:
            image = QImage(str(theme / f"{size}x{size}" / f"{icon}.png"))
            assert (image.width(), image.height()) == (size, size)
            assert image.pixelColor(0, 0).alpha() == 0
            assert image.pixelColor(size // 2, size // 2).alpha() == 255


@pytest.mark.parametrize("name", [NAME, PLAYER])
def test_the_description_has_the_version_and_the_licence(name):
    root = metainfo(name)
    assert root.find("releases/release").get("version") == __version__
    assert root.findtext("project_license") == project()["license"]
    assert root.findtext("launchable") == f"{name}.desktop"
    assert {one.text for one in root.findall("provides/mediatype")} == set(mime_types())
    assert {one.text for one in root.findall("provides/binary")} == {name, *project()["scripts"]}


def test_the_tools_of_freedesktop_accept_everything(share):
    for command in (
        ("desktop-file-validate", *SOURCES.glob("*.desktop")),
        ("appstreamcli", "validate", "--no-net", *SOURCES.glob("*.metainfo.xml")),
        ("update-mime-database", "-V", share / "mime"),
    ):
        done = run(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "rror" not in done.stderr, done.stderr
    assert f"50:application/x-vschaos-project:*{PROJECT}" in (share / "mime" / "globs2").read_text()


@pytest.fixture
def unpacked(tmp_path):
    """An unpacked archive of a program of two lines."""
    folder = tmp_path / "unpacked"
    program = folder / "lib" / NAME / NAME
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho it runs\n")
    program.chmod(0o755)
    desktop_files.write_desktop_files(NAME, folder / "share")
    (folder / "bin").mkdir()
    (folder / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    package_linux.write_scripts(NAME, folder)
    return folder


def paths(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_the_scripts_of_the_archive_install_and_leave_nothing(unpacked, tmp_path):
    prefix = tmp_path / "with a space"
    for _ in range(2):
        assert run(unpacked / "install.sh", "--prefix", prefix).returncode == 0
    assert run(prefix / "bin" / NAME).stdout == "it runs\n"
    installed = (prefix / "share" / "applications" / f"{NAME}.desktop").read_text()
    assert f'Exec="{prefix}/lib/{NAME}/{NAME}" %f\n' in installed
    assert paths(unpacked / "share") <= paths(prefix / "share")
    done = run(prefix / "lib" / NAME / "uninstall.sh")
    assert done.returncode == 0, done.stderr
    assert paths(prefix) == set()


def test_what_other_programs_have_installed_stays(unpacked, tmp_path):
    prefix = tmp_path / "prefix"
    other = prefix / "share" / "mime" / "packages" / "other.xml"
    other.parent.mkdir(parents=True)
    shutil.copy(SOURCES / "vschaos.mime.xml", other)
    menu = prefix / "share" / "applications" / "other.desktop"
    menu.parent.mkdir()
    menu.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=true\n")
    run(unpacked / "install.sh", "--prefix", prefix)
    run(prefix / "lib" / NAME / "uninstall.sh")
    assert other.exists()
    assert menu.exists()
    assert not list(prefix.rglob(f"{NAME}*"))
    assert not (prefix / "lib").exists()


def test_what_a_folder_depends_on_is_read_from_its_programs(tmp_path):
    shutil.copy(os.path.realpath(shutil.which("dpkg-deb")), tmp_path / "program")
    needed = elf_needs.depends(tmp_path)
    assert needed[0].startswith("libc6 (>= 2.")
    assert "zlib1g" in needed
    assert "libc.so.6" in elf_needs.read_links(tmp_path).needed


def test_a_library_in_the_folder_is_no_dependency(tmp_path):
    shutil.copy(os.path.realpath(shutil.which("dpkg-deb")), tmp_path / "program")
    links = elf_needs.read_links(tmp_path)
    for library in links.needed:
        (tmp_path / library).touch()
    assert elf_needs.read_links(tmp_path).needed == {}


def test_the_control_file_has_what_a_package_needs():
    fields = package_linux.control_fields(NAME, 1000, ["libc6 (>= 2.28)"])
    control = dict(line.split(": ", 1) for line in fields.splitlines() if not line.startswith(" "))
    assert control["Package"] == NAME
    assert control["Version"] == __version__
    assert control["Section"] == "sound"
    assert control["Depends"] == "libc6 (>= 2.28)"


def test_the_packaged_app_finds_its_own_libraries_first(monkeypatch, tmp_path):
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: f"system's {name}")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    (tmp_path / "libportaudio.so.2").touch()
    runpy.run_path(str(SOURCES / "bundled_libraries.py"))
    assert ctypes.util.find_library("portaudio") == str(tmp_path / "libportaudio.so.2")
    assert ctypes.util.find_library("other") == "system's other"
