"""The core's analysis: encode and transfer as torch's streaming instrument does them."""

import numpy as np
import pytest
import torch
import vschaos_resources

from tests.core.phase_reference import decibels, noise, plucks, rms, tone
from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.core.analysis import CoreAnalysis
from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.core_member import Weights, pack

FACTORY = sorted((vschaos_resources.ROOT / "instruments").glob("*.vschaos"))
HOP = 512
# With hiss: where a spectrum is but what rounding leaves, its phase is anyone's.
SOUNDS = {
    "noise": noise,
    "plucks with hiss": lambda: plucks() + 0.01 * noise(),
    "a tone after silence": lambda: np.concatenate([np.zeros(20 * HOP), tone(220.0) + 0.01 * noise()]),
}


@pytest.fixture(scope="module")
def both():
    """A small instrument with a label that is predicted, as torch and the core have it."""
    made = untrained(
        latent_dims=3,
        conditioning={"octave": ConditioningConfig(dim=4, target=("decoder",))},
        prediction={"octave": PredictionConfig(dim=4)},
    )
    return streaming_instrument(made), CoreInstrument(pack(made, Weights.FLOAT32))


def hops_of(sound):
    return sound[: len(sound) // HOP * HOP].reshape(-1, HOP).astype(np.float32)


def unknown(core, hops):
    return np.full((len(hops), core.label_count), np.nan, np.float32)


def encoded(core, hops, labels):
    analysis = CoreAnalysis(core)
    found = [analysis.encode(hop, known) for hop, known in zip(hops, labels, strict=True)]
    return tuple(np.array(values) for values in zip(*found, strict=True))


def encoded_by_torch(live, hops, labels):
    with torch.inference_mode():
        sound, known = torch.from_numpy(hops.reshape(1, 1, -1)), torch.from_numpy(labels.T[None].copy())
        coordinates, completed, _ = live.encode(sound, known, live.initial_analysis(1))
    return coordinates[0].T.numpy(), completed[0].T.numpy()


def transferred(core, hops, labels, scale, offset):
    analysis = CoreAnalysis(core)
    return np.array([analysis.transfer(hop, known, scale, offset) for hop, known in zip(hops, labels, strict=True)])


def transferred_by_torch(live, hops, labels, scale, offset):
    with torch.inference_mode():
        sound, known = torch.from_numpy(hops.reshape(1, 1, -1)), torch.from_numpy(labels.T[None].copy())
        moved = torch.from_numpy(scale), torch.from_numpy(offset)
        pending = torch.zeros(1, live.n_fft - live.hop_samples)
        out, _, _ = live.transfer(sound, known, *moved, live.initial_analysis(1), pending)
    return out.reshape(hops.shape).numpy()


@pytest.mark.parametrize("name", SOUNDS)
@pytest.mark.parametrize("path", FACTORY, ids=lambda path: path.stem)
def test_factory_instruments_find_a_sound_where_torch_does(path, name):
    found = read_instrument(path)
    live, core = streaming_instrument(found), CoreInstrument(pack(found, Weights.FLOAT32))
    hops = hops_of(SOUNDS[name]())
    coordinates, completed, _ = encoded(core, hops, unknown(core, hops))
    expected, labels = encoded_by_torch(live, hops, unknown(core, hops))
    np.testing.assert_allclose(coordinates, expected, atol=1e-4)
    np.testing.assert_allclose(completed, labels, atol=1e-4)
    scale, offset = np.full(core.latent_dims, 0.8, np.float32), np.full(core.latent_dims, 0.1, np.float32)
    made = transferred(core, hops, unknown(core, hops), scale, offset)
    wanted = transferred_by_torch(live, hops, unknown(core, hops), scale, offset)
    assert decibels(rms((made - wanted).ravel()) / rms(wanted.ravel())) <= -80.0


def test_labels_are_predicted_where_they_are_unknown(both):
    live, core = both
    hops = hops_of(plucks() + 0.01 * noise())
    labels = unknown(core, hops)
    labels[10:20], labels[30:40] = 2.0, 17.0
    coordinates, completed, _ = encoded(core, hops, labels)
    expected, known = encoded_by_torch(live, hops, labels)
    np.testing.assert_array_equal(completed, known)
    np.testing.assert_allclose(coordinates, expected, atol=1e-4)
    assert set(completed[30:40, 0]) == {3.0}


def test_silence_has_the_phase_of_an_impulse_where_a_frame_begins(both):
    live, core = both
    hops = np.zeros((12, HOP), np.float32)
    move = np.ones(3, np.float32), np.full(3, 0.7, np.float32)
    made = transferred(core, hops, unknown(core, hops), *move)
    coordinates, completed, _ = encoded(core, hops[:1], unknown(core, hops[:1]))
    spectrum = core.magnitudes(coordinates + move[1], completed)[0]
    frame = np.fft.irfft(spectrum) * live.dgt.synthesis_window.numpy()
    expected = frame.reshape(4, HOP).sum(axis=0)
    np.testing.assert_allclose(made[3:], np.tile(expected, (9, 1)), atol=1e-6 * np.abs(frame).max())


def test_samples_that_are_not_finite_count_as_silence(both):
    _, core = both
    hops = hops_of(plucks())[8:30]
    spoilt, mended = hops.copy(), hops.copy()
    for n, wrong in ((3, np.nan), (7, np.inf), (11, -np.inf)):
        spoilt[n, 100:300], mended[n, 100:300] = wrong, 0.0
    for made, expected in zip(
        encoded(core, spoilt, unknown(core, spoilt)), encoded(core, mended, unknown(core, mended)), strict=True
    ):
        np.testing.assert_array_equal(made, expected)


def test_huge_samples_are_cut_and_forgotten(both):
    _, core = both
    hops = hops_of(plucks())[8:40]
    spoilt = hops.copy()
    spoilt[5] = 3e38
    move = np.ones(3, np.float32), np.zeros(3, np.float32)
    made = transferred(core, spoilt, unknown(core, hops), *move)
    assert np.isfinite(made).all()
    np.testing.assert_array_equal(made[12:], transferred(core, hops, unknown(core, hops), *move)[12:])


def test_what_fades_away_is_never_denormal(both):
    _, core = both
    hops = (hops_of(noise())[:80] * 10.0 ** (-np.arange(80.0) / 2)[:, None]).astype(np.float32)
    move = np.ones(3, np.float32), np.zeros(3, np.float32)
    made = np.abs(transferred(core, hops, unknown(core, hops), *move))
    assert np.isfinite(made).all()
    assert not ((made > 0.0) & (made < np.finfo(np.float32).tiny)).any()


def test_an_analysis_begins_anew_after_a_reset(both):
    _, core = both
    analysis = CoreAnalysis(core)
    move = np.ones(3, np.float32), np.full(3, 0.3, np.float32)
    nothing_known = np.full(1, np.nan, np.float32)
    first, again, anew = [], [], []
    for run in (first, again, anew):
        if run is anew:
            analysis.reset()
        for hop in hops_of(noise())[:8]:
            run.append(analysis.transfer(hop, nothing_known, *move))
    assert np.abs(np.array(again) - np.array(first)).max() > 1e-6
    np.testing.assert_array_equal(anew, first)


def test_sounds_of_other_lengths_are_refused(both):
    _, core = both
    with pytest.raises(ValueError, match="shape"):
        CoreAnalysis(core).encode(np.zeros(HOP + 1, np.float32), np.zeros(1, np.float32))
