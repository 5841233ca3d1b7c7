"""Reading and writing ``NAME.vschaos``: a zip of a card, a configuration, weights and the latent map.

Torch-free, and opening one executes nothing: JSON, plain YAML and safetensors only. Every claim that a file
makes is checked before it is believed, so that a damaged or hostile file ends in a sentence.
"""

from __future__ import annotations

import math
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy as np
import yaml
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from vschaos.configs.schema import Config
from vschaos.errors import ConfigError, InstrumentError
from vschaos.files import make_folder, opening, replacing
from vschaos.instrument.card import MAX_QUANTITY, Card
from vschaos.latent.axes import LatentAxes
from vschaos.latent.latent_map import LatentMap
from vschaos.latent.phrases import (
    LONGEST_STEP_S,
    MOST_COMPONENTS,
    MOST_CONDITION,
    MOST_HIDDEN,
    MOST_WEIGHT,
    SHORTEST_STEP_S,
    PhraseModel,
    tensor_shapes,
)
from vschaos.latent.walk import MOST_CORRELATION, MOST_LOUDNESS_DB, MOST_PLACES, LatentWalk
from vschaos.models.sizes import stored_numbers
from vschaos.performance.controls import Playable
from vschaos.untrusted import parse_yaml

SUFFIX = ".vschaos"
CARD, CONFIG, WEIGHTS, LATENT = "card.json", "config.yaml", "weights.safetensors", "latent.safetensors"
CORE, PHRASES = "core.bin", "phrases.safetensors"
MAX_BYTES = {CARD: 8 << 20, CONFIG: 128 << 10, WEIGHTS: 1 << 30, LATENT: 64 << 20, CORE: 1 << 30, PHRASES: 64 << 20}
"""The limit of each member, independent of the card and the configuration."""
MAX_POINTS = 200_000
MAX_MAP_SIZE = 257
MAX_COORDINATE = 1e6
"""Nothing in a latent space is farther away: what is, is damage, and overflows in what is made of it."""

_MAX_DIRECTORY_BYTES = 64 << 10
_HEADER_BYTES = 1 << 20
"""Room for the names and shapes of all tensors, beside their numbers."""
_SUSPICIOUS_BYTES, _SUSPICIOUS_RATIO = 16 << 20, 50
"""Weights are noise, and shrink by a tenth: so much that shrinks so far is there to fill the memory."""

_REMEDY = "Ask for the file again, or export it again from its training run."


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
    latent_map
        The map of the points; None in files from before there were maps. It is not made on opening: the
        window and the engine would each make their own, and rounding may bend two maps in two ways.
    core
        The network as the compiled core plays it (`vschaos.instrument.core_member`); empty in files from before there
        was one, and in instruments that have not been written yet.
    walk
        How held sounds move by themselves; None where they do not, and in files from before it was learned.
    point_labels
        What is known of the points, by the card's labels, shape (N, K): NaN is unknown; (N, 0) in files from before it
        was kept.
    phrases
        How it plays on by itself; None where it was not learned.
    """

    card: Card
    config: dict[str, Any]
    weights: dict[str, NDArray[Any]]
    axes: LatentAxes
    points: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    point_source: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    latent_map: LatentMap | None = None
    core: bytes = b""
    walk: LatentWalk | None = None
    point_labels: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    phrases: PhraseModel | None = None

    @property
    def playable(self) -> Playable:
        """What a player can move: what the card says, and the map where there is one."""
        return replace(self.card.playable, terrain=self.latent_map is not None)


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
    if instrument.latent_map is not None:
        latent |= {"terrain_grid": instrument.latent_map.grid, "terrain_points": instrument.latent_map.points}
    if instrument.point_labels.size:
        latent["point_labels"] = instrument.point_labels
    if instrument.walk is not None:
        latent |= {f"walk_{item.name}": getattr(instrument.walk, item.name) for item in fields(LatentWalk)}
    try:
        make_folder(path.parent)
        with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(CARD, instrument.card.to_json())
            archive.writestr(CONFIG, yaml.safe_dump(instrument.config, sort_keys=False, allow_unicode=True))
            # Weights do not compress: storing them keeps saving short while a training runs.
            archive.writestr(WEIGHTS, save_tensors(_contiguous(instrument.weights)), zipfile.ZIP_STORED)
            archive.writestr(LATENT, save_tensors(_contiguous(latent)))
            if instrument.phrases is not None:
                phrases = {name: np.atleast_1d(values) for name, values in vars(instrument.phrases).items()}
                archive.writestr(PHRASES, save_tensors(_contiguous(phrases)), zipfile.ZIP_STORED)
            if instrument.core:
                archive.writestr(CORE, instrument.core, zipfile.ZIP_STORED)  # to be read as it is
    except OSError as error:
        raise InstrumentError(
            f"The instrument could not be saved as “{path}”: {error.strerror or error}.",
            "Choose a folder with write permission, on a disk with free space.",
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
            config = parse_yaml(_read(archive, CONFIG))
        except ValueError as error:
            raise _damaged(path) from error
        if not isinstance(config, dict):
            raise _damaged(path)
        latent = _tensors(archive, LATENT, path, _latent_bytes(card.latent_dims, len(card.labels)))
        weights = _tensors(archive, WEIGHTS, path, _weight_bytes(card, config)) if with_weights else {}
        members = archive.namelist()
        core = _read(archive, CORE, 2 * _weight_bytes(card, config)) if CORE in members else b""
        phrases = _tensors(archive, PHRASES, path, _phrase_bytes(card.latent_dims)) if PHRASES in members else {}
    dims = card.latent_dims
    axes = LatentAxes(
        _floats(latent, "mean", (dims,), path),
        _floats(latent, "axes", (dims, dims), path),
        _floats(latent, "scale", (dims,), path),
        _floats(latent, "variance", (dims,), path, most=float(np.finfo(np.float32).max) / MAX_BYTES[LATENT]),
    )
    if not (axes.scale > 0).all() or not (axes.variance >= 0).all():
        raise _damaged(path)
    points = latent.get("points", np.zeros((0, dims), np.float32))
    source = latent.get("point_source", np.zeros(len(points) if points.ndim else 0))
    if points.ndim != 2 or len(points) > MAX_POINTS or source.shape != (len(points),):
        raise _damaged(path)
    if not all(values.dtype.kind in "biuf" and np.isfinite(values).all() for values in (source, *weights.values())):
        raise _damaged(path)
    with np.errstate(invalid="ignore"):  # a number that is not an index names no sound
        source = source.astype(np.int32)
    return Instrument(
        card,
        cast(dict[str, Any], config),
        weights,
        axes,
        _floats(latent, "points", (len(points), dims), path) if "points" in latent else points,
        source,
        _latent_map(latent, dims, len(points), path),
        core,
        _latent_walk(latent, dims, path),
        _point_labels(latent, len(points), len(card.labels), path),
        _phrase_model(phrases, dims, path) if phrases else None,
    )


def _floats(
    latent: Mapping[str, NDArray[Any]], name: str, shape: tuple[int, ...], path: Path, most: float = MAX_COORDINATE
) -> NDArray[np.float32]:
    """A tensor that has this shape, and numbers of a possible size."""
    values = latent.get(name)
    if values is None or values.shape != shape or values.dtype.kind not in "biuf":
        raise _damaged(path)
    # Invalid numbers fail the comparison, too.
    if not (np.abs(values.astype(np.float64)) <= most).all():
        raise _damaged(path)
    return values.astype(np.float32)


def _latent_map(latent: Mapping[str, NDArray[Any]], dims: int, count: int, path: Path) -> LatentMap | None:
    grid, places = latent.get("terrain_grid"), latent.get("terrain_points")
    if grid is None and places is None:
        return None
    size = len(grid) if grid is not None and grid.ndim else 0
    if not 2 <= size <= MAX_MAP_SIZE:
        raise _damaged(path)
    return LatentMap(
        _floats(latent, "terrain_grid", (size, size, dims), path, most=1.0),
        _floats(latent, "terrain_points", (count, 2), path, most=1.0),
    )


def _point_labels(latent: Mapping[str, NDArray[Any]], count: int, labels: int, path: Path) -> NDArray[np.float32]:
    known = latent.get("point_labels")
    if known is None:
        return np.zeros((count, 0), np.float32)
    if known.shape != (count, labels) or known.dtype.kind not in "biuf" or (np.abs(known) > MAX_QUANTITY).any():
        raise _damaged(path)
    return known.astype(np.float32)


def _latent_walk(latent: Mapping[str, NDArray[Any]], dims: int, path: Path) -> LatentWalk | None:
    if "walk_places" not in latent:
        return None
    places = latent["walk_places"]
    count = len(places) if places.ndim else 0
    if not 1 <= count <= MOST_PLACES:
        raise _damaged(path)
    walk = LatentWalk(
        _floats(latent, "walk_places", (count, dims), path),
        _floats(latent, "walk_roots", (count, dims, dims), path),
        _floats(latent, "walk_correlation", (count, dims + 1), path, most=MOST_CORRELATION),
        _floats(latent, "walk_loudness_db", (count,), path, most=MOST_LOUDNESS_DB),
        _floats(latent, "walk_reach", (dims,), path),
    )
    if (walk.correlation < 0.0).any() or (walk.loudness_db < 0.0).any() or (walk.reach <= 0.0).any():
        raise _damaged(path)
    return walk


def _phrase_model(tensors: Mapping[str, NDArray[Any]], dims: int, path: Path) -> PhraseModel:
    hidden, components = (len(np.atleast_1d(tensors.get(name, 0))) for name in ("state_bias", "carry"))
    if not 0 < hidden <= 3 * MOST_HIDDEN or hidden % 3 or components > MOST_COMPONENTS:
        raise _damaged(path)
    shapes = tensor_shapes(dims, hidden // 3, components)
    read = {name: _floats(tensors, name, shape, path, most=MOST_WEIGHT) for name, shape in shapes.items()}
    for name, most in (("step_s", LONGEST_STEP_S), ("longest_rest", MAX_COORDINATE), ("floor_db", MAX_COORDINATE)):
        _floats(tensors, name, (1,), path, most)
    step_s, floor_db, longest_rest = (tensors[name][0].item() for name in ("step_s", "floor_db", "longest_rest"))
    if step_s < SHORTEST_STEP_S or longest_rest < 0 or not np.linalg.cond(read["basis"]) < MOST_CONDITION:
        raise _damaged(path)
    return PhraseModel(**read, floor_db=floor_db, step_s=step_s, longest_rest=int(longest_rest))


def _phrase_bytes(dims: int) -> int:
    """The most that a model of phrases can need, at 8 bytes a number."""
    shapes = tensor_shapes(dims, MOST_HIDDEN, MOST_COMPONENTS).values()
    return 8 * (3 + sum(math.prod(shape) for shape in shapes)) + _HEADER_BYTES


def _latent_bytes(dims: int, labels: int) -> int:
    """The most that the latent tensors can need, at 8 bytes a number."""
    numbers = dims * (dims + 3) + MAX_POINTS * (dims + labels + 3) + MAX_MAP_SIZE**2 * dims
    numbers += dims + MOST_PLACES * (dims + 1) * (dims + 2)
    return 8 * numbers + _HEADER_BYTES


def _weight_bytes(card: Card, config: Mapping[str, Any]) -> int:
    """What the weights of the network that a configuration describes can need."""
    try:
        parsed = Config.from_plain(config)
    except ConfigError as error:
        raise InstrumentError(
            f"The instrument “{card.name}” has an unusable configuration: {error.sentence}", _REMEDY
        ) from error
    return 4 * stored_numbers(parsed.representation.bins, parsed.model) + _HEADER_BYTES


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; nothing that it claims has been believed yet."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(opening(path))
            if _directory_bytes(file) > _MAX_DIRECTORY_BYTES:
                raise InstrumentError(f"“{path.name}” contains more files than an instrument can.", _REMEDY)
        except FileNotFoundError as error:
            raise InstrumentError(f"No instrument found at “{path}”.", "It may have been moved or renamed.") from error
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise InstrumentError(
                f"The instrument “{path}” cannot be opened: {why}.", "Change its permissions, or choose another file."
            ) from error
        try:
            archive = stack.enter_context(zipfile.ZipFile(file))
        except (zipfile.BadZipFile, struct.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise _damaged(path) from error
        yield archive


def _directory_bytes(file: BinaryIO) -> int:
    """The size that an archive claims for its list of members, which is read before anything else; 0 if it has none."""
    size = file.seek(0, 2)
    file.seek(-min(size, (1 << 16) + 22), 2)
    end = file.read()
    at = end.rfind(b"PK\5\6")
    file.seek(0)
    return int.from_bytes(end[at + 12 : at + 16], "little") if at >= 0 else 0


def _read(archive: zipfile.ZipFile, name: str, most_bytes: int | None = None) -> bytes:
    """A member that is not larger than it may be, by what it claims before anything is inflated."""
    most_bytes = min(MAX_BYTES[name], most_bytes or MAX_BYTES[name])
    path = Path(archive.filename or "")
    try:
        member = archive.getinfo(name)
        bomb = member.file_size > max(_SUSPICIOUS_BYTES, _SUSPICIOUS_RATIO * member.compress_size)
        if bomb or member.file_size > most_bytes:
            raise InstrumentError(f"“{path.name}” contains more data than an instrument can.", _REMEDY)
        # Other methods (LZMA) allocate as much memory as they like.
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _damaged(path)
        with archive.open(member) as content:
            return content.read(most_bytes + 1)
    # RuntimeError: encrypted, or of a method that is not implemented.
    except (
        KeyError,
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise _damaged(path) from error


def _text(archive: zipfile.ZipFile, name: str) -> str:
    try:
        return _read(archive, name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _damaged(Path(archive.filename or "")) from error


def _tensors(archive: zipfile.ZipFile, name: str, path: Path, most_bytes: int) -> dict[str, NDArray[Any]]:
    content = _read(archive, name, most_bytes)
    try:
        return load_tensors(content)
    except (SafetensorError, ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise _damaged(path) from error


def _contiguous(tensors: dict[str, Any]) -> dict[str, NDArray[Any]]:
    return {name: np.ascontiguousarray(values) for name, values in tensors.items()}


def _damaged(path: Path) -> InstrumentError:
    return InstrumentError(f"“{path.name}” is damaged, or is not an instrument.", _REMEDY)
