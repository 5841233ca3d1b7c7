"""Which sounds a folder holds, and why the rest cannot be used: every file is taken or listed with its reason.

Torch-free; the studio runs it in a worker thread, `vschaos doctor` and the trainer in their own processes. Every
sample is decoded once, in a few threads (libsndfile works outside the interpreter's lock), since no header tells of a
file that breaks off or holds values that are not numbers.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from vschaos.audio import AudioInfo, blocks, probe
from vschaos.data.layout import FoundFile, find_files
from vschaos.errors import AudioFileError, DatasetError

SHORTEST_S = 2048 / 44_100
"""One analysis window: shorter sounds have nothing to learn from."""

_AUDIO_MAGIC = (b"RIFF", b"RF64", b"fLaC", b"OggS", b"FORM", b"caff", b"ID3")
_KINDS = {
    "a text file": (".txt", ".md", ".csv", ".tsv", ".json", ".yaml", ".yml", ".xml", ".html", ".rtf", ".log", ".nfo"),
    "an image or a document": (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".svg", ".pdf"),
    "a MIDI file: notes without sound": (".mid", ".midi"),
    "an archive": (".zip", ".rar", ".7z", ".gz", ".tar", ".bz2", ".xz"),
}


@dataclass(frozen=True)
class SoundFile:
    """A usable sound. ``relative`` is its name below the folder, with ``/`` between folders."""

    path: Path
    relative: str
    duration_s: float
    sample_rate_hz: int
    channels: int


@dataclass(frozen=True)
class Rejection:
    """A file that cannot be used: what is wrong with it, and what helps, each a sentence."""

    path: Path
    relative: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class ScanReport:
    """What a folder holds, ordered by name. ``cancelled`` marks a scan that was stopped on the way."""

    root: Path
    files: tuple[SoundFile, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    cancelled: bool = False

    @property
    def duration_s(self) -> float:
        """Length of all usable sounds together, in seconds."""
        return sum(file.duration_s for file in self.files)

    @property
    def minutes(self) -> float:
        """Length of all usable sounds together, in minutes."""
        return self.duration_s / 60


def scan_folder(
    root: Path,
    *,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ScanReport:
    """Judge every file of a folder.

    Parameters
    ----------
    root
        A plain folder of sounds, or a dataset with ``data/`` and ``metadata/``.
    on_progress
        Called with (files done, files in all) from the calling thread.
    cancelled
        Asked often, from several threads; once true, the report holds what was judged so far.

    Returns
    -------
    ScanReport
        Empty for an empty folder: see `require_sounds`.

    Raises
    ------
    DatasetError
        If ``root`` is missing, is a file or may not be opened.
    """
    stop = cancelled or (lambda: False)
    root = root.expanduser().absolute()  # not resolve(): names stay as the user knows them
    found = find_files(root, cancelled=stop)
    sounds: list[SoundFile] = []
    rejected: list[Rejection] = []
    if on_progress:
        on_progress(0, len(found))
    pool = ThreadPoolExecutor(max_workers=min(8, os.cpu_count() or 1), thread_name_prefix="scan")
    try:
        for done, verdict in enumerate(pool.map(lambda file: _judge(file, stop), found), start=1):
            if isinstance(verdict, SoundFile):
                sounds.append(verdict)
            elif verdict is not None:
                rejected.append(verdict)
            if on_progress:
                on_progress(done, len(found))
    finally:  # also when on_progress raises
        pool.shutdown(cancel_futures=True)
    return ScanReport(root, tuple(sounds), tuple(rejected), stop())


def require_sounds(report: ScanReport) -> None:
    """Refuse a folder that nothing can be learnt from.

    Raises
    ------
    DatasetError
        If the report has no usable sound; the sentence says whether there was anything at all.
    """
    if report.files:
        return
    remedy = "Choose a folder with sounds in wav, flac, aiff, ogg or mp3."
    if not report.rejected:
        raise DatasetError(f"The folder “{report.root}” is empty.", remedy)
    first = report.rejected[0]
    count = len(report.rejected)
    raise DatasetError(
        f"None of the {count} files in “{report.root}” can be used; the first, “{first.relative}”: {first.reason}"
        if count > 1
        else f"The only file in “{report.root}”, “{first.relative}”, cannot be used: {first.reason}",
        remedy,
    )


def _judge(file: FoundFile, stop: Callable[[], bool]) -> SoundFile | Rejection | None:
    """The verdict on a file, or None when the scan was stopped before one was reached."""
    if stop():
        return None
    if file.unreadable:
        return _reject(file, f"It cannot be read: {file.unreadable}.", "Remove it, or change its permissions.")
    if file.misplaced:
        return _reject(file, "It lies outside of the dataset's data folder.", "Move it into “data”.")
    if not file.promises_sound and not _begins_like_sound(file.path):
        return _reject(file, _what_it_is(file.path), "")
    try:
        info = probe(file.path)
        frames = 0
        for block in blocks(file.path):
            frames += block.shape[1]
            if stop():
                return None
    except AudioFileError as error:
        # The file is named beside the reason wherever it is shown.
        return _reject(file, error.sentence.replace(f"“{file.path.name}”", "It", 1), error.remedy)
    return _measure(file, info, frames)


def _measure(file: FoundFile, info: AudioInfo, frames: int) -> SoundFile | Rejection:
    duration_s = frames / info.sample_rate_hz
    if not frames:
        return _reject(file, "It has a header and no sound.", "Record or export it again.")
    if duration_s < SHORTEST_S:
        return _reject(
            file,
            f"It is too short: {1000 * duration_s:.0f} ms, and a sound needs at least {1000 * SHORTEST_S:.0f} ms.",
            "Use longer sounds, or join several into one file.",
        )
    return SoundFile(file.path, file.relative, duration_s, info.sample_rate_hz, info.channels)


def _reject(file: FoundFile, reason: str, remedy: str) -> Rejection:
    return Rejection(file.path, file.relative, reason, remedy)


def _begins_like_sound(path: Path) -> bool:
    """Whether a file without an audio suffix holds audio after all (old Macintosh files have none)."""
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(_AUDIO_MAGIC)
    except OSError:
        return False


def _what_it_is(path: Path) -> str:
    suffix = path.suffix.lower()
    for kind, suffixes in _KINDS.items():
        if suffix in suffixes:
            return f"It is {kind}, not a sound."
    return f"It is not a sound (“{suffix}”)." if suffix else "It is not a sound."
