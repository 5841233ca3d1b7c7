"""`vschaos generate morph`: from one sound's latent path to another's."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import AudioInfo, blocks, probe
from vschaos.cli.generate_session import Session, check_apart, check_length
from vschaos.cli.generate_telling import Teller
from vschaos.errors import AudioFileError, VschaosError
from vschaos.instrument.rendering import encode_path, render_path
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.latent.trajectories import LatentPath

FOLDER = "morphs"
LARGEST_GRID = 1000


def generate(arguments: argparse.Namespace, teller: Teller) -> int:
    """Render the morph, and the grid where one is asked for; returns the exit code."""
    if arguments.seconds is not None:
        check_length(arguments.seconds)
    if arguments.grid is not None and not 2 <= arguments.grid <= LARGEST_GRID:
        raise VschaosError(f"-n {arguments.grid} is no grid.", f"A grid has 2 to {LARGEST_GRID} steps.")
    session = Session(arguments)
    files: list[Path] = [path.expanduser() for path in arguments.files]
    grid = arguments.grid or 0
    name = f"{files[0].stem}_to_{files[1].stem}"
    names = [name, *(f"{name}_{step + 1}of{grid}" for step in range(grid))]
    targets = [arguments.out / FOLDER / f"{stem}{session.suffix}" for stem in names]
    check_apart(files, targets)
    session.tell_open_labels(teller)
    infos = [probe(path) for path in files]
    total_s = len(targets) * (arguments.seconds or max(info.duration_s for info in infos))
    instrument = session.streaming(total_s)
    first, second = (_latent(session, instrument, path, info) for path, info in zip(files, infos, strict=True))
    count = max(len(first.coordinates), len(second.coordinates))
    if arguments.seconds is not None:
        count = max(2, round(arguments.seconds / session.hop_s))
    first, second = first.stretched(count), second.stretched(count)
    whole = np.array([label.kind == "int" for label in session.instrument.card.labels], bool)
    with teller.progress(total_s) as advance:
        for step, target in enumerate(targets):
            fixed = (step - 1) / (grid - 1) if step else None
            weight = course(arguments.curve, count) if fixed is None else np.full(count, fixed)
            path = first.mixed(second, weight, whole)
            pieces = render_path(instrument, path, session.manner, session.out_rate_hz)
            written = session.write(target, pieces, 1, f"{files[0]} → {files[1]}", advance)
            table = target.with_name(target.name.removesuffix(session.suffix) + ".csv")
            session.write_path(table, path)
            teller.wrote(dataclasses.replace(written, latent_path=str(table), weight=fixed))
    return teller.done(len(targets), 0)


def course(curve: str, count: int) -> NDArray[np.float64]:
    """The weight of the second sound at each point, from 0 to 1: evenly, or as a raised cosine; shape (T,)."""
    even = np.linspace(0.0, 1.0, count)
    return even if curve == "linear" else 0.5 - 0.5 * np.cos(np.pi * even)


def _latent(session: Session, instrument: StreamingInstrument, path: Path, info: AudioInfo) -> LatentPath:
    latent = encode_path(instrument, blocks(path), info.sample_rate_hz, session.known_labels())
    if not len(latent.coordinates):
        raise AudioFileError(f"“{path.name}” holds no sound.", "Choose another file.")
    return latent
