"""A performance rendered to a file: the live renderer, without a device and faster than real time."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from vschaos.errors import AudioFileError
from vschaos.performance.state import PerformanceState
from vschaos.realtime.renderer import Renderer
from vschaos.realtime.voice import LoadedInstrument

FADE_OUT_S = 0.25
BLOCK = 256
FORMATS = {".wav": "WAV", ".flac": "FLAC", ".aif": "AIFF", ".aiff": "AIFF"}

Path2D = Callable[[float], tuple[float, float]]
"""Time in seconds to a position on the pad."""


def render(
    instrument: LoadedInstrument, state: PerformanceState, seconds: float, tour: Path2D | None = None
) -> NDArray[np.float32]:
    """Play from silence, and fade out at the end.

    Parameters
    ----------
    instrument
        What sounds, at its own rate.
    state
        The performance; where there is a tour, it moves the pad.
    seconds
        Length of the sound.
    tour
        Where the pad is at each time.

    Returns
    -------
    NDArray
        Samples, shape (seconds · rate,). The same call gives the same samples.
    """
    rate = instrument.sample_rate_hz
    total = round(seconds * rate)
    fade_from = max(total - round(FADE_OUT_S * rate), 0)
    renderer = Renderer(rate)
    renderer.take(instrument)
    out = np.zeros(total, np.float32)
    for start in range(0, total, BLOCK):
        moment = replace(state, playing=start < fade_from)
        if tour is not None:
            x, y = tour(start / rate)
            moment = replace(moment, latent=(x, y, *state.latent[2:])[: len(state.latent)])
        count = min(BLOCK, total - start)
        out[start : start + count] = renderer.pull(count, moment)
    return out


def sound_format(path: Path) -> str:
    """The format that a file name asks for, in libsndfile's words.

    Raises
    ------
    AudioFileError
        If it asks for none that is written here.
    """
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise AudioFileError(f"“{path.name}” cannot be written.", "Give a name that ends in .wav, .flac or .aiff.")
    return kind


def check_target(path: Path) -> None:
    """Find out before the work whether a sound file can be written there.

    Raises
    ------
    AudioFileError
        If the suffix names no format, or there is no such folder.
    """
    sound_format(path)
    if not path.absolute().parent.is_dir():
        raise _unwritable(path, "there is no such folder")


def write_sound(path: Path, samples: NDArray[np.float32], sample_rate_hz: int) -> None:
    """Write a mono sound file, 24 bits, atomically; the suffix chooses the format.

    Raises
    ------
    AudioFileError
        If the suffix names no format that can be written, or the place cannot be written.
    """
    kind = sound_format(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            soundfile.write(file, samples, sample_rate_hz, format=kind, subtype="PCM_24")
        temporary.chmod(0o644)
        temporary.replace(path)
    except (OSError, soundfile.LibsndfileError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unwritable(path, reason) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _unwritable(path: Path, reason: str) -> AudioFileError:
    return AudioFileError(
        f"The sound could not be saved as “{path}”: {reason}.",
        "Choose a folder that you may write to, on a disk with free space.",
    )
