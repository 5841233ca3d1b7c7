"""What happens in a training, for those who train their first instrument."""

from __future__ import annotations

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.layouts import fill, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, label

STORY = (
    (
        tr("Your files are not changed."),
        tr("They are read once, and cut into moments of a twentieth of a second."),
    ),
    (tr("A small network is trained to reconstruct them."), tr("You see how close it comes, and hear it.")),
    (
        tr("You can play during the training."),
        tr("The first instrument is ready within seconds, a sketch that improves."),
    ),
    (
        tr("Stop whenever you like."),
        tr("The instrument is kept; you can play it, export it, or continue the training."),
    ),
)


class TrainingStory(Card):
    """Four paragraphs."""

    def __init__(self) -> None:
        super().__init__(tr("What happens"))
        for title, text in STORY:
            fill(self.body, 4, vbox(label(title, wrap=True), label(text, "muted", wrap=True), spacing=2))
        self.body.addStretch(1)
