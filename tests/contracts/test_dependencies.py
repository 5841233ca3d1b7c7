"""What the program imports is a dependency of its own, not just of the tests."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = {"vschaos", "vschaos_studio", "vschaos_resources", "benchmarks"}
PARTS_OF = {"omegaconf": "hydra-core"}
"""Modules of a dependency that are part of its interface."""


def imported(folder: str) -> dict[str, str]:
    """The top-level names of all modules that a folder imports, each with a file that does."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names = [node.module]
            found.update({name.partition(".")[0]: str(path.relative_to(ROOT)) for name in names})
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_everything_that_the_program_imports_is_a_dependency_of_its_own():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["factory"]]
    declared = {normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in lines}
    distributions = packages_distributions()
    missing = {}
    for folder in ("vschaos", "vschaos_studio", "resources"):
        for name, path in imported(folder).items():
            if name in sys.stdlib_module_names or name in OURS:
                continue
            brought_by = {normal(one) for one in distributions.get(name, [PARTS_OF.get(name, name)])}
            brought_by |= {PARTS_OF[name]} if name in PARTS_OF else set()
            if not brought_by & declared:
                missing[name] = path
    assert not missing
