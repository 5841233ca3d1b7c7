"""Files are written whole, and keep their links and permissions."""

import os
import stat
import threading

import pytest

from vschaos.files import is_missing, move_into_place, opening, read_file, replacing, temporary_beside, write_file

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX permissions, links and pipes")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def fail_half_way(path):
    with replacing(path) as file:
        file.write(b"half")
        raise RuntimeError


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_written_and_no_other_is_left(tmp_path):
    write_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_the_old_file_stays_if_writing_fails(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        fail_half_way(path)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@POSIX
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o002])
def test_a_new_file_has_the_permissions_that_the_umask_gives(tmp_path, umask):
    before = os.umask(umask)
    try:
        write_file(tmp_path / "a", b"new")
        (tmp_path / "b").write_bytes(b"as any program does")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == mode(tmp_path / "b") == 0o666 & ~umask


@POSIX
@pytest.mark.parametrize("bits", [0o600, 0o664, 0o755, 0o444])
def test_permissions_stay(tmp_path, bits):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(bits)
    write_file(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", bits)


@POSIX
def test_a_private_file_is_private_while_it_is_written(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    with replacing(path):
        assert {mode(other) for other in tmp_path.iterdir()} == {0o600}


@POSIX
def test_a_link_stays_and_its_target_is_written(tmp_path):
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "file", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    (tmp_path / "between").symlink_to(target)
    link.symlink_to("between")
    write_file(link, b"new")
    assert link.is_symlink()
    assert (target.read_bytes(), mode(target)) == (b"new", 0o640)
    assert names(tmp_path / "far") == ["file"]


@POSIX
def test_a_broken_link_creates_its_target(tmp_path):
    (tmp_path / "link").symlink_to("file")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


@POSIX
def test_pipes_loops_and_folders_are_refused_without_blocking(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("pipe", "loop", "."):
        with pytest.raises(OSError, match=r".+"):
            write_file(tmp_path / name, b"new")
        with pytest.raises(OSError, match=r".+"):
            read_file(tmp_path / name, 10)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert names(tmp_path) == ["loop", "pipe"]
    with pytest.raises(OSError, match="not an ordinary file"), opening(tmp_path / "pipe"):
        pass


def test_a_file_written_by_a_library_is_moved_into_place(tmp_path):
    path = tmp_path / "a"
    temporary, handle = temporary_beside(path)
    assert temporary.parent == tmp_path
    assert temporary.name.startswith(".")
    assert temporary.suffix == ".part"
    temporary.write_bytes(b"whole")
    os.close(handle)
    move_into_place(temporary, path)
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == ["a"]


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    (tmp_path / "a").write_bytes(bytes(11))
    assert read_file(tmp_path / "a", 11) == bytes(11)
    with pytest.raises(OSError, match="larger than 10 bytes"):
        read_file(tmp_path / "a", 10)


def test_many_writers_of_one_file_leave_one_of_their_files(tmp_path):
    path = tmp_path / "a"
    threads = [threading.Thread(target=write_file, args=(path, bytes([n]) * 1000)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    content = path.read_bytes()
    assert len(content) == 1000
    assert len(set(content)) == 1
    assert names(tmp_path) == ["a"]


def test_missing_paths(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    assert is_missing(tmp_path / "b")
    assert is_missing(tmp_path / "a" / "b")
    assert not is_missing(tmp_path / "a")
