"""Noise that networks make, held and reconstructed: all tone, as before there were noise shares, and as learned.

Trains `CONFIGURATION` for `STEPS` steps on percussion (Debian's ``sonic-pi-samples``, CC0), and on notes of a sound
font (``_corpus.py``), which must lose nothing. About seven minutes on one core.

- ``flatness_error``: spectral flatness of long frames (16,384 samples), by band, against that of the original;
- ``line_db``: the envelope's spectrum at the rate of the frames over what lies around it, the largest of three bands;
- ``kurtosis``: of the envelope, mean of three bands; of Rayleigh noise 3.25;
- ``level_db``: RMS against the original's.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import butter, hilbert, resample_poly, sosfiltfilt

from benchmarks._corpus import corpus
from benchmarks._metrics import Sound, convergence_db, level_db, log_spectral_distance_db
from vschaos.configs.compose import compose_config
from vschaos.core.analysis import CoreAnalysis
from vschaos.core.instrument import CoreInstrument
from vschaos.core.voices import CoreVoices
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.errors import VschaosError
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.core_member import pack
from vschaos.instrument.rendering import Manner, reconstruct
from vschaos.training.session import train
from vschaos.training.stop_flags import StopFlags

CONFIGURATION, STEPS = "dgt_small", 5000
SAMPLES = Path("/usr/share/sonic-pi/samples")
KINDS = ("drum", "bd", "sn", "perc", "elec", "tabla")
NOISY = ("drum_cymbal_open", "drum_cymbal_hard", "drum_splash_hard", "drum_snare_hard", "elec_hi_snare", "perc_snap")
HELD_OUT = 6
"""One file of so many is held out."""

RATE_HZ = 44_100
LONG = 16_384
BANDS_HZ = ((1000, 4000), (4000, 8000), (8000, 16_000))
AFTER_PEAK_S, HELD_S, LONGEST_S = 0.06, 3.0, 4.0
BIASES = {"tone": -1.0, "learned": 0.0, "most": 1.0}


def run() -> dict[str, Any]:
    """Figures by bias."""
    if not SAMPLES.exists():
        raise VschaosError("The sounds are not installed.", "Install Debian's package sonic-pi-samples.")
    files = sorted(path for kind in KINDS for path in SAMPLES.glob(f"{kind}_*.flac"))
    held_out = files[3::HELD_OUT]
    learned = [path for path in files if path not in held_out]
    notes = corpus()
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {CACHE_VARIABLE: folder}):
        percussion = _trained(learned, Path(folder) / "percussion")
        tonal = _trained(sorted((notes / "train").glob("*.wav")), Path(folder) / "notes")
    noisy = [path for path in learned if path.stem in NOISY]
    found: dict[str, Any] = {}
    for name, bias in BIASES.items():
        found[name] = {
            "held": _mean(_held(percussion, _read(path), bias, 1) for path in noisy),
            "held_on_the_pad": _mean(_held(percussion, _read(path), bias, 2) for path in noisy),
            "learned_percussion": _mean(_reconstruction(percussion, _read(path), bias) for path in learned[::3]),
            "held_out_percussion": _mean(_reconstruction(percussion, _read(path), bias) for path in held_out),
            "held_out_notes": _mean(
                _reconstruction(tonal, _read(path), bias) for path in sorted((notes / "held_out").glob("*.wav"))
            ),
        }
    return found


def _trained(files: Iterable[Path], folder: Path) -> CoreInstrument:
    """An instrument that has learned these files."""
    (folder / "sounds").mkdir(parents=True)
    for path in files:
        (folder / "sounds" / path.name).symlink_to(path)
    config = compose_config(
        CONFIGURATION,
        [f"training.max_steps={STEPS}", "training.device=cpu", "training.previews_every_s=0"],
        {"name": folder.name, "rundir": str(folder / "runs"), "data.dataset.root": str(folder / "sounds")},
    )
    finished = train(config, CONFIGURATION, lambda _event: None, StopFlags())
    return CoreInstrument(pack(read_instrument(Path(finished.instrument))))


def _held(instrument: CoreInstrument, sound: Sound, bias: float, frames_a_hop: int) -> dict[str, float]:
    """The point of a sound soon after its peak, held, against the sound from there on."""
    start = int(np.abs(sound).argmax()) + round(AFTER_PEAK_S * RATE_HZ)
    original = np.pad(sound, (0, LONG))[start : start + LONG // 2]
    analysis = CoreAnalysis(instrument)
    hops = original[: instrument.n_fft].reshape(-1, instrument.hop_samples)
    unknown = np.full(instrument.label_count, np.nan, np.float32)
    point = [analysis.encode(hop, unknown)[0] for hop in hops][-1]
    voices = CoreVoices(instrument, 1, frames_a_hop=frames_a_hop)
    place, labels, noise = point[None], unknown[None], np.full(1, bias, np.float32)
    hop_count = round(HELD_S * RATE_HZ / voices.hop_samples)
    made = np.concatenate([voices.decode(place, labels, noise)[0] for _ in range(hop_count)])[RATE_HZ // 2 :]
    return {
        **_texture(made, original, RATE_HZ / voices.hop_samples),
        "level_db": level_db(made) - level_db(original[: instrument.n_fft]),
    }


def _reconstruction(instrument: CoreInstrument, sound: Sound, bias: float) -> dict[str, float]:
    """A sound through the instrument, against itself."""
    sound = sound[: round(LONGEST_S * RATE_HZ)]
    sound = np.pad(sound, (0, max(0, LONG - len(sound))))
    unknown = np.full(instrument.label_count, np.nan, np.float32)
    parts = reconstruct(instrument, [sound[None]], RATE_HZ, 1, unknown, Manner(noise=bias), RATE_HZ)
    made = np.concatenate(list(parts), axis=1)[0][: len(sound)]
    return {
        "mr_lsd_db": log_spectral_distance_db(sound, made),
        "convergence_db": convergence_db(sound, made),
        **_texture(made, sound, RATE_HZ / instrument.hop_samples),
        "level_db": level_db(made) - level_db(sound),
    }


def _texture(made: Sound, original: Sound, rate_hz: float) -> dict[str, float]:
    """What tells noise from a chord, over the bands."""
    bands = [(_band(made, band), _band(original, band)) for band in BANDS_HZ]
    errors = [abs(_flatness(made, band) - _flatness(original, band)) for band in BANDS_HZ]
    return {
        "flatness_error": float(np.mean(errors)),
        "line_db": max(_line_db(one, rate_hz) for one, _ in bands),
        "line_db_original": max(_line_db(other, rate_hz) for _, other in bands),
        "kurtosis": float(np.mean([_kurtosis(one) for one, _ in bands])),
        "kurtosis_original": float(np.mean([_kurtosis(other) for _, other in bands])),
    }


def _flatness(sound: Sound, band: tuple[int, int]) -> float:
    """The geometric mean of the power in a band over its mean; of noise 0.56, of tones near 0."""
    whole = np.pad(sound, (0, max(0, LONG - len(sound))))
    frames = whole[: len(whole) // LONG * LONG].reshape(-1, LONG) * np.hanning(LONG)
    power = np.square(np.abs(np.fft.rfft(frames))) + 1e-14
    inside = slice(*(round(hz * LONG / RATE_HZ) for hz in band))
    return float(np.mean(np.exp(np.log(power[:, inside]).mean(axis=1)) / power[:, inside].mean(axis=1)))


def _band(sound: Sound, band: tuple[int, int]) -> NDArray[np.float64]:
    """The envelope of a band."""
    filtered = sosfiltfilt(butter(4, band, "band", fs=RATE_HZ, output="sos"), sound)
    return np.abs(hilbert(filtered))[2048:-2048]


def _kurtosis(envelope: NDArray[np.float64]) -> float:
    centred = envelope - envelope.mean()
    return float(np.mean(centred**4) / np.mean(centred**2) ** 2)


def _line_db(envelope: NDArray[np.float64], rate_hz: float) -> float:
    power = np.square(np.abs(np.fft.rfft((envelope - envelope.mean()) * np.hanning(len(envelope)))))
    distance_hz = np.abs(np.fft.rfftfreq(len(envelope), 1 / RATE_HZ) - rate_hz)
    width_hz = max(1.0, RATE_HZ / len(envelope))
    near = (distance_hz > width_hz) & (distance_hz < 16.0)
    return 10.0 * float(np.log10(power[distance_hz <= width_hz].max() / np.median(power[near])))


def _read(path: Path) -> Sound:
    sound, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    mono = sound.mean(axis=1)
    return np.asarray(mono if rate_hz == RATE_HZ else resample_poly(mono, RATE_HZ, rate_hz), np.float32)


def _mean(figures: Iterable[dict[str, float]]) -> dict[str, float]:
    each = list(figures)
    return {name: round(float(np.mean([one[name] for one in each])), 3) for name in each[0]}
