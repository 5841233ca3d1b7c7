"""Of several channels the scan judges, and the store prepares, one and the same signal; silence is not learnt."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests import sounds
from vschaos.audio import read
from vschaos.configs.compose import compose_config
from vschaos.configs.schema import Mix
from vschaos.data.doctor.doctor import diagnose
from vschaos.data.facts import MEAN
from vschaos.data.labels.model import Labels
from vschaos.data.scan import ScanReport, SoundFile, require_audible, scan_folder
from vschaos.data.store import open_store
from vschaos.errors import ConfigError, DatasetError
from vschaos.training.preparation import prepare
from vschaos.training.stop_flags import StopFlags

ONE, OTHER = sounds.noise(1.0, seed=1)[0], sounds.noise(1.0, seed=2)[0]
SILENT = np.zeros_like(ONE)
LONG, FLIPPED = np.tile(ONE, 4), np.concatenate([np.tile(ONE, 2), np.tile(-ONE, 2)])
SWEEP = np.linspace(0, 4, len(LONG))
CHORD = [sum(np.sin(2 * np.pi * pitch * detuned * SWEEP) for pitch in (220, 277, 330)) / 9 for detuned in (1, 1.004)]


def wide(delay: int) -> NDArray[np.float32]:
    return np.stack([ONE, np.roll(ONE, delay)])


CASES = {
    "mono": (ONE[None], 0, ""),
    "equal": (np.stack([ONE, ONE]), MEAN, "mono_as_stereo"),
    "panned": (np.stack([0.9 * ONE + 0.1 * OTHER, 0.4 * ONE + 0.1 * OTHER]), MEAN, ""),
    "unrelated": (np.stack([ONE, OTHER]), MEAN, "unrelated_channels"),
    "spaced": (wide(441), MEAN, "unrelated_channels"),
    "antiphase": (np.stack([ONE, -ONE]), 0, "cancelling"),
    "antiphase, right louder": (np.stack([0.8 * ONE, -ONE]), 1, "cancelling"),
    "nearly antiphase": (np.stack([ONE, -ONE + 0.1 * OTHER]), 1, "cancelling"),
    "second half upside down": (np.stack([LONG, FLIPPED]), 0, "cancelling"),
    "second half of a second": (np.stack([ONE, np.where(SWEEP[: len(ONE)] < 0.5, ONE, -ONE)]), 0, "cancelling"),
    "an eighth upside down": (np.stack([0.8 * LONG, np.where(SWEEP < 3.5, LONG, -LONG)]), 1, "cancelling"),
    "an instant upside down": (np.stack([LONG, np.where(SWEEP < 3.95, LONG, -LONG)]), MEAN, ""),
    "to and fro": (
        np.stack([np.where(SWEEP % 1 < 0.5, LONG, 0), np.where(SWEEP % 1 < 0.5, 0, LONG)]),
        MEAN,
        "unrelated_channels",
    ),
    "detuned": (np.stack(CHORD), MEAN, "unrelated_channels"),
    "right only": (np.stack([SILENT, ONE]), 1, "one_sided"),
    "right with bleed": (np.stack([0.01 * ONE, ONE]), 1, "one_sided"),
    "one of eight": (np.concatenate([np.zeros((2, len(ONE))), ONE[None], np.zeros((5, len(ONE)))]), 2, "one_sided"),
    "five of six": (np.stack([ONE, ONE, ONE, SILENT, ONE, ONE]), MEAN, ""),
    "four cancel": (np.stack([ONE, OTHER, -ONE, -OTHER]), 0, "cancelling"),
}


def scanned(folder: Path, audio: NDArray[np.floating], mix: Mix = Mix.AUTO) -> ScanReport:
    sounds.write(folder / "in" / "x.wav", audio.astype(np.float32), subtype="FLOAT")
    return scan_folder(folder / "in", mix=mix, cache=folder / "cache")


def only(report: ScanReport) -> SoundFile:
    (sound,) = report.files
    return sound


def level_db(samples: NDArray[np.floating]) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64))))


@pytest.mark.parametrize("case", CASES)
def test_what_is_learnt_by_itself(tmp_path: Path, case: str) -> None:
    audio, signal, kind = CASES[case]
    report = scanned(tmp_path, audio)
    sound = only(report)
    assert sound.signals == (signal,)
    kinds = {finding.kind for finding in diagnose(report, Labels(), ()).findings} - {"little_sound"}
    assert kinds == ({kind} if kind else set())
    expected = audio.mean(axis=0) if signal == MEAN else audio[signal]
    (stored,) = open_store(report, 44_100, cache=tmp_path / "cache").sounds
    np.testing.assert_allclose(stored.audio, expected, atol=1e-7)
    assert sound.facts is not None
    assert sound.facts.level_db == pytest.approx(level_db(stored.audio), abs=0.1)
    assert level_db(stored.audio) > level_db(ONE) - 6.1


def test_each_choice_is_judged_and_prepared(tmp_path: Path) -> None:
    audio = np.stack([0.5 * ONE, OTHER])
    expected = {
        Mix.MEAN: [audio.mean(axis=0)],
        Mix.LEFT: [audio[0]],
        Mix.RIGHT: [audio[1]],
        Mix.LOUDEST: [audio[1]],
        Mix.EACH: [audio[0], audio[1]],
    }
    for mix, signals in expected.items():  # all from one index and one cache: none is served another's
        report = scanned(tmp_path, audio, mix)
        stored = open_store(report, 44_100, cache=tmp_path / "cache").sounds
        assert len(stored) == len(signals)
        for sound, samples in zip(stored, signals, strict=True):
            np.testing.assert_allclose(sound.audio, samples, atol=1e-7)
            assert (sound.name, sound.key) == ("x.wav", only(report).key)
        facts = only(report).facts
        assert facts is not None
        assert facts.level_db == pytest.approx(level_db(np.concatenate(signals)), abs=0.1)


def test_silent_channels_are_no_sounds_of_their_own(tmp_path: Path) -> None:
    assert only(scanned(tmp_path, np.stack([ONE, SILENT, OTHER]), Mix.EACH)).signals == (0, 2)


@pytest.mark.parametrize("mix", Mix)
def test_mono_is_prepared_once_whatever_the_mix(tmp_path: Path, mix: Mix) -> None:
    assert only(scanned(tmp_path, ONE[None], mix)).signals == (0,)


def test_silence_is_refused_before_training(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="all of its sounds are silent"):
        require_audible(scanned(tmp_path / "silent", SILENT[None]))
    cancelled = scanned(tmp_path / "cancel", np.stack([ONE, -ONE]), Mix.MEAN)
    with pytest.raises(DatasetError, match=r"learnt channels.*mix=auto"):
        require_audible(cancelled)
    problem = diagnose(cancelled, Labels(), ()).findings[0]
    assert (problem.kind, problem.severity.value) == ("silence", "problem")
    assert "in the channels that are learnt" in problem.sentence


def test_a_training_leaves_what_is_silent_out_and_says_so(tmp_path: Path) -> None:
    sounds.write(tmp_path / "good.wav", ONE[None])
    sounds.write(tmp_path / "bad.wav", SILENT[None])
    events: list[object] = []
    config = compose_config("dgt_small", [], {"data.dataset.root": str(tmp_path)})
    sounds_learned = prepare(config, events.append, StopFlags()).store.sounds
    assert [sound.name for sound in sounds_learned] == ["good.wav"]
    assert any("bad.wav is left out: It is silent" in str(event) for event in events)
    (tmp_path / "good.wav").unlink()
    with pytest.raises(DatasetError, match="silent"):
        prepare(config, events.append, StopFlags())


def test_the_configuration_names_the_mix(tmp_path: Path) -> None:
    config = compose_config("dgt_mid", ["+data.dataset.mix=each"])
    assert Mix(config.data.dataset.mix) is Mix.EACH
    assert compose_config("dgt_mid", []).data.dataset.mix == "auto"
    with pytest.raises(ConfigError, match="auto, mean, left, right, loudest, each"):
        compose_config("dgt_mid", ["data.dataset.mix=both"])
    sounds.write(tmp_path / "x.wav", np.stack([ONE, -ONE]))
    config = compose_config("dgt_small", ["data.dataset.mix=right"], {"data.dataset.root": str(tmp_path)})
    (stored,) = prepare(config, lambda _event: None, StopFlags()).store.sounds
    np.testing.assert_allclose(stored.audio, read(tmp_path / "x.wav")[0][1])


def test_where_the_mean_cancels_in_parts_no_silence_is_reported(tmp_path: Path) -> None:
    report = scanned(tmp_path, np.stack([LONG, FLIPPED]), Mix.MEAN)
    (finding,) = [found for found in diagnose(report, Labels(), ()).findings if found.kind != "little_sound"]
    assert (finding.kind, finding.severity.value) == ("cancelling", "warning")
    assert finding.sentence == "The channels of “x.wav” cancel each other in parts."
    assert "mix=auto" in finding.remedy
