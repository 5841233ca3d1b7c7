"""What is rendered to hear how far a training is: in time with its original, rarely enough, and kept in order."""

from pathlib import Path

import numpy as np
import pytest

from tests.sounds import tone, write
from tests.training.trainings import Telling, learn, tiny
from vschaos.audio import read
from vschaos.configs.schema import ConditioningConfig
from vschaos.data.loader import FrameSource
from vschaos.data.scan import scan_folder
from vschaos.data.store import open_store
from vschaos.instrument.build import untrained
from vschaos.training import events
from vschaos.training.previews import KEPT, PIECE_S, PIECES, SHARE, WALK_S, Excerpt, Previewer, excerpt

HOP, N_FFT, RATE = 512, 2048, 44_100


class SlowClock:
    """Every look at it takes a second."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        self.now += 1.0
        return self.now


@pytest.fixture(scope="module")
def sound():
    return Excerpt(tone(1.0)[0][: 80 * HOP], np.zeros((0, 80), np.float32))


def test_a_training_ends_with_a_preview(tones, tmp_path):
    telling = Telling()
    run = Path(learn(tiny(tones, tmp_path, "training.previews_every_s=1000", steps=4), telling).run)
    (previewed,) = telling.of(events.Previewed)
    assert previewed.step == 4
    original, reconstruction, walk = (
        read(Path(path)) for path in (previewed.original, previewed.reconstruction, previewed.walk)
    )
    assert Path(previewed.walk).parent == run / "previews"
    assert original[0].shape == reconstruction[0].shape
    assert walk[0].shape[1] / walk[1] == pytest.approx(WALK_S, abs=0.02)
    assert b"reconstruction" in next((run / "logs").glob("events.out*")).read_bytes()


def rendered(tmp_path, instrument, audio, labels):
    _, sounds = Previewer(tmp_path, Excerpt(audio, labels), 1.0).render(instrument, 1)
    return sounds["reconstruction"]


def first_difference(one, other):
    return int((np.abs(one - other) > 1e-6).argmax())


def test_it_is_in_time_with_its_original(tmp_path):
    instrument, nothing = untrained(), np.zeros((0, 80), np.float32)
    sound = 0.1 * np.random.default_rng(0).standard_normal(80 * HOP).astype(np.float32)
    changed = sound.copy()
    changed[40 * HOP :] *= -0.3
    made = [rendered(tmp_path, instrument, one, nothing) for one in (sound, changed)]
    assert made[0].shape == sound.shape
    # The first frame that holds the change ends a hop behind it.
    assert 41 * HOP - N_FFT <= first_difference(*made) < 41 * HOP - N_FFT // 2


def test_it_is_told_the_labels_of_its_original(tmp_path):
    instrument = untrained(conditioning={"pitch": ConditioningConfig(dim=12)})
    sound = 0.1 * np.random.default_rng(0).standard_normal(80 * HOP).astype(np.float32)
    labels = np.full((1, 80), 3.0, np.float32)
    later = np.where(np.arange(80) < 40, 3.0, 8.0).astype(np.float32)[None]
    made = [rendered(tmp_path, instrument, sound, one) for one in (labels, later)]
    assert 40 * HOP - N_FFT // 2 <= first_difference(*made) < 40 * HOP


def test_the_newest_and_the_first_are_kept(tmp_path, sound):
    previewer = Previewer(tmp_path, sound, 1.0)
    instrument = untrained()
    for step in range(1, KEPT + 4):
        previewer.render(instrument, step)
    steps = [int(path.stem.split()[1]) for path in sorted((tmp_path / "previews").glob("walk *.flac"))]
    assert steps == [1, *range(4, KEPT + 4)]
    assert len(list((tmp_path / "previews").iterdir())) == 2 * len(steps) + 1


def test_the_next_one_waits_until_this_one_cost_little(tmp_path, sound):
    clock = SlowClock()
    previewer = Previewer(tmp_path, sound, 10.0, clock)
    assert not previewer.due
    clock.now = 20.0
    assert previewer.due
    previewer.render(untrained(), 1)  # it took a second by this clock
    done = clock.now
    clock.now = done + 1.0 / SHARE - 2.0
    assert not previewer.due
    assert previewer.due


def test_the_excerpt_is_of_sounds_that_are_held_out(tmp_path):
    for number in range(12):
        write(tmp_path / f"{number}.wav", tone(2.0, 100.0 * (number + 1)))
    store = open_store(scan_folder(tmp_path), RATE, cache=tmp_path / "cache")
    source = FrameSource(store, 0.25)
    found = excerpt(store, source, HOP)
    held_out = [store.sounds[segment.sound].audio for segment in source.segments("validation")]
    length = round(PIECE_S * RATE / HOP) * HOP
    assert len(found.audio) == PIECES * length
    assert len(held_out) == PIECES
    for piece, whole in zip(found.audio.reshape(PIECES, length), held_out, strict=True):
        np.testing.assert_array_equal(piece[1000:-1000], whole[1000 : length - 1000])
