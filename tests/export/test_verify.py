"""The check: a good file passes, and each kind of bad one is caught."""

from __future__ import annotations

import dataclasses

import pytest
import torch
from torch import Tensor

from testing.export_faults import FAULTS
from tests.rounding import on_another_processor
from vschaos.errors import ExportError
from vschaos.export.description import EXTRA_FILE
from vschaos.export.nn_tilde import NnTildeModule, scripted
from vschaos.export.verify import verify_export
from vschaos.instrument.build import streaming_instrument


class Quieter(NnTildeModule):
    """Not what was heard live."""

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        return 0.999 * self._play(self.decode_slot, controls, self.principal_place)


class Trusting(NnTildeModule):
    """Lets what is not a number through, and only that."""

    @torch.jit.export
    def encode(self, audio: Tensor) -> Tensor:
        slot = self.encode_slot
        self._begin(slot, audio, self.settings)
        made, analysis = self.core.listen(self._parts(audio, self.hop), False, self.label_values, self.analyses[slot])
        self.analyses[slot] = analysis
        return torch.cat(made, dim=2) + 0.0 * audio[:, :, :: self.hop]


class InPlace(NnTildeModule):
    """Writes into its state: fine in inference mode, an error after a reset outside it."""

    @torch.jit.export
    def set_reset(self, reset: int) -> int:
        if reset == 1:
            self.resets += 1
            self.sounds[self.decode_slot][1].zero_()
        return 0 if reset == 0 or reset == 1 else -1


class AcceptsAnything(NnTildeModule):
    """Has no wrong values."""

    @torch.jit.export
    def set_noise(self, noise: float) -> int:
        self.settings["noise"] = noise
        return 0


class RefusesAndChanges(NnTildeModule):
    """Says no, and does it."""

    @torch.jit.export
    def set_seed(self, seed: int) -> int:
        self.settings["seed"] = float(seed)
        return -1 if seed < 0 or seed > self.highs["seed"] else 0


class Displaced(NnTildeModule):
    """Its map is not the app's."""

    @torch.jit.export
    def map2latent(self, place: Tensor) -> Tensor:
        return torch.cat(self.core.spread([place + 0.001], False), dim=2)


class Transposed(NnTildeModule):
    """The right number of numbers in a wrong shape, which nn~ does not notice."""

    @torch.jit.export
    def latent2map(self, latent: Tensor) -> Tensor:
        return torch.cat(self.core.gather([latent], False), dim=2).transpose(1, 2)


class SilentForEver(NnTildeModule):
    """Does not come back from what is not a number."""

    @torch.jit.export
    def pad(self, controls: Tensor) -> Tensor:
        made = self._play(self.pad_slot, controls, self.principal_place)
        if not bool(torch.isfinite(controls).all()):
            self.resets_seen[self.pad_slot] = -2
            self.resets = -2
        return made * 0.0 if self.resets == -2 else made


def ignored(check):
    pass


def written(module, folder, description=None):
    path = folder / "bad.ts"
    text = (description or module.offers).to_json()
    scripted(module).save(str(path), _extra_files={EXTRA_FILE: text})
    return path


def module(kind, export):
    return kind(export.live, (), torch.from_numpy(export.instrument.latent_map.grid))


@pytest.mark.parametrize("which", ["export", "resampled", "long_windows"])
def test_a_good_file_passes_with_a_sentence_for_each_check(which, request):
    export = request.getfixturevalue(which)
    verified = verify_export(export.path, export.reference, ignored)
    assert [check.name for check in verified.checks] == [
        "contract",
        "operators",
        "live",
        "chunks",
        "map",
        "robust",
        "attributes",
        "rates",
        "speed",
    ]
    assert all(check.sentence.endswith(".") for check in verified.checks)
    assert verified.decode_x_realtime > 0
    assert verified.forward_x_realtime > 0


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Quieter, "“decode” differs from the instrument"),
        (Trusting, "“encode” answers an input of nan"),
        (InPlace, "ended in an error"),
        (AcceptsAnything, "“noise” answers 0"),
        (RefusesAndChanges, "“seed” refuses .* but changes"),
        (Displaced, "differ from the app’s map"),
        (Transposed, "“latent2map” gives"),
        (SilentForEver, "“pad” stays silent"),
    ],
)
def test_a_bad_module_is_refused(export, tmp_path, kind, sentence):
    with pytest.raises(ExportError, match=sentence):
        verify_export(written(module(kind, export), tmp_path), export.reference, ignored)


class OneSampleLate(NnTildeModule):
    """Resamples one sample too late."""

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        return self._play(self.decode_slot, controls, self.principal_place).roll(1, 2)


def test_resampling_that_is_late_is_refused(resampled, tmp_path):
    card, host_hz = resampled.instrument.card, resampled.description.sample_rate_hz
    grid = torch.from_numpy(resampled.instrument.latent_map.grid)
    bad = OneSampleLate(resampled.live, card.labels, grid, host_hz)
    with pytest.raises(ExportError, match="“decode” differs from the instrument"):
        verify_export(written(bad, tmp_path), resampled.reference, ignored)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_refused(labelled, tmp_path, fault):
    with pytest.raises(ExportError, match="“decode” differs from the instrument"):
        verify_export(written(FAULTS[fault](labelled.instrument), tmp_path), labelled.reference, ignored)


def test_other_weights_are_refused(export, tmp_path):
    live = streaming_instrument(export.instrument)
    live.autoencoder.feature_mean.add_(0.001)
    bad = NnTildeModule(live, (), torch.from_numpy(export.instrument.latent_map.grid))
    with pytest.raises(ExportError, match="different spectra"):
        verify_export(written(bad, tmp_path), export.reference, ignored)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_good_file_passes_on_another_processor(export, tmp_path, seed):
    live = on_another_processor(streaming_instrument(export.instrument), seed)
    made = NnTildeModule(live, (), torch.from_numpy(export.instrument.latent_map.grid))
    passed = []
    verified = verify_export(written(made, tmp_path), export.reference, passed.append)
    assert tuple(passed) == verified.checks


def test_wrong_labels_are_refused(export, tmp_path):
    bad = module(NnTildeModule, export)
    setattr(bad, "decode_input_labels", ["z1", "z2"])  # noqa: B010 (to a module, attributes are tensors)
    with pytest.raises(ExportError, match="input labels of “decode”"):
        verify_export(written(bad, tmp_path), export.reference, ignored)


def test_wrong_parameters_are_refused(export, tmp_path):
    bad = module(NnTildeModule, export)
    bad.encode_params = torch.tensor([1, 1, 4, 1024])
    with pytest.raises(ExportError, match="“encode” asks for"):
        verify_export(written(bad, tmp_path), export.reference, ignored)


def test_a_file_that_says_something_else_of_itself_is_refused(export, tmp_path):
    good = module(NnTildeModule, export)
    other = dataclasses.replace(good.offers, attributes=good.offers.attributes[:-1])
    with pytest.raises(ExportError, match="list of its attributes"):
        verify_export(written(good, tmp_path, other), export.reference, ignored)


def test_a_file_that_says_nothing_of_itself_is_refused(export, tmp_path):
    path = tmp_path / "mute.ts"
    scripted(module(NnTildeModule, export)).save(str(path))
    with pytest.raises(ExportError, match="description cannot be read"):
        verify_export(path, export.reference, ignored)


def test_a_damaged_file_is_refused(export, tmp_path):
    path = tmp_path / "half.ts"
    content = export.path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(ExportError, match="cannot be loaded"):
        verify_export(path, export.reference, ignored)
