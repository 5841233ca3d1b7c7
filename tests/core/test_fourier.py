"""The core's Fourier transform of real frames, against numpy's."""

import numpy as np
import pytest

from tests.core.internals import floats, internals

SIZES = [1 << power for power in range(7, 16)]


def forward(frame):
    n_fft = len(frame)
    table, scratch = tables(n_fft)
    real, imaginary = np.empty(n_fft // 2 + 1, np.float32), np.empty(n_fft // 2 + 1, np.float32)
    internals.vs_fourier_forward(n_fft, *map(floats, (table, frame, real, imaginary, scratch)))
    return real + 1j * imaginary


def inverse(spectrum):
    n_fft = 2 * (len(spectrum) - 1)
    table, scratch = tables(n_fft)
    real, imaginary = spectrum.real.astype(np.float32), spectrum.imag.astype(np.float32)
    frame = np.empty(n_fft, np.float32)
    internals.vs_fourier_inverse(n_fft, *map(floats, (table, real, imaginary, frame, scratch)))
    return frame


def tables(n_fft):
    table = np.empty(internals.vs_fourier_floats(n_fft), np.float32)
    internals.vs_fourier_tables(n_fft, floats(table))
    return table, np.empty(internals.vs_fourier_scratch(n_fft), np.float32)


def random_spectrum(n_fft):
    rng = np.random.default_rng(n_fft)
    spectrum = rng.standard_normal(n_fft // 2 + 1) + 1j * rng.standard_normal(n_fft // 2 + 1)
    return spectrum.astype(np.complex64)


def assert_close(made, expected):
    """To the rounding of some passes over 32-bit numbers."""
    assert np.abs(made - expected).max() < 5e-7 * np.abs(expected).max()


@pytest.mark.parametrize("n_fft", SIZES)
def test_spectra_are_those_of_numpy(n_fft):
    frame = np.random.default_rng(n_fft).standard_normal(n_fft).astype(np.float32)
    assert_close(forward(frame), np.fft.rfft(frame.astype(np.float64)))


@pytest.mark.parametrize("n_fft", SIZES)
def test_frames_are_those_of_numpy(n_fft):
    spectrum = random_spectrum(n_fft)
    assert_close(inverse(spectrum), np.fft.irfft(spectrum.astype(np.complex128)) * n_fft)


@pytest.mark.parametrize("n_fft", SIZES)
def test_there_and_back_is_the_frame_times_its_length(n_fft):
    frame = np.random.default_rng(n_fft).standard_normal(n_fft).astype(np.float32)
    assert_close(inverse(forward(frame)) / n_fft, frame)


@pytest.mark.parametrize("n_fft", SIZES)
def test_every_sinusoid_of_a_power_of_two_has_one_bin(n_fft):
    samples = np.arange(n_fft)
    for power in range(n_fft.bit_length() - 1):
        cycles = 1 << power
        spectrum = np.abs(forward(np.cos(2 * np.pi * (cycles * samples % n_fft) / n_fft).astype(np.float32)))
        assert np.argmax(spectrum) == cycles
        assert spectrum[cycles] == pytest.approx(n_fft if 2 * cycles == n_fft else n_fft / 2, rel=1e-6)
        assert np.delete(spectrum, cycles).max() < 1e-6 * n_fft


def test_what_is_not_real_at_both_ends_of_a_spectrum_is_left_out():
    spectrum = random_spectrum(256)
    real_ends = spectrum.copy()
    real_ends[[0, -1]] = real_ends[[0, -1]].real
    np.testing.assert_array_equal(inverse(spectrum), inverse(real_ends))


def test_an_impulse_where_the_frame_begins_is_one_everywhere():
    frame = np.zeros(2048, np.float32)
    frame[0] = 1.0
    np.testing.assert_array_equal(forward(frame), np.ones(1025))
