"""The module that the ``nn~`` object of Max and Pure Data loads: a streaming instrument that keeps its own state.

What nn~ asks of a file: ``get_methods`` and ``get_attributes`` name what there is; each method has ``NAME_params``
(channels in, ratio in, channels out, ratio out) and labels for its inlets and outlets; each attribute has
``NAME_params`` (type ids), a setter that answers 0 or −1, and a getter that answers a list. Methods get float32
``(B, channels, N / ratio)`` under inference mode; setters run outside it, and may run while a method renders. So
setters only bind numbers and words, and tensors are only ever bound anew, by the method that they belong to. Each
sounding method has a state of its own: using one does not disturb another.
"""

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from vschaos.export.core import MAP_PLACE, PRINCIPAL_PLACE, RAW_PLACE, UNTOLD, ExportCore
from vschaos.export.describe import (
    MAX_GLIDE_MS,
    MAX_SEED,
    MAX_TEMPERATURE,
    METHODS,
    PHASES,
    PRINCIPAL,
    RAW,
    describe,
    label_attribute,
    told_labels,
)
from vschaos.export.description import INT, ExportDescription
from vschaos.export.interface import Core, SoundState
from vschaos.instrument.card import Card, LabelCard
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.transforms.running_phase import GRADIENT

__all__ = ["METHODS", "NnTildeModule", "scripted"]

TYPE_IDS = {"int": 1, "float": 2, "str": 3}
"""nn~'s numbers for the kinds of attributes."""

ROWS_AT_ONCE = 64
"""Frames of all voices that are rendered together; matrix products of very many round in another order."""

WARM_UP_SHAPES = ((1, 1), (2, 3), (1, 4), (3, 2))
"""Voices and frames of the parts that are rendered before the first note."""

WARM_UP_CALLS = 2


class NnTildeModule(nn.Module):
    """A :class:`StreamingInstrument` in nn~'s shape; to be scripted.

    Parameters
    ----------
    instrument
        In evaluation mode, without gradients. Its hop is the ratio of all that is not sound.
    labels
        Those of its card. What conditions the decoder has an inlet of ``decode`` after the coordinates, what is
        predicted an outlet of ``encode``, and all that a network is told an attribute.
    grid
        Of its terrain, shape (G, G, D), if it has one.

    Attributes
    ----------
    offers
        Methods and attributes, described.

    Raises
    ------
    ExportError
        If nn~ cannot buffer the instrument's hop.
    """

    core: Core
    forward_analysis: Tensor
    forward_sound: SoundState
    encode_analysis: Tensor
    decode_sound: SoundState
    pad_sound: SoundState
    map_sound: SoundState
    told: list[float]
    label_lows: list[float]
    label_highs: list[float]
    label_whole: list[bool]
    warm_up_shapes: list[tuple[int, int]]
    __constants__ = ("attribute_names", "method_names", "told_rows")

    def __init__(
        self, instrument: StreamingInstrument, labels: Sequence[LabelCard] = (), grid: Tensor | None = None
    ) -> None:
        super().__init__()
        self.offers = description = _described(instrument, labels, grid is not None)
        core = ExportCore(instrument, labels, grid)
        # Scripted before it is put behind its interface, which its own parts do not have.
        self.core = torch.jit.script(core.eval())  # pyright: ignore[reportAttributeAccessIssue]
        self.hop, self.dims = instrument.hop_samples, instrument.latent_dims
        self.frame_ms = 1000.0 * instrument.hop_samples / instrument.sample_rate_hz
        self.method_names = tuple(method.name for method in description.methods)
        self.attribute_names = tuple(attribute.name for attribute in description.attributes)
        self.told_rows = tuple(told_labels(labels))
        for method in description.methods:
            params = [len(method.inlets), method.in_ratio, len(method.outlets), method.out_ratio]
            self.register_buffer(f"{method.name}_params", torch.tensor(params))
            setattr(self, f"{method.name}_input_labels", [port.text for port in method.inlets])
            setattr(self, f"{method.name}_output_labels", [port.text for port in method.outlets])
        for attribute in description.attributes:
            self.register_buffer(f"{attribute.name}_params", torch.tensor([TYPE_IDS[attribute.kind]]))
        self.max_temperature, self.max_seed, self.max_glide_ms = MAX_TEMPERATURE, MAX_SEED, MAX_GLIDE_MS
        self.phases, self.principal, self.raw = len(PHASES), PRINCIPAL, RAW
        self.principal_place, self.raw_place, self.map_place = PRINCIPAL_PLACE, RAW_PLACE, MAP_PLACE
        self.rows_at_once, self.warm_up_calls = ROWS_AT_ONCE, WARM_UP_CALLS
        self.warm_up_shapes = list(WARM_UP_SHAPES)
        self.temperature, self.seed, self.noise, self.phase, self.glide_ms = 0.0, 0, 0.0, GRADIENT, 0.0
        self.axes = PRINCIPAL
        self.untold = UNTOLD
        self.told = [UNTOLD for _ in labels]
        self.label_lows = [label.low for label in labels]
        self.label_highs = [label.high for label in labels]
        self.label_whole = [label.kind == "int" for label in labels]
        self.played_count = len(description.method("decode").inlets) - self.dims
        # A setter may run while nn~ renders: it only counts resets, and each method compares before it begins.
        self.resets = 0
        self.forward_resets, self.encode_resets, self.decode_resets, self.pad_resets, self.map_resets = 0, 0, 0, 0, 0
        self.forward_analysis, self.encode_analysis = core.initial_analysis(1), core.initial_analysis(1)
        self.forward_sound, self.decode_sound = core.initial_sound(1), core.initial_sound(1)
        self.pad_sound, self.map_sound = core.initial_sound(1), core.initial_sound(1)

    def forward(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·hop) through the latent space and back, same shape."""
        batch = audio.shape[0]
        if self.forward_resets != self.resets:
            self.forward_resets = self.resets
            self.forward_analysis = self.core.initial_analysis(batch)
            self.forward_sound = self.core.initial_sound(batch)
        made, analysis, sound = self.core.follow(
            self._parts(audio, self.hop),
            self.told,
            self.temperature,
            self.seed,
            self._glide(),
            self.noise,
            self.phase,
            self.forward_analysis,
            self.forward_sound,
        )
        self.forward_analysis = analysis
        self.forward_sound = sound
        return _joined(made)

    @torch.jit.export
    def encode(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·hop) to coordinates and predicted labels (B, D + P, T)."""
        if self.encode_resets != self.resets:
            self.encode_resets = self.resets
            self.encode_analysis = self.core.initial_analysis(audio.shape[0])
        made, analysis = self.core.listen(
            self._parts(audio, self.hop), self.axes == self.raw, self.told, self.encode_analysis
        )
        self.encode_analysis = analysis
        return _joined(made)

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        """Coordinates and labels (B, D + L, T) to audio (B, 1, T·hop)."""
        if self.decode_resets != self.resets:
            self.decode_resets = self.resets
            self.decode_sound = self.core.initial_sound(controls.shape[0])
        place = self.raw_place if self.axes == self.raw else self.principal_place
        made, sound = self._sung(controls, place, self.decode_sound)
        self.decode_sound = sound
        return made

    @torch.jit.export
    def pad(self, controls: Tensor) -> Tensor:
        """A place on the pad, the other principal axes, and labels (B, D + L, T) to audio (B, 1, T·hop)."""
        if self.pad_resets != self.resets:
            self.pad_resets = self.resets
            self.pad_sound = self.core.initial_sound(controls.shape[0])
        made, sound = self._sung(controls, self.principal_place, self.pad_sound)
        self.pad_sound = sound
        return made

    @torch.jit.export
    def map(self, controls: Tensor) -> Tensor:
        """A place on the terrain, and labels (B, 2 + L, T) to audio (B, 1, T·hop)."""
        if self.map_resets != self.resets:
            self.map_resets = self.resets
            self.map_sound = self.core.initial_sound(controls.shape[0])
        made, sound = self._sung(controls, self.map_place, self.map_sound)
        self.map_sound = sound
        return made

    @torch.jit.export
    def map2latent(self, place: Tensor) -> Tensor:
        """Places (B, 2, T) to the coordinates (B, D, T) that ``decode`` takes."""
        return _joined(self.core.spread(self._parts(place, 1), self.axes == self.raw))

    @torch.jit.export
    def latent2map(self, latent: Tensor) -> Tensor:
        """What ``encode`` gives, (B, D, T), to places (B, 2, T)."""
        return _joined(self.core.gather(self._parts(latent, 1), self.axes == self.raw))

    @torch.jit.export
    def get_methods(self) -> list[str]:
        """Names of the methods; the first call of a file, so it also takes the slow first renderings."""
        zeros: list[Tensor] = []
        sounds: list[Tensor] = []
        places: list[Tensor] = []
        controls: list[Tensor] = []
        device = self.core.initial_analysis(1).device
        for batch, frames in self.warm_up_shapes:
            zeros.append(torch.zeros([batch, self.dims, frames], device=device))
            places.append(torch.zeros([batch, 2, frames], device=device))
            sounds.append(torch.zeros([batch, 1, frames * self.hop], device=device))
            controls.append(torch.zeros([batch, self.dims + self.played_count, frames], device=device))
        for _ in range(self.warm_up_calls):
            analysis, sound = self.core.initial_analysis(1), self.core.initial_sound(1)
            self.core.follow(sounds, self.told, 0.0, 0, 1.0, 0.0, 0, analysis, sound)
            self.core.listen(sounds, False, self.told, self.core.initial_analysis(1))
            self.core.sound(controls, self.principal_place, self.told, 0.0, 0, 1.0, 0.0, 0, sound)
            self.core.spread(places, False)
            self.core.gather(zeros, False)
        return list(self.method_names)

    @torch.jit.export
    def get_attributes(self) -> list[str]:
        """Names of the attributes."""
        return list(self.attribute_names)

    @torch.jit.export
    def set_temperature(self, temperature: float) -> int:
        """How far coordinates stray by chance; −1 for anything out of range."""
        if not 0.0 <= temperature <= self.max_temperature:
            return -1
        self.temperature = temperature
        return 0

    @torch.jit.export
    def get_temperature(self) -> list[float]:
        """How far coordinates stray by chance."""
        return [self.temperature]

    @torch.jit.export
    def set_seed(self, seed: int) -> int:
        """Which chances; −1 for anything out of range."""
        if seed < 0 or seed > self.max_seed:
            return -1
        self.seed = seed
        return 0

    @torch.jit.export
    def get_seed(self) -> list[int]:
        """Which chances."""
        return [self.seed]

    @torch.jit.export
    def set_noise(self, noise: float) -> int:
        """How free the phase is where the sound is noise, 0 to 1; anything else is refused with −1."""
        if not 0.0 <= noise <= 1.0:
            return -1
        self.noise = noise
        return 0

    @torch.jit.export
    def get_noise(self) -> list[float]:
        """The amount of noise."""
        return [self.noise]

    @torch.jit.export
    def set_phase(self, phase: int) -> int:
        """Where the phase comes from: 0 gradient, 1 chance, 2 the input of ``forward``; else −1."""
        if phase < 0 or phase >= self.phases:
            return -1
        self.phase = phase
        return 0

    @torch.jit.export
    def get_phase(self) -> list[int]:
        """Where the phase comes from."""
        return [self.phase]

    @torch.jit.export
    def set_glide(self, glide: float) -> int:
        """Milliseconds that coordinates take for 63 % of their way; −1 for anything out of range."""
        if not 0.0 <= glide <= self.max_glide_ms:
            return -1
        self.glide_ms = glide
        return 0

    @torch.jit.export
    def get_glide(self) -> list[float]:
        """Milliseconds that coordinates take to follow."""
        return [self.glide_ms]

    @torch.jit.export
    def set_axes(self, axes: str) -> int:
        """What ``encode`` and ``decode`` speak of: ``principal`` axes or ``raw`` latents; else −1."""
        if axes != self.principal and axes != self.raw:
            return -1
        self.axes = axes
        return 0

    @torch.jit.export
    def get_axes(self) -> list[str]:
        """What ``encode`` and ``decode`` speak of."""
        return [self.axes]

    @torch.jit.export
    def set_reset(self, reset: int) -> int:
        """1 starts all methods afresh, 0 does nothing, anything else is refused with −1."""
        if reset == 1:
            self.resets += 1
        return 0 if reset == 0 or reset == 1 else -1

    @torch.jit.export
    def get_reset(self) -> list[int]:
        """Always 0: a reset is over at once."""
        return [0]

    @torch.jit.export
    def tell_label(self, row: int, value: float) -> int:
        """What a label of the model is for all methods, or −1 of a class, and less than the range, to leave it open."""
        low, high = self.label_lows[row], self.label_highs[row]
        # Pd's numbers come through six decimals.
        slack = 1e-6 * (1.0 + abs(high) + abs(low))
        opens = value == -1.0 if self.label_whole[row] else value < low - slack
        if opens:
            self.told[row] = self.untold
            return 0
        if not low - slack <= value <= high + slack:
            return -1
        self.told[row] = value
        return 0

    @torch.jit.export
    def told_label(self, row: int) -> float:
        """What :meth:`tell_label` was told last."""
        told = self.told[row]
        if told <= self.untold:
            return -1.0 if self.label_whole[row] else self.label_lows[row] - 1.0
        return told

    def _sung(self, controls: Tensor, place: int, state: SoundState) -> tuple[Tensor, SoundState]:
        made, state = self.core.sound(
            self._parts(controls, 1),
            place,
            self.told,
            self.temperature,
            self.seed,
            self._glide(),
            self.noise,
            self.phase,
            state,
        )
        return _joined(made), state

    def _parts(self, stream: Tensor, step: int) -> list[Tensor]:
        """A stream (B, C, T·step) in pieces of some frames."""
        return list(stream.split(max(1, self.rows_at_once // max(1, stream.shape[0])) * step, dim=2))

    def _glide(self) -> float:
        """The share of its way that a frame goes."""
        return 1.0 - math.exp(-self.frame_ms / self.glide_ms) if self.glide_ms > 0.0 else 1.0


def scripted(module: NnTildeModule) -> Any:
    """The module in TorchScript, with a setter and a getter for the attribute of each label."""
    script: Any = torch.jit.script(module.eval())
    labels = module.offers.labels
    for row in told_labels(labels):
        name, kind = label_attribute(labels, row), labels[row].kind
        # Modules of equal attributes share their type, and with it what was defined for the first of them.
        if not script._c._has_method(f"set_{name}"):
            script.define(
                f"def set_{name}(self, value: {kind}) -> int:\n    return self.tell_label({row}, float(value))\n"
            )
            told = f"int(self.told_label({row}))" if kind == INT else f"self.told_label({row})"
            script.define(f"def get_{name}(self) -> List[{kind}]:\n    return [{told}]\n")
    return script


def _described(instrument: StreamingInstrument, labels: Sequence[LabelCard], has_terrain: bool) -> ExportDescription:
    card = Card(
        "",
        instrument.sample_rate_hz,
        instrument.n_fft,
        instrument.hop_samples,
        instrument.latent_dims,
        labels=tuple(labels),
    )
    return describe(card, lookahead=instrument.lookahead, has_terrain=has_terrain)


def _joined(parts: list[Tensor]) -> Tensor:
    return parts[0] if len(parts) == 1 else torch.cat(parts, dim=2)
