"""A key names a content; a stamp shows when to check again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from vschaos.data.content import content_key, stamp
from vschaos.errors import AudioFileError


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 21) + 7])
def test_the_key_is_the_hash_of_all_bytes(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    (tmp_path / "a").write_bytes(content)
    key, before = content_key(tmp_path / "a")
    assert key == hashlib.blake2b(content, digest_size=20).hexdigest()
    assert before == stamp(tmp_path / "a")


def test_a_stamp_changes_with_the_file_even_if_its_date_is_set_back(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    os.utime(path, (1e9, 1e9))
    before = stamp(path)
    while stamp(path) == before:  # the system's clock ticks every few milliseconds
        path.write_bytes(b"two")
        os.utime(path, (1e9, 1e9))
    assert path.stat().st_mtime == 1e9
    assert stamp(tmp_path / "missing") is None


def test_reading_can_be_stopped_and_what_is_missing_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(3 << 20))
    assert content_key(tmp_path / "a", lambda: True)[0] == ""
    with pytest.raises(AudioFileError, match="can no longer be read"):
        content_key(tmp_path / "missing")
