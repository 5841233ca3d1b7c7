"""The check: a good file passes, and each kind of bad one is caught."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from vschaos.errors import ExportError
from vschaos.export.nn_tilde import NnTildeModule
from vschaos.export.verify import verify_export


class Forgetful(NnTildeModule):
    """Starts every call from silence."""

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        batch, frames = controls.shape[0], controls.shape[2]
        labels, noise = self.instrument.open_labels(batch, frames), self._noise(batch, frames)
        output, _ = self.instrument.decode(controls, labels, noise, 0, self.instrument.initial_synthesis(batch))
        return output


class Quieter(NnTildeModule):
    """Not what was heard live."""

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        batch, frames = controls.shape[0], controls.shape[2]
        labels, noise = self.instrument.open_labels(batch, frames), self._noise(batch, frames)
        output, state = self.instrument.decode(controls, labels, noise, 0, self.instrument.initial_synthesis(batch))
        self.decode_state = state
        return 0.999 * output


class Trusting(NnTildeModule):
    """Lets what is not a number through, and only that."""

    @torch.jit.export
    def encode(self, audio: Tensor) -> Tensor:
        if self.encode_resets != self.resets or self.encode_state.shape[0] != audio.shape[0]:
            self.encode_resets = self.resets
            self.encode_state = self.instrument.initial_analysis(audio.shape[0])
        labels = self.instrument.open_labels(audio.shape[0], audio.shape[2] // self.instrument.hop_samples)
        coordinates, _, state = self.instrument.encode(audio, labels, self.encode_state)
        self.encode_state = state
        return coordinates + 0.0 * audio[:, :, :: self.instrument.hop_samples]


class InPlace(NnTildeModule):
    """Writes into its state: fine in inference mode, an error after a reset outside it."""

    @torch.jit.export
    def set_reset(self, reset: int) -> int:
        if reset == 1:
            self.resets += 1
            self.decode_state[0].zero_()
        return 0 if reset == 0 or reset == 1 else -1


class AcceptsAnything(NnTildeModule):
    @torch.jit.export
    def set_reset(self, reset: int) -> int:
        self.resets += 1
        return 0


def written(module, folder):
    path = folder / "bad.ts"
    torch.jit.script(module.eval()).save(str(path))
    return path


def test_a_good_file_passes_with_a_sentence_for_each_check(export):
    verified = verify_export(export.path, export.reference)
    assert [check.name for check in verified.checks] == [
        "contract",
        "operators",
        "live",
        "chunks",
        "robust",
        "attributes",
        "speed",
    ]
    assert all(check.sentence.endswith(".") for check in verified.checks)
    assert verified.decode_x_realtime > 0


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Forgetful, "buffers of 1 hops"),
        (Quieter, "“decode” differs from the instrument"),
        (Trusting, "“encode” answers an input of nan"),
        (InPlace, "ended in an error"),
        (AcceptsAnything, "“reset” answers"),
    ],
)
def test_a_bad_module_is_refused(export, tmp_path, kind, sentence):
    with pytest.raises(ExportError, match=sentence):
        verify_export(written(kind(export.live), tmp_path), export.reference)


def test_wrong_labels_are_refused(export, tmp_path):
    module = NnTildeModule(export.live)
    module.decode_input_labels = ["z1", "z2"]
    with pytest.raises(ExportError, match="input labels of “decode”"):
        verify_export(written(module, tmp_path), export.reference)
    module = NnTildeModule(export.live)
    module.forward_output_labels = ["audio (−1…1)"]
    with pytest.raises(ExportError, match="output labels of “forward”"):
        verify_export(written(module, tmp_path), export.reference)


def test_wrong_parameters_are_refused(export, tmp_path):
    module = NnTildeModule(export.live)
    module.encode_params = torch.tensor([1, 1, 4, 1024])
    with pytest.raises(ExportError, match="“encode” asks for"):
        verify_export(written(module, tmp_path), export.reference)


def test_a_damaged_file_is_refused(export, tmp_path):
    path = tmp_path / "half.ts"
    content = export.path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(ExportError, match="cannot be loaded"):
        verify_export(path, export.reference)
