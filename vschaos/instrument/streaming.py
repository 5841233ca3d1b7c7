"""The instrument as it sounds: streaming encode and decode, one implementation for the live engine and the export.

State is explicit: each call takes the state that the last one returned. Calls may hold any number of hops, for any
number of voices (the batch); the result does not depend on how a signal is cut into calls. Latent coordinates are
those of `vschaos.latent.axes`. Scriptable, in operators that libtorch 2.0 knows.
"""

import math

import torch
from torch import Tensor, nn

from vschaos.configs.schema import RepresentationConfig
from vschaos.latent.axes import LatentAxes
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.transforms.contrast import DB_TO_NEPER, make_contrast
from vschaos.transforms.dgt import DGT
from vschaos.transforms.phase import GradientPhase, PhaseState
from vschaos.transforms.streaming import FrameStream, OverlapAdd

PHASE_FLOOR_DB = -140.0
"""Magnitudes are floored here before their logarithm is differentiated."""


AnalysisState = Tensor
"""What :meth:`StreamingInstrument.encode` remembers: the last n_fft − hop samples, shape (B, n_fft − hop)."""

SynthesisState = tuple[Tensor, PhaseState]
"""What :meth:`StreamingInstrument.decode` remembers: the sum of earlier frames still to sound, shape (B, n_fft − hop),
and the last frame's phase."""


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
    """

    mean: Tensor
    to_latent: Tensor
    to_coordinates: Tensor

    def __init__(
        self, representation: RepresentationConfig, autoencoder: SpectralAutoencoder, axes: LatentAxes
    ) -> None:
        super().__init__()
        self.sample_rate_hz = representation.sample_rate_hz
        self.n_fft = representation.n_fft
        self.hop_samples = representation.hop_samples
        self.latent_dims = axes.dims
        self.phase_floor = math.exp(PHASE_FLOOR_DB * DB_TO_NEPER)
        self.dgt = DGT(self.n_fft, self.hop_samples)
        self.contrast = make_contrast(representation.contrast, representation.floor_db)
        self.autoencoder = autoencoder
        self.phase = GradientPhase(self.n_fft, self.hop_samples)
        self.frame_stream = FrameStream(self.n_fft, self.hop_samples)
        self.overlap_add = OverlapAdd(self.n_fft, self.hop_samples)
        basis, scale = torch.from_numpy(axes.axes.copy()), torch.from_numpy(axes.scale.copy())
        self.register_buffer("mean", torch.from_numpy(axes.mean.copy()))
        self.register_buffer("to_latent", scale.unsqueeze(1) * basis)
        self.register_buffer("to_coordinates", basis.t() / scale)

    @torch.jit.export
    def initial_analysis(self, batch: int) -> AnalysisState:
        """The state of ``batch`` voices before any sample came in."""
        return self.frame_stream.initial(batch, self.mean.device)

    @torch.jit.export
    def initial_synthesis(self, batch: int) -> SynthesisState:
        """The state of ``batch`` voices before any frame went out."""
        pending = self.overlap_add.initial(batch, self.mean.device)
        return pending, self.phase.initial(batch, math.log(self.phase_floor))

    @torch.jit.export
    def encode(self, audio: Tensor, state: AnalysisState) -> tuple[Tensor, AnalysisState]:
        """Audio to latent coordinates.

        Parameters
        ----------
        audio
            Shape (B, 1, T·hop); samples that are not finite count as silence.
        state
            From the last call, or :meth:`initial_analysis`.

        Returns
        -------
        tuple
            Coordinates (the posterior's mean), shape (B, D, T), and the new state. Frame t is centred
            n_fft/2 samples before the end of its hop.
        """
        # Huge samples would overflow inside the Fourier transform: nothing louder than 120 dB above full scale counts.
        finite = torch.clamp(torch.nan_to_num(audio[:, 0], nan=0.0, posinf=0.0, neginf=0.0), -1e6, 1e6)
        frames, past = self.frame_stream(finite, state)
        mean, _ = self.autoencoder.encode(self.contrast(self.dgt.magnitudes(frames)))
        coordinates = torch.matmul(mean - self.mean, self.to_coordinates)
        return coordinates.transpose(1, 2), past

    @torch.jit.export
    def decode(self, coordinates: Tensor, state: SynthesisState) -> tuple[Tensor, SynthesisState]:
        """Latent coordinates to audio.

        Parameters
        ----------
        coordinates
            Shape (B, D, T); a frame with a value that is not finite is silent.
        state
            From the last call, or :meth:`initial_synthesis`.

        Returns
        -------
        tuple
            Audio, shape (B, 1, T·hop), and the new state.
        """
        finite = torch.isfinite(coordinates).all(dim=1).unsqueeze(2)
        bounded = torch.clamp(torch.nan_to_num(coordinates, nan=0.0, posinf=0.0, neginf=0.0), -8.0, 8.0)
        latent = torch.matmul(bounded.transpose(1, 2), self.to_latent) + self.mean
        magnitude = self.contrast.inverse(self.autoencoder.decode(latent)) * finite
        log_magnitude = torch.log(torch.clamp_min(magnitude, self.phase_floor))
        pending, phase_state = state
        phase, phase_state = self.phase(log_magnitude, phase_state)
        audio, pending = self.overlap_add(self.dgt.frames(magnitude, phase), pending)
        return audio.unsqueeze(1), (pending, phase_state)

    def forward(
        self, audio: Tensor, analysis: AnalysisState, synthesis: SynthesisState
    ) -> tuple[Tensor, AnalysisState, SynthesisState]:
        """Audio (B, 1, T·hop) through the latent space and back, with both states."""
        coordinates, analysis = self.encode(audio, analysis)
        resynthesis, synthesis = self.decode(coordinates, synthesis)
        return resynthesis, analysis, synthesis
