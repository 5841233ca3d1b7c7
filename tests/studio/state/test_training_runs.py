"""Earlier trainings: which are found, what is said of them, and which can be gone on with."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.studio.conftest import an_instrument
from vschaos.configs.compose import compose_config
from vschaos.instrument.bundle import write_instrument
from vschaos.instrument.card import TrainingFacts
from vschaos.training.runs import Record, new_run
from vschaos_studio.state.training_runs import day_text, find_past

NOW = datetime(2026, 5, 3, 15, 0, tzinfo=UTC)


def a_run(rundir, root, name="bells", *, step=1200, checkpoint=True, instrument=True, when=NOW, within_db=60.0):
    texts = {"name": name, "data.dataset.root": str(root)}
    config = compose_config("dgt_small", ["training.max_steps=12000"], texts)
    run = new_run(rundir, Record(config, "dgt_small", {}))
    if checkpoint:
        (run / "checkpoints").mkdir()
        (run / "checkpoints" / "last.ckpt").touch()
    if instrument:
        made = an_instrument()
        facts = TrainingFacts(configuration="dgt_small", steps=step, error_db=3.14, error_within_db=within_db)
        write_instrument(run / "last.vschaos", replace(made, card=replace(made.card, training=facts)))
        os.utime(run / "last.vschaos", (when.timestamp(), when.timestamp()))
    return run


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "sounds"
    folder.mkdir()
    return folder


def test_those_of_the_same_sounds_or_name_are_found_the_newest_first(tmp_path, root):
    runs = tmp_path / "runs"
    a_run(runs, root, when=NOW - timedelta(hours=2))
    a_run(runs, root, when=NOW - timedelta(hours=1))
    a_run(runs, tmp_path / "moved away", "bells", when=NOW - timedelta(hours=3))
    a_run(runs, tmp_path / "others", "drums")
    a_run(runs, root / ".." / "sounds", "another name", when=NOW)
    a_run(tmp_path / "runs early", root, within_db=None)
    past = find_past(runs, root, "bells")
    assert [(one.name, one.version) for one in past] == [
        ("another name", 0), ("bells", 1), ("bells", 0), ("bells", 2),
    ]  # fmt: skip
    first = past[1]
    assert (first.kind, first.step, first.steps, first.error_db, first.stuck) == ("Sketch", 1200, 12000, 3.14, "")
    assert first.instrument == str(runs / "bells" / "version_1" / "last.vschaos")
    words = first.text(NOW).replace("\u00a0", " ")
    assert words == "Sketch · today 14:00 · 1,200 of 12,000 steps · 3.1 dB held out, close"
    (early,) = find_past(tmp_path / "runs early", root, "")
    assert early.text(NOW).endswith("3.1 dB held out")


def test_going_on_names_the_run(tmp_path, root):
    run = a_run(tmp_path / "runs", root)
    (past,) = find_past(tmp_path / "runs", root, "")
    assert past.hindrance(0) == ""
    arguments = past.resume(5).arguments()
    assert arguments[:6] == ("train", "resume", "-m", str(run.parent), "-v", "0")
    assert "--minutes=5" in arguments


def test_one_that_has_done_its_steps_needs_a_time(tmp_path, root):
    a_run(tmp_path / "runs", root, step=12000)
    (past,) = find_past(tmp_path / "runs", root, "")
    assert past.complete
    assert "Choose under Time" in past.hindrance(0)
    assert past.hindrance(10) == ""
    assert "all 12,000" in past.text(NOW)


def test_one_without_a_checkpoint_can_be_played_only(tmp_path, root):
    a_run(tmp_path / "runs", root, checkpoint=False)
    (past,) = find_past(tmp_path / "runs", root, "")
    assert past.instrument
    assert past.hindrance(10)


def test_one_of_another_version_of_the_program_is_listed_by_name(tmp_path, root):
    run = a_run(tmp_path / "runs", root)
    (run / "run.json").unlink()
    assert find_past(tmp_path / "runs", root, "") == ()
    (past,) = find_past(tmp_path / "runs", root, "bells")
    assert "another version" in past.hindrance(10)
    assert past.kind == "Sketch"


def test_what_is_nothing_is_passed_over(tmp_path, root):
    runs = tmp_path / "runs"
    assert find_past(runs, root, "bells") == ()
    run = a_run(runs, root, checkpoint=False, instrument=False)
    assert find_past(runs, root, "bells") == ()
    (run / "last.vschaos").write_bytes(b"half")
    (run / "config.yaml").write_bytes(b"\xff")
    (runs / "a file").touch()
    (runs / "notes").mkdir()
    assert find_past(runs, root, "bells") == () or find_past(runs, root, "bells")[0].instrument == ""


def test_one_that_nobody_waits_for_any_more_stops(tmp_path, root):
    a_run(tmp_path / "runs", root)
    assert find_past(tmp_path / "runs", root, "bells", cancelled=lambda: True) == ()


def test_days():
    assert day_text((NOW - timedelta(hours=16)).timestamp(), NOW) == "yesterday 23:00"
    assert day_text((NOW - timedelta(days=40)).timestamp(), NOW) == "24 March 2026"
