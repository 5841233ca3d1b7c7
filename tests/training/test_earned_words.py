"""What is said of an instrument's closeness holds for what is heard of it, whatever its sounds are like."""

from pathlib import Path

import numpy as np
import pytest

from tests.sounds import write
from tests.training.trainings import Telling, learn
from vschaos.configs.compose import compose_config
from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.closeness import WORDS, closeness
from vschaos.instrument.rendering import Manner, reconstruct
from vschaos.training import events

RATE_HZ = 44_100
WINDOWS = (512, 2048)
HEARD = 1e-3
"""60 dB."""
PHASES_DB = 2.0
"""About what is added to the distance by phases, which are made anew where it is played."""


def note(number, seconds, decay):
    at_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    partials = [np.sin(2 * np.pi * 220 * 2 ** (number / 12) * ratio * at_s) for ratio in (1.0, 2.7, 5.2)]
    return 0.2 * np.exp(-decay * at_s) * sum(partials)


def stroke(number):
    at_s = np.arange(RATE_HZ // 3) / RATE_HZ
    hiss = np.random.default_rng(number).normal(size=len(at_s)) * np.exp(-(20 + 5 * number) * at_s)
    return 0.2 * hiss + 0.5 * np.sin(2 * np.pi * (60 + 20 * number) * at_s) * np.exp(-12 * at_s)


SETS = {
    "bells": [note(number, 0.5, 3) for number in range(8)],
    "notes that die away": [note(number, 2.0, 12) for number in range(5)],
    "percussion": [stroke(number) for number in range(14)],
}


def spectra(sound, window):
    padded = np.pad(sound, window // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, window)[:: window // 4]
    return np.abs(np.fft.rfft(frames * np.hanning(window))) / (window / 4)


def distance_db(sound, made):
    """Mean difference of what is heard of either, by several windows."""
    errors_db = []
    for window in WINDOWS:
        wanted, found = spectra(sound, window), spectra(made, window)
        sounding = wanted.max(axis=1) > HEARD * wanted.max()
        wanted, found = wanted[sounding], found[sounding]
        heard = (wanted > HEARD * wanted.max(axis=1, keepdims=True)) | (
            found > HEARD * found.max(axis=1, keepdims=True)
        )
        difference_db = 20 * np.abs(np.log10(np.maximum(wanted, 1e-5) / np.maximum(found, 1e-5)))
        errors_db.append((difference_db * heard).sum(axis=1) / heard.sum(axis=1))
    return float(np.mean(np.concatenate(errors_db)))


def shown_and_heard_db(folder, sounds, steps):
    """The error that is shown after so many steps, and the mean distance of the sounds from what is heard of them."""
    for number, sound in enumerate(sounds):
        write(folder / "sounds" / f"{number}.wav", sound)
    telling = Telling()
    texts = {"name": "a", "rundir": str(folder / "runs"), "data.dataset.root": str(folder / "sounds")}
    settings = (f"training.max_steps={steps}", "training.device=cpu", "training.previews_every_s=0")
    run = Path(learn(compose_config("dgt_small", settings, texts), telling).run)
    core = CoreInstrument(read_instrument(run / "last.vschaos").core)
    labels = np.zeros((0, 1), np.float32)
    distances = []
    for sound in sounds[:4]:
        sound = sound[: 2 * RATE_HZ].astype(np.float32)
        made = np.concatenate(list(reconstruct(core, [sound[None]], RATE_HZ, 1, labels, Manner(), RATE_HZ)), axis=1)[0]
        distances.append(distance_db(sound, made[: len(sound)]))
    return telling.of(events.Validated)[-1].error_db, float(np.mean(distances))


@pytest.mark.parametrize("kind", SETS)
def test_after_a_few_steps_nothing_better_is_said_than_is_heard(tmp_path, kind):
    shown_db, heard_db = shown_and_heard_db(tmp_path, SETS[kind], steps=20)
    assert WORDS.index(closeness(shown_db)) <= WORDS.index(closeness(heard_db - PHASES_DB)), (shown_db, heard_db)
