"""What the pad says of itself: colours of its points, names of its directions, silence, and what is under the hand.

An instrument is measured in the background (`vschaos_studio.services.pad_measure`); until then, its points are coloured
by file, and its axes have numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import numpy as np
from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox

from vschaos.instrument.qualities import EVENED, Move, name_directions
from vschaos.performance.table import label_id
from vschaos_studio.language import tr, translated
from vschaos_studio.services.engine_bridge import SoundPlayer
from vschaos_studio.services.pad_measure import MeasuredPad, PadMeasure, grid_places
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import DATASET_FOLDER, POINT_COLOURS
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.point_colours import BY_FILE, choices, colour_points
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.state.source_files import find_recording, sound_folders
from vschaos_studio.ui.controls.axis_slider import share_text
from vschaos_studio.ui.controls.elided_label import FittingLabel
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.play.pad import LatentPad
from vschaos_studio.ui.play.point_cloud import paints, silence_veil
from vschaos_studio.ui.theme import Theme

PLAYS = tr("Right click: its recording")
ABSENT = tr("Its recording is not on this computer, or its folder has not been opened")
COLOURS_TIP = tr("What the colours of the points show")


class PadGuide(QObject):
    """Explains what the pad shows.

    Signals
    -------
    axes_named
        What grows along each axis of the instrument, (D,) words that may be empty.

    Parameters
    ----------
    player
        Plays recordings.

    Attributes
    ----------
    choice, caption
        For the page to lay out: what the colours mean, and a line on what the pad shows or what is under the hand.
    """

    axes_named = Signal(object)

    def __init__(
        self,
        pad: LatentPad,
        theme: Theme,
        *,
        player: SoundPlayer,
        tasks: TaskRunner,
        settings: Settings,
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pad = pad
        self._theme = theme
        self._player = player
        self._settings = settings
        self._notices = notices
        self._sounds: SoundMap | None = None
        self._measured: MeasuredPad | None = None
        self._axis_words: tuple[str, ...] = ()
        self._map_words = ("", "")
        self._evened = True
        self._folders: tuple[Path, ...] = ()
        self._silence_of: tuple[object, ...] = ()
        self._view: PerformanceView | None = None
        self.measure = PadMeasure(tasks, self)
        theme.follow(self._colour_again)
        self.measure.measured.connect(self._take_measured)
        self.measure.silence_measured.connect(self._show_silence)
        self.choice = QComboBox()
        self.choice.setToolTip(COLOURS_TIP)
        self.choice.setAccessibleName(tr("Colours of the points"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choice.activated.connect(self._choose)
        self.caption = FittingLabel("small")
        pad.describe = self._describe
        pad.under_hand.connect(self._show_under_hand)
        pad.recording_wanted.connect(self._play_recording)

    def show_sounds(self, sounds: SoundMap) -> None:
        """Explain another instrument, which the pad already shows."""
        before, self._sounds = self._sounds, sounds
        self._measured, self._silence_of = None, ()
        if before is None or before.file != sounds.file or before.dims != sounds.dims:
            # The next checkpoint of a training keeps its names until it has been measured.
            self._axis_words, self._map_words = ("",) * sounds.dims, ("", "")
        remembered = self._settings.get(DATASET_FOLDER)
        self._folders = sound_folders(sounds.file, [Path(remembered)] if remembered else [])
        self.measure.show_sounds(sounds)
        self._list_choices()
        self.show_mode()

    def show_mode(self) -> None:
        """The pad shows the map now, or the plane."""
        self._name_directions()
        self._show_under_hand(None)
        self._pad.show_veil(None)
        self._silence_of = ()
        if self._view is not None:
            self.show_view(self._view)

    def show_view(self, view: PerformanceView) -> None:
        """Show where it is silent, which depends on the labels, and on the plane on the other axes, too."""
        self._view = view
        evened = view["even"] >= EVENED
        if evened != self._evened:
            self._evened = evened
            self._find_words()
        sounds = self._sounds
        if sounds is None or not sounds.core or len(view.latent) != sounds.dims:
            return
        values = view.values
        labels = tuple(values.get(label_id(label.name), np.nan) for label in sounds.card.labels)
        latent_map = sounds.latent_map if self._pad.mapped else None
        depends = (latent_map is None, labels, view.latent[2:] if latent_map is None else ())
        if repr(depends) == repr(self._silence_of):
            return
        self._silence_of = depends
        x, y = grid_places()
        if latent_map is not None:
            places = latent_map.at(x, y)
        else:
            places = np.tile(np.array(view.latent, np.float32), (len(x), 1))
            places[:, :2] = np.stack((x, y), axis=1)[:, : sounds.dims]
        self.measure.want_silence(places.astype(np.float32), np.array(labels, np.float32))

    # ── what was measured ────────────────────────────────────────────────────────────────────────────────

    def _take_measured(self, measured: MeasuredPad) -> None:
        self._measured = measured
        self._list_choices()
        self._find_words()

    def _show_silence(self, beside_usual_db: object) -> None:
        if isinstance(beside_usual_db, np.ndarray):
            self._pad.show_veil(silence_veil(beside_usual_db, self._theme.canvas))

    def _find_words(self) -> None:
        """Even makes all places equally loud: then no direction is named after loudness."""
        if self._measured is not None:
            self._axis_words = _words(self._measured.along_axes, self._evened)
            across, up = (*_words(self._measured.along_map, self._evened), "", "")[:2]
            self._map_words = (across, up)
        self._name_directions()
        self._show_under_hand(None)

    def _name_directions(self) -> None:
        sounds = self._sounds
        if sounds is None:
            return
        self.axes_named.emit(self._axis_words)
        if self._pad.mapped:
            self._pad.show_axis_names(*self._map_words)
            return
        words = [word or tr("axis {axis}", axis=axis) for axis, word in enumerate(self._axis_words[:2], start=1)]
        names = [f"{word} · {share_text(share)}" for word, share in zip(words, sounds.explained, strict=False)]
        self._pad.show_axis_names(*(*names, "")[:2])

    # ── colours ──────────────────────────────────────────────────────────────────────────────────────────

    def _list_choices(self) -> None:
        if self._sounds is None:
            return
        qualities = self._measured.qualities if self._measured is not None else None
        names = choices(self._sounds, qualities)
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for name in names:
                self.choice.addItem(icon("colours", self._theme, "muted"), self._choice_text(name), name)
            wanted = self.choice.findData(self._settings.get(POINT_COLOURS))
            self.choice.setCurrentIndex(max(wanted, 0))
        self.choice.setEnabled(len(names) > 1)
        self._colour()

    def _choice_text(self, name: str) -> str:
        if name == BY_FILE:
            return tr("file", "what the colours show")
        is_label = self._sounds is not None and any(label.name == name for label in self._sounds.card.labels)
        return name if is_label else translated(name)

    def _choose(self) -> None:
        self._settings.set(POINT_COLOURS, self.choice.currentData())
        self._colour()

    def _colour(self) -> None:
        if self._sounds is not None:
            qualities = self._measured.qualities if self._measured is not None else None
            self._pad.show_colours(
                colour_points(self._sounds, qualities, self.choice.currentData(), paints(self._theme.canvas))
            )

    def _colour_again(self) -> None:
        self._colour()
        self._silence_of = ()
        if self._view is not None:
            self.show_view(self._view)

    # ── under the hand ───────────────────────────────────────────────────────────────────────────────────

    def _describe(self, index: int) -> str:
        if self._sounds is None or not (name := self._sounds.source_name(index)):
            return ""
        plays = PLAYS if find_recording(name, self._folders) is not None else ABSENT
        return "\n".join(line for line in (name, self._sounds.labels_text(index), plays) if line)

    def _show_under_hand(self, index: object) -> None:
        sounds = self._sounds
        if sounds is None:
            return
        name = sounds.source_name(index) if isinstance(index, int) else ""
        usual = _caption(sounds, self._pad.mapped, self._axis_words)
        self.caption.setText(tr("Here: {sound}", sound=PurePosixPath(name).name) if name else usual)

    def _play_recording(self, index: int) -> None:
        name = self._sounds.source_name(index) if self._sounds is not None else ""
        path = find_recording(name, self._folders)
        if path is not None:
            self._player.play_sound(str(path))
        elif name:
            self._notices.info(
                tr("The recording “{name}” was not found. Open its folder on the Sounds page to hear it.", name=name)
            )


def _words(moves: Sequence[Move], evened: bool) -> tuple[str, ...]:
    return tuple(map(translated, name_directions(moves, evened)))


def _caption(sounds: SoundMap, mapped: bool, words: tuple[str, ...]) -> str:
    """What the pad shows, in a sentence."""
    share = share_text(sounds.pad_share)
    if sounds.dims <= 2:
        if mapped:
            return tr("Similar sounds lie together")
        return tr("The pad shows {share} of the sounds’ variety", share=share)
    third = words[2] if len(words) > 2 and words[2] else tr("axis {axis}", axis=3)
    if mapped:
        return tr("Similar sounds lie together · wheel: {axis}", axis=third)
    return tr("The pad shows {share} of the sounds’ variety · wheel: {axis}", share=share, axis=third)
