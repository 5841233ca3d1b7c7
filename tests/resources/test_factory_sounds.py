"""The sounds of factory instruments: labels match the notes, decays end in time, vowels are in tune."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from vschaos_resources.factory import recordings
from vschaos_resources.factory.first_sounds import FOLDER, write_first_sounds
from vschaos_resources.factory.phrases import NOTE_LEVEL_DB, Clip, decaying, phrases, sustained, write_dataset
from vschaos_resources.factory.recipes import FOUND, SKINS_METALS_AND_NOISES
from vschaos_resources.factory.vowels import FORMANTS_HZ, sing

from tests import sounds
from vschaos.data.labels.files import read_labels
from vschaos.data.pitch.notes import note, pitch_and_octave

RATE = 44_100
COPYRIGHT = Path("/usr/share/doc/sonic-pi-samples/copyright")


def frequency_hz(midi: int) -> float:
    return 440.0 * 2.0 ** ((midi - 69) / 12)


def clip(midi: int, seconds: float = 0.5, gain: float = 0.1) -> Clip:
    audio = gain * sounds.tone(seconds + 0.2, frequency_hz(midi))[0]
    return sustained(midi, audio, held_s=seconds, attack_s=0.1)


def loudest_hz(sound: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 1 << 18))
    return float(spectrum.argmax() * RATE / (1 << 18))


def test_notes_are_numbered_as_in_midi() -> None:
    assert pitch_and_octave(60) == (0, 4)
    assert pitch_and_octave(69) == (9, 4)
    assert [note(*pitch_and_octave(midi)) for midi in range(12, 128)] == list(range(12, 128))


def test_labels_lie_on_the_notes(tmp_path: Path) -> None:
    made = phrases("sine", [clip(midi) for midi in (57, 60, 69, 83)], notes_each=2)
    assert [[c.note for c in phrase.clips] for phrase in made] == [[57, 69], [60, 83]]
    write_dataset(tmp_path, made, labelled=True)
    names = [f"data/{path.name}" for path in sorted((tmp_path / "data").iterdir())]
    labels, problems = read_labels(tmp_path, None, names)
    assert not problems
    assert [task.name for task in labels.tasks] == ["octave", "pitch"]
    heard = set()
    for name in names:
        audio, rate = soundfile.read(tmp_path / name, dtype="float32")
        assert rate == RATE
        times_s = np.arange(0.0, len(audio) / rate, 0.01)
        found = labels.at(name, times_s)
        known = ~np.isnan(found[:, 0])
        assert known.mean() == pytest.approx(0.8 / 1.21, abs=0.02)  # two notes, each clear for 0.4 s
        for time_s, (octave, pitch) in zip(times_s[known][::7], found[known][::7], strict=True):
            window = audio[round((time_s - 0.02) * rate) : round((time_s + 0.02) * rate)]
            midi = note(int(pitch), int(octave))
            assert loudest_hz(window) == pytest.approx(frequency_hz(midi), rel=0.02)
            heard.add(midi)
    assert heard == {57, 60, 69, 83}


def test_one_instrument_keeps_its_dynamics_and_reaches_the_level() -> None:
    (phrase,) = phrases("sine", [clip(60, gain=0.01), clip(62, gain=0.1)], notes_each=9)
    soft, loud = (20 * np.log10(np.std(c.audio[5000:15_000])) for c in phrase.clips)
    assert loud == pytest.approx(NOTE_LEVEL_DB, abs=0.1)
    assert loud - soft == pytest.approx(20.0, abs=0.1)


def test_a_plain_dataset_has_no_metadata(tmp_path: Path) -> None:
    write_dataset(tmp_path, phrases("sine", [clip(60)], notes_each=1), labelled=False)
    assert [path.name for path in tmp_path.iterdir()] == ["sine 1.wav"]


def test_a_decay_is_cut_where_it_is_quiet() -> None:
    time_s = np.arange(3 * RATE) / RATE
    audio = (sounds.tone(3.0)[0] * 10 ** (-20 * time_s / 20)).astype(np.float32)  # 20 dB a second
    cut = decaying(69, audio, quiet_db=30.0, attack_s=0.02)
    assert len(cut.audio) / RATE == pytest.approx(1.5, abs=0.1)
    assert cut.clear_until_s == len(cut.audio) / RATE
    assert abs(cut.audio[-1]) < 1e-4
    lifted = decaying(69, audio, quiet_db=30.0, attack_s=0.02, lifted=0.5)
    assert len(lifted.audio) == len(cut.audio)
    early, late = (np.std(lifted.audio[start : start + RATE // 10]) for start in (RATE // 10, RATE))
    assert 20 * np.log10(early / late) == pytest.approx(0.5 * 18.0, abs=1.0)  # 0.9 s later


@pytest.mark.parametrize(("voice", "vowel"), FORMANTS_HZ)
def test_vowels_are_in_tune_and_have_their_formants(voice: str, vowel: str) -> None:
    midi = 48
    sung = sing(voice, vowel, midi, 1.0, RATE, seed=0)
    assert sung.shape == (RATE,)
    assert np.array_equal(sung, sing(voice, vowel, midi, 1.0, RATE, seed=0))
    spectrum = np.abs(np.fft.rfft(sung[4000:-4000] * np.hanning(RATE - 8000), 1 << 18))
    frequencies_hz = np.arange(len(spectrum)) * RATE / (1 << 18)
    harmonics = [
        spectrum[np.abs(frequencies_hz - k * frequency_hz(midi)) < 20].max()
        for k in range(1, int(3000 / frequency_hz(midi)))
    ]
    first_formant_hz = FORMANTS_HZ[voice, vowel][0]
    low = [k for k in range(len(harmonics)) if (k + 1) * frequency_hz(midi) < 1.4 * first_formant_hz]
    strongest_hz = (max(low, key=lambda k: harmonics[k]) + 1) * frequency_hz(midi)
    assert abs(strongest_hz - first_formant_hz) < 1.5 * frequency_hz(midi)  # no nearer than harmonics lie
    product = np.fft.irfft(np.abs(np.fft.rfft(sung, 2 * RATE)) ** 2)  # autocorrelation
    period = 200 + int(product[200:500].argmax())
    assert RATE / period == pytest.approx(frequency_hz(midi), rel=0.005)


def test_recordings_are_equally_loud_and_short_ones_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "FOLDER", tmp_path)
    rest = np.zeros((1, RATE // 2), np.float32)
    rumble = 10 * sounds.tone(0.4, 5.0)
    for name, gain, seconds in (("stroke", 0.1, 0.4), ("hum", 0.5, 9.0)):
        sound = gain * sounds.tone(seconds, 440.0, channels=2)
        sounds.write(tmp_path / f"{name}.flac", np.concatenate([rest.repeat(2, axis=0), sound], axis=1))
    sounds.write(tmp_path / "rumble.flac", 0.05 * (sounds.tone(0.4, 440.0) + rumble))
    recordings.write_recordings(tmp_path / "made", ("stroke", "hum", "rumble"))
    made = {path.stem: soundfile.read(path)[0] for path in (tmp_path / "made").iterdir()}
    lengths_s = {name: len(sound) / RATE for name, sound in made.items()}
    assert lengths_s["stroke 1"] == pytest.approx(4 * 0.43, abs=0.1)
    assert lengths_s["hum 1"] + lengths_s["hum 2"] == pytest.approx(recordings.LONGEST_S, abs=0.1)
    for sound in made.values():
        assert 20 * np.log10(np.std(sound[3000:15_000])) == pytest.approx(NOTE_LEVEL_DB, abs=1.5)
        assert loudest_hz(sound[3000:15_000]) == pytest.approx(440.0, rel=0.01), "no rumble"


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "FOLDER", tmp_path)
    with pytest.raises(RuntimeError, match="install sonic-pi-samples"):
        recordings.write_recordings(tmp_path / "made", ("stroke",))


@pytest.mark.skipif(not COPYRIGHT.exists(), reason="sonic-pi-samples is not installed")
def test_all_recordings_are_in_the_public_domain() -> None:
    paragraphs = COPYRIGHT.read_text().split("\n\n")
    free = [text for text in paragraphs if text.endswith("License: CC0")]
    for name in {*FOUND, *SKINS_METALS_AND_NOISES}:
        assert any(f"etc/samples/{name}.flac\n" in text for text in free), name


def test_the_first_sounds_are_what_their_recipe_makes(tmp_path: Path) -> None:
    write_first_sounds(tmp_path / "sounds")
    made = {path.relative_to(tmp_path / "sounds") for path in (tmp_path / "sounds").rglob("*.*")}
    assert made == {path.relative_to(FOLDER) for path in FOLDER.rglob("*.*")}
    for path in sorted(FOLDER.glob("*.ogg")):
        shipped, again = soundfile.read(path)[0], soundfile.read(tmp_path / "sounds" / path.name)[0]
        assert np.abs(shipped - again).max() < 0.05, path.name
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.*")) < 1_500_000
