import json
from pathlib import Path

import pytest
import vschaos_resources
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QToolButton, QWidget

from tests.studio.conftest import other_instrument
from vschaos.errors import VschaosError
from vschaos.instrument.card import LabelCard
from vschaos.osc.listing import listed
from vschaos_studio.app import build
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import WINDOW_GEOMETRY
from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_request import TrainingRequest
from vschaos_studio.ui.actions import documentation, help_actions
from vschaos_studio.ui.actions.entries import ENTRIES
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.help_button import topic_at
from vschaos_studio.ui.dialogs.crash_dialog import CrashDialog
from vschaos_studio.ui.dialogs.guide_window import GuideWindow
from vschaos_studio.ui.dialogs.table_dialog import TableDialog
from vschaos_studio.ui.icons import picture
from vschaos_studio.ui.pages import PAGES, PLAY
from vschaos_studio.ui.play.record_bar import IDLE


@pytest.mark.parametrize("number", range(len(PAGES)), ids=[page.id for page in PAGES])
def test_every_page_is_reached_by_action_and_by_rail(window, number, qtbot):
    id, wanted = PAGES[number].id, window.pages[number]
    action = window.actions_by_id[f"show_{id}"]
    assert action.shortcut().toString() == f"Ctrl+{number + 1}"
    action.trigger()
    assert window.page is wanted
    assert wanted.isVisible()
    window.show_page(window.pages[(number + 1) % 4])
    qtbot.mouseClick(window.navigation.buttons[id], Qt.MouseButton.LeftButton)
    assert window.page is wanted
    assert [page for page, button in window.navigation.buttons.items() if button.isChecked()] == [id]


def test_an_instrument_is_chosen_in_the_browser(window, instrument_file, tmp_path, qtbot):
    other = other_instrument(tmp_path / "library" / "other.vschaos", name="Other bells")
    window.open_instrument(instrument_file)
    window.show_page(window.page_of("sounds"))
    window.actions_by_id["browse"].trigger()
    browser = window.browser
    qtbot.waitUntil(lambda: len(browser.model.cards) == 2 and all(card.picture for card in browser.model.cards))
    assert browser.cards.card.listed.path == instrument_file
    browser.cards.choose(other)
    qtbot.keyClick(browser.cards, Qt.Key.Key_Return)
    assert (window.play.instrument, window.page) == (other, window.play)
    assert not browser.isVisible()


@pytest.mark.parametrize(
    ("focus", "topic"),
    [
        (lambda window: window.play.side.sound.rows["life"], "playing#the-sound"),
        (lambda window: window.play.pad, "playing"),
        (lambda window: window.play.gesture, "playing#gestures"),
    ],
    ids=["a slider of a panel", "the pad", "a bar"],
)
def test_f1_opens_the_guide_where_the_hand_is(window, focus, topic, monkeypatch):
    monkeypatch.setattr(QApplication, "focusWidget", lambda: focus(window))
    window.actions_by_id["guide"].trigger()
    assert window.findChild(GuideWindow).topic == topic


def test_question_marks_open_one_guide_at_their_place(window, qtbot):
    for page in (window.others.sounds, window.others.train, window.others.export):
        window.show_page(page)
        qtbot.mouseClick(help_of(page), Qt.MouseButton.LeftButton)
        (guide,) = window.findChildren(GuideWindow)
        assert guide.topic == topic_at(page)
    guide.close()
    window.show_page(window.play)
    qtbot.mouseClick(help_of(window.play.side.sound), Qt.MouseButton.LeftButton)
    assert window.findChildren(GuideWindow)[-1].topic == "playing#the-sound"


def help_of(widget):
    return next(one for one in widget.findChildren(QToolButton) if one.text() == "?")


def test_the_documentation_opens_in_the_browser_or_the_notice_says_how_to_build_it(
    window, notices, tmp_path, monkeypatch
):
    index = tmp_path / "index.html"
    opened, posted, found = [], [], [True, False]
    window.notices.listen(posted.append)
    monkeypatch.setattr(documentation, "PLACES", (tmp_path / "other.html", index))
    monkeypatch.setattr(
        "vschaos_studio.ui.actions.documentation.QDesktopServices.openUrl",
        lambda url: opened.append(Path(url.toLocalFile())) or found.pop(0),
    )
    show = window.actions_by_id["documentation"].trigger
    show()
    assert "make docs" in posted[-1].sentence
    monkeypatch.setattr(documentation, "SOURCE", tmp_path)
    show()
    assert "F1" in posted[-1].sentence
    assert opened == []
    index.write_text("<html>")
    show()
    assert opened == [index]
    show()
    assert str(index) in posted[-1].remedy


def test_a_report_has_the_versions_and_the_ends_of_the_logs(window, monkeypatch, tmp_path):
    (tmp_path / "engine.log").write_text("\n".join(f"line {number}" for number in range(200)))
    monkeypatch.setattr(help_actions, "log_folder", lambda: tmp_path)
    window.actions_by_id["report"].trigger()
    copied = QApplication.clipboard().text()
    assert "vschaos studio 1.2.3" in copied
    assert "engine.log:" in copied
    assert "line 199" in copied
    assert "line 100\n" not in copied


def test_the_play_page_stays_when_the_others_are_made(window):
    assert window.page is window.play
    window.complete()
    assert window.page is window.play
    assert window.play.isVisible()


def test_every_page_is_named_alike_in_rail_menu_and_title(window):
    for entry in PAGES:
        assert window.navigation.buttons[entry.id].text() == entry.title
        assert window.actions_by_id[f"show_{entry.id}"].text() == entry.text
    assert [window.page_of(entry.id).title.text() for entry in PAGES if entry.id != PLAY] == [
        "Sounds",
        "Train",
        "Export",
    ]


def test_no_two_actions_share_a_shortcut_or_a_name():
    keys = [key for entry in ENTRIES for key in entry.shortcuts]
    assert len(keys) == len(set(keys))
    assert len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    for menu in {(entry.menu, entry.submenu) for entry in ENTRIES}:
        entries = [entry for entry in ENTRIES if (entry.menu, entry.submenu) == menu]
        letters = [entry.text[entry.text.index("&") + 1].lower() for entry in entries]
        assert len(letters) == len(set(letters)), menu


def test_an_instrument_opens_on_the_play_page_and_reaches_export(window, instrument_file, monkeypatch):
    offered = []
    monkeypatch.setattr(window.others.export, "set_instrument", offered.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(instrument_file), ""))
    window.show_page(window.others.sounds)
    window.actions_by_id["open_instrument"].trigger()
    assert window.page is window.play
    assert window.play.instrument == instrument_file
    assert offered == [instrument_file]


def test_a_copy_is_saved_under_the_right_ending(window, instrument_file, tmp_path, monkeypatch, notices):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy"), ""))
    window.actions_by_id["save_copy"].trigger()
    assert "no instrument" in window.notice_bar.shown.sentence
    window.open_instrument(instrument_file)
    window.actions_by_id["save_copy"].trigger()
    assert (tmp_path / "copy.vschaos").read_bytes() == instrument_file.read_bytes()
    (tmp_path / "copy.vschaos").write_bytes(b"another")
    window.actions_by_id["save_copy"].trigger()
    assert (tmp_path / "copy.vschaos").read_bytes() == b"another"
    window.notice_bar.action.click()
    assert (tmp_path / "copy.vschaos").read_bytes() == instrument_file.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "absent" / "copy"), ""))
    window.actions_by_id["save_copy"].trigger()
    assert "could not be saved" in window.notice_bar.shown.sentence


def test_space_and_escape_play_from_the_pad(window, instrument_file, qtbot, monkeypatch):
    window.open_instrument(instrument_file)
    pressed = []
    monkeypatch.setattr(window.play, "panic", lambda: pressed.append("panic"))
    window.activateWindow()
    window.play.pad.setFocus()
    qtbot.keyClick(window.play.pad, Qt.Key.Key_Space)
    assert window.play.view.playing
    qtbot.keyClick(window.play.pad, Qt.Key.Key_Space)
    assert not window.play.view.playing
    qtbot.keyClick(window.play.pad, Qt.Key.Key_Escape)
    assert pressed == ["panic"]


def test_space_on_a_focused_button_presses_that_button(window, instrument_file, qtbot):
    window.open_instrument(instrument_file)
    window.activateWindow()
    snap = window.play.snap
    snap.setFocus()
    qtbot.keyClick(snap, Qt.Key.Key_Space)
    assert snap.isChecked()
    assert not window.play.view.playing


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    arguments = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, *arguments)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *arguments))
    return entering.isAccepted()


def test_instruments_and_folders_can_be_dropped_and_nothing_else(window, instrument_file, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(window.others.sounds, "open_folder", opened.append)
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / "sounds").mkdir()
    assert not drop(window, tmp_path / "notes.txt")
    assert drop(window, instrument_file)
    assert window.play.instrument == instrument_file
    assert drop(window, tmp_path / "sounds")
    assert opened == [tmp_path / "sounds"]
    assert window.page is window.others.sounds
    assert window.last_sounds_folder == tmp_path / "sounds"
    dropped = []
    monkeypatch.setattr(window.others.sounds.dropping, "open", dropped.append)
    window.show_page(window.play)
    (tmp_path / "take.wav").write_bytes(b"")
    assert drop(window, tmp_path / "take.wav")
    assert dropped == [(tmp_path / "take.wav",)]
    assert window.page is window.others.sounds
    window.open_paths([tmp_path / "take.wav"])
    assert dropped == [(tmp_path / "take.wav",)] * 2


def test_several_files_are_opened_each_as_what_it_is(window, instrument_file, tmp_path, monkeypatch):
    opened, sounds = [], []
    monkeypatch.setattr(window.others.sounds.dropping, "open", sounds.append)
    monkeypatch.setattr(window.projects, "open", opened.append)
    other, project = tmp_path / "other.VSCHAOS", tmp_path / "a.vsproject"
    other.write_bytes(instrument_file.read_bytes())
    window.open_paths([tmp_path / "take.wav", other, project, instrument_file, tmp_path])
    assert opened == [project]
    assert window.play.instrument == other
    assert window.play.header.box.findData(str(instrument_file)) >= 0
    assert sounds == [(tmp_path / "take.wav", tmp_path)]


def test_a_start_of_another_version_is_answered(window):
    window.come_forward((), window.version)
    assert window.notice_bar.shown is None
    window.come_forward((), "2.0.0")
    assert "2.0.0" in window.notice_bar.shown.sentence
    assert window.version in window.notice_bar.shown.sentence


def test_a_trained_instrument_is_swapped_in_only_where_it_is_wished(window, instrument_file, tmp_path):
    window.open_instrument(instrument_file)
    learned = other_instrument(tmp_path / "last.vschaos", name="Learned")
    window.show_page(window.others.train)
    window.others.train.instrument_saved.emit(str(learned), False)
    assert window.play.instrument == instrument_file
    window.others.train.instrument_saved.emit(str(learned), True)
    assert window.play.instrument == learned
    assert window.page is window.others.train
    window.others.train.play_requested.emit(str(instrument_file))
    assert window.page is window.play
    window.others.train.export_requested.emit(str(learned))
    assert window.page is window.others.export


def test_the_full_pad_hides_the_rest_and_keeps_the_shortcuts(window, instrument_file, qtbot):
    window.open_instrument(instrument_file)
    window.actions_by_id["full_pad"].trigger()
    assert window.full_pad
    assert not window.menuBar().isVisible()
    assert not window.navigation.isVisible()
    qtbot.keyClick(window.play.pad, Qt.Key.Key_Space)
    assert window.play.view.playing
    window.actions_by_id["show_train"].trigger()
    assert not window.full_pad
    window.actions_by_id["full_pad"].trigger()
    qtbot.mouseClick(window.play.leave, Qt.MouseButton.LeftButton)
    assert not window.full_pad
    assert not window.play.leave.isVisible()
    assert window.menuBar().isVisible()


@pytest.mark.parametrize("action", ["shortcuts", "osc_addresses", "about"])
def test_help_opens_and_closes(window, action, instrument_file):
    window.open_instrument(instrument_file)
    window.actions_by_id[action].trigger()
    (dialog,) = [child for child in window.findChildren(QDialog) if child.isVisible()]
    dialog.close()


def test_the_osc_help_lists_all_addresses_of_the_instrument(window, instrument_file):
    window.open_instrument(instrument_file)
    window.actions_by_id["osc_addresses"].trigger()
    (dialog,) = [child for child in window.findChildren(TableDialog) if child.isVisible()]
    table = dialog.table
    shown = [tuple(table.item(y, x).text() for x in range(table.columnCount())) for y in range(table.rowCount())]
    assert shown == [one.row for one in listed(window.play.playable)]
    addresses = [row[0] for row in shown]
    assert "/vs/latent/z5" in addresses
    assert "/vs/latent/z6" not in addresses
    dialog.close()


def test_the_crash_report_can_be_copied(window, qtbot):
    dialog = CrashDialog("the report", window)
    qtbot.addWidget(dialog)
    dialog.copy()
    assert QApplication.clipboard().text() == "the report"


def test_the_window_comes_back_where_it_was(window, settings, tmp_path):
    window.resize(1111, 777)
    window.close()
    again = Settings(settings.path)
    again.load()
    assert again.get(WINDOW_GEOMETRY)


def test_what_the_record_bar_says_fits_the_smallest_usual_screen(window, qtbot):
    window.resize(1280, 800)
    line = window.play.record.findChild(ElidedLabel)
    assert line.text() == IDLE
    assert line.fontMetrics().horizontalAdvance(IDLE) <= line.contentsRect().width()


@pytest.mark.parametrize("remembered", ["", "nonsense!", "bm9uc2Vuc2U="])
def test_a_strange_remembered_place_is_ignored(qtbot, settings, fake_engine, tmp_path, remembered):
    settings.set(WINDOW_GEOMETRY, remembered)
    studio = build(
        settings=settings,
        launcher=fake_engine().launcher,
        logs=tmp_path,
        version="1",
        factory=[],
        sets=tmp_path / "sets",
        projects=tmp_path / "projects",
        library=tmp_path / "library",
        work=tmp_path,
    )
    qtbot.addWidget(studio.window)
    assert studio.window.width() >= 640
    studio.shutdown()


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)])
def test_nothing_on_the_play_page_is_cut(window, instrument_file, size, qtbot):
    window.open_instrument(instrument_file)
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    page = window.play
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QLabel | QPushButton) and widget.isVisible() and widget is not page.header.facts:
            inside = widget.mapTo(page, widget.rect().bottomRight())
            if page.side.tabs.stack.isAncestorOf(widget):
                continue  # these scroll
            assert page.rect().contains(inside), (widget, widget.text())
            if isinstance(widget, QPushButton) or not widget.wordWrap():
                assert widget.width() >= widget.minimumSizeHint().width() or widget.text() == "", widget.text()


def test_the_keyboard_reaches_every_control_of_the_play_page(window, instrument_file):
    window.open_instrument(instrument_file)
    page, side = window.play, window.play.side
    reached = set()
    widget = page.pad
    while widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    wanted = [page.pad, page.snap, page.notes, side.transport.button, side.transport.freeze, side.tabs.tabs]
    wanted += [side.transport.gain.editor, side.output.menu.box, side.osc.switch, side.osc.in_port, side.osc.out_port]
    wanted += [page.header.box, page.record.record, page.gesture.play, page.snapshots.slots]
    wanted += [*(row.slider for row in side.axes.sliders), *(row.editor for row in side.sound.rows.values())]
    for control in wanted:
        assert control in reached
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName() or getattr(control, "text", lambda: "")()


def test_icons_are_all_there(theme, qapp):
    for path in (vschaos_resources.ROOT / "icons").glob("*.svg"):
        image = picture(path.stem, theme.accent, 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), Path(path).name


def press(qtbot, window, *keys):
    window.activateWindow()
    window.play.pad.setFocus()
    for key, modifier in keys:
        qtbot.keyClick(window.play.pad, key, modifier)


CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN, SHIFT, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def test_letters_and_numbers_play_on_the_play_page(window, instrument_file, qtbot, monkeypatch):
    window.open_instrument(instrument_file)
    done = []
    monkeypatch.setattr(window.play.controller, "move", lambda control, values=(): done.append((control, *values)))
    monkeypatch.setattr(window.play.recordings, "toggle", lambda: done.append("record"))
    monkeypatch.setattr(window.play.recordings, "save_last", lambda: done.append("save last"))
    monkeypatch.setattr(window.play, "recall_snapshot", lambda number: done.append(("recall", number)))
    press(qtbot, window, (Qt.Key.Key_F, PLAIN), (Qt.Key.Key_B, PLAIN), (Qt.Key.Key_G, PLAIN), (Qt.Key.Key_G, SHIFT))
    press(qtbot, window, (Qt.Key.Key_R, PLAIN), (Qt.Key.Key_R, SHIFT), (Qt.Key.Key_4, PLAIN), (Qt.Key.Key_5, ALT))
    assert done == [
        ("freeze", 1.0),
        ("snapshot.b", 1.0),
        ("gesture.play", 1.0),
        ("gesture.record", 1.0),
        "record",
        "save last",
        ("recall", 4),
        ("snapshot.store", 5.0),
    ]


def test_letters_are_left_alone_on_the_other_pages(window, instrument_file, qtbot, monkeypatch):
    window.open_instrument(instrument_file)
    done = []
    monkeypatch.setattr(window.play.recordings, "toggle", lambda: done.append("record"))
    window.show_page(window.others.sounds)
    window.activateWindow()
    window.others.sounds.setFocus()
    qtbot.keyClick(window.others.sounds, Qt.Key.Key_R)
    assert done == []


def test_a_port_is_typed_and_recalls_nothing(window, instrument_file, qtbot, monkeypatch):
    window.open_instrument(instrument_file)
    done = []
    monkeypatch.setattr(window.play, "recall_snapshot", done.append)
    window.activateWindow()
    window.play.side.tabs.show_panel(window.play.side.tabs.stack.widget(4))
    field = window.play.side.osc.in_port
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "9123")
    assert field.text() == "9123"
    assert done == []


def test_letters_that_play_notes_are_no_shortcuts(window, instrument_file, qtbot):
    window.open_instrument(instrument_file)
    window.activateWindow()
    window.play.notes.setChecked(True)
    keyboard = window.play.labels.keyboard
    played = []
    keyboard.played.connect(lambda key, loud: played.append((key, loud > 0)))
    qtbot.keyClick(keyboard, Qt.Key.Key_F)
    assert played == [(65, True), (65, False)]
    assert window.play.view["freeze"] == 0.0


def test_a_set_is_kept_in_the_project(studio, instrument_file, fake_engine, qtbot, clock, tmp_path):
    studio.window.open_instrument(instrument_file)
    with qtbot.waitSignal(studio.bridge.instrument_loaded):
        studio.bridge.start()
    studio.window.play.store_snapshot(3)
    qtbot.waitUntil(lambda: studio.bridge.status.stored == (3,))
    studio.shutdown()
    document = studio.projects.document_of(instrument_file, "")
    assert json.loads(document)["snapshots"].keys() == {"3"}


def test_closing_asks_about_what_every_page_has_not_finished(window, monkeypatch, qtbot):
    others = window.others
    for number, page in enumerate((others.sounds, others.train, others.export, window.play)):
        work = UnfinishedWork(f"Work {number}", "It ends.", lost=number == 3)
        monkeypatch.setattr(page, "unfinished", lambda work=work: [work])
    assert [one.what for one in window.unfinished()] == [f"Work {number}" for number in range(4)]
    assert not window.close()
    assert window.isVisible()
    with qtbot.waitSignal(window.closed):
        window.closing.dialog.close_now.click()


def test_closing_asks_nothing_where_nothing_runs(window, qtbot):
    assert window.others
    with qtbot.waitSignal(window.closed):
        assert window.close()


MARKUP = "<b>x</b>"


def test_names_that_look_like_markup_are_shown_as_they_are(window, instrument_file, tmp_path):
    kinds = LabelCard("kind", "int", 2, ("<u>bell</u>", "R&B"), conditions=("decoder",))
    path = tmp_path / "<b>file</b>" / "x.vschaos"
    path.parent.mkdir(parents=True, exist_ok=True)
    texts = {"name": MARKUP, "author": MARKUP, "licence": MARKUP, "description": MARKUP, "consent": MARKUP}
    window.open_instrument(other_instrument(path, labels=(kinds,), **texts))
    others = window.others
    others.train.state, others.train.name = TrainingState(phase=Phase.TRAINING), MARKUP
    others.train.queue.add(TrainingRequest(MARKUP, "dgt_small", tmp_path, tmp_path))
    others.train.refresh_view()
    window.notices.error(VschaosError(f"“{MARKUP}” is gone.", MARKUP))
    window.play.store_snapshot(1)
    labels = window.findChildren(QLabel)
    assert sum(MARKUP in one.text() for one in labels) >= 5
    assert all(one.textFormat() is Qt.TextFormat.PlainText or "<" not in one.text() for one in labels)
    for widget in window.findChildren(QWidget):
        tip = widget.toolTip()
        assert not GuiQt.mightBeRichText(tip) or not any(tag in tip for tag in ("<b>", "<i>", "<u>")), (widget, tip)
