"""Files that only FFmpeg reads, written by PyAV: two seconds of two tones in many containers and codecs."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

RATE_HZ = 44_100

FORMATS: dict[str, tuple[str, str, str]] = {
    "phone.m4a": ("ipod", "aac", ""),
    "lossless.m4a": ("ipod", "alac", ""),
    "stream.aac": ("adts", "aac", ""),
    "film.mp4": ("mp4", "aac", "libx264"),
    "film.mov": ("mov", "pcm_s16le", "libx264"),
    "film.mkv": ("matroska", "flac", "libx264"),
    "film.webm": ("webm", "libopus", "libvpx"),
    "film.avi": ("avi", "libmp3lame", "mpeg4"),
    "film.flv": ("flv", "aac", "flv1"),
    "old phone.3gp": ("3gp", "aac", ""),
    "sound.mka": ("matroska", "ac3", ""),
    "sound.ac3": ("ac3", "ac3", ""),
    "sound.tta": ("tta", "tta", ""),
    "sound.wv": ("wv", "wavpack", ""),
}
"""By name: container, audio codec, and video codec or an empty text."""

SILENT_FILM = ("mp4", "", "libx264")


def two_tones(duration_s: float = 2.0) -> NDArray[np.float32]:
    """440 Hz left, 660 Hz right, at half of full scale: shape (2, T)."""
    time_s = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    return np.stack([0.5 * np.sin(2 * np.pi * hertz * time_s) for hertz in (440, 660)]).astype(np.float32)


def write_media(path: Path, made: tuple[str, str, str], audio: NDArray[np.float32] | None = None) -> Path:
    """Write audio, shape (2, T), as one of `FORMATS`."""
    container, sound, pictures = made
    audio = two_tones() if audio is None else audio
    with av.open(str(path), "w", format=container) as file:
        film: Any = None
        track: Any = None
        kind = ""
        if pictures:
            film = file.add_stream(pictures, rate=10)
            film.width = film.height = 64
            film.pix_fmt = "yuv420p"
        if sound:
            track = file.add_stream(sound, rate=48_000 if sound == "libopus" else RATE_HZ)
            track.layout = "stereo"
            offered = {form.name for form in track.codec_context.codec.audio_formats}
            kind = next(form for form in ("s16p", "s16", "fltp", "flt") if form in offered)
            track.codec_context.format = kind
        if pictures:
            for number in range(round(10 * audio.shape[1] / RATE_HZ)):
                picture = av.VideoFrame.from_ndarray(np.full((64, 64, 3), 9 * number % 256, np.uint8), format="rgb24")
                picture.pts = number
                file.mux(film.encode(picture))
            file.mux(film.encode(None))
        if sound:
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(audio), format="fltp", layout="stereo")
            frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, 0, Fraction(1, RATE_HZ)
            converter = av.AudioResampler(format=kind, layout="stereo", rate=track.codec_context.sample_rate)
            for piece in [*converter.resample(frame), *converter.resample(None)]:
                file.mux(track.encode(piece))
            file.mux(track.encode(None))
    return path
