import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from vschaos.performance.controls import Label, Playable
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.ui.play.notes_panel import EnvelopeCurve, NotesPanel


@pytest.fixture
def panel(qtbot, theme):
    made = NotesPanel(theme)
    qtbot.addWidget(made)
    made.resize(328, 300)
    made.show()
    return made


@pytest.fixture
def moves(panel):
    made = []
    panel.moved.connect(lambda *move: made.append(move))
    return made


def test_each_stage_can_be_set_and_is_drawn(panel, moves, qtbot):
    for stage in ("attack", "decay", "sustain", "release"):
        before = panel.curve.grab().toImage()
        qtbot.keyClick(panel.rows[f"envelope.{stage}"].editor, Qt.Key.Key_Home)
        assert panel.curve.grab().toImage() != before
    assert moves == [
        ("envelope.attack", (0.002,)),
        ("envelope.decay", (0.005,)),
        ("envelope.sustain", (0.0,)),
        ("envelope.release", (0.005,)),
    ]


def test_values_shown_are_drawn_and_not_emitted(panel, moves):
    before = panel.curve.grab().toImage()
    panel.show_values({"envelope.attack": 2.0, "voices": 4.0})
    assert panel.curve.grab().toImage() != before
    assert panel.rows["voices"].value == 4.0
    assert moves == []


def test_it_counts_the_notes_that_sound(panel, moves, qtbot):
    panel.show_status(EngineStatus(voices=3))
    assert panel.sounding.text() == "3 of 8 sound"
    qtbot.keyClick(panel.rows["voices"].editor, Qt.Key.Key_Up)
    assert moves == [("voices", (9.0,))]
    assert panel.sounding.text() == "3 of 9 sound"


def test_the_keys_are_tuned_by_a_file_or_equally(panel, monkeypatch):
    chosen = []
    panel.tuning.chosen.connect(lambda *paths: chosen.append(paths))
    files = ["/a/just.scl", "/a/white.kbm"]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    menu = panel.tuning
    menu.activated.emit(menu.count() - 1)
    assert chosen == [("/a/just.scl", "/a/white.kbm")]
    assert menu.currentText() == "Equal", "until the engine has read it"
    panel.show_status(EngineStatus(tuning="Just intonation"))
    assert menu.currentText() == "Just intonation"
    files = ["/b/mine.TUN"]
    menu.activated.emit(menu.count() - 1)
    files = []
    menu.activated.emit(menu.count() - 1)
    menu.activated.emit(menu.currentIndex())
    assert chosen[1:] == [("/b/mine.TUN", "")]
    menu.activated.emit(0)
    assert chosen[2:] == [("", "")]
    panel.show_status(EngineStatus())
    assert menu.currentText() == "Equal"


def test_only_an_instrument_with_pitch_is_tuned(panel):
    panel.show_playable(Playable(2, (Label("pitch", 0, 11, 0), Label("octave", 2, 5, 4))))
    assert panel.tuning.isEnabled()
    panel.show_playable(Playable(2))
    assert not panel.tuning.isEnabled()


def test_it_says_that_keys_choose_no_pitch_where_they_do_not(panel):
    panel.show_playable(Playable(2, (Label("pitch", 0, 11, 0),)))
    assert panel.no_pitch.isHidden()
    panel.show_playable(Playable(2, (Label("bow", 0, 3, 0),)))
    assert not panel.no_pitch.isHidden()


@pytest.mark.parametrize("stages", [(0.002, 0.005, 0.0, 0.005), (5.0, 5.0, 1.0, 10.0), (0.01, 0.3, 0.8, 0.3)])
def test_the_curve_rises_falls_holds_and_dies_within_its_frame(qtbot, theme, stages):
    curve = EnvelopeCurve(theme)
    qtbot.addWidget(curve)
    curve.show_stages(*stages)
    corners = curve.corners()
    places = [at for at, _ in corners]
    assert places == sorted(places)
    assert places[0] == 0.0
    assert places[-1] <= 1.0 + 1e-9
    assert [level for _, level in corners] == [0.0, 1.0, stages[2], stages[2], 0.0]
    # The shortest stage is still seen: some pixels of a column's width.
    assert places[1] * 290 > 8


def test_it_fits_the_column(panel):
    assert panel.minimumSizeHint().width() <= 328
