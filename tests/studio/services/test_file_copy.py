import shutil

import pytest

from vschaos.errors import VschaosError
from vschaos_studio.services.file_copy import copy_whole


def test_a_copy_is_the_same(tmp_path):
    (tmp_path / "a").write_bytes(b"bells")
    copy_whole(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"bells"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"bells")
    (tmp_path / "b").write_bytes(b"old")

    def fill_up(source, target):
        target.write(b"be")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", fill_up)
    with pytest.raises(VschaosError, match="No space left"):
        copy_whole(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_missing_folder_and_a_missing_source_end_in_sentences(tmp_path):
    with pytest.raises(VschaosError):
        copy_whole(tmp_path / "a", tmp_path / "nowhere" / "b")
    with pytest.raises(VschaosError):
        copy_whole(tmp_path / "a", tmp_path / "b")
    assert list(tmp_path.iterdir()) == []
