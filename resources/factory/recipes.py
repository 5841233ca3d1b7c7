"""The recipes: what each factory instrument learns from, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .phrases import SAMPLE_RATE_HZ, Clip, Phrase, decaying, phrases, sustained, write_dataset
from .render import Note, play
from .vowels import ATTACK_S, FORMANTS_HZ, sing

SOUND_FONT_CONSENT = "Rendered with FluidSynth from the FluidR3 GM sound font (MIT licence)."


@dataclass(frozen=True)
class Recipe:
    """A factory instrument.

    ``sounds`` writes its audio, and its labels if it has any, into a folder; ``configuration`` and ``overrides`` are
    what ``vschaos train`` takes.
    """

    name: str
    description: str
    sounds: Callable[[Path], None]
    configuration: str
    overrides: tuple[str, ...] = ()
    licence: str = "CC0-1.0"
    consent: str = SOUND_FONT_CONSENT


@dataclass(frozen=True)
class Range:
    """A General MIDI program (from 0), and the notes at which its sound is what it is called.

    ``leave_out`` are notes whose octave an ear (and a pitch tracker) takes for another: their overtones outdo them.
    """

    program: int
    name: str
    low: int
    high: int
    leave_out: tuple[int, ...] = ()

    def notes(self, classes: Iterable[int] = range(12), low: int = 0, high: int = 127) -> list[int]:
        """The notes of some pitch classes (C is 0), within other limits too."""
        wanted = set(classes)
        span = range(max(self.low, low), min(self.high, high) + 1)
        return [note for note in span if note % 12 in wanted and note not in self.leave_out]


BOWED_AND_BLOWN = (
    Range(40, "violin", 55, 88),
    Range(41, "viola", 50, 79),
    Range(42, "cello", 40, 67),
    Range(43, "contrabass", 33, 55),
    Range(73, "flute", 60, 91),
    Range(68, "oboe", 58, 84),
    Range(69, "english horn", 52, 81),
    Range(71, "clarinet", 50, 84),
    Range(70, "bassoon", 34, 67, leave_out=(56, 57, 58)),
    Range(60, "horn", 38, 74),
    Range(56, "trumpet", 55, 83),
    Range(57, "trombone", 40, 67, leave_out=(44,)),
    Range(58, "tuba", 28, 58),
)
STRUCK_AND_PLUCKED = (
    Range(8, "celesta", 60, 84),
    Range(9, "glockenspiel", 72, 91),
    Range(11, "vibraphone", 53, 84),
    Range(12, "marimba", 48, 84),
    Range(14, "tubular bells", 60, 76),
    Range(15, "dulcimer", 50, 81),
    Range(24, "nylon guitar", 40, 76),
    Range(25, "steel guitar", 47, 76),
    Range(46, "harp", 51, 81),
    Range(107, "koto", 48, 79),
    Range(108, "kalimba", 48, 84),
)
SINGING = (
    Range(52, "aahs", 52, 71),
    Range(53, "oohs", 48, 71),
    Range(54, "synth voice", 48, 71),
    Range(91, "choir pad", 48, 71),
)

VELOCITIES = (70, 110)
ATTACK = 0.1
"""Seconds until a bow or a breath has settled on its pitch."""


def _held(source: Range, notes: list[int], held_s: float) -> list[Clip]:
    played = [Note(note, velocity, held_s) for note in notes for velocity in VELOCITIES]
    sounds = play(source.program, played)
    return [sustained(note.pitch, sound, held_s, ATTACK) for note, sound in zip(played, sounds, strict=True)]


def _fifths(folder: Path) -> None:
    made: list[Phrase] = []
    for source in BOWED_AND_BLOWN:
        made += phrases(source.name, _held(source, source.notes((0, 7)), held_s=2.5), notes_each=4)
    write_dataset(folder, made, labelled=False)


def _ordinario(folder: Path) -> None:
    made: list[Phrase] = []
    for source in BOWED_AND_BLOWN:
        # Four whole octaves, C2 to B5: any pitch in any of them can be asked for.
        made += phrases(source.name, _held(source, source.notes(low=36, high=83), held_s=1.5), notes_each=5)
    write_dataset(folder, made, labelled=True)


def _resonants(folder: Path) -> None:
    made: list[Phrase] = []
    for source in STRUCK_AND_PLUCKED:
        played = [Note(note, velocity, 3.0) for note in source.notes((0, 2, 4, 7, 9)) for velocity in VELOCITIES]
        # No more than the sounding part of a decay: else most of the pad would be its end.
        clips = [
            decaying(note.pitch, sound, quiet_db=26.0, attack_s=0.02)
            for note, sound in zip(played, play(source.program, played), strict=True)
        ]
        made += phrases(source.name, clips, notes_each=5)
    write_dataset(folder, made, labelled=False)


def _vespers(folder: Path) -> None:
    made: list[Phrase] = []
    for source in SINGING:
        made += phrases(source.name, _held(source, source.notes(), held_s=1.5), notes_each=5)
    for number, (voice, vowel) in enumerate(FORMANTS_HZ):
        clips = [
            sustained(note, sing(voice, vowel, note, 1.6, SAMPLE_RATE_HZ, seed=128 * number + note), 1.5, ATTACK_S)
            for note in range(48, 72)
        ]
        made += phrases(f"{vowel} ({voice})", clips, notes_each=5)
    write_dataset(folder, made, labelled=True)


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
    Recipe(
        name="Ordinario",
        description=(
            "Bowed and blown orchestral notes on all semitones from C2 to B5: "
            "pitch and octave are yours to choose, the pad is the orchestra."
        ),
        sounds=_ordinario,
        configuration="dgt_pitch_prediction",
        overrides=("model.latent_dims=3", "training.beta=1e-2", "training.max_steps=16000"),
    ),
    Recipe(
        name="Resonants",
        description="Bars, bells, strings and tines on a pentatonic scale, from the stroke into its ring.",
        sounds=_resonants,
        configuration="dgt_mid",
        overrides=("model.latent_dims=4", "training.beta=1e-2", "training.max_steps=16000"),
    ),
    Recipe(
        name="Vespers",
        description="Choirs and vowels on all semitones of two octaves: you choose the note, the pad is the mouth.",
        sounds=_vespers,
        configuration="dgt_pitch_cond",
        overrides=("model.latent_dims=3", "training.beta=1e-2", "training.max_steps=16000"),
        consent=f"{SOUND_FONT_CONSENT} The single vowels are synthesized from published formant frequencies.",
    ),
)
