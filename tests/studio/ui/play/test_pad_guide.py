"""What the pad says of itself, of an instrument with a network: measured at once, by a double of the task runner."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.studio.immediate_tasks import ImmediateTasks
from vschaos.instrument.build import untrained
from vschaos.instrument.core_member import pack
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.services import pad_measure
from vschaos_studio.settings.table import DATASET_FOLDER, POINT_COLOURS
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.play import pad_guide
from vschaos_studio.ui.play.pad import LatentPad
from vschaos_studio.ui.play.pad_guide import PadGuide
from vschaos_studio.ui.play.point_cloud import silence_veil

RIGHT = Qt.MouseButton.RightButton


@pytest.fixture(scope="module")
def instrument():
    made = untrained(latent_dims=3, hidden=16)
    return replace(made, core=pack(made))


class Player:
    """Remembers what it was to play."""

    def __init__(self):
        self.played = []
        self.status = EngineStatus()

    def play_sound(self, path):
        self.played.append(path)

    def stop_sound(self):
        self.played.append("")


@pytest.fixture
def guide(qtbot, theme, clock, settings, notices, tmp_path):
    page = QWidget()
    qtbot.addWidget(page)
    pad = LatentPad(theme, clock=clock, parent=page)
    pad.resize(641, 441)
    settings.set(DATASET_FOLDER, str(tmp_path))
    made = PadGuide(
        pad, theme, player=Player(), tasks=ImmediateTasks(), settings=settings, notices=notices, parent=page
    )
    page.show()
    yield made
    made.measure.stop()


def shown(guide, instrument, mapped=False):
    sounds = SoundMap.of(instrument)
    pad = guide._pad
    pad.show_sounds(sounds)
    pad.show_map(mapped)
    guide.show_sounds(sounds)
    return sounds


def test_an_instrument_is_measured_and_says_what_its_axes_change(guide, instrument, monkeypatch):
    def named_so(moves, evened):
        return ("brighter", "", "noisier")[: len(moves)] if evened else ("louder",)

    monkeypatch.setattr(pad_guide, "name_directions", named_so)
    named = []
    guide.axes_named.connect(named.append)
    shown(guide, instrument)
    assert named == [("", "", "")]
    assert guide._pad.axis_names[0].startswith("axis 1 ·")
    guide.measure._measure()
    assert named[-1] == ("brighter", "", "noisier")
    assert guide._pad.axis_names[0].startswith("brighter ·")
    assert guide._pad.axis_names[1].startswith("axis 2 ·")
    assert guide.caption.text().endswith("wheel: noisier")
    guide._pad.show_map(True)
    guide.show_mode()
    assert guide._pad.axis_names == ("brighter", "")
    view = PerformanceView(instrument.card.playable)
    view.touch("even", (0.2,), 0.0)
    guide.show_view(view)
    assert named[-1] == ("louder",)
    view.touch("even", (0.9,), 0.0)
    guide.show_view(view)
    shown(guide, instrument)
    assert named[-1] == ("brighter", "", "noisier"), "a training's next checkpoint keeps its names"
    guide.show_sounds(SoundMap.of(instrument, Path("another.vschaos")))
    assert named[-1] == ("", "", "")


def test_the_colours_that_were_chosen_come_back_with_the_next_instrument(guide, instrument, settings):
    shown(guide, instrument)
    assert guide.choice.count() == 1
    guide.measure._measure()
    guide.choice.setCurrentIndex(guide.choice.findData("loudness"))
    guide.choice.activated.emit(guide.choice.currentIndex())
    assert settings.get(POINT_COLOURS) == "loudness"
    assert guide._pad.cloud.colours.ends == ("softer", "louder")
    shown(guide, instrument)
    assert guide._pad.cloud.colours.name == "file"
    guide.measure._measure()
    assert guide._pad.cloud.colours.name == "loudness"


def test_silence_is_measured_again_only_where_it_may_have_changed(guide, instrument):
    sounds = shown(guide, instrument)
    seen = []
    guide.measure.silence_measured.connect(seen.append)
    view = PerformanceView(sounds.card.playable)

    def moved(axis, value):
        view.touch(f"latent.z{axis}", (value,), 0.0)
        guide.show_view(view)
        if guide.measure._settle.isActive():
            guide.measure._settle.stop()
            guide.measure._measure_silence()
        return len(seen)

    guide.show_view(view)
    guide.measure._measure()
    assert moved(1, 0.5) == 1
    assert seen[0].shape == (pad_measure.GRID, pad_measure.GRID)
    assert moved(2, 0.5) == 1, "the pad shows this axis"
    assert moved(3, 0.5) == 2
    guide._pad.show_map(True)
    guide.show_mode()
    assert moved(3, 0.2) == 3, "the map lies elsewhere"
    assert moved(3, 0.1) == 3, "on the map a touch moves all axes"


def test_the_second_button_plays_the_recording_under_the_mouse(guide, instrument, qtbot, tmp_path, notices):
    sounds = shown(guide, instrument)
    pad, player = guide._pad, guide._player
    place = pad.to_pixels(*map(float, sounds.points[4, :2]))
    index = pad.nearest_point(place)
    name = sounds.source_name(index)
    assert "not on this computer" in pad.describe(index)
    qtbot.mouseClick(pad, RIGHT, pos=place.toPoint())
    assert player.played == []
    assert f"“{name}” was not found" in notices.posted[-1].sentence
    (tmp_path / name).write_bytes(b"")
    assert pad.describe(index) == f"{name}\nRight click: its recording"
    qtbot.mouseClick(pad, RIGHT, pos=place.toPoint())
    pad.jump_to(*map(float, sounds.points[4, :2]))
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert player.played == [str(tmp_path / name)] * 2


def test_the_caption_names_what_is_under_the_hand(guide, instrument):
    shown(guide, instrument)
    usual = guide.caption.text()
    guide._pad.under_hand.emit(0)
    assert guide.caption.text() == "Here: one"
    guide._pad.under_hand.emit(None)
    assert guide.caption.text() == usual


def test_an_instrument_without_a_network_or_with_a_damaged_one_shows_its_points_all_the_same(guide, instrument):
    shown(guide, replace(instrument, core=b""))
    assert not guide.measure._begin.isActive()
    for damage in (b"damaged", pack(untrained(latent_dims=4, hidden=16))):
        shown(guide, replace(instrument, core=damage))
        guide.measure._measure()
        assert guide.choice.count() == 1
        assert guide._pad.cloud.colours.name == "file"


def test_the_veil_lies_where_it_is_silent(theme):
    level = np.zeros((4, 4))
    assert silence_veil(level, theme) is None
    level[0, 3] = -60.0
    veil = silence_veil(level, theme)
    assert veil.pixelColor(3, 0).alpha() > 100
    assert veil.pixelColor(0, 3).alpha() == 0
