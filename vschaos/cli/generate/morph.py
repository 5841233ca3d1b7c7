"""`vschaos generate morph`: from the latent path of one sound to that of another."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import AudioInfo, blocks, probe
from vschaos.cli.generate.output import GenerateOutput
from vschaos.cli.generate.session import Session, check_apart
from vschaos.errors import AudioFileError
from vschaos.instrument.rendering import encode_path, render_path
from vschaos.latent.trajectories import LatentPath

FOLDER = "morphs"


def generate(arguments: argparse.Namespace, output: GenerateOutput) -> int:
    """Render the morph and its grid; returns the exit code."""
    session = Session(arguments)
    files: list[Path] = [path.expanduser() for path in arguments.files]
    grid = arguments.grid or 0
    name = f"{files[0].stem}_to_{files[1].stem}"
    names = [name, *(f"{name}_{step + 1}of{grid}" for step in range(grid))]
    targets = [arguments.out / FOLDER / f"{stem}{session.suffix}" for stem in names]
    check_apart(files, targets)
    session.warn_of_unknown_labels(output)
    infos = [probe(path) for path in files]
    total_s = len(targets) * (arguments.seconds or max(info.duration_s for info in infos))
    first, second = (_latent(session, path, info) for path, info in zip(files, infos, strict=True))
    count = max(len(first.coordinates), len(second.coordinates))
    if arguments.seconds is not None:
        count = max(2, round(arguments.seconds / session.hop_s))
    first, second = first.stretched(count), second.stretched(count)
    whole = np.array([label.kind == "int" for label in session.instrument.card.labels], bool)
    with output.progress(total_s) as advance:
        for step, target in enumerate(targets):
            fixed = (step - 1) / (grid - 1) if step else None
            weight = weights(arguments.curve, count) if fixed is None else np.full(count, fixed)
            path = first.mixed(second, weight, whole)
            pieces = render_path(session.core, path, session.manner, session.out_rate_hz)
            written = session.write(target, pieces, 1, f"{files[0]} → {files[1]}", advance)
            table = target.with_name(target.name.removesuffix(session.suffix) + ".csv")
            session.write_path(table, path)
            output.wrote(dataclasses.replace(written, latent_path=str(table), weight=fixed))
    return output.done()


def weights(curve: str, count: int) -> NDArray[np.float64]:
    """Weight of the second sound at each point, from 0 to 1: linear, or a raised cosine; shape (T,)."""
    linear = np.linspace(0.0, 1.0, count)
    return linear if curve == "linear" else 0.5 - 0.5 * np.cos(np.pi * linear)


def _latent(session: Session, path: Path, info: AudioInfo) -> LatentPath:
    latent = encode_path(session.core, blocks(path), info.sample_rate_hz, session.known_labels())
    if not len(latent.coordinates):
        raise AudioFileError(f"“{path.name}” is empty.", "Choose another file.")
    return latent
