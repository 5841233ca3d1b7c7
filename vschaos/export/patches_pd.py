"""Pure Data patches beside an exported file: to play it, to send a sound through it, to play it by notes, and help.

Vanilla objects and ``nn~`` only.
"""

from __future__ import annotations

from pathlib import Path

from vschaos.export.description import ExportDescription
from vschaos.export.pd_help import help_patch
from vschaos.export.pd_play import playing_patch
from vschaos.export.pd_poly import poly_patch, voice_patch
from vschaos.export.pd_through import through_patch
from vschaos.patching.pd_pad import pad_patch


def write_patches(folder: Path, description: ExportDescription) -> tuple[Path, ...]:
    """Write ``NAME.pd``, and those beside it; returns their paths."""
    patches = {
        "": playing_patch(description),
        "-through": through_patch(description),
        "-poly": poly_patch(description),
        "-voice": voice_patch(description),
        "-help": help_patch(description),
        "-pad": pad_patch(),
    }
    return tuple(patch.save(folder / f"{description.name}{part}.pd") for part, patch in patches.items())
