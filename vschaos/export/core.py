"""What the exported methods do, without state of their own: a stream in parts in, the same in parts out. Scriptable.

Two facts of the hosts shaped it. TorchScript compiles a function again for the first shapes that it meets, and libtorch
2.0 does so for every shape that it meets later: half a second of silence each, in the middle of a piece. But what has
been seen with several shapes *in one call* is not bound to any: so every function gets a list of parts, and
`NnTildeModule.get_methods` first calls each with parts of different shapes. And a method that calls another is compiled
with its own copy of it, unless it knows the other by an interface alone: see
`vschaos.export.interface`.
"""

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from vschaos.export.describe import played_labels, predicted_labels
from vschaos.export.interface import SoundState
from vschaos.export.jitter import normal_numbers
from vschaos.export.map_lookup import MapLookup
from vschaos.instrument.card import LabelCard
from vschaos.instrument.streaming import KEEP_INPUT, AnalysisState, StreamingInstrument
from vschaos.transforms.running_phase import GRADIENT

PRINCIPAL_PLACE, RAW_PLACE, MAP_PLACE = 0, 1, 2
"""What the first channels of controls are: coordinates along the principal axes, raw latents, x and y of the map."""

UNSET = -1e30
"""A label whose attribute is not set. Not NaN: libtorch 2.0 cannot ask a number whether it is."""

REACH = 8.0
"""Coordinates beyond count as this one, as in the instrument: a glide back from infinity would never end."""


class ExportCore(nn.Module):
    """A streaming instrument with what is added to it for nn~: places, labels set by attribute, chance, glide.

    Parts of a stream are consecutive; a part with another number of voices begins a new one.

    Parameters
    ----------
    instrument
        In evaluation mode, without gradients.
    labels
        Those of its card.
    grid
        Of its map, shape (G, G, D), if it has one.
    """

    label_rows: Tensor
    predicted_rows: Tensor

    def __init__(
        self, instrument: StreamingInstrument, labels: Sequence[LabelCard] = (), grid: Tensor | None = None
    ) -> None:
        super().__init__()
        self.instrument = instrument
        self.map_lookup = MapLookup(instrument.latent_dims, grid)
        self.dims, self.hop = instrument.latent_dims, instrument.hop_samples
        self.frame_ms = 1000.0 * instrument.hop_samples / instrument.sample_rate_hz
        self.gradient, self.keep_input = GRADIENT, KEEP_INPUT
        self.raw_place, self.map_place, self.reach, self.unset = RAW_PLACE, MAP_PLACE, REACH, UNSET
        played = played_labels(labels)
        # For each label of the model its inlet; the row after the last is for those that have none.
        rows = [played.index(index) if index in played else len(played) for index in range(len(labels))]
        self.register_buffer("label_rows", torch.tensor(rows, dtype=torch.long))
        self.register_buffer("predicted_rows", torch.tensor(predicted_labels(labels), dtype=torch.long))

    @torch.jit.export
    def initial_analysis(self, batch: int) -> AnalysisState:
        """The state of ``batch`` voices before any sample came in."""
        return self.instrument.initial_analysis(batch)

    @torch.jit.export
    def initial_sound(self, batch: int) -> SoundState:
        """The state of ``batch`` voices before any frame went out."""
        nowhere = torch.full([batch, self.dims], float("nan"), device=self.instrument.mean.device)
        return self.instrument.initial_synthesis(batch), nowhere, 0, self.instrument.walk.initial(batch)

    @torch.jit.export
    def sound(
        self,
        parts: list[Tensor],
        place: int,
        label_values: list[float],
        settings: dict[str, float],
        state: SoundState,
    ) -> tuple[list[Tensor], SoundState]:
        """Controls to audio.

        Parameters
        ----------
        parts
            Shape (B, P + L, T) each: P channels of a place, and labels.
        place
            What the place is: `PRINCIPAL_PLACE`, `RAW_PLACE`, `MAP_PLACE`.
        label_values
            For each label of the model its value whatever comes in; `UNSET` where what comes in counts.
        settings
            Values of `vschaos.export.describe.ATTRIBUTES` by name; the phase of the input counts as the gradient's.
        state
            From the last call, or :meth:`initial_sound`.

        Returns
        -------
        tuple
            Audio, shape (B, 1, T·hop) each, and the new state.
        """
        mode = int(settings["phase"])
        mode = self.gradient if mode == self.keep_input else mode
        channels = 2 if place == self.map_place else self.dims
        made: list[Tensor] = []
        for part in parts:
            batch, frames = part.shape[0], part.shape[2]
            if _belongs_elsewhere(state[1], part):
                state = self.initial_sound(batch)
            unset = torch.full([batch, 1, frames], float("nan"), device=part.device)
            labels = torch.cat([part[:, channels:], unset], dim=1).index_select(1, self.label_rows)
            coordinates = part[:, :channels]
            if place == self.map_place:
                coordinates = self._from_map(coordinates)
            elif place == self.raw_place:
                coordinates = self._along_axes(coordinates)
            labels = _with_values(labels, label_values, self.unset)
            audio, state = self._sounding(coordinates, labels, settings, True, mode, state)
            made.append(audio)
        return made, state

    @torch.jit.export
    def follow(
        self,
        parts: list[Tensor],
        label_values: list[float],
        settings: dict[str, float],
        analysis: AnalysisState,
        state: SoundState,
    ) -> tuple[list[Tensor], AnalysisState, SoundState]:
        """Audio (B, 1, T·hop) in parts through the latent space and back; see :meth:`sound`.

        What comes in does not move by itself, and stays as loud as it is; with its own phase, coordinates neither stray
        nor glide.
        """
        mode = int(settings["phase"])
        made: list[Tensor] = []
        for part in parts:
            batch, frames = part.shape[0], part.shape[2] // self.hop
            if _belongs_elsewhere(state[1], part):
                state = self.initial_sound(batch)
                analysis = self.instrument.initial_analysis(batch)
            labels = _with_values(self.instrument.unknown_labels(batch, frames), label_values, self.unset)
            if mode == self.keep_input:
                (pending, phase, attack, waiting), reached, count, unit = state
                straight, nowhere = torch.ones_like(self.instrument.mean), torch.zeros_like(self.instrument.mean)
                audio, analysis, pending = self.instrument.transfer(part, labels, straight, nowhere, analysis, pending)
                state = ((pending, phase, attack, waiting), reached, count + frames, unit)
            else:
                coordinates, labels, analysis = self.instrument.encode(part, labels, analysis)
                audio, state = self._sounding(coordinates, labels, settings, False, mode, state)
            made.append(audio)
        return made, analysis, state

    @torch.jit.export
    def listen(
        self, parts: list[Tensor], raw: bool, label_values: list[float], analysis: AnalysisState
    ) -> tuple[list[Tensor], AnalysisState]:
        """Audio (B, 1, T·hop) in parts to coordinates, or raw latents, and predicted labels, (B, D + P, T) each."""
        made: list[Tensor] = []
        for part in parts:
            if _belongs_elsewhere(analysis, part):
                analysis = self.instrument.initial_analysis(part.shape[0])
            known = self.instrument.unknown_labels(part.shape[0], part.shape[2] // self.hop)
            known = _with_values(known, label_values, self.unset)
            # An outlet gives what is heard, whatever was set.
            known = known.index_fill(1, self.predicted_rows, float("nan"))
            coordinates, labels, analysis = self.instrument.encode(part, known, analysis)
            if raw:
                coordinates = self._latents(coordinates)
            made.append(torch.cat([coordinates, labels.index_select(1, self.predicted_rows)], dim=1))
        return made, analysis

    @torch.jit.export
    def spread(self, parts: list[Tensor], raw: bool) -> list[Tensor]:
        """Places (B, 2, T) to coordinates, or raw latents, (B, D, T) each; invalid places are the middle."""
        made: list[Tensor] = []
        for part in parts:
            coordinates = self._from_map(torch.nan_to_num(part, nan=0.0, posinf=0.0, neginf=0.0))
            made.append(self._latents(coordinates) if raw else coordinates)
        return made

    @torch.jit.export
    def gather(self, parts: list[Tensor], raw: bool) -> list[Tensor]:
        """Coordinates, or raw latents, (B, D, T) to places (B, 2, T) each; what is not a number counts as 0."""
        made: list[Tensor] = []
        for part in parts:
            coordinates = self._along_axes(part) if raw else part
            coordinates = torch.nan_to_num(coordinates, nan=0.0, posinf=0.0, neginf=0.0).clamp(-self.reach, self.reach)
            places = self.map_lookup.nearest(coordinates.transpose(1, 2).reshape(-1, self.dims))
            made.append(places.reshape(part.shape[0], part.shape[2], 2).transpose(1, 2))
        return made

    def _sounding(
        self,
        coordinates: Tensor,
        labels: Tensor,
        settings: dict[str, float],
        is_played: bool,
        mode: int,
        state: SoundState,
    ) -> tuple[Tensor, SoundState]:
        """Coordinates (B, D, T) and labels (B, K, T) to audio: they glide and stray; played ones walk, evened."""
        synthesis, reached, count, unit = state
        batch, frames = coordinates.shape[0], coordinates.shape[2]
        if settings["glide"] > 0.0:
            share = 1.0 - math.exp(-self.frame_ms / settings["glide"])
            coordinates, reached = _gliding(coordinates, share, self.reach, reached)
        else:
            last = coordinates.select(2, frames - 1)
            reached = torch.where(torch.isfinite(last), last.clamp(-self.reach, self.reach), reached)
        if settings["temperature"] > 0.0:
            seed = int(settings["seed"])
            stray = normal_numbers(seed, count, batch, frames, self.dims, coordinates.device)
            coordinates = torch.add(coordinates, stray, alpha=settings["temperature"])
        blend = torch.full([batch, frames], settings["noise"], device=coordinates.device)
        life, even = (settings["life"], settings["even"]) if is_played else (0.0, 0.0)
        audio, unit, synthesis = self.instrument.decode_alive(
            coordinates, labels, blend, mode, life, even, count, unit, synthesis
        )
        return audio, (synthesis, reached, count + frames, unit)

    def _from_map(self, places: Tensor) -> Tensor:
        """Places (B, 2, T) to coordinates (B, D, T); invalid ones to invalid coordinates."""
        rows = places.transpose(1, 2).reshape(-1, 2)
        found = self.map_lookup.at(torch.nan_to_num(rows, nan=0.0, posinf=0.0, neginf=0.0))
        found = torch.where(torch.isfinite(rows).all(dim=1, keepdim=True), found, torch.full_like(found, float("nan")))
        return found.reshape(places.shape[0], places.shape[2], self.dims).transpose(1, 2)

    def _along_axes(self, latents: Tensor) -> Tensor:
        """Raw latents (B, D, T) to coordinates (B, D, T)."""
        return _turned(latents - self.instrument.mean.unsqueeze(1), self.instrument.to_coordinates)

    def _latents(self, coordinates: Tensor) -> Tensor:
        """Coordinates (B, D, T) to raw latents (B, D, T)."""
        return _turned(coordinates, self.instrument.to_latent) + self.instrument.mean.unsqueeze(1)


def _turned(rows: Tensor, matrix: Tensor) -> Tensor:
    """Vectors (B, D, T) times a matrix (D, D), summed up in one order however many there are."""
    return torch.sum(rows.unsqueeze(2) * matrix.reshape(1, matrix.shape[0], matrix.shape[1], 1), dim=1)


def _gliding(coordinates: Tensor, share: float, bound: float, reached: Tensor) -> tuple[Tensor, Tensor]:
    """Coordinates (B, D, T), bounded, that go a share of their way from frame to frame, and where they end, (B, D).

    The first place is reached at once; an invalid place is passed on, and what was reached stays.
    """
    frames: list[Tensor] = []
    for asked in coordinates.unbind(2):
        near = asked.clamp(-bound, bound)
        nearer = torch.where(torch.isnan(reached), near, torch.lerp(reached, near, share))
        known = torch.isfinite(asked)
        reached = torch.where(known, nearer, reached)
        frames.append(torch.where(known, reached, asked))
    return torch.stack(frames, dim=2), reached


def _with_values(labels: Tensor, values: list[float], unset: float) -> Tensor:
    """Labels (B, K, T), a tensor that nobody else holds, with the values that are set in place of what came in."""
    for row in range(len(values)):
        if values[row] > unset:
            labels[:, row] = values[row]
    return labels


def _belongs_elsewhere(state: Tensor, signal: Tensor) -> bool:
    """Whether a state belongs to another number of voices, or another device, than the signal."""
    return state.shape[0] != signal.shape[0] or state.device != signal.device
