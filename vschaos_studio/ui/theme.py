"""Colours, sizes and type: dark, light, and with high contrast. Qt-free, so that contrast is tested without a window.

Every page has its colours from here, by way of the style sheet (`vschaos_studio.ui.stylesheet`) or, where it
paints by itself, straight from the :class:`Theme` that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

FINGER = 40
"""Pixels that a finger hits surely."""


@dataclass(frozen=True)
class Theme:
    """Colours as ``#rrggbb``, lengths in device-independent pixels.

    Attributes
    ----------
    background, rail, surface, raised, hover
        Backgrounds from dark to light: page, navigation, cards, controls, controls under the mouse.
    line, outline
        Separators; outlines of what can be typed in or pressed.
    text, muted
        Text; explanations. Both are readable on every background (tests/studio/ui/test_theme.py).
    accent, accent_bright, on_accent, accent_deep
        The colour of what is active; the same under the mouse; text on it; background of what is selected.
    danger, warning, good
        Text of errors, warnings and success.
    sources
        Colours of the sounds on the pad, used in turn.
    scale
        Colours of a quality of the sounds on the pad, from little to much; those between them are mixed.
    grid
        The step that all spacing is a multiple of.
    control
        How high what can be pressed or typed in is, at least; :meth:`large` makes room for fingers.
    is_light
        Whether it is dark on light.
    small, body, heading, title
        The four sizes of type.
    """

    background: str = "#14161b"
    rail: str = "#0e1014"
    surface: str = "#1b1e25"
    raised: str = "#272b35"
    hover: str = "#323744"
    line: str = "#2c313c"
    outline: str = "#555d6e"
    text: str = "#e9ebf0"
    muted: str = "#a9b0be"
    accent: str = "#f4b15e"
    on_accent: str = "#1d1406"
    accent_bright: str = "#ffc47a"
    accent_deep: str = "#382c1c"
    danger: str = "#ff9186"
    warning: str = "#f0cf6a"
    good: str = "#93d6a2"
    sources: tuple[str, ...] = (
        "#6fb7f2",
        "#a3dd8f",
        "#e88fca",
        "#b6a0ff",
        "#5fd6c9",
        "#f2917e",
        "#d8d56e",
        "#8fa8d8",
        "#d6a6f0",
        "#7fe0a8",
        "#e8b8a0",
        "#8ad4ee",
    )
    scale: tuple[str, ...] = ("#5c62d6", "#3f9be0", "#45cdb0", "#c5e06a", "#ffe9a8")
    grid: int = 8
    radius: int = 8
    control: int = 32
    is_light: bool = False
    small: int = 12
    body: int = 13
    heading: int = 16
    title: int = 24
    families: tuple[str, ...] = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")

    @property
    def canvas(self) -> Theme:
        """What the pad and other pictures are painted with: light on dark, as points that glow need it."""
        return replace(DARK, control=self.control) if self.is_light else self

    @property
    def is_large(self) -> bool:
        """Whether controls are large enough for a finger."""
        return self.control >= FINGER

    def room(self, usual: int) -> int:
        """The length of something to press: as usual, or large enough for a finger."""
        return max(usual, FINGER) if self.is_large else usual

    def large(self) -> Theme:
        """The same with controls that are large enough for a finger."""
        return replace(self, control=FINGER)

    def follow(self, show: Callable[[], object]) -> None:
        """Call a method whenever the colours change; those of a theme by itself never do."""


DARK = Theme()

LIGHT = Theme(
    is_light=True,
    background="#f1f2f5",
    rail="#e4e6eb",
    surface="#fbfbfd",
    raised="#ffffff",
    hover="#e9ebf0",
    line="#d5d8df",
    outline="#8b93a3",
    text="#1b1e25",
    muted="#4f5666",
    accent="#8a4b00",
    on_accent="#ffffff",
    accent_bright="#a15a06",
    accent_deep="#fbe7cc",
    danger="#a3160c",
    warning="#6e5200",
    good="#17652b",
    sources=(
        "#1c63a5",
        "#3b7226",
        "#a02c7c",
        "#6045c2",
        "#0c6d63",
        "#a83a25",
        "#6c6a06",
        "#41568c",
        "#7a3fa1",
        "#1c7243",
        "#875231",
        "#17688a",
    ),
)

HIGH_CONTRAST = Theme(
    background="#000000",
    rail="#000000",
    surface="#000000",
    raised="#0d0d0d",
    hover="#2b2b2b",
    line="#b8b8b8",
    outline="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    accent="#ffd23f",
    on_accent="#000000",
    accent_bright="#ffe17d",
    accent_deep="#332900",
    danger="#ffb3a8",
    warning="#ffe680",
    good="#b6f7c1",
)
