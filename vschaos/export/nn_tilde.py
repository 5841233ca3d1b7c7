"""The module that the ``nn~`` object of Max and Pure Data loads: a streaming instrument that keeps its own state.

What nn~ asks of a file: ``get_methods`` and ``get_attributes`` name what there is; each method has ``NAME_params``
(channels in, ratio in, channels out, ratio out) and labels for its inlets and outlets; each attribute has
``NAME_params`` (type ids), a setter that answers 0 or −1, and a getter that answers a list. Methods get float32
``(B, channels, N / ratio)`` under inference mode; setters run outside it, and may run while a method renders. So
setters only write numbers, each into the place that it has from the beginning: a text or a tensor that one thread binds
anew while another reads it is freed while it is read. Tensors are only ever bound anew by the method that they belong
to: each has a slot of its own for its state, and using one does not disturb another.

The attributes are those of `vschaos.export.describe.ATTRIBUTES` and one for each label; their setters and getters are
generated. A new one is a line of that table, and its use in `vschaos.export.core`. One whose numbers have names is a
text to nn~, and takes the names as well as the numbers, which Pd writes as ``1.000000`` and Max as ``1``.

A host at the instrument's own rate gets what the core makes, sample by sample; at any other, sound and values go
through `vschaos.export.resampling`, in a stream that a method makes anew where its host's rate has changed.
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
from vschaos.export.description import RATE, AttributeDescription, ExportDescription
from vschaos.export.interface import Core, HostStream, Rates, SoundState
from vschaos.export.rates import HOST_RATES, convertible
from vschaos.export.resampling import HostRates
from vschaos.instrument.card import Card, LabelCard
from vschaos.instrument.streaming import StreamingInstrument

__all__ = ["METHODS", "NnTildeModule", "scripted"]

TYPE_IDS = {"int": 1, "float": 2}
"""nn~'s numbers for the kinds of attributes."""

NAMED = 3
"""The same for a text."""

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
    host_hz
        Rate of the host at first; 0: the instrument's own.

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
    rates: Rates
    streams: list[HostStream]
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
    names: dict[str, list[str]]
    __constants__ = ("attribute_kinds", "attribute_names", "method_names")

    def __init__(
        self,
        instrument: StreamingInstrument,
        labels: Sequence[LabelCard] = (),
        grid: Tensor | None = None,
        host_hz: int = 0,
    ) -> None:
        super().__init__()
        self.offers = description = _described(instrument, labels, grid is not None, host_hz)
        core = ExportCore(instrument, labels, grid)
        # Scripted before it is put behind its interface, which its own parts do not have.
        self.core = torch.jit.script(core.eval())  # pyright: ignore[reportAttributeAccessIssue]
        self.hop, self.dims, self.ratio = instrument.hop_samples, instrument.latent_dims, description.ratio
        rates = HostRates(instrument.sample_rate_hz, self.hop, self.ratio, len(description.method("encode").outlets))
        self.rates = torch.jit.script(rates.eval())  # pyright: ignore[reportAttributeAccessIssue]
        self.rate_hz, host_hz = instrument.sample_rate_hz, description.sample_rate_hz
        # What is warmed up with an export for the instrument's own rate.
        self.likely_hz = next(rate for rate in (host_hz, *HOST_RATES) if rate != self.rate_hz)
        self.method_names = tuple(method.name for method in description.methods)
        self.attribute_names = tuple(attribute.name for attribute in description.attributes)
        # Of this, too, depends what is defined for the type that modules of equal constants share.
        self.attribute_kinds = tuple(type_id(attribute) for attribute in description.attributes)
        for method in description.methods:
            params = [len(method.inlets), method.in_ratio, len(method.outlets), method.out_ratio]
            self.register_buffer(f"{method.name}_params", torch.tensor(params))
            setattr(self, f"{method.name}_input_labels", [port.text for port in method.inlets])
            setattr(self, f"{method.name}_output_labels", [port.text for port in method.outlets])
        for attribute in description.attributes:
            self.register_buffer(f"{attribute.name}_params", torch.tensor([type_id(attribute)]))
        self.names = {attribute.name: list(attribute.names) for attribute in description.attributes}
        self.raw, self.unset, self.rate_name = RAW, UNSET, RATE
        self.principal_place, self.raw_place, self.map_place = PRINCIPAL_PLACE, RAW_PLACE, MAP_PLACE
        self.rows_at_once, self.warm_up_calls = ROWS_AT_ONCE, WARM_UP_CALLS
        self.warm_up_shapes, self.warm = list(WARM_UP_SHAPES), False
        own = description.attributes[: len(ATTRIBUTES)]
        self.settings = {attribute.name: float(attribute.default) for attribute in own}
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
        direct = self._is_direct(host_hz)
        both = rates.initial(host_hz, 1, not direct, not direct)
        table, up, down, taps, _ = both[2]
        # What only sounds never waits for a hop; the table is in the file once.
        played = rates.restarted((host_hz, both[1], (table, up, down, taps, 0), *both[3:]), 1)
        self.streams = [both, both, played, played, played]

    def forward(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·ratio) through the latent space and back, same shape."""
        slot, settings = self.forward_slot, self.settings.copy()
        self._begin(slot, audio, settings)
        parts, made = self._heard(slot, audio, settings), torch.jit.annotate(list[Tensor], [])
        if len(parts) > 0:
            made, analysis, sound = self.core.follow(
                parts, self.label_values, settings, self.analyses[slot], self.sounds[slot]
            )
            self.analyses[slot] = analysis
            self.sounds[slot] = sound
        return self._sounded(slot, made, audio, audio.shape[2], settings)

    @torch.jit.export
    def encode(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·ratio) to coordinates and predicted labels (B, D + P, T)."""
        slot, settings = self.encode_slot, self.settings.copy()
        self._begin(slot, audio, settings)
        parts, made = self._heard(slot, audio, settings), torch.jit.annotate(list[Tensor], [])
        if len(parts) > 0:
            made, analysis = self.core.listen(parts, self._raw(), self.label_values, self.analyses[slot])
            self.analyses[slot] = analysis
        if self._is_direct(int(settings[self.rate_name])):
            return _joined(made)
        made.insert(0, self.streams[slot][5].unsqueeze(2)[:, :, :0])
        values, stream = self.rates.values(torch.cat(made, dim=2), audio.shape[2] // self.ratio, self.streams[slot])
        self.streams[slot] = stream
        return values

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        """Coordinates and labels (B, D + L, T) to audio (B, 1, T·ratio)."""
        return self._play(self.decode_slot, controls, self.raw_place if self._raw() else self.principal_place)

    @torch.jit.export
    def pad(self, controls: Tensor) -> Tensor:
        """A place on the pad, the other principal axes, and labels (B, D + L, T) to audio (B, 1, T·ratio)."""
        return self._play(self.pad_slot, controls, self.principal_place)

    @torch.jit.export
    def map(self, controls: Tensor) -> Tensor:
        """A place on the map, and labels (B, 2 + L, T) to audio (B, 1, T·ratio)."""
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
        samples: list[int] = []
        device, settings = self.core.initial_analysis(1).device, self.settings.copy()
        for batch, frames in self.warm_up_shapes:
            zeros.append(torch.zeros([batch, self.dims, frames], device=device))
            places.append(torch.zeros([batch, 2, frames], device=device))
            sounds.append(torch.zeros([batch, 1, frames * self.hop], device=device))
            samples.append(frames * self.ratio // 2)
            controls.append(torch.zeros([batch, self.dims + self.played_count, frames], device=device))
        for _ in range(self.warm_up_calls):
            analysis, sound = self.core.initial_analysis(1), self.core.initial_sound(1)
            self.core.follow(sounds, self.label_values, settings, analysis, sound)
            self.core.listen(sounds, False, self.label_values, self.core.initial_analysis(1))
            self.core.sound(controls, self.principal_place, self.label_values, settings, sound)
            self.core.spread(places, False)
            self.core.gather(zeros, False)
            stream = self.rates.initial(self.likely_hz, 1, True, True)
            _, stream = self.rates.heard(sounds, stream)
            self.rates.sounded(sounds, samples, stream)

    @torch.jit.export
    def get_attributes(self) -> list[str]:
        """Names of the attributes."""
        return list(self.attribute_names)

    @torch.jit.export
    def set_sample_rate(self, value: int) -> int:
        """Set the host's rate; −1 for one that cannot be converted. nn~ 1.6 itself may call it."""
        if not convertible(self.rate_hz, value) or not convertible(value, self.rate_hz):
            return -1
        return self.apply_setting(self.rate_name, float(value))

    @torch.jit.export
    def number_of(self, name: str, text: str) -> float:
        """What a text means for an attribute whose numbers have names; `UNSET` for nothing."""
        text = text.strip()
        sign, digits = (-1.0, text[1:]) if text.startswith("-") else (1.0, text)
        whole, _, decimals = digits.partition(".")
        if whole.isdigit() and len(whole) < 10 and (decimals == "" or decimals.isdigit()):
            return sign * int(whole)
        names = self.names[name]
        for number, known in enumerate(names):
            if known == text:
                return float(number)
        for number, known in enumerate(names):
            if known.lower() == text.lower():
                return float(number)
        return self.unset

    @torch.jit.export
    def name_of(self, name: str, value: float) -> str:
        """The name of a number, or the number where it has none."""
        names, number = self.names[name], int(value)
        return names[number] if 0 <= number < len(names) else str(number)

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

    def _begin(self, slot: int, signal: Tensor, settings: dict[str, float]) -> None:
        """Start a method afresh where a reset came since its last call, or the host has another rate."""
        host_hz, batch, stream = int(settings[self.rate_name]), signal.shape[0], self.streams[slot]
        if stream[0] != host_hz or stream[5].device != signal.device:
            resampled, follows = not self._is_direct(host_hz), slot <= self.encode_slot
            self.streams[slot] = self.rates.initial(host_hz, batch, resampled and follows, resampled)
        elif self.resets_seen[slot] == self.resets:
            if stream[5].shape[0] != batch:
                self.streams[slot] = self.rates.restarted(stream, batch)
            return
        else:
            self.streams[slot] = self.rates.restarted(stream, batch)
        self.resets_seen[slot] = self.resets
        self.analyses[slot] = self.core.initial_analysis(batch)
        self.sounds[slot] = self.core.initial_sound(batch)

    def _play(self, slot: int, controls: Tensor, place: int) -> Tensor:
        settings = self.settings.copy()
        self._begin(slot, controls, settings)
        due, made = controls, torch.jit.annotate(list[Tensor], [])
        if not self._is_direct(int(settings[self.rate_name])):
            due = self.rates.inlets(controls, self.streams[slot])
        if due.shape[2] > 0:
            made, sound = self.core.sound(self._parts(due, 1), place, self.label_values, settings, self.sounds[slot])
            self.sounds[slot] = sound
        return self._sounded(slot, made, controls, controls.shape[2] * self.ratio, settings)

    def _heard(self, slot: int, audio: Tensor, settings: dict[str, float]) -> list[Tensor]:
        """What comes from the host as hops of the instrument, (B, 1, T·hop) each."""
        if self._is_direct(int(settings[self.rate_name])):
            return self._parts(audio, self.hop)
        made, stream = self.rates.heard([audio], self.streams[slot])
        self.streams[slot] = stream
        return self._parts(made[0], self.hop) if made[0].shape[2] > 0 else []

    def _sounded(
        self, slot: int, made: list[Tensor], signal: Tensor, samples: int, settings: dict[str, float]
    ) -> Tensor:
        """Hops of the instrument, (B, 1, T·hop) each, as so many samples of the host, (B, 1, samples)."""
        if self._is_direct(int(settings[self.rate_name])):
            return _joined(made)
        made.insert(0, torch.zeros([signal.shape[0], 1, 0], device=signal.device))
        sounded, stream = self.rates.sounded([torch.cat(made, dim=2)], [samples], self.streams[slot])
        self.streams[slot] = stream
        return sounded[0].contiguous()

    def _is_direct(self, host_hz: int) -> bool:
        """Whether a step of the host is a hop of the instrument, sample by sample."""
        return host_hz == self.rate_hz and self.ratio == self.hop

    def _raw(self) -> bool:
        return self.settings["axes"] == self.raw

    def _parts(self, stream: Tensor, step: int) -> list[Tensor]:
        """A stream (B, C, T·step) in pieces of some frames."""
        return list(stream.split(max(1, self.rows_at_once // max(1, stream.shape[0])) * step, dim=2))


def type_id(attribute: AttributeDescription) -> int:
    """nn~'s number for the kind of an attribute: what has names is a text."""
    return NAMED if attribute.choices else TYPE_IDS[attribute.kind]


def scripted(module: NnTildeModule) -> Any:
    """The module in TorchScript, with a setter and a getter for each attribute that has none yet."""
    script: Any = torch.jit.script(module.eval())
    labels = module.offers.labels
    rows = {label_attribute(labels, row): row for row in conditioning_labels(labels)}
    for attribute in module.offers.attributes:
        name, kind = attribute.name, attribute.kind
        method, key = ("label", str(rows[name])) if name in rows else ("setting", f'"{name}"')
        read, given = f"self.read_{method}({key})", "float(value)"
        answer = f"{kind}({read})"
        if type_id(attribute) == NAMED:
            kind, given, answer = "str", f'self.number_of("{name}", value)', f'self.name_of("{name}", {read})'
        sources = {
            f"set_{name}": f"(self, value: {kind}) -> int:\n    return self.apply_{method}({key}, {given})\n",
            f"get_{name}": f"(self) -> List[{kind}]:\n    return [{answer}]\n",
        }
        for accessor, source in sources.items():
            # Modules of equal attributes share their type, and with it what was defined for the first of them.
            if not script._c._has_method(accessor):
                script.define(f"def {accessor}{source}")
    return script


def _described(
    instrument: StreamingInstrument, labels: Sequence[LabelCard], has_terrain: bool, host_hz: int
) -> ExportDescription:
    sizes = (instrument.sample_rate_hz, instrument.n_fft, instrument.hop_samples, instrument.latent_dims)
    card = Card("", *sizes, labels=tuple(labels))
    return describe(card, lookahead=instrument.lookahead, has_terrain=has_terrain, host_hz=host_hz)


def _joined(parts: list[Tensor]) -> Tensor:
    return parts[0].contiguous() if len(parts) == 1 else torch.cat(parts, dim=2)
