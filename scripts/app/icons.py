"""Icons as pictures, from their drawings in SVG.

``python -m scripts.app.icons FOLDER`` writes those of the app and of its documents for Windows (``.ico``) and
macOS (``.icns``).
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
DRAWINGS = {
    "studio": ROOT / "resources" / "vschaos_resources" / "icons" / "studio.svg",
    "instrument": ROOT / "packaging" / "icons" / "instrument.svg",
    "project": ROOT / "packaging" / "icons" / "project.svg",
}
"""Of the app, and of its documents."""
LARGEST_PX = 1024
ICO_PX = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def picture(drawing: Path, size_px: int) -> QImage:
    """A drawing on a transparent square."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return image


def main() -> None:
    """Write all icons."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in DRAWINGS.items():
        sizes = {size: _as_pillow(picture(drawing, size)) for size in (*ICO_PX, 512, LARGEST_PX)}
        others = [sizes[size] for size in ICO_PX]
        sizes[256].save(folder / f"{name}.ico", sizes=[(size, size) for size in ICO_PX], append_images=others)
        sizes[LARGEST_PX].save(folder / f"{name}.icns", append_images=list(sizes.values()))


def _as_pillow(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue,reportArgumentType]  # the stubs want bytes
    return Image.open(io.BytesIO(buffer.data().data()))


if __name__ == "__main__":
    main()
