"""Max patches beside an exported file: to play it, to lead a sound or notes through it, its help, and Live devices."""

from __future__ import annotations

from pathlib import Path

from vschaos.export.description import ExportDescription
from vschaos.export.max.devices import effect_device, instrument_device
from vschaos.export.max.help import help_patch
from vschaos.export.max.notes import notes_patch, voice_patch
from vschaos.export.max.play import playing_patch
from vschaos.export.max.through import through_patch
from vschaos.export.patch_controls import for_max
from vschaos.files import write_file


def write_patches(folder: Path, description: ExportDescription) -> tuple[Path, ...]:
    """Write all files for Max and Live; returns their paths."""
    name, described = description.name, for_max(description)
    patches = {
        f"{name}.maxpat": playing_patch(described),
        f"{name}-through.maxpat": through_patch(described),
        f"{name}-poly.maxpat": notes_patch(described),
        f"{name}-voice.maxpat": voice_patch(described),
        f"{name}.maxhelp": help_patch(described),
    }
    devices = {
        f"{name}-instrument.amxd": instrument_device(described),
        f"{name}-effect.amxd": effect_device(described),
    }
    for file_name, content in devices.items():
        write_file(folder / file_name, content)
    return (
        *(patch.save(folder / file_name) for file_name, patch in patches.items()),
        *(folder / file_name for file_name in devices),
    )
