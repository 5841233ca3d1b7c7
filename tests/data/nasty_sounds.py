"""Sound files of many kinds, and files that only look like sounds; each with the expected result.

All contain the same sound, a note of 440 Hz, unless stated otherwise, so that the prepared sound can be checked too.
"""

from __future__ import annotations

import os
import struct
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from tests.media import FORMATS, SILENT_FILM, write_media
from tests.unfinished_recordings import opened_up

RATE_HZ = 44_100
PITCH_HZ = 440.0
LEVEL_DB = -15.0
SECONDS = 1.5
Audio = NDArray[np.float32]


@dataclass(frozen=True)
class Case:
    """A file and the expected result.

    Attributes
    ----------
    group, name
        What it is about, and its path below the folder.
    make
        Writes it at a path.
    left_out
        Text of the reason; empty: it is accepted.
    findings
        What the doctor must say of it.
    learnt
        How many sounds of it training uses; 0: it is silent.
    level_db
        Level of the prepared sound, within 1.5 dB; None: not checked, as is the pitch.
    unfinished
        It must be called so.
    mentioned
        False: it is left out without a word, as hidden files are.
    """

    group: str
    name: str
    make: Callable[[Path], object]
    left_out: str = ""
    findings: frozenset[str] = frozenset()
    used: int = 1
    level_db: float | None = LEVEL_DB
    unfinished: bool = False
    mentioned: bool = True


def note(rate_hz: int = RATE_HZ, seconds: float = SECONDS) -> Audio:
    """440 Hz with two partials and a little noise, shape (T,), RMS at `LEVEL_DB`."""
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    partials = (np.sin(2 * np.pi * PITCH_HZ * k * time_s) / k for k in range(1, 4) if PITCH_HZ * k < 0.45 * rate_hz)
    wave = sum(partials, np.zeros_like(time_s)) + 0.01 * np.random.default_rng(0).standard_normal(len(time_s))
    return (10 ** (LEVEL_DB / 20) * wave / np.sqrt(np.mean(wave**2))).astype(np.float32)


def cases() -> list[Case]:
    """All cases."""
    return [
        *_containers(),
        *_media(),
        *_unfinished(),
        *_channels(),
        *_rates(),
        *_contents(),
        *_suffixes(),
        *_names(),
        *_cut(),
        *_impostors(),
    ]


def _write(
    audio: Audio, rate_hz: int = RATE_HZ, form: str = "WAV", subtype: str | None = None
) -> Callable[[Path], None]:
    """A writer of audio, shape (T,) or (C, T)."""

    def write(path: Path) -> None:
        with soundfile.SoundFile(path, "w", rate_hz, np.atleast_2d(audio).shape[0], subtype, format=form) as file:
            file.write(np.ascontiguousarray(np.atleast_2d(audio).T))

    return write


def _changed(make: Callable[[Path], object], change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        make(path)
        path.write_bytes(change(path.read_bytes()))

    return write


def _containers() -> Iterator[Case]:
    """Every container of libsndfile with every subtype that it can write, at the first rate that it allows."""
    coarse = ("GSM610", "VOX_ADPCM", "NMS_ADPCM_16", "NMS_ADPCM_24", "G721_32", "G723_24", "G723_40")
    for form in soundfile.available_formats():
        for subtype in soundfile.available_subtypes(form):
            rate_hz = _rate_it_takes(form, subtype)
            if not rate_hz:
                continue
            name = f"containers/{form}-{subtype}.{form.lower()}"
            make = _write(note(rate_hz), rate_hz, form, subtype)
            reason = "without a header" if form == "RAW" else ""
            if form == "AIFF" and subtype.startswith("DWVW"):  # libsndfile writes it, and cannot read it
                reason = "can be read"
            detuned = (form, subtype) == ("VOC", "PCM_U8")  # it keeps the rate in 8 bits
            yield Case("containers", name, make, reason, level_db=None if detuned or subtype in coarse else LEVEL_DB)


def _rate_it_takes(form: str, subtype: str) -> int:
    """The first of some rates that a container allows with a subtype; 0: none."""
    with tempfile.TemporaryDirectory() as folder:
        for rate_hz in (RATE_HZ, 48_000, 16_000, 8_000) if form != "WVE" else (8_000,):
            with suppress(soundfile.LibsndfileError, RuntimeError):
                _write(note(rate_hz, 0.1), rate_hz, form, subtype)(Path(folder) / "tried")
                return rate_hz
    return 0


def _media() -> Iterator[Case]:
    for name, made in FORMATS.items():
        yield Case("media", f"media/{name}", lambda path, made=made: write_media(path, made, _pair()))
    yield Case("media", "media/no sound.mp4", lambda path: write_media(path, SILENT_FILM, _pair()), "no sound track")


def _pair() -> Audio:
    return np.stack([note(), note()])


def _unfinished() -> Iterator[Case]:
    layouts = (
        "WAV PCM_16",
        "WAV FLOAT",
        "WAVEX PCM_24",
        "RF64 PCM_16",
        "AIFF PCM_24",
        "W64 PCM_16",
        "AU PCM_16",
        "CAF PCM_16",
    )
    for layout in layouts:
        form, subtype = layout.split()
        for size in (0, 0xFFFFFFFE):
            if form == "CAF" and size:
                continue
            make = _changed(_write(note(), RATE_HZ, form, subtype), lambda content, size=size: opened_up(content, size))
            name = f"unfinished/{form}-{subtype}-{size:x}.{form.lower()}"
            yield Case("unfinished", name, make, findings=frozenset({"unfinished"}), unfinished=True)
    wav = _write(note(), subtype="PCM_16")
    piped = _changed(wav, lambda content: opened_up(content, 0xFFFFFFFF))
    yield Case("unfinished", "unfinished/piped.wav", piped, findings=frozenset({"unfinished"}), unfinished=True)


def _channels() -> Iterator[Case]:
    wave = note()
    for count in (1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32):
        yield Case("channels", f"channels/{count} equal.wav", _write(np.tile(wave, (count, 1))))
    rng = np.random.default_rng(1)
    other = (0.1 * rng.standard_normal(len(wave))).astype(np.float32)
    silent = np.zeros_like(wave)
    one_sided, cancelling = frozenset({"one_sided"}), frozenset({"cancelling"})
    yield Case("channels", "channels/antiphase.wav", _write(np.stack([wave, -wave])), findings=cancelling)
    antiphase_flac = _write(np.stack([wave, -wave]), form="FLAC")
    yield Case("channels", "channels/antiphase.flac", antiphase_flac, findings=cancelling)
    pairs = _write(np.stack([wave, wave, -wave, -wave]))
    yield Case("channels", "channels/two against two.wav", pairs, findings=cancelling)
    for count, place in ((2, 0), (2, 1), (4, 3), (8, 0), (8, 6), (32, 17)):
        audio = np.tile(silent, (count, 1))
        audio[place] = wave
        yield Case("channels", f"channels/{place} of {count}.wav", _write(audio), findings=one_sided)
    with_hiss = np.stack([wave, (0.001 * rng.standard_normal(len(wave))).astype(np.float32)])
    yield Case("channels", "channels/hiss right.wav", _write(with_hiss), findings=one_sided)
    apart = _write(np.stack([wave, other]))
    yield Case("channels", "channels/unrelated.wav", apart, findings=frozenset({"unrelated_channels"}), level_db=None)
    yield Case("channels", "channels/panned.wav", _write(np.stack([wave, 0.5 * wave])), level_db=LEVEL_DB - 2.5)


def _rates() -> Iterator[Case]:
    rates = (2_000, 4_000, 8_000, 11_025, 16_000, 22_050, 32_000, 44_099, 48_000, 88_200, 96_000, 176_400, 192_000)
    for rate_hz in (*rates, 352_800, 384_000, 768_000):
        yield Case("rates", f"rates/{rate_hz}.wav", _write(note(rate_hz), rate_hz))
    for rate_hz in (1, 1_999, 800_000):
        yield Case("rates", f"rates/{rate_hz}.wav", _write(note(8_000), rate_hz), "sample rate")


def _contents() -> Iterator[Case]:
    wave = note()

    def with_value(value: float) -> Audio:
        spoilt = wave.copy()
        spoilt[RATE_HZ // 2] = value
        return spoilt

    def case(name: str, audio: Audio, reason: str = "", kind: str = "", used: int = 1, subtype: str = "FLOAT") -> Case:
        findings = frozenset({kind} if kind else ())
        level_db = None if reason or kind or name.startswith("loud") else LEVEL_DB
        return Case(
            "contents", f"contents/{name}.wav", _write(audio, subtype=subtype), reason, findings, used, level_db
        )

    yield case("nan", with_value(np.nan), "not numbers")
    yield case("infinite", with_value(-np.inf), "not numbers")
    yield case("integers as floats", 32_768 * wave, "over full scale")
    yield case("one sample", wave[:1], "too short")
    yield case("one sample too few", wave[:2047], "too short")
    yield case("one window", wave[:2048])
    yield case("no sample", wave[:0], "no sound")
    yield case("short", wave[:4410], kind="short")
    yield case("dc", wave + 0.1, kind="dc", subtype="PCM_16")
    yield case("clipped", np.clip(8 * wave, -0.999, 0.999), kind="clipping", subtype="PCM_16")
    yield case("silent", 0 * wave, kind="silence", used=0)
    yield case("silent with an offset", 0 * wave + 0.2, kind="silence", used=0)
    yield case("nearly silent", (1e-4 * wave).astype(np.float32), kind="silence", used=0)
    yield case("silent pair", np.zeros((2, RATE_HZ), np.float32), kind="silence", used=0)
    yield case("long silence", np.concatenate([wave, np.zeros(6 * RATE_HZ, np.float32)]), kind="long_silence")
    yield case("loud float", 4 * wave)
    yield case("8 bits", wave, subtype="PCM_U8")
    yield case("64-bit float", wave, subtype="DOUBLE")
    time_s = np.arange(12 * RATE_HZ) / RATE_HZ
    hum = sum(np.sin(2 * np.pi * 50 * k * time_s + k) / k for k in range(1, 7))
    rests = note(seconds=12.0) * np.clip(4 * np.sin(2 * np.pi * time_s / 6), 0, 1)
    yield case("hum", (rests + 0.004 * hum).astype(np.float32), kind="hum")


def _suffixes() -> Iterator[Case]:
    """Names that do not match the content of the file."""
    for name, form in (
        ("flac.wav", "FLAC"),
        ("wav.mp3", "WAV"),
        ("ogg.wav", "OGG"),
        ("mp3.wav", "MP3"),
        ("aiff.flac", "AIFF"),
    ):
        yield Case("suffixes", f"suffixes/{name}", _write(note(), form=form))
    for name, form in (("note.txt", "WAV"), ("picture.png", "FLAC"), ("unknown.xyz", "AIFF"), ("take 1.0", "AU")):
        yield Case("suffixes", f"suffixes/{name}", _write(note(), form=form))
    for form in ("WAV", "AIFF", "FLAC", "OGG", "MP3", "AU", "CAF", "W64", "PVF", "VOC", "NIST", "PAF", "IRCAM"):
        yield Case("suffixes", f"suffixes/{form} without", _write(note(), form=form))
    phone = FORMATS["phone.m4a"]
    for name in ("m4a.wav", "m4a without", "m4a.mp3"):
        yield Case("suffixes", f"suffixes/{name}", lambda path: write_media(path, phone, _pair()))
    cover = b"ID3\x03\x00\x00" + bytes((100_000 >> shift) & 0x7F for shift in (21, 14, 7, 0))
    size = sum((100_000 >> shift & 0x7F) << shift for shift in (21, 14, 7, 0))
    tagged = _changed(_write(note(), form="MP3"), lambda content: cover + bytes(size) + content)
    yield Case("suffixes", "suffixes/with a cover.mp3", tagged)

    def with_companion(path: Path) -> None:
        _write(note(), form="MP3")(path)
        path.with_name(f"._{path.name}").write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(4072))

    yield Case("suffixes", "suffixes/from a Mac.mp3", with_companion)


def _names() -> Iterator[Case]:
    odd = ("=,[]'&()#~.wav", " leading.wav", "trailing .wav", "\u3000wide.wav", "Größe ö.wav", "🎹.wav", "a.b.c.wav")
    for name in (*odd, "LOUD.WAV", "${name}.wav", "-n.wav", "%s %d.wav", f"{'long' * 60}.wav"):
        yield Case("names", f"names/{name}", _write(note()))
    yield Case("names", "names/.hidden.wav", _write(note()), mentioned=False)
    yield Case("names", "names/Thumbs.db", lambda path: path.write_bytes(bytes(64)), mentioned=False)


def _cut() -> Iterator[Case]:
    """Incomplete copies."""

    def half(content: bytes) -> bytes:
        return content[: len(content) // 2]

    noise = (0.1 * np.random.default_rng(2).standard_normal(3 * RATE_HZ)).astype(np.float32)
    for form in ("WAV", "WAVEX", "RF64", "AIFF", "FLAC", "OGG", "MP3", "W64", "CAF", "AU"):
        make = _changed(_write(noise, form=form), half)
        yield Case(
            "cut", f"cut/{form}.{form.lower()}", make, "its last part" if form == "OGG" else "or damaged: only about"
        )
    for name in ("phone.m4a", "lossless.m4a", "film.mp4", "film.mov", "film.mkv", "film.webm"):
        make = _changed(lambda path, name=name: write_media(path, FORMATS[name]), half)
        reason = "or damaged: only about" if name in ("film.mkv", "film.webm") else "ends inside its header"
        yield Case("cut", f"cut/{name}", make, reason)
    wav = _write(noise, subtype="PCM_16")
    yield Case("cut", "cut/header.wav", _changed(wav, lambda content: content[:30]), "ends inside its header")
    yield Case("cut", "cut/promises.wav", _changed(wav, lambda content: content[:44]), "ends before its sound begins")
    empty = _changed(
        _write(note()[:0], subtype="PCM_16"), lambda content: content + b"LIST" + struct.pack("<I", 4) + b"INFO"
    )
    yield Case("cut", "cut/empty with a list.wav", empty, "no sound")

    def holed(content: bytes) -> bytes:
        middle = len(content) // 2
        return content[:middle] + bytes(3000) + content[middle + 3000 :]

    yield Case("cut", "cut/damaged.flac", _changed(_write(noise, form="FLAC"), holed), "damaged")


def _impostors() -> Iterator[Case]:
    rubbish = np.random.default_rng(3).integers(0, 256, 50_000, np.uint8).tobytes()
    page = b"<!DOCTYPE html><html><body>404 Not Found</body></html>" * 20
    for suffix in ("wav", "mp3", "flac", "m4a", "mp4", "ogg", "aac"):
        yield Case("impostors", f"impostors/rubbish.{suffix}", _bytes(rubbish), "not an audio file")
        yield Case("impostors", f"impostors/page.{suffix}", _bytes(page), "not an audio file")
    yield Case("impostors", "impostors/empty.wav", _bytes(b""), "empty")
    yield Case("impostors", "impostors/empty.m4a", _bytes(b""), "empty")
    yield Case("impostors", "impostors/zeros.wav", _bytes(bytes(5000)), "only zeros")
    archive, picture = b"PK\x03\x04" + rubbish, b"\x89PNG\r\n\x1a\n" + rubbish
    yield Case("impostors", "impostors/archive.wav", _bytes(archive), "not an audio file")
    yield Case("impostors", "impostors/picture.mp3", _bytes(picture), "not an audio file")
    yield Case("impostors", "impostors/playlist.m4a", _bytes(b"#EXTM3U\nhttp://127.0.0.1/x.m4a\n"), "not an audio file")
    yield Case("impostors", "impostors/atoms.m4a", _bytes(b"\x00\x00\x00\x20ftypM4A " + rubbish), "damaged")
    yield Case("impostors", "impostors/film.mkv", _bytes(b"\x1aE\xdf\xa3" + rubbish), "damaged")
    yield Case("impostors", "impostors/riff.wav", _bytes(b"RIFF\xff\x00\x00\x00WAVE" + rubbish), "damaged")
    yield Case("impostors", "impostors/README", _bytes(b"This is a text.\n" * 30), "not a sound")
    yield Case("impostors", "impostors/rubbish", _bytes(rubbish), "not a sound")
    yield Case("impostors", "impostors/program.exe", _bytes(b"MZ" + rubbish), "not a sound")
    yield Case("impostors", "impostors/notes.txt", _bytes(b"milk\n"), "text file")
    yield Case("impostors", "impostors/cover.jpg", _bytes(b"\xff\xd8\xff\xe0" + rubbish), "image")
    yield Case("impostors", "impostors/song.mid", _bytes(b"MThd\x00\x00\x00\x06\x00\x00\x00\x01\x00\x60"), "MIDI")
    yield Case("impostors", "impostors/samples.zip", _bytes(archive), "archive")
    yield Case("impostors", "impostors/link.wav", lambda path: path.symlink_to("nowhere.wav"), "link")
    yield Case("impostors", "impostors/pipe.wav", lambda path: os.mkfifo(path), "ordinary file")


def _bytes(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write
