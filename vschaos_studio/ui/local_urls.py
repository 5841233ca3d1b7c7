"""Paths as Qt's URLs and back, to the byte: Qt's own conversion loses bytes that are not text."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from vschaos.errors import VschaosError
from vschaos_studio.language import tr
from vschaos_studio.state.notices import Notices


def url_of(path: Path) -> QUrl:
    """The URL of a file or folder."""
    if os.name == "nt":
        return QUrl.fromLocalFile(str(path))
    return QUrl.fromEncoded(b"file://" + quote_from_bytes(os.fsencode(path.absolute())).encode())


def path_of(url: QUrl) -> Path | None:
    """The file or folder on this computer that a URL names, such as one that was dropped."""
    if not url.isLocalFile():
        return None
    if os.name == "nt":
        return Path(url.toLocalFile())
    return Path(os.fsdecode(unquote_to_bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded))))


def path_of_argument(text: str) -> Path:
    """The whole path that an argument of the command line names, which a desktop may write as a URL."""
    named = path_of(QUrl.fromEncoded(os.fsencode(text))) if text.startswith("file:") else None
    return (named or Path(text)).absolute()


def path_among(urls: Iterable[QUrl], suffixes: Container[str]) -> Path | None:
    """The first file among URLs, such as those that were dropped, that has one of these suffixes."""
    paths = (path_of(url) for url in urls)
    return next((path for path in paths if path is not None and path.suffix.lower() in suffixes), None)


def show_folder(folder: Path, notices: Notices) -> None:
    """Show a folder in the system's file manager, or say where it is."""
    if not QDesktopServices.openUrl(url_of(folder)):
        notices.error(VschaosError(tr("No file manager was found."), tr("The folder is “{folder}”.", folder=folder)))


def nearest_folder(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next((path for path in (folder, *folder.parents) if path.is_dir()), Path.home())
