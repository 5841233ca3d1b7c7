"""Adding instruments to the library, and moving them to the bin."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.studio.conftest import other_instrument
from vschaos.errors import VschaosError
from vschaos_studio.services.instrument_files import add_to_library, move_to_bin


def test_adding_never_replaces_a_file(tmp_path, instrument_file):
    library, second = tmp_path / "library", tmp_path / "other"
    second.mkdir()
    other = other_instrument(second / instrument_file.name, name="Others")
    added = add_to_library([instrument_file, other], library)
    assert [path.name for path in added] == ["Test bells.vschaos", "Test bells 2.vschaos"]
    assert added[0].read_bytes() == instrument_file.read_bytes()
    assert added[1].read_bytes() == other.read_bytes()
    assert add_to_library([added[1]], library) == (added[1],)
    assert len(list(library.iterdir())) == 2


def test_what_is_no_instrument_is_not_added(tmp_path):
    broken = tmp_path / "broken.vschaos"
    broken.write_bytes(b"nothing")
    with pytest.raises(VschaosError, match="damaged"):
        add_to_library([broken], tmp_path / "library")
    assert not (tmp_path / "library").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the bin of other systems cannot be put elsewhere")
def test_a_file_goes_to_the_bin_whole(tmp_path, instrument_file):
    content = instrument_file.read_bytes()
    code = "import sys; from pathlib import Path; from vschaos_studio.services.instrument_files import move_to_bin;"
    code += "move_to_bin(Path(sys.argv[1]))"
    (tmp_path / "data").mkdir()
    home = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data")}
    subprocess.run([sys.executable, "-c", code, str(instrument_file)], env=home, check=True, timeout=60)
    assert not instrument_file.exists()
    assert any(path.is_file() and path.read_bytes() == content for path in tmp_path.rglob("*.vschaos"))


def test_what_cannot_go_there_is_told():
    with pytest.raises(VschaosError, match="could not be moved"):
        move_to_bin(Path("/nowhere/x.vschaos"))
