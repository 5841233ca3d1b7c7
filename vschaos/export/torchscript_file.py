"""From an instrument to the bytes of a ``.ts`` file."""

from __future__ import annotations

import io
from dataclasses import replace

import torch

from vschaos.export.describe import describe
from vschaos.export.description import EXTRA_FILE, ExportDescription
from vschaos.export.kept_patches import fingerprints
from vschaos.export.nn_tilde import NnTildeModule, scripted
from vschaos.export.operators import check_operators
from vschaos.instrument.card import Card
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.latent.latent_map import LatentMap

SOURCE_MAP = ".debug_pkl"
WRITTEN_BY_THE_WRITER = ("version", "byteorder", ".data/serialization_id")


def torchscript_file(
    card: Card,
    instrument: StreamingInstrument,
    latent_map: LatentMap | None = None,
    name: str = "",
    host_hz: int = 0,
) -> tuple[bytes, ExportDescription]:
    """Script an instrument for nn~.

    Parameters
    ----------
    card
        The instrument's.
    instrument
        On the CPU, in evaluation mode, without gradients.
    latent_map
        Its map, if it has one.
    name
        Of the export's files.
    host_hz
        Rate of the host; 0: the instrument's own.

    Returns
    -------
    tuple
        The file, and the description of what it offers, which is also its extra file.

    Raises
    ------
    ExportError
        If nn~ could not load or buffer it, or it cannot be resampled.
    """
    ahead, has_terrain = instrument.lookahead, latent_map is not None
    description = describe(card, name=name, lookahead=ahead, has_terrain=has_terrain, host_hz=host_hz)
    description = replace(description, patches=fingerprints(description))
    grid = None if latent_map is None else torch.from_numpy(latent_map.grid.copy())
    module = scripted(NnTildeModule(instrument, card.labels, grid, host_hz))
    check_operators(module)
    saved = module.save_to_buffer(_extra_files={EXTRA_FILE: description.to_json()})
    return without_source_maps(saved), description


def without_source_maps(saved: bytes) -> bytes:
    """The same file without the maps from its code to ours, which name folders of the computer that wrote it.

    The file keeps its operator version: a lower one would let the loader replace operators by older variants.
    """
    reader = torch._C.PyTorchFileReader(io.BytesIO(saved))
    result = io.BytesIO()
    writer = torch._C.PyTorchFileWriter(result)
    writer.set_min_version(int(reader.get_record("version")))
    for name in reader.get_all_records():
        if not name.endswith(SOURCE_MAP) and name not in WRITTEN_BY_THE_WRITER:
            record = reader.get_record(name)
            writer.write_record(name, record, len(record))
    writer.write_end_of_file()
    return result.getvalue()
