"""Names of the files in which sets of instruments were kept before there were projects."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from vschaos_studio.services.recordings import file_words


def set_name(name: str, path: Path) -> str:
    """File name of an instrument's set: to be read by people, and its own even beside a namesake's."""
    return f"{file_words(name)} {hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:8]}.json"
