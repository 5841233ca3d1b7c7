"""The module that the ``nn~`` object of Max and Pure Data loads: a streaming instrument that keeps its own state.

What nn~ asks of a file: ``get_methods`` and ``get_attributes`` name what there is; each method has ``NAME_params``
(channels in, ratio in, channels out, ratio out) and labels for its inlets and outlets; each attribute has
``NAME_params`` (type ids), a setter that answers 0 or −1, and a getter that answers a list. Methods get float32
``(B, channels, N / ratio)`` under inference mode; setters run outside it. So state is only ever bound anew, never
written into. ``forward``, ``encode`` and ``decode`` each have a state of their own: using one does not disturb
another.
"""

import torch
from torch import Tensor, nn

from vschaos.errors import ExportError
from vschaos.instrument.streaming import AnalysisState, StreamingInstrument, SynthesisState

METHODS = ("forward", "encode", "decode")
MAX_RATIO = 4096
"""The longest hop that nn~ can buffer."""

INT_ATTRIBUTE = 1
"""nn~'s type id of an attribute that is an int."""

WARM_UP_CALLS = 3
"""Renderings after which the first one in a patch is no longer the slowest."""


class NnTildeModule(nn.Module):
    """A :class:`StreamingInstrument` in nn~'s shape; to be scripted.

    Parameters
    ----------
    instrument
        In evaluation mode, without gradients. Its hop is the ratio of the latent's inlets and outlets.

    Raises
    ------
    ExportError
        If nn~ cannot buffer the instrument's hop.
    """

    forward_params: Tensor
    encode_params: Tensor
    decode_params: Tensor
    reset_params: Tensor
    forward_analysis: AnalysisState
    forward_synthesis: SynthesisState
    encode_state: AnalysisState
    decode_state: SynthesisState

    def __init__(self, instrument: StreamingInstrument) -> None:
        super().__init__()
        hop, dims, rate = instrument.hop_samples, instrument.latent_dims, instrument.sample_rate_hz
        if hop & (hop - 1) or hop > MAX_RATIO:
            raise ExportError(
                f"The instrument's hop of {hop} samples cannot be used in nn~, which takes powers of two up to "
                f"{MAX_RATIO}.",
                "Train the instrument with such a hop.",
            )
        self.instrument = instrument
        self.register_buffer("forward_params", torch.tensor([1, 1, 1, 1]))
        self.register_buffer("encode_params", torch.tensor([1, 1, dims, hop]))
        self.register_buffer("decode_params", torch.tensor([dims, hop, 1, 1]))
        self.register_buffer("reset_params", torch.tensor([INT_ATTRIBUTE]))
        audio, latent = audio_labels(rate), latent_labels(dims)
        self.forward_input_labels, self.forward_output_labels = audio, audio
        self.encode_input_labels, self.encode_output_labels = audio, latent
        self.decode_input_labels, self.decode_output_labels = latent, audio
        self.forward_analysis = instrument.initial_analysis(1)
        self.forward_synthesis = instrument.initial_synthesis(1)
        self.encode_state = instrument.initial_analysis(1)
        self.decode_state = instrument.initial_synthesis(1)
        self.warm_up_calls = WARM_UP_CALLS
        # A setter may run while nn~ renders: it only counts resets, and each method compares before it begins.
        self.resets = 0
        self.forward_resets = 0
        self.encode_resets = 0
        self.decode_resets = 0

    def forward(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·hop) through the latent space and back, same shape."""
        if self.forward_resets != self.resets or _foreign(self.forward_analysis, audio):
            self.forward_resets = self.resets
            self.forward_analysis = self.instrument.initial_analysis(audio.shape[0])
            self.forward_synthesis = self.instrument.initial_synthesis(audio.shape[0])
        output, analysis, synthesis = self.instrument(audio, self.forward_analysis, self.forward_synthesis)
        self.forward_analysis = analysis
        self.forward_synthesis = synthesis
        return output

    @torch.jit.export
    def encode(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·hop) to latent coordinates (B, D, T)."""
        if self.encode_resets != self.resets or _foreign(self.encode_state, audio):
            self.encode_resets = self.resets
            self.encode_state = self.instrument.initial_analysis(audio.shape[0])
        coordinates, state = self.instrument.encode(audio, self.encode_state)
        self.encode_state = state
        return coordinates

    @torch.jit.export
    def decode(self, coordinates: Tensor) -> Tensor:
        """Latent coordinates (B, D, T) to audio (B, 1, T·hop)."""
        if self.decode_resets != self.resets or _foreign(self.decode_state[0], coordinates):
            self.decode_resets = self.resets
            self.decode_state = self.instrument.initial_synthesis(coordinates.shape[0])
        output, state = self.instrument.decode(coordinates, self.decode_state)
        self.decode_state = state
        return output

    @torch.jit.export
    def get_methods(self) -> list[str]:
        """Names of the methods; the first call of a file, so it also takes the slow first renderings."""
        silence = torch.zeros([1, 1, self.instrument.hop_samples], device=self.instrument.mean.device)
        analysis = self.instrument.initial_analysis(1)
        synthesis = self.instrument.initial_synthesis(1)
        for _ in range(self.warm_up_calls):
            _, analysis, synthesis = self.instrument(silence, analysis, synthesis)
        return ["forward", "encode", "decode"]

    @torch.jit.export
    def get_attributes(self) -> list[str]:
        """Names of the attributes."""
        return ["reset"]

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


def audio_labels(sample_rate_hz: int) -> list[str]:
    """Label of an audio inlet or outlet. ASCII, without commas and semicolons, which Max and Pd read as syntax."""
    return [f"audio (-1..1 at {sample_rate_hz} Hz)"]


def latent_labels(latent_dims: int) -> list[str]:
    """Labels of the latent inlets or outlets, the pad's axes named."""
    pad = {1: " pad x", 2: " pad y"}
    return [f"z{k}{pad.get(k, '')} (-1..1)" for k in range(1, latent_dims + 1)]


def _foreign(state: Tensor, signal: Tensor) -> bool:
    """Whether a state belongs to another number of voices, or another device, than the signal."""
    return state.shape[0] != signal.shape[0] or state.device != signal.device
