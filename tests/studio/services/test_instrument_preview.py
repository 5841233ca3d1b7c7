"""What a card shows and lets hear of a real instrument."""

import numpy as np
import pytest
import soundfile

from tests.studio.conftest import an_instrument
from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import write_instrument
from vschaos.instrument.library import factory_instruments
from vschaos_studio.services.instrument_look import MOST_POINTS, look_at
from vschaos_studio.services.instrument_preview import SECONDS, write_preview


def test_a_preview_sounds_and_does_not_click(tmp_path):
    path = factory_instruments()[0]
    write_preview(path, tmp_path / "a.wav")
    write_preview(path, tmp_path / "b.wav")
    sound, rate_hz = soundfile.read(tmp_path / "a.wav")
    assert sound.shape == (SECONDS * rate_hz, 2)
    assert np.abs(sound[[0, -1]]).max() < 1e-3
    level_db = 20 * np.log10(np.sqrt(np.square(sound[: -rate_hz // 2]).reshape(11, -1).mean(axis=1)))
    assert level_db[1:].min() > -45.0
    assert np.abs(sound).max() < 1.0
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()


def test_a_look_has_points_colours_and_words():
    look = look_at(factory_instruments()[0])
    assert 100 < len(look.places) <= MOST_POINTS
    assert len(look.brightness) == len(look.places)
    assert 0.0 <= look.brightness.min() < look.brightness.max() <= 1.0
    assert look.character


def test_an_instrument_from_before_there_was_a_core_is_shown_without_words(instrument_file):
    look = look_at(instrument_file)
    assert (len(look.places), look.character) == (60, "")


def test_the_damaged_is_told(tmp_path):
    path = tmp_path / "x.vschaos"
    write_instrument(path, an_instrument())
    path.write_bytes(path.read_bytes()[:2000])
    for made in (lambda: look_at(path), lambda: write_preview(path, tmp_path / "x.wav")):
        with pytest.raises(InstrumentError, match="damaged"):
            made()
    assert not (tmp_path / "x.wav").exists()
