"""Favourites and tags are kept, and no instrument is changed for them."""

from pathlib import Path

import pytest

from vschaos.errors import VschaosError
from vschaos_studio.state.instrument_marks import NO_MARK, InstrumentMarks, Mark, parse_tags

MARK = Mark(favourite=True, tags=("drone", "soft"))


def test_marks_are_there_again(tmp_path):
    path = tmp_path / "library" / "marks.json"
    marks = InstrumentMarks(path)
    marks.set(Path("/a/x.vschaos"), MARK, factory=False)
    marks.set(Path("/a/odd \udcff.vschaos"), MARK, factory=False)
    marks.set(Path("/program/Choir.vschaos"), Mark(favourite=True), factory=True)
    again = InstrumentMarks(path)
    assert again.of(Path("/a/x.vschaos"), factory=False) == MARK
    assert again.of(Path("/a/odd \udcff.vschaos"), factory=False) == MARK
    # Where the program is installed anew, its instruments are elsewhere.
    assert again.of(Path("/moved/Choir.vschaos"), factory=True) == Mark(favourite=True)
    assert again.of(Path("/moved/Choir.vschaos"), factory=False) == NO_MARK
    again.set(Path("/a/x.vschaos"), NO_MARK, factory=False)
    assert b"/a/x" not in path.read_bytes()


def test_a_damaged_file_counts_as_empty_and_is_kept(tmp_path):
    path = tmp_path / "marks.json"
    path.write_bytes(b"[1, 2")
    marks = InstrumentMarks(path)
    assert marks.of(Path("/x"), factory=False) == NO_MARK
    marks.set(Path("/x"), MARK, factory=False)
    assert (tmp_path / "marks.damaged.json").read_bytes() == b"[1, 2"
    assert InstrumentMarks(path).of(Path("/x"), factory=False) == MARK


def test_what_cannot_be_saved_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    marks = InstrumentMarks(tmp_path / "file" / "marks.json")
    with pytest.raises(VschaosError, match="could not be saved"):
        marks.set(Path("/x"), MARK, factory=False)


def test_tags_are_typed_as_one_likes():
    assert parse_tags(" Drone, #soft  drone,,dark#wet") == ("drone", "soft", "dark", "wet")
    assert len(parse_tags(" ".join(map(str, range(1000))))) == 32
