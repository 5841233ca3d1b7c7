"""The file itself: what is in it, and what is not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import vschaos
from vschaos.export.nn_tilde import NnTildeModule, scripted
from vschaos.export.torchscript_file import without_source_maps


def saved(export):
    return scripted(NnTildeModule(export.live)).save_to_buffer(_extra_files={"note": "kept"})


def test_no_folder_of_this_computer_is_in_the_file(export):
    folder = str(Path(vschaos.__file__).parent).encode()
    assert folder in b"".join(members(saved(export)).values())
    assert all(folder not in content for content in members(export.path.read_bytes()).values())


def test_everything_but_the_source_maps_is_kept(export):
    before, after = members(saved(export)), members(without_source_maps(saved(export)))
    dropped = before.keys() - after.keys()
    assert dropped
    assert all(name.endswith(".debug_pkl") for name in dropped)
    identity = "archive/.data/serialization_id"
    assert {name: content for name, content in before.items() if name not in dropped | {identity}} == {
        name: content for name, content in after.items() if name != identity
    }


def members(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
