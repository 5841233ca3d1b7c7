"""The methods of an export, with objects to copy for Max and Pure Data, and its attributes."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vschaos.errors import VschaosError
from vschaos.export.description import ExportDescription
from vschaos_studio.language import tr, translated
from vschaos_studio.state.export import (
    HOSTS,
    UNKNOWN,
    AttributeTexts,
    MethodTexts,
    attributes,
    methods,
    object_text,
)
from vschaos_studio.ui.controls.copy_button import CopyButton
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, clear, fill, grid, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, label, plain_tip

VOLUME = tr("Turn the volume down first: coordinates far from the training sounds can be loud.")
HOW = tr("“Max” and “Pd” copy the object: press n in Max, Ctrl+1 in Pd, and paste it into the empty box.")
UNKNOWN_MEANS = tr("A label that is unknown follows its inlet, or the sound that comes in.")


class PatchHelp(QWidget):
    """Follows the instrument and the name of the export."""

    def __init__(self) -> None:
        super().__init__()
        self.copies: dict[tuple[str, str], CopyButton] = {}
        self._shown: tuple[tuple[MethodTexts, ...], tuple[AttributeTexts, ...]] | None = None
        self._methods = Card(tr("Methods"))
        self._methods.body.addWidget(label(HOW, "muted", wrap=True))
        self._rows = vbox()
        self._methods.body.addLayout(self._rows)
        self._ratio = label("", "muted", wrap=True)
        fill(self._methods.body, self._ratio, label(VOLUME, "small", wrap=True))
        self._attributes = Card(tr("Attributes"))
        send = tr("Send “set NAME VALUE” to the left inlet. What has names takes the name or its number.")
        self._attributes.body.addWidget(label(send, "muted", wrap=True))
        self._unknown_means = label(UNKNOWN_MEANS, "small", wrap=True)
        self._table = vbox()
        fill(self._attributes.body, self._table, self._unknown_means)
        self.problem = Card(tr("nn~ cannot use this instrument"))
        self.problem_text = label("", "muted", wrap=True)
        self.problem.body.addWidget(self.problem_text)
        vbox(self.problem, self._methods, self._attributes, STRETCH, spacing=16, on=self)
        self._show_cards(fits=False)

    def show_description(self, description: ExportDescription) -> None:
        """Explain this export."""
        shown = methods(description), attributes(description)
        if shown != self._shown:
            # The name changes with every key that is pressed, the rest only with the instrument.
            self._shown = shown
            self._show_methods(shown[0])
            self._show_attributes(shown[1])
        for (method, host), copy in self.copies.items():
            copy.set_copied(object_text(description, method, host))
        self._ratio.setText(
            tr("Sound is at audio rate, all else is a value every {ratio} samples.", ratio=description.ratio)
        )
        self._show_cards(fits=True)

    def show_problem(self, error: VschaosError) -> None:
        """Say why nn~ cannot use the instrument."""
        self.problem_text.setText(f"{translated(error.sentence)} {translated(error.remedy)}".strip())
        self._show_cards(fits=False)

    def _show_cards(self, *, fits: bool) -> None:
        self._methods.setVisible(fits)
        self._attributes.setVisible(fits)
        self.problem.setVisible(not fits)

    def _show_methods(self, shown: tuple[MethodTexts, ...]) -> None:
        self.copies = {}
        rows = [self._method_row(method) for method in shown]
        clear(self._rows)
        self._rows.addWidget(boxed(vbox(*rows, spacing=12, margins=(0, 4, 0, 4))))

    def _method_row(self, method: MethodTexts) -> QVBoxLayout:
        copies = {
            host: CopyButton(host, tr("the object of {method} for {host}", method=method.name, host=host))
            for host in HOSTS
        }
        self.copies.update({(method.name, host): copy for host, copy in copies.items()})
        head = hbox(label(method.name, "heading"), STRETCH, *copies.values())
        ends = [
            (label(end, "small"), label(text, "small", wrap=True))
            for end, text in ((tr("in", "inlets"), method.inlets), (tr("out", "outlets"), method.outlets))
        ]
        return vbox(head, label(method.use, "muted", wrap=True), grid(ends, across=8, down=0), spacing=2)

    def _show_attributes(self, shown: tuple[AttributeTexts, ...]) -> None:
        rows = [[label(title, "small") for title in (tr("name"), tr("values"), tr("default"))]]
        for item in shown:
            cells = [label(item.name), label(item.values, "muted", wrap=True), label(item.default, "muted")]
            for cell in cells:
                cell.setToolTip(plain_tip(translated(item.help)))
            rows.append(cells)
        clear(self._table)
        self._table.addWidget(boxed(grid(rows)))
        self._unknown_means.setVisible(any(item.default == UNKNOWN for item in shown))
