"""The pictures of instruments, kept in the user's cache folder: to measure and paint one takes a good part of a second.

A picture is a PNG file that holds the instrument's character as well. Its name follows from the instrument's path, size
and date, and from how it is painted. Safe on worker threads.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from vschaos.files import read_file, write_file
from vschaos_studio.services.instrument_look import look_at
from vschaos_studio.state.instrument_list import ListedInstrument
from vschaos_studio.ui.browser.card_delegate import PICTURE, paint_picture
from vschaos_studio.ui.theme import Theme

VERSION = 1
"""To be raised when instruments are measured or painted in another way."""

MOST_BYTES = 50 << 20
LARGEST_BYTES = 4 << 20
CHARACTER = "character"
_DAY_S = 24 * 3600


class PictureCache:
    """Makes pictures, or finds those made before.

    Parameters
    ----------
    folder
        Where they are kept; without one that can be written, each is made anew.
    most_bytes
        How much they may use together; beyond it, those that were not used for longest are removed.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def picture(self, listed: ListedInstrument, scale: float, theme: Theme) -> tuple[QImage, str]:
        """The picture of an instrument, so many pixels of the screen to one, and its character.

        Raises
        ------
        InstrumentError
            If the file is damaged.
        """
        path = self._folder / f"{_name(listed, scale, theme)}.png"
        known = _read(path, scale)
        if known is not None:
            return known, known.text(CHARACTER)
        look = look_at(listed.path)
        made = paint_picture(look, scale, theme)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_file(path, _content(made, look.character))
        return made, look.character

    def tidy(self) -> None:
        """Remove what is too much."""
        found = []
        for path in self._folder.glob("*"):
            with suppress(OSError):
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
        too_much = sum(size for _, size, _ in found) - self._most_bytes
        for _, size, path in sorted(found):
            if too_much <= 0:
                return
            with suppress(OSError):
                path.unlink()
                too_much -= size


def _name(listed: ListedInstrument, scale: float, theme: Theme) -> str:
    size = PICTURE.width(), PICTURE.height()
    made_of = VERSION, str(listed.path), listed.size_bytes, listed.stamp, size, scale, theme
    return hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]


def _read(path: Path, scale: float) -> QImage | None:
    """A picture that was kept; None where there is none, or a damaged one. Its date becomes that of its last use."""
    try:
        picture = QImage.fromData(read_file(path, LARGEST_BYTES), "PNG")  # pyright: ignore[reportArgumentType]
    except OSError:
        return None
    if picture.size() != PICTURE * scale:
        return None
    with suppress(OSError):
        if time.time() - path.stat().st_mtime > _DAY_S:
            path.touch()
    picture.setDevicePixelRatio(scale)
    return picture


def _content(picture: QImage, character: str) -> bytes:
    kept = picture.copy()
    kept.setText(CHARACTER, character)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kept.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(buffer.data().data())
