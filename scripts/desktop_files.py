"""The files that make an app known to a Linux desktop: menu entry, icons, file types, description.

Their sources are in ``packaging/linux``. Everything goes below a ``share`` folder, by the rules of freedesktop.org.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "packaging" / "linux"
APP_ICON = ROOT / "resources" / "vschaos_resources" / "icons" / "studio.svg"
ICON_SIZES_PX = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
DOCUMENTS = {
    "instrument": "application-x-vschaos-instrument",
    "project": "application-x-vschaos-project",
}
"""Icons of documents: names of their sources, and of the icons."""


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
    write_icon(APP_ICON, theme, f"apps/{name}")
    for source, icon in DOCUMENTS.items():
        write_icon(SOURCES.parent / "icons" / f"{source}.svg", theme, f"mimetypes/{icon}")


def write_icon(source: Path, theme: Path, name: str) -> None:
    """Write an SVG icon into an icon theme, as it is and in all sizes; ``name`` begins with the context."""
    scalable = theme / "scalable" / f"{name}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, scalable)
    renderer = QSvgRenderer(str(source))
    for size in ICON_SIZES_PX:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(0, 0, 0, 0))
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        place = theme / f"{size}x{size}" / f"{name}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(place)):
            raise OSError(f"{place} cannot be written")
