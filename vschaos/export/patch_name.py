"""Names of exports that Max and Pure Data read as one symbol. Torch-free."""

from __future__ import annotations

import re

SUFFIX = ".ts"
MAX_NAME = 100
_UNSAFE = re.compile(r'[\s,;$\\/:*?"<>|\x00-\x1f]+')


def patch_name(name: str) -> str:
    """A name without the suffix, in which spaces and characters that mean something to Max and Pd become ``_``."""
    return _UNSAFE.sub("_", name.removesuffix(SUFFIX)).strip("._")[:MAX_NAME]
