"""Which files of a folder are a dataset's sounds: the ``data/`` + ``metadata/`` layout, or any folder. Torch-free.

::

    my_dataset/                              my_sounds/
        data/        audio, nested folders       kick.wav, more/snare.wav …   anywhere
        metadata/    labels (read elsewhere)     metadata/                    labels, once there are any
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vschaos.data.content import Stamp
from vschaos.errors import DatasetError
from vschaos.files import write_file

AUDIO_SUFFIXES = frozenset(
    f".{suffix}"
    for suffixes in (
        ("wav", "wave", "flac", "aif", "aiff", "aifc", "ogg", "oga", "opus", "mp3", "mp2", "caf", "w64", "rf64", "au"),
        ("snd", "voc", "sd2", "ircam", "nist", "sph", "svx", "8svx", "paf"),
        ("pvf", "xi", "avr", "wve", "htk", "mat", "mpc2k", "sf", "raw"),
        ("m4a", "m4b", "aac", "ac3", "wma", "ape", "wv", "tta", "mpc", "dsf", "amr", "mka", "weba"),
        ("mp4", "m4v", "mov", "mkv", "webm", "avi", "wmv", "flv", "3gp", "3g2", "ogv", "mpg", "mpeg"),
    )
    for suffix in suffixes
)
"""Names that promise sound, be it that of a film, or in a format that we must refuse: the reason is then right."""

LABELS = "metadata"
_PLAIN = ".plain"

_RUBBISH_NAMES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
_RUBBISH_FOLDERS = frozenset({"__macosx", "$recycle.bin", "system volume information", "lost+found"})
# What audio editors leave beside a sound: analyses and overviews.
_RUBBISH_SUFFIXES = (".asd", ".reapeaks", ".reapindex", ".pkf", ".pek", ".sfk", ".sfap0", ".ovw")


@dataclass(frozen=True)
class FoundFile:
    """A file that a scan has to judge.

    Attributes
    ----------
    path
        Where it is.
    relative
        Its name below the dataset's folder with ``/`` between folders, as the labels' files write it.
    misplaced
        True for a sound among the labels, or outside ``data/`` in a dataset that has the layout.
    unreadable
        Why nothing can be said of it (a folder that must not be opened, a link to nothing), or empty.
    stamp
        What the file system says of it; None if it is unreadable.
    """

    path: Path
    relative: str
    misplaced: bool = False
    unreadable: str = ""
    stamp: Stamp | None = None

    @property
    def promises_sound(self) -> bool:
        """Whether the name's suffix, in any letter case, is one of audio."""
        return self.path.suffix.lower() in AUDIO_SUFFIXES


def has_layout(root: Path) -> bool:
    """Whether a folder has both ``data/`` and ``metadata/``, so that only ``data/`` holds its sounds."""
    return (root / "data").is_dir() and (root / LABELS).is_dir() and not (root / LABELS / _PLAIN).exists()


def has_labels(root: Path) -> bool:
    """Whether a folder's ``metadata/`` holds labels, so that nothing in it is a sound."""
    return has_layout(root) or any(root.glob(f"{LABELS}/*/metadata.txt"))


def make_labels_folder(root: Path) -> None:
    """Make ``metadata/`` where a folder has none, in such a way that all its sounds stay in use.

    A plain folder may have a ``data/`` among others: ``metadata/`` beside it would make a dataset of it, whose other
    sounds lie outside. A hidden file in ``metadata/`` then marks it as plain.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    labels = root / LABELS
    if labels.is_dir():
        return
    found = find_files(root) if (root / "data").is_dir() else []
    plain = any(file.promises_sound and not file.relative.startswith("data/") for file in found)
    labels.mkdir(parents=True)
    if plain:
        write_file(labels / _PLAIN, b"The sounds of this folder are not in data/ alone.\n")


def find_files(root: Path, *, cancelled: Callable[[], bool] | None = None) -> list[FoundFile]:
    """All files below a folder but hidden ones and the system's rubbish, ordered by name.

    Links to folders are followed, each folder once. Files among the labels, and with the layout all that are outside
    ``data/``, are found as misplaced where their names promise sound, and are left out otherwise.

    Raises
    ------
    DatasetError
        If ``root`` is missing, is a file or cannot be opened.
    """
    try:
        os.scandir(root).close()
    except FileNotFoundError as error:
        raise DatasetError(f"The folder “{root}” does not exist.", "Choose another folder.") from error
    except NotADirectoryError as error:
        raise DatasetError(f"“{root}” is a file.", "Choose the folder that holds your sounds.") from error
    except PermissionError as error:
        raise DatasetError(f"You have no permission to open the folder “{root}”.", "Change its permissions.") from error
    except OSError as error:
        raise DatasetError(
            f"The folder “{root}” cannot be opened: {error.strerror or error}.", "Choose another folder."
        ) from error
    layout, labels = has_layout(root), has_labels(root)
    found = []
    for file in _walk(root, cancelled or (lambda: False)):
        top, _, below = file.relative.partition("/")
        if (below and labels and top == LABELS) or (layout and top != "data"):
            if file.promises_sound:
                found.append(replace(file, misplaced=True))
        else:
            found.append(file)
    return sorted(found, key=lambda file: name_order(file.relative))


def name_order(relative: str) -> tuple[str, str]:
    """What sounds are ordered by: their names, whatever the case of letters."""
    return relative.casefold(), relative


def _walk(root: Path, cancelled: Callable[[], bool]) -> Iterator[FoundFile]:
    seen: set[tuple[int, int]] = set()
    waiting = [(root, "")]
    while waiting and not cancelled():
        folder, prefix = waiting.pop()
        try:
            status = folder.stat()
            # A link may lead back up: every folder is entered once, by its identity on the disk.
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield FoundFile(
                folder, prefix or ".", unreadable=f"the folder cannot be opened ({error.strerror or error})"
            )
            continue
        for entry in entries:
            shown = entry.name if entry.name.isascii() else _text(entry.name)
            relative = f"{prefix}/{shown}" if prefix else shown
            name = entry.name.casefold()
            if name.startswith(".") or name in _RUBBISH_NAMES or name.endswith(_RUBBISH_SUFFIXES):
                continue
            path = Path(entry.path)
            try:
                # Not the entry's own, of which Windows keeps an old one for open files; not Path.stat: twice the time.
                status = os.stat(entry.path)  # noqa: PTH116
            except OSError as error:
                link = "it is a link to a missing file"
                reason = link if entry.is_symlink() else f"the system reports an error ({error.strerror or error})"
                yield FoundFile(path, relative, unreadable=reason)
                continue
            if stat.S_ISREG(status.st_mode):
                yield FoundFile(path, relative, stamp=Stamp.of(status))
            elif not stat.S_ISDIR(status.st_mode):
                yield FoundFile(path, relative, unreadable="it is not an ordinary file")
            elif entry.is_symlink():
                waiting.insert(0, (path, relative))  # last, so that a folder is known by its own name if it has one
            elif name not in _RUBBISH_FOLDERS:
                waiting.append((path, relative))


def _text(name: str) -> str:
    """A name that can be shown and stored: bytes that are not text in the file system's encoding become “�”."""
    return os.fsencode(name).decode("utf-8", "replace") if os.name != "nt" else name
