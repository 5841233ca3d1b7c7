"""Folders of labels in many conditions, and the values to be read from each.

Three sounds, ``data/a.wav`` to ``c.wav`` of two seconds, and one task, ``kind``.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SOUNDS = ("data/a.wav", "data/b.wav", "data/c.wav")
Values = tuple[float | None, float | None, float | None]
_NONE: Values = (None, None, None)
_ALL: Values = (0, 1, 2)


@dataclass(frozen=True)
class Tree:
    """A folder of labels.

    Attributes
    ----------
    name
        What is the matter with it.
    make
        Writes it below the task's folder, which is there.
    values
        The labels of the three sounds at 0.5 s; None: unlabelled. For a task that cannot be read at all: refused.
    told
        Whether a problem must be reported.
    refused
        Whether it is refused as a whole.
    sounds
        The names of the three sounds, where they are others.
    """

    name: str
    make: Callable[[Path], object]
    values: Values = _NONE
    reported: bool = False
    refused: bool = False
    sounds: tuple[str, str, str] = SOUNDS


def _text(content: str | bytes, **others: str | bytes) -> Callable[[Path], object]:
    """Writes ``metadata.txt``, and other files by their name without ``.txt``; ``tracks_x`` is ``tracks/x.txt``."""

    def make(folder: Path) -> None:
        for name, text in {"metadata": content, **others}.items():
            path = folder / f"{name.replace('tracks_', 'tracks/')}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


def _lines(*values: str, sounds: tuple[str, ...] = SOUNDS, end: str = "\n") -> str:
    return "".join(f"{sound}\t{value}{end}" for sound, value in zip(sounds, values, strict=False))


def _then(first: Callable[[Path], object], *more: Callable[[Path], object]) -> Callable[[Path], object]:
    def make(folder: Path) -> None:
        for step in (first, *more):
            step(folder)

    return make


def _fifo(name: str) -> Callable[[Path], object]:
    return lambda folder: os.mkfifo(folder / name)


def _link(name: str, to: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).symlink_to(to)


def _folder(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).mkdir(parents=True)


_WORDS = "bell\ndrum\ngong\n"
_NUMBERS = _lines("0", "1", "2")
_TRACKS = _lines("tracks/a.txt", "1", "2")


def trees() -> Iterator[Tree]:
    """All of them."""
    yield from _encodings()
    yield from _not_files()
    yield from _classes()
    yield from _values()
    yield from _names()
    yield from _tracks()


def _encodings() -> Iterator[Tree]:
    yield Tree("numbers", _text(_NUMBERS), _ALL)
    yield Tree("lines end as on Windows", _text(_lines("0", "1", "2", end="\r\n")), _ALL)
    yield Tree("lines end as on old Macintoshes", _text(_lines("0", "1", "2", end="\r")), _ALL)
    yield Tree("byte-order mark", _text(b"\xef\xbb\xbf" + _NUMBERS.encode()), _ALL)
    yield Tree("UTF-16", _text(_NUMBERS.encode("utf-16")), refused=True)
    yield Tree("Latin-1", _text("data/é.wav\t1\n".encode("latin-1")), refused=True)
    yield Tree("classes in Latin-1", _text(_NUMBERS, classes="é\nb\nc\n".encode("latin-1")), _ALL, reported=True)
    yield Tree("empty", _text(""))
    yield Tree("blank lines", _text("\n \n" + _NUMBERS.replace("\n", "\n\n\n")), _ALL)
    yield Tree("zeros", _text(bytes(100_000)), reported=True)
    yield Tree("70 MB", _text(_NUMBERS + "#" * (70 << 20)), refused=True)


def _not_files() -> Iterator[Tree]:
    yield Tree("no metadata.txt", lambda _folder: None)
    yield Tree("metadata.txt is a folder", _folder("metadata.txt"), refused=True)
    yield Tree("metadata.txt is a pipe", _fifo("metadata.txt"), refused=True)
    yield Tree("metadata.txt is a device", _link("metadata.txt", "/dev/zero"), refused=True)
    yield Tree("metadata.txt leads to itself", _link("metadata.txt", "metadata.txt"))
    yield Tree("metadata.txt leads nowhere", _link("metadata.txt", "gone.txt"))
    yield Tree("classes.txt is a pipe", _then(_text(_NUMBERS), _fifo("classes.txt")), _ALL, reported=True)
    yield Tree("classes.txt is a folder", _then(_text(_NUMBERS), _folder("classes.txt")), _ALL, reported=True)
    yield Tree("a link back to the dataset", _then(_text(_NUMBERS), _link("again", "../..")), _ALL)


def _classes() -> Iterator[Tree]:
    yield Tree("class names", _text(_lines("bell", "drum", "gong"), classes=_WORDS), _ALL)
    odd = "2\tgong\n0\tbell\n1\tdrum\n"
    yield Tree("numbered classes in odd order", _text(_lines("bell", "drum", "gong"), classes=odd), _ALL)
    yield Tree("a class twice", _text(_NUMBERS, classes="bell\nbell\ngong\n"), _ALL, reported=True)
    yield Tree("an unknown class", _text(_lines("bell", "drums", "2"), classes=_WORDS), (0, None, 2), reported=True)
    million = "".join(f"class{number}\n" for number in range(1_000_000))
    yield Tree("a million classes", _text(_lines("class0", "1", "class2"), classes=million), _ALL, reported=True)
    yield Tree("a number beyond the classes", _text(_lines("0", "1", "7"), classes=_WORDS), (0, 1, None), reported=True)


def _values() -> Iterator[Tree]:
    yield Tree("a class of a thousand million", _text(_lines("0", "1", "1000000000")), (0, 1, None), reported=True)
    yield Tree("400 digits", _text(_lines("0", "1", "9" * 400)), (0, 1, None), reported=True)
    yield Tree("a negative class", _text(_lines("0", "-1", "2")), (0, None, 2), reported=True)
    yield Tree("quantities", _text(_lines("0.25", "1", "-2.5e2")), (0.25, 1, -250))
    yield Tree("large whole quantities", _text(_lines("44100", "48000", "96000")), (44100, 48000, 96000))
    yield Tree("a number that overflows", _text(_lines("0.5", "1e400", "2")), (0.5, None, 2), reported=True)
    yield Tree("a decimal comma", _text(_lines("0.5", "1,5", "2")), (0.5, None, 2), reported=True)
    yield Tree("unlabelled in many ways", _text(_lines("None", "nan", "NONE")))
    yield Tree("nothing behind the tab", _text(_lines("0", "", "2")), (0, None, 2), reported=True)
    yield Tree("no tab", _text("data/a.wav 0\n" + _lines("1", "2", sounds=SOUNDS[1:])), (None, 1, 2), reported=True)
    yield Tree("lines twice", _text(_NUMBERS + _lines("2")), _ALL, reported=True)


def _names() -> Iterator[Tree]:
    windows = tuple(sound.replace("/", "\\") for sound in SOUNDS)
    yield Tree("backslashes", _text(_lines("0", "1", "2", sounds=windows)), _ALL)
    dotted = tuple(f"./{sound}" for sound in SOUNDS)
    yield Tree("./ before names", _text(_lines("0", "1", "2", sounds=dotted)), _ALL)
    there_and_back = tuple(sound.replace("data/", "data/../data//") for sound in SOUNDS)
    yield Tree(".. within names", _text(_lines("0", "1", "2", sounds=there_and_back)), _ALL)

    def absolute(folder: Path) -> None:
        root = folder.parents[1]
        _text(_lines("0", "1", "2", sounds=tuple(str(root / sound) for sound in SOUNDS)))(folder)

    yield Tree("absolute names", absolute, _ALL)
    outside = _text(_lines("0", "1", sounds=("/etc/passwd", "../../etc/passwd")) + "data/c.wav\t2\n")
    yield Tree("names outside", outside, (None, None, 2), reported=True)
    yield Tree(
        "names of nothing",
        _text(_lines("0", "1", sounds=("data/x.wav", "a\0b")) + "data/c.wav\t2\n"),
        (None, None, 2),
        True,
    )
    spaced = (" a.wav", "b\u3000.wav", "\u3000c.wav ")
    yield Tree("spaces around names", _text(_lines("0", "1", "2", sounds=spaced)), _ALL, sounds=spaced)
    signs = ("data/a=b,[c].wav", "data/'d' & (e)#~.wav", "data/${f} {g}!%.wav")
    yield Tree("signs in names", _text(_lines("0", "1", "2", sounds=signs)), _ALL, sounds=signs)
    composed = ("data/é.wav", "data/ü.wav", "data/ñ.wav")
    apart = tuple(unicodedata.normalize("NFD", name) for name in composed)
    yield Tree("accents written apart", _text(_lines("0", "1", "2", sounds=apart)), _ALL, sounds=composed)


def _tracks() -> Iterator[Tree]:
    def track(text: str | bytes) -> Callable[[Path], object]:
        return _text(_TRACKS, tracks_a=text)

    yield Tree("a track", track("0,1\t0\n1,2\t2\n"), _ALL)
    yield Tree("stretches in odd order", track("1,2\t2\n0,1\t0\n"), _ALL)
    yield Tree("stretches that overlap", track("0,1.5\t0\n1,2\t2\n"), _ALL, reported=True)
    yield Tree("a negative onset", track("-1,1\t0\n"), _ALL)
    yield Tree("an onset that is no number", track("nan,1\t1\n0,1\t0\n"), _ALL, reported=True)
    yield Tree("an end before its beginning", track("1,0\t1\n0,1\t0\n"), _ALL, reported=True)
    yield Tree("onsets that overflow", track("0,1e400\t0\n1e400,1e500\t2\n"), _ALL, reported=True)
    yield Tree("a track that is not there", _text(_TRACKS), (None, 1, 2), reported=True)
    yield Tree("a track in UTF-16", track("0,1\t0\n".encode("utf-16")), (None, 1, 2), reported=True)
    pipe = _then(_text(_TRACKS), _folder("tracks"), _fifo("tracks/a.txt"))
    yield Tree("a track that is a pipe", pipe, (None, 1, 2), reported=True)
    device = _then(_text(_TRACKS), _folder("tracks"), _link("tracks/a.txt", "/dev/zero"))
    yield Tree("a track that is a device", device, (None, 1, 2), reported=True)
    beyond = _text(_lines("../../../../etc/passwd.txt", "1", "2"))
    yield Tree("a track outside", beyond, (None, 1, 2), reported=True)
