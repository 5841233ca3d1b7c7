"""The files that make an app known to a Linux desktop: menu entry, icons, file types, description.

Their sources are in ``packaging/linux``. Everything goes below a ``share`` folder, by the rules of freedesktop.org.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.app.icons import DRAWINGS, picture

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "packaging" / "linux"
ICON_SIZES_PX = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
DOCUMENTS = {
    "instrument": "application-x-vschaos-instrument",
    "project": "application-x-vschaos-project",
}
"""Icons of documents: names of their drawings, and of the icons."""


def write_desktop_files(name: str, share: Path) -> None:
    """Write everything of the app ``name`` into ``share``."""
    for source, target in (
        (f"{name}.desktop", f"applications/{name}.desktop"),
        (f"{name}.metainfo.xml", f"metainfo/{name}.metainfo.xml"),
        ("vschaos.mime.xml", f"mime/packages/{name}.xml"),
    ):
        place = share / target
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SOURCES / source, place)
    theme = share / "icons" / "hicolor"
    write_icon(DRAWINGS["studio"], theme, f"apps/{name}")
    for drawing, icon in DOCUMENTS.items():
        write_icon(DRAWINGS[drawing], theme, f"mimetypes/{icon}")


def write_icon(drawing: Path, theme: Path, name: str) -> None:
    """Write a drawing into an icon theme, as it is and in all sizes; ``name`` begins with the context."""
    scalable = theme / "scalable" / f"{name}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, scalable)
    for size in ICON_SIZES_PX:
        place = theme / f"{size}x{size}" / f"{name}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        if not picture(drawing, size).save(str(place)):
            raise OSError(f"{place} cannot be written")
