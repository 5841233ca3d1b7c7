"""Prepared sounds go when nobody needs them, and never sooner."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vschaos.data.tidying import tidy, use

DAY_S = 86_400
NOW_S = 2e9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Prepared sounds of a hundred bytes each, named by the days since their last use."""
    for days in (0, 3, 10, 30, 59, 61, 400):
        path = tmp_path / f"{days:02}"[:2] / f"{days}.f32"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bytes(100))
        os.utime(path, (NOW_S - days * DAY_S,) * 2)
    return tmp_path


def left(folder: Path) -> set[int]:
    return {int(path.stem) for path in folder.glob("*/*.f32")}


def test_what_was_not_used_for_sixty_days_goes_but_for_what_is_in_use(folder: Path) -> None:
    tidy(folder, {"400.f32"}, NOW_S)
    assert left(folder) == {0, 3, 10, 30, 59, 400}


def test_what_is_too_much_goes_the_oldest_first_and_nothing_of_this_week(folder: Path) -> None:
    tidy(folder, (), NOW_S, limit_bytes=350)
    assert left(folder) == {0, 3, 10}
    tidy(folder, (), NOW_S + 2 * DAY_S, limit_bytes=1)
    assert left(folder) == {0, 3}


def test_it_is_done_once_a_day(folder: Path) -> None:
    tidy(folder, (), NOW_S)
    tidy(folder, (), NOW_S + DAY_S / 2, limit_bytes=1)
    assert left(folder) == {0, 3, 10, 30, 59}
    tidy(folder, (), NOW_S + DAY_S * 1.5)
    assert left(folder) == {0, 3, 10, 30}


def test_what_killed_builders_left_is_removed_after_a_day(folder: Path) -> None:
    old, fresh = folder / "00" / ".old.part", folder / "00" / ".fresh.part"
    for path, age_s in ((old, 2 * DAY_S), (fresh, 60)):
        path.write_bytes(b"half")
        os.utime(path, (NOW_S - age_s,) * 2)
    tidy(folder, (), NOW_S)
    assert not old.exists()
    assert fresh.exists()


def test_use_is_noted_to_the_day(folder: Path) -> None:
    path = folder / "30" / "30.f32"
    use(path, path.stat(), NOW_S)
    assert path.stat().st_mtime == NOW_S
    use(path, path.stat(), NOW_S + DAY_S / 2)
    assert path.stat().st_mtime == NOW_S


def test_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    tidy(tmp_path / "missing", (), NOW_S)
