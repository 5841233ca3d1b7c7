"""Instruments whose sound is known, as members ``core.bin``: tones whose level follows coordinates and labels.

A sinusoid in the middle of a bin has the spectrum of a Hann window's main lobe, magnitudes ½, 1, ½ at three bins. With
the contrast ln(1 + g·m) and g·m far above 1, a step of one on the decoder's output is one neper: an affine decoder
therefore makes tones whose levels are linear in nepers. Other bins are silent at all points. The way back is affine,
too: a bin's level in nepers to a coordinate.

The layout is that of ``vschaos/core/instrument.c``, written here a second time.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from vschaos.core.instrument import CoreInstrument
from vschaos.performance.controls import Playable
from vschaos.realtime.loading import LoadedInstrument

RATE_HZ, N_FFT, HOP_SAMPLES, DIMS = 44_100, 2048, 512, 4
GAIN = 1e11
"""Of the contrast: magnitudes down to 1e-9 are nepers."""

_TILE, _BLOCK = 16, 64
_AFFINE_FLOAT = 0


@dataclass(frozen=True)
class Tone:
    """A sinusoid in the middle of a bin.

    ``amplitude`` is that of coordinates 0 and labels 0; ``nepers`` (D,) and ``label_nepers`` (K,) how much louder it
    gets for each 1 of them; what is left out is 0.
    """

    bin: int = 20
    amplitude: float = 0.5
    nepers: tuple[float, ...] = ()
    label_nepers: tuple[float, ...] = ()

    def hz(self, rate_hz: int = RATE_HZ, n_fft: int = N_FFT) -> float:
        """Its frequency."""
        return self.bin * rate_hz / n_fft


@dataclass(frozen=True)
class Ear:
    """How sound becomes the first coordinate: ``per_neper`` times the level of a bin above ``middle``.

    With ``label`` that label, too, is predicted: as the level of the bin above ``middle`` in nepers.
    """

    bin: int = 20
    middle: float = 0.1
    per_neper: float = 0.25
    label: int | None = None


def core_member(
    tones: Sequence[Tone],
    *,
    labels: int = 0,
    ear: Ear | None = None,
    rate_hz: int = RATE_HZ,
    n_fft: int = N_FFT,
    hop_samples: int = HOP_SAMPLES,
    dims: int = DIMS,
) -> bytes:
    """The member of an instrument that sounds these tones; its labels are quantities from −1000 to 1000."""
    bins = n_fft // 2 + 1
    weight, bias = np.zeros((dims + labels, bins)), np.zeros(bins)
    for tone in tones:
        rises = np.zeros(dims + labels)
        rises[: len(tone.nepers)] = tone.nepers
        rises[dims : dims + len(tone.label_nepers)] = tone.label_nepers
        for place, share in ((tone.bin - 1, 0.5), (tone.bin, 1.0), (tone.bin + 1, 0.5)):
            weight[:, place] = rises
            bias[place] = math.log(GAIN * share * tone.amplitude) if tone.amplitude > 0 else 0.0
    ear = ear or Ear()
    inward = np.zeros((bins, 1))
    inward[ear.bin] = 1.0
    silence = math.log(GAIN * ear.middle)
    posterior = np.zeros((bins, 2 * dims)), np.zeros(2 * dims)
    posterior[0][:, :1], posterior[1][0] = ear.per_neper * inward, -ear.per_neper * silence
    member = _Member()
    predicted = int(ear.label is not None)
    member.record(*struct.unpack("<ii", b"vs-core\x01"), rate_hz, n_fft, hop_samples, dims, labels, GAIN, 2 + predicted)
    member.floats(np.full(bins, 100.0))
    for _ in range(labels):
        member.record(1, 1, 1, 0, 0, 0, -1000.0, 1000.0, 0.0, 1.0, -1000.0, 1000.0)
    member.sequence(dims + labels, (weight, bias))
    member.sequence(bins)
    member.sequence(bins, posterior)
    for place in range(labels):
        if place == ear.label:
            member.sequence(bins, (np.repeat(inward, 2, axis=1), np.array([-silence, 0.0])))
        else:
            member.sequence(bins)
    return b"".join(member.parts)


def known(tones: Sequence[Tone] | Tone = (), **given: object) -> CoreInstrument:
    """The same, opened."""
    return CoreInstrument(core_member([tones] if isinstance(tones, Tone) else tones or [Tone()], **given))  # type: ignore[arg-type]


def loaded(core: CoreInstrument, **given: object) -> LoadedInstrument:
    """An opened instrument as the engine has it."""
    made = LoadedInstrument(
        path="",
        name="known",
        core=core,
        sample_rate_hz=core.sample_rate_hz,
        n_fft=core.n_fft,
        hop_samples=core.hop_samples,
        playable=Playable(core.latent_dims),
    )
    return replace(made, **given)  # type: ignore[arg-type]


class _Member:
    """Blocks of the member, in order."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def record(self, *values: float) -> None:
        kinds = "".join("f" if isinstance(value, float) else "i" for value in values)
        self._block(struct.pack(f"<{kinds}", *values))

    def floats(self, values: NDArray[np.float64]) -> None:
        self._block(values.astype("<f4").tobytes())

    def sequence(self, inputs: int, *layers: tuple[NDArray[np.float64], NDArray[np.float64]]) -> None:
        self.record(len(layers), inputs)
        for weight, bias in layers:
            rows, columns = weight.shape
            missing = -columns % _TILE
            self.record(_AFFINE_FLOAT, rows, columns, 0, 0, 0)
            tiles = np.pad(weight, [(0, 0), (0, missing)]).reshape(rows, -1, _TILE)
            self.floats(tiles.transpose(1, 0, 2))
            self.floats(np.pad(bias, (0, missing)))

    def _block(self, content: bytes) -> None:
        self.parts.append(content + bytes(-len(content) % _BLOCK))
