"""The Play page: the pad, everything around it, and the engine status, polled about 60 times a second.

What the user moves goes through :class:`~vschaos_studio.ui.play.performance_controller.PerformanceController`, the pad
through :class:`~vschaos_studio.ui.play.pad_view.PadView`, devices through
:class:`~vschaos_studio.ui.play.device_controls.PlayDevices`, recordings and gestures through
:class:`~vschaos_studio.ui.play.recordings.PlayRecordings`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import read_card, read_instrument
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import EngineStatus, Spectrum
from vschaos_studio.language import tr
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import INSTRUMENT, SOUND_PICTURE
from vschaos_studio.state.closing import UnfinishedWork, unfinished_playing
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.controls.help_button import set_topic
from vschaos_studio.ui.controls.layouts import boxed, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button
from vschaos_studio.ui.play.device_controls import PlayDevices
from vschaos_studio.ui.play.gesture_bar import GestureBar
from vschaos_studio.ui.play.instrument_header import InstrumentHeader
from vschaos_studio.ui.play.labels_panel import LabelsPanel
from vschaos_studio.ui.play.pad import LatentPad
from vschaos_studio.ui.play.pad_guide import PadGuide
from vschaos_studio.ui.play.pad_view import PadView
from vschaos_studio.ui.play.patch_export import PlayPatches
from vschaos_studio.ui.play.performance_controller import PerformanceController
from vschaos_studio.ui.play.record_bar import RecordBar
from vschaos_studio.ui.play.recordings import PlayRecordings
from vschaos_studio.ui.play.side_panel import PlaySide
from vschaos_studio.ui.play.snapshot_bar import SnapshotBar
from vschaos_studio.ui.play.sound_picture import SoundPicture
from vschaos_studio.ui.theme import Theme

POLL_MS = 16
FIGURES_EVERY = 15
"""Numbers and sentences change only at every so many polls: numbers that flicker cannot be read."""

STATE_TEXTS = {
    EngineState.OFF: "",
    EngineState.STARTING: tr("starting the engine…"),
    EngineState.READY: "",
    EngineState.FAILED: tr("the sound engine has stopped; press Play to restart it"),
}


class PlayPage(QWidget):
    """Where an instrument is played.

    Signals
    -------
    instrument_opened
        Path of the instrument shown now.
    open_pressed
        The user wants to choose an instrument file.
    browse_pressed
        The user wants to see all instruments.
    leave_pressed
        The user wants to return from the full pad.

    Parameters
    ----------
    factory
        The instruments that ship with the program.
    clock
        Seconds, monotonic.
    is_still
        Returns whether nothing is animated.
    """

    instrument_opened = Signal(str)
    open_pressed = Signal()
    browse_pressed = Signal()
    leave_pressed = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        notices: Notices,
        settings: Settings,
        bridge: EngineBridge,
        tasks: TaskRunner,
        factory: list[Path],
        clock: Callable[[], float],
        is_still: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._notices = notices
        self._settings = settings
        self._bridge = bridge
        self.sounds: SoundMap | None = None
        self._seen: EngineStatus | None = None
        self._polls = 0
        self.instrument: Path | None = None
        self.controller = PerformanceController(
            bridge=bridge, settings=settings, notices=notices, clock=clock, parent=self
        )
        self.header = InstrumentHeader(theme)
        self.pad = LatentPad(theme, clock=clock, is_still=is_still)
        self.pad_view = PadView(self.pad, self.controller, settings, parent=self)
        self.picture = SoundPicture(theme, clock=clock)
        if not settings.get(SOUND_PICTURE):
            self.picture.hide()
        self.labels = LabelsPanel(theme)
        self.side = PlaySide(theme, settings=settings, clock=clock)
        self.guide = PadGuide(
            self.pad, theme, player=bridge, tasks=tasks, settings=settings, notices=notices, parent=self
        )
        self.snapshots = SnapshotBar(theme)
        self.gesture = GestureBar(theme)
        self.record = RecordBar(theme, clock=clock, is_still=is_still)
        self.snap = QCheckBox(tr("Snap"))
        self.snap.setAccessibleName(tr("Snap to sounds"))
        self.snap.setToolTip(
            tr("A touch plays the nearest training sound itself, instead of what lies between the sounds")
        )
        self.notes = QCheckBox(tr("Keys play notes"))
        self.notes.setToolTip(
            tr(
                "The keyboard on the screen, and the letters A to K while it has the focus, play notes with the "
                "envelope of the Notes tab, as a MIDI keyboard does"
            )
        )
        self.leave = button(tr("Leave full pad"), tip=tr("Return to the window (F11)"), press=self.leave_pressed)
        self.leave.hide()
        self._lay_out()
        for part, topic in (
            (self, "playing"),
            (self.snapshots, "playing#snapshots"),
            (self.gesture, "playing#gestures"),
            (self.record, "playing#recording"),
        ):
            set_topic(part, topic)
        self.devices = PlayDevices(self.side, bridge=bridge, settings=settings, notices=notices)
        self.recordings = PlayRecordings(
            bridge=bridge,
            settings=settings,
            notices=notices,
            record_bar=self.record,
            gesture_bar=self.gesture,
            instrument=lambda: self.instrument_name,
            page=self,
        )
        self.patches = PlayPatches(
            notices=notices,
            playable=lambda: self.playable,
            instrument=lambda: self.instrument_name,
            settings=self.devices.osc_settings,
            page=self,
        )
        self.side.osc.patch_wanted.connect(self.patches.save)
        self._connect()
        for path in factory:
            self.header.list_instrument(path, listed_name(path))
        self.header.show_chosen(None)
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(POLL_MS)
        self.timer.timeout.connect(self.poll)
        self._show_performance()
        self._show_engine_state(bridge.state)

    # ── what the window asks for ─────────────────────────────────────────────────────────────────────────

    @property
    def view(self) -> PerformanceView:
        """The performance as it is shown."""
        return self.controller.view

    @property
    def playable(self) -> Playable:
        """What the instrument shown lets be moved; the pad alone while there is none."""
        return self.sounds.playable if self.sounds is not None else Playable(latent_dims=2)

    @property
    def instrument_name(self) -> str:
        """Name of the instrument shown; empty while there is none."""
        return self.sounds.card.name if self.sounds is not None else ""

    def open_instrument(self, path: Path) -> bool:
        """Show an instrument and load it into the engine; False, and a notice, if it cannot be read."""
        try:
            sounds = SoundMap.of(read_instrument(path, with_weights=False), path)
        except InstrumentError as error:
            self._notices.error(error)
            self.header.show_chosen(self.instrument)
            return False
        self.sounds = sounds
        self.instrument = path
        self.controller.set_instrument(sounds.card.playable, str(path))
        self.header.list_instrument(path, sounds.card.name)
        self.header.show_chosen(path)
        self.header.show_card(sounds.card)
        self.pad_view.show_sounds(sounds)
        self.side.show_sounds(sounds)
        self.guide.show_sounds(sounds)
        self.labels.show_playable(sounds.card.playable)
        self._settings.set(INSTRUMENT, str(path))
        self._bridge.load_instrument(str(path))
        self._show_performance()
        self.instrument_opened.emit(str(path))
        return True

    def toggle_playing(self) -> None:
        """Play if it is silent, stop if it sounds."""
        self.controller.set_playing(not self.view.playing)

    def panic(self) -> None:
        """Silence now."""
        self.labels.keyboard.release_all()
        self.pad.hands.lift_all()
        self._bridge.set_control("panic")

    @property
    def audible(self) -> bool:
        """Whether the instrument plays, or a note of it."""
        status = self._bridge.status
        return self.view.playing or (status is not None and status.voices > 0)

    @property
    def auditioning(self) -> bool:
        """Whether a sound file plays beside the instrument."""
        return self._bridge.status is not None and bool(self._bridge.status.auditioning)

    def stop_audition(self) -> None:
        """Stop that file."""
        self._bridge.stop_sound()

    def store_snapshot(self, number: int) -> None:
        """Store the present sound under a number."""
        self.controller.move("snapshot.store", (float(number),))

    def recall_snapshot(self, number: int) -> None:
        """Recall the sound of a number, if there is one."""
        status = self._bridge.status
        if status is not None and number in status.stored:
            self.controller.move("snapshot.recall", (float(number),))
        else:
            self._notices.info(
                tr("Snapshot {number} is empty; Alt+{number} stores the present sound there.", number=number)
            )

    def unfinished(self) -> list[UnfinishedWork]:
        """What closing would interrupt on this page."""
        return unfinished_playing(self._bridge.status)

    def show_only_pad(self, only: bool) -> None:
        """Give the whole page to the pad, or show all of it."""
        for part in (self.header, self.side, self._deck):
            part.setVisible(not only)
        self.leave.setVisible(only)
        self.pad.setFocus()

    def toggle_picture(self) -> None:
        """Show the picture of the sound, or hide it; also in later starts."""
        shown = not self._settings.get(SOUND_PICTURE)
        self._settings.set(SOUND_PICTURE, shown)
        self.picture.setVisible(shown)
        self._bridge.watch_sound(shown and self.isVisible())

    # ── the user ─────────────────────────────────────────────────────────────────────────────────────────

    def _choose_instrument(self, path: str) -> None:
        self.open_instrument(Path(path))

    def _set_snap(self, snap: bool) -> None:
        self.pad.snap = snap

    def _set_notes(self, notes: bool) -> None:
        self.labels.play_notes(notes)
        if notes:
            self.labels.keyboard.setFocus()

    def _refuse_play(self) -> None:
        self.side.transport.show_playing(False)

    # ── the engine ───────────────────────────────────────────────────────────────────────────────────────

    def _show_engine_state(self, state: EngineState) -> None:
        text = STATE_TEXTS[state]
        self.pad.show_message(text)
        if state is EngineState.READY:
            self.devices.refresh()
            return
        if state is EngineState.FAILED:
            self.controller.silence()
        self.side.show_waiting(text[:1].upper() + text[1:])
        self._show_still()

    def _show_still(self) -> None:
        """Show that nothing moves by itself, records or plays any more."""
        self.picture.show_silence()
        self.pad.show_sounding(None)
        # A new engine gets the stored snapshots, but reports none before it has them.
        nothing = EngineStatus(stored=self._seen.stored if self._seen is not None else ())
        self.snapshots.show_status(nothing)
        self.gesture.show_status(nothing)
        self.record.show_recording(nothing.recording)

    def poll(self) -> None:
        """Show the latest engine status; cheap when nothing has changed."""
        status = self._bridge.status if self._bridge.state is EngineState.READY else None
        meter = self.side.transport.meter
        meter.show_level(status.level_db if status is not None else -120.0)
        self.pad.show_level(meter.level_db)
        self.pad.tick()
        self.picture.tick()
        if status is None:
            return
        self.side.osc.show_status(status.osc)
        self.record.show_recording(status.recording)
        if status is not self._seen:
            self._seen = status
            self.controller.follow(status)
            self.snapshots.show_status(status)
            self.gesture.show_status(status)
            self._show_performance()
        # Also where nothing is new: the input meter falls by itself.
        self.side.show_status(status)
        self._polls += 1
        if self._polls % FIGURES_EVERY == 1:
            self.side.show_figures(status)

    def _show_performance(self) -> None:
        view = self.view
        self.pad_view.show_view(view)
        self.guide.show_view(view)
        values = view.values
        self.side.show_values(values)
        self.labels.show_values(values)
        self.snapshots.show_values(values)
        self.gesture.show_values(values)

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        self._foot = boxed(
            hbox(
                self.pad_view.switch,
                self.guide.choice,
                (self.guide.caption, 1),
                self.snap,
                self.notes,
                self.leave,
                margins=(28, 8, 12, 0),
                spacing=6,
            )
        )
        self._deck = boxed(
            vbox(self.snapshots, hbox((self.gesture, 1), self.record, spacing=16), margins=(28, 8, 0, 0))
        )
        vbox(
            self.header,
            (
                hbox((vbox((self.pad, 1), self.picture, self._foot, self.labels, spacing=0), 1), self.side, spacing=12),
                1,
            ),
            self._deck,
            margins=(24, 16, 24, 12),
            spacing=4,
            on=self,
        )

    def _connect(self) -> None:
        controller = self.controller
        self.header.chosen.connect(self._choose_instrument)
        self.header.open_pressed.connect(self.open_pressed)
        self.header.browse_pressed.connect(self.browse_pressed)
        controller.moved.connect(self._show_performance)
        controller.refused.connect(self._refuse_play)
        self.pad_view.mode_shown.connect(self.guide.show_mode)
        self.guide.axes_named.connect(self.side.name_axes)
        self.snap.toggled.connect(self._set_snap)
        self.notes.toggled.connect(self._set_notes)
        self.labels.played.connect(controller.play_note)
        for panel in (self.labels, self.side, self.snapshots, self.gesture):
            panel.moved.connect(controller.move)
        self.snapshots.named.connect(controller.name_snapshot)
        self.side.transport.play_pressed.connect(controller.set_playing)
        self.side.axes.centred.connect(controller.centre)
        self.side.notes.tuning.chosen.connect(controller.open_tuning)
        self._bridge.state_changed.connect(self._show_engine_state)
        self._bridge.instrument_loaded.connect(controller.hold)
        self._bridge.spectrum_seen.connect(self._show_spectrum)

    def _show_spectrum(self, spectrum: Spectrum) -> None:
        if self.picture.isVisible():
            self.picture.show_spectrum(spectrum)

    def showEvent(self, event: QShowEvent) -> None:
        """Poll while the page can be seen."""
        super().showEvent(event)
        self.timer.start()
        self._bridge.watch_sound(self._settings.get(SOUND_PICTURE))

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop polling."""
        super().hideEvent(event)
        self.timer.stop()
        self._bridge.watch_sound(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture as much as the window has to spare."""
        super().resizeEvent(event)
        self.picture.fit(self.window().height())


def listed_name(path: Path) -> str:
    """The name of an instrument for a list; that of its file where it is damaged (opening it reports that)."""
    try:
        return read_card(path).name
    except InstrumentError:
        return path.stem
