"""A folder is the old one or the new one, whatever happens while it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vschaos.export.folder import publish, staged_folder


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


def fill(stage: Path, text: str = "new") -> None:
    for name in ("a.ts", "b.pd", "c.md"):
        (stage / name).write_text(f"{text} {name}")


def write(parent: Path, name: str, put: Callable[[Path, Path], None] = publish) -> None:
    with staged_folder(parent) as stage:
        fill(stage)
        put(stage, parent / name)


NEW = {"a.ts": "new a.ts", "b.pd": "new b.pd", "c.md": "new c.md"}


def test_a_new_folder_is_there_at_once(tmp_path):
    def put(stage: Path, target: Path) -> None:
        assert not target.exists()
        publish(stage, target)

    write(tmp_path / "deep" / "out", "x", put)
    assert contents(tmp_path) == {f"deep/out/x/{name}": text for name, text in NEW.items()}


def test_an_older_one_gets_the_new_files_and_keeps_what_its_owner_put_there(tmp_path):
    (tmp_path / "x").mkdir()
    for name in ("a.ts", "b.pd", "mine.pd"):
        (tmp_path / "x" / name).write_text("old")
    write(tmp_path, "x")
    assert contents(tmp_path) == {f"x/{name}": text for name, text in {**NEW, "mine.pd": "old"}.items()}


@pytest.mark.parametrize("moves", [0, 1, 2])
@pytest.mark.parametrize("trouble", [OSError("disk"), KeyboardInterrupt(), SystemExit(143)])
def test_a_move_that_fails_is_taken_back_with_those_before_it(tmp_path, monkeypatch, moves, trouble):
    (tmp_path / "x").mkdir()
    for name in ("a.ts", "mine.pd"):
        (tmp_path / "x" / name).write_text("old")
    before, move, count = contents(tmp_path), Path.replace, 0

    def failing(path, target):
        nonlocal count
        count += 1
        if count == moves + 1:
            raise trouble
        return move(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(type(trouble)):
        write(tmp_path, "x")
    assert contents(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_block_that_fails_leaves_no_folder_that_it_made(tmp_path):
    def full(stage: Path, target: Path) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write(tmp_path / "deep" / "out", "x", full)
    assert not list(tmp_path.iterdir())
