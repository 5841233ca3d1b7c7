"""From an instrument to the bytes of a ``.ts`` file."""

from __future__ import annotations

import io

import torch

from vschaos.export.metadata import EXTRA_FILE, export_facts
from vschaos.export.nn_tilde import NnTildeModule
from vschaos.export.operators import check_operators
from vschaos.instrument.card import Card
from vschaos.instrument.streaming import StreamingInstrument

SOURCE_MAP = ".debug_pkl"
WRITTEN_BY_THE_WRITER = ("version", "byteorder", ".data/serialization_id")


def torchscript_file(card: Card, instrument: StreamingInstrument) -> bytes:
    """Script an instrument for nn~.

    Parameters
    ----------
    card
        Becomes the file's extra file.
    instrument
        On the CPU, in evaluation mode, without gradients.

    Raises
    ------
    ExportError
        If nn~ could not load or buffer it.
    """
    scripted = torch.jit.script(NnTildeModule(instrument, card.labels).eval())
    check_operators(scripted)
    saved = scripted.save_to_buffer(_extra_files={EXTRA_FILE: export_facts(card, instrument.lookahead).to_json()})
    return without_source_maps(saved)


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
