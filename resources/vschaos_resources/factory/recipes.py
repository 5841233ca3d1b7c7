"""The recipes: the sounds of each factory instrument, and how it is trained."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from .phrases import SAMPLE_RATE_HZ, Clip, Phrase, decaying, phrases, sustained, write_dataset
from .recordings import write_recordings
from .render import Note, play
from .vowels import FORMANTS_HZ, sing

SOUND_FONT_CONSENT = "Rendered with FluidSynth from the FluidR3 GM sound font (MIT licence)."
RECORDINGS_CONSENT = (
    "Recordings that their makers at freesound.org put into the public domain (CC0), as in Sonic Pi's samples "
    "(Debian: sonic-pi-samples, whose copyright file names makers and pages)."
)


@dataclass(frozen=True)
class Recipe:
    """A factory instrument.

    ``sounds`` writes its audio and labels into a folder; ``configuration`` and ``overrides`` are arguments of
    ``vschaos train``.
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
    """A General MIDI program (from 0), and the range in which it sounds natural.

    ``reach`` is the wider range in which its pitch is still right. ``leave_out`` are notes that listeners and pitch
    trackers hear in another octave, because their overtones are too strong.
    """

    program: int
    name: str
    low: int
    high: int
    reach: tuple[int, int] = (0, 127)
    leave_out: tuple[int, ...] = ()

    def notes(self, classes: Collection[int] = range(12)) -> list[int]:
        """The notes of the range with these pitch classes (C is 0)."""
        return [note for note in range(self.low, self.high + 1) if note % 12 in classes and note not in self.leave_out]

    def reached(self, low: int, high: int) -> list[int]:
        """All notes of its reach between two notes."""
        span = range(max(self.reach[0], low), min(self.reach[1], high) + 1)
        return [note for note in span if note not in self.leave_out]


BOWED_AND_BLOWN = (
    Range(40, "violin", 55, 88, (54, 83)),
    Range(41, "viola", 50, 79, (50, 83)),
    Range(42, "cello", 40, 67, (40, 83)),
    Range(43, "contrabass", 33, 55, (36, 57)),
    Range(73, "flute", 60, 91, (36, 83)),
    Range(68, "oboe", 58, 84, (39, 83)),
    Range(69, "english horn", 52, 81, (38, 83)),
    Range(71, "clarinet", 50, 84, (42, 83)),
    Range(70, "bassoon", 34, 67, (36, 83), leave_out=(56, 57, 58)),
    Range(60, "horn", 38, 74, (39, 83)),
    Range(56, "trumpet", 55, 83, (36, 83)),
    Range(57, "trombone", 40, 67, (40, 83), leave_out=(44,)),
    Range(58, "tuba", 28, 58, (36, 72)),
)
STRUCK_AND_PLUCKED = (
    Range(8, "celesta", 60, 84, (48, 83)),
    Range(9, "glockenspiel", 72, 91, (67, 83)),
    Range(11, "vibraphone", 53, 84, (48, 83)),
    Range(12, "marimba", 48, 84, (48, 83)),
    Range(15, "dulcimer", 50, 81, (52, 83)),
    Range(24, "nylon guitar", 40, 76, (48, 83)),
    Range(25, "steel guitar", 47, 76, (48, 83)),
    Range(46, "harp", 51, 81, (51, 80)),
    Range(107, "koto", 48, 79, (48, 83)),
    Range(108, "kalimba", 48, 84, (48, 83)),
)
SINGING = (
    Range(52, "aahs", 52, 71),
    Range(53, "oohs", 48, 71),
    Range(54, "synth voice", 48, 71),
    Range(91, "choir pad", 48, 71),
)

SKINS_METALS_AND_NOISES = (
    *("bd_haus", "bd_zome", "drum_heavy_kick"),
    *(f"drum_tom_{height}_{stroke}" for height in ("lo", "mid", "hi") for stroke in ("soft", "hard")),
    *("drum_snare_hard", "drum_snare_soft", "sn_dolf", "sn_dub", "sn_zome", "drum_roll"),
    *("elec_snare", "elec_hi_snare", "elec_lo_snare", "elec_mid_snare", "elec_filt_snare", "elec_fuzz_tom"),
    *(f"drum_cymbal_{kind}" for kind in ("closed", "pedal", "open", "soft", "hard")),
    *("drum_splash_soft", "drum_splash_hard", "elec_cymbal", "elec_triangle", "elec_chime", "perc_bell"),
    *("drum_cowbell", "elec_bell", "elec_bong", "elec_wood", "elec_ping", "elec_twang"),
    *(f"tabla_{stroke}" for stroke in ("ghe1", "ghe3", "na", "na_o", "na_s", "re", "dhec")),
    *(f"tabla_{stroke}" for stroke in ("tas1", "tas2", "tas3", "te1", "te2", "te_ne", "tun1", "tun2", "tun3")),
    *("perc_snap", "perc_snap2", "perc_swash", "perc_till", "vinyl_scratch", "vinyl_backspin", "vinyl_rewind"),
)
FOUND = (
    *("ambi_choir", "bass_voxy_c", "bass_voxy_hit_c", "misc_crow"),
    *("ambi_glass_hum", "ambi_glass_rub", "perc_bell", "elec_chime", "perc_till"),
    *("ambi_drone", "ambi_haunted_hum", "ambi_soft_buzz", "ambi_lunar_land", "ambi_piano", "misc_cineboom"),
    *("ambi_swoosh", "ambi_dark_woosh", "perc_swash", "vinyl_hiss", "vinyl_rewind", "vinyl_backspin", "vinyl_scratch"),
    *("guit_em9", "guit_e_fifths", "guit_e_slide", "guit_harmonics", "elec_twang", "elec_blup"),
)

VELOCITIES = (70, 110)
LOW_VELOCITIES = (50, 70, 90, 110)
"""Below C3, partials are at most three bins of the spectrum apart: the network needs more examples."""
ATTACK_S = 0.1
"""Time until the pitch of a bowed or blown note is stable."""


def _held(source: Range, notes: list[int], held_s: float, attack_s: float = ATTACK_S) -> list[Clip]:
    played = [
        Note(note, velocity, held_s) for note in notes for velocity in (VELOCITIES if note >= 48 else LOW_VELOCITIES)
    ]
    sounds = play(source.program, played)
    return [sustained(note.pitch, sound, held_s, attack_s) for note, sound in zip(played, sounds, strict=True)]


def _fifths(folder: Path) -> None:
    made: list[Phrase] = []
    for source in BOWED_AND_BLOWN:
        made += phrases(source.name, _held(source, source.notes((0, 7)), held_s=2.5), notes_each=4)
    write_dataset(folder, made, labelled=False)


def _ordinario(folder: Path) -> None:
    made: list[Phrase] = []
    for source in BOWED_AND_BLOWN:
        # Four whole octaves, C2 to B5, in as many timbres as possible: every note can be played at every point.
        made += phrases(source.name, _held(source, source.reached(36, 83), held_s=1.5), notes_each=5)
    write_dataset(folder, made, labelled=True)


def _resonants(folder: Path) -> None:
    made: list[Phrase] = []
    for source in STRUCK_AND_PLUCKED:
        played = [Note(note, velocity, 2.0) for note in source.reached(48, 83) for velocity in VELOCITIES]
        # Only the audible part of each decay, made less steep: otherwise most of the pad would be quiet.
        clips = [
            decaying(note.pitch, sound, quiet_db=26.0, attack_s=0.0, lifted=0.7)
            for note, sound in zip(played, play(source.program, played), strict=True)
        ]
        made += phrases(source.name, clips, notes_each=6)
    write_dataset(folder, made, labelled=True)


def _vespers(folder: Path) -> None:
    made: list[Phrase] = []
    for source in SINGING:
        made += phrases(source.name, _held(source, source.notes(), held_s=1.5, attack_s=0.0), notes_each=5)
    for number, (voice, vowel) in enumerate(FORMANTS_HZ):
        clips = [
            sustained(note, sing(voice, vowel, note, 1.6, SAMPLE_RATE_HZ, seed=128 * number + note), 1.55, attack_s=0.0)
            for note in range(48, 72)
        ]
        made += phrases(f"{vowel} ({voice})", clips, notes_each=5)
    write_dataset(folder, made, labelled=True)


def _tamburi(folder: Path) -> None:
    write_recordings(folder, SKINS_METALS_AND_NOISES)


def _objets(folder: Path) -> None:
    write_recordings(folder, FOUND)


WITHOUT_SILENCE = "training.near_silence=0"
"""Where it has room of its own, silence takes part of the plane."""

PLAYED_BY_PITCH = ("model.latent_dims=3", "training.max_steps=8000", "training.beta=5e-2", "training.beta_warmup=0.1")
"""Settings for instruments with pitch and octave as labels: few axes and a high beta keep both out of the latent."""

PLAYED_FREELY = ("model.latent_dims=4", "training.max_steps=8000")
"""Settings for recordings: few minutes of sound, and with four axes the pad reaches most of it."""

RECIPES = (
    Recipe(
        name="Fifths",
        description=(
            "Bowed and blown orchestral notes on C and G over their ranges: "
            "wherever you are on the pad, what you hear is consonant."
        ),
        sounds=_fifths,
        configuration="dgt_small",
        # Four dimensions: the pad covers most of the variety, and points between two sounds are sounds too.
        overrides=("model.latent_dims=4", "training.max_steps=6000", "training.beta=1e-2", "training.transpose=0"),
    ),
    Recipe(
        name="Ordinario",
        description=(
            "Bowed and blown orchestral notes on all semitones from C2 to B5: "
            "pitch and octave are yours to choose, the pad is the orchestra."
        ),
        sounds=_ordinario,
        configuration="dgt_pitch_prediction",
        overrides=(*PLAYED_BY_PITCH, "training.max_steps=12000"),
    ),
    Recipe(
        name="Resonants",
        description=(
            "Bars, strings and tines, from the stroke into its ring, on all semitones from C3 to B5: "
            "you choose the note, the pad is what is struck."
        ),
        sounds=_resonants,
        configuration="dgt_pitch_cond",
        overrides=(*PLAYED_BY_PITCH, WITHOUT_SILENCE),
    ),
    Recipe(
        name="Vespers",
        description="Choirs and vowels on all semitones of two octaves: you choose the note, the pad is the mouth.",
        sounds=_vespers,
        configuration="dgt_pitch_cond",
        # All notes are there; transposed, a mouth would have another size.
        overrides=(*PLAYED_BY_PITCH, "training.transpose=0"),
        consent=f"{SOUND_FONT_CONSENT} The single vowels are synthesized from published formant frequencies.",
    ),
    Recipe(
        name="Tamburi",
        description=(
            "Skins, metals, wood and noises, from the stroke into its ring: hold a place, and the stroke stands still."
        ),
        sounds=_tamburi,
        configuration="dgt_small",
        overrides=PLAYED_FREELY,
        consent=RECORDINGS_CONSENT,
    ),
    Recipe(
        name="Objets",
        description="Found sounds: glass, hums and wind, a choir, a crow, old records, strings of a guitar.",
        sounds=_objets,
        configuration="dgt_small",
        overrides=(*PLAYED_FREELY, WITHOUT_SILENCE),
        consent=RECORDINGS_CONSENT,
    ),
)
