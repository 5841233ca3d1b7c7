"""What starting from another instrument is worth: held-out error after so many steps, and what becomes of the pad.

An instrument of 38 sounds, notes of the corpus in ``_corpus.py``, is where trainings start from: on those and ten new
notes, and on wholly new sounds (percussion). Each is trained from nothing as well. VSCHAOS_WARM_START lists the steps
of the instrument, then those of the trainings: ``5000,800,2400`` is the default, ten minutes on one core.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import soundfile
import torch

from benchmarks._corpus import CORPORA
from vschaos.configs.compose import compose_config
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.instrument.build import trained_network
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.training.audible_error import audible_error_db
from vschaos.training.augment import transposed_magnitudes
from vschaos.training.session import train
from vschaos.training.stop_flags import StopFlags
from vschaos.transforms.contrast import make_contrast

VARIABLE = "VSCHAOS_WARM_START"
DEFAULT = "5000,800,2400"
CONFIGURATION = "dgt_small"
NEW_SOUNDS = 10
FRAMES = 4000
"""Of a folder, spread evenly over its sounds."""


def run() -> dict[str, Any]:
    """Figures for each material, number of steps and start."""
    first, *courses = map(int, os.environ.get(VARIABLE, DEFAULT).split(","))
    notes, percussion = CORPORA["notes"](), CORPORA["percussion"]()
    with tempfile.TemporaryDirectory() as name, mock.patch.dict(os.environ, {CACHE_VARIABLE: name}):
        folder = Path(name)
        old = folder / "old"
        old.mkdir()
        sounds = sorted((notes / "train").glob("*.wav"))
        for path in sounds[:-NEW_SOUNDS]:
            (old / path.name).symlink_to(path)
        before, figures = course(old, folder, first)
        figures |= {"error_db": errors(before, notes, sounds[-NEW_SOUNDS:])}
        results: dict[str, Any] = {"the instrument": figures}
        for material, corpus, new in (("added", notes, sounds[-NEW_SOUNDS:]), ("new", percussion, [])):
            for steps in courses:
                for start in ("", str(folder / "runs" / "old")):
                    made, figures = course(corpus / "train", folder, steps, *([f"train.from={start}"] if start else []))
                    figures["error_db"] = errors(made, corpus, new)
                    if start and new:
                        figures["kept"] = kept(before, made, sorted(old.iterdir()))
                    results[f"{material}, {steps} steps, from {'the instrument' if start else 'nothing'}"] = figures
    return results


def course(sounds: Path, folder: Path, steps: int, *overrides: str) -> tuple[Instrument, dict[str, Any]]:
    """The instrument of a training of so many steps, and what it took."""
    config = compose_config(
        CONFIGURATION,
        [f"training.max_steps={steps}", "training.device=cpu", "training.previews_every_s=0", *overrides],
        {"name": sounds.name, "rundir": str(folder / "runs"), "data.dataset.root": str(sounds)},
    )
    begin_s = time.process_time()
    finished = train(config, CONFIGURATION, lambda _event: None, StopFlags())
    return read_instrument(Path(finished.instrument)), {"cpu_s": round(time.process_time() - begin_s, 1)}


def errors(instrument: Instrument, corpus: Path, new: list[Path]) -> dict[str, float]:
    """The error that is shown to the user, of the held-out sounds, of those that were learned, and of new ones."""
    groups = {"held_out": sorted((corpus / "held_out").iterdir()), "learned": sorted((corpus / "train").iterdir())}
    return {name: round(_error_db(instrument, files), 2) for name, files in (groups | {"added": new}).items() if files}


def kept(before: Instrument, after: Instrument, files: list[Path]) -> dict[str, list[float]]:
    """How far coordinates mean what they meant: for each axis, correlation and mean distance over the old sounds."""
    one, other = (_coordinates(instrument, files) for instrument in (before, after))
    correlations = [float(np.corrcoef(one[:, axis], other[:, axis])[0, 1]) for axis in range(one.shape[1])]
    distances = np.abs(one - other).mean(axis=0)
    return {"correlation": np.round(correlations, 3).tolist(), "distance": np.round(distances, 3).tolist()}


def _error_db(instrument: Instrument, files: list[Path]) -> float:
    representation, network = trained_network(instrument)
    contrast = make_contrast(representation.contrast, representation.floor_db)
    with torch.inference_mode():
        features = contrast(transposed_magnitudes(_frames(files, representation.n_fft), representation.bins))
        labels = torch.empty(len(features), 0)
        made = network.decode(network.encode(features, labels)[0], labels)
        return float(audible_error_db(contrast.inverse(features), contrast.inverse(made))[0])


def _coordinates(instrument: Instrument, files: list[Path]) -> Any:
    representation, network = trained_network(instrument)
    contrast = make_contrast(representation.contrast, representation.floor_db)
    with torch.inference_mode():
        features = contrast(transposed_magnitudes(_frames(files, representation.n_fft), representation.bins))
        return instrument.axes.to_coordinates(network.encode(features, torch.empty(len(features), 0))[0].numpy())


def _frames(files: list[Path], n_fft: int) -> torch.Tensor:
    """Frames (N, n_fft) spread evenly over files, each from its beginning to its end."""
    frames = []
    for path in files:
        sound = np.asarray(soundfile.read(path, dtype="float32")[0], np.float32)
        sound = np.pad(sound, (0, max(0, 2 * n_fft - len(sound))))
        starts = np.linspace(0, len(sound) - n_fft, max(2, FRAMES // len(files))).astype(int)
        frames += [sound[start : start + n_fft] for start in starts]
    return torch.from_numpy(np.stack(frames))
