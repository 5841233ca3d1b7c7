"""What the Export page says: the file's name, the facts of an instrument, and how nn~ takes it. Qt-free."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vschaos.instrument.card import Card
from vschaos_studio.state.dataset import NO_BREAK, counted, rate_words

SUFFIX = ".ts"
MAX_NAME = 100
_UNSAFE = re.compile(r'[\s,;$\\/:*?"<>|\x00-\x1f]+')

USUAL_BUFFER = 2048
"""Samples that nn~ hands over at once: enough for any ordinary computer, and short enough to play."""

CHECK_TITLES = {
    "contract": "Methods and channels",
    "operators": "Loads in nn~",
    "live": "Sounds as here",
    "chunks": "Any buffer size",
    "robust": "Survives any input",
    "attributes": "Reset",
    "speed": "Speed",
}


def patch_name(name: str) -> str:
    """A name that Max and Pd take as one word; the exporter makes the same of it (it imports torch, so not here)."""
    return _UNSAFE.sub("_", name.removesuffix(SUFFIX)).strip("._")[:MAX_NAME]


@dataclass(frozen=True)
class Method:
    """A method of the exported file, as nn~ shows it."""

    name: str
    use: str
    inlets: str
    outlets: str


def methods(card: Card) -> tuple[Method, ...]:
    """What each method takes and gives, in plain words."""
    dims = card.latent_dims
    latents = f"{dims} inlets, z1 to z{dims}, each from −1 to 1; z1 and z2 are the pad’s x and y"
    out = f"{dims} outlets, z1 to z{dims}, a value every {card.hop_samples}{NO_BREAK}samples"
    played = [f"{label.name} from {label.low:g} to {label.high:g}" for label in card.playable.labels]
    if played:
        latents += f"; then {' and '.join(played)}"
    predicted = [label.name for label in card.labels if label.predicted]
    if predicted:
        out += f"; then {' and '.join(predicted)}, as heard"
    return (
        Method("decode", "play it", latents, "the sound"),
        Method("encode", "follow a sound", "a sound", out),
        Method("forward", "play a sound through it", "a sound", "the same, as the instrument has it"),
    )


def object_text(name: str, method: str, card: Card) -> str:
    """What is typed into an object box of Max or Pd."""
    return f"nn~ {name}{SUFFIX} {method} {max(USUAL_BUFFER, card.hop_samples)}"


def facts(card: Card) -> tuple[tuple[str, str], ...]:
    """Title and text of what a player wants to know of an instrument before it is handed on."""
    shape = f"{card.latent_dims} latent dimensions · {rate_words(card.sample_rate_hz)} · hop {card.hop_samples} samples"
    learned = counted(card.training.files or len(card.sources), "sound")
    rows = (
        ("Shape", shape),
        ("Learned from", " · ".join(part for part in (learned, card.training.configuration) if part)),
        ("Author", card.author),
        ("Licence", card.licence or "none given"),
        ("Sounds", card.consent),
    )
    return tuple((title, text) for title, text in rows if text)
