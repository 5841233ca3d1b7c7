"""A console of rich that escapes names; `vschaos.terminal` makes them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from vschaos.printable import escaped


class EscapingConsole(Console):
    """Escapes the control characters of text."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """Escape text, but not rich's own control sequences."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(escaped(segment.text), segment.style)
