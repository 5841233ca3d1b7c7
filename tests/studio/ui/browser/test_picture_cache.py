"""Pictures of instruments are made once, and again when anything has changed or is damaged."""

import os
import time

import pytest

from tests.studio.conftest import an_instrument
from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import write_instrument
from vschaos_studio.state.instrument_list import Places, list_instruments
from vschaos_studio.ui.browser import picture_cache
from vschaos_studio.ui.browser.picture_cache import PictureCache
from vschaos_studio.ui.theme import DARK, LIGHT


@pytest.fixture
def looks(monkeypatch):
    """The files that were measured."""
    seen = []
    measure = picture_cache.look_at

    def look_at(path):
        seen.append(path)
        return measure(path)

    monkeypatch.setattr(picture_cache, "look_at", look_at)
    return seen


@pytest.fixture
def instrument(tmp_path):
    path = tmp_path / "a.vschaos"
    write_instrument(path, an_instrument())
    return path


def listed(path):
    (found,) = list_instruments(Places((path,), path.parent / "none", path.parent / "none"))
    return found


def cache(tmp_path, **limits):
    return PictureCache(tmp_path / "pictures", **limits)


def test_a_picture_is_measured_once(qapp, tmp_path, instrument, looks):
    first, character = cache(tmp_path).picture(listed(instrument), 1.5, DARK)
    again, same = cache(tmp_path).picture(listed(instrument), 1.5, DARK)
    assert looks == [instrument]
    assert same == character
    assert again.devicePixelRatio() == 1.5
    assert again.convertToFormat(first.format()) == first


def test_another_file_size_theme_or_painter_is_another_picture(qapp, tmp_path, instrument, looks, monkeypatch):
    cache(tmp_path).picture(listed(instrument), 1.0, DARK)
    cache(tmp_path).picture(listed(instrument), 2.0, DARK)
    cache(tmp_path).picture(listed(instrument), 1.0, LIGHT)
    os.utime(instrument, (1, 1))
    cache(tmp_path).picture(listed(instrument), 1.0, DARK)
    monkeypatch.setattr(picture_cache, "VERSION", picture_cache.VERSION + 1)
    cache(tmp_path).picture(listed(instrument), 1.0, DARK)
    assert len(looks) == 5


@pytest.mark.parametrize("damage", [lambda content: b"", lambda content: content[:200], lambda content: b"x" * 99])
def test_a_damaged_file_is_made_again(qapp, tmp_path, instrument, looks, damage):
    cache(tmp_path).picture(listed(instrument), 1.0, DARK)
    (kept,) = (tmp_path / "pictures").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    cache(tmp_path).picture(listed(instrument), 1.0, DARK)
    assert len(looks) == 2
    assert kept.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_only_time(qapp, tmp_path, instrument, looks):
    (tmp_path / "pictures").write_text("")
    for _ in range(2):
        picture, _character = cache(tmp_path).picture(listed(instrument), 1.0, DARK)
        assert not picture.isNull()
    cache(tmp_path).tidy()
    assert len(looks) == 2


def test_a_damaged_instrument_is_reported_each_time(qapp, tmp_path, instrument):
    found = listed(instrument)
    instrument.write_bytes(instrument.read_bytes()[:2000])
    for _ in range(2):
        with pytest.raises(InstrumentError):
            cache(tmp_path).picture(found, 1.0, DARK)
    assert not (tmp_path / "pictures").exists()


def test_those_that_were_not_used_for_longest_are_removed(qapp, tmp_path, instrument):
    folder = tmp_path / "pictures"
    pictures = cache(tmp_path, most_bytes=2500)
    pictures.tidy()
    pictures.picture(listed(instrument), 1.0, DARK)
    (used,) = folder.iterdir()
    os.utime(used, (1, 1))
    used.write_bytes(used.read_bytes())
    for number, age_s in enumerate((300, 200, 100)):
        other = folder / f"{number}.png"
        other.write_bytes(bytes(1000))
        os.utime(other, (time.time() - age_s,) * 2)
    os.utime(used, (1, 1))
    pictures.picture(listed(instrument), 1.0, DARK)
    roomy = cache(tmp_path, most_bytes=used.stat().st_size + 1500)
    roomy.tidy()
    # Its use made it the youngest.
    assert {path.name for path in folder.iterdir()} == {used.name, "2.png"}
