import pytest
from PySide6.QtCore import Qt

from vschaos.performance.controls import Playable
from vschaos.performance.table import LFO_SHAPES, TRAJECTORIES
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.ui.play.motion_panel import MotionPanel
from vschaos_studio.ui.play.motion_preview import shape_curve

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, theme):
    made = MotionPanel(theme, dice=lambda: 417)
    qtbot.addWidget(made)
    made.resize(328, 520)
    made.show_playable(Playable(3))
    made.show()
    return made


@pytest.fixture
def moves(panel):
    made = []
    panel.moved.connect(lambda *move: made.append(move))
    return made


def test_each_axis_has_its_four_controls(panel):
    ours = {name for name in panel.rows if name.startswith("lfo.")}
    assert ours == {f"lfo.z{k}.{part}" for k in (1, 2, 3) for part in ("shape", "rate", "beats", "depth")}


def test_rate_and_depth_are_there_while_the_axis_moves(panel, moves, qtbot):
    rate = panel.rows["lfo.z2.rate"]
    assert rate.isHidden()
    qtbot.keyClick(panel.rows["lfo.z2.shape"].editor, Qt.Key.Key_Down)
    assert moves == [("lfo.z2.shape", (1.0,))]
    assert not rate.isHidden()
    assert panel.rows["lfo.z1.rate"].isHidden()
    qtbot.keyClick(rate.editor, Qt.Key.Key_End)
    assert moves[-1] == ("lfo.z2.rate", (20.0,))
    panel.show_values({"lfo.z2.shape": 0.0})
    assert rate.isHidden()


def test_what_lasts_beats_has_no_rate(panel, moves, qtbot):
    panel.show_values({"lfo.z2.shape": 1.0, "trajectory": 1.0})
    assert not panel.rows["lfo.z2.rate"].isHidden()
    assert not panel.rows["trajectory.rate"].isHidden()
    qtbot.keyClick(panel.rows["lfo.z2.beats"].editor, Qt.Key.Key_End)
    assert moves == [("lfo.z2.beats", (7.0,))]
    assert panel.rows["lfo.z2.beats"].text == "16"
    assert panel.rows["lfo.z2.rate"].isHidden()
    panel.show_values({"trajectory.beats": 1.0, "lfo.z2.beats": 0.0})
    assert panel.rows["trajectory.rate"].isHidden()
    assert not panel.rows["lfo.z2.rate"].isHidden()


def test_the_tempo_can_be_set_unless_a_clock_sets_it(panel, moves, qtbot):
    assert panel.tempo_source.text() == "Follows MIDI clocks"
    qtbot.keyClick(panel.rows["tempo"].editor, Qt.Key.Key_End)
    assert moves == [("tempo", (400.0,))]
    panel.show_status(EngineStatus(midi_clock="Drums"))
    panel.show_values({"tempo": 97.5})
    assert panel.tempo_source.text() == "MIDI clock of Drums"
    assert panel.rows["tempo"].text == "97.5 BPM"
    assert not panel.rows["tempo"].isEnabled()
    panel.rows["tempo.midi"].editor.click()
    assert moves[-1] == ("tempo.midi", (0.0,))
    panel.show_status(EngineStatus())
    assert panel.tempo_source.text() == "Follows no MIDI clock"
    assert panel.rows["tempo"].isEnabled()


def test_values_shown_are_not_emitted(panel, moves):
    panel.show_values({"trajectory": 3.0, "trajectory.rate": 1.0, "lfo.z1.shape": 2.0, "lfo.z1.depth": 1.0})
    assert panel.rows["trajectory"].text == TRAJECTORIES[3]
    assert panel.rows["lfo.z1.depth"].value == 1.0
    assert moves == []


def test_the_path_can_be_set_while_there_is_one(panel, moves, qtbot):
    assert not panel.rows["trajectory.size"].isEnabled()
    assert not panel.randomise.isEnabled()
    qtbot.keyClick(panel.rows["trajectory"].editor, Qt.Key.Key_Down)
    assert moves == [("trajectory", (1.0,))]
    assert panel.rows["trajectory.size"].isEnabled()


def test_the_dice_throw_a_seed(panel, moves, qtbot):
    panel.show_values({"trajectory": 1.0})
    qtbot.mouseClick(panel.randomise, LEFT)
    assert moves == [("trajectory.seed", (417.0,))]
    assert panel.rows["trajectory.seed"].value == 417.0


def test_rows_are_kept_for_an_instrument_with_as_many_axes(panel):
    row = panel.rows["lfo.z2.shape"]
    panel.show_playable(Playable(3))
    assert panel.rows["lfo.z2.shape"] is row
    panel.show_playable(Playable(16))
    assert "lfo.z16.rate" in panel.rows
    assert panel.minimumSizeHint().width() <= 328
    panel.show_playable(Playable(1))
    assert "lfo.z2.shape" not in panel.rows


def test_the_picture_shows_where_the_axis_is(panel):
    panel.show_status(EngineStatus(latent=(0.0, 0.5, 0.0), sounding=(0.0, 0.9, -0.2)))
    assert [axis.preview.place for axis in panel.axes] == [(0.0, 0.0), (0.5, 0.9), (0.0, -0.2)]
    before = panel.grab().toImage()
    panel.show_status(EngineStatus(latent=(0.0, 0.5, 0.0), sounding=(0.0, -0.9, -0.2)))
    assert panel.grab().toImage() != before


@pytest.mark.parametrize("shape", range(len(LFO_SHAPES)), ids=LFO_SHAPES)
def test_each_shape_has_a_curve_of_its_own(shape):
    curve = shape_curve(shape)
    assert all(-1.0 <= value <= 1.0 for value in curve)
    assert curve == shape_curve(shape)
    assert all(curve != shape_curve(other) for other in range(len(LFO_SHAPES)) if other != shape)
    assert (max(curve) > min(curve)) is (LFO_SHAPES[shape] != "off")
