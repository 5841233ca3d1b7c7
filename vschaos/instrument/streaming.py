"""The instrument in torch: streaming encode and decode, for the export, and what the compiled core is held against.

State is explicit: each call gets the state that the last one returned. Calls may hold any number of hops, for any
number of voices (the batch); the result does not depend on how a signal is cut into calls. Latent coordinates are
those of `vschaos.latent.axes`. Scriptable, in operators that libtorch 2.0 knows.

Labels travel beside the coordinates, one row a task of the model, NaN where it is unknown. An unknown label
is predicted from the sound where there is one and the model has a predictor; else the model uses what is usual in its
training set.
"""

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from vschaos.configs.schema import RepresentationConfig
from vschaos.instrument.card import LabelCard
from vschaos.instrument.start import LOUDEST, MOST_EVENED, a_weighting
from vschaos.instrument.walk import Walk
from vschaos.latent.axes import LatentAxes
from vschaos.latent.walk import LatentWalk
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.inference import PlayedAutoencoder
from vschaos.transforms.attacks import Attacks, AttackState
from vschaos.transforms.contrast import make_contrast
from vschaos.transforms.dgt import DGT
from vschaos.transforms.noise import RunningNoise
from vschaos.transforms.running_phase import RANDOM, PhaseState, RunningPhase
from vschaos.transforms.streaming import FrameStream, OverlapAdd

KEEP_INPUT = 2
"""The phase mode beyond those of `vschaos.transforms.running_phase`: the phase of the sound that comes in."""

MOST_GAIN = 4.0
"""What is decoded on a walk is made louder or softer by no more than this factor."""

QUIETEST_POWER = 1e-12
"""Less counts as nothing."""

LEAST_START = 1e-8
"""A-weighted power of a start that is silent: nothing is evened to it."""

AnalysisState = Tensor
"""What :meth:`StreamingInstrument.encode` remembers: the last n_fft − hop samples, shape (B, n_fft − hop)."""

SynthesisState = tuple[Tensor, PhaseState, AttackState, Tensor]
"""What :meth:`StreamingInstrument.decode` remembers: the sum of earlier frames still to sound, shape (B, n_fft − hop),
the last frame's phase, the attack that is going on, and the noise shares (A, B, F) of the A frames of look-ahead that
wait."""


class StreamingInstrument(nn.Module):
    """Audio to latent coordinates and latent coordinates to audio, hop by hop.

    Parameters
    ----------
    representation
        Rate, window, hop, contrast.
    autoencoder
        A trained network for ``representation.bins`` bins.
    axes
        The map between its latents and the coordinates that are played.
    labels
        The labels of its K tasks; what is asked of one is moved into its range.
    lookahead
        Frames (0 or 1) by which the sound comes later, for a phase that knows what follows.
    walk
        How held points move by themselves, see :meth:`decode_alive`.
    """

    mean: Tensor
    to_latent: Tensor
    to_coordinates: Tensor
    a_weights: Tensor
    label_low: Tensor
    label_high: Tensor

    def __init__(
        self,
        representation: RepresentationConfig,
        autoencoder: SpectralAutoencoder,
        axes: LatentAxes,
        labels: Sequence[LabelCard] = (),
        lookahead: int = 0,
        walk: LatentWalk | None = None,
    ) -> None:
        super().__init__()
        self.sample_rate_hz = representation.sample_rate_hz
        self.n_fft = representation.n_fft
        self.hop_samples = representation.hop_samples
        self.latent_dims = axes.dims
        self.label_count = len(labels)
        self.lookahead = lookahead
        self.keep_input, self.random = KEEP_INPUT, RANDOM
        self.most_gain, self.quietest_power = MOST_GAIN, QUIETEST_POWER
        self.most_evened, self.loudest, self.least_start = MOST_EVENED, LOUDEST, LEAST_START
        self.start_power, self.start_heard = 0.0, 0.0
        self.dgt = DGT(self.n_fft, self.hop_samples)
        self.contrast = make_contrast(representation.contrast, representation.floor_db)
        self.autoencoder = PlayedAutoencoder(autoencoder)
        self.phase = RunningPhase(self.n_fft, self.hop_samples, lookahead)
        self.attacks = Attacks(self.dgt)
        self.noise = RunningNoise(self.n_fft, self.hop_samples)
        self.walk = Walk(axes.dims, walk)
        self.frame_stream = FrameStream(self.n_fft, self.hop_samples)
        self.overlap_add = OverlapAdd(self.n_fft, self.hop_samples)
        basis, scale = torch.from_numpy(axes.axes.copy()), torch.from_numpy(axes.scale.copy())
        self.register_buffer("mean", torch.from_numpy(axes.mean.copy()))
        self.register_buffer("to_latent", scale.unsqueeze(1) * basis)
        self.register_buffer("to_coordinates", basis.t() / scale)
        weights = a_weighting(np.arange(representation.bins) * representation.sample_rate_hz / representation.n_fft)
        self.register_buffer("a_weights", torch.from_numpy(np.square(weights).astype(np.float32)))
        self.register_buffer("label_low", torch.tensor([label.low for label in labels], dtype=torch.float32))
        self.register_buffer("label_high", torch.tensor([label.high for label in labels], dtype=torch.float32))

    @torch.jit.export
    def initial_analysis(self, batch: int) -> AnalysisState:
        """The state of ``batch`` voices before any sample came in."""
        return self.frame_stream.initial(batch, self.mean.device)

    @torch.jit.export
    def initial_synthesis(self, batch: int) -> SynthesisState:
        """The state of ``batch`` voices before any frame went out."""
        pending = self.overlap_add.initial(batch, self.mean.device)
        shares = torch.zeros([self.lookahead, batch, self.dgt.bins], device=self.mean.device)
        return pending, self.phase.initial(batch), self.attacks.initial(batch), shares

    @torch.jit.export
    def unknown_labels(self, batch: int, frames: int) -> Tensor:
        """Labels that are all unknown, shape (batch, K, frames)."""
        return torch.full([batch, self.label_count, frames], float("nan"), device=self.mean.device)

    @torch.jit.export
    def encode(self, audio: Tensor, labels: Tensor, state: AnalysisState) -> tuple[Tensor, Tensor, AnalysisState]:
        """Audio to latent coordinates and labels.

        Parameters
        ----------
        audio
            Shape (B, 1, T·hop); samples that are not finite count as silence.
        labels
            What is known of the sound, shape (B, K, T).
        state
            From the last call, or :meth:`initial_analysis`.

        Returns
        -------
        tuple
            Coordinates (the posterior's mean), shape (B, D, T), the labels with predictions in place of unknown ones,
            shape (B, K, T), and the new state. Frame t is centred n_fft/2 samples before the end of its hop.
        """
        frames, past = self.frame_stream(_finite(audio[:, 0]), state)
        coordinates, completed = self._analyse(self.dgt.magnitudes(frames), labels)
        return coordinates, completed, past

    @torch.jit.export
    def decode(
        self, coordinates: Tensor, labels: Tensor, noise: Tensor, phase_mode: int, state: SynthesisState
    ) -> tuple[Tensor, SynthesisState]:
        """Latent coordinates to audio.

        Parameters
        ----------
        coordinates
            Shape (B, D, T); a frame with a value that is not finite is silent.
        labels
            Shape (B, K, T); NaN is an unknown label.
        noise
            Bias of the noise share, −1…1, shape (B, T); see `RunningNoise.biased`.
        phase_mode
            One of `vschaos.transforms.running_phase`.
        state
            From the last call, or :meth:`initial_synthesis`.

        Returns
        -------
        tuple
            Audio, shape (B, 1, T·hop), and the new state.
        """
        magnitude, share = self.magnitudes_and_shares(coordinates, labels)
        return self._sound(magnitude, share, noise, phase_mode, state)

    @torch.jit.export
    def decode_alive(
        self,
        coordinates: Tensor,
        labels: Tensor,
        noise: Tensor,
        phase_mode: int,
        life: float,
        even: float,
        first: int,
        unit: Tensor,
        state: SynthesisState,
    ) -> tuple[Tensor, Tensor, SynthesisState]:
        """Coordinates that are played to audio: :meth:`decode` where they move by themselves, all places as loud.

        Parameters
        ----------
        coordinates, labels, noise, phase_mode, state
            As in :meth:`decode`.
        life, first, unit
            Of the `Walk`.
        even
            Share, 0…1, of what a place lacks to be as loud as the start, A-weighted.

        Returns
        -------
        tuple
            Audio, shape (B, 1, T·hop), the walk's numbers and the new state.
        """
        held, share = self.magnitudes_and_shares(coordinates, labels)
        magnitude, power, heard = held, self._power(held), self._heard(held)
        if life > 0.0 and self.walk.moves:
            walked, loudness, unit = self.walk(coordinates, life, first, unit)
            magnitude, share = self.magnitudes_and_shares(walked, labels)
            # As loud as the point that is held, but for what loudness does by itself.
            gain = torch.sqrt(power / self._power(magnitude)).clamp(1.0 / self.most_gain, self.most_gain) * loudness
            magnitude = magnitude * gain.unsqueeze(2)
        if even > 0.0 and self.start_heard > self.least_start:
            # What A-weighting hardly hears, as a bass drum, is not made far louder than the start.
            alike = torch.minimum(self.start_heard / heard, self.loudest * self.start_power / power)
            alike = alike.clamp(1.0 / self.most_evened, self.most_evened)
            magnitude = magnitude * torch.pow(alike, 0.5 * even).unsqueeze(2)
        audio, state = self._sound(magnitude, share, noise, phase_mode, state)
        return audio, unit, state

    def even_to(self, coordinates: Tensor, labels: Tensor) -> None:
        """Let :meth:`decode_alive` even to the loudness here: coordinates (1, D, 1), labels (1, K, 1)."""
        magnitude = self.magnitudes(coordinates, labels)
        self.start_power, self.start_heard = float(self._power(magnitude)), float(self._heard(magnitude))

    def _power(self, magnitude: Tensor) -> Tensor:
        """Of magnitudes (T, B, F) without a constant offset, which is not heard: (T, B)."""
        return magnitude[:, :, 1:].square().sum(dim=2) + self.quietest_power

    def _heard(self, magnitude: Tensor) -> Tensor:
        """The same, A-weighted."""
        return (magnitude.square() * self.a_weights).sum(dim=2) + self.quietest_power

    def _sound(
        self, magnitude: Tensor, share: Tensor, noise: Tensor, phase_mode: int, state: SynthesisState
    ) -> tuple[Tensor, SynthesisState]:
        """Magnitudes and noise shares (T, B, F) to audio."""
        pending, phase_state, attack, waiting = state
        frames = magnitude.shape[0]
        share = self.noise.biased(share, noise, magnitude)
        if self.lookahead > 0:
            share = torch.cat([waiting, share])
            waiting, share = share[frames:], share[:frames]
        first = phase_state[5]
        magnitude, turns, phase_state = self.phase.turns(magnitude, torch.zeros_like(noise), phase_state, phase_mode)
        if phase_mode == self.random or float(share.max()) == 0.0:
            spectra = self.dgt.spectra_of_turns(magnitude, turns)
        else:
            hiss = self.noise(first, frames).mul_(magnitude * torch.sqrt(share))
            spectra = self.dgt.spectra_of_turns(magnitude * torch.sqrt(1.0 - share), turns).add_(hiss)
        sounds, attack = self.attacks(spectra, magnitude, attack)
        audio, pending = self.overlap_add(sounds.transpose(0, 1), pending)
        return audio.unsqueeze(1), (pending, phase_state, attack, waiting)

    def forward(
        self,
        audio: Tensor,
        labels: Tensor,
        noise: Tensor,
        phase_mode: int,
        analysis: AnalysisState,
        synthesis: SynthesisState,
    ) -> tuple[Tensor, AnalysisState, SynthesisState]:
        """Audio (B, 1, T·hop) through the latent space and back, with both states.

        ``phase_mode`` may be `KEEP_INPUT`, too: the phase is the input's, and needs no look-ahead.
        """
        if phase_mode != self.keep_input:
            coordinates, completed, analysis = self.encode(audio, labels, analysis)
            resynthesis, synthesis = self.decode(coordinates, completed, noise, phase_mode, synthesis)
            return resynthesis, analysis, synthesis
        pending, phase_state, attack, waiting = synthesis
        straight, nowhere = torch.ones_like(self.mean), torch.zeros_like(self.mean)
        output, analysis, pending = self.transfer(audio, labels, straight, nowhere, analysis, pending)
        return output, analysis, (pending, phase_state, attack, waiting)

    @torch.jit.export
    def transfer(
        self, audio: Tensor, labels: Tensor, scale: Tensor, offset: Tensor, analysis: AnalysisState, pending: Tensor
    ) -> tuple[Tensor, AnalysisState, Tensor]:
        """Audio through the latent space and back, moved on the way, with the phase that it came with.

        Parameters
        ----------
        audio, labels
            As for :meth:`encode`.
        scale, offset
            Every coordinate is multiplied by the one, and moved by the other, shape (D,) each.
        analysis
            From the last call, or :meth:`initial_analysis`.
        pending
            The same for the sum of earlier frames still to sound; at first zeros, shape (B, n_fft − hop).

        Returns
        -------
        tuple
            Audio, shape (B, 1, T·hop), and both states.
        """
        frames, past = self.frame_stream(_finite(audio[:, 0]), analysis)
        spectra = self.dgt.spectra(frames)
        coordinates, completed = self._analyse(spectra.abs(), labels)
        moved = coordinates * scale.unsqueeze(1) + offset.unsqueeze(1)
        magnitude = self.magnitudes(moved, completed).transpose(0, 1)
        output, pending = self.overlap_add(self.dgt.frames(magnitude, spectra.angle()), pending)
        return output.unsqueeze(1), past, pending

    def _analyse(self, magnitude: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Magnitudes (B, T, F) and labels (B, K, T) to coordinates (B, D, T) and completed labels (B, K, T)."""
        batch = magnitude.shape[0]
        if batch * magnitude.shape[1] == 1:
            # Products of one row alone round differently.
            magnitude, labels = magnitude.expand(2, -1, -1), labels.expand(2, -1, -1)
        features = self.contrast(magnitude)
        known = self._within(labels)
        if self.label_count > 0:
            known = torch.where(torch.isnan(known), self.autoencoder.predict(features), known)
        mean, _ = self.autoencoder.encode(features, known)
        # Summed one by one: a product of small matrices rounds differently for every number of rows.
        coordinates = torch.sum((mean - self.mean).unsqueeze(-1) * self.to_coordinates, dim=-2)
        return coordinates[:batch].transpose(1, 2), known[:batch].transpose(1, 2)

    @torch.jit.export
    def magnitudes(self, coordinates: Tensor, labels: Tensor) -> Tensor:
        """What :meth:`decode` gives a phase: of coordinates (B, D, T) and labels (B, K, T), (T, B, F), contiguous."""
        return self.magnitudes_and_shares(coordinates, labels)[0]

    @torch.jit.export
    def magnitudes_and_shares(self, coordinates: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """:meth:`magnitudes`, and the noise share of each, 0…1, both (T, B, F)."""
        batch = coordinates.shape[0]
        if batch * coordinates.shape[2] == 1:
            # Products of one row alone round differently.
            coordinates, labels = coordinates.expand(2, -1, -1), labels.expand(2, -1, -1)
        rows = coordinates.permute(2, 0, 1).reshape(-1, self.latent_dims)
        flat = rows.reshape(-1)
        whole = math.isfinite(float(torch.dot(flat, flat)))  # the quickest look at all of them
        known = rows if whole else torch.nan_to_num(rows, nan=0.0, posinf=0.0, neginf=0.0)
        # Called once: TorchScript compiles each call by itself.
        magnitude, share = self._decoded(known, labels)
        if not whole:
            magnitude = magnitude * torch.isfinite(rows).all(dim=1).reshape(labels.shape[2], labels.shape[0], 1)
        return magnitude[:, :batch], share[:, :batch]

    def _decoded(self, rows: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Finite coordinates (T·B, D) and labels (B, K, T) to magnitudes and noise shares (T, B, F)."""
        latent = torch.addmm(self.mean, torch.clamp(rows, -8.0, 8.0), self.to_latent)
        latent = latent.reshape(labels.shape[2], labels.shape[0], self.latent_dims)
        features, share = self.autoencoder.decode_with_noise(latent, self._within(labels).transpose(0, 1))
        return self.contrast.inverse(features), share

    def _within(self, labels: Tensor) -> Tensor:
        """Labels (B, K, T) to (B, T, K), in range; NaN stays."""
        by_frame = labels.transpose(1, 2)
        if self.label_count == 0:
            return by_frame
        return torch.minimum(torch.maximum(by_frame, self.label_low), self.label_high)


def _finite(audio: Tensor) -> Tensor:
    """Silence for what is not a number. Huge samples would overflow in the Fourier transform: 120 dB is the most."""
    return torch.clamp(torch.nan_to_num(audio, nan=0.0, posinf=0.0, neginf=0.0), -1e6, 1e6)
