"""The recipe of the app on other systems, as far as it can be tried here: run with PyInstaller's parts noted."""

import plistlib
import re
import subprocess
import sys
import types
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import MagicMock
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "build_app.spec"
PACKAGING = ROOT / "packaging"


@pytest.fixture
def built(monkeypatch):
    """Function that runs the recipe as on a system, and returns what it gave PyInstaller, by the part's name."""

    def built(platform):
        hooks = types.ModuleType("PyInstaller.utils.hooks")
        for name in ("collect_data_files", "collect_dynamic_libs", "collect_submodules"):
            setattr(hooks, name, MagicMock(return_value=[]))
        for name in ("PyInstaller", "PyInstaller.utils"):
            monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
        monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setattr(subprocess, "run", MagicMock())  # draws the icons
        analysis = MagicMock(side_effect=lambda *_, **made: MagicMock(binaries=[], datas=made.get("datas", [])))
        parts = {name: MagicMock() for name in ("PYZ", "EXE", "COLLECT", "BUNDLE", "Tree")} | {"Analysis": analysis}
        exec(compile(SPEC.read_text(encoding="utf-8"), SPEC.name, "exec"), {"SPECPATH": str(ROOT), **parts})
        return parts

    return built


def test_on_macos_there_is_a_bundle_with_all_that_its_description_names(built):
    parts = built("darwin")
    bundle = parts["BUNDLE"].call_args.kwargs
    description = bundle["info_plist"]
    assert bundle["bundle_identifier"] == description["CFBundleIdentifier"]
    assert bundle["icon"].endswith(".icns")
    assert description["CFBundleExecutable"] in {call.kwargs["name"] for call in parts["EXE"].call_args_list}
    assert description["NSMicrophoneUsageDescription"].endswith(".")
    declared = {item["UTTypeIdentifier"] for item in description["UTExportedTypeDeclarations"]}
    opened = {name for item in description["CFBundleDocumentTypes"] for name in item["LSItemContentTypes"]}
    assert declared == {name for name in opened if not name.startswith("public.")}
    drawn = {path.stem for path in (PACKAGING / "icons").glob("*.svg")}
    shown = {item["CFBundleTypeIconFile"] for item in description["CFBundleDocumentTypes"] if "public" not in str(item)}
    assert {f"{name}.icns" for name in drawn} == shown


def test_on_windows_the_programs_have_an_icon_and_a_manifest(built):
    studio, engine = (call.kwargs for call in built("win32")["EXE"].call_args_list)
    assert studio["icon"].endswith(".ico")
    for program in (studio, engine):
        tree = ElementTree.parse(program["manifest"])
        assert tree.getroot().tag == "{urn:schemas-microsoft-com:asm.v1}assembly"


def test_on_linux_neither(built):
    parts = built("linux")
    parts["BUNDLE"].assert_not_called()
    assert parts["EXE"].call_args_list[0].kwargs["icon"] is None


def test_all_systems_know_the_same_documents():
    description = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    on_macos = {
        suffix
        for item in description["UTExportedTypeDeclarations"]
        for suffix in item["UTTypeTagSpecification"]["public.filename-extension"]
    }
    installer = (PACKAGING / "windows" / "vschaos-studio.iss").read_text(encoding="utf-8")
    on_windows = set(re.findall(r"Classes\\\.(\w+)", installer))
    assert on_macos == on_windows == {"vschaos", "vsproject"}


def test_the_hardened_runtime_allows_the_microphone():
    entitlements = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert entitlements["com.apple.security.device.audio-input"] is True


def test_the_installer_takes_files_that_the_build_makes():
    from scripts.app import icons

    installer = (PACKAGING / "windows" / "vschaos-studio.iss").read_text(encoding="utf-8")
    taken = set(re.findall(r"build\\icons\\(\w+)\.ico", installer))
    assert taken == set(icons.DRAWINGS)
    assert all(drawing.exists() for drawing in icons.DRAWINGS.values())


def test_icons_have_all_sizes(tmp_path):
    from PIL import Image

    subprocess.run([sys.executable, "-m", "scripts.app.icons", str(tmp_path)], cwd=ROOT, check=True, timeout=300)
    for name in ("studio", "instrument", "project"):
        with Image.open(tmp_path / f"{name}.ico") as icon:
            assert {(16, 16), (32, 32), (256, 256)} <= icon.info["sizes"]
        with Image.open(tmp_path / f"{name}.icns") as icon:
            assert (512, 512, 2) in icon.info["sizes"]


def test_the_workflow_calls_what_there_is():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
    lines = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    text = "\n".join(lines).replace("\\", "/")
    named = set(re.findall(r"(?:scripts|packaging)/[\w./-]+\w|build_app\.spec", text))
    assert {"build_app.spec", "packaging/macos/sign.sh", "packaging/windows/vschaos-studio.iss"} <= named
    assert all((ROOT / name).exists() for name in named)
    modules = re.findall(r"-m (scripts[\w.]+)", text)
    assert modules
    assert all(find_spec(name) for name in modules)
    targets = set(re.findall(r"^(\w[\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([\w-]+)", text)) <= targets
