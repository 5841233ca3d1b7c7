"""All instruments as cards, beside the window, which stays playable: search, listen, play, add, tidy.

Lists, pictures and previews are made on worker threads. Previews are files of this process, made when they are first
asked for.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QImage, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QStackedWidget, QWidget

from vschaos.errors import InstrumentError, VschaosError
from vschaos.instrument.bundle import SUFFIX
from vschaos_studio.language import quoted, tr, translated
from vschaos_studio.services.engine_bridge import SoundPlayer
from vschaos_studio.services.file_copy import copy_whole
from vschaos_studio.services.instrument_files import add_to_library, move_to_bin
from vschaos_studio.services.instrument_preview import write_preview
from vschaos_studio.services.recordings import file_words
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.state.instrument_list import ListedInstrument, Places, list_instruments
from vschaos_studio.state.instrument_marks import FILE_NAME, InstrumentMarks, parse_tags
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.browser.card_list import CardList
from vschaos_studio.ui.browser.instrument_details import InstrumentDetails
from vschaos_studio.ui.browser.instrument_model import (
    InstrumentCard,
    InstrumentModel,
    InstrumentSelection,
    Kind,
    Order,
)
from vschaos_studio.ui.browser.picture_cache import PictureCache
from vschaos_studio.ui.controls.empty_page import EmptyPage
from vschaos_studio.ui.controls.help_button import help_button, set_topic
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.controls.search_field import SearchField
from vschaos_studio.ui.controls.styled_widgets import button
from vschaos_studio.ui.dialogs.save_target import ask_save_target
from vschaos_studio.ui.local_urls import path_of, show_folder
from vschaos_studio.ui.theme import Theme

TOPIC = "playing#all-instruments"
FILTER = tr("Instruments (*{suffix})", suffix=SUFFIX)
POLL_MS = 100
SEARCH = tr("Search name, sound, tag")
NOTHING = (tr("Nothing found"), tr("No instrument has all of these words. Search for the beginning of one."))
NONE_YET = (
    tr("No instruments here"),
    tr("Train one on a folder of your sounds, or drop {suffix} files on this window.", suffix=SUFFIX),
)


class InstrumentBrowser(QDialog):
    """Kept while the program runs; opening it again finds what has come since, and paints only that.

    Signals
    -------
    chosen
        Path of an instrument that is to be played.

    Parameters
    ----------
    player
        Plays previews.
    places
        Where instruments are now.
    played
        The instrument that plays now.
    pictures
        Makes the pictures, or finds those of before.
    work
        A folder of this process, for previews.
    """

    chosen = Signal(object)

    def __init__(
        self,
        *,
        theme: Theme,
        tasks: TaskRunner,
        notices: Notices,
        player: SoundPlayer,
        places: Callable[[], Places],
        played: Callable[[], Path | None],
        pictures: PictureCache,
        work: Path,
        now: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Instruments"))
        self.resize(1000, 600)
        self.setAcceptDrops(True)
        set_topic(self, TOPIC)
        self._theme = theme
        self._tasks = tasks
        self._notices = notices
        self._player = player
        self._places = places
        self._played = played
        self._pictures = pictures
        self._work = work
        self._numbers = itertools.count(1)
        self._previews: dict[tuple[Path, int], Path] = {}
        self._listing: RunningTask | None = None
        self._looking: RunningTask | None = None
        self._rendering: RunningTask | None = None
        self._listened: Path | None = None
        self.model = InstrumentModel(InstrumentMarks(places().library / FILE_NAME), now)
        self.selection = InstrumentSelection(self.model)
        self.cards = CardList(self.selection, theme, lambda: self._listened)
        self.details = InstrumentDetails(theme)
        self.search = SearchField(SEARCH)
        self.kind = _choice(tr("Which instruments are shown"), Kind)
        self.order = _choice(tr("Order of the instruments"), Order)
        tip = tr("Copy {suffix} files into your library; or drop them here", suffix=SUFFIX)
        self.add = button(tr("Add…"), tip=tip, press=self._ask_files)
        self.add.setAutoDefault(False)
        self.nothing, self.none_yet = EmptyPage(*NOTHING), EmptyPage(*NONE_YET)
        self._stack = QStackedWidget()
        for part in (self.cards, self.nothing, self.none_yet):
            self._stack.addWidget(part)
        top = hbox((self.search, 1), self.kind, self.order, self.add, help_button(TOPIC, tr("Instruments")))
        vbox(top, (self._stack, 1), self.details, spacing=12, margins=(16, 16, 16, 16), on=self)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._show_listened)
        self._connect()

    def refresh(self, choose: Path | None = None) -> None:
        """Find all instruments again, and choose one; by default the one chosen, or else the one that plays."""
        card = self.cards.card
        wanted = choose or (card.listed.path if card is not None else self._played())
        _cancel(self._listing)
        places = self._places()
        self._listing = self._tasks.run_task(
            lambda context: list_instruments(places, cancelled=context.cancelled),
            partial(self._show_instruments, wanted),
            self._report,
        )

    # ── what is shown ────────────────────────────────────────────────────────────────────────────────────

    def _show_instruments(self, wanted: Path | None, instruments: tuple[ListedInstrument, ...]) -> None:
        said = self.details.said
        self.model.show(instruments)
        self._show_found()
        self.cards.choose(wanted)
        self._say(said)  # another card is chosen, but not by the user
        _cancel(self._looking)
        rows = [self.selection.card(row) for row in range(self.selection.rowCount())]
        unseen = [card.listed for card in rows or self.model.cards if card.picture is None and not card.listed.problem]
        scale, canvas = self.devicePixelRatioF(), self._theme.canvas

        def look(context: TaskContext) -> None:
            for listed in unseen:
                if context.cancelled():
                    return
                try:
                    context.progress(listed, *self._pictures.picture(listed, scale, canvas))
                except InstrumentError as error:
                    context.progress(listed, None, error.sentence)
            self._pictures.tidy()

        self._looking = self._tasks.run_task(look, lambda _nothing: None, self._report, self._show_look)

    def _show_look(self, listed: ListedInstrument, picture: QImage | None, text: str) -> None:
        if picture is None:
            self.model.show_problem(listed, translated(text))
        else:
            self.model.show_look(listed, picture, ", ".join(map(translated, text.split(", "))))

    def _show_found(self) -> None:
        """Show the cards, or why there are none; and keep one of them chosen."""
        found = self.selection.rowCount() > 0
        empty = self.nothing if self.search.text().strip() else self.none_yet
        self._stack.setCurrentWidget(self.cards if found else empty)
        if self.cards.card is None and found:
            self.cards.choose(None)
        self._show_card()

    def _show_card(self) -> None:
        card = self.cards.card
        self.details.show_card(card, listening=card is not None and card.listed.path == self._listened)

    def _show_listened(self) -> None:
        """Which instrument is listened to: the engine says whose preview sounds."""
        status = self._player.status
        sounding = status.auditioning if status is not None else ""
        listened = next((path for (path, _), file in self._previews.items() if str(file) == sounding), None)
        if listened != self._listened:
            self._listened = listened
            self.cards.viewport().update()
            self._show_card()

    # ── what is done ─────────────────────────────────────────────────────────────────────────────────────

    def _play(self, card: InstrumentCard) -> None:
        if card.listed.problem:
            self._say(card.listed.problem)
            return
        self.chosen.emit(card.listed.path)
        self.close()

    def _listen(self, card: InstrumentCard) -> None:
        """Hear an instrument, or stop hearing it."""
        listed = card.listed
        _cancel(self._rendering)
        if self._listened == listed.path:
            self._player.stop_sound()
            return
        key = (listed.path, listed.stamp)
        if key in self._previews:
            self._player.play_sound(str(self._previews[key]))
            return
        if listed.problem:
            return
        target = self._work / f"preview-{next(self._numbers)}.wav"
        self._rendering = self._tasks.run_task(
            lambda _context: write_preview(listed.path, target),
            lambda _nothing: self._hear(key, target),
            self._report,
        )

    def _hear(self, key: tuple[Path, int], preview: Path) -> None:
        self._previews[key] = preview
        self._player.play_sound(str(preview))

    def _mark(self, card: InstrumentCard | None, **fields: Any) -> None:
        if card is None:
            return
        try:
            self.model.set_mark(card.listed, msgspec.structs.replace(card.mark, **fields))
        except VschaosError as error:
            self._report(error)
        self._show_found()

    def _toggle_favourite(self, card: InstrumentCard | None) -> None:
        if card is not None:
            self._mark(card, favourite=not card.mark.favourite)

    def _set_tags(self, text: str) -> None:
        card, tags = self.cards.card, parse_tags(text)
        if card is not None and tags != card.mark.tags:
            self._mark(card, tags=tags)

    def _add(self, files: Sequence[Path]) -> None:
        library = self._places().library
        self._tasks.run_task(lambda _context: add_to_library(files, library), self._show_added, self._report_adding)

    def _show_added(self, added: tuple[Path, ...]) -> None:
        names = ", ".join(quoted(path.stem) for path in added)
        self._say(tr("Added to your library: {names}.", names=names))
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.refresh(added[0])

    def _report_adding(self, error: VschaosError) -> None:
        self._report(error)
        self.refresh()

    def _ask_files(self) -> None:
        title = tr("Add instruments to your library")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, str(Path.home()), FILTER)
        if chosen:
            self._add([Path(one) for one in chosen])

    def _export(self, card: InstrumentCard) -> None:
        source = card.listed.path
        suggested = Path.home() / f"{file_words(card.listed.name)}{SUFFIX}"
        asked = ask_save_target(self, tr("Save a copy of the instrument"), suggested, FILTER)
        if asked is None:
            return
        target, is_taken = asked
        if is_taken:
            self._say(tr("“{file}” exists already. Choose another name.", file=target))
            return
        self._tasks.run_task(
            lambda _context: copy_whole(source, target),
            lambda _nothing: self._say(tr("Saved as “{file}”.", file=target)),
            self._report,
        )

    def _show_folder(self, card: InstrumentCard) -> None:
        show_folder(card.listed.path.parent, self._notices)

    def _delete(self, card: InstrumentCard) -> None:
        path = card.listed.path
        if card.listed.factory:
            self._say(tr("Instruments that came with the program cannot be deleted."))
            return
        if path == self._played():
            self._say(tr("“{name}” is played now. Play another one first.", name=card.listed.name))
            return
        try:
            move_to_bin(path)
        except VschaosError as error:
            self._report(error)
            return
        sentence = tr("“{name}” is in the system's bin now; from there it can be put back.", name=card.listed.name)
        self._say(sentence)
        row = self.cards.currentIndex().row()
        rows = self.selection.rowCount()
        beside = self.selection.card(row + 1 if row + 1 < rows else row - 1) if rows > 1 else None
        self.refresh(beside.listed.path if beside is not None else None)

    def _say(self, sentence: str) -> None:
        self.details.say(sentence)

    def _report(self, error: VschaosError) -> None:
        self._say(f"{translated(error.sentence)} {translated(error.remedy)}".strip())

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────

    def _connect(self) -> None:
        cards, details = self.cards, self.details
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(cards.setFocus)
        self.kind.activated.connect(self._filter)
        self.order.activated.connect(self._sort)
        cards.moved.connect(self._choose)
        self.model.dataChanged.connect(self._show_found)
        for pressed, act in (
            ("play_pressed", self._play),
            ("listen_pressed", self._listen),
            ("favourite_pressed", self._toggle_favourite),
            ("delete_pressed", self._delete),
        ):
            getattr(cards, pressed).connect(act)
            getattr(details, pressed).connect(partial(self._with_chosen, act))
        details.export_pressed.connect(partial(self._with_chosen, self._export))
        details.folder_pressed.connect(partial(self._with_chosen, self._show_folder))
        details.tags_typed.connect(self._set_tags)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)

    def _with_chosen(self, act: Callable[[InstrumentCard], None]) -> None:
        card = self.cards.card
        if card is not None:
            act(card)

    def _choose(self) -> None:
        self._say("")
        self._show_card()

    def _search(self, words: str) -> None:
        self.selection.search(words)
        self._show_found()

    def _filter(self) -> None:
        self.selection.show_kind(self.kind.currentData())
        self._show_found()

    def _sort(self) -> None:
        self.selection.order_by(self.order.currentData())
        self.cards.scrollTo(self.cards.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Find what has come since it was last shown."""
        super().showEvent(event)
        self._poll.start()
        self._say("")
        self.refresh(self._played())
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what was going on for it alone."""
        super().hideEvent(event)
        self._poll.stop()
        for task in (self._listing, self._looking, self._rendering):
            _cancel(task)
        if self._listened is not None:
            self._player.stop_sound()
            self._listened = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept instruments."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        files = _dropped(event)
        if files:
            event.acceptProposedAction()
            self._add(files)


def _dropped(event: QDropEvent) -> list[Path]:
    paths = (path_of(url) for url in event.mimeData().urls())
    return [path for path in paths if path is not None and path.suffix.lower() == SUFFIX]


def _choice(name: str, values: type[Kind] | type[Order]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value in values:
        box.addItem(value.value, value)
    return box


def _cancel(task: RunningTask | None) -> None:
    if task is not None:
        task.cancel()
