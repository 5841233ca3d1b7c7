"""How the package is built: setuptools, after the core has been compiled.

A build backend (PEP 517) in the source tree. It asks for the compiler `ziglang` only where ``CC`` names no other, and
compiles in the source tree, where an editable installation finds the libraries. The wheel needs no particular Python,
but the system and processor that it was built for.
"""

from __future__ import annotations

import sys
import sysconfig
from typing import Any

from compile_core import OLDEST_GLIBC, OLDEST_MACOS, ZIG, compile_core, has_compiler_of_its_own, processor
from setuptools import build_meta
from setuptools.build_meta import build_sdist, get_requires_for_build_sdist

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

Settings = dict[str, Any] | None


def get_requires_for_build_wheel(config_settings: Settings = None) -> list[str]:
    """What a build needs besides the requirements in ``pyproject.toml``."""
    return [*build_meta.get_requires_for_build_wheel(config_settings), *([] if has_compiler_of_its_own() else [ZIG])]


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    """Compile the core and build a wheel; returns its name."""
    compile_core()
    return build_meta.build_wheel(wheel_directory, _for_this_platform(config_settings), metadata_directory)


def build_editable(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """Compile the core in the source tree and build what refers to it; returns the name of that."""
    compile_core()
    return build_meta.build_editable(wheel_directory, config_settings, metadata_directory)


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: Settings = None) -> str:
    """The wheel's metadata, with the tag that the wheel will have."""
    return build_meta.prepare_metadata_for_build_wheel(metadata_directory, _for_this_platform(config_settings))


get_requires_for_build_editable = get_requires_for_build_wheel
prepare_metadata_for_build_editable = build_meta.prepare_metadata_for_build_editable


def platform_tag() -> str:
    """The platforms that the wheel is for; with zig, also older systems than this one."""
    if not has_compiler_of_its_own():
        if sys.platform == "linux":
            return f"manylinux_{OLDEST_GLIBC.replace('.', '_')}_{processor()}"
        if sys.platform == "darwin":
            name = "arm64" if processor() == "aarch64" else processor()
            return f"macosx_{OLDEST_MACOS.replace('.', '_')}_{name}"
    return sysconfig.get_platform().replace("-", "_").replace(".", "_")


def _for_this_platform(config_settings: Settings) -> dict[str, Any]:
    settings = dict(config_settings or {})
    options = settings.get("--build-option", [])
    options = [options] if isinstance(options, str) else list(options)
    return settings | {"--build-option": [f"--plat-name={platform_tag()}", *options]}
