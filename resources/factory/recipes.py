"""The recipes: what each factory instrument learns from, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .render import Note, render


@dataclass(frozen=True)
class Recipe:
    """A factory instrument.

    ``sounds`` writes its audio into a folder; ``configuration`` and ``overrides`` are what ``vschaos train`` takes.
    """

    name: str
    description: str
    sounds: Callable[[Path], None]
    configuration: str
    overrides: tuple[str, ...] = ()
    licence: str = "CC0-1.0"
    consent: str = "Rendered with FluidSynth from the FluidR3 GM sound font (MIT licence)."


# General MIDI program (from 0), name, and the range in which it sounds well.
BOWED_AND_BLOWN = (
    (40, "violin", 55, 88),
    (41, "viola", 48, 79),
    (42, "cello", 36, 67),
    (43, "contrabass", 28, 55),
    (73, "flute", 60, 91),
    (68, "oboe", 58, 84),
    (71, "clarinet", 50, 84),
    (70, "bassoon", 34, 67),
    (60, "horn", 36, 72),
    (56, "trumpet", 55, 79),
    (57, "trombone", 40, 67),
    (58, "tuba", 28, 55),
)


def _fifths(folder: Path) -> None:
    for program, name, low, high in BOWED_AND_BLOWN:
        pitches = [pitch for pitch in range(low, high + 1) if pitch % 12 in (0, 7)]
        # Hardly any rests: each place on the pad shall sound.
        notes = [Note(pitch, velocity, held_s=2.5, rest_s=0.02) for pitch in pitches for velocity in (80, 110)]
        render(program, notes, folder / f"{name}.wav")


RECIPES = (
    Recipe(
        name="Fifths",
        description=(
            "Bowed and blown orchestral notes on C and G over their ranges: "
            "wherever you are on the pad, what you hear is consonant."
        ),
        sounds=_fifths,
        configuration="dgt_mid",
        # Four dimensions: the pad shows most of them, and between two sounds lies a sound.
        overrides=("model.latent_dims=4", "training.beta=1e-2", "training.max_steps=16000"),
    ),
)
