from pathlib import Path

import pytest

from vschaos.configs.compose import compose_config
from vschaos.training.runs import Record, new_run
from vschaos_studio.state.source_files import find_recording, sound_folders


def test_the_folder_of_a_training_is_known_by_its_run(tmp_path):
    config = compose_config("dgt_small", ["name=bells", f"+data.dataset.root={tmp_path / 'sounds'}"])
    run = new_run(tmp_path / "runs", Record(config, "dgt_small", {}))
    other = tmp_path / "other"
    assert sound_folders(run / "last.vschaos", [other]) == (tmp_path / "sounds", other)
    assert sound_folders(tmp_path / "alone.vschaos", [other]) == (other,)
    assert sound_folders(None, []) == ()


def test_a_damaged_run_is_no_trouble(tmp_path):
    (tmp_path / "config.yaml").write_text("{")
    assert sound_folders(tmp_path / "last.vschaos", []) == ()


@pytest.mark.parametrize("name", ["data/a bell.wav", "a bell.wav"])
def test_a_recording_is_found_in_the_first_folder_that_has_it(tmp_path, name):
    folders = [tmp_path / "one", tmp_path / "two"]
    (folders[1] / name).parent.mkdir(parents=True)
    (folders[1] / name).write_bytes(b"")
    assert find_recording(name, folders) == folders[1] / name
    assert find_recording("another.wav", folders) is None


def test_a_name_leads_nowhere_else(tmp_path):
    (tmp_path / "secret.wav").write_bytes(b"")
    (tmp_path / "sounds").mkdir()
    for name in ("../secret.wav", str(tmp_path / "secret.wav"), "", "."):
        assert find_recording(name, [tmp_path / "sounds", Path()]) is None
