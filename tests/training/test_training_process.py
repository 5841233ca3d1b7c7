"""The trainer as a program: a run from start to end, stopping, cancelling, and everything that may be wrong."""

import contextlib
import json
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from tests.sounds import cut_short, full_disk, noise, write, write_tone
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.training import events

TINY = ["model.encoder.hidden_dims=[16]", "model.decoder.hidden_dims=[16]", "training.batch_size=16"]


class Trainer:
    """A trainer process and the events that it tells."""

    def __init__(
        self, root: Path, rundir: Path, *settings: str, steps: int = 30, configuration: str = "dgt_small"
    ) -> None:
        options = ["--events", "--config-name", configuration, "--name", "bells", "--rundir", str(rundir)]
        overrides = [*TINY, f"training.max_steps={steps}", *settings]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vschaos", "train", *options, "--root", str(root), *overrides],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.errors = ""
        self._reader = threading.Thread(target=self._read_errors)
        self._reader.start()

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self.errors = self.process.stderr.read()

    def until(self, kind: type) -> list:
        """All events up to and including the first of a kind; warnings do not end the wait."""
        assert self.process.stdout is not None
        seen = []
        for line in self.process.stdout:
            seen.append(events.EVENTS.decode(line))
            if isinstance(seen[-1], kind) and getattr(seen[-1], "is_error", True):
                return seen
        self.end()
        raise AssertionError(f"no {kind.__name__} among {seen}\n{self.errors}")

    def order(self, order: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(events.ORDERS.encode(order) + "\n")
        self.process.stdin.flush()

    def end(self) -> int:
        """Wait for the process; the exit code."""
        code = self.process.wait(120)
        self._reader.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe is not None
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
        return code


@pytest.fixture(scope="module")
def sounds(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sounds")
    write_tone(folder / "Töne" / "a b=c,{d}.WAV", 2.0, sample_rate_hz=48_000, channels=2)
    write(folder / "rauschen.flac", noise(2.0))
    return folder


@pytest.fixture(scope="module")
def complete(sounds, tmp_path_factory):
    rundir = tmp_path_factory.mktemp("runs")
    trainer = Trainer(sounds, rundir)
    seen = trainer.until(events.Finished)
    assert trainer.end() == 0
    return rundir / "bells" / "version_0", seen


def test_a_complete_run_tells_its_story_in_order(complete):
    run, seen = complete
    kinds = [type(event) for event in seen]
    order = [events.Preparing, events.InstrumentSaved, events.Started, events.Progress, events.Finished]
    assert [kinds.index(kind) for kind in order] == sorted(kinds.index(kind) for kind in order)
    assert events.Validated in kinds
    assert seen[-1] == events.Finished(events.Outcome.COMPLETE, str(run), str(run / "last.vschaos"), 30)
    started = next(event for event in seen if isinstance(event, events.Started))
    assert started.files == 2
    assert started.audio_s == pytest.approx(4.0, abs=0.01)


def test_the_instrument_can_be_played(complete):
    run, _ = complete
    for name in ("last.vschaos", "best.vschaos"):
        instrument = read_instrument(run / name)
        assert instrument.card.training.files == 2
        assert set(instrument.card.sources) == {"Töne/a b=c,{d}.WAV", "rauschen.flac"}
        assert len(instrument.points) > 100
        streaming_instrument(instrument)


def test_the_instrument_names_no_folder_of_this_computer(complete, sounds):
    run, _ = complete
    with zipfile.ZipFile(run / "last.vschaos") as archive:
        told = archive.read("config.yaml").decode() + archive.read("card.json").decode()
    assert str(run.parents[1]) not in told
    assert str(sounds) not in told


def test_the_run_holds_configuration_checkpoints_and_logs(complete):
    run, _ = complete
    assert "max_steps: 30" in (run / "config.yaml").read_text()
    assert {path.name for path in (run / "checkpoints").iterdir()} == {"best.ckpt", "last.ckpt"}
    assert "loss" in (run / "logs" / "metrics.csv").read_text().splitlines()[0]
    assert list((run / "logs").glob("events.out.tfevents*"))


def test_a_second_run_gets_a_version_of_its_own(complete, sounds):
    run, _ = complete
    trainer = Trainer(sounds, run.parents[1], steps=2)
    assert trainer.until(events.Finished)[-1].run.endswith("version_1")
    assert trainer.end() == 0


@pytest.mark.parametrize("how", ["order", "signal", "closed pipe"])
def test_stopping_keeps_a_playable_instrument(sounds, tmp_path, how):
    trainer = Trainer(sounds, tmp_path, steps=100_000)
    trainer.until(events.Progress)
    if how == "order":
        trainer.order(events.StopAndKeep())
    elif how == "signal":
        trainer.process.send_signal(signal.SIGTERM)
    else:
        assert trainer.process.stdin is not None
        trainer.process.stdin.close()
    finished = trainer.until(events.Finished)[-1]
    assert trainer.end() == 0
    assert finished.outcome is events.Outcome.STOPPED
    assert 0 < finished.step < 100_000
    streaming_instrument(read_instrument(Path(finished.instrument)))


def test_cancelling_leaves_nothing(sounds, tmp_path):
    trainer = Trainer(sounds, tmp_path, steps=100_000)
    trainer.until(events.Progress)
    trainer.order(events.Cancel())
    assert trainer.until(events.Finished)[-1].outcome is events.Outcome.CANCELLED
    assert trainer.end() == 130
    assert list((tmp_path / "bells").iterdir()) == []


def test_garbage_orders_are_ignored(sounds, tmp_path):
    trainer = Trainer(sounds, tmp_path, steps=5)
    assert trainer.process.stdin is not None
    trainer.process.stdin.write("}{\n" + json.dumps({"type": "FormatDisk"}) + "\n")
    trainer.process.stdin.flush()
    assert trainer.until(events.Finished)[-1].outcome is events.Outcome.COMPLETE
    assert trainer.end() == 0


def test_files_left_out_are_told_and_the_rest_is_learned(tmp_path):
    folder = tmp_path / "mixed"
    write_tone(folder / "good.wav", 2.0)
    cut_short(write(folder / "cut.flac", noise(3.0)))
    (folder / "empty.wav").touch()
    trainer = Trainer(folder, tmp_path / "runs", steps=3)
    seen = trainer.until(events.Finished)
    assert trainer.end() == 0
    warned = " ".join(event.sentence for event in seen if isinstance(event, events.Problem))
    assert "cut.flac is left out" in warned
    assert "empty.wav is left out" in warned


@pytest.mark.parametrize("what", ["empty", "texts", "missing", "a file"])
def test_nothing_to_learn_from_is_a_sentence(tmp_path, what):
    folder = tmp_path / "folder"
    if what == "a file":
        folder.write_text("not a folder")
    elif what != "missing":
        folder.mkdir()
    if what == "texts":
        (folder / "readme.txt").write_text("no sound")
    trainer = Trainer(folder, tmp_path / "runs")
    failed = trainer.until(events.Problem)[-1]
    assert trainer.end() == 1
    assert failed.sentence.endswith(".")
    assert failed.remedy
    assert "Traceback" not in trainer.errors


def test_a_run_folder_that_cannot_be_made_is_a_sentence(sounds, tmp_path):
    (tmp_path / "bells").write_text("in the way")
    trainer = Trainer(sounds, tmp_path)
    failed = trainer.until(events.Problem)[-1]
    assert trainer.end() == 1
    assert "cannot be created" in failed.sentence


def test_a_full_disk_is_a_sentence_and_not_a_traceback(sounds, complete, tmp_path):
    with full_disk(largest_file_bytes=20_000):
        trainer = Trainer(sounds, tmp_path, steps=5)
    failed = trainer.until(events.Problem)[-1]
    assert trainer.end() == 1
    assert "free some space" in failed.remedy.lower()
    assert "Traceback" not in trainer.errors
    assert not list(tmp_path.rglob("*.part"))


@pytest.fixture
def labelled(tmp_path):
    """Four notes, one of them without a pitch, and three lines that cannot be taken as they are."""
    root = tmp_path / "notes"
    for number in range(4):
        write_tone(root / "data" / f"{number}.wav", 1.0)
    pitches = ["0", "7", "none", "tall"]
    for task, values in (("pitch", pitches), ("octave", ["4", "5", "4", "14"])):
        folder = root / "metadata" / task
        folder.mkdir(parents=True)
        lines = [f"data/{number}.wav\t{value}\n" for number, value in enumerate(values)]
        (folder / "metadata.txt").write_text("".join(lines))
    (root / "metadata" / "pitch" / "classes.txt").write_text("C\nC sharp\nD\nE flat\nE\nF\nF sharp\nG\n")
    return root


def test_labels_are_learned_and_told(labelled, tmp_path):
    predictor = ["model.prediction.pitch.args.hidden_dims=8", "model.prediction.octave.args.hidden_dims=8"]
    trainer = Trainer(labelled, tmp_path, *predictor, configuration="dgt_pitch_prediction")
    seen = trainer.until(events.Finished)
    assert trainer.end() == 0
    warned = [event for event in seen if isinstance(event, events.Problem)]
    assert "metadata/pitch/metadata.txt, line 4" in warned[0].sentence
    assert "octave has class 14" in warned[1].sentence
    assert all(event.remedy for event in warned)
    assert all(0 <= event.label_accuracy <= 1 for event in seen if isinstance(event, events.Validated))
    instrument = read_instrument(Path(seen[-1].instrument))
    pitch, octave = instrument.card.labels
    assert (pitch.name, pitch.dim, pitch.classes[7], pitch.classes[8]) == ("pitch", 12, "G", "8")
    assert (octave.classes, octave.predicted, octave.conditions) == ((), True, ("decoder",))
    assert octave.default in (4.0, 5.0)  # that of the sound at the start
    assert 0 <= instrument.card.training.label_accuracy <= 1
    assert streaming_instrument(instrument).autoencoder.tasks == ["pitch", "octave"]


def test_labels_that_are_missing_are_a_sentence(sounds, tmp_path):
    trainer = Trainer(sounds, tmp_path, configuration="dgt_pitch_cond")
    failed = trainer.until(events.Problem)[-1]
    assert trainer.end() == 1
    assert "pitch" in failed.sentence
    assert "metadata/pitch" in failed.remedy
    assert not (tmp_path / "bells").exists()


def test_one_short_sound_is_enough(tmp_path):
    write_tone(tmp_path / "one" / "short.wav", 0.06)
    trainer = Trainer(tmp_path / "one", tmp_path / "runs", steps=3)
    assert trainer.until(events.Finished)[-1].outcome is events.Outcome.COMPLETE
    assert trainer.end() == 0


def test_a_mistake_in_the_settings_is_told_at_once(tmp_path):
    trainer = Trainer(tmp_path, tmp_path, "training.max_steps=-3")
    assert "max_steps" in trainer.until(events.Problem)[-1].sentence
    assert trainer.end() == 1
