"""The guide in a window of its own: contents and search at the left, the text at the right."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from vschaos_studio.language import code, tr
from vschaos_studio.state.guide import DOCUMENTS, FOLDER, Section, found, markdown_of, read_guide
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.controls.search_field import SearchField
from vschaos_studio.ui.controls.styled_widgets import button, label

CONTENTS_WIDTH = 260
LINE_PERCENT = 125
NOTHING = tr("Nothing was found. Try one word, or its beginning.")
_TOPIC = Qt.ItemDataRole.UserRole


class GuideWindow(QDialog):
    """Shows a topic; links in the text lead to others, and Alt+← goes back.

    Attributes
    ----------
    topic
        What is shown; see `vschaos_studio.state.guide`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Guide"))
        self.resize(960, 680)
        self.topic = ""
        self._sections = read_guide()
        self._past: list[str] = []
        self.search = SearchField(tr("Search the guide"))
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(tr("Contents"))
        self.nothing = label(NOTHING, "muted", wrap=True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setSearchPaths([str(FOLDER)])
        self.text.setAccessibleName(tr("Text"))
        self.text.document().setDocumentMargin(20)
        self.back = button(tr("Back"), tip=tr("To what was shown before (Alt+←)"), press=self.go_back)
        self.back.setAutoDefault(False)  # Enter opens what was found
        left = vbox(self.search, self.nothing, (self.contents, 1), self.back, spacing=12)
        self.contents.setFixedWidth(CONTENTS_WIDTH)
        hbox(left, (self.text, 1), spacing=16, margins=(16, 16, 16, 16), on=self)
        QShortcut(QKeySequence.StandardKey.Back, self, self.go_back)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self.search.textChanged.connect(self._show_found)
        self.search.returnPressed.connect(self._open_first)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.text.anchorClicked.connect(self._follow)
        self._show_found("")

    def open_topic(self, topic: str) -> None:
        """Show a document, or a section of it: ``playing#life``. An unknown one shows the beginning."""
        topic = topic if any(section.topic == topic for section in self._sections) else DOCUMENTS[0]
        if self.topic and topic != self.topic:
            self._past.append(self.topic)
        self._show(topic)

    def go_back(self) -> None:
        """Show what was shown before."""
        if self._past:
            self._show(self._past.pop())

    # ── contents and search ──────────────────────────────────────────────────────────────────────────────

    def _show_found(self, words: str) -> None:
        sections = found(self._sections, words)
        blocker = QSignalBlocker(self.contents)
        self.contents.clear()
        documents: dict[str, QTreeWidgetItem] = {}
        for section in sections:
            item = QTreeWidgetItem([section.title])
            item.setData(0, _TOPIC, section.topic)
            if words.strip():
                item.setText(0, self._place(section))
                self.contents.addTopLevelItem(item)
            elif section.level == 1:
                documents[section.document] = item
                self.contents.addTopLevelItem(item)
            else:
                documents[section.document].addChild(item)
        self.contents.expandAll()
        blocker.unblock()
        self.contents.setVisible(bool(sections))
        self.nothing.setVisible(not sections)
        self._mark(words)

    def _place(self, section: Section) -> str:
        document = next(one.title for one in self._sections if one.document == section.document)
        return section.title if section.level == 1 else f"{document} › {section.title}"

    def _choose(self, topic: str) -> None:
        """Mark a topic in the contents, if it is there."""
        items = QTreeWidgetItemIterator(self.contents)
        while (item := items.value()) is not None:
            if item.data(0, _TOPIC) == topic:
                with QSignalBlocker(self.contents):
                    self.contents.setCurrentItem(item)
                return
            items += 1

    def _open_first(self) -> None:
        if (first := self.contents.topLevelItem(0)) is not None:
            self.contents.setCurrentItem(first)
            self._on_chosen(first)

    def _on_chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None = None) -> None:
        if item is not None:
            self.open_topic(item.data(0, _TOPIC))

    # ── the text ─────────────────────────────────────────────────────────────────────────────────────────

    def _show(self, topic: str) -> None:
        self.topic = topic
        self._choose(topic)
        self.back.setEnabled(bool(self._past))
        document, _, anchor = topic.partition("#")
        self.text.setMarkdown(markdown_of(document, code()))
        self._set_type()
        self._mark(self.search.text())
        heading = self._heading(next(one.title for one in self._sections if one.topic == topic))
        self.text.setTextCursor(heading)
        self.text.verticalScrollBar().setValue(
            self.text.verticalScrollBar().value() + self.text.cursorRect(heading).top() if anchor else 0
        )

    def _set_type(self) -> None:
        """Give the text room between lines and paragraphs, and each heading a size by its level."""
        for block in self._blocks():
            shape, cursor = block.blockFormat(), QTextCursor(block)
            level = shape.headingLevel()
            shape.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setTopMargin(24 if level > 1 else 0)
            in_list = block.textList() is not None or cursor.currentTable() is not None
            shape.setBottomMargin(2 if in_list else 8)
            cursor.setBlockFormat(shape)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.text.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _heading(self, title: str) -> QTextCursor:
        for block in self._blocks():
            if block.blockFormat().headingLevel() and block.text() == title:
                return QTextCursor(block)
        return QTextCursor(self.text.document())

    def _mark(self, words: str) -> None:
        """Mark the words of the search in the text."""
        marks = []
        for word in words.split():
            at = self.text.document().find(word)
            while not at.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = at
                mark.format.setBackground(self.palette().highlight())
                mark.format.setForeground(self.palette().highlightedText())
                marks.append(mark)
                at = self.text.document().find(word, at)
        self.text.setExtraSelections(marks)

    def _follow(self, link: QUrl) -> None:
        if link.scheme():
            QDesktopServices.openUrl(link)
            return
        document = link.path().removesuffix(".md") or self.topic.partition("#")[0]
        self.open_topic(f"{document}#{link.fragment()}" if link.fragment() else document)
