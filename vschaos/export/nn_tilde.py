"""The module that the ``nn~`` object of Max and Pure Data loads: a streaming instrument that keeps its own state.

What nn~ asks of a file: ``get_methods`` and ``get_attributes`` name what there is; each method has ``NAME_params``
(channels in, ratio in, channels out, ratio out) and labels for its inlets and outlets; each attribute has
``NAME_params`` (type ids), a setter that answers 0 or −1, and a getter that answers a list. Methods get float32
``(B, channels, N / ratio)`` under inference mode; setters run outside it. So state is only ever bound anew, never
written into. ``forward``, ``encode`` and ``decode`` each have a state of their own: using one does not disturb
another.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from vschaos.errors import ExportError
from vschaos.instrument.card import LabelCard
from vschaos.instrument.streaming import KEEP_INPUT, AnalysisState, StreamingInstrument, SynthesisState
from vschaos.transforms.running_phase import GRADIENT

METHODS = ("forward", "encode", "decode")
MAX_RATIO = 4096
"""The longest hop that nn~ can buffer."""

INT_ATTRIBUTE, FLOAT_ATTRIBUTE = 1, 2
"""nn~'s type ids of attributes that are an int, and a float."""

WARM_UP_CALLS = 3
"""Renderings after which the first one in a patch is no longer the slowest."""


class NnTildeModule(nn.Module):
    """A :class:`StreamingInstrument` in nn~'s shape; to be scripted.

    Parameters
    ----------
    instrument
        In evaluation mode, without gradients. Its hop is the ratio of the latent's inlets and outlets.
    labels
        Those of its card. What conditions the decoder has an inlet of ``decode`` after the latent ones, what is
        predicted an outlet of ``encode``; ``forward`` plays the labels that it finds in the sound.

    Raises
    ------
    ExportError
        If nn~ cannot buffer the instrument's hop.
    """

    forward_params: Tensor
    encode_params: Tensor
    decode_params: Tensor
    noise_params: Tensor
    phase_params: Tensor
    reset_params: Tensor
    label_rows: Tensor
    predicted_rows: Tensor
    forward_analysis: AnalysisState
    forward_synthesis: SynthesisState
    encode_state: AnalysisState
    decode_state: SynthesisState

    def __init__(self, instrument: StreamingInstrument, labels: Sequence[LabelCard] = ()) -> None:
        super().__init__()
        hop, dims, rate = instrument.hop_samples, instrument.latent_dims, instrument.sample_rate_hz
        if hop & (hop - 1) or hop > MAX_RATIO:
            raise ExportError(
                f"The instrument's hop of {hop} samples cannot be used in nn~, which takes powers of two up to "
                f"{MAX_RATIO}.",
                "Train the instrument with such a hop.",
            )
        self.instrument = instrument
        played, predicted = played_labels(labels), predicted_labels(labels)
        self.latent_dims, self.played = dims, len(played)
        self.register_buffer("forward_params", torch.tensor([1, 1, 1, 1]))
        self.register_buffer("encode_params", torch.tensor([1, 1, dims + len(predicted), hop]))
        self.register_buffer("decode_params", torch.tensor([dims + len(played), hop, 1, 1]))
        self.register_buffer("noise_params", torch.tensor([FLOAT_ATTRIBUTE]))
        self.register_buffer("phase_params", torch.tensor([INT_ATTRIBUTE]))
        self.register_buffer("reset_params", torch.tensor([INT_ATTRIBUTE]))
        # For each label of the model its inlet; the row after the last is for those that have none.
        rows = [played.index(index) if index in played else len(played) for index in range(len(labels))]
        self.register_buffer("label_rows", torch.tensor(rows, dtype=torch.long))
        self.register_buffer("predicted_rows", torch.tensor(predicted, dtype=torch.long))
        audio, latent = audio_labels(rate), latent_labels(dims)
        self.forward_input_labels, self.forward_output_labels = audio, audio
        self.encode_input_labels = audio
        self.encode_output_labels = latent + [label_label(labels[index]) for index in predicted]
        self.decode_input_labels = latent + [label_label(labels[index]) for index in played]
        self.decode_output_labels = audio
        self.forward_analysis = instrument.initial_analysis(1)
        self.forward_synthesis = instrument.initial_synthesis(1)
        self.encode_state = instrument.initial_analysis(1)
        self.decode_state = instrument.initial_synthesis(1)
        self.warm_up_calls = WARM_UP_CALLS
        self.noise = 0.0
        self.phase = GRADIENT
        self.gradient, self.keep_input = GRADIENT, KEEP_INPUT
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
        frames = audio.shape[2] // self.instrument.hop_samples
        output, analysis, synthesis = self.instrument(
            audio,
            self.instrument.open_labels(audio.shape[0], frames),
            self._noise(audio.shape[0], frames),
            self.phase,
            self.forward_analysis,
            self.forward_synthesis,
        )
        self.forward_analysis = analysis
        self.forward_synthesis = synthesis
        return output

    @torch.jit.export
    def encode(self, audio: Tensor) -> Tensor:
        """Audio (B, 1, T·hop) to latent coordinates and predicted labels (B, D + P, T)."""
        if self.encode_resets != self.resets or _foreign(self.encode_state, audio):
            self.encode_resets = self.resets
            self.encode_state = self.instrument.initial_analysis(audio.shape[0])
        open_labels = self.instrument.open_labels(audio.shape[0], audio.shape[2] // self.instrument.hop_samples)
        coordinates, labels, state = self.instrument.encode(audio, open_labels, self.encode_state)
        self.encode_state = state
        return torch.cat([coordinates, labels.index_select(1, self.predicted_rows)], dim=1)

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        """Latent coordinates and labels (B, D + L, T) to audio (B, 1, T·hop)."""
        batch, frames = controls.shape[0], controls.shape[2]
        if self.decode_resets != self.resets or _foreign(self.decode_state[0], controls):
            self.decode_resets = self.resets
            self.decode_state = self.instrument.initial_synthesis(batch)
        unset = torch.full([batch, 1, frames], float("nan"), device=controls.device)
        labels = torch.cat([controls[:, self.latent_dims :], unset], dim=1).index_select(1, self.label_rows)
        # Without an input there is no phase to keep.
        mode = self.gradient if self.phase == self.keep_input else self.phase
        output, state = self.instrument.decode(
            controls[:, : self.latent_dims], labels, self._noise(batch, frames), mode, self.decode_state
        )
        self.decode_state = state
        return output

    @torch.jit.export
    def get_methods(self) -> list[str]:
        """Names of the methods; the first call of a file, so it also takes the slow first renderings."""
        silence = torch.zeros([1, 1, self.instrument.hop_samples], device=self.instrument.mean.device)
        analysis = self.instrument.initial_analysis(1)
        synthesis = self.instrument.initial_synthesis(1)
        for _ in range(self.warm_up_calls):
            labels, noise = self.instrument.open_labels(1, 1), self._noise(1, 1)
            _, analysis, synthesis = self.instrument(silence, labels, noise, self.phase, analysis, synthesis)
        return ["forward", "encode", "decode"]

    @torch.jit.export
    def get_attributes(self) -> list[str]:
        """Names of the attributes."""
        return ["noise", "phase", "reset"]

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
        if phase < 0 or phase > self.keep_input:
            return -1
        self.phase = phase
        return 0

    @torch.jit.export
    def get_phase(self) -> list[int]:
        """Where the phase comes from."""
        return [self.phase]

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

    def _noise(self, batch: int, frames: int) -> Tensor:
        return torch.full([batch, frames], self.noise, device=self.instrument.mean.device)


def played_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an inlet of ``decode``."""
    return [index for index, label in enumerate(labels) if "decoder" in label.conditions]


def predicted_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an outlet of ``encode``."""
    return [index for index, label in enumerate(labels) if label.predicted]


def label_label(label: LabelCard) -> str:
    """Label of the inlet or outlet of a conditioning label: its name and range."""
    return f"{label.name} ({label.low:g}..{label.high:g})"


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
