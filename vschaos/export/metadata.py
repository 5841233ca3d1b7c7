"""What an export says about itself: JSON in the ``.ts`` file's extra files, which nn~ ignores and people can read.

Read it back with ``torch.jit.load(path, _extra_files={"vschaos.json": ""})``, or with any unzip program.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

from vschaos.export.nn_tilde import METHODS, audio_labels, label_label, latent_labels, played_labels, predicted_labels
from vschaos.instrument.card import Card, LabelCard

EXTRA_FILE = "vschaos.json"
FORMAT_VERSION = 1


@dataclass(frozen=True)
class MethodFacts:
    """One method of the module.

    Attributes
    ----------
    name
        As nn~ calls it.
    inlets, outlets
        Labels, with range and unit.
    latency_samples
        From a sound going in to the same sound coming out, or to the coordinates of a frame that ends with it; 0 where
        a touch is heard with the next hop.
    """

    name: str
    inlets: tuple[str, ...]
    outlets: tuple[str, ...]
    latency_samples: int


@dataclass(frozen=True)
class ExportFacts:
    """Everything that nn~ itself does not ask: rights, rate, dimensions, latency."""

    name: str
    author: str
    description: str
    licence: str
    consent: str
    sample_rate_hz: int
    n_fft: int
    hop_samples: int
    latent_dims: int
    coordinate_range: tuple[float, float]
    labels: tuple[LabelCard, ...]
    methods: tuple[MethodFacts, ...]
    format_version: int = FORMAT_VERSION

    def to_json(self) -> str:
        """The text of the extra file."""
        return json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False) + "\n"


def export_facts(card: Card, lookahead: int = 0) -> ExportFacts:
    """The facts of an instrument's export, whose sound is ``lookahead`` hops late."""
    audio, latent = tuple(audio_labels(card.sample_rate_hz)), tuple(latent_labels(card.latent_dims))
    played = tuple(label_label(card.labels[index]) for index in played_labels(card.labels))
    predicted = tuple(label_label(card.labels[index]) for index in predicted_labels(card.labels))
    delay = card.n_fft - card.hop_samples
    ends = {
        "forward": (audio, audio, delay + lookahead * card.hop_samples),
        "encode": (audio, latent + predicted, delay),
        "decode": (latent + played, audio, lookahead * card.hop_samples),
    }
    return ExportFacts(
        name=card.name,
        author=card.author,
        description=card.description,
        licence=card.licence,
        consent=card.consent,
        sample_rate_hz=card.sample_rate_hz,
        n_fft=card.n_fft,
        hop_samples=card.hop_samples,
        latent_dims=card.latent_dims,
        coordinate_range=(-1.0, 1.0),
        labels=card.labels,
        methods=tuple(MethodFacts(name, *ends[name]) for name in METHODS),
    )
