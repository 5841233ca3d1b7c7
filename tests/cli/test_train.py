"""``vschaos train`` on a terminal: what it accepts, what it refuses, and what it leaves on stdout."""

import argparse
import json
import subprocess
import sys

import pytest
import yaml

from tests.sounds import noise, write
from vschaos.cli import train
from vschaos.cli.main import main
from vschaos.cli.train_queue import run_queue
from vschaos.configs.compose import compose_config
from vschaos.errors import ConfigError

TINY = ["model.encoder={hidden_dims: [8], components: 0}", "model.decoder.hidden_dims=[8]", "training.batch_size=8"]


@pytest.fixture
def sounds(tmp_path):
    write(tmp_path / "sounds" / "a.wav", noise(0.5))
    return tmp_path / "sounds"


def parsed(*arguments):
    parser = argparse.ArgumentParser()
    train.add_arguments(parser)
    return parser.parse_args(arguments)


def test_settings_may_stand_before_and_after_options():
    arguments = parsed(
        "resume", "-m", "runs/bells", "-v", "2", "training.patience=3", "--steps", "5", "trainer.devices=2"
    )
    assert arguments.overrides == ["resume", "training.patience=3", "trainer.devices=2"]
    assert (str(arguments.model), arguments.version, arguments.steps) == ("runs/bells", 2, 5)
    arguments = parsed("name=a", "--config-name", "dgt_mid", "rundir=b", "+data.dataset.root=c")
    assert arguments.overrides == ["name=a", "rundir=b", "+data.dataset.root=c"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["resume"], "No training is named"),
        (["resume", "-m", "no/such"], "nothing at"),
        (["resume", "-m", "x", "--name", "y"], "--name cannot be changed"),
        (["resume", "-m", "x", "--from", "y"], "--from cannot be changed"),
        (["name=a", "train.from=no/such"], "Nothing found at “no/such”"),
        (
            ["name=a", "train.from=Vespers", "+data.dataset.root=x"],
            "Add --config-name dgt_pitch_cond, or",
        ),
        (["-m", "runs/bells"], "vschaos train resume"),
        (["--minutes", "3"], "training.minutes=M"),
        (["--queue", "no/such.txt"], "cannot be read"),
        (["name=a/b", "+data.dataset.root=x"], "cannot be the name"),
        (["+data.dataset.root=x"], "has no name"),
        (["name=a"], "No folder of sounds"),
        (["name=a", "training.minutes=-1"], "minutes is -1"),
        (["name=a", "trainer.strategy=magic"], "trainer.strategy"),
    ],
)
def test_mistakes_are_sentences(arguments, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["train", *arguments]) == 1
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_settings_of_the_instrument_that_it_starts_from_are_repeated_for_its_own_configuration(capsys):
    usual = compose_config("dgt_mid", []).model.latent_dims
    for configuration, widths in (("dgt_small", 4), ("dgt_mid", usual)):
        assert main(["train", "-cn", configuration, "name=a", "--from", "fifths", "--cfg", "job"]) == 0
        told = yaml.safe_load(capsys.readouterr().out)
        assert (told["start_from"], told["model"]["latent_dims"]) == ("fifths", widths)


def test_help_teaches(capsys):
    with pytest.raises(SystemExit):
        main(["train", "--help"])
    told = capsys.readouterr().out
    for word in ("resume -m", "--queue", "training.minutes", "dgt_pitch_cond", "trainer.devices", "--json"):
        assert word in told


def vschaos(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-P", "-m", "vschaos", "train", *arguments], capture_output=True, text=True, **options
    )


def test_stdout_is_one_json_object(sounds, tmp_path):
    settings = [
        "--json",
        "--name",
        "a",
        "--rundir",
        str(tmp_path),
        "--root",
        str(sounds),
        *TINY,
        "training.max_steps=3",
    ]
    done = vschaos(*settings)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["outcome"], told["step"]) == ("complete", 3)
    assert told["instrument"].endswith("last.vschaos")
    assert "3 steps" in done.stderr


def test_check_shows_what_it_would_be_and_starts_for_a_yes_only(sounds, tmp_path):
    settings = ["--name", "a", "--rundir", str(tmp_path / "runs"), "--root", str(sounds), *TINY, "training.max_steps=3"]
    done = vschaos(*settings, "+check=1", input="n\n")
    assert done.returncode == 1
    for words in (
        "SpectralAutoencoder",
        "a.wav",
        "1 sounds, 0.0 minutes",
        "No labels",
        "3 steps of 8 spectra",
        "That takes about",
        "Not started",
    ):
        assert words in done.stdout + done.stderr
    assert not (tmp_path / "runs").exists()


def test_a_queue_runs_all_and_tells_how_each_went(tmp_path, capsys):
    queue = tmp_path / "evening.txt"
    queue.write_text("# tonight\nname=a '--root' 'my sounds'\n\nvschaos train name=b # the big one\nname=c\n")
    ran = []

    def job(arguments):
        ran.append(list(arguments))
        return 1 if "name=b" in arguments else 0

    assert run_queue(queue, job) == 1
    assert ran == [["name=a", "--root", "my sounds"], ["name=b"], ["name=c"]]
    summary = capsys.readouterr().out.splitlines()[-3:]
    assert [line.split()[0] for line in summary] == ["done", "failed", "done"]
    assert run_queue(queue, lambda _arguments: 0) == 0


@pytest.mark.parametrize("text", ["", "# nothing\n", "name='a\n"])
def test_a_queue_that_cannot_be_read_starts_nothing(tmp_path, text):
    queue = tmp_path / "queue.txt"
    queue.write_text(text)
    with pytest.raises(ConfigError):
        run_queue(queue, lambda _arguments: pytest.fail("started"))
