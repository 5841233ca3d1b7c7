"""`vschaos generate trajectories`: an instrument sent along paths through its latent space."""

from __future__ import annotations

import argparse
import dataclasses

import numpy as np

from vschaos.cli.generate_session import Session, check_length
from vschaos.cli.generate_telling import Teller
from vschaos.errors import VschaosError
from vschaos.instrument.rendering import render_path
from vschaos.latent.trajectories import Array, Kind, LatentPath, derived_generator, trajectory

FOLDER = "trajectories"


def generate(arguments: argparse.Namespace, teller: Teller) -> int:
    """Render all paths, telling of each; returns the exit code."""
    if arguments.count < 1:
        raise VschaosError(f"-b {arguments.count} makes nothing.", "Ask for 1 of each kind at least.")
    if arguments.seed < 0:
        raise VschaosError(f"{arguments.seed} is no seed.", "Give --seed a whole number from 0.")
    session = Session(arguments)
    check_length(max(arguments.steps, 1) * session.hop_s)
    kinds = [Kind(name) for name in dict.fromkeys(arguments.trajectories)]
    moving = moving_axes(arguments.axes, session.instrument.card.latent_dims)
    for kind in kinds:  # what cannot be made is told before anything is
        _path(arguments, session, kind, 0, moving)
    seconds = arguments.steps * session.hop_s
    total_s = len(kinds) * arguments.count * seconds
    instrument = session.streaming(total_s)
    with teller.progress(total_s) as advance:
        for kind in kinds:
            for index in range(arguments.count):
                path = _path(arguments, session, kind, index, moving)
                target = arguments.out / FOLDER / f"{kind.value}_{index + 1}{session.suffix}"
                pieces = render_path(instrument, path, session.manner, session.out_rate_hz)
                written = session.write(target, pieces, 1, kind.value, advance)
                session.write_path(target.with_suffix(".csv"), path)
                teller.wrote(dataclasses.replace(written, latent_path=str(target.with_suffix(".csv"))))
    return teller.done(len(kinds) * arguments.count, 0)


def moving_axes(given: list[int] | None, latent_dims: int) -> list[int]:
    """Indices of the axes that move, from 0; all of them where none was given.

    Raises
    ------
    VschaosError
        If the instrument has no such axis, or one is named twice.
    """
    if given is None:
        return list(range(latent_dims))
    for axis in given:
        if not 1 <= axis <= latent_dims:
            raise VschaosError(f"There is no latent axis {axis}.", f"This instrument has the axes 1 to {latent_dims}.")
    if len(set(given)) < len(given):
        raise VschaosError("--axes names an axis twice.", "Name each axis once.")
    return [axis - 1 for axis in given]


def _path(arguments: argparse.Namespace, session: Session, kind: Kind, index: int, moving: list[int]) -> LatentPath:
    instrument = session.instrument
    cloud: Array | None = instrument.points[:, moving] if len(instrument.points) else None
    generator = derived_generator(arguments.seed, kind, index)
    coordinates = np.zeros((arguments.steps, instrument.card.latent_dims), np.float32)
    coordinates[:, moving] = trajectory(kind, arguments.steps, len(moving), arguments.speed, generator, cloud)
    return LatentPath(coordinates, np.tile(session.played_labels(), (arguments.steps, 1)))
