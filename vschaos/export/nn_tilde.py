"""The module that the ``nn~`` object of Max and Pure Data loads: a streaming instrument that keeps its own state.

What nn~ asks of a file: ``get_methods`` and ``get_attributes`` name what there is; each method has ``NAME_params``
(channels in, ratio in, channels out, ratio out) and labels for its inlets and outlets; each attribute has
``NAME_params`` (type ids), a setter that answers 0 or −1, and a getter that answers a list. Methods get float32
``(B, channels, N / ratio)`` under inference mode; setters run outside it, and may run while a method renders. So
setters only write numbers, each into the place that it has from the beginning: a text or a tensor that one thread binds
anew while another reads it is freed while it is read. Tensors are only ever bound anew by the method that they belong
to: each has a slot of its own for its state, and using one does not disturb another.

The attributes are those of `vschaos.export.describe.ATTRIBUTES` and one for each label; their setters and getters are
generated. A new one is a line of that table, and its use in `vschaos.export.core`.
"""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from vschaos.export.core import MAP_PLACE, PRINCIPAL_PLACE, RAW_PLACE, UNSET, ExportCore
from vschaos.export.describe import (
    ATTRIBUTES,
    METHODS,
    RAW,
    conditioning_labels,
    describe,
    label_attribute,
    unknown_value,
)
from vschaos.export.description import ExportDescription
from vschaos.export.interface import Core, SoundState
from vschaos.instrument.card import Card, LabelCard
from vschaos.instrument.streaming import StreamingInstrument

__all__ = ["METHODS", "NnTildeModule", "scripted"]

TYPE_IDS = {"int": 1, "float": 2}
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
        Those of its card. A label that conditions the decoder has an inlet of ``decode`` after the coordinates, one
        that is predicted an outlet of ``encode``, and each that conditions a network an attribute.
    grid
        Of its map, shape (G, G, D), if it has one.

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
    resets_seen: list[int]
    analyses: list[Tensor]
    sounds: list[SoundState]
    settings: dict[str, float]
    lows: dict[str, float]
    highs: dict[str, float]
    label_values: list[float]
    label_lows: list[float]
    label_unknown: list[float]
    label_highs: list[float]
    label_whole: list[bool]
    warm_up_shapes: list[tuple[int, int]]
    __constants__ = ("attribute_names", "method_names")

    def __init__(
        self, instrument: StreamingInstrument, labels: Sequence[LabelCard] = (), grid: Tensor | None = None
    ) -> None:
        super().__init__()
        self.offers = description = _described(instrument, labels, grid is not None)
        core = ExportCore(instrument, labels, grid)
        # Scripted before it is put behind its interface, which its own parts do not have.
        self.core = torch.jit.script(core.eval())  # pyright: ignore[reportAttributeAccessIssue]
        self.hop, self.dims = instrument.hop_samples, instrument.latent_dims
        self.method_names = tuple(method.name for method in description.methods)
        self.attribute_names = tuple(attribute.name for attribute in description.attributes)
        for method in description.methods:
            params = [len(method.inlets), method.in_ratio, len(method.outlets), method.out_ratio]
            self.register_buffer(f"{method.name}_params", torch.tensor(params))
            setattr(self, f"{method.name}_input_labels", [port.text for port in method.inlets])
            setattr(self, f"{method.name}_output_labels", [port.text for port in method.outlets])
        for attribute in description.attributes:
            self.register_buffer(f"{attribute.name}_params", torch.tensor([TYPE_IDS[attribute.kind]]))
        self.raw, self.unset = RAW, UNSET
        self.principal_place, self.raw_place, self.map_place = PRINCIPAL_PLACE, RAW_PLACE, MAP_PLACE
        self.rows_at_once, self.warm_up_calls = ROWS_AT_ONCE, WARM_UP_CALLS
        self.warm_up_shapes, self.warm = list(WARM_UP_SHAPES), False
        self.settings = {attribute.name: float(attribute.default) for attribute in ATTRIBUTES}
        self.lows = {attribute.name: float(attribute.low) for attribute in ATTRIBUTES}
        self.highs = {attribute.name: float(attribute.high) for attribute in ATTRIBUTES}
        self.label_values = [UNSET for _ in labels]
        self.label_lows = [label.low for label in labels]
        self.label_highs = [label.high for label in labels]
        self.label_unknown = [unknown_value(label) for label in labels]
        self.label_whole = [label.kind == "int" for label in labels]
        self.played_count = len(description.method("decode").inlets) - self.dims
        self.forward_slot, self.encode_slot, self.decode_slot, self.pad_slot, self.map_slot = range(5)
        # A setter may run while nn~ renders: it only counts resets, and each method compares before it begins.
        self.resets, self.resets_seen = 0, [0] * 5
        self.analyses = [core.initial_analysis(1) for _ in range(5)]
        self.sounds = [core.initial_sound(1) for _ in range(5)]

    def forward(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·hop) through the latent space and back, same shape."""
        slot = self.forward_slot
        self._begin(slot, audio.shape[0])
        parts, settings = self._parts(audio, self.hop), self.settings.copy()
        made, analysis, sound = self.core.follow(
            parts, self.label_values, settings, self.analyses[slot], self.sounds[slot]
        )
        self.analyses[slot] = analysis
        self.sounds[slot] = sound
        return _joined(made)

    @torch.jit.export
    def encode(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·hop) to coordinates and predicted labels (B, D + P, T)."""
        slot = self.encode_slot
        self._begin(slot, audio.shape[0])
        parts = self._parts(audio, self.hop)
        made, analysis = self.core.listen(parts, self._raw(), self.label_values, self.analyses[slot])
        self.analyses[slot] = analysis
        return _joined(made)

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        """Coordinates and labels (B, D + L, T) to audio (B, 1, T·hop)."""
        return self._play(self.decode_slot, controls, self.raw_place if self._raw() else self.principal_place)

    @torch.jit.export
    def pad(self, controls: Tensor) -> Tensor:
        """A place on the pad, the other principal axes, and labels (B, D + L, T) to audio (B, 1, T·hop)."""
        return self._play(self.pad_slot, controls, self.principal_place)

    @torch.jit.export
    def map(self, controls: Tensor) -> Tensor:
        """A place on the map, and labels (B, 2 + L, T) to audio (B, 1, T·hop)."""
        return self._play(self.map_slot, controls, self.map_place)

    @torch.jit.export
    def map2latent(self, place: Tensor) -> Tensor:
        """Places (B, 2, T) to the coordinates (B, D, T) for ``decode``."""
        return _joined(self.core.spread(self._parts(place, 1), self._raw()))

    @torch.jit.export
    def latent2map(self, latent: Tensor) -> Tensor:
        """What ``encode`` gives, (B, D, T), to places (B, 2, T)."""
        return _joined(self.core.gather(self._parts(latent, 1), self._raw()))

    @torch.jit.export
    def get_methods(self) -> list[str]:
        """Names of the methods; the first call of a file, so it also makes the slow first renderings, once."""
        if not self.warm:
            # Bound before: nn~ asks from several threads.
            self.warm = True
            self._warm_up()
        return list(self.method_names)

    def _warm_up(self) -> None:
        zeros: list[Tensor] = []
        sounds: list[Tensor] = []
        places: list[Tensor] = []
        controls: list[Tensor] = []
        device, settings = self.core.initial_analysis(1).device, self.settings.copy()
        for batch, frames in self.warm_up_shapes:
            zeros.append(torch.zeros([batch, self.dims, frames], device=device))
            places.append(torch.zeros([batch, 2, frames], device=device))
            sounds.append(torch.zeros([batch, 1, frames * self.hop], device=device))
            controls.append(torch.zeros([batch, self.dims + self.played_count, frames], device=device))
        for _ in range(self.warm_up_calls):
            analysis, sound = self.core.initial_analysis(1), self.core.initial_sound(1)
            self.core.follow(sounds, self.label_values, settings, analysis, sound)
            self.core.listen(sounds, False, self.label_values, self.core.initial_analysis(1))
            self.core.sound(controls, self.principal_place, self.label_values, settings, sound)
            self.core.spread(places, False)
            self.core.gather(zeros, False)

    @torch.jit.export
    def get_attributes(self) -> list[str]:
        """Names of the attributes."""
        return list(self.attribute_names)

    @torch.jit.export
    def apply_setting(self, name: str, value: float) -> int:
        """Set an attribute that does not belong to a label; −1 for anything out of its range."""
        if not self.lows[name] <= value <= self.highs[name]:
            return -1
        self.settings[name] = value
        return 0

    @torch.jit.export
    def read_setting(self, name: str) -> float:
        """The value of an attribute that does not belong to a label."""
        return self.settings[name]

    @torch.jit.export
    def set_reset(self, reset: int) -> int:
        """1 restarts all methods, 0 does nothing, anything else is refused with −1."""
        if reset == 1:
            self.resets += 1
        return 0 if reset == 0 or reset == 1 else -1

    @torch.jit.export
    def get_reset(self) -> list[int]:
        """Always 0: a reset has no duration."""
        return [0]

    @torch.jit.export
    def apply_label(self, row: int, value: float) -> int:
        """Set a label of the model for all methods; −1 of a class, and less than the range, makes it unknown."""
        low, high = self.label_lows[row], self.label_highs[row]
        # Pd's numbers come with six digits, and through six decimals.
        slack = 0.0 if self.label_whole[row] else 1e-6 + 1e-5 * (abs(high) + abs(low))
        clears = value == -1.0 if self.label_whole[row] else value < low - slack
        if clears:
            self.label_values[row] = self.unset
            return 0
        if not low - slack <= value <= high + slack:
            return -1
        self.label_values[row] = value
        return 0

    @torch.jit.export
    def read_label(self, row: int) -> float:
        """The value that :meth:`apply_label` accepted last."""
        value = self.label_values[row]
        if value <= self.unset:
            return self.label_unknown[row]
        return value

    def _begin(self, slot: int, batch: int) -> None:
        """Start a method afresh where a reset came since its last call."""
        if self.resets_seen[slot] != self.resets:
            self.resets_seen[slot] = self.resets
            self.analyses[slot] = self.core.initial_analysis(batch)
            self.sounds[slot] = self.core.initial_sound(batch)

    def _play(self, slot: int, controls: Tensor, place: int) -> Tensor:
        self._begin(slot, controls.shape[0])
        parts, settings = self._parts(controls, 1), self.settings.copy()
        made, sound = self.core.sound(parts, place, self.label_values, settings, self.sounds[slot])
        self.sounds[slot] = sound
        return _joined(made)

    def _raw(self) -> bool:
        return self.settings["axes"] == self.raw

    def _parts(self, stream: Tensor, step: int) -> list[Tensor]:
        """A stream (B, C, T·step) in pieces of some frames."""
        return list(stream.split(max(1, self.rows_at_once // max(1, stream.shape[0])) * step, dim=2))


def scripted(module: NnTildeModule) -> Any:
    """The module in TorchScript, with a setter and a getter for each attribute that has none yet."""
    script: Any = torch.jit.script(module.eval())
    labels = module.offers.labels
    rows = {label_attribute(labels, row): row for row in conditioning_labels(labels)}
    for attribute in module.offers.attributes:
        name, kind = attribute.name, attribute.kind
        method, key = ("label", str(rows[name])) if name in rows else ("setting", f'"{name}"')
        sources = {
            f"set_{name}": f"(self, value: {kind}) -> int:\n    return self.apply_{method}({key}, float(value))\n",
            f"get_{name}": f"(self) -> List[{kind}]:\n    return [{kind}(self.read_{method}({key}))]\n",
        }
        for accessor, source in sources.items():
            # Modules of equal attributes share their type, and with it what was defined for the first of them.
            if not script._c._has_method(accessor):
                script.define(f"def {accessor}{source}")
    return script


def _described(instrument: StreamingInstrument, labels: Sequence[LabelCard], has_terrain: bool) -> ExportDescription:
    sizes = (instrument.sample_rate_hz, instrument.n_fft, instrument.hop_samples, instrument.latent_dims)
    card = Card("", *sizes, labels=tuple(labels))
    return describe(card, lookahead=instrument.lookahead, has_terrain=has_terrain)


def _joined(parts: list[Tensor]) -> Tensor:
    return parts[0].contiguous() if len(parts) == 1 else torch.cat(parts, dim=2)
