"""Audio files for tests: ordinary ones, and every kind of broken one that a musician's folder may hold."""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from vschaos.audio import write_audio


def tone(
    duration_s: float = 1.0, frequency_hz: float = 440.0, *, sample_rate_hz: int = 44_100, channels: int = 1
) -> NDArray[np.float32]:
    """A sine at half of full scale, shape (C, T), equal in all channels."""
    time_s = np.arange(round(duration_s * sample_rate_hz)) / sample_rate_hz
    return np.tile(0.5 * np.sin(2 * np.pi * frequency_hz * time_s), (channels, 1)).astype(np.float32)


def noise(duration_s: float = 1.0, *, sample_rate_hz: int = 44_100, channels: int = 1, seed: int = 0):
    """White noise well below full scale, shape (C, T)."""
    shape = (channels, round(duration_s * sample_rate_hz))
    return (0.1 * np.random.default_rng(seed).standard_normal(shape)).astype(np.float32)


def write(path: Path, audio: NDArray[np.float32], sample_rate_hz: int = 44_100, subtype: str | None = None) -> Path:
    """Write audio of shape (C, T) in the format that the suffix names, in any letter case; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    formats = {"aif": "AIFF", "opus": "OGG", "oga": "OGG"}
    suffix = path.suffix[1:].lower()
    subtype = "OPUS" if suffix == "opus" else subtype
    soundfile.write(path, audio.T, sample_rate_hz, format=formats.get(suffix, suffix.upper()), subtype=subtype)
    return path


def write_tone(path: Path, duration_s: float = 1.0, *, sample_rate_hz: int = 44_100, channels: int = 1) -> Path:
    """A sound that everything should accept."""
    return write(path, tone(duration_s, sample_rate_hz=sample_rate_hz, channels=channels), sample_rate_hz)


def cut_short(path: Path, share: float = 0.5) -> Path:
    """Keep only the first ``share`` of a file's bytes, as a broken copy does."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    return path


def write_raw_wav(path: Path, *, sample_rate_hz: int, samples: int = 44_100, data_bytes: int | None = None) -> Path:
    """A 16-bit mono wav with any sample rate and any claimed size in its header, however absurd."""
    body = np.full(samples, 1000, "<i2").tobytes()
    claimed = len(body) if data_bytes is None else data_bytes
    header = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", min(claimed + 36, 0xFFFFFFFF), b"WAVE", b"fmt ", 16, 1, 1),
        *(sample_rate_hz, (2 * sample_rate_hz) & 0xFFFFFFFF, 2, 16, b"data", claimed),
    )
    path.write_bytes(header + body)
    return path


def write_hostile(folder: Path) -> dict[str, str]:
    """Fill a folder with files that must be refused; returns words that each one's reason must hold, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    long = noise(3.0)
    reasons = {}

    def expect(path: Path, words: str) -> None:
        reasons[path.name] = words

    (folder / "empty.wav").touch()
    expect(folder / "empty.wav", "empty")
    for name in ("words.wav", "words.mp3"):
        (folder / name).write_text("these are words, not waves\n" * 50, encoding="utf-8")
        expect(folder / name, "not an audio file")
    (folder / "notes.txt").write_text("remember the milk", encoding="utf-8")
    expect(folder / "notes.txt", "text file")
    (folder / "zeros.wav").write_bytes(bytes(5000))
    expect(folder / "zeros.wav", "only zeros")
    for suffix in ("flac", "wav", "aiff", "mp3", "w64"):
        expect(cut_short(write(folder / f"cut.{suffix}", long)), "is incomplete or damaged")
    expect(cut_short(write(folder / "cut.ogg", long)), "is incomplete")
    expect(cut_short(write(folder / "header cut.wav", long), 0.0001), "ends inside its header")
    expect(write_raw_wav(folder / "header only.wav", sample_rate_hz=44_100, samples=0), "no sound")
    promises = write_raw_wav(folder / "promises.wav", sample_rate_hz=44_100, samples=0, data_bytes=88_200)
    expect(promises, "ends before its sound begins")
    damaged = write(folder / "damaged.flac", long)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 3000] = bytes(3000)
    damaged.write_bytes(content)
    expect(damaged, "damaged")
    for name, value in (("nan", np.nan), ("infinite", np.inf)):
        spoilt = long.copy()
        spoilt[0, 44_100] = value
        expect(write(folder / f"{name}.wav", spoilt, subtype="FLOAT"), "not numbers, the first at 1.00 s")
    expect(write(folder / "integers as floats.wav", long * 32_768, subtype="FLOAT"), "over full scale")
    expect(write(folder / "click.wav", long[:, :2047]), "too short: 46 ms")
    for rate in (3, 1_500_000):
        expect(write_raw_wav(folder / f"rate {rate}.wav", sample_rate_hz=rate), "sample rate")
    (folder / "phone.m4a").write_bytes(b"\x00\x00\x00\x20ftypM4A " + bytes(range(256)) * 8)
    expect(folder / "phone.m4a", "damaged")
    (folder / "headerless.raw").write_bytes(bytes(range(256)) * 64)
    expect(folder / "headerless.raw", "without a header")
    (folder / "song.mid").write_bytes(b"MThd\x00\x00\x00\x06\x00\x00\x00\x01\x00\x60")
    expect(folder / "song.mid", "MIDI")
    return reasons


@contextlib.contextmanager
def full_disk(largest_file_bytes: int) -> Iterator[None]:
    """Let the system refuse every write beyond a size, as a full disk does (POSIX only)."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def write_bowls(folder, count, rate_hz=44_100):
    """Sounds of a second, struck, each a semitone above the one before."""
    folder.mkdir()
    at_s = np.arange(rate_hz) / rate_hz
    for number in range(count):
        partials = [np.sin(2 * np.pi * 220 * 2 ** (number / 12) * ratio * at_s) for ratio in (1.0, 2.7, 5.2)]
        samples = 0.2 * np.exp(-3 * at_s) * sum(partials)
        write_audio(folder / f"bowl {number}.wav", samples.astype(np.float32)[None], rate_hz)
