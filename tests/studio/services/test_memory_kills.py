import sys

import pytest

from vschaos_studio.services.memory_kills import memory_kills


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="ascii")


def test_the_kernels_count_is_read(tmp_path):
    write(tmp_path / "proc" / "vmstat", "nr_free_pages 812\noom_kill 12\noom_kill_other 3\n")
    assert memory_kills(tmp_path) == 12


def test_where_the_kernel_does_not_count_our_control_group_may(tmp_path):
    write(tmp_path / "proc" / "vmstat", "nr_free_pages 812\n")
    write(tmp_path / "proc" / "self" / "cgroup", "4:memory:/old\n0::/user.slice/session.scope\n")
    events = "low 0\noom 2\noom_kill 1\noom_group_kill 0\n"
    write(tmp_path / "sys" / "fs" / "cgroup" / "user.slice" / "session.scope" / "memory.events", events)
    assert memory_kills(tmp_path) == 1


@pytest.mark.parametrize("text", ["", "oom_kill many\n", "oom_kill -3\n", "oom_kill"])
def test_what_cannot_be_known_is_none(tmp_path, text):
    assert memory_kills(tmp_path) is None
    write(tmp_path / "proc" / "vmstat", text)
    assert memory_kills(tmp_path) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of Linux")
def test_here_it_is_a_count_or_unknown():
    found = memory_kills()
    assert found is None or found >= 0
