"""The command itself: names of verbs, output that cannot be written, control characters in names."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests import sounds
from vschaos.cli.main import VERBS, main, verb_of

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux's /dev/full and limits")


def shell(line, **options):
    """Run a line of sh in which $V is the program."""
    command = f'V="{sys.executable} -m vschaos"; {line}'
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120, check=False, **options)


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("train.py", "train"),
        ("train_model", "train"),
        ("./train_model.py", "train"),
        ("Extract_Pitch", "extract-pitch"),
        ("extract_pitch.py", "extract-pitch"),
        ("generate.py", "generate"),
        ("script.py", "script"),
        *((verb, verb) for verb in VERBS),
    ],
)
def test_verbs_by_their_names_in_vschaos2(name, verb):
    assert verb_of(name) == verb


def test_an_unknown_verb_suggests_the_nearest(capsys):
    assert main(["trian\x1b"]) == 2
    printed = capsys.readouterr().err
    assert "Did you mean “train”?" in printed
    assert "\x1b" not in printed


@LINUX
@pytest.mark.parametrize("verb", ["--help", "train --help", "instruments list", "train --cfg job"])
def test_a_full_or_closed_output_is_a_sentence_and_an_exit_code(verb):
    full = shell(f"$V {verb} >/dev/full")
    assert full.returncode == 1
    assert full.stderr.splitlines()[0] == "vschaos: The output cannot be written: No space left on device."
    closed = shell(f"$V {verb} >&-")
    assert closed.returncode == 1
    assert "The output cannot be written: it is closed." in closed.stderr
    both = shell(f"$V {verb} >/dev/full 2>/dev/full")
    assert both.returncode == 1
    for result in (full, closed):
        assert len(result.stderr.splitlines()) == 2


@LINUX
def test_a_reader_may_go_away():
    gone = shell("{ $V train --help; echo code $? >&2; } | head -c 1 >/dev/null")
    assert gone.stderr == "code 0\n"


@LINUX
@pytest.mark.parametrize(
    ("verb", "limit_kb"),
    [
        ("doctor", 100_000),
        ("train --config-name dgt_small name=x", 100_000),
        ("script x", 100_000),
        ("extract-pitch x", 100_000),
        ("play x", 900_000),  # enough to load torch, but not enough to start
        ("engine", 900_000),
    ],
)
def test_a_limit_of_memory_is_a_sentence(verb, limit_kb):
    limited = shell(f"ulimit -v {limit_kb}; $V {verb}")
    assert limited.returncode == 1
    assert f"may use {limit_kb * 1024 // 10**6} MB of memory (ulimit -v)" in limited.stderr
    assert "Traceback" not in limited.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not allow such names")
def test_names_do_not_move_the_cursor(tmp_path, capsys):
    sounds.write_tone(tmp_path / "data" / "a\x1b[31m\x07\r\nb.wav", 0.5)
    sounds.write_tone(tmp_path / "data" / "\x1b[31m.wav", 0.5)
    assert main(["doctor", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "a\\u001b[31m\\u0007\\u000d\\nb.wav" in printed
    assert not [character for character in printed if ord(character) < 32 and character != "\n"]


@LINUX
def test_libraries_print_nothing_about_a_damaged_file(tmp_path):
    sounds.write(tmp_path / "whole.mp3", sounds.tone(1.0))
    whole = (tmp_path / "whole.mp3").read_bytes()
    (tmp_path / "holed.mp3").write_bytes(whole[: len(whole) // 2] + bytes(500) + whole[len(whole) // 2 :])
    result = shell(f"$V doctor {tmp_path}")
    assert result.returncode == 0
    assert "whole.mp3" in result.stdout
    assert result.stderr == ""


def test_the_resolved_configuration_is_printed_alone(tmp_path, capsys):
    (tmp_path / "mine.yaml").write_text("defaults: [dgt_mid, _self_]\nmodel: {latent: {dim: 3}}\n", encoding="utf-8")
    assert main(["train", "-cd", str(tmp_path), "-cn", "mine", "--cfg", "job", "training.seed=5"]) == 0
    printed = capsys.readouterr()
    assert "latent_dims: 3\n" in printed.out
    assert "seed: 5\n" in printed.out
    assert "model.latent.dim is called model.latent_dims here" in printed.err
    assert main(["train.py", f"--config-name={tmp_path / 'mine'}", "-c", "job"]) == 0
    assert capsys.readouterr().out.replace("seed: 0", "seed: 5") == printed.out


@pytest.mark.parametrize(
    "arguments", [["instruments", "list", "--nope"], ["instruments"], ["patches", "-o", "x", "--in-port", "a\nb"]]
)
def test_wrong_arguments_are_one_sentence_and_where_to_look(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    shown = capsys.readouterr().err.splitlines()
    assert ended.value.code == 2
    assert len(shown) == 2
    assert shown[1].startswith(f"More help: vschaos {arguments[0]}")
