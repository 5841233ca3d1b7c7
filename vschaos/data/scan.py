"""Which sounds a folder holds, and why the rest cannot be used: every file is used or listed with its reason.

Torch-free; the studio runs it in a worker thread, `vschaos doctor` and the trainer in their own processes. Every
sample is decoded once, in a few threads (libsndfile works outside the interpreter's lock), since no header reports a
file that breaks off or holds values that are not numbers. What was found is remembered (`vschaos.data.index`): a later
scan decodes only what is new or has changed, also after one that was stopped or killed on the way.
"""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from vschaos.audio import AudioInfo, blocks, probe
from vschaos.configs.schema import Mix
from vschaos.data.cache import cache_folder
from vschaos.data.content import Stamp, content_key, stamp
from vschaos.data.facts import MEAN, SILENCE_DB, Examiner, SoundFacts
from vschaos.data.index import Remembered, SoundIndex, Verdict
from vschaos.data.layout import LABELS, FoundFile, find_files, name_order
from vschaos.data.left_out import LEFT_OUT_FILE, read_left_out
from vschaos.data.mix import learnt_facts, learnt_signals
from vschaos.data.progress_throttle import ProgressThrottle
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
        What its samples are like: those of the signals that are learnt.
    key
        Names its content, equal for copies; empty for a file that changed while it was read.
    stamp
        What the file system said of the file with that content.
    signals
        Which signals of its channels are learnt, each as a sound of its own: see `vschaos.data.mix`.
    unfinished
        True where its header was never completed; its sound is there all the same.
    """

    path: Path
    relative: str
    duration_s: float
    sample_rate_hz: int
    channels: int
    facts: SoundFacts | None = None
    key: str = ""
    stamp: Stamp | None = None
    signals: tuple[int, ...] = (MEAN,)
    unfinished: bool = False

    @property
    def silent(self) -> bool:
        """Whether nothing in what would be learnt of it rises above `vschaos.data.facts.SILENCE_DB`."""
        return self.facts is not None and self.facts.silent_s >= self.duration_s - 1e-3


@dataclass(frozen=True)
class Rejection:
    """A file that cannot be used: what is wrong with it, and what helps, each a sentence."""

    path: Path
    relative: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class ScanReport:
    """What a folder holds, ordered by name.

    ``cancelled`` marks a scan that was stopped on the way; ``mix`` is what was judged of several channels; ``left_out``
    are usable sounds that the user leaves out: they are not among the ``files``.
    """

    root: Path
    files: tuple[SoundFile, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    cancelled: bool = False
    mix: Mix = Mix.AUTO
    left_out: tuple[SoundFile, ...] = ()

    @property
    def sounds(self) -> tuple[SoundFile, ...]:
        """All usable sounds, also those that are left out, ordered by name."""
        if not self.left_out:
            return self.files
        return tuple(sorted((*self.files, *self.left_out), key=lambda sound: name_order(sound.relative)))

    def leaving_out(self, names: Collection[str]) -> ScanReport:
        """The report of the same folder where the sounds of these names, and no others, are left out."""
        sounds = self.sounds
        used = tuple(sound for sound in sounds if sound.relative not in names)
        left_out = tuple(sound for sound in sounds if sound.relative in names)
        return dataclasses.replace(self, files=used, left_out=left_out)

    @property
    def audible(self) -> tuple[SoundFile, ...]:
        """The sounds that training learns from: those that are not silent."""
        return tuple(sound for sound in self.files if not sound.silent)

    @property
    def duration_s(self) -> float:
        """Length of the audible sounds together, in seconds."""
        return sum(file.duration_s for file in self.audible)


def scan_folder(
    root: Path,
    *,
    mix: Mix = Mix.AUTO,
    cache: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ScanReport:
    """Judge every file of a folder.

    Parameters
    ----------
    root
        A plain folder of sounds, or a dataset with ``data/`` and ``metadata/``.
    mix
        What is learnt, and hence judged, of several channels.
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
        If ``root`` is missing, is a file or may not be opened, or the list of what is left out cannot be read.
    """
    stop = cancelled or (lambda: False)
    root = root.expanduser().absolute()  # not resolve(): names stay as the user knows them
    found = find_files(root, cancelled=stop)
    left_out = read_left_out(root)
    with SoundIndex(cache or cache_folder()) as index:
        known = index.recall(root)
        verdicts = _judge_all(found, known, index, mix, stop, ProgressThrottle(on_progress, len(found)))
        index.seen((path, known[path]) for path in (str(file.path) for file in found) if path in known)
    sounds = tuple(verdict for verdict in verdicts if isinstance(verdict, SoundFile))
    rejected = tuple(verdict for verdict in verdicts if isinstance(verdict, Rejection))
    return ScanReport(root, sounds, rejected, stop(), mix).leaving_out(left_out)


def _judge_all(
    found: Sequence[FoundFile],
    known: Mapping[str, Remembered],
    index: SoundIndex,
    mix: Mix,
    stop: Callable[[], bool],
    progress: ProgressThrottle,
) -> list[SoundFile | Rejection | None]:
    """The verdicts in the order of the files; only what is not known needs a thread."""
    progress(0)
    verdicts = [_without_decoding(file, known, mix) for file in found]
    unknown = [place for place, verdict in enumerate(verdicts) if verdict is None]
    done = len(found) - len(unknown)
    progress(done)
    pool = ThreadPoolExecutor(max_workers=min(8, os.cpu_count() or 1), thread_name_prefix="scan")
    try:
        fresh = pool.map(lambda place: _judge(found[place], index, mix, stop), unknown)
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
    if report.left_out:
        raise DatasetError(
            f"All sounds of “{report.root}” are left out.",
            f"Tick some of them on the Sounds page, or remove {LEFT_OUT_FILE} from the folder.",
        )
    remedy = "Choose a folder with sounds in wav, flac, aiff, ogg, mp3 or m4a."
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


def require_audible(report: ScanReport) -> ScanReport:
    """The report with what is silent among the rejected; training leaves it out.

    Raises
    ------
    DatasetError
        If nothing else is left; the sentence says whether that is due to channels that cancel.
    """
    silent = [sound for sound in report.files if sound.silent]
    if report.audible:
        return dataclasses.replace(report, files=report.audible, rejected=(*report.rejected, *map(_too_quiet, silent)))
    limit = f"{-SILENCE_DB:.0f} dB below full scale"
    if any(recorded(sound) for sound in silent):
        raise DatasetError(
            f"Nothing can be learnt from “{report.root}”: the learnt channels of its sounds stay below {limit}, "
            "while others have sound.",
            "Set “Channels” on the Sounds page to automatic (data.dataset.mix=auto).",
        )
    raise DatasetError(
        f"Nothing can be learnt from “{report.root}”: all of its sounds are silent, below {limit}.",
        "Record at a higher level, or normalise the sounds in an audio editor.",
    )


def recorded(sound: SoundFile) -> bool:
    """Whether any channel of a sound has something to hear, be it learnt or not."""
    signals = sound.facts.signals if sound.facts is not None else ()
    return any(signal.silent_s < sound.duration_s - 1e-3 for signal in signals)


def _too_quiet(sound: SoundFile) -> Rejection:
    reason = f"It is silent: its level stays more than {-SILENCE_DB:.0f} dB below full scale."
    if not recorded(sound):
        return Rejection(sound.path, sound.relative, reason, "Replace it by a recording that has sound.")
    reason = "The learnt channels are silent, while others have sound."
    return Rejection(
        sound.path, sound.relative, reason, "Set “Channels” on the Sounds page to automatic (data.dataset.mix=auto)."
    )


def _without_decoding(file: FoundFile, known: Mapping[str, Remembered], mix: Mix) -> SoundFile | Rejection | None:
    """The verdict on a file whose name, place or former judgement is enough for one, or None."""
    if re.search(r"[\t\r\n]", file.relative):  # the lists of labels, and of what is left out, hold a name a line
        return _reject(file, "Its name has a tab or a line break.", "Rename it.")
    if file.unreadable:
        return _reject(file, f"It cannot be read: {file.unreadable}.", "Remove it, or change its permissions.")
    if file.misplaced and file.relative.startswith(f"{LABELS}/"):
        return _reject(file, "It is in the folder of the labels.", f"Move it out of “{LABELS}”.")
    if file.misplaced:
        return _reject(file, "It is outside the dataset's data folder.", "Move it into “data”.")
    remembered = known.get(str(file.path))
    if remembered is not None and remembered.stamp == file.stamp:
        return _pronounce(file, remembered.verdict, remembered.stamp, mix)
    return None


def _judge(file: FoundFile, index: SoundIndex, mix: Mix, stop: Callable[[], bool]) -> SoundFile | Rejection | None:
    """The verdict on a file, or None when the scan was stopped before one was reached."""
    if stop():
        return None
    if not file.promises_sound and not _holds_sound(file.path):
        return _reject(file, _what_it_is(file.path), "")
    try:
        info = probe(file.path)
        # From here on all of the file can be read: what is wrong with it lies in its content, and may be remembered.
        key, before = content_key(file.path, stop)
        verdict = _decode(file.path, key, info, stop)
    except AudioFileError as error:
        return _reject(file, _of_it(error, file.path), error.remedy)
    if not key or verdict is None:
        return None
    if stamp(file.path) != before:  # it is changing at this moment: the next scan has to check it again
        return _pronounce(file, verdict._replace(key=""), None, mix)
    index.remember(file.path, before, verdict)
    return _pronounce(file, verdict, before, mix)


def _decode(path: Path, key: str, info: AudioInfo, stop: Callable[[], bool]) -> Verdict | None:
    """Listen to a whole file; None when the scan was stopped."""
    rate_hz = info.sample_rate_hz
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
    facts = examiner.finish() if frames else None
    return Verdict(key, frames / rate_hz, rate_hz, channels, facts, unfinished=info.unfinished)


def _pronounce(file: FoundFile, verdict: Verdict, known_by: Stamp | None, mix: Mix) -> SoundFile | Rejection:
    """What a verdict means for a file of this name."""
    if verdict.reason:
        return _reject(file, verdict.reason, verdict.remedy)
    if not verdict.duration_s:
        return _reject(file, "It has a header but no sound.", "Record or export it again.")
    if verdict.duration_s < SHORTEST_S:
        return _reject(
            file,
            f"It is too short: {1000 * verdict.duration_s:.0f} ms, "
            f"and a sound needs at least {1000 * SHORTEST_S:.0f} ms.",
            "Use longer sounds, or join several into one file.",
        )
    facts, signals = verdict.facts, (MEAN,)
    if facts is not None:
        signals = learnt_signals(mix, facts)
        facts = learnt_facts(facts, signals)
    return SoundFile(
        *(file.path, file.relative, verdict.duration_s, verdict.sample_rate_hz, verdict.channels),
        *(facts, verdict.key, known_by, signals, verdict.unfinished),
    )


def _of_it(error: AudioFileError, path: Path) -> str:
    """The sentence without the file's name, which is beside the reason wherever it is shown."""
    return error.sentence.replace(f"“{path.name}”", "It", 1)


def _reject(file: FoundFile, reason: str, remedy: str) -> Rejection:
    return Rejection(file.path, file.relative, reason, remedy)


def _holds_sound(path: Path) -> bool:
    """Whether a file without an audio suffix holds audio after all (old Macintosh files have none).

    One that begins like a sound and cannot be read counts as well: the reason is then shown.
    """
    try:
        with path.open("rb") as file:
            if file.read(4).startswith(_AUDIO_MAGIC):
                return True
        named_otherwise = any(path.suffix.lower() in suffixes for suffixes in _KINDS.values())
        return not named_otherwise and probe(path).frames > 0
    except (OSError, AudioFileError):
        return False


def _what_it_is(path: Path) -> str:
    suffix = path.suffix.lower()
    for kind, suffixes in _KINDS.items():
        if suffix in suffixes:
            return f"It is {kind}, not a sound."
    return f"It is not a sound (“{suffix}”)." if suffix else "It is not a sound."
