"""The index remembers verdicts, and never gets in the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vschaos.data import index as index_module
from vschaos.data.content import Stamp
from vschaos.data.facts import SoundFacts
from vschaos.data.index import FILE_NAME, FORGET_S, SoundIndex, Verdict

FACTS = SoundFacts(
    *(0.1 + 0.2, -12.34, 3, 1e-7, 0.5, 0.25, True),
    fingerprint="ab12",
)
VERDICT = Verdict("key", 1 / 3, 44_100, 2, FACTS)
REFUSED = Verdict("other", reason="It breaks off.", remedy="Copy it again.")
STAMP = Stamp(100, 10**18, 2 * 10**18 + 1)
ROOT = Path("/sounds")


def fill(cache: Path, *names: str) -> None:
    with SoundIndex(cache) as index:
        for name in names:
            index.remember(ROOT / name, STAMP, VERDICT)


def known(cache: Path, root: Path = ROOT) -> list[str]:
    with SoundIndex(cache) as index:
        return sorted(Path(path).relative_to(root).as_posix() for path in index.recall(root))


def test_what_was_remembered_is_recalled_exactly(tmp_path: Path) -> None:
    odd = ROOT / os.fsdecode(b"caf\xe9 \xff.wav")  # no text in any encoding
    with SoundIndex(tmp_path / "new" / "cache") as index:
        index.remember(ROOT / "a.wav", STAMP, VERDICT)
        index.remember(odd, STAMP, REFUSED)
    with SoundIndex(tmp_path / "new" / "cache") as index:
        found = index.recall(ROOT)
    assert {path: item[:2] for path, item in found.items()} == {
        str(ROOT / "a.wav"): (STAMP, VERDICT),
        str(odd): (STAMP, REFUSED),
    }


def test_a_folder_is_recalled_without_its_neighbours(tmp_path: Path) -> None:
    with SoundIndex(tmp_path) as index:
        for path in ("/a/b/x.wav", "/a/b/c/y.wav", "/a/b.wav", "/a/b c/z.wav", "/a/b0/z.wav", "/a/bc.wav"):
            index.remember(Path(path), STAMP, VERDICT)
        assert sorted(index.recall(Path("/a/b"))) == ["/a/b/c/y.wav", "/a/b/x.wav"]
        assert len(index.recall(Path("/"))) == 6


def test_a_new_verdict_replaces_the_old(tmp_path: Path) -> None:
    with SoundIndex(tmp_path) as index:
        index.remember(ROOT / "a.wav", STAMP, REFUSED)
        index.remember(ROOT / "a.wav", STAMP, VERDICT)
        assert [item.verdict for item in index.recall(ROOT).values()] == [VERDICT]


def test_a_file_written_in_the_last_seconds_is_not_remembered(tmp_path: Path) -> None:
    now_s = 2e9
    with SoundIndex(tmp_path, clock=lambda: now_s) as index:
        for name, age_s in (("fresh", 1), ("old", 3), ("from the future", -100)):
            index.remember(ROOT / name, Stamp(1, int((now_s - age_s) * 1e9), 0), VERDICT)
        assert [Path(path).name for path in index.recall(ROOT)] == ["from the future", "old"]


def test_verdicts_of_another_judge_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "a.wav")
    with monkeypatch.context() as patch:
        patch.setattr(index_module, "_JUDGE", "2 libsndfile-9")
        assert known(tmp_path) == []
    assert known(tmp_path) == ["a.wav"]


def test_facts_of_another_kind_are_not_remembered(tmp_path: Path) -> None:
    fill(tmp_path, "a.wav", "b.wav", "c.wav")
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("UPDATE files SET facts = '{\"loudness\": 1}' WHERE path = ?", (b"/sounds/a.wav",))
        connection.execute("UPDATE files SET facts = 'rubbish' WHERE path = ?", (b"/sounds/b.wav",))
    connection.close()
    assert known(tmp_path) == ["c.wav"]


def test_files_are_forgotten_when_no_scan_has_seen_them_for_long(tmp_path: Path) -> None:
    now_s = 2e9
    with SoundIndex(tmp_path, clock=lambda: now_s) as index:
        for name in ("stays.wav", "goes.wav"):
            index.remember(ROOT / name, STAMP, VERDICT)
        for _ in range(3):
            now_s += FORGET_S / 2
            index.seen([(path, item) for path, item in index.recall(ROOT).items() if "stays" in path])
        assert list(index.recall(ROOT)) == [str(ROOT / "stays.wav")]


@pytest.mark.parametrize("damage", ["rubbish", "half", "middle", "another table", "empty"])
def test_a_damaged_index_is_begun_anew(tmp_path: Path, damage: str) -> None:
    fill(tmp_path, *(f"{number}.wav" for number in range(200)))
    path = tmp_path / FILE_NAME
    content = path.read_bytes()
    if damage == "another table":
        with sqlite3.connect(path) as connection:
            connection.execute("ALTER TABLE files RENAME COLUMN remedy TO advice")
        connection.close()
    else:
        middle = content[:4096] + b"\xff" * (len(content) - 4096)
        path.write_bytes({"rubbish": b"no", "half": content[: len(content) // 2], "middle": middle}.get(damage, b""))
    for _ in range(2):
        with SoundIndex(tmp_path) as index:
            index.recall(ROOT)
            index.remember(ROOT / "new.wav", STAMP, VERDICT)
            index.remember(ROOT / "newer.wav", STAMP, VERDICT)
    assert "newer.wav" in known(tmp_path)


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "occupied" / FILE_NAME).mkdir(parents=True)
    for cache in (tmp_path / "file", tmp_path / "file" / "below", tmp_path / "occupied"):
        fill(cache, "a.wav")
        assert known(cache) == []
        with SoundIndex(cache) as index:
            index.seen(index.recall(ROOT).items())
    assert (tmp_path / "occupied" / FILE_NAME).is_dir()


def test_a_full_disk_ends_the_remembering_and_nothing_else(tmp_path: Path) -> None:
    program = (
        "import resource, sys; from pathlib import Path; from tests.data import test_index as t\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "t.fill(Path(sys.argv[1]), *(f'{number}.wav' for number in range(2000)))\n"
    )
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False).returncode == 0
    assert len(known(tmp_path)) < 2000
    fill(tmp_path, "after.wav")
    assert "after.wav" in known(tmp_path)


def test_an_index_that_another_process_holds_does_not_stop_a_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "_PATIENCE_S", 0.01)
    fill(tmp_path, "a.wav")
    with SoundIndex(tmp_path) as index:
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        index.remember(ROOT / "b.wav", STAMP, VERDICT)
        assert len(index.recall(ROOT)) == 1
        other.execute("ROLLBACK")
        other.close()
        index.remember(ROOT / "c.wav", STAMP, VERDICT)
    assert known(tmp_path) == ["a.wav", "c.wav"]


def test_many_threads_of_many_processes_may_write(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.data import test_index as t\n"
        "t.fill(Path(sys.argv[1]), *(f'{sys.argv[2]} {number}' for number in range(50)))\n"
    )
    children = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), str(each)]) for each in range(3)]
    with SoundIndex(tmp_path) as index, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: index.remember(ROOT / f"here {n}", STAMP, VERDICT), range(200)))
    assert [child.wait() for child in children] == [0, 0, 0]
    assert len(known(tmp_path)) == 200 + 3 * 50


def test_a_closed_index_knows_nothing(tmp_path: Path) -> None:
    index = SoundIndex(tmp_path)
    index.close()
    index.remember(ROOT / "a.wav", STAMP, VERDICT)
    assert index.recall(ROOT) == {}
    index.close()
