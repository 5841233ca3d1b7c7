"""The facts of a sound: each on signals of which the answer is known, whatever the blocks they come in."""

from __future__ import annotations

import dataclasses
import io
import json

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from tests import sounds
from vschaos.data.facts import Examiner, SoundFacts
from vschaos.data.fingerprint import Halving, alike, read_fingerprint


def facts(audio: NDArray[np.floating], rate_hz: int = 44_100, block: int = 1 << 16) -> SoundFacts:
    examiner = Examiner(rate_hz)
    for start in range(0, audio.shape[1], block):
        examiner.push(audio[:, start : start + block].astype(np.float32))
    return examiner.finish()


def rounded(audio: NDArray[np.floating]) -> NDArray[np.float32]:
    """As 16 bits store it."""
    return (np.round(np.clip(audio, -1, 32767 / 32768) * 32768) / 32768).astype(np.float32)


def melody(seed: int = 0, channels: int = 1) -> NDArray[np.float32]:
    """Decaying notes and a noise, 4 s: something is going on in many bands."""
    rng = np.random.default_rng(seed)
    time_s = np.arange(22_050) / 44_100
    notes = [
        sum(np.sin(2 * np.pi * k * pitch * time_s) / k for k in range(1, 8)) * np.exp(-6 * time_s)
        for pitch in rng.uniform(100, 800, 8)
    ]
    wave = np.concatenate(notes) + 0.02 * rng.standard_normal(8 * 22_050)
    return np.tile(0.7 * wave / np.abs(wave).max(), (channels, 1)).astype(np.float32)


@pytest.mark.parametrize("block", [1, 64, 65, 8193])
def test_the_blocks_make_no_difference(block: int) -> None:
    audio = np.concatenate([sounds.noise(1.3, channels=2), np.zeros((2, 5000), np.float32)], axis=1)
    assert facts(audio, block=block) == facts(audio)


def test_facts_survive_as_plain_values() -> None:
    known = facts(sounds.noise(0.5))
    assert SoundFacts(**json.loads(json.dumps(dataclasses.asdict(known)))) == known


def test_peak_and_level_of_a_sine() -> None:
    known = facts(sounds.tone(2.0))
    assert known.peak == pytest.approx(0.5, abs=1e-4)
    assert known.level_db == pytest.approx(20 * np.log10(0.5 / np.sqrt(2)), abs=0.05)


def test_level_leaves_silence_out() -> None:
    tone = sounds.tone(1.0)
    padded = np.concatenate([tone, np.zeros((1, 5 * 44_100), np.float32)], axis=1)
    assert facts(padded).level_db == pytest.approx(facts(tone).level_db, abs=0.1)


def test_silence_is_counted() -> None:
    tone, rest = sounds.tone(1.0), np.zeros((1, 44_100), np.float32)
    known = facts(np.concatenate([rest, tone, rest, rest, tone, rest], axis=1))
    assert known.silent_s == pytest.approx(4.0, abs=0.05)
    assert known.longest_silence_s == pytest.approx(2.0, abs=0.05)


@pytest.mark.parametrize("level", [0.0, 0.3])
def test_silence_of_an_offset_is_silence(level: float) -> None:
    known = facts(np.full((2, 44_100), level))
    assert known.silent_s == pytest.approx(1.0)
    assert known.fingerprint == ""
    assert known.level_db == -200.0


@pytest.mark.parametrize("offset", [0.01, -0.05])
def test_an_offset_in_one_channel(offset: float) -> None:
    audio = np.stack([melody()[0], 0.9 * melody()[0] + offset])
    assert facts(audio).dc == pytest.approx(abs(offset), rel=0.1)


def test_a_drum_is_no_offset() -> None:
    time_s = np.arange(20_000) / 44_100
    kick = np.sin(2 * np.pi * 45 * time_s) * np.exp(-30 * time_s)
    assert abs(kick.mean()) > 0.005
    assert facts(kick[None]).dc < 0.003


def test_equal_channels_are_mono() -> None:
    tone = rounded(sounds.tone(1.0, channels=2))
    assert facts(tone).channels_equal
    assert not facts(tone[:1]).channels_equal
    tone[1, 30_000] += 0.01
    assert not facts(tone).channels_equal


@pytest.mark.parametrize("over_db", [1.0, 3.0, 6.0])
@pytest.mark.parametrize("frequency_hz", [40.0, 440.0, 3000.3])
def test_clipped_tones(over_db: float, frequency_hz: float) -> None:
    tone = 2 * 10 ** (over_db / 20) * sounds.tone(1.0, frequency_hz)
    known = facts(rounded(tone))
    at_ceiling = int((np.abs(rounded(tone)) > 0.9999).sum())
    assert 0.5 * at_ceiling < known.clipped < 1.2 * at_ceiling


@pytest.mark.parametrize("frequency_hz", [21.0, 50.0, 97.3, 441.0, 1000.0, 5000.1])
def test_full_scale_is_not_clipped(frequency_hz: float) -> None:
    assert facts(rounded(1.9999 * sounds.tone(3.0, frequency_hz))).clipped == 0


def test_square_waves_and_flat_tops_at_low_level_are_not_clipped() -> None:
    square = np.sign(sounds.tone(2.0, 110.0) + 0.1)
    assert facts(0.99 * square).clipped == 0
    assert facts(np.clip(sounds.tone(1.0), -0.3, 0.3)).clipped == 0


def test_what_lies_below_a_later_peak_was_not_clipped() -> None:
    flat = np.clip(2 * sounds.tone(1.0), -0.8, 0.8)
    later = flat.copy()
    later[:, -500:] = 0.99 * np.hanning(500) * np.sin(np.arange(500))
    assert facts(flat).clipped > 1000
    assert facts(later).clipped < facts(flat).clipped


def test_two_samples_are_a_sound_as_well() -> None:
    known = facts(np.array([[0.5, -0.25]]))
    assert known.peak == 0.5
    assert not known.channels_equal
    assert facts(np.zeros((1, 0))).fingerprint == ""


# ── fingerprints ──────────────────────────────────────────────────────────────────────────────────────────


def likeness(one: NDArray[np.floating], other: NDArray[np.floating], rate_hz: int = 44_100):
    first, second = read_fingerprint(facts(one).fingerprint), read_fingerprint(facts(other, rate_hz).fingerprint)
    assert first is not None
    assert second is not None
    return alike(first, second, other.shape[1] / rate_hz - one.shape[1] / 44_100)


def recoded(audio: NDArray[np.float32], container: str) -> NDArray[np.float32]:
    file = io.BytesIO()
    soundfile.write(file, audio.T, 44_100, format=container)
    file.seek(0)
    return np.asarray(soundfile.read(file, dtype="float32", always_2d=True)[0].T, np.float32)


@pytest.mark.parametrize("container", ["MP3", "OGG"])
def test_a_fingerprint_survives_encoding(container: str) -> None:
    found = likeness(melody(), recoded(melody(), container))
    assert found.course_db < 0.2
    assert found.spectrum_db < 1.0


@pytest.mark.parametrize("rate_hz", [22_050, 48_000, 96_000])
def test_a_fingerprint_survives_another_rate_and_level(rate_hz: int) -> None:
    resampled = 0.3 * soxr.resample(melody()[0], 44_100, rate_hz)[None]
    assert likeness(melody(), resampled, rate_hz).course_db < 0.2


def test_stereo_and_mono_have_one_fingerprint() -> None:
    assert likeness(melody(), melody(channels=2)).course_db < 0.01


def test_other_sounds_are_far() -> None:
    assert likeness(melody(0), melody(1)).course_db > 2
    steady = likeness(sounds.tone(2.0, 2100.0), sounds.tone(2.0, 2225.0))  # a semitone, in one band
    assert steady.place > 0.1


def test_a_cut_beginning_is_seen_as_a_lag() -> None:
    found = likeness(melody(), melody()[:, 2205:])
    assert found.lag_s == pytest.approx(-0.05, abs=0.031)
    assert found.course_db < 0.6


def test_a_fingerprint_stays_small() -> None:
    examiner = Examiner(8_000)
    for seed in range(60):
        examiner.push(sounds.noise(10.0, sample_rate_hz=8_000, seed=seed))
    assert 0 < len(examiner.finish().fingerprint) < 1700


@pytest.mark.parametrize("text", ["", "?", "\u20ac", "00000", "a" * 200])
def test_other_texts_are_no_fingerprints(text: str) -> None:
    assert read_fingerprint(text) is None


def test_halving_keeps_the_mean() -> None:
    rows = np.random.default_rng(0).standard_normal((512, 3))
    halving = Halving(64, 3)
    halving.push(rows)
    assert halving.per_slot == 8
    np.testing.assert_allclose(halving.result(), rows.reshape(64, 8, 3).mean(axis=1))


@pytest.mark.parametrize(
    ("gain", "right", "share"),
    [
        (1.0, -1.0, 0.4),
        (1.0, -0.8, 0.4),  # not of one level
        (1.0, -0.1, 0.0),  # but one side alone is no loss
        (0.1, -1.0, 0.4),  # a quiet part is lost as well
        (0.1, -0.8, 0.0),  # what a room leaves behind
        (0.005, -1.0, 0.0),  # hum in a pause
    ],
)
def test_the_share_of_a_sound_that_its_channels_cancel(gain: float, right: float, share: float) -> None:
    left = np.tile(sounds.noise(1.0)[0], 4)
    last = np.arange(len(left)) >= 0.6 * len(left)
    audio = np.where(last, gain, 1) * np.stack([left, np.where(last, right, 1) * left])
    assert facts(audio.astype(np.float32)).cancelling == pytest.approx(share, abs=0.01)


def test_what_is_wide_does_not_cancel() -> None:
    noise = np.concatenate([sounds.noise(4.0, seed=1), sounds.noise(4.0, seed=2)])
    there = np.arange(noise.shape[1]) // 11_025 % 2 == 0
    for audio in (noise, np.where(there, noise * [[1], [0]], noise * [[0], [1]]), noise[:1] * [[1.0], [0.0]]):
        assert facts(audio.astype(np.float32)).cancelling == 0
