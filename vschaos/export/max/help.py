"""The help patch for Max: a tab for each method, at work beside its explanation, and tabs for the attributes."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.export.description import AttributeDescription, ExportDescription, MethodDescription, PortDescription
from vschaos.export.max.parts import make_up_factor, object_text
from vschaos.export.patch_controls import LEVEL, PLAYED, facts, latency_text
from vschaos.patching.max_parameters import FADER_OUTLETS, fader_attributes
from vschaos.patching.max_patcher import (
    BANG,
    BOX_HEIGHT,
    FLOAT,
    INT,
    SIGNAL,
    MaxBox,
    Patcher,
    comment_height,
)
from vschaos.patching.pd_canvas import Rectangle

WIDTH, HEIGHT = 1000, 660
LEFT, TEXT_WIDTH = 20, 440
RIGHT = 500
MOST_SHOWN = 12
"""Inlets and outlets of a method that are shown; the others rest."""
ATTRIBUTES_A_TAB = 8
LARGEST_VALUE = 10_000
WHOLE_BUFFER = "nn~ in Max computes a buffer at a time and holds a lock meanwhile: 512 to 1024 samples disturb it least"


def help_patch(description: ExportDescription) -> Patcher:
    """All tabs."""
    root = Patcher(WIDTH, HEIGHT, {"openinpresentation": 0, "showrootpatcherontab": 0, "showontab": 0})
    attributes = description.attributes
    starts = range(0, len(attributes), ATTRIBUTES_A_TAB)
    tabs = {
        description.name: _intro(description),
        **{method.name: _method_tab(description, method) for method in description.methods},
        **{
            f"attributes-{number}": _attributes_tab(description, attributes[start : start + ATTRIBUTES_A_TAB])
            for number, start in enumerate(starts, start=1)
        },
    }
    for row, (name, tab) in enumerate(tabs.items()):
        root.patcher(LEFT, 20 + 32 * row, name, tab)
    return root


def _tab() -> Patcher:
    return Patcher(WIDTH, HEIGHT, {"openinpresentation": 0, "showontab": 1})


def _text(tab: Patcher, x: int, y: int, sentences: Sequence[str], width: int = TEXT_WIDTH, bold: bool = False) -> int:
    """Sentences one below the other; where the next one would be."""
    for sentence in sentences:
        place = Rectangle(x, y, width, comment_height(sentence, width))
        tab.ui("comment", place, None, 1, (), text=sentence, fontface=int(bold))
        y = place.bottom + 2
    return y


def _intro(description: ExportDescription) -> Patcher:
    tab, name = _tab(), description.name
    y = _text(tab, LEFT, 20, [description.title], 900, bold=True)
    y = _text(tab, LEFT, y + 8, facts(description), 900)
    files = (
        f"{name}.maxpat: play it | {name}-through.maxpat: a sound through it | {name}-poly.maxpat: notes",
        f"{name}-instrument.amxd and {name}-effect.amxd: for Live",
        WHOLE_BUFFER,
        "Each tab has an object of its own, which computes while its box is ticked.",
    )
    _text(tab, LEFT, y + 8, files, 900)
    return tab


# ── methods ───────────────────────────────────────────────────────────────────────────────────────────────


def _method_tab(description: ExportDescription, method: MethodDescription) -> Patcher:
    """Inlets at the left, explained; the object; outlets or the loudspeaker at the right."""
    tab = _tab()
    y = _text(tab, LEFT, 15, [" ".join(map(str, object_text(description, method.name)))], bold=True)
    y = _text(tab, LEFT, y, [method.help, latency_text(description, method)])
    model = _inlets(tab, description, method, y + 8)
    _switch(tab, model, RIGHT, 15)
    if method.out_ratio == 1:
        _sound(tab, description, model, method.name)
    else:
        _outlets(tab, method.outlets, model)
    return tab


def _inlets(tab: Patcher, description: ExportDescription, method: MethodDescription, y: int) -> MaxBox:
    """A number for each inlet of values, the microphone for one of sound; the object below them."""
    ports = method.inlets
    object_y = y + 32 * min(len(ports), MOST_SHOWN) + 60
    model = tab.obj(
        LEFT,
        object_y,
        *object_text(description, method.name),  # type: ignore[arg-type]
        ports=(len(ports), [SIGNAL] * len(method.outlets)),
    )
    for inlet, port in enumerate(ports[:MOST_SHOWN]):
        row = y + 32 * inlet
        if method.in_ratio == 1:
            source = tab.obj(LEFT, row, "adc~")
        else:
            number = tab.ui(
                "flonum",
                Rectangle(LEFT, row, 60, BOX_HEIGHT),
                None,
                1,
                (FLOAT, BANG),
                minimum=port.low,
                maximum=port.high,
                parameter_enable=0,
            )
            source = tab.obj(LEFT + 70, row, "sig~", float(port.default))
            tab.connect(number, 0, source)
            tab.connect(tab.obj(LEFT + 170, row, "loadmess", float(port.default)), 0, number)
        tab.connect(source, 0, model, inlet)
        _text(tab, LEFT + 290, row, [f"{inlet + 1} {port.text}"], 170)
    if method.in_ratio == 1:
        _text(tab, LEFT + 80, y + 32, ["the microphone: wear headphones"], 200)
    if len(ports) > MOST_SHOWN:
        rest = tab.obj(LEFT, object_y - 40, "sig~", 0.0)
        _text(tab, LEFT + 170, object_y - 40, [f"the other {len(ports) - MOST_SHOWN} rest"], 280)
        for inlet in range(MOST_SHOWN, len(ports)):
            tab.connect(rest, 0, model, inlet)
    return model


def _outlets(tab: Patcher, ports: Sequence[PortDescription], model: MaxBox) -> None:
    """The number that each outlet gives."""
    for outlet, port in enumerate(ports[:MOST_SHOWN]):
        y = 80 + 32 * outlet
        shown = tab.ui("number~", Rectangle(RIGHT, y, 80, BOX_HEIGHT), None, 2, (SIGNAL, FLOAT), mode=2)
        tab.connect(model, outlet, shown)
        _text(tab, RIGHT + 90, y, [f"{outlet + 1} {port.text}"], 280)
    if len(ports) > MOST_SHOWN:
        _text(tab, RIGHT, 80 + 32 * MOST_SHOWN, [f"and {len(ports) - MOST_SHOWN} others"], 280)
    start = tab.ui("ezdac~", Rectangle(RIGHT, 560, 45, 45), None, 2, ())
    _text(tab, start.rectangle.right + 10, 572, ["starts the sound of Max"], 280)


def _switch(tab: Patcher, model: MaxBox, x: int, y: int) -> None:
    """Whether the object computes: not before its box is ticked."""
    tick = tab.ui("toggle", Rectangle(x, y, 22, 22), None, 1, (INT,), parameter_enable=0)
    enable, off = tab.obj(x + 32, y, "prepend enable"), tab.obj(x + 170, y, "loadmess", 0)
    tab.connect(tick, 0, enable)
    tab.connect(enable, 0, model)
    tab.connect(off, 0, tick)
    _text(tab, x, y + 28, ["tick: it computes"], 280)


def _sound(tab: Patcher, description: ExportDescription, model: MaxBox, name: str) -> None:
    """The make-up gain, the level, and the loudspeaker."""
    x, y = RIGHT, 300
    times = tab.obj(x, y, "*~", make_up_factor(description))
    _text(tab, x + 90, y, ["as loud as the app plays it"], 280)
    level = tab.ui(
        "live.gain~",
        Rectangle(x, y + 40, 200, 41),
        None,
        1,
        FADER_OUTLETS,
        **fader_attributes(LEVEL, f"level {name}", 1),
    )
    start = tab.ui("ezdac~", Rectangle(x, y + 100, 45, 45), None, 2, ())
    _text(tab, start.rectangle.right + 10, y + 112, ["click: starts the sound of Max"], 280)
    tab.connect(model, 0, times)
    tab.connect(times, 0, level)
    for channel in (0, 1):
        tab.connect(level, 0, start, channel)


# ── attributes ────────────────────────────────────────────────────────────────────────────────────────────


def _values(attribute: AttributeDescription) -> tuple[float, ...]:
    """Values to try, the default first."""
    values = (attribute.default, attribute.low, attribute.high)
    return tuple(dict.fromkeys(value for value in values if abs(value) <= LARGEST_VALUE or value == attribute.default))


def _attributes_tab(description: ExportDescription, attributes: Sequence[AttributeDescription]) -> Patcher:
    """For each attribute messages that set it, and what it does; they lead to an object that sounds."""
    tab = _tab()
    y = _text(tab, LEFT, 15, ["Click a message; the value in use is not shown, get NAME prints it."], bold=True)
    inlets = description.method(PLAYED).inlets
    model = tab.obj(
        RIGHT,
        240,
        *object_text(description, PLAYED),  # type: ignore[arg-type]
        ports=(len(inlets), [SIGNAL]),
    )
    for attribute in attributes:
        x = LEFT
        for value in _values(attribute):
            message = tab.msg(x, y, "set", attribute.name, value)
            tab.connect(message, 0, model)
            x = message.rectangle.right + 8
        y = _text(tab, LEFT, y + BOX_HEIGHT + 2, [attribute.help]) + 6
    rest = tab.obj(RIGHT, 200, "sig~", 0.0) if len(inlets) > MOST_SHOWN else None
    for inlet, port in enumerate(inlets):
        if inlet < MOST_SHOWN:
            row, column = divmod(inlet, 4)
            source = tab.obj(RIGHT + 104 * column, 80 + 32 * row, "sig~", float(port.default))
            tab.connect(source, 0, model, inlet)
        elif rest is not None:
            tab.connect(rest, 0, model, inlet)
    _switch(tab, model, RIGHT, 15)
    _sound(tab, description, model, attributes[0].name)
    return tab
