"""What the exported methods do, without state of their own: a stream in parts in, the same in parts out. Scriptable.

Two facts of the hosts shaped it. TorchScript compiles a function anew for the first shapes that it meets, and libtorch
2.0 does so for every shape that it meets later: half a second of silence each, in the middle of a piece. But what has
been seen with several shapes *in one call* is not bound to any: so every function takes a list of parts, and
`NnTildeModule.get_methods` first calls each with parts of different shapes. And a method that calls another is compiled
with its own copy of it, unless it knows the other by an interface alone: see
`vschaos.export.interface`.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from vschaos.export.describe import played_labels, predicted_labels
from vschaos.export.ground import Ground
from vschaos.export.interface import SoundState
from vschaos.export.jitter import normal_numbers
from vschaos.instrument.card import LabelCard
from vschaos.instrument.streaming import KEEP_INPUT, AnalysisState, StreamingInstrument
from vschaos.transforms.running_phase import GRADIENT

PRINCIPAL_PLACE, RAW_PLACE, MAP_PLACE = 0, 1, 2
"""What the first channels of controls are: coordinates along the principal axes, raw latents, x and y of the map."""

UNTOLD = -1e30
"""A label that is not told. Not NaN: libtorch 2.0 cannot ask a number whether it is."""

REACH = 8.0
"""Coordinates beyond are taken for this one, as the instrument does: a glide back from infinity would take for ever."""


class ExportCore(nn.Module):
    """A streaming instrument with what is added to it for nn~: places, labels told by attribute, chance, glide.

    Parts of a stream are consecutive; a part with another number of voices begins a new one.

    Parameters
    ----------
    instrument
        In evaluation mode, without gradients.
    labels
        Those of its card.
    grid
        Of its terrain, shape (G, G, D), if it has one.
    """

    label_rows: Tensor
    predicted_rows: Tensor

    def __init__(
        self, instrument: StreamingInstrument, labels: Sequence[LabelCard] = (), grid: Tensor | None = None
    ) -> None:
        super().__init__()
        self.instrument = instrument
        self.ground = Ground(instrument.latent_dims, grid)
        self.dims, self.hop = instrument.latent_dims, instrument.hop_samples
        self.gradient, self.keep_input = GRADIENT, KEEP_INPUT
        self.raw_place, self.map_place, self.reach, self.untold = RAW_PLACE, MAP_PLACE, REACH, UNTOLD
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
        return self.instrument.initial_synthesis(batch), nowhere, 0

    @torch.jit.export
    def sound(
        self,
        parts: list[Tensor],
        place: int,
        told: list[float],
        temperature: float,
        seed: int,
        glide: float,
        noise: float,
        phase: int,
        state: SoundState,
    ) -> tuple[list[Tensor], SoundState]:
        """Controls to audio.

        Parameters
        ----------
        parts
            Shape (B, P + L, T) each: P channels of a place, and labels.
        place
            What the place is: `PRINCIPAL_PLACE`, `RAW_PLACE`, `MAP_PLACE`.
        told
            For each label of the model what it is whatever comes in; `UNTOLD` where what comes in counts.
        temperature
            Standard deviation of chance in coordinates.
        seed
            Of chance.
        glide
            Share of its way to the next place that a frame goes, above 0, up to 1.
        noise
            How free the phase is where the sound is noise, 0…1.
        phase
            One of `vschaos.transforms.running_phase`; that of the input counts as the first of them.
        state
            From the last call, or :meth:`initial_sound`.

        Returns
        -------
        tuple
            Audio, shape (B, 1, T·hop) each, and the new state.
        """
        mode = self.gradient if phase == self.keep_input else phase
        channels = 2 if place == self.map_place else self.dims
        made: list[Tensor] = []
        for part in parts:
            batch, frames = part.shape[0], part.shape[2]
            if _foreign(state[1], part):
                state = self.initial_sound(batch)
            unset = torch.full([batch, 1, frames], float("nan"), device=part.device)
            labels = torch.cat([part[:, channels:], unset], dim=1).index_select(1, self.label_rows)
            coordinates = part[:, :channels]
            if place == self.map_place:
                coordinates = self._on_ground(coordinates)
            elif place == self.raw_place:
                coordinates = self._along_axes(coordinates)
            audio, state = self._sounding(
                coordinates, _with_told(labels, told, self.untold), temperature, seed, glide, noise, mode, state
            )
            made.append(audio)
        return made, state

    @torch.jit.export
    def follow(
        self,
        parts: list[Tensor],
        told: list[float],
        temperature: float,
        seed: int,
        glide: float,
        noise: float,
        phase: int,
        analysis: AnalysisState,
        state: SoundState,
    ) -> tuple[list[Tensor], AnalysisState, SoundState]:
        """Audio (B, 1, T·hop) in parts through the latent space and back; see :meth:`sound`.

        With the phase of the input, coordinates neither stray nor glide.
        """
        made: list[Tensor] = []
        for part in parts:
            batch, frames = part.shape[0], part.shape[2] // self.hop
            if _foreign(state[1], part):
                state = self.initial_sound(batch)
                analysis = self.instrument.initial_analysis(batch)
            labels = _with_told(self.instrument.open_labels(batch, frames), told, self.untold)
            if phase == self.keep_input:
                blend = torch.full([batch, frames], noise, device=part.device)
                synthesis, reached, count = state
                audio, analysis, synthesis = self.instrument(part, labels, blend, phase, analysis, synthesis)
                state = (synthesis, reached, count + frames)
            else:
                coordinates, labels, analysis = self.instrument.encode(part, labels, analysis)
                audio, state = self._sounding(coordinates, labels, temperature, seed, glide, noise, phase, state)
            made.append(audio)
        return made, analysis, state

    @torch.jit.export
    def listen(
        self, parts: list[Tensor], raw: bool, told: list[float], analysis: AnalysisState
    ) -> tuple[list[Tensor], AnalysisState]:
        """Audio (B, 1, T·hop) in parts to coordinates, or raw latents, and predicted labels, (B, D + P, T) each."""
        made: list[Tensor] = []
        for part in parts:
            if _foreign(analysis, part):
                analysis = self.instrument.initial_analysis(part.shape[0])
            known = _with_told(self.instrument.open_labels(part.shape[0], part.shape[2] // self.hop), told, self.untold)
            # An outlet says what is heard, whatever was told.
            known = known.index_fill(1, self.predicted_rows, float("nan"))
            coordinates, labels, analysis = self.instrument.encode(part, known, analysis)
            if raw:
                coordinates = self._latents(coordinates)
            made.append(torch.cat([coordinates, labels.index_select(1, self.predicted_rows)], dim=1))
        return made, analysis

    @torch.jit.export
    def spread(self, parts: list[Tensor], raw: bool) -> list[Tensor]:
        """Places (B, 2, T) to coordinates, or raw latents, (B, D, T) each; a place that is none is the middle."""
        made: list[Tensor] = []
        for part in parts:
            coordinates = self._on_ground(torch.nan_to_num(part, nan=0.0, posinf=0.0, neginf=0.0))
            made.append(self._latents(coordinates) if raw else coordinates)
        return made

    @torch.jit.export
    def gather(self, parts: list[Tensor], raw: bool) -> list[Tensor]:
        """Coordinates, or raw latents, (B, D, T) to places (B, 2, T) each; what is no number counts as 0."""
        made: list[Tensor] = []
        for part in parts:
            coordinates = self._along_axes(part) if raw else part
            coordinates = torch.nan_to_num(coordinates, nan=0.0, posinf=0.0, neginf=0.0).clamp(-self.reach, self.reach)
            places = self.ground.nearest(coordinates.transpose(1, 2).reshape(-1, self.dims))
            made.append(places.reshape(part.shape[0], part.shape[2], 2).transpose(1, 2))
        return made

    def _sounding(
        self,
        coordinates: Tensor,
        labels: Tensor,
        temperature: float,
        seed: int,
        glide: float,
        noise: float,
        mode: int,
        state: SoundState,
    ) -> tuple[Tensor, SoundState]:
        """Coordinates (B, D, T) and labels (B, K, T) to audio: they glide, then they stray, then they sound."""
        synthesis, reached, count = state
        batch, frames = coordinates.shape[0], coordinates.shape[2]
        if glide < 1.0:
            coordinates, reached = _gliding(coordinates, glide, self.reach, reached)
        else:
            last = coordinates.select(2, frames - 1)
            reached = torch.where(torch.isfinite(last), last.clamp(-self.reach, self.reach), reached)
        if temperature > 0.0:
            stray = normal_numbers(seed, count, batch, frames, self.dims, coordinates.device)
            coordinates = torch.add(coordinates, stray, alpha=temperature)
        blend = torch.full([batch, frames], noise, device=coordinates.device)
        audio, synthesis = self.instrument.decode(coordinates, labels, blend, mode, synthesis)
        return audio, (synthesis, reached, count + frames)

    def _on_ground(self, places: Tensor) -> Tensor:
        """Places (B, 2, T) to coordinates (B, D, T); those that are none to coordinates that are none."""
        rows = places.transpose(1, 2).reshape(-1, 2)
        found = self.ground.at(torch.nan_to_num(rows, nan=0.0, posinf=0.0, neginf=0.0))
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

    The first place is reached at once; a place that is none is passed on, and what was reached stays.
    """
    frames: list[Tensor] = []
    for asked in coordinates.unbind(2):
        near = asked.clamp(-bound, bound)
        nearer = torch.where(torch.isnan(reached), near, torch.lerp(reached, near, share))
        known = torch.isfinite(asked)
        reached = torch.where(known, nearer, reached)
        frames.append(torch.where(known, reached, asked))
    return torch.stack(frames, dim=2), reached


def _with_told(labels: Tensor, told: list[float], untold: float) -> Tensor:
    """Labels (B, K, T), a tensor of nobody else's, with what is told of them in place of what came in."""
    for row in range(len(told)):
        if told[row] > untold:
            labels[:, row] = told[row]
    return labels


def _foreign(state: Tensor, signal: Tensor) -> bool:
    """Whether a state belongs to another number of voices, or another device, than the signal."""
    return state.shape[0] != signal.shape[0] or state.device != signal.device
