"""`vschaos generate trajectories`: play an instrument along paths through its latent space."""

from __future__ import annotations

import argparse
import dataclasses

import numpy as np

from vschaos.cli.generate.output import GenerateOutput
from vschaos.cli.generate.session import Session, check_length, jitter_suffix
from vschaos.errors import VschaosError
from vschaos.instrument.rendering import render_path
from vschaos.latent.trajectories import Array, LatentPath, TrajectoryKind, derived_generator, trajectory

FOLDER = "trajectories"


def generate(arguments: argparse.Namespace, output: GenerateOutput) -> int:
    """Render all paths and report each; returns the exit code."""
    session = Session(arguments)
    check_length(max(arguments.steps, 1) * session.hop_s)
    kinds = [TrajectoryKind(name) for name in dict.fromkeys(arguments.trajectories)]
    moving = moving_axes(arguments.axes, session.instrument.card.latent_dims)
    for kind in kinds:  # report errors before anything is written
        _path(arguments, session, kind, 0, moving)
    seconds = arguments.steps * session.hop_s
    if arguments.sample_latent:
        output.warn("--sample_latent has no effect: paths use no encoder.")
    total_s = len(kinds) * arguments.count * seconds
    suffix = jitter_suffix(arguments.jitter) + session.suffix
    with output.progress(total_s) as advance:
        for kind in kinds:
            for index in range(arguments.count):
                path = _path(arguments, session, kind, index, moving)
                target = arguments.out / FOLDER / f"{kind.value}_{index + 1}{suffix}"
                pieces = render_path(session.core, path, session.manner, session.out_rate_hz)
                written = session.write(target, pieces, 1, kind.value, advance)
                session.write_path(target.with_suffix(".csv"), path)
                output.wrote(dataclasses.replace(written, latent_path=str(target.with_suffix(".csv"))))
    return output.done()


def moving_axes(given: list[int] | None, latent_dims: int) -> list[int]:
    """Indices of the axes that move, from 0; by default all.

    Raises
    ------
    VschaosError
        If the instrument does not have an axis, or one is repeated.
    """
    if given is None:
        return list(range(latent_dims))
    for axis in given:
        if not 1 <= axis <= latent_dims:
            raise VschaosError(f"There is no latent axis {axis}.", f"This instrument has axes 1 to {latent_dims}.")
    if len(set(given)) < len(given):
        raise VschaosError("--axes repeats an axis.", "Write each axis once.")
    return [axis - 1 for axis in given]


def _path(
    arguments: argparse.Namespace, session: Session, kind: TrajectoryKind, index: int, moving: list[int]
) -> LatentPath:
    instrument = session.instrument
    cloud: Array | None = instrument.points[:, moving] if len(instrument.points) else None
    generator = derived_generator(arguments.seed, kind, index)
    coordinates = np.tile(np.array(instrument.card.playable.home, np.float32), (arguments.steps, 1))
    coordinates[:, moving] = trajectory(kind, arguments.steps, len(moving), arguments.speed, generator, cloud)
    if arguments.jitter:
        coordinates[:, moving] += arguments.jitter * generator.standard_normal((arguments.steps, len(moving)))
    return LatentPath(coordinates, np.tile(session.played_labels(), (arguments.steps, 1)))
