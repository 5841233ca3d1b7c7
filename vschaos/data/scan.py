"""Which sounds a folder holds, and why the rest cannot be used: every file is taken or listed with its reason.

Torch-free; the studio runs it in a worker thread, `vschaos doctor` and the trainer in their own processes. Every
sample is decoded once, in a few threads (libsndfile works outside the interpreter's lock), since no header tells of a
file that breaks off or holds values that are not numbers. What was found is remembered (`vschaos.data.index`): a later
scan decodes only what is new or has changed, also after one that was stopped or killed on the way.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from vschaos.audio import blocks, probe
from vschaos.data.cache import cache_folder
from vschaos.data.content import Stamp, content_key, stamp
from vschaos.data.facts import Examiner, SoundFacts
from vschaos.data.index import Remembered, SoundIndex, Verdict
from vschaos.data.layout import LABELS, FoundFile, find_files
from vschaos.data.pace import Pace
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
    """A usable sound.

    Attributes
    ----------
    path
        Where it is.
    relative
        Its name below the folder, with ``/`` between folders.
    duration_s, sample_rate_hz, channels
        As it is stored.
    facts
        What its samples are like.
    key
        Names its content, equal for copies; empty for a file that changed while it was read.
    stamp
        What the file system said of the file with that content.
    """

    path: Path
    relative: str
    duration_s: float
    sample_rate_hz: int
    channels: int
    facts: SoundFacts | None = None
    key: str = ""
    stamp: Stamp | None = None


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
    cache: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ScanReport:
    """Judge every file of a folder.

    Parameters
    ----------
    root
        A plain folder of sounds, or a dataset with ``data/`` and ``metadata/``.
    cache
        Where verdicts are remembered, `cache_folder` by default.
    on_progress
        Called with (files done, files in all) from the calling thread, some twenty times a second at most.
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
    with SoundIndex(cache or cache_folder()) as index:
        known = index.recall(root)
        verdicts = _judge_all(found, known, index, stop, Pace(on_progress, len(found)))
        index.seen((path, known[path]) for path in (str(file.path) for file in found) if path in known)
    sounds = tuple(verdict for verdict in verdicts if isinstance(verdict, SoundFile))
    rejected = tuple(verdict for verdict in verdicts if isinstance(verdict, Rejection))
    return ScanReport(root, sounds, rejected, stop())


def _judge_all(
    found: Sequence[FoundFile],
    known: Mapping[str, Remembered],
    index: SoundIndex,
    stop: Callable[[], bool],
    progress: Pace,
) -> list[SoundFile | Rejection | None]:
    """The verdicts in the order of the files; only what is not known needs a thread."""
    progress(0)
    verdicts = [_without_decoding(file, known) for file in found]
    unknown = [place for place, verdict in enumerate(verdicts) if verdict is None]
    done = len(found) - len(unknown)
    progress(done)
    pool = ThreadPoolExecutor(max_workers=min(8, os.cpu_count() or 1), thread_name_prefix="scan")
    try:
        fresh = pool.map(lambda place: _judge(found[place], index, stop), unknown)
        for count, (place, verdict) in enumerate(zip(unknown, fresh, strict=True), start=1):
            verdicts[place] = verdict
            progress(done + count)
    finally:  # also when the progress raises
        pool.shutdown(cancel_futures=True)
    return verdicts


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


def _without_decoding(file: FoundFile, known: Mapping[str, Remembered]) -> SoundFile | Rejection | None:
    """The verdict on a file whose name, place or former judgement is enough for one, or None."""
    if file.unreadable:
        return _reject(file, f"It cannot be read: {file.unreadable}.", "Remove it, or change its permissions.")
    if file.misplaced and file.relative.startswith(f"{LABELS}/"):
        return _reject(file, "It lies among the labels.", f"Move it out of “{LABELS}”.")
    if file.misplaced:
        return _reject(file, "It lies outside of the dataset's data folder.", "Move it into “data”.")
    remembered = known.get(str(file.path))
    if remembered is not None and remembered.stamp == file.stamp:
        return _pronounce(file, remembered.verdict, remembered.stamp)
    return None


def _judge(file: FoundFile, index: SoundIndex, stop: Callable[[], bool]) -> SoundFile | Rejection | None:
    """The verdict on a file, or None when the scan was stopped before one was reached."""
    if stop():
        return None
    if not file.promises_sound and not _begins_like_sound(file.path):
        return _reject(file, _what_it_is(file.path), "")
    try:
        rate_hz = probe(file.path).sample_rate_hz
        # From here on all of the file can be read: what is wrong with it lies in its content, and may be remembered.
        key, before = content_key(file.path, stop)
        verdict = _decode(file.path, key, rate_hz, stop)
    except AudioFileError as error:
        return _reject(file, _of_it(error, file.path), error.remedy)
    if not key or verdict is None:
        return None
    if stamp(file.path) != before:  # it changes at this moment: the next scan has to look again
        return _pronounce(file, verdict._replace(key=""), None)
    index.remember(file.path, before, verdict)
    return _pronounce(file, verdict, before)


def _decode(path: Path, key: str, rate_hz: int, stop: Callable[[], bool]) -> Verdict | None:
    """Listen to a whole file; None when the scan was stopped."""
    frames = channels = 0
    examiner = Examiner(rate_hz)
    try:
        for block in blocks(path):
            channels = block.shape[0]
            frames += block.shape[1]
            examiner.push(block)
            if stop():
                return None
    except AudioFileError as error:
        return Verdict(key, reason=_of_it(error, path), remedy=error.remedy)
    return Verdict(key, frames / rate_hz, rate_hz, channels, examiner.finish() if frames else None)


def _pronounce(file: FoundFile, verdict: Verdict, known_by: Stamp | None) -> SoundFile | Rejection:
    """What a verdict means for a file of this name."""
    if verdict.reason:
        return _reject(file, verdict.reason, verdict.remedy)
    if not verdict.duration_s:
        return _reject(file, "It has a header and no sound.", "Record or export it again.")
    if verdict.duration_s < SHORTEST_S:
        return _reject(
            file,
            f"It is too short: {1000 * verdict.duration_s:.0f} ms, "
            f"and a sound needs at least {1000 * SHORTEST_S:.0f} ms.",
            "Use longer sounds, or join several into one file.",
        )
    return SoundFile(
        *(file.path, file.relative, verdict.duration_s, verdict.sample_rate_hz, verdict.channels),
        *(verdict.facts, verdict.key, known_by),
    )


def _of_it(error: AudioFileError, path: Path) -> str:
    """The sentence without the file's name, which is beside the reason wherever it is shown."""
    return error.sentence.replace(f"“{path.name}”", "It", 1)


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
