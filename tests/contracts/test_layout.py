"""The tree is the architecture: what is installed, what is documented, and what is not allowed."""

from __future__ import annotations

import ast
import fnmatch
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("vschaos", "vschaos_studio", "resources/vschaos_resources")
VAGUE_NAMES = {"utils", "util", "misc", "helpers", "helper", "common", "tools"}
LONGEST_FILE = 450


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def sources():
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def installed_name(folder):
    return ".".join(folder.relative_to(ROOT).parts).removeprefix("resources.")


def test_every_folder_with_code_is_a_package():
    """The packages that are installed are found by their ``__init__.py``."""
    assert all((path.parent / "__init__.py").exists() for path in sources())


def test_every_data_file_is_installed():
    setuptools = project()["tool"]["setuptools"]
    patterns, excluded = setuptools["package-data"], setuptools["exclude-package-data"]
    left_out = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            hidden = any(part.startswith((".", "__pycache__")) for part in path.relative_to(ROOT).parts)
            if hidden or not path.is_file() or path.suffix in (".py", ".pyc"):
                continue
            owner = path.parent
            while not (owner / "__init__.py").exists():
                owner = owner.parent
            name = path.relative_to(owner).as_posix()
            decided = (*patterns.get(installed_name(owner), ()), *excluded.get(installed_name(owner), ()))
            if not any(fnmatch.fnmatch(name, pattern) for pattern in decided):
                left_out.append(path.relative_to(ROOT).as_posix())
    assert not left_out, "not covered by [tool.setuptools.package-data]"


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_has_a_docstring_and_one_subject(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no module docstring"
    assert path.stem not in VAGUE_NAMES
    assert text.count("\n") <= LONGEST_FILE


def test_console_and_window_commands_exist():
    scripts = project()["project"]["scripts"] | project()["project"]["gui-scripts"]
    assert scripts.keys() == {"vschaos", "vschaos-studio"}
    for target in scripts.values():
        module, _, function = target.partition(":")
        tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
