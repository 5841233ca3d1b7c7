"""Reading and writing ``NAME.vschaos``: a zip of a card, a configuration, weights and the latent map.

Torch-free, and opening one executes nothing: JSON, plain YAML and safetensors only. Every claim that a file
makes is checked before it is believed, so that a damaged or hostile file ends in a sentence.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import yaml
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from vschaos.errors import InstrumentError
from vschaos.files import replacing
from vschaos.instrument.card import Card
from vschaos.latent.axes import LatentAxes
from vschaos.latent.terrain import Terrain
from vschaos.performance.controls import Playable

SUFFIX = ".vschaos"
CARD, CONFIG, WEIGHTS, LATENT = "card.json", "config.yaml", "weights.safetensors", "latent.safetensors"
MAX_BYTES = {CARD: 4 << 20, CONFIG: 1 << 20, WEIGHTS: 1 << 30, LATENT: 64 << 20}
MAX_POINTS = 200_000
MAX_TERRAIN_SIZE = 257

_REMEDY = "Ask for the file again, or export it anew from its training run."


@dataclass(frozen=True)
class Instrument:
    """A playable model and everything that its player needs.

    Attributes
    ----------
    card
        Names, rights, dimensions.
    config
        The resolved training configuration, plain values; ``representation`` and ``model`` rebuild the network.
    weights
        Parameters by their name in the autoencoder.
    axes
        The map between latents and the coordinates that are played.
    points
        Coordinates of training frames, in temporal order within a sound, shape (N, D).
    point_source
        Index into ``card.sources`` for each point, shape (N,).
    terrain
        The map of the points; None in files from before there were maps. It is not made up for on opening: the
        window and the engine would each make their own, and rounding may bend two maps in two ways.
    """

    card: Card
    config: dict[str, Any]
    weights: dict[str, NDArray[Any]]
    axes: LatentAxes
    points: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    point_source: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    terrain: Terrain | None = None

    @property
    def playable(self) -> Playable:
        """What a player can move: what the card tells, and the map where there is one."""
        return replace(self.card.playable, terrain=self.terrain is not None)


def write_instrument(path: Path, instrument: Instrument) -> None:
    """Write an instrument, atomically: the file at ``path`` is the old one or the new one, never half of one.

    Raises
    ------
    InstrumentError
        If the folder cannot be written or the disk is full; nothing is left behind.
    """
    axes = instrument.axes
    latent = {
        "mean": axes.mean,
        "axes": axes.axes,
        "scale": axes.scale,
        "variance": axes.variance,
        "points": instrument.points,
        "point_source": instrument.point_source,
    }
    if instrument.terrain is not None:
        latent |= {"terrain_grid": instrument.terrain.grid, "terrain_points": instrument.terrain.points}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(CARD, instrument.card.to_json())
            archive.writestr(CONFIG, yaml.safe_dump(instrument.config, sort_keys=False, allow_unicode=True))
            # Weights do not compress: storing them keeps saving short while a training runs.
            archive.writestr(WEIGHTS, save_tensors(_contiguous(instrument.weights)), zipfile.ZIP_STORED)
            archive.writestr(LATENT, save_tensors(_contiguous(latent)))
    except OSError as error:
        raise InstrumentError(
            f"The instrument could not be saved as “{path}”: {error.strerror or error}.",
            "Choose a folder that you may write to, on a disk with free space.",
        ) from error


def read_card(path: Path) -> Card:
    """The card alone: quick, for lists of instruments."""
    with _opened(path) as archive:
        return Card.from_json(_text(archive, CARD))


def read_instrument(path: Path, *, with_weights: bool = True) -> Instrument:
    """Read and check an instrument file.

    Parameters
    ----------
    path
        A ``.vschaos`` file.
    with_weights
        False leaves ``weights`` empty, for a view that shows and does not sound.

    Raises
    ------
    InstrumentError
        If the file is missing, damaged, inconsistent or from a newer version.
    """
    with _opened(path) as archive:
        card = Card.from_json(_text(archive, CARD))
        try:
            config = yaml.safe_load(_text(archive, CONFIG))
        except (yaml.YAMLError, RecursionError) as error:
            raise _damaged(path) from error
        if not isinstance(config, dict):
            raise _damaged(path)
        latent = _tensors(archive, LATENT, path)
        weights = _tensors(archive, WEIGHTS, path) if with_weights else {}
    dims = card.latent_dims
    shapes = {"mean": (dims,), "axes": (dims, dims), "scale": (dims,), "variance": (dims,)}
    for name, shape in shapes.items():
        values = latent.get(name)
        if values is None or values.shape != shape or not np.isfinite(values).all():
            raise _damaged(path)
    if not (latent["scale"] > 0).all():
        raise _damaged(path)
    points = latent.get("points", np.zeros((0, dims)))
    source = latent.get("point_source", np.zeros(len(points)))
    if points.ndim != 2 or points.shape[1] != dims or len(points) > MAX_POINTS or source.shape != (len(points),):
        raise _damaged(path)
    if not np.isfinite(points).all() or not all(np.isfinite(values).all() for values in weights.values()):
        raise _damaged(path)
    axes = LatentAxes(*(latent[name].astype(np.float32) for name in ("mean", "axes", "scale", "variance")))
    return Instrument(
        card,
        cast(dict[str, Any], config),
        weights,
        axes,
        points.astype(np.float32),
        source.astype(np.int32),
        _terrain(latent, dims, len(points), path),
    )


def _terrain(latent: dict[str, NDArray[Any]], dims: int, count: int, path: Path) -> Terrain | None:
    grid, places = latent.get("terrain_grid"), latent.get("terrain_points")
    if grid is None and places is None:
        return None
    if grid is None or places is None or grid.ndim != 3 or places.shape != (count, 2):
        raise _damaged(path)
    size = len(grid)
    if not 2 <= size <= MAX_TERRAIN_SIZE or grid.shape != (size, size, dims):
        raise _damaged(path)
    # Numbers that are none fail the comparison, too; of the smallest integer, the absolute value is itself.
    if not all((np.abs(values.astype(np.float64)) <= 1.0).all() for values in (grid, places)):
        raise _damaged(path)
    return Terrain(grid.astype(np.float32), places.astype(np.float32))


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise InstrumentError(f"There is no instrument at “{path}”.") from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged(path) from error
    except OSError as error:
        raise InstrumentError(f"The instrument “{path}” cannot be opened: {error.strerror or error}.") from error


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    path = Path(archive.filename or "")
    try:
        with archive.open(name) as member:
            content = member.read(MAX_BYTES[name] + 1)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise _damaged(path) from error
    if len(content) > MAX_BYTES[name]:
        raise InstrumentError(f"“{path.name}” holds more data than an instrument can.", _REMEDY)
    return content


def _text(archive: zipfile.ZipFile, name: str) -> str:
    try:
        return _read(archive, name).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _damaged(Path(archive.filename or "")) from error


def _tensors(archive: zipfile.ZipFile, name: str, path: Path) -> dict[str, NDArray[Any]]:
    try:
        return load_tensors(_read(archive, name))
    except (SafetensorError, ValueError, KeyError, TypeError) as error:
        raise _damaged(path) from error


def _contiguous(tensors: dict[str, Any]) -> dict[str, NDArray[Any]]:
    return {name: np.ascontiguousarray(values) for name, values in tensors.items()}


def _damaged(path: Path) -> InstrumentError:
    return InstrumentError(f"“{path.name}” is damaged, or is not an instrument.", _REMEDY)
