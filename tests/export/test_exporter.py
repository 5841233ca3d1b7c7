"""From an instrument file to a finished export; and that failures leave nothing behind."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
import torch

from vschaos.errors import ExportError
from vschaos.export import exporter
from vschaos.export.exporter import export_nn_tilde
from vschaos.export.fresh_process import verify_in_fresh_process
from vschaos.export.patch_name import patch_name
from vschaos.export.report import EXPORT_MESSAGES, Check, Stage, StageBegun, Verified
from vschaos.instrument.bundle import write_instrument


@pytest.fixture(scope="module")
def source(export, tmp_path_factory):
    path = tmp_path_factory.mktemp("instruments") / "söund.vschaos"
    write_instrument(path, export.instrument)
    return path


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    """The system's temporary folder, for this test alone."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def unchecked(path: Path, reference: Path, passed: Callable[[Check], None]) -> Verified:
    assert path.is_file()
    assert reference.is_file()
    return Verified((), 1.0)


def silent(event: StageBegun | Check) -> None:
    pass


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def everything_below(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*"))


def test_the_stages_are_reported_in_order_and_the_file_is_in_place(source, tmp_path, scratch):
    events = []
    folder = tmp_path / "new" / "folder"
    exported = export_nn_tilde(source, folder, progress=events.append, verify=unchecked)
    assert [event.stage for event in events] == [Stage.LOAD, Stage.SCRIPT, Stage.VERIFY, Stage.WRITE]
    assert exported.path == folder / "untrained_3" / "untrained_3.ts"
    assert torch.jit.load(str(exported.path)).get_methods()[:3] == ["forward", "encode", "decode"]
    assert names_in(folder) == ["untrained_3"]
    assert sorted(path.name for path in exported.files) == sorted(names_in(folder / "untrained_3"))
    assert not everything_below(scratch)


def test_the_folder_has_module_patches_and_card_by_one_name(source, tmp_path):
    exported = export_nn_tilde(source, tmp_path, "bells", progress=silent, verify=unchecked)
    names = set(names_in(tmp_path / "bells"))
    assert {"bells.ts", "bells.pd", "bells-help.pd", "bells.maxpat", "bells.md"} <= names
    assert all(name.startswith("bells") for name in names)
    card = (tmp_path / "bells" / "bells.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in card for name in names - {"bells.md"})
    assert exported.description.name == "bells"


def test_the_check_runs_in_a_fresh_process_and_passes(source, tmp_path):
    events = []
    exported = export_nn_tilde(source, tmp_path, "my voice", progress=events.append)
    assert exported.path == tmp_path / "my_voice" / "my_voice.ts"
    assert {check.name for check in exported.verified.checks} >= {"live", "chunks", "robust"}
    assert [event for event in events if isinstance(event, Check)] == list(exported.verified.checks), "one by one"


def test_a_failed_check_leaves_the_old_file_and_nothing_else(source, tmp_path, scratch):
    folder = tmp_path / "patches"
    (folder / "cello").mkdir(parents=True)
    (folder / "cello" / "cello.ts").write_bytes(b"the old one")

    def refuse(path, reference, passed):
        raise ExportError("No")

    with pytest.raises(ExportError, match="No"):
        export_nn_tilde(source, folder, "cello", replace=True, progress=silent, verify=refuse)
    assert everything_below(folder) == [Path("cello"), Path("cello/cello.ts")]
    assert (folder / "cello" / "cello.ts").read_bytes() == b"the old one"
    assert not everything_below(scratch)


def test_an_older_export_is_replaced_and_its_owners_files_stay(source, tmp_path):
    folder = tmp_path / "cello"
    folder.mkdir()
    (folder / "cello.ts").write_bytes(b"the old one")
    (folder / "my concert.pd").write_bytes(b"mine")
    export_nn_tilde(source, tmp_path, "cello.ts", replace=True, progress=silent, verify=unchecked)
    assert (folder / "cello.ts").stat().st_size > 10_000
    assert (folder / "my concert.pd").read_bytes() == b"mine"
    assert names_in(tmp_path) == ["cello"]


def test_a_patch_that_was_changed_stays_beside_the_new_one(source, tmp_path):
    first = export_nn_tilde(source, tmp_path, "cello", progress=silent, verify=unchecked)
    patch = tmp_path / "cello" / "cello-help.pd"
    written = patch.read_text()
    patch.write_text(f"{written}#X text 1 1 mine;\n")
    again = export_nn_tilde(source, tmp_path, "cello", progress=silent, verify=unchecked)
    assert again.kept == (kept := patch.with_name("cello-help-kept.pd"),)
    assert set(again.files) == {*first.files, kept}
    assert patch.read_text() == written
    assert kept.read_text() == f"{written}#X text 1 1 mine;\n"


@pytest.mark.parametrize("older", [False, True])
def test_a_disk_that_fills_up_while_writing_leaves_what_was_there(source, tmp_path, scratch, monkeypatch, older):
    target = tmp_path / "out" / "deeper"
    if older:
        (target / "cello").mkdir(parents=True)
        (target / "cello" / "cello.ts").write_bytes(b"the old one")
    before = everything_below(tmp_path)

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("vschaos.export.folder.os.fsync", full)
    with pytest.raises(ExportError, match=r"could not be saved.*No space left") as caught:
        export_nn_tilde(source, target, "cello", replace=True, progress=silent, verify=unchecked)
    assert "free space" in caught.value.remedy
    assert everything_below(tmp_path) == before


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("last", list(Stage))
def test_an_interruption_at_any_stage_leaves_nothing(source, tmp_path, scratch, trouble, last):
    def interrupted(event):
        if event.stage is last:
            raise trouble

    with pytest.raises(trouble):
        export_nn_tilde(source, tmp_path / "out", progress=interrupted, verify=unchecked)
    assert everything_below(tmp_path) == [Path("scratch")]


def test_a_patch_that_cannot_be_made_leaves_nothing(source, tmp_path, scratch, monkeypatch):
    def interrupted(description, files):
        raise KeyboardInterrupt

    monkeypatch.setattr(exporter, "card_text", interrupted)
    with pytest.raises(KeyboardInterrupt):
        export_nn_tilde(source, tmp_path / "out", progress=silent, verify=unchecked)
    assert everything_below(tmp_path) == [Path("scratch")]


@pytest.mark.parametrize("name", ["", "  ", "...", "/", "\\", ";,$"])
def test_a_name_that_leaves_nothing_falls_back_to_the_instruments(source, tmp_path, name):
    exported = export_nn_tilde(source, tmp_path, name, progress=silent, verify=unchecked)
    assert exported.path == tmp_path / "untrained_3" / "untrained_3.ts"


@pytest.mark.parametrize(
    ("name", "folder"),
    [("../../up", "up"), ("a/b c", "a_b_c"), ("voix céleste 鈴", "voix_céleste_鈴"), ("x" * 300, "x" * 100)],
)
def test_a_name_cannot_lead_elsewhere(source, tmp_path, name, folder):
    out = tmp_path / "out"
    exported = export_nn_tilde(source, out, name, progress=silent, verify=unchecked)
    assert exported.path == out / folder / f"{folder}.ts"
    assert names_in(tmp_path) == ["out"]
    assert names_in(out) == [folder]


def test_a_disk_that_is_full_while_drafting_leaves_nothing(source, tmp_path, scratch, monkeypatch):
    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(exporter, "write_file", full)
    with pytest.raises(ExportError, match="No space left"):
        export_nn_tilde(source, tmp_path / "out", progress=silent, verify=unchecked)
    assert everything_below(tmp_path) == [Path("scratch")]


def test_a_file_in_place_of_the_exports_own_folder_is_reported_before_the_work(source, tmp_path):
    (tmp_path / "cello").write_text("not a folder")
    events = []
    with pytest.raises(ExportError, match="“cello” is not a folder"):
        export_nn_tilde(source, tmp_path, "cello", progress=events.append, verify=unchecked)
    assert [event.stage for event in events] == [Stage.LOAD]
    assert (tmp_path / "cello").read_text() == "not a folder"


def test_a_file_in_place_of_the_folder_is_reported_before_the_work(source, tmp_path):
    (tmp_path / "out").write_text("not a folder")
    events = []
    with pytest.raises(ExportError, match="“out” is not a folder"):
        export_nn_tilde(source, tmp_path / "out" / "deeper", progress=events.append, verify=unchecked)
    assert [event.stage for event in events] == [Stage.LOAD]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder that even root cannot make folders in")
def test_a_folder_that_cannot_be_made_is_reported_before_the_work(source, tmp_path):
    events = []
    with pytest.raises(ExportError, match="“/proc/nope”: No such file"):
        export_nn_tilde(source, Path("/proc/nope"), progress=events.append, verify=unchecked)
    assert [event.stage for event in events] == [Stage.LOAD]


def test_a_read_only_folder_is_reported_before_the_work(source, tmp_path, monkeypatch):
    if os.name == "posix" and os.geteuid() != 0:
        (tmp_path / "locked").mkdir(mode=0o500)
    else:  # Root may write anywhere, and Windows keeps its permissions elsewhere: what the system would say is given.
        (tmp_path / "locked").mkdir()
        monkeypatch.setattr(exporter.os, "access", lambda path, mode: Path(path).name != "locked")
    with pytest.raises(ExportError, match="you have no permission to write there"):
        export_nn_tilde(source, tmp_path / "locked", progress=silent, verify=unchecked)


def test_a_check_that_crashes_is_reported(export, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "vschaos.export.fresh_process.own_command",
        lambda: [sys.executable, "-c", "import sys, os; print('boom', file=sys.stderr); os._exit(7)"],
    )
    with pytest.raises(ExportError, match=r"ended unexpectedly \(code 7: boom"):
        verify_in_fresh_process(export.path, tmp_path / "none", silent)


def test_a_check_is_reported_as_soon_as_it_has_passed_and_ends_with_whoever_waits(export, tmp_path, monkeypatch):
    """The child goes on until it is ended: that the first check arrives shows that nobody waits for the last."""
    line = EXPORT_MESSAGES.encode(Check("live", "As here."))
    code = f"import time; print({line!r}, flush=True); time.sleep(1000)"
    monkeypatch.setattr("vschaos.export.fresh_process.own_command", lambda: [sys.executable, "-c", code])

    def cancelled(check):
        assert check == Check("live", "As here.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify_in_fresh_process(export.path, tmp_path / "none", cancelled)
    assert not psutil.Process().children()


def test_what_the_fresh_process_finds_reaches_the_user(export, tmp_path):
    export.reference.save(tmp_path / "reference.safetensors")
    (tmp_path / "half.ts").write_bytes(export.path.read_bytes()[:1000])
    with pytest.raises(ExportError, match="cannot be loaded"):
        verify_in_fresh_process(tmp_path / "half.ts", tmp_path / "reference.safetensors", silent)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("cello", "cello"),
        ("my cello, 2", "my_cello_2"),
        ("../../etc/passwd", "etc_passwd"),
        ("C:\\sounds", "C_sounds"),
        ("voix céleste.ts", "voix_céleste"),
        ("", ""),
        ("...", ""),
        (" 鈴 ", "鈴"),
        ("x" * 300, "x" * 100),
        ("tab\there", "tab_here"),
        ("ends.", "ends"),
    ],
)
def test_names_are_one_word_to_max_and_pd(given, made):
    assert patch_name(given) == made
