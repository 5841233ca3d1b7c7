"""The audio thread's half of a sound file: what is heard of it, its fades, and that every sound is given back."""

import threading

import numpy as np
import pytest

from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi

RATE = 48_000
FADE_IN, FADE_OUT = round(0.002 * RATE), round(0.02 * RATE)
BLOCKS = [1, 64, 65, 8193]


def sound(samples=None, rate=RATE, whole=True):
    made = ffi.gc(core.vs_sound_new(rate), core.vs_sound_release)
    if samples is not None:
        assert core.vs_sound_write(made, floats(samples), len(samples)) == len(samples)
    if whole:
        core.vs_sound_finish(made)
    return made


@pytest.fixture
def audition():
    return ffi.gc(core.vs_audition_new(), core.vs_audition_free)


def play(audition, wanted):
    core.vs_audition_play(audition, wanted if wanted is not None else ffi.NULL)


def hear(audition, count, channels=1, block=512):
    frames = np.zeros((count, channels), np.float32)
    for start in range(0, count, block):
        piece = frames[start : start + block]
        core.vs_audition_add(audition, floats(piece, written_to=True), len(piece), channels)
    return frames


def ones(seconds):
    return np.ones(round(seconds * RATE), np.float32)


def noise(seconds):
    return np.random.default_rng(0).standard_normal(round(seconds * RATE)).astype(np.float32)


def test_a_sound_is_heard_once_on_every_channel_faded_at_both_ends(audition):
    samples = noise(0.5)
    wanted = sound(samples)
    assert core.vs_audition_silent(audition)
    play(audition, wanted)
    assert not core.vs_audition_silent(audition)
    frames = hear(audition, RATE, 2)
    numbers = np.arange(len(samples))
    gain = np.minimum(np.minimum((numbers + 1) / FADE_IN, (len(samples) - numbers - 1) / FADE_OUT), 1.0)
    np.testing.assert_allclose(frames[: len(samples), 0], gain * samples, atol=1e-6)
    np.testing.assert_array_equal(frames[FADE_IN : len(samples) - FADE_OUT, 0], samples[FADE_IN:-FADE_OUT])
    np.testing.assert_array_equal(frames[:, 0], frames[:, 1])
    assert not frames[len(samples) :].any()
    assert core.vs_audition_silent(audition)
    assert core.vs_sound_over(wanted)
    assert core.vs_sound_played(wanted) == len(samples)


@pytest.mark.parametrize("block", BLOCKS)
def test_the_cut_into_calls_changes_no_bit(block):
    heard = []
    for size in (block, 1 << 20):
        audition = ffi.gc(core.vs_audition_new(), core.vs_audition_free)
        first, second = sound(noise(0.7)), sound(noise(0.6)[::-1])
        play(audition, first)
        begun = hear(audition, 9000, block=size)
        play(audition, second)
        heard.append(np.concatenate([begun, hear(audition, RATE, block=size)]))
    np.testing.assert_array_equal(*heard)


def test_it_is_added_to_what_is_there(audition):
    play(audition, sound(ones(0.1)))
    frames = np.full((1000, 2), 0.25, np.float32)
    core.vs_audition_add(audition, floats(frames, written_to=True), 1000, 2)
    np.testing.assert_array_equal(frames[FADE_IN:], 1.25)


def test_it_begins_when_a_tenth_of_a_second_is_there_or_all_of_it(audition):
    short = sound(ones(0.099), whole=False)
    play(audition, short)
    assert not hear(audition, 1000).any()
    piece = ones(0.002)
    core.vs_sound_write(short, floats(piece), len(piece))
    assert hear(audition, 1000)[FADE_IN] == 1.0
    play(audition, sound(ones(0.01)))
    assert hear(audition, 1000).any()


def test_the_next_fades_in_while_the_last_fades_out(audition):
    first, second = sound(ones(1.0)), sound(-ones(1.0))
    play(audition, first)
    hear(audition, RATE // 2)
    play(audition, second)
    frames = hear(audition, RATE // 10)[:, 0]
    down = np.clip(1.0 - np.arange(1, len(frames) + 1) / FADE_OUT, 0.0, None)
    up = np.minimum(np.arange(1, len(frames) + 1) / FADE_IN, 1.0)
    np.testing.assert_allclose(frames, down - up, atol=1e-6)
    assert core.vs_sound_over(first)
    assert not core.vs_sound_over(second)
    assert core.vs_sound_played(first) == RATE // 2 + FADE_OUT


def test_stopping_fades_out_and_cutting_is_at_once(audition):
    first = sound(ones(1.0))
    play(audition, first)
    hear(audition, 1000)
    play(audition, None)
    frames = hear(audition, 2 * FADE_OUT)[:, 0]
    assert np.abs(np.diff(np.append(1.0, frames))).max() <= 1.001 / FADE_OUT
    assert not frames[FADE_OUT:].any()
    assert core.vs_audition_silent(audition)
    second = sound(ones(1.0))
    play(audition, second)
    hear(audition, 1000)
    core.vs_audition_cut(audition)
    assert core.vs_audition_silent(audition)
    assert core.vs_sound_over(second)
    assert not hear(audition, 1000).any()


def test_a_sound_that_starves_goes_on_where_it_was(audition):
    slow = sound(ones(0.1), whole=False)
    play(audition, slow)
    heard = hear(audition, RATE // 5)
    assert np.count_nonzero(heard) == len(ones(0.1))
    assert not core.vs_sound_over(slow)
    core.vs_sound_write(slow, floats(2 * ones(0.1)), len(ones(0.1)))
    assert hear(audition, 100)[0] == 2.0


def test_a_sound_holds_four_seconds_and_no_more():
    long = sound(whole=False)
    given = ones(5.0)
    assert core.vs_sound_write(long, floats(given), len(given)) == 4 * RATE
    assert core.vs_sound_write(long, floats(given), len(given)) == 0


def test_an_empty_sound_is_over_at_once(audition):
    nothing = sound()
    play(audition, nothing)
    assert not core.vs_audition_silent(audition)
    assert not hear(audition, 100).any()
    assert core.vs_audition_silent(audition)
    assert core.vs_sound_over(nothing)


def test_one_that_was_never_heard_is_over_when_the_next_is_played(audition):
    first, second = sound(ones(1.0)), sound(ones(1.0))
    play(audition, first)
    play(audition, second)
    assert core.vs_sound_over(first)
    assert not core.vs_sound_over(second)
    play(audition, None)
    assert core.vs_sound_over(second)
    assert core.vs_audition_silent(audition)


def test_ordering_beside_the_audio_thread_gives_every_sound_back():
    """Two threads: whatever the order of their steps, each sound ends, and none is released while it is heard."""
    audition = core.vs_audition_new()
    done = threading.Event()
    samples = ones(0.03)

    def listen():
        frames = np.zeros((64, 2), np.float32)
        while not done.is_set():
            frames[:] = 0.0
            core.vs_audition_add(audition, floats(frames, written_to=True), 64, 2)
            assert np.isfinite(frames).all()

    audio = threading.Thread(target=listen)
    audio.start()
    # Kept here, so that it can be asked whether it is over; others are released at once, while they may sound.
    kept = []
    for number in range(3000):
        wanted = core.vs_sound_new(8000)
        core.vs_sound_write(wanted, floats(samples), len(samples))
        core.vs_sound_finish(wanted)
        play(audition, wanted)
        if number % 100:
            core.vs_sound_release(wanted)
        else:
            kept.append(wanted)
        if number % 7 == 0:
            play(audition, None)
    done.set()
    audio.join()
    core.vs_audition_free(audition)
    assert all(core.vs_sound_over(wanted) for wanted in kept)
    for wanted in kept:
        core.vs_sound_release(wanted)
